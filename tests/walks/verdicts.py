"""What a walk expects of a try: it must be carried out, must be refused, or only what comes of it is known.

Written from how the office works, on the walk's own ledger; it asks nothing of the product.
"""

from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.routes import Route
from tests.walks.ledger import Case
from tests.walks.people import NEEDS, People
from tests.walks.table import REVIEW_OF, ROUTED, TABLE, desk_of, open_of
from tests.walks.trying import Try, What, Who

P = Permission
ASKS: Final = frozenset(
    {
        "sign",
        "answer_approved",
        "answer_approved_with_notes",
        "answer_asks_completion",
        "answer_rejected",
        "complete",
        "record_harmonization",
        "record_facilitation",
        "enact",
        "promulgate",
        "return",
        "recall",
        "reject",
        "withdraw",
    }
)
"""Actions that ask for a reason, a document, a scan or a number."""
OUTSIDE: Final = frozenset(
    {
        "send",
        "receive",
        "answer_approved",
        "answer_approved_with_notes",
        "answer_asks_completion",
        "answer_rejected",
        "complete",
        "record_harmonization",
        "record_facilitation",
        "enact",
        "promulgate",
    }
)
"""Facts made elsewhere, which may be told late with a reason."""
_ONWARD: Final = frozenset({"submit", "forward", "approve", "paraf", "sign"})
_NEEDED: Final[dict[What, tuple[Permission, ...]]] = {
    What.EDIT: (P.EDIT_PROPOSAL,),
    What.OPERATION: (P.EDIT_PROPOSAL,),
    What.REROUTE: (P.MANAGE_SETTINGS,),
    What.COPY: (P.EDIT_PROPOSAL,),
    What.LETTER: (P.RECORD_MINISTRY,),
    What.ASK: (P.RECORD_MINISTRY,),
    What.ANSWER: (P.EDIT_PROPOSAL, P.REVIEW_AS_ORGANISATION, P.REVIEW_AS_LEGAL, P.RECORD_MINISTRY),
    What.COMPOSE: (P.RECORD_MINISTRY,),
    What.RECORD: (P.RECORD_MINISTRY,),
    What.SET_DAY: (P.RECORD_REGULATION,),
    What.CORRECT_DAY: (P.RECORD_REGULATION,),
    What.DECIDE: (P.COMMENCE,),
    What.COMMENCE: (P.COMMENCE,),
    What.SUBSTITUTE: (P.MANAGE_USERS,),
    What.LEAVE: (P.KEEP_REGISTRY,),
    What.APPOINT: (P.KEEP_REGISTRY,),
}
_IN: Final[dict[What, frozenset[str]]] = {
    What.EDIT: frozenset({"draft"}),
    What.OPERATION: frozenset({"draft"}),
    What.COPY: frozenset({"withdrawn", "rejected"}),
    What.ASK: frozenset({"ministry_review"}),
    What.COMPOSE: frozenset({"ministry_review"}),
    What.RECORD: frozenset({"ministry_review"}),
    What.SET_DAY: frozenset({"promulgated"}),
    What.CORRECT_DAY: frozenset({"promulgated", "implemented"}),
    What.DECIDE: frozenset({"promulgated"}),
    What.COMMENCE: frozenset({"promulgated"}),
}
_SURE: Final = frozenset({What.EDIT, What.LETTER, What.LEAVE, What.APPOINT, What.DUE})
"""What is carried out wherever it is not forbidden."""


