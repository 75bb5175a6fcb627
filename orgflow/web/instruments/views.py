"""Peraturan: the legal instruments behind the structure, with the articles that name a unit."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.values import InstrumentId
from orgflow.services.follow_ups import lists_of_regulation
from orgflow.services.organisation.instruments import (
    InstrumentFields,
    InstrumentPage,
    PutArticle,
    RecordAmendment,
    RecordInstrument,
    list_instruments,
    put_article,
    record_amendment,
    record_instrument,
    show_instrument,
)
from orgflow.web.commencing.follow_up_page import list_links
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.instruments.forms import AmendmentForm, ArticleForm, InstrumentForm
from orgflow.web.instruments.words import citation, kind_name
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.uploads import pdf_if_chosen

bp = Blueprint("instruments", __name__, url_prefix="/peraturan")
Answer = Response | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an instrument; without value: belum diisi."""

    label: str
    value: str | None
    url: str | None = None
    note: str | None = None
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An instrument as the list and its links print it."""

    title: str
    url: str
    is_verified: bool


@bp.get("")
@needs(Permission.VIEW_STRUCTURE)
def index() -> str:
    """Show all instruments."""
    page = list_instruments(current_context())
    return render_template(
        "instruments/index.html", entries=[_entry(held) for held in page.held], may_keep=page.may_keep
    )


@bp.get("/<uuid:instrument_id>")
@needs(Permission.VIEW_STRUCTURE)
def show(instrument_id: UUID) -> str:
    """Show an instrument."""
    page = show_instrument(current_context(), instrument_id)
    return _page(page, ArticleForm(), _amendment_form(page))


@bp.get("/baru")
@needs(Permission.KEEP_REGISTRY)
def ask() -> str:
    """Ask for a new instrument."""
    return render_template("instruments/edit.html", form=InstrumentForm(values={"kind": "pergub"}), held=None)


@bp.post("/baru")
@needs(Permission.KEEP_REGISTRY)
def enter() -> Answer:
    """Enter a new instrument."""
    return _save(None, None)


@bp.get("/<uuid:instrument_id>/ubah")
@needs(Permission.KEEP_REGISTRY)
def edit(instrument_id: UUID) -> str:
    """Ask for what completes or corrects an instrument."""
    held = show_instrument(current_context(), instrument_id).held
    form = InstrumentForm(
        values={
            "kind": held.kind,
            "number": held.number or "",
            "year": held.year,
            "title": held.title,
            "enacted_on": day_text(held.enacted_on),
            "promulgated_on": day_text(held.promulgated_on),
            "effective_on": day_text(held.effective_on),
            "gazette_number": held.gazette_number or "",
            "source": held.source,
            "is_verified": held.is_verified,
        }
    )
    return render_template("instruments/edit.html", form=form, held=_entry(held))


@bp.post("/<uuid:instrument_id>/ubah")
@needs(Permission.KEEP_REGISTRY)
def save(instrument_id: UUID) -> Answer:
    """Complete or correct an instrument."""
    held = show_instrument(current_context(), instrument_id).held
    return _save(held.id, _entry(held))


@bp.post("/<uuid:instrument_id>/pasal")
@needs(Permission.KEEP_REGISTRY)
def save_article(instrument_id: UUID) -> Answer:
    """Enter, change or take out an article."""
    form = ArticleForm()
    if form.validate_on_submit():
        try:
            command = PutArticle(InstrumentId(instrument_id), form.number.data or "", form.text.data or "")
            put_article(current_context(), command)
            flash(gettext("%(number)s dicatat.", number=form.number.data), "success")
            return redirect(url_for(".show", instrument_id=instrument_id), code=303)
        except RuleBroken as refused:
            form.show(refused)
    page = show_instrument(current_context(), instrument_id)
    return _page(page, form, _amendment_form(page)), form.status


@bp.post("/<uuid:instrument_id>/mengubah")
@needs(Permission.KEEP_REGISTRY)
def save_amendment(instrument_id: UUID) -> Answer:
    """Record which instrument this one amended."""
    page = show_instrument(current_context(), instrument_id)
    form = _amendment_form(page)
    if form.validate_on_submit():
        try:
            amended = InstrumentId(UUID(form.amended.data))
            record_amendment(current_context(), RecordAmendment(page.held.id, amended))
            flash(gettext("Hubungan antarperaturan dicatat."), "success")
            return redirect(url_for(".show", instrument_id=instrument_id), code=303)
        except RuleBroken as refused:
            form.show(refused, "amended")
    return _page(page, ArticleForm(), form), form.status


def _save(instrument_id: InstrumentId | None, held: Entry | None) -> Answer:
    form = InstrumentForm()
    if form.validate_on_submit():
        try:
            fields = InstrumentFields(
                form.kind.data,
                form.title.data or "",
                form.number.data or "",
                form.year.data,
                form.enacted_on.day,
                form.promulgated_on.day,
                form.effective_on.day,
                form.gazette_number.data or "",
                form.source.data or "",
                is_verified=bool(form.is_verified.data),
            )
            scan = pdf_if_chosen(form.scan)
            saved = record_instrument(current_context(), RecordInstrument(fields, instrument_id, scan))
            flash(gettext("Peraturan dicatat."), "success")
            return redirect(url_for(".show", instrument_id=saved), code=303)
        except RuleBroken as refused:
            form.show(refused)
    return render_template("instruments/edit.html", form=form, held=held), form.status


def _amendment_form(page: InstrumentPage) -> AmendmentForm:
    form = AmendmentForm()
    form.amended.choices = [(str(other.id), citation(other)) for other in page.others]
    return form


def _entry(held: Instrument) -> Entry:
    return Entry(citation(held), url_for("instruments.show", instrument_id=held.id), held.is_verified)


def _page(page: InstrumentPage, article: ArticleForm, amendment: AmendmentForm) -> str:
    held = page.held
    gazette, unsure = held.gazette_number, not held.is_verified
    facts = (
        Fact(gettext("Jenis"), kind_name(held.kind)),
        Fact(gettext("Nomor"), held.number, is_unsure=unsure),
        Fact(gettext("Tahun"), str(held.year) if held.year else None, is_unsure=unsure),
        Fact(gettext("Ditetapkan"), show_date(held.enacted_on) or None, is_unsure=unsure),
        Fact(gettext("Diundangkan"), show_date(held.promulgated_on) or None, is_unsure=unsure),
        Fact(gettext("Mulai berlaku"), show_date(held.effective_on) or None, is_unsure=unsure),
        Fact(gettext("Berita atau Lembaran Daerah"), gazette, is_unsure=unsure),
        Fact(gettext("Sumber"), held.source),
        Fact(
            gettext("Naskah"),
            gettext("Unduh PDF") if held.file_id else None,
            url_for("evidence.file", file_id=held.file_id) if held.file_id else None,
        ),
    )
    return render_template(
        "instruments/show.html",
        held=_entry(held),
        facts=facts,
        articles=page.articles,
        amends=[_entry(other) for other in page.amends],
        amended_by=[_entry(other) for other in page.amended_by],
        may_keep=page.may_keep,
        follow_ups=list_links(lists_of_regulation(current_context(), held.id)),
        edit_url=url_for(".edit", instrument_id=held.id),
        article_form=article,
        amendment_form=amendment,
    )
