"""The organisation on one day: its units, the posts in them, and the duties and functions they bear."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import NameTaken, Structure, Unit
from orgflow.domain.values import FunctionId, PostId, UnitId, comparable

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class UnknownPost(NotFound):
    """No such post is recorded."""

    code = "unknown_post"


class UnknownFunction(NotFound):
    """No such duty or function is recorded."""

    code = "unknown_function"


class KindMayNotStand(RuleBroken):
    """A unit of the kind may not stand under one of its parent's kind."""

    code = "kind_may_not_stand"


class OrganisationBroken(RuleBroken):
    """A post or function belongs to no unit, or a post has no seat."""

    code = "organisation_broken"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as it is on one day; a head's title is None and follows the unit's name.

    ``seats`` is at least 1; ``echelon`` is None for a functional or executing post.
    """

    id: PostId
    unit_id: UnitId
    role: PostRole
    title: str | None = None
    echelon: str | None = None
    functional_rank: str | None = None
    seats: int = 1


@dataclass(frozen=True, slots=True)
class Function:
    """One ordered point of a unit's duties or functions as it is on one day."""

    id: FunctionId
    unit_id: UnitId
    kind: FunctionKind
    position: int
    text: str


@dataclass(frozen=True)
class Organisation:
    """All units, posts, duties and functions valid on one day.

    Attributes:
        kinds: the ranks of the government's scheme, by code.
    """

    structure: Structure
    kinds: Mapping[str, UnitKind]
    posts: Mapping[PostId, Post]
    functions: Mapping[FunctionId, Function]

    @staticmethod
    def of(
        structure: Structure,
        kinds: Mapping[str, UnitKind],
        posts: Iterable[Post] = (),
        functions: Iterable[Function] = (),
    ) -> "Organisation":
        """Return the organisation of these units, posts and functions."""
        return Organisation(
            structure,
            kinds,
            MappingProxyType({post.id: post for post in posts}),
            MappingProxyType({function.id: function for function in functions}),
        )

    @property
    def units(self) -> Mapping[UnitId, Unit]:
        """The units by id."""
        return self.structure.units

    def post(self, post_id: PostId) -> Post:
        """Return a post.

        Raises:
            UnknownPost: it does not exist on the day.
        """
        if post_id not in self.posts:
            raise UnknownPost(post_id=str(post_id))
        return self.posts[post_id]

    def function(self, function_id: FunctionId) -> Function:
        """Return a duty or function.

        Raises:
            UnknownFunction: it does not hold on the day.
        """
        if function_id not in self.functions:
            raise UnknownFunction(function_id=str(function_id))
        return self.functions[function_id]

    def posts_of(self, unit_id: UnitId) -> tuple[Post, ...]:
        """Return a unit's posts, the governor and heads first."""
        return self._posts_of.get(unit_id, ())

    def functions_of(self, unit_id: UnitId) -> tuple[Function, ...]:
        """Return a unit's duties, then its functions, each in their order."""
        return self._functions_of.get(unit_id, ())

    def title_of(self, post: Post) -> str:
        """Return a post's title; a head's follows the unit's name."""
        return post.title if post.title is not None else self.structure.unit(post.unit_id).head_title

    def check(self) -> None:
        """Refuse an organisation that cannot be.

        Raises:
            StructureBroken: the units are not one tree.
            NameTaken: siblings bear one name.
            KindMayNotStand: a unit's kind does not lie below its parent's.
            OrganisationBroken: a post or function without a unit, a post without a seat.
        """
        self.structure.check()
        borne: dict[tuple[UnitId | None, str], Unit] = {}
        for unit in self.units.values():
            other = borne.setdefault((unit.parent_id, comparable(unit.name)), unit)
            if other is not unit:
                raise NameTaken(name=unit.name, taken_by=other.name)
            if unit.parent_id is not None:
                require_kind(unit, self.units[unit.parent_id])
        for post in self.posts.values():
            if post.unit_id not in self.units or post.seats < 1:
                raise OrganisationBroken(post_id=str(post.id), unit_id=str(post.unit_id))
        for function in self.functions.values():
            if function.unit_id not in self.units:
                raise OrganisationBroken(function_id=str(function.id), unit_id=str(function.unit_id))

    @cached_property
    def _posts_of(self) -> Mapping[UnitId, tuple[Post, ...]]:
        ranks = {PostRole.GOVERNOR: 0, PostRole.HEAD: 1, PostRole.MEMBER: 2}
        ordered = sorted(self.posts.values(), key=lambda post: (ranks[post.role], post.title or ""))
        return _grouped(ordered, lambda post: post.unit_id)

    @cached_property
    def _functions_of(self) -> Mapping[UnitId, tuple[Function, ...]]:
        return _grouped(sorted(self.functions.values(), key=function_order), lambda held: held.unit_id)


def function_order(function: Function) -> tuple[bool, int, str]:
    """Return what duties and functions of one unit are ordered by: duties first, then by position."""
    return (function.kind is not FunctionKind.DUTY, function.position, function.text)


def require_kind(unit: Unit, parent: Unit) -> None:
    """Refuse a unit that may not stand under its parent.

    Raises:
        KindMayNotStand: its kind's level is not greater than the parent's.
    """
    if unit.kind.level <= parent.kind.level:
        raise KindMayNotStand(
            unit=unit.name, kind=unit.kind.name, parent=parent.name, parent_kind=parent.kind.name
        )


def _grouped(held: Iterable[V], key: Callable[[V], K]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for entry in held:
        found.setdefault(key(entry), []).append(entry)
    return {owner: tuple(entries) for owner, entries in found.items()}
