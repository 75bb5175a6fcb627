"""Posts and functions matched once the units are: by code, by unit and words, by words elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar
from uuid import UUID

from orgflow.domain.changes.likeness import Likeness
from orgflow.domain.changes.matching import Coded, Matched, Thing, Why, common_codes
from orgflow.domain.organisation.organisation import Function, Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.values import FunctionId, PostId, UnitId, comparable

Key = TypeVar("Key", PostId, FunctionId)

TAKEN: Final = 0.55
CERTAIN: Final = 0.85
_RARE: Final = 12


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Key]):
    """A post or function as it is compared: ``sort`` and ``text`` say what it is, ``traits`` how it is."""

    id: Key
    unit_id: UnitId
    sort: str
    text: str
    traits: tuple[object, ...]


def match_posts(before: Coded, after: Coded, matched: Matched, *, by_name: bool) -> None:
    """Match the posts."""
    old = [_post(post) for post in before.organisation.posts.values()]
    new = [_post(post) for post in after.organisation.posts.values()]
    work = _Contents(Thing.POST, old, new, matched, matched.posts)
    work.match({} if by_name else before.post_codes, {} if by_name else after.post_codes)


def match_functions(before: Coded, after: Coded, matched: Matched, *, by_name: bool) -> None:
    """Match the duties and functions."""
    old = [_function(held) for held in before.organisation.functions.values()]
    new = [_function(held) for held in after.organisation.functions.values()]
    work = _Contents(Thing.FUNCTION, old, new, matched, matched.functions)
    work.match({} if by_name else before.function_codes, {} if by_name else after.function_codes)


def _post(post: Post) -> _Entry[PostId]:
    is_titled = post.role is PostRole.MEMBER
    text = post.title or "" if is_titled else ""
    sort = "" if is_titled else str(post.role)
    traits = (post.echelon, post.functional_rank, post.seats)
    return _Entry(post.id, post.unit_id, sort, text, traits)


def _function(held: Function) -> _Entry[FunctionId]:
    return _Entry(held.id, held.unit_id, str(held.kind), held.text, (held.position,))


class _Contents(Generic[Key]):
    """Posts or functions of both sides while they are matched."""

    def __init__(
        self,
        thing: Thing,
        old: Iterable[_Entry[Key]],
        new: Iterable[_Entry[Key]],
        matched: Matched,
        pairs: dict[Key, Key],
    ) -> None:
        self._thing = thing
        self._matched = matched
        self._pairs: dict[Key, Key] = pairs
        self._old: dict[Key, _Entry[Key]] = {entry.id: entry for entry in old}
        self._new: dict[Key, _Entry[Key]] = {entry.id: entry for entry in new}
        entries = (*self._old.values(), *self._new.values())
        self._likeness = Likeness(entry.text for entry in entries)
        self._borne = (
            Counter(_words(entry) for entry in self._old.values()),
            Counter(_words(entry) for entry in self._new.values()),
        )

    def match(self, old_codes: Mapping[Key, str], new_codes: Mapping[Key, str]) -> None:
        """Match all, the surest first."""
        pairs = common_codes(old_codes, new_codes, self._has_same_words)
        for new, old in pairs.items():
            self._pair(old, new)
        if pairs and all(entry.id in new_codes for entry in self._new.values()):
            self._old = {held: entry for held, entry in self._old.items() if held not in old_codes}
        self._where_same()
        self._elsewhere()
        self._alike(is_in_place=True)
        self._alike(is_in_place=False)

    def _has_same_words(self, old: Key, new: Key) -> bool:
        return _words(self._old[old]) == _words(self._new[new])

    def _pair(self, old: Key, new: Key) -> None:
        self._pairs[new] = old
        del self._old[old], self._new[new]

    def _where_same(self) -> None:
        """Match what has the same words in the same unit, those with the same traits first."""
        for with_traits in (True, False):
            held: dict[tuple[object, ...], list[Key]] = defaultdict(list)
            for entry in self._old.values():
                traits = entry.traits if with_traits else ()
                held[entry.unit_id, _words(entry), traits].append(entry.id)
            for entry in list(self._new.values()):
                home = self._matched.units.get(entry.unit_id)
                found = held.get((home, _words(entry), entry.traits if with_traits else ()), [])
                if home is not None and found:
                    self._pair(found.pop(0), entry.id)

    def _elsewhere(self) -> None:
        """Match what has the same words in another unit; unless nothing else has them, it is asked."""
        held: dict[tuple[str, str], list[Key]] = defaultdict(list)
        for entry in self._old.values():
            if entry.text:
                held[_words(entry)].append(entry.id)
        for entry in list(self._new.values()):
            words = _words(entry)
            found = held.get(words, [])
            if not found:
                continue
            old = max(found, key=lambda key: self._old[key].traits == entry.traits)
            found.remove(old)
            if self._borne[0][words] > 1 or self._borne[1][words] > 1:
                self._doubt(old, entry.id, Why.SAME_NAME_ELSEWHERE, 0.6)
            self._pair(old, entry.id)

    def _alike(self, *, is_in_place: bool) -> None:
        """Match what reads alike, the likest first."""
        near: dict[object, list[_Entry[Key]]] = defaultdict(list)
        for entry in self._old.values():
            for key in self._keys(entry, entry.unit_id, is_in_place=is_in_place):
                near[key].append(entry)
        candidates: list[tuple[float, Key, Key, int]] = []
        for entry in self._new.values():
            home = self._matched.units.get(entry.unit_id)
            keys = self._keys(entry, home, is_in_place=is_in_place)
            rivals = {other.id: other for key in keys for other in near[key] if other.sort == entry.sort}
            candidates += [
                (self._score(other, entry), other.id, entry.id, len(rivals)) for other in rivals.values()
            ]
        for score, old, new, rivals_count in sorted(candidates, key=lambda one: -one[0]):
            if old not in self._old or new not in self._new:
                continue
            if score >= TAKEN:
                if score < CERTAIN or not is_in_place:
                    self._doubt(old, new, Why.ALIKE_IN_PLACE if is_in_place else Why.ALIKE_ELSEWHERE, score)
                self._pair(old, new)
            elif is_in_place and rivals_count == 1:
                self._doubt(old, new, Why.ONLY_ONE_LEFT, score, is_taken=False)

    def _keys(self, entry: _Entry[Key], home: UnitId | None, *, is_in_place: bool) -> Iterable[object]:
        if is_in_place:
            return (home,) if home is not None else ()
        return self._likeness.rare_words(entry.text, _RARE)

    def _score(self, old: _Entry[Key], new: _Entry[Key]) -> float:
        if not new.text and not old.text:
            return 1.0
        return 0.85 * self._likeness.of(old.text, new.text) + (0.15 if old.traits == new.traits else 0.0)

    def _doubt(self, old: UUID, new: UUID, why: Why, score: float, *, is_taken: bool = True) -> None:
        self._matched.doubt(self._thing, (old, new), why, score, is_taken=is_taken)


def _words(entry: _Entry[Key]) -> tuple[str, str]:
    return entry.sort, comparable(entry.text)
