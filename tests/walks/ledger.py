"""What a walk itself keeps of a proposal, to be laid beside what the office keeps: nothing may be lost."""

from dataclasses import dataclass, field, replace
from datetime import date

from orgflow.domain.changes.operations import (
    AbolishUnit,
    CreateUnit,
    MoveUnit,
    Operation,
    RenameUnit,
    SwapNames,
)
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.notes.note import NoteAct
from orgflow.domain.proposals.routes import Route
from orgflow.domain.proposals.steps import ReviewOutcome
from tests.walks.table import REVIEW_OF, ROUTED, kept_on, stage_of
from tests.walks.trying import Asked, Said, SeenAnswer, SeenItem, SeenNote, Tree, Try, Who

_AFTER_NOTE = {NoteAct.ANSWER: "answered", NoteAct.FOLLOW_UP: "open", NoteAct.RESOLVE: "resolved"}


@dataclass(slots=True)
class Letter:
    """A letter of the ministry about the proposal, and what it was found to say."""

    dated_on: date
    said: dict[int, Said] = field(default_factory=dict)
    is_used: bool = False
    is_composed: bool = False
    is_recorded: bool = False


@dataclass(slots=True)
class Note:
    """A question at a desk; ``is_given`` once it came back with a return."""

    text: str
    state: str = "open"
    is_given: bool = False

    @property
    def bars(self) -> bool:
        """Whether the proposal does not go on before it is answered."""
        return self.is_given and self.state == "open"


@dataclass(slots=True)
class Past:
    """A step as it was taken."""

    action: str
    key: str | None
    on: date
    target: str


