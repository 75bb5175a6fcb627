"""What is asked when a unit's short name, letter code or field of duties changes, or units change places."""

from collections.abc import Mapping
from typing import ClassVar

from flask_babel import gettext, lazy_gettext
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation, Place
from orgflow.domain.organisation.structure import Unit
from orgflow.web.changes.asking.fields import Lines, branch_lines, unit_lines
from orgflow.web.changes.asking.form import LONG, AskedFirstForm, ChangeForm, DrawnForm, First, Put
from orgflow.web.changes.asking.scene import Scene, as_kind

_PLACE = lazy_gettext("Tulis urutannya dengan angka mulai dari 1.")


def _with_several_below(scene: Scene) -> Lines:
    children = scene.standing.structure.children
    return unit_lines(scene, (unit for unit in scene.branch if len(children(unit.id)) > 1))


class _UnitTextForm(AskedFirstForm):
    """A text of a unit that is chosen first, so that the text can stand in its field."""

    first = (First("unit", lazy_gettext("Unit mana?"), branch_lines),)


class DutyFieldForm(_UnitTextForm):
    """How a unit's field of duties is to read."""

    kind = "ubah-bidang-tugas"
    title = lazy_gettext("Ubah bidang tugas")
    words = lazy_gettext("Bidang tugas menurut Pergub, sebagai sambungan “tugas dan fungsi di bidang …”.")
    places: ClassVar[Mapping[str, str]] = {"nothing_changes": "duty_field"}

    duty_field = StringField(
        lazy_gettext("Bidang tugas"),
        [Optional(), Length(max=500, message=LONG)],
        description=lazy_gettext("Sebagai sambungan “tugas dan fungsi di bidang …”."),
    )

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.ReviseDutyField)
        return {"unit": (str(operation.unit_id),)}

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.ReviseDutyField)
        return {"duty_field": operation.duty_field, "reason": operation.reason}

    def offer(self, scene: Scene) -> None:
        if not self.is_submitted() and scene.held is None:
            self.duty_field.data = scene.unit_given().duty_field

    def put(self, scene: Scene) -> Put:
        return Put(ops.ReviseDutyField(scene.unit_given().id, self.duty_field.data or None, self.why))


class RecodeUnitForm(_UnitTextForm):
    """A unit's short name and its code in letter numbers."""

    kind = "ubah-kode"
    title = lazy_gettext("Ubah singkatan dan kode surat")
    words = lazy_gettext("Singkatan unit, dan kodenya di dalam nomor surat.")
    narrow = ("short_name", "letter_code")
    places: ClassVar[Mapping[str, str]] = {"nothing_changes": "short_name"}

    short_name = StringField(lazy_gettext("Singkatan"), [Optional(), Length(max=200, message=LONG)])
    letter_code = StringField(lazy_gettext("Kode unit pengolah"), [Optional(), Length(max=60, message=LONG)])

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.RecodeUnit)
        return {"unit": (str(operation.unit_id),)}

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.RecodeUnit)
        return {
            "short_name": operation.short_name,
            "letter_code": operation.letter_code,
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        if not self.is_submitted() and scene.held is None:
            unit = scene.unit_given()
            self.short_name.data, self.letter_code.data = unit.short_name, unit.letter_code

    def put(self, scene: Scene) -> Put:
        short, code = self.short_name.data or None, self.letter_code.data or None
        return Put(ops.RecodeUnit(scene.unit_given().id, short, code, self.why))


class ReorderForm(DrawnForm):
    """A number for each unit below one."""

    kind = "ubah-urutan"
    title = lazy_gettext("Ubah urutan unit")
    words = lazy_gettext("Urutan unit-unit di bawah satu atasan, pada bagan dan dalam Pergub.")
    first = (First("unit", lazy_gettext("Urutan di bawah unit mana?"), _with_several_below),)
    folded = ("reason",)

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.ReorderUnits)
        return {"unit": (str(operation.parent_id),)}

    @classmethod
    def for_scene(cls, scene: Scene) -> type[ChangeForm]:
        asked = {
            _field(unit): IntegerField(
                unit.name,
                [InputRequired(_PLACE), NumberRange(1, 10_000, _PLACE)],
                render_kw={"inputmode": "numeric"},
            )
            for unit in _below(scene)
        }
        return type("ReorderFormOfUnit", (cls,), {**asked, "narrow": tuple(asked)})

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.ReorderUnits)
        said = {place.unit_id: place.position for place in operation.places}
        ordered = sorted(
            _below(scene), key=lambda unit: (said.get(unit.id, unit.position), unit.position, unit.name)
        )
        numbered = {_field(unit): number for number, unit in enumerate(ordered, start=1)}
        return {**numbered, "reason": operation.reason}

    def offer(self, scene: Scene) -> None:
        if not self.is_submitted() and scene.held is None:
            for number, unit in enumerate(_below(scene), start=1):
                self[_field(unit)].data = number

    def put(self, scene: Scene) -> Put:
        below = _below(scene)
        wanted = sorted(below, key=lambda unit: (self[_field(unit)].data or 0, below.index(unit)))
        places = tuple(
            Place(unit.id, number)
            for number, unit in enumerate(wanted, start=1)
            if list(below) != wanted and unit.position != number
        )
        return Put(ops.ReorderUnits(scene.unit_given().id, places, self.why))

    def notes(self, scene: Scene) -> tuple[str, ...]:
        return (
            gettext(
                "Angka kecil lebih dahulu. Bila dua unit diberi angka sama, urutan sekarang yang dipakai."
            ),
        )


def _below(scene: Scene) -> tuple[Unit, ...]:
    return scene.standing.structure.children(scene.unit_given().id)


def _field(unit: Unit) -> str:
    return f"n{unit.id.hex}"