class Verdicts:
    """What a walk expects, by who holds what and which routes there are."""

    def __init__(self, people: People, routes: tuple[Route, ...]) -> None:
        """Judge by these people as they are at each moment."""
        self._people = people
        self._routes = routes

    def of(self, tried: Try, who: Who, case: Case | None) -> bool | None:
        """Say whether it must be carried out or refused; None where other rules than the walk's decide."""
        needed = _NEEDED.get(tried.what)
        if tried.is_stale or (needed is not None and not self._people.may(who, *needed)):
            return False
        if case is None:
            return self._of_people(tried, who)
        if tried.what in _IN and case.state not in _IN[tried.what]:
            return False
        judged = {
            What.TAKE: self._of_step,
            What.REROUTE: self._of_reroute,
            What.NOTE: self._of_note,
            What.ANSWER: self._of_answer,
        }
        return judged.get(tried.what, self._of_rest)(tried, who, case)

    def could(self, tried: Try, who: Who, case: Case | None) -> bool:
        """Say whether it is somebody's to try at all, whatever it asks for and whatever holds it up."""
        if tried.what is not What.TAKE or case is None:
            return self.of(tried, who, case) is not False
        action = str(tried.action)
        is_in_turn = (case.state, action) in TABLE and _is_turn(action, tried, case)
        return is_in_turn and self._is_theirs(action, tried, who, case)

    def tempted(self, tried: Try, case: Case) -> list[Who]:
        """Return who may think that a step is his: who drafted, and whoever it was ever lent to."""
        action, lent = str(tried.action), self._people.lent
        if tried.what is not What.TAKE:
            return [one.to for one in lent]
        steps = [step for step in case.route.steps if step.key == tried.key] or list(case.route.steps)
        sought = [step.by for step in steps] if action not in NEEDS else [*NEEDS[action]]
        return [
            *sorted(case.drafters),
            *(one.to for one in lent if one.task in sought or one.post in sought),
            *(
                who
                for who in Who
                if any(hand.covers(step) for hand in self._people.borrowed(who) for step in steps)
            ),
        ]

    def offered(self, who: Who, case: Case) -> set[tuple[str, str | None]]:
        """Return what somebody's desk must offer: what is its turn and his to take, whatever it asks for."""
        found: set[tuple[str, str | None]] = set()
        for state, action in TABLE:
            if state != case.state or action == "change_route":
                continue
            keys = [step.key for step in open_of(case.route, case.done)] if action in ROUTED else [None]
            for key in keys:
                tried = Try(what=What.TAKE, who=who, on=self._people.today, key=key)
                if _is_turn(action, tried, case) and self._is_theirs(action, tried, who, case):
                    found.add((action, key))
        return found - {("submit", None)} if ("forward", None) in found else found

    def _of_rest(self, tried: Try, who: Who, case: Case) -> bool | None:
        if not _fits(tried, case) or not self._are_all_theirs(tried, who, case):
            return False
        return True if tried.what in _SURE else None

    def _of_answer(self, tried: Try, _: Who, case: Case) -> bool:
        return case.items[tried.number].answer is None or tried.number >= case.sent_items

    def _of_people(self, tried: Try, who: Who) -> bool | None:
        people = self._people
        if tried.what is What.RECALL:
            held = people.lent[tried.number]
            may = held.by is who or people.may(who, P.MANAGE_USERS)
            return may and not held.is_recalled and people.today <= held.last
        if tried.what is What.LEND:
            return None if tried.task in people.own(who).tasks and tried.on >= people.today else False
        return True if tried.what in _SURE else None

    def _are_all_theirs(self, tried: Try, who: Who, case: Case) -> bool:
        """Say whether somebody may do what takes more than one permission, or is a step besides."""
        if tried.what is What.CORRECT_DAY and case.commenced is not None:
            return self._people.may(who, P.COMMENCE)
        if tried.what in (What.ASK, What.RECORD):
            return self._people.takes(who, "answer_approved", case.drafters)
        return tried.what is not What.COMMENCE or self._people.takes(who, "commence", case.drafters)

    def _of_reroute(self, tried: Try, _: Who, case: Case) -> bool:
        is_on_route = (case.state, "change_route") in TABLE and bool(case.past)
        return is_on_route and self._routes[tried.number].id != case.route.id

    def _of_note(self, _: Try, who: Who, case: Case) -> bool:
        is_on_desk = (case.state, "return") in TABLE
        desk = desk_of(case.route, case.done)
        return is_on_desk and self._people.has_on_desk(who, desk, case.drafters)

    def _of_step(self, tried: Try, who: Who, case: Case) -> bool | None:
        action = str(tried.action)
        is_held_up = (action in _ONWARD and any(note.bars for note in case.notes)) or (
            action == "complete" and any(item.answer is None for item in case.items)
        )
        may = (
            (case.state, action) in TABLE
            and not is_held_up
            and self._is_theirs(action, tried, who, case)
            and _is_turn(action, tried, case)
            and self._is_told(action, tried, who, case)
        )
        return None if may and action == "promulgate" else may

    def _is_theirs(self, action: str, tried: Try, who: Who, case: Case) -> bool:
        if action in ROUTED:
            step = next((one for one in case.route.steps if one.key == tried.key), None)
            return step is not None and self._people.decides(who, step, case.drafters)
        if action in ("return", "reject"):
            return self._people.has_on_desk(who, desk_of(case.route, case.done), case.drafters)
        return self._people.takes(who, action, case.drafters)

    def _is_told(self, action: str, tried: Try, who: Who, case: Case) -> bool:
        """Say whether the step comes with what it asks for, on a day that can be."""
        is_recorded = self._is_recorded(action, tried, who, case)
        if tried.lacks and (action in ASKS or is_recorded):
            return False
        if action in REVIEW_OF:
            first = next(one for one in case.reviews if one not in case.finished)
            if tried.outcome is None or (first != REVIEW_OF[action] and not tried.late):
                return False
        if tried.on > self._people.today:
            return False
        if tried.late and (is_recorded or action in OUTSIDE):
            return True
        previous = case.previous_day(action, tried.key)
        return previous is None or tried.on >= previous

    def _is_recorded(self, action: str, tried: Try, who: Who, case: Case) -> bool:
        """Say whether the step is another's, which the one who tries it only records."""
        if action in ROUTED and tried.key is not None:
            steps = [case.route.step(tried.key)]
        elif action in ("return", "reject"):
            steps = desk_of(case.route, case.done)
        else:
            return False
        hands = [self._people.own(who)]
        if who not in case.drafters:
            barred = case.drafters if action in ROUTED else set()
            hands += [hand for hand in self._people.borrowed(who) if not hand.of & barred]
        return not any(hand.covers(step) for hand in hands for step in steps)


