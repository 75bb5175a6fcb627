"""What is asked when a unit is renamed, swaps names, begins, moves, or becomes one of another kind."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired, Length, Optional

from orgflow.domain.changes import operations as ops
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import PostId, UnitId
from orgflow.web.changes.asking.fields import branch_lines, movable, near_and_far, unit_id_of, unit_lines
from orgflow.web.changes.asking.form import LONG, ChangeForm, Put
from orgflow.web.changes.asking.scene import Scene, as_kind
from orgflow.web.registry.choices import Choice

_NAME_HINT = lazy_gettext("Tulis lengkap seperti yang akan dicetak dalam Pergub, tanpa singkatan.")


def kind_lines(scene: Scene) -> list[tuple[str, str]]:
    """Return the kinds of unit, the highest first; the government itself is none to choose."""
    kinds = sorted(scene.standing.kinds.values(), key=lambda kind: (kind.level, kind.name))
    return [(kind.code, kind.name) for kind in kinds if kind.level > 0]


def may_hold(scene: Scene, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Return those of the units under which some kind may stand."""
    lowest = max(kind.level for kind in scene.standing.kinds.values())
    return tuple(unit for unit in units if unit.kind.level < lowest)


class RenameUnitForm(ChangeForm):
    """Which unit, and its new name."""

    kind = "ganti-nama"
    title = lazy_gettext("Ganti nama unit")
    words = lazy_gettext("Unit tetap sama, namanya yang berubah.")
    places: ClassVar[Mapping[str, str]] = {
        "name_taken": "new_name",
        "name_unchanged": "new_name",
        "unknown_unit": "unit_id",
    }

    unit_id = Choice(lazy_gettext("Unit mana yang namanya akan diubah?"))
    new_name = StringField(
        lazy_gettext("Nama barunya apa?"),
        [DataRequired(lazy_gettext("Nama baru belum diisi. Tulis nama lengkapnya."))],
        description=_NAME_HINT,
        render_kw={"autocomplete": "off"},
    )

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.RenameUnit)
        return {"unit_id": str(operation.unit_id), "new_name": operation.new_name, "reason": operation.reason}

    def offer(self, scene: Scene) -> None:
        self.unit_id.choices = branch_lines(scene)
        if scene.held is None or scene.held.reason is None:
            # A rename's reasons are the proposal's own: whoever only renames is asked for none here.
            del self.reason

    def put(self, scene: Scene) -> Put:
        unit_id = unit_id_of(self.unit_id) or scene.unit_id
        return Put(ops.RenameUnit(unit_id, self.new_name.data or "", self.why))


