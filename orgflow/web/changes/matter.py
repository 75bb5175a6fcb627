"""Materi usulan: the operations, the charts before and after, and the matriks, as their page prints them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.matrix import Aspect, MatrixRow
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import UnitId
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.changes.segments import Segment, marked
from orgflow.web.changes.sentences import Piece, finding_views, operation_pieces
from orgflow.web.messages import message_for
from orgflow.web.proposals.lacks import FindingView

_ASPECTS: Final[dict[Aspect, LazyString]] = {
    Aspect.NAME: lazy_gettext("Nama"),
    Aspect.HEAD: lazy_gettext("Kepala"),
    Aspect.STRUCTURE: lazy_gettext("Susunan"),
    Aspect.DUTIES: lazy_gettext("Bidang tugas"),
}


@dataclass(frozen=True, slots=True)
class OperationAct:
    """What may be done with one operation."""

    label: str
    url: str
    is_post: bool


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation as a sentence; ``problem`` says why it does not apply."""

    pieces: tuple[Piece, ...]
    actions: tuple[OperationAct, ...]
    problem: str
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """One box of a chart."""

    name: str
    url: str
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
class MatrixView:
    """One row of the matriks."""

    subject: str
    before: tuple[Segment, ...]
    after: tuple[Segment, ...]
    verdict: str
    remark: str
    url: str | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """Materi usulan whole."""

    operations: tuple[OperationView, ...]
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    marks: tuple[Mark, ...]
    has_loose: bool
    matrix: tuple[MatrixView, ...]
    findings: tuple[FindingView, ...]


def matter(page: ProposalPage) -> Matter:
    """Return Materi usulan of a proposal."""
    renamed = frozenset(c.unit_id for c in page.changes if c.before.name != c.after.name)
    top = _top(page.before, page.unit.id)
    subtree = page.before.subtree(page.unit.id)
    return Matter(
        tuple(_operations(page)),
        (_chart(page.before, top, page.unit.id, frozenset()),),
        (_chart_after(page, renamed),),
        (Mark("rename", gettext("Nama diubah")),) if renamed else (),
        any(unit.placement is Placement.UNKNOWN for unit in subtree),
        tuple(_row(page, row) for row in page.matrix),
        finding_views(page),
    )


def _operations(page: ProposalPage) -> Iterable[OperationView]:
    met = steps(page.organisation_before, (placed.operation for placed in page.operations))
    for place, (operation, standing, refused) in enumerate(met):
        problem = message_for(refused) if refused is not None else ""
        yield OperationView(operation_pieces(operation, standing, page), _acts(page, place), problem)


def _acts(page: ProposalPage, place: int) -> tuple[OperationAct, ...]:
    if not page.is_editable:
        return ()

    placed = page.operations[place]

    def act(label: str, endpoint: str, *, is_post: bool = True) -> OperationAct:
        url = url_for(endpoint, proposal_id=page.id, operation_id=placed.id)
        return OperationAct(label, url, is_post)

    acts = [act(gettext("Ubah"), "operations.edit_form", is_post=False)]
    if place > 0:
        acts.append(act(gettext("Naikkan"), "changes.move_up"))
    if place < len(page.operations) - 1:
        acts.append(act(gettext("Turunkan"), "changes.move_down"))
    return (*acts, act(gettext("Hapus"), "changes.remove"))


def _chart_after(page: ProposalPage, renamed: frozenset[UnitId]) -> Node:
    """Return the branch as it is to be; where its unit ends, what begins beside it stands in its place."""
    if page.unit.id in page.after.units:
        return _chart(page.after, _top(page.after, page.unit.id), page.unit.id, renamed)
    above = next(unit for unit in reversed(page.before.path(page.unit.id)) if unit.id in page.after.units)
    begun = [unit for unit in page.after.children(above.id) if unit.id not in page.before.units]
    branches = tuple(_node(page.after, unit.id, renamed) for unit in begun)
    return Node(above.name, _unit_url(above.id), "", None, "", is_loose=False, children=branches)


def _top(structure: Structure, unit_id: UnitId) -> Unit:
    """Return the superior under which the chart is drawn; the unit itself when it has none."""
    path = structure.path(unit_id)
    return path[-2] if len(path) > 1 else path[-1]


def _chart(structure: Structure, top: Unit, unit_id: UnitId, renamed: frozenset[UnitId]) -> Node:
    """Return the branch from the superior through the unit to all below it."""
    branch = _node(structure, unit_id, renamed)
    if top.id == unit_id:
        return branch
    return Node(top.name, _unit_url(top.id), "", None, "", is_loose=False, children=(branch,))


def _node(structure: Structure, unit_id: UnitId, renamed: frozenset[UnitId]) -> Node:
    unit = structure.unit(unit_id)
    is_renamed, is_loose = unit_id in renamed, unit.placement is Placement.UNKNOWN
    return Node(
        unit.name,
        _unit_url(unit_id),
        gettext("Letak belum diketahui") if is_loose else "",
        "rename" if is_renamed else None,
        gettext("Nama diubah") if is_renamed else "",
        is_loose,
        tuple(_node(structure, child.id, renamed) for child in structure.children(unit_id)),
    )


def _unit_url(unit_id: UnitId) -> str:
    return url_for("organisation.show_unit", unit_id=unit_id)


def _row(page: ProposalPage, row: MatrixRow) -> MatrixView:
    subject = str(_ASPECTS[row.aspect])
    if len({entry.unit_id for entry in page.matrix}) > 1:
        subject = gettext("%(aspect)s %(unit)s", aspect=subject, unit=page.before.unit(row.unit_id).name)
    verdict, remark = _verdict(row)
    return MatrixView(subject, *marked(row.before, row.after), verdict, remark)


def _verdict(row: MatrixRow) -> tuple[str, str]:
    if not row.before and not row.after:
        return "open", gettext("Menurut Pergub yang berlaku; diisi TU atau administrator.")
    if not row.is_changed:
        return "same", gettext("Tetap")
    if row.aspect is Aspect.HEAD:
        return "changed", gettext("Mengikuti nama")
    return "changed", gettext("Berubah")
