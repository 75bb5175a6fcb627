"""What is tried next on a walk: mostly what brings a proposal on, often something that must be refused."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.operations import (
    AbolishUnit,
    CreateUnit,
    MoveUnit,
    NewUnit,
    Operation,
    RenameUnit,
    SwapNames,
)
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.notes.note import NoteAct
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import UnitId
from tests.walks.ledger import Case
from tests.walks.people import LENT
from tests.walks.table import open_of
from tests.walks.trying import Said, Try, What, Who
from tests.walks.walk import OF_NO_CASE, Walk

A, P, W = Action, Permission, What
MOST_CASES: Final = 4
_NAMES: Final = tuple(f"Bagian {word}" for word in ("Arsip", "Berita", "Citra", "Data", "Edukasi", "Foto"))
_BUREAUS: Final = ("Biro Administrasi Pimpinan", "Biro Komunikasi Pimpinan", "Biro Hubungan Masyarakat")
_LEADS: Final[dict[str, tuple[Action, ...]]] = {
    "draft": (A.SUBMIT, A.FORWARD),
    "signing": (A.SEND,),
    "submitted": (A.RECEIVE,),
    "harmonization": (A.RECORD_HARMONIZATION, A.RECORD_FACILITATION, A.ENACT),
    "facilitation": (A.RECORD_HARMONIZATION, A.RECORD_FACILITATION, A.ENACT),
    "enacted": (A.PROMULGATE,),
}
_BACK: Final = (A.RETURN, A.RETURN, A.RETURN, A.RECALL, A.WITHDRAW, A.REJECT)
_PEOPLE: Final = tuple(Who)


class Chooser:
    """Draws the next try of a walk."""

    def __init__(self, walk: Walk) -> None:
        """Draw for one walk; how often a proposal is set back is drawn too."""
        self._walk = walk
        self._chance = walk.chance
        self._setbacks = walk.chance.choice((0.02, 0.05, 0.15))
        self._at = 0

    def next(self) -> Try | None:
        """Return what is tried next; None lets days go by."""
        draw, case = self._chance.random(), self._case()
        if draw < 0.10:
            return None
        if draw < 0.18:
            return self._people()
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
        """Return it tried by somebody who may, where one does; seldom by anybody."""
        walk, verdicts = self._walk, self._walk.verdicts
        if self._chance.random() < 0.05:
            return tried
        about = None if tried.what in OF_NO_CASE else walk.cases[tried.case]
        for who in self._chance.sample(_PEOPLE, len(_PEOPLE)):
            if verdicts.of(tried, who, about) is not False:
                return replace(tried, who=who)
        return tried if self._chance.random() < 0.3 else self._people()

    def _try(self, what: What, case: int, **facts: object) -> Try:
        on = facts.pop("on", self._walk.people.today)
        return Try(what=what, who=self._chance.choice(_PEOPLE), case=case, on=on, **facts)

    def _step(self, action: Action, case: int, key: str | None = None) -> Try:
        """Return a step with all it asks for; seldom on another day or with something missing."""
        chance, today = self._chance, self._walk.people.today
        days = chance.choice((0, 0, 0, 0, 0, 0, -1, -9, 1)) if chance.random() < 0.3 else 0
        outcomes = (ReviewOutcome.FINISHED, ReviewOutcome.FINISHED, ReviewOutcome.NEEDS_REPAIR)
        is_review = action in (A.RECORD_HARMONIZATION, A.RECORD_FACILITATION)
        return self._try(
            What.TAKE,
            case,
            action=action,
            key=key,
            on=today + timedelta(days=days),
            lacks=chance.random() < 0.04,
            late="Baru diterima." if chance.random() < 0.2 else "",
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
        if barring:
            return self._reply(case, barring[0], NoteAct.ANSWER)
        waiting = open_of(kept.route, kept.done)
        if kept.state == "draft" and not kept.past and self._chance.random() < 0.4:
            return self._try(W.OPERATION, case, operation=self._operation())
        if kept.state == "ministry_review":
            return self._talk(case, kept)
        if kept.state in ("promulgated", "implemented"):
            return self._commencing(case, kept)
        if kept.state in ("withdrawn", "rejected", "superseded"):
            return self._try(W.COPY, case) if len(self._walk.cases) < MOST_CASES else self._people()
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
        fresh = [number for number, letter in enumerate(kept.letters) if not letter.is_used]
        missing = [number for number, item in enumerate(kept.items) if item.answer is None]
        if missing and chance.random() < 0.8:
            number = chance.choice(missing)
            return self._try(W.ANSWER, case, number=number, text=f"Terlampir {number}.")
        if kept.items and len(kept.items) > kept.sent_items and chance.random() < 0.7:
            return self._step(A.COMPLETE, case)
        if not fresh or chance.random() < 0.1:
            back = chance.choice((0, 0, 0, 2, 12))
            return self._try(W.LETTER, case, on=self._walk.people.today - timedelta(days=back))
        number, late = fresh[-1], chance.choice(("", "", "Baru diterima."))
        letter, draw = kept.letters[number], chance.random()
        if len(letter.said) == len(kept.operations) and draw < 0.8:
            return self._try(W.RECORD, case, number=number, late=late)
        if not letter.said and draw < 0.3 and len(kept.rounds()) < 4:
            texts = "\n".join(
                f"Lengkapi {len(kept.rounds())}.{count}" for count in range(chance.randrange(1, 4))
            )
            return self._try(W.ASK, case, number=number, text=texts, late=late)
        if draw < 0.36:
            whole = (
                A.ANSWER_APPROVED,
                A.ANSWER_APPROVED_WITH_NOTES,
                A.ANSWER_REJECTED,
                A.ANSWER_ASKS_COMPLETION,
            )
            return self._step(chance.choice(whole), case)
        return self._try(W.COMPOSE, case, number=number, said=tuple(self._said(kept, letter.said.keys())))

    def _said(self, kept: Case, known: object) -> Iterator[Said]:
        """Yield what a letter says to some of the operations, more to those that are still open."""
        assert isinstance(known, type({}.keys()))
        for place, operation in enumerate(kept.operations):
            if self._chance.random() < (0.15 if place in known else 0.8):
                verdicts = [*GrantVerdict, GrantVerdict.GRANTED]
                said = self._chance.choice(verdicts)
                become: tuple[Operation, ...] = ()
                if said is GrantVerdict.CHANGED:
                    named = getattr(operation, "unit_id", None) or self._walk.ground.units["bureau"]
                    become = (RenameUnit(named, self._name(named)),)
                yield Said(
                    place, said, become, "" if said is GrantVerdict.GRANTED else "Tidak sesuai pedoman."
                )

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
        step = chance.choice(kept.route.steps)
        tries = [
            lambda: self._step(
                chance.choice(list(set(A) - {A.CHANGE_ROUTE, A.SUPERSEDE, A.COMMENCE})), case, step.key
            ),
            lambda: self._step(chance.choice((A.APPROVE, A.PARAF, A.SIGN)), case, step.key),
            lambda: self._try(W.EDIT, case, text="Ubah."),
            lambda: self._try(W.OPERATION, case, operation=self._operation()),
            lambda: self._try(W.COMMENCE, case),
            lambda: self._try(W.DUE, case),
            lambda: self._try(W.REROUTE, case, number=chance.randrange(len(self._walk.ground.routes))),
            lambda: self._try(
                W.SET_DAY, case, effective=self._day() or kept.enacted_on, late="Baru diketahui."
            ),
            lambda: self._try(W.CORRECT_DAY, case, effective=self._day(), text="keliru dicatat"),
            lambda: self._try(W.DECIDE, case, choice=Choice.LATEST),
            lambda: self._try(W.NOTE, case, text=f"Mohon dijelaskan {len(kept.notes) + 1}."),
            lambda: self._try(W.LETTER, case),
        ]
        for number in range(len(kept.notes)):
            tries.append(lambda number=number: self._reply(case, number, chance.choice(list(NoteAct))))
        for number in range(len(kept.items)):
            tries.append(lambda number=number: self._try(W.ANSWER, case, number=number, text="Ditulis lagi."))
        for number in range(len(kept.letters)):
            tries.append(lambda number=number: self._try(W.RECORD, case, number=number, late="Terlambat."))
            tries.append(lambda number=number: self._try(W.ASK, case, number=number, text="Lagi."))
        return chance.choice(tries)()

    def _people(self) -> Try:
        """Return something of posts and of what people lend one another."""
        chance, people = self._chance, self._walk.people
        post, draw = chance.choice(self._walk.ground.posts), chance.random()
        first = people.today + timedelta(days=chance.choice((0, 0, 1)))
        until, to = first + timedelta(days=chance.randrange(1, 20)), chance.choice(_PEOPLE)
        if draw < 0.35:
            mine = [(who, task) for who in _PEOPLE for task in LENT if task in people.own(who).tasks]
            by, task = (
                chance.choice(mine)
                if chance.random() < 0.9
                else (chance.choice(_PEOPLE), chance.choice(LENT))
            )
            return Try(what=W.LEND, who=by, on=first, until=until, task=task, to=to)
        who = Who.ADMIN if chance.random() < 0.8 else chance.choice(_PEOPLE)
        if draw < 0.6:
            return Try(what=W.SUBSTITUTE, who=who, on=first, until=until, post=post, to=to)
        if draw < 0.75 and people.lent:
            return Try(what=W.RECALL, who=who, on=people.today, number=chance.randrange(len(people.lent)))
        if people.moved_on.get(post) == people.today:
            return Try(what=W.DUE, who=Who.TU, on=people.today)
        if people.holders[post] is not None:
            return Try(what=W.LEAVE, who=who, on=people.today, post=post)
        heir = chance.choice((Who.HEAD, Who.HEIR, Who.ORGANISATION, Who.LEGAL))
        return Try(what=W.APPOINT, who=who, on=people.today, post=post, to=heir)

    def _operation(self) -> Operation:
        """Return an operation on the bureau's branch, which the rules may refuse."""
        chance, units = self._chance, self._walk.ground.units
        one, other = chance.sample([units["one"], units["two"], units["three"]], 2)
        drawn = chance.random()
        if drawn < 0.35:
            return RenameUnit(one, self._name(one))
        if drawn < 0.5:
            return SwapNames(one, other)
        if drawn < 0.7:
            new = UnitId(self._walk.ground.new_id())
            return CreateUnit(NewUnit(new, "bagian", chance.choice(_NAMES), units["bureau"], 9))
        if drawn < 0.85:
            return MoveUnit(one, units["outside"], 9)
        return AbolishUnit(one)

    def _name(self, unit_id: UnitId) -> str:
        is_bureau = unit_id == self._walk.ground.units["bureau"]
        return self._chance.choice(_BUREAUS if is_bureau else _NAMES)
