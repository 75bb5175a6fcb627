"""What a try on a walk is made of: operations, what the ministry says to them, posts and what is lent."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from orgflow.domain.changes.operations import (
    AbolishUnit,
    CreateUnit,
    MoveUnit,
    NewUnit,
    Operation,
    RenameUnit,
    SwapNames,
)
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.values import UnitId
from tests.walks.ledger import Case
from tests.walks.people import LENT, People
from tests.walks.trying import Ground, Said, Try, What, Who

W = What
_NAMES: Final = tuple(f"Bagian {word}" for word in ("Arsip", "Berita", "Citra", "Data", "Edukasi", "Foto"))
_BUREAUS: Final = ("Biro Administrasi Pimpinan", "Biro Komunikasi Pimpinan", "Biro Hubungan Masyarakat")
HEIRS: Final = (Who.HEAD, Who.HEIR, Who.ORGANISATION, Who.LEGAL)
"""Who may come to hold a post."""
_PEOPLE: Final = tuple(Who)


@dataclass(frozen=True, slots=True)
class Matter:
    """Draws what tries are about."""

    chance: random.Random
    ground: Ground
    people: People

    def words(self, kept: Case, known: Mapping[int, Said]) -> Iterator[Said]:
        """Yield what a letter says to some of the operations, more to those that are still open."""
        for place, operation in enumerate(kept.operations):
            if self.chance.random() < (0.15 if place in known else 0.8):
                verdicts = [*GrantVerdict, GrantVerdict.GRANTED]
                said = self.chance.choice(verdicts)
                become: tuple[Operation, ...] = ()
                if said is GrantVerdict.CHANGED:
                    named = getattr(operation, "unit_id", None) or self.ground.units["bureau"]
                    become = (RenameUnit(named, self._name(named)),)
                yield Said(
                    place, said, become, "" if said is GrantVerdict.GRANTED else "Tidak sesuai pedoman."
                )

    def moving(self) -> Try:
        """Return something of posts and of what people lend one another."""
        chance, people = self.chance, self.people
        post, draw = chance.choice(self.ground.posts), chance.random()
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
        return Try(what=W.APPOINT, who=who, on=people.today, post=post, to=chance.choice(HEIRS))

    def filling(self, drafters: set[Who]) -> Try:
        """Return what brings in somebody who may decide: a post filled or freed, or a substitute named."""
        people, today = self.people, self.people.today
        moved = [post for post in self.ground.posts if people.moved_on.get(post) == today]
        for post in self.ground.posts:
            holder = people.holders[post]
            if post in moved or self.chance.random() < 0.3:
                continue
            if holder is None:
                able = [who for who in HEIRS if who not in drafters] or list(HEIRS)
                return Try(what=W.APPOINT, who=Who.ADMIN, on=today, post=post, to=self.chance.choice(able))
            if holder in drafters:
                return Try(what=W.LEAVE, who=Who.ADMIN, on=today, post=post)
        return self.moving()

    def operation(self) -> Operation:
        """Return an operation on the bureau's branch, which the rules may refuse."""
        chance, units = self.chance, self.ground.units
        one, other = chance.sample([units["one"], units["two"], units["three"]], 2)
        drawn = chance.random()
        if drawn < 0.35:
            return RenameUnit(one, self._name(one))
        if drawn < 0.5:
            return SwapNames(one, other)
        if drawn < 0.7:
            new = UnitId(self.ground.new_id())
            return CreateUnit(NewUnit(new, "bagian", chance.choice(_NAMES), units["bureau"], 9))
        if drawn < 0.85:
            return MoveUnit(one, units["outside"], 9)
        return AbolishUnit(one)

    def _name(self, unit_id: UnitId) -> str:
        is_bureau = unit_id == self.ground.units["bureau"]
        return self.chance.choice(_BUREAUS if is_bureau else _NAMES)
