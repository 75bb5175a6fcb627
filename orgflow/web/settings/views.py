"""Pengaturan: what an office sets for itself, each part a form of its own."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.services.governor import SetGovernor, set_governor
from orgflow.services.settings import (
    SetRegulation,
    SettingsPage,
    set_regulation,
    show_settings,
)
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.permissions import needs
from orgflow.web.settings.forms import APPOINTMENTS, GovernorForm, RegulationForm

bp = Blueprint("settings", __name__, url_prefix="/pengaturan")
Answer = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the page; one that was refused stands in its place with its errors."""

    regulation: RegulationForm
    governor: GovernorForm


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def show() -> tuple[str, int]:
    """Show the settings as they stand."""
    return _page()


@bp.post("/pergub")
@needs(Permission.MANAGE_SETTINGS)
def regulation() -> Answer:
    """Record the secretariat's regulation."""
    form = RegulationForm()
    if not form.validate_on_submit():
        return _page(regulation=form)
    try:
        set_regulation(
            current_context(),
            SetRegulation(form.number.data or "", int(form.year.data or 0), form.title.data or ""),
        )
    except RuleBroken as refused:
        form.show(refused)
        return _page(regulation=form)
    return _done(gettext("Pergub Sekretariat Daerah dicatat."))


@bp.post("/gubernur")
@needs(Permission.MANAGE_SETTINGS)
def governor() -> Answer:
    """Record who is governor."""
    form = GovernorForm()
    day: date | None = form.valid_from.day if form.validate_on_submit() else None
    if day is None:
        return _page(governor=form)
    try:
        set_governor(
            current_context(), SetGovernor(form.name.data or "", AppointmentKind(form.kind.data), day)
        )
    except RuleBroken as refused:
        form.show(refused)
        return _page(governor=form)
    return _done(gettext("Nama Gubernur dicatat."))


def _done(sentence: str) -> Response:
    flash(sentence, "success")
    return redirect(url_for("settings.show"), code=303)


def _page(
    *,
    regulation: RegulationForm | None = None,
    governor: GovernorForm | None = None,
) -> tuple[str, int]:
    page = show_settings(current_context())
    refused = regulation or governor
    forms = Forms(
        regulation or _regulation_form(page),
        governor or GovernorForm(revision=0),
    )
    body = render_template(
        "settings/show.html",
        page=page,
        forms=forms,
        refused=refused,
        governor_words=_governor_words(page),
        regulation_words=_regulation_words(page),
    )
    return body, 422 if refused is not None else 200


def _regulation_form(page: SettingsPage) -> RegulationForm:
    held = page.regulation
    values: dict[str, object] = (
        {"number": held.number, "year": held.year, "title": held.title} if held is not None else {}
    )
    return RegulationForm(revision=0, values=values)


def _governor_words(page: SettingsPage) -> str | None:
    tenure = page.governor
    if tenure is None:
        return None
    return gettext(
        "%(name)s (%(kind)s) sejak %(day)s",
        name=tenure.official_name,
        kind=str(APPOINTMENTS[tenure.kind]),
        day=show_date(tenure.valid_from),
    )


def _regulation_words(page: SettingsPage) -> str | None:
    held = page.regulation
    if held is None or held.number is None:
        return None
    return gettext(
        "Peraturan Gubernur Nomor %(number)s Tahun %(year)s tentang %(title)s",
        number=held.number,
        year=held.year,
        title=held.title,
    )
