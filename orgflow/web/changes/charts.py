"""The charts before and after: the branch of the proposal, and whatever else its operations touch."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import UnitId
from orgflow.services.changes import branch_of
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.changes.becoming import MARKS, Becoming, becoming


@dataclass(frozen=True, slots=True)
class Node:
    """One box of a chart."""

    name: str
    url: str | None
    note: str
    mark: str | None
    mark_label: str
    is_loose: bool
    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark used in the charts and what it means."""

    mark: str
    label: str


@dataclass(frozen=True, slots=True)
class Charts:
    """Both charts and the marks in them."""

    before: tuple[Node, ...]
    after: tuple[Node, ...]
    marks: tuple[Mark, ...]
    has_loose: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two charts: its structure, which units are drawn, and their marks."""

    structure: Structure
    drawn: frozenset[UnitId]
    became: Becoming
    marks: dict[UnitId, tuple[str, ...]]

    def node(self, unit: Unit) -> Node:
        """Return a unit with all below it that is drawn."""
        is_loose, own = unit.placement is Placement.UNKNOWN, self.marks.get(unit.id, ())
        below = (child for child in self.structure.children(unit.id) if child.id in self.drawn)
        return Node(
            unit.name,
            # One that is only proposed has no page yet.
            None if "new" in own else url_for("organisation.show_unit", unit_id=unit.id),
            gettext("Letak belum diketahui") if is_loose else "",
            own[0] if own else None,
            self.became.label(unit.id, own) if own else "",
            is_loose,
            tuple(self.node(child) for child in below),
        )


def charts(page: ProposalPage) -> Charts:
    """Return the charts of a proposal."""
    became = becoming(page)
    listed = [placed.operation for placed in page.operations]
    core = branch_of(page.unit.id, page.organisation_before, listed)
    touched = frozenset((*became.before, *became.after))
    used = {mark for side in (became.before, became.after) for marks in side.values() for mark in marks}
    sides = []
    for structure, marks in ((page.before, became.before), (page.after, became.after)):
        named = _named(structure, core, touched)
        top = _top(page, structure, named)
        drawn = frozenset(unit.id for unit_id in named for unit in structure.path(unit_id))
        sides.append((_Side(structure, drawn, became, marks), top))
    (left, old_top), (right, new_top) = sides
    held = page.before.units
    return Charts(
        (left.node(old_top),),
        (right.node(new_top),),
        tuple(Mark(mark, str(words)) for mark, words in MARKS.items() if mark in used),
        any(held[unit_id].placement is Placement.UNKNOWN for unit_id in left.drawn),
    )


def _named(structure: Structure, core: frozenset[UnitId], touched: frozenset[UnitId]) -> frozenset[UnitId]:
    """Return the branch with all below it, and the other units that are touched."""
    branch = {
        unit.id for unit_id in core if unit_id in structure.units for unit in structure.subtree(unit_id)
    }
    return frozenset(branch | {unit_id for unit_id in touched if unit_id in structure.units})


def _top(page: ProposalPage, structure: Structure, named: frozenset[UnitId]) -> Unit:
    """Return the lowest unit, from the superior upwards, under which all that is named stands."""
    above = page.before.path(page.unit.id)[:-1] or (page.unit,)
    paths = [frozenset(unit.id for unit in structure.path(unit_id)) for unit_id in named]
    for unit in reversed(above):
        if unit.id in structure.units and all(unit.id in path for path in paths):
            return structure.unit(unit.id)
    return structure.root()
