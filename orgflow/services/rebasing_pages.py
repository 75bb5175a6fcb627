"""How a proposal stands to the structure of today, as its pages and the desk of Biro Organisasi read it."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.rebase_situation import Situation, sentences, situation_of
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, organisations, proposals, rebases
from orgflow.store.proposals import ProposalRow
from orgflow.store.rebases import ProposalQuestionRow, ProposalRebaseRow

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class UnitNews:
    """A unit that became otherwise meanwhile: ``before`` None when it began, ``after`` None when it ended."""

    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RebaseLine:
    """One carrying over in the list."""

    id: UUID
    old_on: date
    new_on: date
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class RebasePage:
    """How a proposal stands.

    Attributes:
        base_on: the day of the structure under it.
        situation: None where nothing changed and nothing crosses.
        said: its operations as sentences on the structure they were written against.
        news: units that became otherwise meanwhile; ``posts`` and ``functions`` how many of those did.
        is_editable: whether the reader may answer now.
    """

    zone: str
    base_on: date
    situation: Situation | None
    said: tuple[str, ...]
    news: tuple[UnitNews, ...]
    posts: int
    functions: int
    is_draft: bool
    is_editable: bool
    history: tuple[RebaseLine, ...]


@dataclass(frozen=True, slots=True)
class RebaseRecord:
    """One carrying over whole: both lists as sentences, and what was asked."""

    zone: str
    line: RebaseLine
    before: tuple[str, ...]
    after: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that waits for Biro Organisasi; ``said`` is the operation it is about."""

    id: UUID
    proposal_id: ProposalId
    unit_name: str
    said: str
    told: str
    note: str
    asked_by: str
    asked_at: datetime
    can_keep: bool
    is_crossing: bool
    revision: int
    advice: str | None
    advice_note: str
    is_sample: bool


@read(requires=Permission.VIEW_PROPOSALS)
def show_rebasing(ctx: Context, proposal_id: UUID) -> RebasePage:
    """Return how a proposal stands to the structure of today.

    Raises:
        UnknownProposal.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    situation = situation_of(ctx, row)
    zone = governments.government(ctx.session, ctx.government_id).zone
    is_draft = row.state == ProposalState.DRAFT
    said: tuple[str, ...] = ()
    news: tuple[UnitNews, ...] = ()
    posts = functions = 0
    if situation is not None:
        old, new = situation.old, situation.new
        said = sentences(old, tuple(entry.operation for entry in situation.operations))
        news = tuple(_news(old, new))
        posts = _count(old.posts, new.posts)
        functions = _count(old.functions, new.functions)
    return RebasePage(
        zone,
        row.base_on,
        situation,
        said,
        news,
        posts,
        functions,
        is_draft,
        is_draft and reader_of(ctx, row.unit_id).may(Permission.EDIT_PROPOSAL),
        tuple(_line(held) for held in rebases.rebases_of(ctx.session, row.id)),
    )


@read(requires=Permission.VIEW_PROPOSALS)
def show_rebase(ctx: Context, proposal_id: UUID, rebase_id: UUID) -> RebaseRecord:
    """Return what the operations were before one carrying over, and after.

    Raises:
        UnknownProposal, UnknownRebase.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    held = rebases.rebase_row(ctx.session, row.id, rebase_id)

    def standing(on: date, known_at: datetime) -> Organisation:
        return organisations.organisation_on(ctx.session, ctx.government_id, on, known_at)

    return RebaseRecord(
        governments.government(ctx.session, ctx.government_id).zone,
        _line(held),
        sentences(standing(held.old_on, held.old_known_at), rebases.read_operations(held.before)),
        sentences(standing(held.new_on, held.new_known_at), rebases.read_operations(held.after)),
        tuple(line for line in held.told.split("\n") if line),
    )


@read(requires=Permission.REVIEW_AS_ORGANISATION)
def list_asked(ctx: Context) -> tuple[AskedQuestion, ...]:
    """Return the questions that wait for Biro Organisasi, the oldest first."""
    return _still_asked(ctx, rebases.asked_in(ctx.session, scope_of(ctx)))


@read(requires=Permission.EDIT_PROPOSAL)
def list_advised(ctx: Context) -> tuple[AskedQuestion, ...]:
    """Return the questions that Biro Organisasi answered and the actor may decide, the oldest first."""
    return _still_asked(ctx, rebases.advised_in(ctx.session, scope_of(ctx)))


def _still_asked(ctx: Context, rows: Iterable[ProposalQuestionRow]) -> tuple[AskedQuestion, ...]:
    found: list[AskedQuestion] = []
    situations: dict[UUID, tuple[ProposalRow, Situation | None]] = {}
    for asked in rows:
        if asked.proposal_id not in situations:
            row = proposals.load_row(ctx.session, scope_of(ctx), asked.proposal_id)
            situations[asked.proposal_id] = row, situation_of(ctx, row)
        row, situation = situations[asked.proposal_id]
        view = _asked(ctx, row, situation, asked)
        if view is not None:
            found.append(view)
    return tuple(found)


@read(requires=Permission.REVIEW_AS_ORGANISATION)
def show_asked(ctx: Context, proposal_id: UUID, question_id: UUID) -> AskedQuestion:
    """Return one question that was put to Biro Organisasi.

    Raises:
        UnknownProposal.
        UnknownQuestion: it was not, or what it is about is settled.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    asked = rebases.question(ctx.session, ProposalId(row.id), question_id)
    view = _asked(ctx, row, situation_of(ctx, row), asked)
    if view is None or row.state != ProposalState.DRAFT:
        raise rebases.UnknownQuestion(question_id=str(question_id))
    return view


def _asked(
    ctx: Context, row: ProposalRow, situation: Situation | None, asked: ProposalQuestionRow
) -> AskedQuestion | None:
    """Return a question as Biro Organisasi reads it; None when it does not arise any longer."""
    if situation is None:
        return None
    question = next((held for held in situation.questions if held.key == asked.key), None)
    if question is None:
        return None
    old = situation.old
    said = sentences(old, tuple(entry.operation for entry in situation.operations))
    return AskedQuestion(
        asked.id,
        ProposalId(row.id),
        old.structure.unit(UnitId(row.unit_id)).name,
        said[question.place],
        asked.told,
        asked.note,
        asked.answered_by,
        asked.answered_at,
        question.can_keep,
        question.is_crossing,
        asked.revision,
        asked.advice,
        asked.advice_note,
        governments.government(ctx.session, ctx.government_id).is_sample,
    )


def _news(old: Organisation, new: Organisation) -> Iterator[UnitNews]:
    for unit_id in dict.fromkeys((*old.units, *new.units)):
        before, after = old.units.get(unit_id), new.units.get(unit_id)
        if before != after:
            yield UnitNews(before.name if before else None, after.name if after else None)


def _count(old: Mapping[K, object], new: Mapping[K, object]) -> int:
    return sum(old.get(key) != new.get(key) for key in {*old, *new})


def _line(row: ProposalRebaseRow) -> RebaseLine:
    return RebaseLine(row.id, row.old_on, row.new_on, row.made_by, row.made_at)
