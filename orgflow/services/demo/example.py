"""The rename of the demo's real case as an example to look at: derived anew, and nothing of it is stored."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final
from uuid import UUID

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.papers.case import Case
from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.domain.values import GovernmentId, lines_of
from orgflow.services.demo import sumsel
from orgflow.services.papers.charts import ChartSide, ProposalChart, proposal_chart
from orgflow.services.papers.matrix import Matrix, matrix_of
from orgflow.services.proposals import CreateProposal
from orgflow.services.starting.entering import EnterGovernment, found_holder, found_units

_NOWHERE: Final = GovernmentId(UUID(int=0))
"""The example belongs to no government of the installation."""


@dataclass(frozen=True, slots=True)
class Example:
    """The case whole.

    Attributes:
        answers: to the questions of a new proposal.
        before, after: the charts.
        documents: what the office asks for, in its order.
    """

    government_name: str
    unit: Unit
    answers: CreateProposal
    matrix: Matrix
    before: ProposalChart
    after: ProposalChart
    documents: tuple[RequiredDocument, ...]


def example(root: Path) -> Example:
    """Return the example.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        TemplateUnreadable: the charts' words.
    """
    entry = sumsel.entry(_NOWHERE)
    case, answers = _case(entry)
    return Example(
        entry.government.name,
        case.before.units[case.unit_id],
        answers,
        matrix_of(case),
        proposal_chart(root, case, ChartSide.BEFORE),
        proposal_chart(root, case, ChartSide.AFTER),
        entry.documents,
    )


def _case(entry: EnterGovernment) -> tuple[Case, CreateProposal]:
    """Return the case as a proposal of the demo makes it on the day of its facts."""
    numbers = count(1)
    empty = History.empty({kind.code: kind for kind in entry.kinds})
    history, ids = found_units(empty, entry.units, lambda: UUID(int=next(numbers)), {})
    for number, official in enumerate(entry.officials, start=1):
        code = f"{official.unit}-J{number}"
        history, _ = found_holder(
            history, ids[official.unit], official, code, lambda: UUID(int=next(numbers))
        )
    before = history.organisation_on(sumsel.VISIT)
    bureau = next(unit for unit in before.units.values() if unit.name == sumsel.BUREAU)
    answers = sumsel.proposal(bureau.id)
    operations = (RenameUnit(bureau.id, answers.new_name),)
    held = entry.government
    case = Case(
        unit_id=bureau.id,
        government_code=held.code,
        government_name=held.name,
        secretariat=held.secretariat,
        head=held.head,
        capital=held.capital,
        is_sample=True,
        is_draft=True,
        sheet=Paper.A4,
        emblem=None,
        before=before,
        after=apply_proposed(before, operations),
        operations=operations,
        considerations=lines_of(answers.considerations),
        effective_on=answers.effective_on,
        regulation=None,
        articles=(),
        amendments=(),
        instruments=(),
        amending=frozenset(),
        answer=None,
        governor=None,
        governor_prefix="",
        secretary=None,
    )
    return case, answers
