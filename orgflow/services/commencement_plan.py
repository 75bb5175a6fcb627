"""A regulation against the structure of its day: what would be applied, and what is asked before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.changes.commencing import commence_operations
from orgflow.domain.changes.commencing_plan import CommencingPlan, plan_commencement
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.changes.recommencing import Beside, spoken_of
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.records import Basis
from orgflow.domain.organisation.soundness import check
from orgflow.domain.values import InstrumentId, ProposalId
from orgflow.services.commencement import citation_of
from orgflow.services.context import Context
from orgflow.services.ministry import granted_operations_of
from orgflow.services.rebase_situation import base_known_at, sentences
from orgflow.services.registry import held_history
from orgflow.store import commencements, organisations, proposal_steps, rebases
from orgflow.store.commencements import CommencementAnswerRow
from orgflow.store.instruments import InstrumentRow
from orgflow.store.proposals import ProposalRow, Scope


@dataclass(frozen=True, slots=True)
class Planned:
    """What a regulation would do on its day.

    Attributes:
        standing: the organisation of its day.
        said: its operations as sentences on the structure they were written against.
        answers: what was decided so far, by the questions' keys.
    """

    day: date
    standing: Organisation
    plan: CommencingPlan
    said: tuple[str, ...]
    answers: Mapping[str, CommencementAnswerRow]

    @property
    def words(self) -> frozenset[UUID]:
        """All that it speaks of and nobody gave up."""
        return spoken_of(self.standing, self.plan.operations)


def plan_of(ctx: Context, row: ProposalRow, day: date) -> Planned:
    """Return what a proposal's regulation would do on a day, as far as is decided."""
    operations = granted_operations_of(ctx, ProposalId(row.id))
    written_against = organisations.organisation_on(
        ctx.session, ctx.government_id, row.base_on, base_known_at(row)
    )
    standing = organisations.organisation_on(ctx.session, ctx.government_id, day)
    answers = commencements.answers_of(ctx.session, row.id)
    choices = {key: Choice(answer.choice) for key, answer in answers.items()}
    plan = plan_commencement(written_against, standing, operations, choices)
    return Planned(day, standing, plan, sentences(written_against, operations), answers)


def beside_from(ctx: Context, row: ProposalRow, day: date) -> tuple[Beside, ...]:
    """Return the regulations other than a proposal's that commenced for a day or a later one."""
    return tuple(
        Beside(on, words_of(ctx, other), citation_of(law))
        for other, law, on in commencements.written_from(ctx.session, Scope(ctx.government_id), day)
        if other.id != row.id
    )


def words_of(ctx: Context, row: ProposalRow) -> frozenset[UUID]:
    """Return all that a regulation spoke of when it commenced: what was left out of it was never written."""
    written = commencements.commencements_of(ctx.session, row.id)
    if not written:
        return frozenset()
    known_at = proposal_steps.commenced_at(ctx.session, row.id)
    met = organisations.organisation_on(ctx.session, ctx.government_id, written[0].effective_on, known_at)
    return spoken_of(met, rebases.read_operations(written[0].operations))


def basis_of(regulation: InstrumentRow) -> Basis:
    """Return what the records of a commencement rest on."""
    return Basis(source=citation_of(regulation), instrument_id=InstrumentId(regulation.id))


def obstacle_to(ctx: Context, regulation: InstrumentRow, planned: Planned) -> DomainError | None:
    """Return the rule that refuses what would be applied; None where nothing does."""
    history = held_history(ctx)
    try:
        check(_after(history, regulation, planned), planned.day)
    except DomainError as refused:
        return refused
    return None


def _after(history: History, regulation: InstrumentRow, planned: Planned) -> History:
    return commence_operations(history, planned.plan.operations, planned.day, basis_of(regulation)).history