@dataclass(slots=True)
class Case:
    """A proposal as the walk knows it.

    Attributes:
        done: steps of the route that are done; True where one was taken, False where submitting passed it.
        granted: what the ministry granted; None before it answered.
        commenced: the operations that hold in the registry, from ``effective`` on.
    """

    route: Route
    reviews: tuple[str, ...]
    drafters: set[Who]
    operations: list[Operation]
    state: str = "draft"
    past: list[Past] = field(default_factory=list)
    done: dict[str, bool] = field(default_factory=dict)
    latest: dict[str, bool] = field(default_factory=dict)
    finished: set[str] = field(default_factory=set)
    is_asked: bool = False
    letters: list[Letter] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    items: list[SeenItem] = field(default_factory=list)
    sent_items: int = 0
    granted: tuple[Operation, ...] | None = None
    enacted_on: date | None = None
    effective: date | None = None
    commenced: tuple[Operation, ...] | None = None

    def step(self, action: str, tried: Try, route: Route | None = None) -> None:
        """Keep a step, and work out where the proposal must be after it."""
        self.state = self._after(action, tried, route)
        key = tried.key if action in ROUTED or action == "return" else None
        self.past.append(Past(action, key, tried.on, self.state))

    def _after(self, action: str, tried: Try, route: Route | None) -> str:
        if action in ROUTED and tried.key is not None:
            self.done[tried.key] = self.latest[tried.key] = True
            return stage_of(self.route, self.done)
        if action in ("submit", "forward"):
            passed = [step.key for step in self.route.steps if step.stage == "unit_review"]
            self.done = dict.fromkeys(passed if action == "forward" else [], False)
            self.latest |= self.done
            return stage_of(self.route, self.done)
        if action == "return":
            self._give_notes_back()
        if action in ("return", "recall"):
            self.is_asked = False
            key = tried.key if action == "return" else None
            back = self._position(key) if key is not None else 0
            self.done = {one: how for one, how in self.done.items() if self._stays(one, back)}
            return stage_of(self.route, self.done) if key is not None else "draft"
        if action == "change_route" and route is not None:
            kept = kept_on(self.route, route, self.done) if self.state != "draft" else set()
            self.route, self.done = route, {key: self.latest.get(key, False) for key in sorted(kept)}
            return stage_of(route, kept) if self.state != "draft" else "draft"
        return self._beside_route(action, tried)

    def _beside_route(self, action: str, tried: Try) -> str:
        if action in REVIEW_OF:
            if tried.outcome in (ReviewOutcome.FINISHED, ReviewOutcome.FINISHED_WITH_NOTES):
                self.finished.add(REVIEW_OF[action])
            return next((one for one in self.reviews if one not in self.finished), self.state)
        if action.startswith("answer_approved"):
            return self.reviews[0]
        if action == "complete":
            self.sent_items = len(self.items)
        self.is_asked = self.is_asked or action == "answer_asks_completion"
        stays = {"answer_asks_completion": "ministry_review", "complete": "ministry_review"}
        leads = {
            "send": "submitted",
            "receive": "ministry_review",
            "answer_rejected": "rejected",
            "reject": "rejected",
            "enact": "enacted",
            "promulgate": "promulgated",
            "commence": "implemented",
            "withdraw": "withdrawn",
            "supersede": "superseded",
        }
        return (stays | leads)[action]

    def _stays(self, key: str, back: int) -> bool:
        """Say whether a step stays done on a way back: no signature does, the letter is void."""
        step = next((one for one in self.route.steps if one.key == key), None)
        return step is not None and step.position < back and step.stage != "signing"

    def _position(self, key: str) -> int:
        return next((step.position for step in self.route.steps if step.key == key), 0)

    def _give_notes_back(self) -> None:
        for note in self.notes:
            note.is_given = note.is_given or note.state == "open"

    def previous_day(self, action: str, key: str | None) -> date | None:
        """Return the day before which a step may not lie: that of the one that came before it."""
        position = self._position(key) if action in ROUTED and key is not None else None
        for past in reversed(self.past):
            beside = past.action in ROUTED and past.key is not None and self._position(past.key) == position
            if past.action != "change_route" and not beside:
                return past.on
        return None

    def rounds(self) -> list[date]:
        """Return the days on which something went out to the ministry."""
        return [past.on for past in self.past if past.action in ("send", "complete")]

    def round_of(self, day: date) -> int:
        """Return which round a letter of a day answers."""
        return max((number for number, sent in enumerate(self.rounds(), start=1) if sent <= day), default=0)

    def reply(self, number: int, act: NoteAct, *, is_at_desk: bool) -> None:
        """Keep what was written to a note."""
        note = self.notes[number]
        note.state = _AFTER_NOTE[act]
        if act is NoteAct.FOLLOW_UP and is_at_desk:
            note.is_given = False

    def grant(self, letter: Letter) -> None:
        """Keep what a letter granted: as asked, as it was changed, or not at all."""
        said = [letter.said[place] for place in range(len(self.operations))]
        letter.is_used = letter.is_recorded = True
        became = {GrantVerdict.GRANTED: lambda one: (self.operations[one.place],)}
        became |= {GrantVerdict.CHANGED: lambda one: one.become, GrantVerdict.REFUSED: lambda _: ()}
        self.granted = tuple(operation for one in said for operation in became[one.verdict](one))

    def commence(self, asked: tuple[Asked, ...]) -> None:
        """Keep what commenced: all that was granted but what somebody decided not to hold any more."""
        given_up = {one.place for one in asked if one.choice is not None and one.choice == "latest"}
        granted = self.granted if self.granted is not None else tuple(self.operations)
        never: set[object] = set()
        kept: list[Operation] = []
        for place, operation in enumerate(granted):
            if place in given_up or never & _names(operation):
                never |= {operation.unit.unit_id} if isinstance(operation, CreateUnit) else set()
            else:
                kept.append(operation)
        self.commenced = tuple(kept)

    def seen_notes(self) -> tuple[SeenNote, ...]:
        """Return the notes as they must be kept."""
        return tuple(SeenNote(note.text, note.state) for note in self.notes)

    def seen_answers(self) -> tuple[SeenAnswer, ...]:
        """Return the answers as they must be kept."""
        return tuple(
            SeenAnswer(
                number, tuple(self._entry(letter.said[at]) for at in sorted(letter.said)), letter.is_recorded
            )
            for number, letter in enumerate(self.letters)
            if letter.said
        )

    def _entry(self, said: Said) -> Said:
        if said.verdict is GrantVerdict.GRANTED:
            return replace(said, become=(self.operations[said.place],))
        return said if said.verdict is GrantVerdict.CHANGED else replace(said, become=())


def _names(operation: Operation) -> set[object]:
    """Return the units without which an operation says nothing."""
    if isinstance(operation, CreateUnit):
        return {operation.unit.parent_id}
    if isinstance(operation, SwapNames):
        return {operation.unit_id, operation.other_id}
    return (
        {operation.unit_id, operation.parent_id} if isinstance(operation, MoveUnit) else {operation.unit_id}
    )


def tree_after(tree: Tree, operations: tuple[Operation, ...]) -> Tree:
    """Return the units after operations, by what they say in words; none is refused here."""
    after = dict(tree)
    for operation in operations:
        match operation:
            case RenameUnit(unit_id, name):
                after[unit_id] = (name, after[unit_id][1])
            case SwapNames(one, other):
                after[one], after[other] = (
                    (after[other][0], after[one][1]),
                    (after[one][0], after[other][1]),
                )
            case CreateUnit(unit):
                after[unit.unit_id] = (unit.name, unit.parent_id)
            case MoveUnit(unit_id, parent_id):
                after[unit_id] = (after[unit_id][0], parent_id)
            case AbolishUnit(unit_id):
                del after[unit_id]
    return after
