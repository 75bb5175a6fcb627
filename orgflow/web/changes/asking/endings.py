"""What is asked when a unit ends: who goes on with its letters, and what is handed on to whom."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from flask_babel import gettext, lazy_gettext

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Below, Fate, Operation
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import FunctionId, PostId
from orgflow.web.changes.asking.fields import (
    Pick,
    Ticks,
    function_ids,
    function_lines,
    movable_lines,
    near_and_far,
    post_ids,
    post_lines,
    unit_id_of,
)
from orgflow.web.changes.asking.form import AskedFirstForm, First, Put
from orgflow.web.changes.asking.scene import Scene, as_kind
from orgflow.web.registry.choices import Choice


class AbolishUnitForm(AskedFirstForm):
    """Who goes on with what a unit leaves, and which of it ends with the unit."""

    kind = "hapus-unit"
    title = lazy_gettext("Hapus unit")
    words = lazy_gettext("Unit berakhir. Anda memilih siapa yang meneruskan surat, tugas, dan jabatannya.")
    first = (First("unit", lazy_gettext("Unit mana yang dihapus?"), movable_lines),)
    places: ClassVar[Mapping[str, str]] = {
        "heir_missing": "heir",
        "heir_ends": "heir",
        "unit_cycle": "heir",
        "children_remain": "children",
        "name_taken": "children",
        "kind_may_not_stand": "children",
    }

    heir = Choice(
        lazy_gettext("Siapa yang meneruskan surat dan usulannya?"),
        description=lazy_gettext("Surat masuk, tanggapan, dan usulan yang berjalan dilanjutkan unit ini."),
    )
    children = Pick(lazy_gettext("Unit di bawahnya"))
    functions = Ticks(
        lazy_gettext("Tugas dan fungsi yang diteruskan ke penerus"),
        description=lazy_gettext("Yang tidak dicentang dinyatakan dihapus."),
    )
    posts = Ticks(
        lazy_gettext("Jabatan yang diteruskan ke penerus, beserta pejabatnya"),
        description=lazy_gettext("Yang tidak dicentang dinyatakan dihapus."),
    )

    @classmethod
    def given_by(cls, operation: Operation) -> dict[str, tuple[str, ...]]:
        operation = as_kind(operation, ops.AbolishUnit)
        return {"unit": (str(operation.unit_id),)}

    @classmethod
    def values(cls, scene: Scene) -> dict[str, object]:
        operation = as_kind(scene.held, ops.AbolishUnit)
        units = _ending(scene)
        held = [str(one.id) for unit in units for one in scene.standing.functions_of(unit.id)]
        posts = [str(one.id) for unit in units for one in scene.standing.posts_of(unit.id)]
        return {
            "heir": str(operation.heir_id or ""),
            "children": str(operation.children),
            "functions": held if operation.functions is Fate.TO_HEIR else [],
            "posts": posts if operation.posts is Fate.TO_HEIR else [],
            "reason": operation.reason,
        }

    def offer(self, scene: Scene) -> None:
        unit, units = scene.unit_given(), _ending(scene)
        self._offer_heirs(scene, unit)
        self.functions.choices = function_lines(scene, units)
        self.posts.choices = post_lines(scene, units)
        if not self.is_submitted() and scene.held is None:
            self.heir.data = str(unit.parent_id or "")
            self.children.data = str(Below.TO_PARENT)
            self.functions.data = [value for value, _ in self.functions.choices]
            self.posts.data = [
                str(post.id) for post in scene.standing.posts_of(unit.id) if post.role is not PostRole.HEAD
            ]
        if len(units) == 1:
            del self.children
        else:
            below = ", ".join(one.name for one in scene.standing.structure.children(unit.id))
            above = scene.standing.units[unit.parent_id].name if unit.parent_id is not None else ""
            self.children.description = below
            self.children.choices = [
                (str(Below.TO_PARENT), gettext("Pindah ke bawah %(unit)s", unit=above)),
                (str(Below.TO_HEIR), gettext("Pindah ke bawah penerusnya")),
                (str(Below.ENDED), gettext("Ikut dihapus")),
            ]
        if not self.functions.choices:
            del self.functions
        if not self.posts.choices:
            del self.posts

    def put(self, scene: Scene) -> Put:
        unit = scene.unit_given()
        children = Below(self.children.data) if "children" in self else Below.REFUSED
        ending = _ending(scene) if children is Below.ENDED else (unit,)
        functions = function_ids(self.functions.ids) if "functions" in self else ()
        posts = post_ids(self.posts.ids) if "posts" in self else ()
        standing = scene.standing
        goes_on = any(held.id in functions for one in ending for held in standing.functions_of(one.id))
        stays = any(held.id in posts for one in ending for held in standing.posts_of(one.id))
        return Put(
            ops.AbolishUnit(
                unit.id,
                unit_id_of(self.heir),
                children,
                Fate.TO_HEIR if stays else Fate.ENDED,
                Fate.TO_HEIR if goes_on else Fate.ENDED,
                self.why,
            ),
            ahead=(
                *(ended_functions(scene, ending, functions) if goes_on else ()),
                *(ended_posts(scene, ending, posts) if stays else ()),
            ),
        )

    def notes(self, scene: Scene) -> tuple[str, ...]:
        return (gettext("Yang dihapus: %(unit)s.", unit=scene.unit_given().name),)

    def _offer_heirs(self, scene: Scene, unit: Unit) -> None:
        near = tuple(one for one in scene.branch if one.id != unit.id)
        above = tuple(one for one in scene.others if one.id == unit.parent_id)
        far = (*above, *(one for one in scene.others if one.id != unit.parent_id))
        none = (gettext("Belum ditentukan"), [("", gettext("Tidak ada penerus"))])
        self.heir.choices = {**near_and_far(scene, near, far), none[0]: none[1]}


def _ending(scene: Scene) -> tuple[Unit, ...]:
    return scene.standing.structure.subtree(scene.unit_given().id)


def ended_functions(
    scene: Scene, units: tuple[Unit, ...], kept: tuple[FunctionId, ...]
) -> Iterator[Operation]:
    """Yield the express end of each unit's duties and functions that are not kept."""
    for unit in units:
        left = tuple(held.id for held in scene.standing.functions_of(unit.id) if held.id not in kept)
        if left:
            yield ops.ReviseFunctions(unit.id, abolished=left)


def ended_posts(scene: Scene, units: tuple[Unit, ...], kept: tuple[PostId, ...]) -> Iterator[Operation]:
    """Yield the express end of each unit's posts that are not kept."""
    for unit in units:
        for post in scene.standing.posts_of(unit.id):
            if post.id not in kept:
                yield ops.AbolishPost(post.id)
