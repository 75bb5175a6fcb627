"""What is asked when units are merged: into what, under whom, and what of theirs goes on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import UnitId
from orgflow.web.changes.asking.endings import ended_functions, ended_posts
from orgflow.web.changes.asking.fields import (
    Lines,
    Pick,
    Ticks,
    function_ids,
    function_lines,
    movable,
    near_and_far,
    post_id_of,
    post_ids,
    post_words,
    unit_id_of,
)
from orgflow.web.changes.asking.form import LONG, AskedFirstForm, First, Put
from orgflow.web.changes.asking.scene import Scene, as_kind
from orgflow.web.changes.asking.units import kind_lines, may_hold
from orgflow.web.registry.choices import Choice


def _mergeable(scene: Scene) -> dict[str, Lines]:
    """Return the branch's units, and those beside any of them."""
    parents = {unit.parent_id for unit in movable(scene)}
    beside = tuple(unit for unit in scene.others if unit.parent_id in parents)
    return near_and_far(scene, movable(scene), beside)


class MergeUnitsForm(AskedFirstForm):
    """Into what units are merged, and what of theirs goes on."""

    kind = "gabungkan-unit"
    title = lazy_gettext("Gabungkan unit")
    words = lazy_gettext("Dua unit atau lebih berakhir dan menjadi satu unit baru.")
    first = (First("unit", lazy_gettext("Unit mana saja yang digabung?"), _mergeable, is_many=True),)
    places: ClassVar[Mapping[str, str]] = {
        "name_taken": "name",
        "kind_may_not_stand": "unit_kind",
        "unit_cycle": "parent",
        "not_of_unit": "head",
    }

    name = StringField(
        lazy_gettext("Nama unit gabungannya"),
        [DataRequired(lazy_gettext("Tulis nama lengkap unit gabungannya.")), Length(max=200, message=LONG)],
        description=lazy_gettext("Boleh memakai nama salah satu unit yang digabung."),
        render_kw={"autocomplete": "off"},
    )
    unit_kind = Choice(lazy_gettext("Jenis unit"))
    parent = Choice(lazy_gettext("Di bawah unit mana?"))
    head = Pick(
        lazy_gettext("Jabatan kepala siapa yang diteruskan?"),
        description=lazy_gettext("Jabatan kepala yang lain dinyatakan dihapus."),
    )
    functions = Ticks(
        lazy_gettext("Tugas dan fungsi yang diteruskan"),
        description=lazy_gettext("Yang tidak dicentang dinyatakan dihapus."),
    )
    posts = Ticks(
        lazy_gettext("Jabatan yang diteruskan, beserta pejabatnya"),
        description=lazy_gettext("Yang tidak dicentang dinyatakan dihapus."),
    )

    @classmethod
    def first_refusal(cls, given: Mapping[str, tuple[str, ...]]) -> str:
        chosen = given.get("unit", ())
        return "" if len(set(chosen)) > 1 else gettext("Pilih sedikitnya dua unit yang digabung.")

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.MergeUnits)
        return {"unit": tuple(map(str, operation.unit_ids))}

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.MergeUnits)
        merged = _merged(scene)
        return {
            "name": operation.into.name,
            "unit_kind": operation.into.kind_code,
            "parent": str(operation.into.parent_id),
            "head": str(operation.head_post_id or ""),
            "functions": [value for value, _ in function_lines(scene, merged)],
            "posts": [str(post.id) for post in _members(scene)],
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        merged, standing = _merged(scene), scene.standing
        heads = [post for unit in merged for post in standing.posts_of(unit.id) if _is_head(post)]
        self.unit_kind.choices = kind_lines(scene)
        ids = {unit.id for unit in merged}
        near = tuple(unit for unit in may_hold(scene, scene.branch) if unit.id not in ids)
        far = tuple(unit for unit in may_hold(scene, scene.others) if unit.id not in ids)
        self.parent.choices = near_and_far(scene, near, far)
        self.head.choices = [(str(post.id), standing.title_of(post)) for post in heads]
        self.head.choices.append(("", gettext("Tidak ada; jabatan kepalanya dibentuk tersendiri")))
        self.functions.choices = function_lines(scene, merged)
        self.posts.choices = [
            (
                str(post.id),
                gettext(
                    "%(words)s [%(unit)s]",
                    words=post_words(standing, post),
                    unit=standing.units[post.unit_id].name,
                ),
            )
            for post in _members(scene)
        ]
        if not self.is_submitted() and scene.held is None:
            self.unit_kind.data = merged[0].kind.code
            self.parent.data = str(merged[0].parent_id)
            self.head.data = str(heads[0].id) if heads else ""
            self.functions.data = [line[0] for line in function_lines(scene, merged)]
            self.posts.data = [str(post.id) for post in _members(scene)]
        if not self.functions.choices:
            del self.functions
        if not self.posts.choices:
            del self.posts
        if not heads:
            del self.head

    def put(self, scene: Scene) -> Put:
        merged = _merged(scene)
        functions = function_ids(self.functions.ids) if "functions" in self else ()
        head_id = post_id_of(self.head) if "head" in self else None
        posts = (
            *((head_id,) if head_id is not None else ()),
            *(post_ids(self.posts.ids) if "posts" in self else ()),
        )
        return Put(
            ops.MergeUnits(
                tuple(unit.id for unit in merged),
                self._into(scene),
                head_id,
                self.why,
            ),
            ahead=(*ended_functions(scene, merged, functions), *ended_posts(scene, merged, posts)),
        )

    def notes(self, scene: Scene) -> tuple[str, ...]:
        return (
            gettext("Yang digabung: %(units)s.", units=", ".join(unit.name for unit in _merged(scene))),
            gettext("Unit di bawahnya ikut ke unit gabungan."),
        )

    def _into(self, scene: Scene) -> ops.NewUnit:
        parent_id = unit_id_of(self.parent) or scene.unit_id
        new = ops.NewUnit(
            UnitId(scene.new_id("unit")),
            self.unit_kind.data,
            self.name.data or "",
            parent_id,
            self._place(scene, parent_id),
        )
        held = scene.held.into if isinstance(scene.held, ops.MergeUnits) else None
        if held is None:
            return new
        place = held.position if held.parent_id == parent_id else new.position
        return replace(held, kind_code=new.kind_code, name=new.name, parent_id=parent_id, position=place)

    @staticmethod
    def _place(scene: Scene, parent_id: UnitId) -> int:
        """Return the place of the first one that goes, where the new unit stands beside it."""
        places = [unit.position for unit in _merged(scene) if unit.parent_id == parent_id]
        return min(places, default=scene.next_place(parent_id))


def _merged(scene: Scene) -> tuple[Unit, ...]:
    return tuple(scene.standing.structure.unit(UnitId(UUID(one))) for one in scene.given["unit"])


def _members(scene: Scene) -> list[Post]:
    return [
        post for unit in _merged(scene) for post in scene.standing.posts_of(unit.id) if not _is_head(post)
    ]


def _is_head(post: Post) -> bool:
    return post.role is PostRole.HEAD
