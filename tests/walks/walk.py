"""A walk: people try things on a ground, and after each try all that must hold is looked at."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final, Protocol

from orgflow.domain.errors import DomainError
from orgflow.domain.notes.note import NoteAct
from orgflow.domain.proposals.states import Action
from tests.walks.ledger import Case, Letter, Note, tree_after
from tests.walks.people import Lending, People
from tests.walks.table import ROUTED, TABLE, desk_of
from tests.walks.trying import Asked, Ground, Seen, SeenCase, SeenItem, SeenStep, Tree, Try, What, Who
from tests.walks.verdicts import Verdicts

BEGIN: Final = date(2026, 3, 2)
_LOOKED_AT: Final = 0.3
"""How often somebody looks at what his desk offers."""


class Choosing(Protocol):
    """What draws the tries of a walk."""

    def next(self) -> Try | None:
        """Return what is tried next; None lets days go by."""


@dataclass(slots=True)
class Tally:
    """What walks came by: states stood in, transitions taken, refusals met."""

    stood: Counter[str] = field(default_factory=Counter)
    taken: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def table(self) -> str:
        """Return the counts as lines to print."""
        states = "\n".join(f"  {count:>7}  {state}" for state, count in sorted(self.stood.items()))
        moves = "\n".join(
            f"  {count:>7}  {source} --{action}--> {target}"
            for (source, action, target), count in sorted(self.taken.items())
        )
        acts = "\n".join(f"  {count:>7}  {what}" for what, count in sorted(self.tried.items()))
        codes = "\n".join(f"  {count:>7}  {code}" for code, count in sorted(self.refused.items()))
        return f"states\n{states}\ntransitions\n{moves}\ncarried out\n{acts}\nrefused\n{codes}"


@dataclass(slots=True)
class Walk:
    """One walk: the ground it goes over, what the walk itself knows, and what came of it.

    Attributes:
        start: the units before anything commenced.
        days: all days on which anything ever was to commence.
    """

    chance: random.Random
    ground: Ground
    people: People
    cases: list[Case]
    tally: Tally
    start: Tree = field(default_factory=dict)
    days: set[date] = field(default_factory=set)
    path: list[tuple[Try, str]] = field(default_factory=list)
    last: Seen | None = None

    @property
    def verdicts(self) -> Verdicts:
        """What is expected of a try."""
        return Verdicts(self.people, self.ground.routes)

    def go(self, tried: Try) -> bool:
        """Let something be tried, look at all that must hold, and say whether it was carried out."""
        about = None if tried.what in OF_NO_CASE else self.cases[tried.case]
        expected = self.verdicts.of(tried, tried.who, about)
        asked = self._asked(tried)
        is_anew = self.ground.ready(tried) or self.last is None
        before = self.ground.seen() if is_anew or self.last is None else self.last
        code = self._refusal_of(tried)
        self.path.append((tried, code or "carried out"))
        self.last = after = self.ground.seen()
        if code is not None:
            self.tally.refused[code] += 1
            assert expected is not True, f"must be carried out, refused as {code}"
            assert after == before, f"refused as {code}, it changed something"
            return False
        assert expected is not False, "must be refused, was carried out"
        self.tally.tried[tried.what] += 1
        self._keep(tried, asked, after)
        self._check(before, after)
        return True

    def _refusal_of(self, tried: Try) -> str | None:
        try:
            self.ground.do(tried)
        except DomainError as refused:
            return refused.code
        return None

    def pass_days(self, count: int) -> None:
        """Let days go by."""
        self.people.today += timedelta(days=count)
        self.ground.turn_to(self.people.today)

    def stroll(self, chooser: Choosing, length: int, seed: int) -> None:
        """Go on for a number of tries; where something does not hold, tell the seed and the path."""
        try:
            for _ in range(length):
                tried = chooser.next()
                if tried is None:
                    self.pass_days(self.chance.randrange(1, 15))
                else:
                    self.go(tried)
        except AssertionError as failed:
            path = "\n".join(f"{tried} -> {what}" for tried, what in self.path)
            raise AssertionError(f"seed {seed}: {failed}\n{path}") from failed

    def _asked(self, tried: Try) -> dict[int, tuple[Asked, ...]]:
        """Return what is asked before the commencements that a try may bring."""
        if tried.what is What.DUE:
            return {
                number: self.ground.asked(number)
                for number, case in enumerate(self.cases)
                if case.state == "promulgated" and case.effective and case.effective <= self.people.today
            }
        return {tried.case: self.ground.asked(tried.case)} if tried.what is What.COMMENCE else {}

    def _keep(self, tried: Try, asked: dict[int, tuple[Asked, ...]], after: Seen) -> None:
        """Keep in the ledger what was carried out."""
        keeping: dict[What, Callable[[Try, Seen], None]] = {
            What.EDIT: self._keep_edit,
            What.OPERATION: self._keep_edit,
            What.TAKE: self._keep_step,
            What.REROUTE: self._keep_reroute,
            What.COPY: self._keep_copy,
            What.NOTE: lambda t, _: self.cases[t.case].notes.append(Note(t.text)),
            What.REPLY: self._keep_reply,
            What.LETTER: lambda t, _: self.cases[t.case].letters.append(Letter(t.on)),
            What.ASK: self._keep_request,
            What.ANSWER: self._keep_answer,
            What.COMPOSE: self._keep_composed,
            What.RECORD: self._keep_grant,
            What.SET_DAY: self._keep_day,
            What.CORRECT_DAY: self._keep_day,
        }
        if tried.what in (What.COMMENCE, What.DUE):
            for number, questions in asked.items():
                if str(after.cases[number].state) == "implemented":
                    self._commence(self.cases[number], questions)
        elif tried.what in keeping:
            keeping[tried.what](tried, after)
        else:
            self._keep_people(tried)

    def _keep_edit(self, tried: Try, after: Seen) -> None:
        case = self.cases[tried.case]
        case.drafters.add(tried.who)
        if tried.operation is not None:
            case.operations.append(tried.operation)
        if not case.past:
            case.route = after.cases[tried.case].route

    def _keep_step(self, tried: Try, _: Seen) -> None:
        case = self.cases[tried.case]
        case.step(str(tried.action), tried)
        if tried.action is Action.ENACT:
            case.enacted_on = tried.on
        if tried.action is Action.PROMULGATE:
            case.effective = tried.effective

    def _keep_reroute(self, tried: Try, _: Seen) -> None:
        self.cases[tried.case].step(
            "change_route", replace(tried, on=self.people.today), self.ground.routes[tried.number]
        )

    def _keep_copy(self, tried: Try, after: Seen) -> None:
        old = self.cases[tried.case]
        old.step("supersede", replace(tried, on=self.people.today))
        route = after.cases[len(self.cases)].route
        self.cases.append(Case(route, old.reviews, {tried.who}, list(old.operations)))

    def _keep_reply(self, tried: Try, _: Seen) -> None:
        case = self.cases[tried.case]
        desk = desk_of(case.route, case.done) if (case.state, "return") in TABLE else []
        is_at_desk = self.people.has_on_desk(tried.who, desk, case.drafters)
        case.reply(tried.number, tried.act or NoteAct.ANSWER, is_at_desk=is_at_desk)

    def _keep_request(self, tried: Try, _: Seen) -> None:
        case = self.cases[tried.case]
        letter = case.letters[tried.number]
        answered = case.round_of(letter.dated_on)
        case.step("answer_asks_completion", replace(tried, on=letter.dated_on))
        case.items += [SeenItem(answered, text, None) for text in tried.text.splitlines()]
        letter.is_used = True

    def _keep_answer(self, tried: Try, _: Seen) -> None:
        items = self.cases[tried.case].items
        items[tried.number] = replace(items[tried.number], answer=tried.text)

    def _keep_composed(self, tried: Try, _: Seen) -> None:
        self.cases[tried.case].letters[tried.number].said |= {one.place: one for one in tried.said}

    def _keep_grant(self, tried: Try, _: Seen) -> None:
        case = self.cases[tried.case]
        letter = case.letters[tried.number]
        said = {str(one.verdict) for one in letter.said.values()}
        action = "answer_approved_with_notes" if len(said) > 1 or "changed" in said else "answer_approved"
        action = "answer_rejected" if said == {"refused"} else action
        case.step(action, replace(tried, on=letter.dated_on))
        case.grant(letter)

    def _keep_day(self, tried: Try, _: Seen) -> None:
        self.cases[tried.case].effective = tried.effective
        if tried.effective is not None:
            self.days.add(tried.effective)

    def _commence(self, case: Case, questions: tuple[Asked, ...]) -> None:
        case.commence(questions)
        case.step("commence", Try(what=What.COMMENCE, who=Who.TU, on=self.people.today))
        if case.effective is not None:
            self.days.add(case.effective)

    def _keep_people(self, tried: Try) -> None:
        people = self.people
        if tried.what is What.LEND:
            until = tried.until or tried.on
            people.lent.append(Lending(tried.to or tried.who, tried.on, until, tried.who, tried.task))
        elif tried.what is What.SUBSTITUTE:
            until = tried.until or tried.on
            people.lent.append(Lending(tried.to or tried.who, tried.on, until, post=tried.post))
        elif tried.what is What.RECALL:
            people.lent[tried.number].is_recalled = True
        elif tried.post is not None:
            people.move(tried.post, tried.to if tried.what is What.APPOINT else None)

    def _check(self, before: Seen, after: Seen) -> None:
        """Look at all that must hold after something was carried out."""
        assert len(after.cases) == len(self.cases), "a proposal was lost"
        assert after.lent == tuple(one.is_recalled for one in self.people.lent)
        for number, (kept, seen) in enumerate(zip(self.cases, after.cases, strict=True)):
            was = before.cases[number] if number < len(before.cases) else None
            if was != seen:
                self._check_case(number, kept, was, seen)
        if self.cases and self.chance.random() < _LOOKED_AT:
            number, who = self.chance.randrange(len(self.cases)), self.chance.choice(tuple(Who))
            offered = self.verdicts.offered(who, self.cases[number])
            assert self.ground.offered(number, who) == offered, f"{who} must be offered {offered} on {number}"
        if after.registry != before.registry:
            self._check_registry()

    def _check_case(self, number: int, kept: Case, was: SeenCase | None, seen: SeenCase) -> None:
        assert seen.state == kept.state, f"stands in {seen.state}, must be in {kept.state}"
        assert seen.drafters == kept.drafters
        assert list(seen.operations) == kept.operations, "an operation was lost or changed"
        assert seen.notes == kept.seen_notes(), "a note was lost or changed"
        assert seen.items == tuple(kept.items), "something the ministry asked was lost or changed"
        assert seen.answers == kept.seen_answers(), "an answer of the ministry was lost or changed"
        assert seen.effective == kept.effective
        assert [(str(one.action), one.on) for one in seen.steps] == [
            (one.action, one.on) for one in kept.past
        ]
        earlier = was.steps if was is not None else ()
        assert seen.steps[: len(earlier)] == earlier, "a step of the past was changed"
        for step in seen.steps[len(earlier) :]:
            assert step.target in TABLE[str(step.source), str(step.action)], f"forbidden: {step}"
            self.tally.taken[str(step.source), str(step.action), str(step.target)] += 1
            if str(step.action) in ROUTED and step.who is not None:
                self._check_taker(step.who, step, kept)
        self.tally.stood[str(seen.state)] += 1
        assert self.ground.told(number) == seen.state, "the record tells another state"

    def _check_taker(self, who: Who, step: SeenStep, kept: Case) -> None:
        """Look at who took a step of the route: not who drafted, and whoever only records may record it."""
        if step.is_recorded:
            assert step.key is not None
            assert self.people.is_recorder(who, kept.route.step(step.key)), "somebody recorded who may not"
        else:
            assert who not in kept.drafters, "somebody approved what he drafted"

    def _check_registry(self) -> None:
        """Lay each day that may differ from another beside what commenced by then."""
        commenced = [
            (case.effective, number, case.commenced)
            for number, case in enumerate(self.cases)
            if case.commenced is not None and case.effective is not None
        ]
        commenced.sort(key=lambda entry: entry[:2])
        for day in sorted({day + timedelta(days=n) for day in (*self.days, BEGIN) for n in (-1, 0, 1)}):
            must = self.start
            for effective, _, operations in commenced:
                if effective <= day:
                    must = tree_after(must, operations)
            assert self.ground.tree_on(day) == must, f"on {day} the registry is not what commenced"


OF_NO_CASE: Final = frozenset({What.LEND, What.SUBSTITUTE, What.RECALL, What.LEAVE, What.APPOINT, What.DUE})