class SwapNamesForm(ChangeForm):
    """Which two units take each other's name."""

    kind = "tukar-nama"
    title = lazy_gettext("Tukar nama dua unit")
    words = lazy_gettext("Dua unit saling bertukar nama; isinya tetap di tempatnya.")
    places: ClassVar[Mapping[str, str]] = {
        "name_taken": "other",
        "name_unchanged": "other",
        "taken_twice": "other",
    }

    unit = Choice(lazy_gettext("Unit pertama"))
    other = Choice(lazy_gettext("Bertukar nama dengan"))

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.SwapNames)
        return {
            "unit": str(operation.unit_id),
            "other": str(operation.other_id),
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        self.unit.choices = unit_lines(scene, movable(scene))
        others = tuple(unit for unit in scene.others if unit.parent_id is not None)
        self.other.choices = near_and_far(scene, movable(scene), others)

    def put(self, scene: Scene) -> Put:
        one, other = unit_id_of(self.unit), unit_id_of(self.other)
        return Put(ops.SwapNames(one or scene.unit_id, other or scene.unit_id, self.why))


class CreateUnitForm(ChangeForm):
    """What begins, of which kind, under whom, and with a head or without."""

    kind = "bentuk-unit"
    title = lazy_gettext("Bentuk unit baru")
    words = lazy_gettext("Unit yang belum ada, di bawah unit yang sudah ada.")
    folded = ("short_name", "letter_code", "duty_field", "reason")
    narrow = ("echelon", "short_name", "letter_code")
    places: ClassVar[Mapping[str, str]] = {
        "name_taken": "name",
        "kind_may_not_stand": "unit_kind",
        "unknown_unit": "parent",
    }

    name = StringField(
        lazy_gettext("Nama unit baru"),
        [DataRequired(lazy_gettext("Tulis nama lengkap unit barunya.")), Length(max=200, message=LONG)],
        description=_NAME_HINT,
        render_kw={"autocomplete": "off"},
    )
    unit_kind = Choice(lazy_gettext("Jenis unit"))
    parent = Choice(lazy_gettext("Di bawah unit mana?"))
    has_head = BooleanField(
        lazy_gettext("Bentuk juga jabatan kepalanya"),
        default=True,
        description=lazy_gettext("Nama jabatan kepala mengikuti nama unit."),
    )
    echelon = StringField(
        lazy_gettext("Eselon kepalanya"),
        [Optional(), Length(max=60, message=LONG)],
        description=lazy_gettext("Misalnya III.a."),
    )
    short_name = StringField(lazy_gettext("Singkatan"), [Optional(), Length(max=200, message=LONG)])
    letter_code = StringField(lazy_gettext("Kode unit pengolah"), [Optional(), Length(max=60, message=LONG)])
    duty_field = StringField(lazy_gettext("Bidang tugas"), [Optional(), Length(max=500, message=LONG)])

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.CreateUnit)
        new = operation.unit
        return {
            "name": new.name,
            "unit_kind": new.kind_code,
            "parent": str(new.parent_id),
            "short_name": new.short_name,
            "letter_code": new.letter_code,
            "duty_field": new.duty_field,
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        self.unit_kind.choices = kind_lines(scene)
        self.parent.choices = unit_lines(scene, may_hold(scene, scene.branch))
        if scene.held is None and not self.is_submitted():
            self.unit_kind.data = _usual_kind(scene)
        if scene.held is not None:
            # Its head's post is an operation of its own by now.
            del self.has_head
            del self.echelon

    def put(self, scene: Scene) -> Put:
        new = self._new(scene)
        held = scene.held.unit if isinstance(scene.held, ops.CreateUnit) else None
        if held is not None:
            place = held.position if held.parent_id == new.parent_id else new.position
            kept = replace(new, unit_id=held.unit_id, code=held.code, position=place)
            return Put(ops.CreateUnit(kept, self.why))
        if not self.has_head.data:
            return Put(ops.CreateUnit(new, self.why))
        head = Post(
            PostId(scene.new_id("head")), new.unit_id, PostRole.HEAD, echelon=self.echelon.data or None
        )
        return Put(ops.CreateUnit(new, self.why), following=(ops.CreatePost(head),))

    def _new(self, scene: Scene) -> ops.NewUnit:
        parent_id = unit_id_of(self.parent) or scene.unit_id
        return ops.NewUnit(
            UnitId(scene.new_id("unit")),
            self.unit_kind.data,
            self.name.data or "",
            parent_id,
            scene.next_place(parent_id),
            short_name=self.short_name.data or None,
            letter_code=self.letter_code.data or None,
            duty_field=self.duty_field.data or None,
        )


class MoveUnitForm(ChangeForm):
    """Which unit, and under whom it is to stand."""

    kind = "pindahkan-unit"
    title = lazy_gettext("Pindahkan unit")
    words = lazy_gettext("Unit pindah ke bawah unit lain, beserta semua yang ada di bawahnya.")
    places: ClassVar[Mapping[str, str]] = {
        "unit_cycle": "parent",
        "name_taken": "parent",
        "nothing_changes": "parent",
        "kind_may_not_stand": "parent",
        "root_stays": "unit",
        "unknown_unit": "unit",
    }

    unit = Choice(lazy_gettext("Unit mana yang dipindahkan?"))
    parent = Choice(lazy_gettext("Ke bawah unit mana?"))

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.MoveUnit)
        return {
            "unit": str(operation.unit_id),
            "parent": str(operation.parent_id),
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        others = tuple(unit for unit in scene.others if unit.parent_id is not None)
        self.unit.choices = near_and_far(scene, movable(scene), others)
        self.parent.choices = near_and_far(
            scene, may_hold(scene, scene.branch), may_hold(scene, scene.others)
        )

    def put(self, scene: Scene) -> Put:
        unit_id, parent_id = unit_id_of(self.unit), unit_id_of(self.parent)
        parent_id = parent_id or scene.unit_id
        position = scene.next_place(parent_id)
        if isinstance(scene.held, ops.MoveUnit) and scene.held.parent_id == parent_id:
            position = scene.held.position
        return Put(ops.MoveUnit(unit_id or scene.unit_id, parent_id, position, reason=self.why))


class ChangeKindForm(ChangeForm):
    """Which unit, and of which kind it is to be."""

    kind = "ubah-jenis"
    title = lazy_gettext("Ubah jenis unit")
    words = lazy_gettext("Misalnya subbagian menjadi bagian; nama dan isinya tetap.")
    places: ClassVar[Mapping[str, str]] = {
        "nothing_changes": "unit_kind",
        "kind_may_not_stand": "unit_kind",
        "unknown_unit": "unit",
    }

    unit = Choice(lazy_gettext("Unit mana yang jenisnya berubah?"))
    unit_kind = Choice(lazy_gettext("Menjadi"))

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.ChangeKind)
        return {
            "unit": str(operation.unit_id),
            "unit_kind": operation.kind_code,
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        self.unit.choices = [
            (str(unit.id), gettext("%(unit)s, sekarang %(kind)s", unit=unit.name, kind=_lower(unit.kind)))
            for unit in movable(scene)
        ]
        self.unit_kind.choices = kind_lines(scene)

    def put(self, scene: Scene) -> Put:
        unit_id = unit_id_of(self.unit) or scene.unit_id
        return Put(ops.ChangeKind(unit_id, self.unit_kind.data, self.why))


def _usual_kind(scene: Scene) -> str:
    """Return the kind of what stands below the proposal's unit already, else the next lower one."""
    held = scene.standing.units.get(scene.unit_id)
    below = scene.standing.structure.children(scene.unit_id)
    level = held.kind.level if held is not None else 0
    lower = [code for code, _ in kind_lines(scene) if scene.standing.kinds[code].level > level]
    return below[0].kind.code if below else next(iter(lower), "")


def _lower(kind: UnitKind) -> str:
    return kind.name[:1].lower() + kind.name[1:]
