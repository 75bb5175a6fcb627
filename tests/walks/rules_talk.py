"""What was asked, answered and noted about a proposal, on a walk over the rules alone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.ministry.grants import (
    AskedOperation,
    Grant,
    Granted,
    GrantVerdict,
    RepliesMissing,
    Reply,
    ReplyForUnknownOperation,
    require_standing,
    settle,
)
from orgflow.domain.ministry.items import (
    Item,
    ItemAnswer,
    ItemKind,
    NewItem,
    check_asked,
    require_answered,
)
from orgflow.domain.ministry.rounds import Round, Taken, answered_round, require_late_reason, rounds_of
from orgflow.domain.notes.note import (
    NoteAct,
    NoteKind,
    NoteState,
    Seat,
    Side,
    Talk,
    check_answered,
    check_kind,
)
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.acting import reaching
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import Action
from orgflow.services.ministry_items import ItemSentAlready
from orgflow.services.ministry_steps import LetterAnswered
from tests.walks.trying import Said, SeenAnswer, SeenItem, SeenNote, Try

P = Permission


class Notes:
    """The questions put to a proposal at its desks."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: list[tuple[str, Talk, bool]] = []

    def write(self, text: str, actor: Actor, proposal: Proposal) -> None:
        """Put a question from the actor's desk."""
        seat = _seat(actor, proposal)
        check_kind(NoteKind.QUESTION, seat)
        self._kept.append((text, Talk(NoteKind.QUESTION, NoteState.OPEN, actor.user_id, seat.side), False))

    def reply(self, number: int, act: NoteAct, actor: Actor, proposal: Proposal) -> None:
        """Answer one, ask once more, or settle it."""
        text, talk, is_given = self._kept[number]
        seat = _seat(actor, proposal)
        state = talk.after(act, reaching(proposal, actor), seat)
        asks_at_desk = act is NoteAct.FOLLOW_UP and seat.desk is not None
        self._kept[number] = (text, replace(talk, state=state), is_given and not asks_at_desk)

    def give_back(self) -> None:
        """Let the open ones go back with a return."""
        self._kept = [(text, talk, given or talk.state is NoteState.OPEN) for text, talk, given in self._kept]

    def check(self) -> None:
        """Refuse to go on while one that came back is open."""
        check_answered(sum(given and talk.state is NoteState.OPEN for _, talk, given in self._kept))

    def seen(self) -> tuple[SeenNote, ...]:
        """Return them as they are kept."""
        return tuple(SeenNote(text, str(talk.state)) for text, talk, _ in self._kept)


class Ministry:
    """The letters of the ministry about a proposal: what they ask, and what they grant."""

    def __init__(self) -> None:
        """Begin with none."""
        self.letters: list[tuple[date, tuple[Granted, ...], bool]] = []
        self.items: list[Item] = []
        self.grant: Grant | None = None
        self._recorded: set[int] = set()
        self._sent = 0

    def take_letter(self, number: int, proposal: Proposal, late: str) -> tuple[date, int]:
        """Return the day of a letter that is to be a step, and the round it answers."""
        dated_on, _, is_used = self.letters[number]
        rounds = _rounds(proposal)
        answered = answered_round(rounds, dated_on)
        require_late_reason(rounds, answered, late)
        if is_used:
            raise LetterAnswered(number=str(number))
        return dated_on, answered

    def ask(self, number: int, texts: tuple[str, ...], answered: int) -> None:
        """Keep what a letter asks, once its step is taken."""
        dated_on, said, _ = self.letters[number]
        self.letters[number] = (dated_on, said, True)
        place = Item(
            UUID(int=0),
            answered,
            0,
            ItemKind.COMPLETION,
            "",
            NewItem(ItemKind.COMPLETION, "").place,
            None,
            None,
        )
        self.items += [replace(place, number=at, text=text) for at, text in enumerate(texts, start=1)]

    def check_request(self, number: int, texts: tuple[str, ...]) -> None:
        """Refuse a request that asks nothing."""
        check_asked([NewItem(ItemKind.COMPLETION, text) for text in texts], self.letters[number][0])

    def answer(self, number: int, text: str) -> None:
        """Keep what answers an item; what went out is not written anew."""
        item = self.items[number]
        if item.answer is not None and number < self._sent:
            raise ItemSentAlready(number=item.number)
        self.items[number] = replace(item, answer=ItemAnswer(text))

    def check_completion(self, action: Action) -> None:
        """Refuse a completion while something that was asked is not answered."""
        if action is Action.COMPLETE:
            require_answered(self.items)

    def send(self) -> None:
        """Let what is answered go out."""
        self._sent = len(self.items)

    def compose(self, tried: Try, operations: tuple[AskedOperation, ...]) -> None:
        """Keep what a letter says to some of the operations."""
        dated_on, before, is_used = self.letters[tried.number]
        if is_used:
            raise LetterAnswered(number=str(tried.number))
        said = {entry.id: entry for entry in before}
        for one in tried.said:
            if one.place >= len(operations):
                raise ReplyForUnknownOperation(operation_id=str(one.place))
            asked = operations[one.place]
            become = {GrantVerdict.GRANTED: (asked.operation,), GrantVerdict.CHANGED: one.become}
            entry = Granted(
                asked.id, one.place + 1, asked.operation, one.verdict, one.reason, become.get(one.verdict, ())
            )
            said[asked.id] = entry
        ordered = tuple(sorted(said.values(), key=lambda entry: entry.place))
        self.letters[tried.number] = (dated_on, ordered, False)

    def settled(self, number: int, operations: tuple[AskedOperation, ...], base: Organisation) -> Grant:
        """Return the whole answer of a letter, refusing one that cannot stand."""
        entries = self.letters[number][1]
        if not entries:
            raise RepliesMissing(places=())
        replies = (Reply(one.id, one.verdict, one.reason, one.become) for one in entries)
        grant = settle(operations, replies)
        require_standing(base, grant)
        return grant

    def keep(self, number: int, grant: Grant) -> None:
        """Keep the answer, once its step is taken."""
        self.grant = grant
        self._recorded.add(number)
        self.letters[number] = (self.letters[number][0], grant.entries, True)

    def seen_items(self) -> tuple[SeenItem, ...]:
        """Return what was asked, as it is kept."""
        return tuple(
            SeenItem(item.round, item.text, item.answer.text if item.answer is not None else None)
            for item in self.items
        )

    def seen_answers(self) -> tuple[SeenAnswer, ...]:
        """Return what letters say item by item, as it is kept."""
        return tuple(
            SeenAnswer(
                number,
                tuple(Said(one.place - 1, one.verdict, one.become, one.reason) for one in said),
                number in self._recorded,
            )
            for number, (_, said, _) in enumerate(self.letters)
            if said
        )


def _rounds(proposal: Proposal) -> tuple[Round, ...]:
    steps = (step for step in proposal.steps if step.acted_on is not None)
    return rounds_of(Taken(step.action, step.acted_on) for step in steps if step.acted_on is not None)


def _seat(actor: Actor, proposal: Proposal) -> Seat:
    """Return where the actor sits: whoever may return the proposal sits at its desk."""
    seen, desk = reaching(proposal, actor), None
    if Action.RETURN in proposal.allowed_actions(seen):
        takers = proposal.progress.takers_of(Action.RETURN)
        desk = next((step.by for step in takers if step.is_taken_by(seen)), P.RECORD_FOR_LEADERS)
    at: Side | None = desk
    return Seat(at, seen.may(P.EDIT_PROPOSAL), proposal.is_running)
