"""Duties and functions of a unit as their page prints them, and their order."""

from dataclasses import dataclass
from itertools import pairwise

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.records import FunctionKind
from orgflow.services.organisation.duties import KeptFunction, UnitDuties
from orgflow.web.formats import show_date
from orgflow.web.registry.acting import Link
from orgflow.web.registry.unit_pages import unit_crumbs, unit_url
from orgflow.web.registry.words import basis_words, period_words, state_of


@dataclass(frozen=True, slots=True)
class PlannedPoint:
    """A change of a point that lies ahead."""

    day: str
    text: str
    withdraw_url: str | None


@dataclass(frozen=True, slots=True)
class PointView:
    """One duty or function."""

    text: str
    period: str
    basis: str | None
    source: str
    planned: tuple[PlannedPoint, ...]
    acts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PointGroup:
    """The duties or the functions: those of the day in their order, and the others."""

    heading: str
    id: str
    present: tuple[PointView, ...]
    planned: tuple[PointView, ...]
    past: tuple[PointView, ...]
    order_url: str | None


@dataclass(frozen=True, slots=True)
class DutiesView:
    """Every duty and function of a unit."""

    name: str
    crumbs: tuple[Link, ...]
    on_words: str
    unit_url: str
    add_url: str | None
    groups: tuple[PointGroup, ...]


def duties_view(page: UnitDuties) -> DutiesView:
    """Return a unit's duties and functions as they are printed."""
    crumbs = unit_crumbs(page.unit_id, page.unit_name)[:-1]
    return DutiesView(
        page.unit_name,
        crumbs,
        show_date(page.on),
        unit_url(page.unit_id),
        url_for("keeping_functions.add_form", unit_id=page.unit_id) if page.may_keep else None,
        (
            _group(page, FunctionKind.DUTY, gettext("Tugas")),
            _group(page, FunctionKind.FUNCTION, gettext("Fungsi")),
        ),
    )


def _group(page: UnitDuties, kind: FunctionKind, heading: str) -> PointGroup:
    by_state: dict[str, list[PointView]] = {"now": [], "plan": [], "past": []}
    for kept in page.of(kind):
        record = kept.record
        is_here = record.unit_id == page.unit_id
        state = state_of(record.valid_from, record.valid_to, page.on, page.today) if is_here else "past"
        by_state[state].append(_point(page, kept, may_change=page.may_keep and is_here))
    present = tuple(by_state["now"])
    order = url_for("keeping_order.show", unit_id=page.unit_id, kind=str(kind))
    return PointGroup(
        heading,
        str(kind),
        present,
        tuple(by_state["plan"]),
        tuple(by_state["past"]),
        order if page.may_keep and len(present) > 1 else None,
    )


def _point(page: UnitDuties, kept: KeptFunction, *, may_change: bool) -> PointView:
    planned = tuple(
        PlannedPoint(
            show_date(after.valid_from),
            after.text,
            url_for(
                "keeping_functions.withdraw_form", function_id=kept.id, mulai=after.valid_from.isoformat()
            )
            if may_change
            else None,
        )
        for before, after in pairwise(kept.timeline)
        if after.valid_from > page.today
    )
    first, last = kept.timeline[0], kept.timeline[-1]
    return PointView(
        kept.record.text,
        period_words(first.valid_from, last.valid_to),
        basis_words(kept.record.basis, page.regulations),
        kept.record.basis.source,
        planned,
        _acts(kept, page) if may_change else (),
    )


def _acts(kept: KeptFunction, page: UnitDuties) -> tuple[Link, ...]:
    record = kept.record
    day = record.valid_from.isoformat() if record.valid_from > page.today else None
    correct = Link(gettext("Ralat"), url_for("keeping_functions.correct_form", function_id=kept.id, pada=day))
    if record.valid_to is not None and record.valid_to <= page.today:
        return (correct,)
    return (
        Link(
            gettext("Perubahan resmi"),
            url_for("keeping_functions.change_form", function_id=kept.id, pada=day),
        ),
        correct,
        Link(gettext("Akhiri"), url_for("keeping_functions.end_form", function_id=kept.id))
        if day is None
        else Link(
            gettext("Batalkan"),
            url_for("keeping_functions.withdraw_form", function_id=kept.id, mulai=day),
        ),
    )
