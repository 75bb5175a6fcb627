"""What is tried next on a walk: mostly what brings a proposal on, often something that must be refused."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.notes.note import NoteAct
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import ReviewOutcome
from tests.walks.ledger import Case
from tests.walks.matter import Matter
from tests.walks.table import REVIEW_OF, open_of
from tests.walks.trying import Try, What, Who
from tests.walks.walk import OF_NO_CASE, Walk

A, P, W = Action, Permission, What
MOST_CASES: Final = 4
MOST_ROUNDS: Final = 5
_LEADS: Final[dict[str, tuple[Action, ...]]] = {
    "draft": (A.SUBMIT, A.FORWARD),
    "signing": (A.SEND,),
    "submitted": (A.RECEIVE,),
    "harmonization": (A.RECORD_HARMONIZATION, A.RECORD_FACILITATION, A.ENACT),
    "facilitation": (A.RECORD_HARMONIZATION, A.RECORD_FACILITATION, A.ENACT),
    "enacted": (A.PROMULGATE,),
}
_BACK: Final = (A.RETURN, A.RETURN, A.RETURN, A.RECALL, A.WITHDRAW, A.REJECT)
_WHOLE_ANSWERS: Final = (
    A.ANSWER_APPROVED,
    A.ANSWER_APPROVED_WITH_NOTES,
    A.ANSWER_REJECTED,
    A.ANSWER_ASKS_COMPLETION,
)
_OF_PAGE: Final = frozenset(
    {W.TAKE, W.EDIT, W.OPERATION, W.COMMENCE, W.ASK, W.RECORD, W.SET_DAY, W.CORRECT_DAY}
)
_ANYTHING: Final = (
    *(W.TAKE,) * 6,
    W.EDIT,
    W.OPERATION,
    W.REROUTE,
    W.COPY,
    W.NOTE,
    *(W.REPLY,) * 2,
    W.LETTER,
    W.ASK,
    *(W.ANSWER,) * 2,
    W.COMPOSE,
    W.RECORD,
    W.SET_DAY,
    W.CORRECT_DAY,
    W.DECIDE,
    W.COMMENCE,
    W.DUE,
)
RECORDING: Final = {review: Action(action) for action, review in REVIEW_OF.items()}
_STEPS: Final = tuple(action for action in A if action not in (A.CHANGE_ROUTE, A.SUPERSEDE, A.COMMENCE))
_PEOPLE: Final = tuple(Who)


class Chooser:
    """Draws the next try of a walk."""

    def __init__(self, walk: Walk, *, keeps_revisions: bool = False) -> None:
        """Draw for one walk; how often a proposal is set back is drawn too.

        Args:
            keeps_revisions: the ground tells a page that is stale from one that is not.
        """
        self._stale = 0.03 if keeps_revisions else 0.0
        self._walk = walk
        self._chance = walk.chance
        self._setbacks = walk.chance.choice((0.02, 0.05, 0.15))
        self._at = 0
        self._matter = Matter(walk.chance, walk.ground, walk.people)

    def next(self) -> Try | None:
        """Return what is tried next; None lets days go by."""
        tried = self._next()
        if tried is not None and tried.what in _OF_PAGE and self._chance.random() < self._stale:
            return replace(tried, is_stale=True)
        return tried

    def _next(self) -> Try | None:
        draw, case = self._chance.random(), self._case()
        if draw < 0.10:
            return None
        if draw < 0.18:
            return self._matter.moving()
        if draw < 0.28:
            return self._anything(case)
        if draw < 0.28 + self._setbacks:
            return self._by_able(self._back(case))
        return self._by_able(self._onward(case))

    def _case(self) -> int:
        """Return which proposal it is about: mostly the one of before, until it is done with."""
        cases = self._walk.cases
        if cases[self._at].state in ("implemented", "superseded") or self._chance.random() < 0.1:
            going = [
                number for number, one in enumerate(cases) if one.state not in ("implemented", "superseded")
            ]
            self._at = self._chance.choice(going or range(len(cases)))
        return self._at if self._chance.random() < 0.9 else self._chance.randrange(len(cases))

    def _by_able(self, tried: Try) -> Try:
        """Return it tried by somebody whose turn it is, by one who is tempted, or seldom by anybody."""
        walk, verdicts, draw = self._walk, self._walk.verdicts, self._chance.random()
        about = None if tried.what in OF_NO_CASE else walk.cases[tried.case]
        if draw < 0.05:
            return tried
        if draw < 0.15 and about is not None:
            tempted = verdicts.tempted(tried, about)
            return self._spoilt(replace(tried, who=self._chance.choice(tempted)) if tempted else tried)
        for who in self._chance.sample(_PEOPLE, len(_PEOPLE)):
            if verdicts.could(tried, who, about):
                return self._spoilt(replace(tried, who=who))
        if draw < 0.4 or about is None:
            return tried
        return self._matter.filling(about.drafters)

    def _spoilt(self, tried: Try) -> Try:
        """Return a step as it is; seldom on another day, late, or with something missing."""
        chance = self._chance
        if tried.what is not W.TAKE or chance.random() > 0.2:
            return tried
        days = timedelta(days=chance.choice((0, 0, -1, -9, 1)))
        late = chance.choice(("", "", "Baru diterima."))
        return replace(tried, on=tried.on + days, lacks=chance.random() < 0.2, late=late)

    def _try(self, what: What, case: int, **facts: object) -> Try:
        on = facts.pop("on", self._walk.people.today)
        return Try(what=what, who=self._chance.choice(_PEOPLE), case=case, on=on, **facts)

    def _step(self, action: Action, case: int, key: str | None = None) -> Try:
        """Return a step with all it asks for."""
        chance = self._chance
        outcomes = (ReviewOutcome.FINISHED, *ReviewOutcome)
        is_review = action in (A.RECORD_HARMONIZATION, A.RECORD_FACILITATION)
        return self._try(
            What.TAKE,
            case,
            action=action,
            key=key,
            late="Baru diterima." if is_review and chance.random() < 0.3 else "",
            outcome=chance.choice(outcomes) if is_review else None,
            effective=self._day() if action is A.PROMULGATE else None,
        )

    def _day(self) -> date | None:
        """Return a day of commencement: unknown yet, past, today or ahead."""
        ahead = self._chance.choice((None, -20, 0, 0, 3, 10, 40))
        return None if ahead is None else self._walk.people.today + timedelta(days=ahead)

    def _onward(self, case: int) -> Try:
        """Return what brings a proposal on from where it stands."""
        kept = self._walk.cases[case]
        barring = [number for number, note in enumerate(kept.notes) if note.bars]
        if barring and self._chance.random() < 0.8:
            return self._reply(case, barring[0], NoteAct.ANSWER)
        of_state = {
            "draft": self._drafting,
            "ministry_review": self._talk,
            "promulgated": self._commencing,
            "implemented": self._commencing,
            "withdrawn": self._ended,
            "rejected": self._ended,
            "superseded": self._ended,
        }
        return of_state.get(kept.state, self._on_road)(case, kept)

    def _drafting(self, case: int, kept: Case) -> Try:
        draw = self._chance.random()
        if draw < 0.4 and not kept.past:
            return self._try(W.OPERATION, case, operation=self._matter.operation())
        return self._try(W.EDIT, case) if draw > 0.85 else self._on_road(case, kept)

    def _ended(self, case: int, _: Case) -> Try:
        return self._try(W.COPY, case) if len(self._walk.cases) < MOST_CASES else self._matter.moving()

    def _on_road(self, case: int, kept: Case) -> Try:
        waiting = open_of(kept.route, kept.done)
        missing = [RECORDING[review] for review in kept.reviews if review not in kept.finished]
        if kept.state in REVIEW_OF.values() and self._chance.random() < 0.9:
            return self._step(missing[0] if missing else A.ENACT, case)
        if kept.state in _LEADS and not (kept.state == "signing" and waiting):
            return self._step(self._chance.choice(_LEADS[kept.state]), case)
        step = self._chance.choice(waiting)
        return self._step(step.action, case, step.key)

    def _back(self, case: int) -> Try:
        """Return what sets a proposal back, or asks something of it."""
        kept, draw = self._walk.cases[case], self._chance.random()
        if draw < 0.4:
            return self._try(W.NOTE, case, text=f"Mohon dijelaskan {len(kept.notes) + 1}.")
        if draw < 0.55:
            return self._try(W.REROUTE, case, number=self._chance.randrange(len(self._walk.ground.routes)))
        keys = [None, *(key for key, is_taken in kept.done.items() if is_taken)]
        action = self._chance.choice(_BACK)
        return self._step(action, case, self._chance.choice(keys) if action is A.RETURN else None)

    def _reply(self, case: int, number: int, act: NoteAct) -> Try:
        text = f"Sudah dijelaskan pada halaman {number + 1}."
        return self._try(W.REPLY, case, number=number, act=act, text=text)

    def _talk(self, case: int, kept: Case) -> Try:
        """Return something of the talk with the ministry, in as many rounds as it takes."""
        chance = self._chance
        missing = [number for number, item in enumerate(kept.items) if item.answer is None]
        if missing and chance.random() < 0.8:
            number = chance.choice(missing)
            return self._try(W.ANSWER, case, number=number, text=f"Terlampir {number}.")
        if len(kept.items) > kept.sent_items and chance.random() < 0.7:
            return self._step(A.COMPLETE, case)
        fresh = [at for at, letter in enumerate(kept.letters) if not letter.is_used]
        answering = [at for at in fresh if kept.round_of(kept.letters[at].dated_on)]
        if not answering or chance.random() < 0.1:
            back = chance.choice((0, 0, 0, 2, 12))
            return self._try(W.LETTER, case, on=self._walk.people.today - timedelta(days=back))
        return self._by_letter(case, kept, (answering if chance.random() < 0.9 else fresh)[-1])

    def _by_letter(self, case: int, kept: Case, number: int) -> Try:
        """Return something that a letter says which is no step yet."""
        chance = self._chance
        said, draw = kept.letters[number].said, chance.random()
        is_late = kept.round_of(kept.letters[number].dated_on) < len(kept.rounds())
        late = "Baru diterima." if is_late and chance.random() < 0.9 else ""
        if len(said) == len(kept.operations) and draw < 0.8:
            return self._try(W.RECORD, case, number=number, late=late)
        if not said and draw < 0.3 and len(kept.rounds()) < MOST_ROUNDS:
            asked = (f"Lengkapi {len(kept.items) + more}." for more in range(chance.randrange(1, 4)))
            return self._try(W.ASK, case, number=number, text="\n".join(asked), late=late)
        if draw < 0.36:
            return self._step(chance.choice(_WHOLE_ANSWERS), case)
        return self._try(W.COMPOSE, case, number=number, said=tuple(self._matter.words(kept, said)))

    def _commencing(self, case: int, kept: Case) -> Try:
        """Return something of the day on which a regulation commences, or of its correction."""
        draw = self._chance.random()
        if kept.state == "implemented" or draw < 0.15:
            return self._try(W.CORRECT_DAY, case, effective=self._day(), text="keliru dicatat")
        if kept.effective is None or draw < 0.2:
            day = self._day() or self._walk.people.today
            return self._try(W.SET_DAY, case, effective=day, late="Baru diketahui.")
        asked = self._walk.ground.asked(case)
        if any(one.choice is None for one in asked) and draw < 0.9:
            return self._try(W.DECIDE, case, choice=self._chance.choice((Choice.OURS, Choice.LATEST)))
        return self._try(W.COMMENCE if draw < 0.8 else W.DUE, case)

    def _anything(self, case: int) -> Try:
        """Return what anybody may think of, wherever the proposal stands."""
        kept, chance = self._walk.cases[case], self._chance
        what = chance.choice(list(_ANYTHING))
        counts = {
            W.REPLY: len(kept.notes),
            W.ANSWER: len(kept.items),
            W.REROUTE: len(self._walk.ground.routes),
            W.RECORD: len(kept.letters),
            W.ASK: len(kept.letters),
            W.COMPOSE: len(kept.letters),
        }
        if what is W.TAKE or counts.get(what, 1) == 0:
            step = chance.choice(kept.route.steps)
            routed = (A.APPROVE, A.PARAF, A.SIGN)
            action = chance.choice(routed if chance.random() < 0.5 else _STEPS)
            return self._spoilt(self._step(action, case, step.key))
        return self._try(
            what,
            case,
            number=chance.randrange(counts.get(what, 1)),
            operation=self._matter.operation() if what is W.OPERATION else None,
            act=chance.choice(list(NoteAct)) if what is W.REPLY else None,
            effective=self._day() or self._walk.people.today if what in (W.SET_DAY, W.CORRECT_DAY) else None,
            choice=Choice.LATEST if what is W.DECIDE else None,
            said=tuple(self._matter.words(kept, {})) if what is W.COMPOSE else (),
            late=chance.choice(("", "Baru diterima.")),
            text=f"Mohon dijelaskan {len(kept.notes) + 1}.",
        )
