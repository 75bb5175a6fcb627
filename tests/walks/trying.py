"""What somebody tries on a walk, where it is tried, and what is seen there afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.notes.note import NoteAct
from orgflow.domain.proposals.routes import Route
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import PostId, UnitId

Tree = dict[UnitId, tuple[str, UnitId | None]]
"""The units of a day: name and parent of each."""


class Who(StrEnum):
    """The people of a walk, by what they began with."""

    DRAFTER = "drafter"
    HEAD = "head"
    HEIR = "heir"
    ORGANISATION = "organisation"
    LEGAL = "legal"
    ASSISTANT = "assistant"
    SECRETARY = "secretary"
    GOVERNOR = "governor"
    TU = "tu"
    ADMIN = "admin"
    CLERK = "clerk"
    AUDITOR = "auditor"


class What(StrEnum):
    """What is tried."""

    EDIT = "edit"
    OPERATION = "operation"
    TAKE = "take"
    REROUTE = "reroute"
    COPY = "copy"
    NOTE = "note"
    REPLY = "reply"
    LETTER = "letter"
    ASK = "ask"
    ANSWER = "answer"
    COMPOSE = "compose"
    RECORD = "record"
    SET_DAY = "set_day"
    CORRECT_DAY = "correct_day"
    DECIDE = "decide"
    COMMENCE = "commence"
    DUE = "due"
    LEND = "lend"
    SUBSTITUTE = "substitute"
    RECALL = "recall"
    LEAVE = "leave"
    APPOINT = "appoint"


@dataclass(frozen=True, slots=True)
class Said:
    """What the ministry says to the operation of a place, counted from 0."""

    place: int
    verdict: GrantVerdict
    become: tuple[Operation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """Something that somebody tries.

    Attributes:
        on: the day that the step, letter or delegation bears.
        until: the last day of a delegation.
        lacks: nothing comes with it of what a step may ask for.
        number: of the note, item, letter, route or delegation that it is about, counted from 0.
        said: what a letter says to some of the operations.
        effective: the day of commencement that is told; None is *belum diketahui*.
        to: who is to act or to hold the post.
        is_stale: it is tried on a page that somebody else's change has overtaken.
    """

    what: What
    who: Who
    case: int = 0
    on: date
    until: date | None = None
    action: Action | None = None
    key: str | None = None
    lacks: bool = False
    late: str = ""
    outcome: ReviewOutcome | None = None
    text: str = ""
    number: int = 0
    said: tuple[Said, ...] = ()
    operation: Operation | None = None
    effective: date | None = None
    act: NoteAct | None = None
    choice: Choice | None = None
    task: Permission | None = None
    post: PostId | None = None
    to: Who | None = None
    is_stale: bool = False

    def __str__(self) -> str:
        """Return what is said of it, for whoever reads the path of a walk that failed."""
        told = ((held.name, getattr(self, held.name), held.default) for held in fields(self)[3:])
        said = (f"{name}={value}" for name, value, usual in told if value != usual)
        return f"{self.what} by {self.who} on {self.case}: {', '.join(said)}"


@dataclass(frozen=True, slots=True)
class SeenStep:
    """A step as it is kept."""

    action: Action
    source: ProposalState
    target: ProposalState
    who: Who | None
    is_recorded: bool
    key: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class SeenItem:
    """Something the ministry asked, as it is kept: its round, its words, its answer."""

    round: int
    text: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class SeenNote:
    """A note as it is kept."""

    text: str
    state: str


@dataclass(frozen=True, slots=True)
class SeenAnswer:
    """What a letter says item by item, as it is kept; ``is_recorded`` once it is the proposal's answer."""

    letter: int
    said: tuple[Said, ...]
    is_recorded: bool


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A proposal with all that hangs on it, as it is kept."""

    state: ProposalState
    drafters: frozenset[Who]
    route: Route
    steps: tuple[SeenStep, ...]
    operations: tuple[Operation, ...]
    notes: tuple[SeenNote, ...]
    items: tuple[SeenItem, ...]
    answers: tuple[SeenAnswer, ...]
    effective: date | None


@dataclass(frozen=True, slots=True)
class Seen:
    """All that is kept; ``registry`` and ``rest`` differ whenever the registry or anything else does."""

    cases: tuple[SeenCase, ...]
    lent: tuple[bool, ...]
    registry: object
    rest: object


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before a commencement: the place of its operation from 0, and how it was answered."""

    place: int
    choice: Choice | None


class Ground(Protocol):
    """Where a walk goes: the rules alone, or a whole office with its database."""

    @property
    def units(self) -> Mapping[str, UnitId]:
        """The units by name; the bureau is ``BUREAU``."""

    @property
    def posts(self) -> tuple[PostId, PostId]:
        """The post of the bureau's head, and one that only routes name."""

    @property
    def routes(self) -> tuple[Route, ...]:
        """The routes that a proposal may be moved to."""

    @property
    def reviews(self) -> tuple[ProposalState, ...]:
        """The reviews in the office's order."""

    def do(self, tried: Try) -> None:
        """Carry it out; what the rules refuse raises a DomainError."""

    def ready(self, tried: Try) -> bool:
        """Do the paperwork that must be done before; say whether there was any."""

    def turn_to(self, day: date) -> None:
        """Let it be another day."""

    def seen(self) -> Seen:
        """Return all that is kept."""

    def tree_on(self, day: date) -> Tree:
        """Return the units of a day."""

    def asked(self, case: int) -> tuple[Asked, ...]:
        """Return what is asked before a commencement."""

    def told(self, case: int) -> ProposalState:
        """Return the state to which the events of the record alone lead."""

    def offered(self, case: int, who: Who) -> set[tuple[str, str | None]]:
        """Return what somebody's desk offers of a proposal."""

    def new_id(self) -> UUID:
        """Return an id that nothing has."""
