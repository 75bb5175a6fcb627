"""Notes as pages read them: all of a proposal, those of one place, and how many stand where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.notes.anchoring import Anchor, PlaceKind, Standing, stand
from orgflow.domain.notes.note import NoteAct, NoteKind, NoteState, Seat
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.note_places import Place, carried_over, place_at, places_of
from orgflow.services.notes import actor_before, seat_of
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import letters, notes, proposals
from orgflow.store.notes import NoteReplyRow, NoteRow

Spot = tuple[PlaceKind, str]
"""A place by its kind and key."""


@dataclass(frozen=True, slots=True)
class ReplyView:
    """One entry of a thread."""

    act: NoteAct
    text: str
    author_name: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note where it stands now.

    Attributes:
        place: None when it is gone; ``anchor`` then has the words as they were.
        returned_on: the day of the return that it is part of.
        acts: what the reader may do with it.
    """

    id: UUID
    kind: NoteKind
    state: NoteState
    anchor: Anchor
    standing: Standing
    place: Place | None
    text: str
    author_name: str
    written_at: datetime
    returned_on: date | None
    replies: tuple[ReplyView, ...]
    acts: tuple[NoteAct, ...]
    revision: int

    @property
    def must_be_answered(self) -> bool:
        """Whether the proposal waits for its answer."""
        is_open = self.kind is NoteKind.QUESTION and self.state is NoteState.OPEN
        return is_open and self.returned_on is not None

    @property
    def stands_on(self) -> str:
        """The words it stands on now; empty when it is about the whole place or the place is gone."""
        if self.place is None or self.standing.span is None:
            return ""
        return self.place.words[slice(*self.standing.span)]


@dataclass(frozen=True, slots=True)
class NotesPage:
    """The notes of a proposal, the oldest first; ``kinds`` are those that the reader may write."""

    proposal_id: ProposalId
    zone: str
    notes: tuple[NoteView, ...]
    kinds: tuple[NoteKind, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """One place with the notes that stand on it now."""

    proposal_id: ProposalId
    zone: str
    place: Place
    notes: tuple[NoteView, ...]
    kinds: tuple[NoteKind, ...]


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """How many notes stand where; ``unsettled`` counts those that are not settled."""

    total: Mapping[Spot, int]
    unsettled: Mapping[Spot, int]
    may_write: bool

    @property
    def count(self) -> int:
        """How many are not settled in all, those whose place is gone included."""
        return sum(self.unsettled.values())


_NOWHERE: Final = "?"


@read(requires=Permission.VIEW_PROPOSALS)
def show_notes(ctx: Context, proposal_id: UUID) -> NotesPage:
    """Return the notes of a proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    dossier = _opened(ctx, proposal_id)
    seat = seat_of(ctx, dossier.proposal)
    views = _views(ctx, dossier, seat)
    return NotesPage(dossier.proposal.id, dossier.government.zone, views, seat.kinds)


@read(requires=Permission.VIEW_PROPOSALS)
def show_place(ctx: Context, proposal_id: UUID, kind: PlaceKind, key: str) -> PlacePage:
    """Return a place with the notes that stand on it.

    Raises:
        UnknownProposal, UnknownPlace.
    """
    dossier = _opened(ctx, proposal_id)
    place, seat = place_at(ctx, dossier, kind, key), seat_of(ctx, dossier.proposal)
    views = tuple(view for view in _views(ctx, dossier, seat) if view.place == place)
    return PlacePage(dossier.proposal.id, dossier.government.zone, place, views, seat.kinds)


@read(requires=Permission.VIEW_PROPOSALS)
def count_notes(ctx: Context, proposal_id: UUID) -> NoteMarks:
    """Return how many notes stand where in a proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    seat = seat_of(ctx, proposals.proposal_of(ctx.session, row))
    held = notes.notes_of(ctx.session, ProposalId(row.id))
    if not held:
        return NoteMarks({}, {}, bool(seat.kinds))
    total: dict[Spot, int] = {}
    unsettled: dict[Spot, int] = {}
    for view in _views_of(ctx, open_dossier(ctx, row), seat, held):
        spot = view.anchor.kind, view.standing.key if view.standing.key is not None else _NOWHERE
        total[spot] = total.get(spot, 0) + 1
        if view.state is not NoteState.RESOLVED:
            unsettled[spot] = unsettled.get(spot, 0) + 1
    return NoteMarks(total, unsettled, bool(seat.kinds))


def _opened(ctx: Context, proposal_id: UUID) -> Dossier:
    return open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id))


def _views(ctx: Context, dossier: Dossier, seat: Seat) -> tuple[NoteView, ...]:
    return _views_of(ctx, dossier, seat, notes.notes_of(ctx.session, dossier.proposal.id))


def _views_of(ctx: Context, dossier: Dossier, seat: Seat, rows: Sequence[NoteRow]) -> tuple[NoteView, ...]:
    threads = notes.replies_of(ctx.session, [row.id for row in rows])
    kinds = {PlaceKind(row.place_kind) for row in rows}
    places = {kind: places_of(ctx, dossier, kind) for kind in kinds}
    returned = {step.id: step.acted_on for step in dossier.steps}
    actor = actor_before(ctx, dossier.proposal)
    has_passages = PlaceKind.PASSAGE in kinds
    written = letters.letters_of(ctx.session, dossier.proposal.id) if has_passages else []
    found = []
    for row in rows:
        anchor = carried_over(row.anchor, written)
        held = places[anchor.kind]
        standing = stand(anchor, {key: place.words for key, place in held.items()})
        found.append(
            NoteView(
                row.id,
                NoteKind(row.kind),
                NoteState(row.state),
                anchor,
                standing,
                held.get(standing.key) if standing.key is not None else None,
                row.text,
                row.author_name,
                row.written_at,
                returned.get(row.step_id) if row.step_id is not None else None,
                _replies(threads[row.id]),
                row.talk.acts_of(actor, seat),
                row.revision,
            )
        )
    return tuple(found)


def _replies(rows: Iterable[NoteReplyRow]) -> tuple[ReplyView, ...]:
    return tuple(ReplyView(NoteAct(row.act), row.text, row.author_name, row.written_at) for row in rows)
