"""The organisation while operations are applied to it: one copy that changes in place and is then frozen."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from orgflow.domain.changes.refusals import IdTaken
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import (
    Function,
    Organisation,
    Post,
    UnknownFunction,
    UnknownPost,
    function_order,
    require_kind,
)
from orgflow.domain.organisation.structure import NameTaken, Structure, Unit, UnknownUnit
from orgflow.domain.values import FunctionId, PostId, UnitId, comparable


class Working:
    """A copy of an organisation that rules change; its indexes are built when first asked for.

    Attributes:
        rekinded: units whose kind or parent changed, on which ``judge_kinds`` looks at the end.
        renamed: units whose name or kind changed, on which ``judge_names`` looks at the end.
    """

    def __init__(self, organisation: Organisation) -> None:
        self.on = organisation.structure.on
        self.kinds = organisation.kinds
        self.units = dict(organisation.units)
        self.posts = dict(organisation.posts)
        self.functions = dict(organisation.functions)
        self.rekinded: dict[UnitId, None] = {}
        self.renamed: dict[UnitId, None] = {}
        self._below: dict[UnitId | None, dict[UnitId, None]] | None = None
        self._names: dict[UnitId | None, dict[str, dict[UnitId, None]]] = {}
        self._posts_of: dict[UnitId, dict[PostId, None]] | None = None
        self._functions_of: dict[UnitId, dict[FunctionId, None]] | None = None

    def frozen(self) -> Organisation:
        """Return the organisation as it stands now."""
        return Organisation(
            Structure(self.on, MappingProxyType(dict(self.units))),
            self.kinds,
            MappingProxyType(dict(self.posts)),
            MappingProxyType(dict(self.functions)),
        )

    def judge_kinds(self) -> None:
        """Refuse what the operations made of kinds, once all of them are applied.

        Raises:
            KindMayNotStand: a unit that changed its kind or parent may not stand there, or not above those
                below it.
        """
        for unit_id in self.rekinded:
            unit = self.units.get(unit_id)
            if unit is None:
                continue
            if unit.parent_id is not None:
                require_kind(unit, self.units[unit.parent_id])
            for child_id in self.child_ids(unit_id):
                require_kind(self.units[child_id], unit)

    def judge_names(self) -> None:
        """Refuse names that two units bear of a kind known by name alone, once all operations are applied.

        Raises:
            NameTaken: a unit that changed its name or kind bears that of another such unit.
        """
        if not self.renamed:
            return
        bearers: dict[str, list[Unit]] = {}
        for unit in self.units.values():
            if unit.kind.stands_alone:
                bearers.setdefault(comparable(unit.name), []).append(unit)
        for same in bearers.values():
            for unit in same:
                if len(same) > 1 and unit.id in self.renamed:
                    other = next(held for held in same if held.id != unit.id)
                    raise NameTaken(name=unit.name, taken_by=other.name)

    def unit(self, unit_id: UnitId) -> Unit:
        """Return a unit as it stands now.

        Raises:
            UnknownUnit.
        """
        if unit_id not in self.units:
            raise UnknownUnit(unit_id=str(unit_id), on=self.on.isoformat())
        return self.units[unit_id]

    def post(self, post_id: PostId) -> Post:
        """Return a post as it stands now.

        Raises:
            UnknownPost.
        """
        if post_id not in self.posts:
            raise UnknownPost(post_id=str(post_id))
        return self.posts[post_id]

    def function(self, function_id: FunctionId) -> Function:
        """Return a duty or function as it stands now.

        Raises:
            UnknownFunction.
        """
        if function_id not in self.functions:
            raise UnknownFunction(function_id=str(function_id))
        return self.functions[function_id]

    def kind(self, code: str) -> UnitKind | None:
        """Return a kind of the scheme, None when it has no such kind."""
        return self.kinds.get(code)

    def child_ids(self, unit_id: UnitId | None) -> tuple[UnitId, ...]:
        """Return the ids of the units directly below one."""
        return tuple(self._children().get(unit_id, ()))

    def children(self, unit_id: UnitId) -> list[Unit]:
        """Return the units directly below one, in their order."""
        found = (self.units[child_id] for child_id in self.child_ids(unit_id))
        return sorted(found, key=lambda unit: (unit.position, unit.name))

    def is_within(self, unit_id: UnitId | None, top: UnitId) -> bool:
        """Say whether a unit is another or stands anywhere below it."""
        while unit_id is not None and unit_id != top:
            unit_id = self.units[unit_id].parent_id
        return unit_id == top

    def posts_of(self, unit_id: UnitId) -> list[Post]:
        """Return a unit's posts."""
        if self._posts_of is None:
            self._posts_of = {}
            for post in self.posts.values():
                self._posts_of.setdefault(post.unit_id, {})[post.id] = None
        return [self.posts[post_id] for post_id in self._posts_of.get(unit_id, ())]

    def functions_of(self, unit_id: UnitId) -> list[Function]:
        """Return a unit's duties and functions in their order."""
        if self._functions_of is None:
            self._functions_of = {}
            for function in self.functions.values():
                self._functions_of.setdefault(function.unit_id, {})[function.id] = None
        held = [self.functions[function_id] for function_id in self._functions_of.get(unit_id, ())]
        return sorted(held, key=function_order)

    def holder(self, parent_id: UnitId | None, name: str, beside: UnitId | None = None) -> UnitId | None:
        """Return the unit under a parent that bears a name, other than ``beside``; None when it is free."""
        if parent_id not in self._names:
            borne: dict[str, dict[UnitId, None]] = {}
            for child_id in self.child_ids(parent_id):
                borne.setdefault(comparable(self.units[child_id].name), {})[child_id] = None
            self._names[parent_id] = borne
        bearers = self._names[parent_id].get(comparable(name), {})
        return next((unit_id for unit_id in bearers if unit_id != beside), None)

    def require_free(self, parent_id: UnitId | None, name: str, beside: UnitId | None = None) -> None:
        """Refuse a name that another unit under the parent bears.

        Raises:
            NameTaken.
        """
        holder = self.holder(parent_id, name, beside)
        if holder is not None:
            raise NameTaken(name=name, taken_by=self.units[holder].name)

    def require_new(self, held_id: UnitId | PostId | FunctionId) -> None:
        """Refuse an id that something bears.

        Raises:
            IdTaken.
        """
        if held_id in self.units or held_id in self.posts or held_id in self.functions:
            raise IdTaken(id=str(held_id))

    def put_unit(self, unit: Unit) -> None:
        """Let a unit stand so, whether it is new or stood otherwise."""
        old = self.units.get(unit.id)
        if old is None or old.parent_id != unit.parent_id or old.name != unit.name:
            self._leave(old)
            self.units[unit.id] = unit
            self._enter(unit)
        self.units[unit.id] = unit
        if old is None or (old.parent_id, old.kind) != (unit.parent_id, unit.kind):
            self.rekinded[unit.id] = None
        if old is None or (old.name, old.kind) != (unit.name, unit.kind):
            self.renamed[unit.id] = None

    def drop_unit(self, unit_id: UnitId) -> None:
        """Take a unit out; what is below it and in it is the caller's to move or drop."""
        self._leave(self.units.get(unit_id))
        del self.units[unit_id]

    def put_post(self, post: Post) -> None:
        """Let a post stand so."""
        self.drop_post(post.id)
        self.posts[post.id] = post
        if self._posts_of is not None:
            self._posts_of.setdefault(post.unit_id, {})[post.id] = None

    def drop_post(self, post_id: PostId) -> None:
        """Take a post out, if it is there."""
        old = self.posts.pop(post_id, None)
        if old is not None and self._posts_of is not None:
            del self._posts_of[old.unit_id][post_id]

    def put_function(self, function: Function) -> None:
        """Let a duty or function stand so."""
        self.drop_function(function.id)
        self.functions[function.id] = function
        if self._functions_of is not None:
            self._functions_of.setdefault(function.unit_id, {})[function.id] = None

    def drop_function(self, function_id: FunctionId) -> None:
        """Take a duty or function out, if it is there."""
        old = self.functions.pop(function_id, None)
        if old is not None and self._functions_of is not None:
            del self._functions_of[old.unit_id][function_id]

    def hand_on(self, functions: Iterable[Function], to: UnitId) -> None:
        """Let a unit take over functions, after its own and in their order."""
        last: dict[str, int] = {}
        for held in self.functions_of(to):
            last[held.kind] = held.position
        for function in functions:
            position = last.get(function.kind, 0) + 1
            last[function.kind] = position
            self.put_function(replace(function, unit_id=to, position=position))

    def _children(self) -> dict[UnitId | None, dict[UnitId, None]]:
        if self._below is None:
            self._below = {}
            for unit in self.units.values():
                self._below.setdefault(unit.parent_id, {})[unit.id] = None
        return self._below

    def _leave(self, unit: Unit | None) -> None:
        if unit is None:
            return
        if self._below is not None:
            del self._below[unit.parent_id][unit.id]
        if unit.parent_id in self._names:
            del self._names[unit.parent_id][comparable(unit.name)][unit.id]

    def _enter(self, unit: Unit) -> None:
        if self._below is not None:
            self._below.setdefault(unit.parent_id, {})[unit.id] = None
        if unit.parent_id in self._names:
            self._names[unit.parent_id].setdefault(comparable(unit.name), {})[unit.id] = None
