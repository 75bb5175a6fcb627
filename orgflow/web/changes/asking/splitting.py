"""What is asked when a unit is split: the new units, and to which of them everything goes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar, Final
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import Field, StringField
from wtforms.validators import DataRequired, Length

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import NewUnit, Operation, Part
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.values import FunctionId, PostId, UnitId
from orgflow.web.changes.asking.fields import (
    Lines,
    Pick,
    function_lines,
    movable_lines,
    near_and_far,
    post_lines,
    unit_id_of,
)
from orgflow.web.changes.asking.form import LONG, ChangeForm, DrawnForm, First, Put
from orgflow.web.changes.asking.scene import Scene, as_kind
from orgflow.web.changes.asking.units import kind_lines, may_hold
from orgflow.web.registry.choices import Choice

MOST_PARTS: Final = 6
_UNNAMED = lazy_gettext("Tulis nama lengkap unit barunya.")


def _counts(_: Scene) -> Lines:
    return [(str(count), str(count)) for count in range(2, MOST_PARTS + 1)]


class SplitUnitForm(DrawnForm):
    """Into which units one is split, and where what it holds goes."""

    kind = "pecah-unit"
    title = lazy_gettext("Pecah unit")
    words = lazy_gettext("Satu unit berakhir dan menjadi dua unit baru atau lebih.")
    first = (
        First("unit", lazy_gettext("Unit mana yang dipecah?"), movable_lines),
        First("count", lazy_gettext("Menjadi berapa unit?"), _counts),
    )
    places: ClassVar[Mapping[str, str]] = {
        "name_taken": "name1",
        "kind_may_not_stand": "unit_kind",
        "unit_cycle": "parent",
    }

    unit_kind = Choice(lazy_gettext("Jenis unit-unit baru"))
    parent = Choice(lazy_gettext("Di bawah unit mana?"))
    heir = Pick(lazy_gettext("Siapa yang meneruskan surat dan usulannya?"))

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.SplitUnit)
        return {"unit": (str(operation.unit_id),), "count": (str(len(operation.parts)),)}

    @classmethod
    def for_scene(cls, scene: Scene) -> type[ChangeForm]:
        names = {
            f"name{number}": StringField(
                lazy_gettext("Nama unit baru %(number)s", number=number),
                [DataRequired(_UNNAMED), Length(max=200, message=LONG)],
                render_kw={"autocomplete": "off"},
            )
            for number in _numbers(scene)
        }
        goes = {name: Choice(words) for name, words in _held(scene)}
        return type("SplitUnitFormOfUnit", (cls,), {**names, **goes})

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.SplitUnit)
        said: dict[str, object] = {
            "unit_kind": operation.parts[0].unit.kind_code,
            "parent": str(operation.parts[0].unit.parent_id),
            "reason": operation.reason,
        }
        for number, part in enumerate(operation.parts, start=1):
            said[f"name{number}"] = part.unit.name
            for held in (*part.function_ids, *part.post_ids, *part.child_ids):
                said[f"h{held.hex}"] = str(number)
            if part.unit.unit_id == operation.heir_id:
                said["heir"] = str(number)
        return said

    def offer(self, scene: Scene) -> None:
        unit = scene.unit_given()
        inside = {one.id for one in scene.standing.structure.subtree(unit.id)}
        near = tuple(one for one in may_hold(scene, scene.branch) if one.id not in inside)
        far = tuple(one for one in may_hold(scene, scene.others) if one.id not in inside)
        self.unit_kind.choices = kind_lines(scene)
        self.parent.choices = near_and_far(scene, near, far)
        self.heir.choices = self._parts(scene)
        ended = [("", gettext("Tidak diteruskan, dinyatakan dihapus"))]
        below = {f"h{one.id.hex}" for one in scene.standing.structure.children(unit.id)}
        for name, _ in _held(scene):
            field = self[name]
            if isinstance(field, Choice):
                field.choices = [*self._parts(scene), *(ended if name not in below else ())]
        if not self.is_submitted() and scene.held is None:
            self.unit_kind.data, self.parent.data = unit.kind.code, str(unit.parent_id)
            self.heir.data = "1"

    def put(self, scene: Scene) -> Put:
        unit = scene.unit_given()
        parts = tuple(self._part(scene, number) for number in _numbers(scene))
        heir_id = parts[int(self.heir.data or 1) - 1].unit.unit_id
        ended = [name for name, _ in _held(scene) if not self[name].data]
        functions = tuple(
            held.id for held in scene.standing.functions_of(unit.id) if f"h{held.id.hex}" in ended
        )
        posts = [post.id for post in scene.standing.posts_of(unit.id) if f"h{post.id.hex}" in ended]
        ahead: list[Operation] = [ops.AbolishPost(post_id) for post_id in posts]
        if functions:
            ahead.append(ops.ReviseFunctions(unit.id, abolished=functions))
        return Put(ops.SplitUnit(unit.id, parts, heir_id, self.why), tuple(ahead))

    def notes(self, scene: Scene) -> tuple[str, ...]:
        return (gettext("Yang dipecah: %(unit)s.", unit=scene.unit_given().name),)

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields that stand open: the new units first, then where everything goes."""
        fields = super().asked
        names = [item for item in fields if item.short_name.startswith("name")]
        goes = [item for item in fields if item.short_name.startswith("h") and item.short_name != "heir"]
        rest = [item for item in fields if item not in names and item not in goes]
        return (*names, *(item for item in rest if item is not self.heir), *goes, self.heir)

    def _parts(self, scene: Scene) -> Lines:
        lines = []
        for number in _numbers(scene):
            name = str(self[f"name{number}"].data or "").strip()
            unnamed = gettext("Unit baru %(number)s", number=number)
            lines.append((str(number), name or unnamed))
        return lines

    def _part(self, scene: Scene, number: int) -> Part:
        standing, unit = scene.standing, scene.unit_given()
        parent_id = unit_id_of(self.parent) or scene.unit_id
        first = unit.position if unit.parent_id == parent_id else scene.next_place(parent_id)
        new = NewUnit(
            UnitId(scene.new_id(f"part{number}")),
            self.unit_kind.data,
            str(self[f"name{number}"].data or ""),
            parent_id,
            first + number - 1,
        )
        if isinstance(scene.held, ops.SplitUnit) and number <= len(scene.held.parts):
            held = scene.held.parts[number - 1].unit
            place = held.position if held.parent_id == parent_id else new.position
            new = replace(held, kind_code=new.kind_code, name=new.name, parent_id=parent_id, position=place)
        return Part(
            new,
            tuple(PostId(one.id) for one in standing.posts_of(unit.id) if self._is_for(one.id, number)),
            tuple(
                FunctionId(one.id) for one in standing.functions_of(unit.id) if self._is_for(one.id, number)
            ),
            tuple(one.id for one in standing.structure.children(unit.id) if self._is_for(one.id, number)),
        )

    def _is_for(self, held_id: UUID, number: int) -> bool:
        return bool(self[f"h{held_id.hex}"].data == str(number))


def _numbers(scene: Scene) -> range:
    said = scene.given["count"][0]
    count = int(said) if said.isdigit() else 2
    return range(1, min(max(count, 2), MOST_PARTS) + 1)


def _held(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield the field of everything that the unit holds, and its words."""
    unit, standing = scene.unit_given(), scene.standing
    yield from ((f"h{UUID(value).hex}", words) for value, words in function_lines(scene, (unit,)))
    for post, (value, words) in zip(standing.posts_of(unit.id), post_lines(scene, (unit,)), strict=True):
        label = gettext("Jabatan: %(words)s", words=words)
        is_head = post.role is PostRole.HEAD
        yield f"h{UUID(value).hex}", gettext("Jabatan kepala: %(words)s", words=words) if is_head else label
    for child in standing.structure.children(unit.id):
        yield f"h{child.id.hex}", gettext("Unit di bawahnya: %(unit)s", unit=child.name)
