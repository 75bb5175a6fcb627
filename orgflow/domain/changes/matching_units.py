"""Units matched by code, then by name in their place, by name elsewhere, and by what they hold."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.changes.likeness import Likeness
from orgflow.domain.changes.matching import Coded, Matched, Thing, Why, common_codes
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import UnitId, comparable

TAKEN: Final = 0.5
ASKED: Final = 0.4
CERTAIN: Final = 0.8
CLEAR: Final = 0.15
_RARE: Final = 12


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    old: UnitId
    new: UnitId
    is_in_place: bool


def match_units(before: Coded, after: Coded, matched: Matched, *, by_name: bool) -> None:
    """Match the units; the government itself is the government itself."""
    work = _Units(before.organisation, after.organisation, matched)
    if before.organisation.units and after.organisation.units:
        work.pair(before.organisation.structure.root().id, after.organisation.structure.root().id)
    if not by_name:
        work.by_code(before.unit_codes, after.unit_codes)
    work.by_name_and_place()


class _Units:
    """Units of both sides while they are matched."""

    def __init__(self, before: Organisation, after: Organisation, matched: Matched) -> None:
        self.before, self.after, self.matched = before, after, matched
        self.old = dict(before.units)
        self.new = dict(after.units)
        held = (*before.units.values(), *after.units.values())
        self.likeness = Likeness(unit.name for unit in held)
        self._contents = {
            **{(0, unit_id): contents_of(before, unit_id) for unit_id in before.units},
            **{(1, unit_id): contents_of(after, unit_id) for unit_id in after.units},
        }
        self._often = Counter(word for words in self._contents.values() for word in words)

    def pair(self, old: UnitId, new: UnitId) -> None:
        """Hold two to be one."""
        self.matched.units[new] = old
        del self.old[old], self.new[new]

    def by_code(self, old_codes: Mapping[UnitId, str], new_codes: Mapping[UnitId, str]) -> None:
        """Match what bears one code; where nothing else agrees it is asked.

        What bears a code that the other side does not know is not looked for under another code.
        """
        pairs = common_codes(old_codes, new_codes, self._has_same_name)
        for new, old in pairs.items():
            if old in self.old and new in self.new:
                self.pair(old, new)
        for new, old in pairs.items():
            one, other = self.before.units[old], self.after.units[new]
            alike = self.likeness.of(one.name, other.name)
            if alike < ASKED and not self._is_in_place(one, other) and self._support(old, new) < ASKED:
                self.matched.doubt(Thing.UNIT, (old, new), Why.CODE_ALONE, alike, is_taken=True)
        if pairs:
            self._ask_of_same(self._take_out(old_codes, new_codes))

    def _take_out(
        self, old_codes: Mapping[UnitId, str], new_codes: Mapping[UnitId, str]
    ) -> tuple[list[Unit], list[Unit]]:
        """Leave the coded out of what is matched by name, as far as the other side is coded throughout."""
        ended = [unit for unit in self.old.values() if unit.id in old_codes]
        begun = [unit for unit in self.new.values() if unit.id in new_codes]
        if all(unit_id in new_codes for unit_id in self.new):
            for unit in ended:
                del self.old[unit.id]
        if all(unit_id in old_codes for unit_id in self.before.units):
            for unit in begun:
                del self.new[unit.id]
        return ended, begun

    def _ask_of_same(self, left: tuple[list[Unit], list[Unit]]) -> None:
        names = {(unit.parent_id, comparable(unit.name)): unit.id for unit in left[0]}
        for unit in left[1]:
            above = self.matched.units.get(unit.parent_id) if unit.parent_id is not None else None
            old = names.get((above, comparable(unit.name)))
            if old is not None:
                self.matched.doubt(Thing.UNIT, (old, unit.id), Why.CODES_DIFFER, 0.5, is_taken=False)

    def _has_same_name(self, old: UnitId, new: UnitId) -> bool:
        return comparable(self.before.units[old].name) == comparable(self.after.units[new].name)

    def by_name_and_place(self) -> None:
        """Match what bears no common code."""
        while self.new and self.old and (self._same_in_place() or self._same_elsewhere() or self._alike()):
            pass
        for candidate in self._candidates(ASKED):
            why = Why.ALIKE_IN_PLACE if candidate.is_in_place else Why.ALIKE_ELSEWHERE
            pair = (candidate.old, candidate.new)
            self.matched.doubt(Thing.UNIT, pair, why, candidate.score, is_taken=False)
        self._ask_of_the_last()

    def _ask_of_the_last(self) -> None:
        """Ask of two that have nothing in common but that each is the last of its kind in one place."""
        asked = {(doubt.from_id, doubt.to_id) for doubt in self.matched.asked}
        last: dict[tuple[UnitId | None, str], list[UnitId]] = defaultdict(list)
        for unit in self.old.values():
            last[unit.parent_id, unit.kind.code].append(unit.id)
        waiting: dict[tuple[UnitId | None, str], list[UnitId]] = defaultdict(list)
        for unit in self.new.values():
            if unit.parent_id is not None and unit.parent_id in self.matched.units:
                waiting[self.matched.units[unit.parent_id], unit.kind.code].append(unit.id)
        for key, new in waiting.items():
            old = last[key]
            if len(new) == len(old) == 1 and (old[0], new[0]) not in asked:
                score = self._score(self.old[old[0]], self.new[new[0]])
                self.matched.doubt(Thing.UNIT, (old[0], new[0]), Why.ONLY_ONE_LEFT, score, is_taken=False)

    def _same_in_place(self) -> bool:
        found = False
        places = {(unit.parent_id, comparable(unit.name)): unit.id for unit in self.old.values()}
        for unit in list(self.new.values()):
            above = self.matched.units.get(unit.parent_id) if unit.parent_id is not None else None
            old = places.get((above, comparable(unit.name))) if above is not None else None
            if old is not None and old in self.old:
                self.pair(old, unit.id)
                found = True
        return found

    def _same_elsewhere(self) -> bool:
        """Match a name left once on each side; one that is common, or holds nothing alike, is asked."""
        old, new = _by_name(self.old.values()), _by_name(self.new.values())
        found = False
        for key, units in new.items():
            if len(units) != 1 or len(old.get(key, ())) != 1:
                continue
            one, other = old[key][0], units[0]
            everywhere = sum(unit.name == one.name for unit in self.before.units.values())
            support = self._support(one.id, other.id)
            if everywhere > 1 or support < TAKEN:
                score = 0.5 + support / 4 if everywhere == 1 else 0.4 + support / 4
                self.matched.doubt(
                    Thing.UNIT, (one.id, other.id), Why.SAME_NAME_ELSEWHERE, score, is_taken=True
                )
            self.pair(one.id, other.id)
            found = True
        return found

    def _alike(self) -> bool:
        """Take the best pair of each unit left, where no other comes before it."""
        found = False
        rivals: dict[UnitId, list[float]] = defaultdict(list)
        candidates = sorted(self._candidates(ASKED), key=lambda one: -one.score)
        for candidate in candidates:
            rivals[candidate.old].append(candidate.score)
            rivals[candidate.new].append(candidate.score)
        for candidate in candidates:
            if candidate.score < TAKEN or candidate.old not in self.old or candidate.new not in self.new:
                continue
            lead = min(_lead(rivals[candidate.old], candidate), _lead(rivals[candidate.new], candidate))
            if candidate.score < CERTAIN or lead < CLEAR or not candidate.is_in_place:
                why = Why.ALIKE_IN_PLACE if candidate.is_in_place else Why.ALIKE_ELSEWHERE
                pair = (candidate.old, candidate.new)
                self.matched.doubt(Thing.UNIT, pair, why, candidate.score, is_taken=True)
            self.pair(candidate.old, candidate.new)
            found = True
        return found

    def _candidates(self, least: float) -> Iterator[_Candidate]:
        """Yield the pairs that stand in one place, or share a rare word or content, and are alike enough."""
        below: dict[UnitId | None, list[UnitId]] = defaultdict(list)
        sharing: dict[tuple[str, str], list[UnitId]] = defaultdict(list)
        for unit in self.old.values():
            below[unit.parent_id].append(unit.id)
            for key in self._keys(0, unit):
                sharing[key].append(unit.id)
        for unit in self.new.values():
            above = self.matched.units.get(unit.parent_id) if unit.parent_id is not None else None
            near = dict.fromkeys(below[above]) if above is not None else {}
            for key in self._keys(1, unit):
                near |= dict.fromkeys(sharing[key])
            for old in near:
                score = self._score(self.old[old], unit)
                if score >= least:
                    yield _Candidate(score, old, unit.id, self._is_in_place(self.old[old], unit))

    def _keys(self, side: int, unit: Unit) -> Iterator[tuple[str, str]]:
        for word in self.likeness.rare_words(unit.name, _RARE):
            yield "name", word
        for content in self._contents[side, unit.id]:
            if self._often[content] <= _RARE:
                yield "content", content

    def _score(self, old: Unit, new: Unit) -> float:
        alike = self.likeness.of(old.name, new.name)
        place = 0.2 if self._is_in_place(old, new) else 0.0
        kind = 0.1 if old.kind.code == new.kind.code else 0.0
        if not self._contents[0, old.id] and not self._contents[1, new.id]:
            return 0.7 * alike + place + kind
        return 0.45 * alike + 0.25 * self._support(old.id, new.id) + place + kind

    def _support(self, old: UnitId, new: UnitId) -> float:
        """Return how much of what both hold is common to both, rare things counting more."""
        first, second = self._contents[0, old], self._contents[1, new]
        whole = max(self._weight(first), self._weight(second))
        return self._weight(first & second) / whole if whole else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        return sum(1 / self._often[word] for word in words)

    def _is_in_place(self, old: Unit, new: Unit) -> bool:
        if new.parent_id is None or old.parent_id is None:
            return new.parent_id is old.parent_id
        return self.matched.units.get(new.parent_id) == old.parent_id


def contents_of(organisation: Organisation, unit_id: UnitId) -> frozenset[str]:
    """Return what a unit holds, as words to compare: units below it, titles of posts, texts of functions."""
    return frozenset(
        (
            *(f"u {comparable(child.name)}" for child in organisation.structure.children(unit_id)),
            *(f"p {comparable(post.title)}" for post in organisation.posts_of(unit_id) if post.title),
            *(f"f {comparable(held.text)}" for held in organisation.functions_of(unit_id)),
        )
    )


def _by_name(units: Iterable[Unit]) -> dict[tuple[str, str], list[Unit]]:
    found: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in units:
        found[comparable(unit.name), unit.kind.code].append(unit)
    return found


def _lead(scores: list[float], candidate: _Candidate) -> float:
    others = sorted(scores, reverse=True)
    others.remove(candidate.score)
    return candidate.score - others[0] if others else 1.0
