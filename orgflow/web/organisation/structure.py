"""Struktur as its page prints it: the tree of a day, and the days on which it changed."""

from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.structure import Placement, Unit
from orgflow.domain.values import UnitId
from orgflow.services.organisation.pages import Mark, StructurePage
from orgflow.web.formats import show_date
from orgflow.web.organisation.as_known import known_day

NAMED = 2
_ANY = "00000000-0000-0000-0000-000000000000"
"""Stands for a unit's id in an address that is built once and filled in for each."""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One unit of the tree, depth first; after it ``closes`` branches end.

    Rows instead of nested nodes: a page of five hundred units is one loop.
    """

    name: str
    url: str
    note: str
    mark: str | None
    mark_label: str
    is_current: bool
    is_open: bool
    is_unsure: bool
    has_below: bool
    closes: int


@dataclass(frozen=True, slots=True)
class MarkView:
    """A day on which the structure changed; without label: not yet known."""

    label: str
    url: str | None
    text: str
    status: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class ViewLink:
    """One way to look at the structure."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class StructureView:
    """Struktur whole."""

    on_words: str
    on_iso: str
    rows: tuple[TreeRow, ...]
    marks: tuple[MarkView, ...]
    views: tuple[ViewLink, ...]
    kept: dict[str, str]
    is_partial: bool
    whole_from: str
    has_unverified: bool
    found_url: str | None


def structure_view(page: StructurePage, chosen: UUID | None) -> StructureView:
    """Return the structure of the day."""
    structure, on = page.structure, page.on.isoformat()
    whole_from = page.government.recorded_whole_from
    return StructureView(
        show_date(page.on),
        on,
        _tree(page, chosen),
        _marks(page),
        _views(page, chosen),
        _kept(page, chosen),
        page.is_partial,
        show_date(whole_from) if whole_from is not None else "",
        any(unit.placement is Placement.UNVERIFIED for unit in structure.units.values()),
        url_for("keeping_units.found_form") if page.may_keep else None,
    )


def _tree(page: StructurePage, chosen: UUID | None) -> tuple[TreeRow, ...]:
    structure = page.structure
    open_path = {unit.id for unit in structure.path(_known(page, chosen))} if chosen is not None else set()
    pattern = url_for("organisation.show", pada=page.on.isoformat(), tercatat=known_day(page), unit=_ANY)
    unknown = gettext("letak belum diketahui")
    rows: list[TreeRow] = []

    def walk(units: tuple[Unit, ...], closing: int) -> None:
        for place, unit in enumerate(units, start=1):
            below = structure.children(unit.id)
            is_unknown = unit.placement is Placement.UNKNOWN
            ends = closing if place == len(units) else 0
            rows.append(
                TreeRow(
                    unit.name,
                    pattern.replace(_ANY, str(unit.id)),
                    unknown if is_unknown else "",
                    None,
                    "",
                    unit.id == chosen,
                    unit.kind.level <= NAMED or unit.id in open_path,
                    is_unknown,
                    bool(below),
                    0 if below else ends,
                )
            )
            walk(below, ends + 1)

    walk(structure.children(None), 0)
    return tuple(rows)


def first_shown(page: StructurePage) -> UUID | None:
    """Return the unit shown before one is chosen: one to be renamed, else the first below the root."""
    for entry in page.running:
        if entry.unit_id in page.structure.units:
            return entry.unit_id
    roots = page.structure.children(None)
    below = page.structure.children(roots[0].id) if roots else ()
    return below[0].id if below else None


def _known(page: StructurePage, chosen: UUID | None) -> UnitId:
    return next(unit_id for unit_id in page.structure.units if unit_id == chosen)


def _kept(page: StructurePage, chosen: UUID | None) -> dict[str, str]:
    known = known_day(page)
    kept = {"tercatat": known} if known is not None else {}
    return {**kept, "unit": str(chosen)} if chosen is not None else kept


def _views(page: StructurePage, chosen: UUID | None) -> tuple[ViewLink, ...]:
    """Return the ways to look; what was formerly known has no chart, which tells what is known now."""
    on, known = page.on.isoformat(), known_day(page)
    tree = ViewLink(
        gettext("Pohon"),
        url_for("organisation.show", pada=on, tercatat=known, unit=chosen),
        is_current=True,
    )
    if known is not None:
        return (tree,)
    return (
        tree,
        ViewLink(gettext("Bagan"), url_for("charting.show", pada=on), is_current=False),
    )


def _marks(page: StructurePage) -> tuple[MarkView, ...]:
    days = {mark.day: _said(page, mark) for mark in page.marks}
    days.setdefault(page.today, gettext("Hari ini"))
    days.setdefault(page.on, gettext("Tanggal yang Anda pilih"))
    views = [
        MarkView(
            show_date(day),
            url_for("organisation.show", pada=day.isoformat(), tercatat=known_day(page)),
            text,
            "now" if day == page.on else ("plan" if day > page.today else "past"),
            False,
        )
        for day, text in sorted(days.items())
    ]
    for entry in page.running:
        label = show_date(entry.effective_on) if entry.effective_on is not None else ""
        text = gettext("Usulan: %(name)s", name=entry.new_name)
        views.append(MarkView(label, None, text, "plan", page.government.is_sample))
    return tuple(views)


def _said(page: StructurePage, mark: Mark) -> str:
    if mark.is_first:
        return gettext("Awal catatan")
    if mark.day == page.government.recorded_whole_from:
        return gettext("Susunan mulai tercatat")
    if mark.count > NAMED:
        return gettext("%(count)s unit dibentuk, berubah, atau berakhir", count=mark.count)
    return "; ".join(mark.names)
