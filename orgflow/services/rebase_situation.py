"""How a proposal stands to the structure of today and to the other running proposals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.crossing import crossings, may_cross
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase import Rebased, differs, rebase
from orgflow.domain.changes.rebase_conflicts import DECIDED, Choice
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.states import ENDED, ProposalState
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.beside import running_beside
from orgflow.services.context import Context
from orgflow.services.ministry import placed_operations_of
from orgflow.services.rebase_words import ToldSentence, conflict_told, crossing_told
from orgflow.services.scope import scope_of, today_of
from orgflow.services.statements import sentence
from orgflow.store import organisations, proposal_sets, rebases
from orgflow.store.proposals import PlacedOperation, ProposalRow
from orgflow.store.rebases import ProposalQuestionRow

CHANGING = frozenset(ProposalState) - ENDED - {ProposalState.PROMULGATED}
"""States in which it still matters what the structure became meanwhile."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to whoever drafts the proposal.

    Attributes:
        place: of the operation it is about, from 0.
        can_keep: whether the proposal may hold as it is.
        other_id: the other running proposal, None for a change of the registry or one out of reach.
        is_crossing: whether another running proposal is the reason.
        answer: what was answered so far, None when nothing was.
        refusal: the rule that refuses the operation, where that is all there is to say.
    """

    key: str
    place: int
    told: ToldSentence
    can_keep: bool
    is_crossing: bool
    other_id: ProposalId | None
    answer: ProposalQuestionRow | None
    refusal: DomainError | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided it, or what was decided cannot be."""
        if self.answer is None:
            return True
        choice = Choice(self.answer.choice)
        return choice not in DECIDED or (choice is Choice.OURS and not self.can_keep)


@dataclass(frozen=True, slots=True)
class Situation:
    """How a proposal stands.

    Attributes:
        old: the organisation its operations were written against, as it was known then.
        new: the organisation of today.
        is_behind: whether the two differ.
        unit_stands: whether the proposal's own unit still does.
        given_up: places of operations given up for another proposal.
    """

    today: date
    known_at: datetime
    old: Organisation
    new: Organisation
    is_behind: bool
    unit_stands: bool
    operations: tuple[PlacedOperation, ...]
    rebased: Rebased
    questions: tuple[Question, ...]
    given_up: frozenset[int]

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions that are not decided."""
        return tuple(question for question in self.questions if question.is_open)

    @property
    def changes_something(self) -> bool:
        """Whether carrying the operations over would change the proposal."""
        return self.is_behind or bool(self.given_up)


def situation_of(ctx: Context, row: ProposalRow) -> Situation | None:
    """Return how a proposal stands; None where nothing changed and no other proposal touches the same.

    Nor does it matter any longer once the road has ended or the regulation is promulgated.
    """
    if ProposalState(row.state) not in CHANGING:
        return None
    today = today_of(ctx)
    placed = placed_operations_of(ctx, ProposalId(row.id))
    listed = tuple(entry.operation for entry in placed)
    known_at = base_known_at(row)
    may_differ = rebases.changed_since(ctx.session, ctx.government_id, row.base_on, known_at, today)
    beside = running_beside(ctx, ProposalId(row.id))
    others = [(other, theirs) for other, theirs in beside if may_cross(listed, theirs)]
    if not may_differ and not others:
        return None
    new = organisations.organisation_on(ctx.session, ctx.government_id, today)
    old = new
    if may_differ:
        old = organisations.organisation_on(ctx.session, ctx.government_id, row.base_on, known_at)
    answers = rebases.questions_of(ctx.session, row.id)
    crossed = tuple(_crossed(ctx, listed, others, new, answers))
    given_up = frozenset(
        held.place for held in crossed if held.answer is not None and held.answer.choice == Choice.LATEST
    )
    choices = {key: Choice(answer.choice) for key, answer in answers.items()}
    carried = rebase(old, new, listed, choices, given_up)
    asked = tuple(
        Question(
            held.key,
            held.place,
            conflict_told(held),
            held.can_keep,
            is_crossing=False,
            other_id=None,
            answer=answers.get(held.key),
            refusal=held.refusal,
        )
        for held in carried.conflicts
    )
    questions = tuple(sorted((*asked, *crossed), key=lambda question: question.place))
    is_behind = may_differ and differs(old, new)
    if not is_behind and not questions:
        return None
    return Situation(
        today,
        known_at,
        old,
        new,
        is_behind,
        UnitId(row.unit_id) in new.units,
        placed,
        carried,
        questions,
        given_up,
    )


def base_known_at(row: ProposalRow) -> datetime:
    """Return when the structure under a proposal was known."""
    return row.base_known_at or row.created_at


def sentences(standing: Organisation, operations: tuple[Operation, ...]) -> tuple[str, ...]:
    """Return operations as sentences, each as it meets what the earlier ones left."""
    return tuple(sentence(operation, met) for operation, met, _ in steps(standing, operations))


def _crossed(
    ctx: Context,
    ours: tuple[Operation, ...],
    others: list[tuple[ProposalRow, tuple[Operation, ...]]],
    standing: Organisation,
    answers: dict[str, ProposalQuestionRow],
) -> Iterator[Question]:
    readable = proposal_sets.seen_among(ctx.session, scope_of(ctx), [other.id for other, _ in others])
    for other, theirs in others:
        said: tuple[str, ...] | None = None
        for met in crossings(ours, theirs, standing):
            said = sentences(standing, theirs) if said is None else said
            yield Question(
                met.key,
                met.place,
                crossing_told(met, _unit_name(standing, other.unit_id), said[met.other_place]),
                can_keep=True,
                is_crossing=True,
                other_id=ProposalId(other.id) if other.id in readable else None,
                answer=answers.get(met.key),
            )


def _unit_name(standing: Organisation, unit_id: UUID) -> str:
    unit = standing.units.get(UnitId(unit_id))
    return unit.name if unit is not None else ""
