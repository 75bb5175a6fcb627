"""What is asked when duties and functions change, or go from one unit to another."""

from collections.abc import Mapping
from typing import ClassVar, Final

from flask_babel import gettext, lazy_gettext
from wtforms import Field, TextAreaField
from wtforms.validators import Length, Optional, ValidationError

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation, Point
from orgflow.domain.organisation.organisation import Function
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.values import FunctionId, UnitId, lines_of
from orgflow.web.changes.asking.fields import (
    Lines,
    Ticks,
    branch_lines,
    function_ids,
    function_lines,
    near_and_far,
    unit_id_of,
)
from orgflow.web.changes.asking.form import LONG, AskedFirstForm, ChangeForm, DrawnForm, First, Put
from orgflow.web.changes.asking.scene import Scene, as_kind
from orgflow.web.registry.choices import Choice
from orgflow.web.registry.words import FUNCTIONS

_LONG = lazy_gettext("Terlalu panjang. Paling banyak 2.000 huruf.")
_NEW: Final = (("new_duties", FunctionKind.DUTY), ("new_functions", FunctionKind.FUNCTION))


class ReviseFunctionsForm(DrawnForm):
    """How each duty and function of a unit is to read, and which are new."""

    kind = "ubah-tugas-fungsi"
    title = lazy_gettext("Ubah tugas dan fungsi")
    words = lazy_gettext("Bunyi tugas dan fungsi satu unit diubah, ditambah, atau dihapus.")
    first = (First("unit", lazy_gettext("Tugas dan fungsi unit mana?"), branch_lines),)

    new_duties = TextAreaField(
        lazy_gettext("Tugas baru"),
        [Optional(), Length(max=20_000, message=LONG)],
        description=lazy_gettext("Satu baris untuk setiap tugas."),
        render_kw={"rows": 2},
    )
    new_functions = TextAreaField(
        lazy_gettext("Fungsi baru"),
        [Optional(), Length(max=20_000, message=LONG)],
        description=lazy_gettext("Satu baris untuk setiap fungsi."),
        render_kw={"rows": 4},
    )
    places: ClassVar[Mapping[str, str]] = {"nothing_changes": "new_functions"}

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.ReviseFunctions)
        return {"unit": (str(operation.unit_id),)}

    @classmethod
    def for_scene(cls, scene: Scene) -> type[ChangeForm]:
        numbers = dict.fromkeys(FunctionKind, 0)
        asked = {}
        for held in _points(scene):
            numbers[held.kind] += 1
            label = gettext("%(kind)s %(number)s", kind=FUNCTIONS[held.kind], number=numbers[held.kind])
            checks = [Optional(), Length(max=2_000, message=_LONG)]
            asked[_field(held)] = TextAreaField(label, checks, render_kw={"rows": 3})
        return type("ReviseFunctionsFormOfUnit", (cls,), asked)

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.ReviseFunctions)
        said: dict[str, object] = {_field(held): held.text for held in _points(scene)}
        said |= {f"t{point.function_id.hex}": point.text for point in operation.amended}
        said |= {f"t{gone.hex}": "" for gone in operation.abolished}
        for name, kind in _NEW:
            said[name] = "\n".join(point.text for point in operation.added if point.kind is kind)
        return {**said, "reason": operation.reason}

    def offer(self, scene: Scene) -> None:
        if not self.is_submitted() and scene.held is None:
            for held in _points(scene):
                self[_field(held)].data = held.text

    def put(self, scene: Scene) -> Put:
        amended, abolished = [], []
        for held in _points(scene):
            typed = " ".join(str(self[_field(held)].data or "").split())
            if not typed:
                abolished.append(held.id)
                continue
            place = _amended_place(scene, held)
            if (typed, place) != (held.text, held.position):
                amended.append(Point(held.id, held.kind, place, typed))
        unit_id = scene.unit_given().id
        added = tuple(point for name, kind in _NEW for point in self._added(scene, name, kind))
        return Put(ops.ReviseFunctions(unit_id, added, tuple(amended), tuple(abolished), self.why))

    def notes(self, scene: Scene) -> tuple[str, ...]:
        unit = scene.unit_given().name
        if not _points(scene):
            return (gettext("Tugas dan fungsi %(unit)s belum tercatat.", unit=unit),)
        words = gettext(
            "Tugas dan fungsi %(unit)s. Kosongkan bunyinya untuk menghapus satu butir.", unit=unit
        )
        return (words,)

    @property
    def asked(self) -> tuple[Field, ...]:
        """The fields that stand open: what is held first, then what is new."""
        fields = super().asked
        new = (self.new_duties, self.new_functions)
        return (*(item for item in fields if item not in new), *new)

    def _added(self, scene: Scene, name: str, kind: FunctionKind) -> list[Point]:
        texts = lines_of(str(self[name].data or ""))
        before = scene.held.added if isinstance(scene.held, ops.ReviseFunctions) else ()
        ids = {point.text: point.function_id for point in before if point.kind is kind}
        last = max((held.position for held in _points(scene) if held.kind is kind), default=0)
        return [
            Point(ids.get(text, FunctionId(scene.new_id(f"{name}{number}"))), kind, last + number, text)
            for number, text in enumerate(texts, start=1)
        ]


