"""Which unit, post and function of one organisation is which of another, and what a person must be asked.

Codes come first, then names and places. What is not certain is decided as seems most likely and listed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar, cast
from uuid import UUID

from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import FunctionId, PostId, UnitId


@dataclass(frozen=True, slots=True)
class Coded:
    """An organisation with the codes that people gave to what is in it."""

    organisation: Organisation
    unit_codes: Mapping[UnitId, str] = field(default_factory=dict)
    post_codes: Mapping[PostId, str] = field(default_factory=dict)
    function_codes: Mapping[FunctionId, str] = field(default_factory=dict)

    def held(self) -> "Coded":
        """Return it with the codes of what is in it alone; a registry knows those of all days."""
        held = self.organisation
        return Coded(
            held,
            {unit_id: code for unit_id, code in self.unit_codes.items() if unit_id in held.units},
            {post_id: code for post_id, code in self.post_codes.items() if post_id in held.posts},
            {one: code for one, code in self.function_codes.items() if one in held.functions},
        )


class Thing(StrEnum):
    """What is matched."""

    UNIT = "unit"
    POST = "post"
    FUNCTION = "function"


class Why(StrEnum):
    """What a doubtful pair rests on."""

    CODE_ALONE = "code_alone"
    CODES_DIFFER = "codes_differ"
    SAME_NAME_ELSEWHERE = "same_name_elsewhere"
    ALIKE_IN_PLACE = "alike_in_place"
    ALIKE_ELSEWHERE = "alike_elsewhere"
    ONLY_ONE_LEFT = "only_one_left"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that a person must look at.

    Attributes:
        score: how sure the pair is, from 0 to 1.
        is_taken: whether the two were held to be one; else the one ends and the other begins.
    """

    thing: Thing
    from_id: UUID
    to_id: UUID
    why: Why
    score: float
    is_taken: bool


@dataclass(slots=True)
class Matched:
    """What of the second organisation is what of the first, and the pairs in doubt."""

    units: dict[UnitId, UnitId] = field(default_factory=dict)
    posts: dict[PostId, PostId] = field(default_factory=dict)
    functions: dict[FunctionId, FunctionId] = field(default_factory=dict)
    asked: list[Doubt] = field(default_factory=list)

    def doubt(self, thing: Thing, pair: tuple[UUID, UUID], why: Why, score: float, *, is_taken: bool) -> None:
        """Note a doubtful pair, given as from and to."""
        self.asked.append(Doubt(thing, *pair, why, round(score, 2), is_taken))


Answers = Mapping[tuple[Thing, UUID, UUID], bool]
"""What a person said of doubtful pairs, given as from and to: whether the two are one."""

Key = TypeVar("Key", UnitId, PostId, FunctionId)


def common_codes(
    old_codes: Mapping[Key, str], new_codes: Mapping[Key, str], is_same: Callable[[Key, Key], bool]
) -> dict[Key, Key]:
    """Return the pairs, given as new to old, that bear one code, when both sides speak of the same codes.

    They do when at least half of the codes of the smaller side are the other's too, and at least half of
    the pairs these make are the same in words: running numbers in two files are no common codes.
    """
    known = {code: held for held, code in old_codes.items()}
    pairs = {new: known[code] for new, code in new_codes.items() if code in known}
    agreeing = sum(is_same(old, new) for new, old in pairs.items())
    is_common = 2 * len(pairs) >= min(len(old_codes), len(new_codes)) and 2 * agreeing >= len(pairs)
    return pairs if is_common else {}


def in_the_ids_of_the_first(after: Organisation, matched: Matched) -> Organisation:
    """Return the second organisation with what was matched bearing the ids of the first."""

    def unit_id(held: UnitId) -> UnitId:
        return matched.units.get(held, held)

    units = (
        replace(
            unit,
            id=unit_id(unit.id),
            parent_id=unit_id(unit.parent_id) if unit.parent_id is not None else None,
        )
        for unit in after.units.values()
    )
    posts = (
        replace(post, id=matched.posts.get(post.id, post.id), unit_id=unit_id(post.unit_id))
        for post in after.posts.values()
    )
    functions = (
        replace(held, id=matched.functions.get(held.id, held.id), unit_id=unit_id(held.unit_id))
        for held in after.functions.values()
    )
    structure = Structure(after.structure.on, MappingProxyType({unit.id: unit for unit in units}))
    return Organisation.of(structure, after.kinds, posts, functions)


def settle(pairs: dict[Key, Key], thing: Thing, answers: Answers) -> None:
    """Let pairs, given as new to old, be as a person said; what each side was paired with before is free."""
    for (said_of, old, new), is_one in answers.items():
        if said_of is not thing:
            continue
        for held_new, held_old in tuple(pairs.items()):
            is_this = (held_old, held_new) == (old, new)
            if is_this or (is_one and (held_old == old or held_new == new)):
                del pairs[held_new]
        if is_one:
            pairs[cast("Key", new)] = cast("Key", old)
