"""What becomes of each unit, as a word and a mark on both charts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.contents import units_changed_inside
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import UnitId
from orgflow.services.proposal_pages import ProposalPage

MARKS: Final[dict[str, LazyString]] = {
    "new": lazy_gettext("Baru"),
    "gone": lazy_gettext("Dihapus"),
    "move": lazy_gettext("Pindah"),
    "rename": lazy_gettext("Nama diubah"),
    "kind": lazy_gettext("Jenis diubah"),
    "inside": lazy_gettext("Isi diubah"),
}
"""The marks, the strongest first: a box bears one pattern, and every word that holds."""


@dataclass(frozen=True, slots=True)
class Becoming:
    """The marks of units on the chart before and on the one after."""

    before: dict[UnitId, tuple[str, ...]]
    after: dict[UnitId, tuple[str, ...]]
    ended_by: dict[UnitId, str]

    def label(self, unit_id: UnitId, marks: tuple[str, ...]) -> str:
        """Return the words for a unit's marks; one that ends is told how."""
        words = [
            self.ended_by.get(unit_id, str(MARKS[mark])) if mark == "gone" else str(MARKS[mark])
            for mark in marks
        ]
        return ", ".join([words[0], *(word[:1].lower() + word[1:] for word in words[1:])])


def becoming(page: ProposalPage) -> Becoming:
    """Return what becomes of every unit that does not stay as it is."""
    before, after = page.before.units, page.after.units
    inside = units_changed_inside(page.organisation_before, page.organisation_after)
    left: dict[UnitId, tuple[str, ...]] = {}
    right: dict[UnitId, tuple[str, ...]] = {}
    for unit_id, old in before.items():
        new = after.get(unit_id)
        if new is None:
            left[unit_id] = ("gone",)
            continue
        marks = tuple(_marks(old, new, is_inside=unit_id in inside))
        if marks:
            right[unit_id] = marks
        if "move" in marks:
            left[unit_id] = ("move",)
    for unit_id in after:
        if unit_id not in before:
            right[unit_id] = ("new",)
    return Becoming(left, right, dict(_endings(page)))


def _marks(old: Unit, new: Unit, *, is_inside: bool) -> Iterator[str]:
    said = (
        ("move", (old.parent_id, old.placement) != (new.parent_id, new.placement)),
        ("rename", old.name != new.name),
        ("kind", old.kind.code != new.kind.code),
        ("inside", is_inside or old.duty_field != new.duty_field),
    )
    yield from (mark for mark, is_so in said if is_so)


def _endings(page: ProposalPage) -> Iterator[tuple[UnitId, str]]:
    for placed in page.operations:
        match placed.operation:
            case ops.MergeUnits(unit_ids=unit_ids):
                yield from ((unit_id, gettext("Digabung")) for unit_id in unit_ids)
            case ops.SplitUnit(unit_id=unit_id):
                yield unit_id, gettext("Dipecah")
            case _:
                pass