def _owners(scene: Scene) -> dict[str, Lines]:
    """Return the units that hold any duty or function."""
    held = scene.standing.functions_of
    near = tuple(unit for unit in scene.branch if held(unit.id))
    return near_and_far(scene, near, tuple(unit for unit in scene.others if held(unit.id)))


class TransferFunctionForm(AskedFirstForm):
    """Which duties and functions of a unit go, and to which unit."""

    kind = "alihkan-fungsi"
    title = lazy_gettext("Alihkan tugas atau fungsi")
    words = lazy_gettext("Dari satu unit ke unit lain, juga ke perangkat daerah lain.")
    first = (First("unit", lazy_gettext("Dialihkan dari unit mana?"), _owners),)
    places: ClassVar[Mapping[str, str]] = {
        "nothing_changes": "to",
        "function_moved_away": "functions",
        "unknown_unit": "to",
    }

    functions = Ticks(lazy_gettext("Tugas dan fungsi yang dialihkan"))
    to = Choice(lazy_gettext("Dialihkan ke unit mana?"))

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.TransferFunction)
        return {"unit": (str(operation.from_id),)}

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.TransferFunction)
        return {
            "functions": [str(operation.function_id)],
            "to": str(operation.to_id),
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        unit = scene.unit_given()
        self.functions.choices = function_lines(scene, (unit,))
        near = tuple(one for one in scene.branch if one.id != unit.id)
        self.to.choices = near_and_far(scene, near, tuple(one for one in scene.others if one.id != unit.id))

    def validate_functions(self, field: Ticks) -> None:
        """Ask for one duty or function at least."""
        if not field.data:
            raise ValidationError(gettext("Pilih sedikitnya satu tugas atau fungsi."))

    def put(self, scene: Scene) -> Put:
        source, target = scene.unit_given(), unit_id_of(self.to) or scene.unit_id
        standing = scene.standing
        last = {kind: _last_place(scene, target, kind) for kind in FunctionKind}
        found: list[Operation] = []
        for function_id in function_ids(self.functions.ids):
            kind = standing.function(function_id).kind
            last[kind] += 1
            position = last[kind]
            held = scene.held
            if isinstance(held, ops.TransferFunction) and (held.function_id, held.to_id) == (
                function_id,
                target,
            ):
                position = held.position
            found.append(ops.TransferFunction(function_id, source.id, target, position, self.why))
        return Put(found[0], following=tuple(found[1:]))

    def notes(self, scene: Scene) -> tuple[str, ...]:
        return (gettext("Dialihkan dari %(unit)s.", unit=scene.unit_given().name),)


def _points(scene: Scene) -> tuple[Function, ...]:
    return scene.standing.functions_of(scene.unit_given().id)


def _field(held: Function) -> str:
    return f"t{held.id.hex}"


def _amended_place(scene: Scene, held: Function) -> int:
    """Return the place of a point that reads otherwise: as an edited operation has it, else as it stands."""
    before = scene.held.amended if isinstance(scene.held, ops.ReviseFunctions) else ()
    return next((point.position for point in before if point.function_id == held.id), held.position)


def _last_place(scene: Scene, unit_id: UnitId, kind: FunctionKind) -> int:
    held = scene.standing.functions_of(unit_id)
    return max((one.position for one in held if one.kind is kind), default=0)
