"""A note with its thread: open, answered, settled; who may write one, answer it, settle it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.errors import Conflict, Forbidden, RuleBroken
from orgflow.domain.values import PostId, UserId

TEXT_LENGTH: Final = 4_000
"""Characters of a note or a reply, included."""
QUOTE_LENGTH: Final = 1_000


class NoteKind(StrEnum):
    """What a note asks: a question must be answered before the proposal goes on, a comment need not."""

    QUESTION = "question"
    COMMENT = "comment"


class NoteState(StrEnum):
    """How far the talk about a note is."""

    OPEN = "open"
    ANSWERED = "answered"
    RESOLVED = "resolved"


class NoteAct(StrEnum):
    """What somebody does with a note that is there."""

    ANSWER = "answer"
    FOLLOW_UP = "follow_up"
    RESOLVE = "resolve"


_S, _A = NoteState, NoteAct
STEPS: Final[dict[tuple[NoteState, NoteAct], NoteState]] = {
    (_S.OPEN, _A.ANSWER): _S.ANSWERED,
    (_S.ANSWERED, _A.ANSWER): _S.ANSWERED,
    (_S.OPEN, _A.FOLLOW_UP): _S.OPEN,
    (_S.ANSWERED, _A.FOLLOW_UP): _S.OPEN,
    (_S.RESOLVED, _A.FOLLOW_UP): _S.OPEN,
    (_S.OPEN, _A.RESOLVE): _S.RESOLVED,
    (_S.ANSWERED, _A.RESOLVE): _S.RESOLVED,
}
"""To follow up asks once more; what is settled is opened again by it and not answered."""


class NoteNotAllowed(Forbidden):
    """It is not for this person to write, answer or settle this note."""

    code = "note_not_allowed"


class NoteSettled(RuleBroken):
    """The note is settled."""

    code = "note_settled"


class NoteMovedOn(Conflict):
    """Somebody wrote to the note meanwhile."""

    code = "note_moved_on"


class NotesUnanswered(RuleBroken):
    """Questions of a reviewer wait for an answer; ``count`` says how many."""

    code = "notes_unanswered"


Side = Permission | PostId
"""Who speaks for whoever wrote a note: all who hold a permission, or whoever holds a post."""


def side_of(code: str) -> Side:
    """Return the side that was stored under this text."""
    return Permission(code) if code in set(Permission) else PostId(UUID(code))


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody sits before a proposal.

    Attributes:
        desk: by what the proposal lies on his desk now; None when it does not.
        is_drafter: he may write the proposal.
        is_open: the proposal is still talked about.
    """

    desk: Side | None
    is_drafter: bool
    is_open: bool = True

    @property
    def kinds(self) -> tuple[NoteKind, ...]:
        """The kinds of note that may be written from here."""
        if not self.is_open:
            return ()
        if self.desk is not None:
            return (NoteKind.QUESTION, NoteKind.COMMENT)
        return (NoteKind.COMMENT,) if self.is_drafter else ()

    @property
    def side(self) -> Side | None:
        """Whose holders speak for whoever writes from here: those of the same desk, or the drafters."""
        if self.desk is not None:
            return self.desk
        return Permission.EDIT_PROPOSAL if self.is_drafter else None


@dataclass(frozen=True, slots=True)
class Talk:
    """A note as its rules see it; ``side`` is whose holders speak for its writer."""

    kind: NoteKind
    state: NoteState
    author_id: UserId | None
    side: Side | None

    def is_own(self, actor: Actor) -> bool:
        """Say whether the actor wrote it, or holds the desk it was written at."""
        if self.author_id is not None and self.author_id == actor.user_id:
            return True
        if isinstance(self.side, Permission):
            return actor.may(self.side)
        return self.side is not None and actor.holds(self.side)

    def acts_of(self, actor: Actor, seat: Seat) -> tuple[NoteAct, ...]:
        """Return what the actor may do with it from his seat."""
        if not seat.is_open:
            return ()
        allowed = _of_own_side() if self.is_own(actor) else _of_other_side(seat)
        return tuple(act for act in allowed if (self.state, act) in STEPS)

    def after(self, act: NoteAct, actor: Actor, seat: Seat) -> NoteState:
        """Return the state after an act.

        Raises:
            NoteNotAllowed: it is not for this actor.
            NoteSettled: it is settled, and what is settled is not answered nor settled again.
        """
        allowed = _of_own_side() if self.is_own(actor) else _of_other_side(seat)
        if not seat.is_open or act not in allowed:
            raise NoteNotAllowed(act=str(act))
        if (self.state, act) not in STEPS:
            raise NoteSettled()
        return STEPS[self.state, act]


def check_kind(kind: NoteKind, seat: Seat) -> None:
    """Refuse a note that is not for this seat.

    Raises:
        NoteNotAllowed.
    """
    if kind not in seat.kinds:
        raise NoteNotAllowed(act=str(kind))


def check_answered(open_questions: int) -> None:
    """Refuse to go on while questions of a return wait for an answer.

    Raises:
        NotesUnanswered.
    """
    if open_questions:
        raise NotesUnanswered(count=open_questions)


def _of_own_side() -> tuple[NoteAct, ...]:
    return (NoteAct.FOLLOW_UP, NoteAct.RESOLVE)


def _of_other_side(seat: Seat) -> tuple[NoteAct, ...]:
    return (NoteAct.ANSWER,) if seat.desk is not None or seat.is_drafter else ()