def _fits(tried: Try, case: Case) -> bool:
    """Say whether a letter of the ministry, or the day of a regulation, lets something be done at all."""
    if tried.what is What.COMMENCE:
        return case.effective is not None
    if tried.what not in (What.ASK, What.RECORD, What.COMPOSE):
        return True
    letter = case.letters[tried.number]
    if letter.is_used or (tried.what is What.RECORD and len(letter.said) < len(case.operations)):
        return False
    answered, sent = case.round_of(letter.dated_on), len(case.rounds())
    return tried.what is What.COMPOSE or (answered > 0 and (answered == sent or bool(tried.late)))


def _is_turn(action: str, tried: Try, case: Case) -> bool:
    turns = {
        "send": lambda: not open_of(case.route, case.done),
        "return": lambda: tried.key is None or _is_behind(tried.key, case),
        "forward": lambda: all(
            step.by == P.REVIEW_AS_UNIT for step in case.route.steps if step.stage == "unit_review"
        ),
        "enact": lambda: case.finished == set(REVIEW_OF.values()),
        "complete": lambda: case.is_asked,
    }
    if action in ROUTED:
        waiting = open_of(case.route, case.done)
        return any(one.key == tried.key and str(one.kind) == ROUTED[action] for one in waiting)
    if action in REVIEW_OF:
        return REVIEW_OF[action] not in case.finished
    return action not in turns or turns[action]()


def _is_behind(key: str, case: Case) -> bool:
    """Say whether a step was taken before the one that is open, so that it may be gone back to."""
    here = min(step.position for step in desk_of(case.route, case.done))
    return case.done.get(key, False) and case.route.step(key).position < here
