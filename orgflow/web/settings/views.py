"""Pengaturan: what an office sets for itself, each part a form of its own."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, flash, redirect, render_template, url_for
from flask import Response as FileResponse
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.facts import Paper
from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.services.governor import SetGovernor, set_governor
from orgflow.services.settings import (
    SetEmblem,
    SetLetterForm,
    SetRegulation,
    SettingsPage,
    set_emblem,
    set_letter_form,
    set_regulation,
    show_emblem,
    show_settings,
)
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.permissions import needs
from orgflow.web.settings.forms import APPOINTMENTS, EmblemForm, GovernorForm, LetterShapeForm, RegulationForm
from orgflow.web.uploads import picture_from

bp = Blueprint("settings", __name__, url_prefix="/pengaturan")
Answer = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the page; one that was refused stands in its place with its errors."""

    regulation: RegulationForm
    governor: GovernorForm
    emblem: EmblemForm
    letter: LetterShapeForm


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


@bp.post("/lambang")
@needs(Permission.MANAGE_SETTINGS)
def emblem() -> Answer:
    """Keep the emblem that was uploaded."""
    form = EmblemForm()
    try:
        set_emblem(current_context(), SetEmblem(picture_from(form.emblem)))
    except RuleBroken as refused:
        form.show(refused, "emblem")
        return _page(emblem=form)
    return _done(gettext("Lambang disimpan."))


@bp.get("/lambang/gambar")
@needs(Permission.MANAGE_SETTINGS)
def emblem_picture() -> FileResponse:
    """Show the emblem as it was uploaded."""
    content = show_emblem(current_context())
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    return FileResponse(content, mimetype=kind)


@bp.post("/surat")
@needs(Permission.MANAGE_SETTINGS)
def letter() -> Answer:
    """Set how letters look."""
    form = LetterShapeForm()
    if not form.validate_on_submit():
        return _page(letter=form)
    command = SetLetterForm(
        form.contact.data or "",
        form.copies.data or "",
        form.classification.data or "",
        form.number_pattern.data or "",
        NumberSource(form.number_source.data),
        Paper(form.paper.data),
    )
    try:
        set_letter_form(current_context(), command)
    except RuleBroken as refused:
        form.show(refused, None if "field" in refused.facts else "number_pattern")
        return _page(letter=form)
    return _done(gettext("Bentuk surat disimpan."))


def _done(sentence: str) -> Response:
    flash(sentence, "success")
    return redirect(url_for("settings.show"), code=303)


def _page(
    *,
    regulation: RegulationForm | None = None,
    governor: GovernorForm | None = None,
    emblem: EmblemForm | None = None,
    letter: LetterShapeForm | None = None,
) -> tuple[str, int]:
    page = show_settings(current_context())
    refused = regulation or governor or emblem or letter
    forms = Forms(
        regulation or _regulation_form(page),
        governor or GovernorForm(revision=0),
        emblem or EmblemForm(revision=0),
        letter or _letter_form(page),
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


def _letter_form(page: SettingsPage) -> LetterShapeForm:
    profile = page.profile
    return LetterShapeForm(
        revision=0,
        values={
            "contact": "\n".join(profile.letterhead_contact),
            "copies": "\n".join(profile.copies),
            "classification": profile.classification,
            "number_pattern": profile.number_pattern,
            "number_source": str(profile.number_source),
            "paper": str(profile.paper),
        },
    )


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
