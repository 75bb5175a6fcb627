"""Hari libur: days off by year and decree, each a row that can be changed."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.days_off import HeldDay
from orgflow.domain.errors import RuleBroken
from orgflow.services.days_off import (
    ChangeDay,
    RemoveDay,
    add_day,
    change_day,
    list_days_off,
    remove_day,
    show_day,
)
from orgflow.web.current import current_context
from orgflow.web.office_form import DayField
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link
from orgflow.web.settings.days_off_forms import DAY_FIELDS, DayForm, DayRemovalForm, KnownDayForm
from orgflow.web.settings.days_off_page import day_group, day_line, form_page, year_asked
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("days_off", __name__, url_prefix="/pengaturan/hari-libur")
Answer = Response | tuple[str, int]


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show the days off of a year."""
    page = list_days_off(current_context(), year_asked())
    groups = [
        day_group([held for held in page.days if held.decree_id == one.id], one)
        for one in page.decrees
        if one.decree.year == page.year
    ]
    years = (
        Link(str(year), url_for(".index", tahun=year), is_current=year == page.year) for year in page.years
    )
    return render_template(
        "settings/days_off.html",
        year=page.year,
        years=tuple(years),
        count=len(page.days),
        groups=groups,
        own=day_group([held for held in page.days if held.decree_id is None], None),
    )


@bp.get("/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> tuple[str, int]:
    """Ask for another day off."""
    return _page(_day_form())


@bp.post("/baru")
@needs(Permission.MANAGE_SETTINGS)
def add() -> Answer:
    """Keep another day off."""
    form = _day_form()
    answer = saved(
        form,
        lambda: add_day(current_context(), form.command()),
        told=gettext("Hari libur dicatat."),
        url=_back(form.day),
        field="day",
    )
    return answer or _page(form)


@bp.get("/<uuid:day_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(day_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a day off."""
    held = show_day(current_context(), day_id)
    values: dict[str, object] = {
        "name": held.entry.name,
        "source": held.entry.source,
        "is_verified": held.entry.is_verified,
    }
    return _page(KnownDayForm(revision=held.revision, values=values), held)


@bp.post("/<uuid:day_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(day_id: UUID) -> Answer:
    """Change a day off."""
    form, held = KnownDayForm(), show_day(current_context(), day_id)
    answer = saved_upon(
        form,
        lambda: change_day(
            current_context(),
            ChangeDay(
                day_id, form.seen, form.name.data or "", form.source.data or "", bool(form.is_verified.data)
            ),
        ),
        _revision_of_day(day_id),
        told=gettext("Hari libur diubah."),
        url=url_for(".index", tahun=held.entry.day.year),
        field="name",
    )
    return answer or _page(form, held)


@bp.get("/<uuid:day_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
def ask_removal(day_id: UUID) -> tuple[str, int]:
    """Ask why a day is no longer off."""
    held = show_day(current_context(), day_id)
    return _removal(held, DayRemovalForm(revision=held.revision))


@bp.post("/<uuid:day_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
def remove(day_id: UUID) -> Answer:
    """Take a day out, for a reason."""
    form, held = DayRemovalForm(), show_day(current_context(), day_id)
    answer = saved_upon(
        form,
        lambda: remove_day(current_context(), RemoveDay(day_id, form.seen, form.reason.data or "")),
        _revision_of_day(day_id),
        told=gettext("Hari itu tidak lagi dihitung sebagai hari libur."),
        url=url_for(".index", tahun=held.entry.day.year),
        field="reason",
    )
    return answer or _removal(held, form)


def _back(typed: DayField) -> str:
    try:
        day = typed.day
    except RuleBroken:
        day = None
    return url_for(".index", tahun=day.year if day is not None else None)


def _revision_of_day(day_id: UUID) -> Callable[[], int]:
    return lambda: show_day(current_context(), day_id).revision


def _day_form() -> DayForm:
    form = DayForm()
    form.offer(list_days_off(current_context()).decrees)
    return form


def _page(form: DayForm | KnownDayForm, held: HeldDay | None = None) -> tuple[str, int]:
    known = day_line(held) if held is not None else None
    return form_page(
        form,
        title=gettext("Hari libur"),
        present=f"{known.day}, {known.kind}" if known is not None else "",
        save_url=url_for(".save", day_id=held.id) if held is not None else url_for(".add"),
        remove_url=url_for(".ask_removal", day_id=held.id) if held is not None else "",
        fields=DAY_FIELDS,
    )


def _removal(held: HeldDay, form: DayRemovalForm) -> tuple[str, int]:
    body = render_template(
        "settings/day_removal.html",
        line=day_line(held),
        form=form,
        remove_url=url_for(".remove", day_id=held.id),
        back_url=url_for(".index", tahun=held.entry.day.year),
    )
    return body, form.status
