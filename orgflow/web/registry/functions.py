"""Duties and functions of a unit: read through time, entered, changed, corrected, reordered and ended."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.values import FunctionId, UnitId
from orgflow.services.organisation.duties import FunctionFile, show_duties, show_function
from orgflow.services.organisation.functions import (
    AddFunction,
    ChangeFunction,
    EndFunction,
    WithdrawFunctionChange,
    add_function,
    change_function,
    end_function,
    withdraw_function_change,
)
from orgflow.services.organisation.unit_fields import GivenBasis
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, Link, carry_out, shown
from orgflow.web.registry.function_forms import (
    AddFunctionForm,
    ChangeFunctionForm,
    CorrectFunctionForm,
    FunctionDataForm,
)
from orgflow.web.registry.points import duties_view
from orgflow.web.registry.post_forms import EndForm
from orgflow.web.registry.unit_forms import WithdrawForm
from orgflow.web.registry.unit_pages import (
    CORRECTION,
    CORRECTION_WORDS,
    OFFICIAL,
    OFFICIAL_WORDS,
    asked_day,
    day_named,
    opened,
    since,
    unit_crumbs,
)
from orgflow.web.registry.words import FUNCTIONS

bp = Blueprint("keeping_functions", __name__)


@bp.get("/unit/<uuid:unit_id>/tugas")
@needs(Permission.VIEW_STRUCTURE)
def index(unit_id: UUID) -> str:
    """Show a unit's duties and functions."""
    page = show_duties(current_context(), unit_id, asked_day())
    return render_template("registry/functions.html", view=duties_view(page))


@bp.get("/unit/<uuid:unit_id>/tugas/baru")
@needs(Permission.KEEP_REGISTRY)
def add_form(unit_id: UUID) -> tuple[str, int]:
    """Ask for a new duty or function."""
    form = AddFunctionForm(values={"kind": str(FunctionKind.FUNCTION)})
    return shown(_adding(form, unit_id), form)


@bp.post("/unit/<uuid:unit_id>/tugas/baru")
@needs(Permission.KEEP_REGISTRY)
def add(unit_id: UUID) -> Answer:
    """Enter a new duty or function."""
    form = AddFunctionForm()
    page, today = _adding(form, unit_id), opened(unit_id).today

    def act() -> Done:
        on, kind = form.effective_on.day or today, FunctionKind(form.kind.data)
        command = AddFunction(UnitId(unit_id), kind, form.text.data or "", on, form.basis)
        add_function(current_context(), command)
        return since(gettext("%(kind)s dicatat.", kind=str(FUNCTIONS[kind])), on, today, page.back_url)

    return carry_out(form, act, lambda: page)


@bp.get("/tugas/<uuid:function_id>/perubahan")
@needs(Permission.KEEP_REGISTRY)
def change_form(function_id: UUID) -> tuple[str, int]:
    """Ask for what changes officially."""
    file = show_function(current_context(), function_id, asked_day())
    form = ChangeFunctionForm(seen_at=file.seen_at, values=_data(file))
    form.offer_instruments(file.regulations)
    return shown(_changing(file), form)


@bp.post("/tugas/<uuid:function_id>/perubahan")
@needs(Permission.KEEP_REGISTRY)
def change(function_id: UUID) -> Answer:
    """Record an official change of a duty or function."""
    file, form = show_function(current_context(), function_id, asked_day()), ChangeFunctionForm()
    form.offer_instruments(file.regulations)

    def act() -> Done:
        on = form.effective_on.day or file.today
        text, place = _differing(form, file)
        command = ChangeFunction(file.kept.id, on, form.basis, text, place, seen_at=form.opened_at)
        change_function(current_context(), command)
        return since(gettext("Perubahan dicatat."), on, file.today, _back(file))

    return carry_out(form, act, lambda: _changing(file), _saved(file))


@bp.get("/tugas/<uuid:function_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct_form(function_id: UUID) -> tuple[str, int]:
    """Ask for what was wrongly recorded."""
    file = show_function(current_context(), function_id, asked_day())
    return shown(_correcting(file), CorrectFunctionForm(seen_at=file.seen_at, values=_data(file)))


@bp.post("/tugas/<uuid:function_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct(function_id: UUID) -> Answer:
    """Correct what was wrongly recorded of a duty or function."""
    file, form = show_function(current_context(), function_id, asked_day()), CorrectFunctionForm()

    def act() -> Done:
        record = file.kept.record
        day = file.on if record.holds_on(file.on) else record.valid_from
        text, place = _differing(form, file)
        reason = form.reason.data or ""
        command = ChangeFunction(file.kept.id, day, GivenBasis(), text, place, None, reason, form.opened_at)
        change_function(current_context(), command)
        return Done(gettext("Ralat dicatat. Catatan sebelumnya tetap tersimpan."), _back(file))

    return carry_out(form, act, lambda: _correcting(file), _saved(file))


@bp.get("/tugas/<uuid:function_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def end_form(function_id: UUID) -> tuple[str, int]:
    """Ask from which day a duty or function no longer holds, and why."""
    file = show_function(current_context(), function_id)
    return shown(_ending(file), EndForm(seen_at=file.seen_at))


@bp.post("/tugas/<uuid:function_id>/akhiri")
@needs(Permission.KEEP_REGISTRY)
def end(function_id: UUID) -> Answer:
    """Record that a duty or function no longer holds."""
    file, form = show_function(current_context(), function_id), EndForm()

    def act() -> Done:
        on = form.effective_on.day or file.today
        command = EndFunction(file.kept.id, on, form.reason.data or "", form.opened_at)
        end_function(current_context(), command)
        return since(gettext("Berakhirnya dicatat."), on, file.today, _back(file))

    return carry_out(form, act, lambda: _ending(file))


@bp.get("/tugas/<uuid:function_id>/batalkan/<mulai>")
@needs(Permission.KEEP_REGISTRY)
def withdraw_form(function_id: UUID, mulai: str) -> tuple[str, int]:
    """Ask why a planned change is not to be."""
    file = show_function(current_context(), function_id)
    return shown(_withdrawing(file, mulai), WithdrawForm(seen_at=file.seen_at))


@bp.post("/tugas/<uuid:function_id>/batalkan/<mulai>")
@needs(Permission.KEEP_REGISTRY)
def withdraw(function_id: UUID, mulai: str) -> Answer:
    """Take a planned change out; what held before goes on."""
    file, form = show_function(current_context(), function_id), WithdrawForm()

    def act() -> Done:
        day, reason = day_named(mulai), form.reason.data or ""
        command = WithdrawFunctionChange(FunctionId(function_id), day, reason, form.opened_at)
        withdraw_function_change(current_context(), command)
        return Done(gettext("Perubahan yang terjadwal dibatalkan."), _back(file))

    return carry_out(form, act, lambda: _withdrawing(file, mulai))


def function_crumbs(unit_id: UUID, unit_name: str) -> tuple[Link, ...]:
    """Return the way to a page that keeps a duty or function."""
    here = Link(gettext("Tugas dan fungsi"), url_for("keeping_functions.index", unit_id=unit_id))
    return (*unit_crumbs(unit_id, unit_name)[:-1], here)


def _data(file: FunctionFile) -> dict[str, object]:
    return {"text": file.kept.record.text, "position": file.kept.record.position}


def _saved(file: FunctionFile) -> dict[str, str]:
    return {name: str(value) for name, value in _data(file).items()}


def _differing(form: FunctionDataForm, file: FunctionFile) -> tuple[str | None, int | None]:
    record = file.kept.record
    typed = (form.text.data or "").strip()
    text = None if typed == record.text else typed
    return text, None if form.position.data == record.position else form.position.data


def _back(file: FunctionFile) -> str:
    return url_for("keeping_functions.index", unit_id=file.unit_id)


def _page(file: FunctionFile, way: str, heading: str, words: str, button: str) -> FormPage:
    crumbs = function_crumbs(file.unit_id, file.unit_name)
    return FormPage(way, heading, file.kept.record.text, crumbs, words, button, _back(file))


def _adding(form: AddFunctionForm, unit_id: UUID) -> FormPage:
    file = opened(unit_id)
    form.offer_kinds()
    form.offer_instruments(file.regulations)
    return FormPage(
        str(OFFICIAL),
        gettext("Catat tugas atau fungsi %(name)s", name=file.name),
        file.name,
        function_crumbs(unit_id, file.name),
        gettext("Salin bunyinya dari peraturan, satu butir setiap kali."),
        gettext("Simpan butir ini"),
        url_for("keeping_functions.index", unit_id=unit_id),
    )


def _changing(file: FunctionFile) -> FormPage:
    switch = Link(
        gettext("Di kantor tidak ada yang berubah, hanya keliru dicatat? Buka ralat."),
        url_for("keeping_functions.correct_form", function_id=file.kept.id),
    )
    heading, button = gettext("Ubah tugas atau fungsi"), gettext("Simpan perubahan resmi")
    return replace(_page(file, str(OFFICIAL), heading, str(OFFICIAL_WORDS), button), switch=switch)


def _correcting(file: FunctionFile) -> FormPage:
    switch = Link(
        gettext("Ada peraturan atau keputusan yang mengubahnya? Buka perubahan resmi."),
        url_for("keeping_functions.change_form", function_id=file.kept.id),
    )
    heading, button = gettext("Ralat tugas atau fungsi"), gettext("Simpan ralat")
    return replace(_page(file, str(CORRECTION), heading, str(CORRECTION_WORDS), button), switch=switch)


def _ending(file: FunctionFile) -> FormPage:
    words = gettext(
        "Butir ini tidak berlaku lagi mulai tanggal itu; untuk hari-hari sebelumnya tetap tercatat."
    )
    heading = gettext("Akhiri tugas atau fungsi")
    return _page(file, str(OFFICIAL), heading, words, gettext("Akhiri butir ini"))


def _withdrawing(file: FunctionFile, mulai: str) -> FormPage:
    day = show_date(day_named(mulai))
    words = gettext("Perubahan yang terjadwal mulai %(day)s dibatalkan; bunyi sebelumnya berlanjut.", day=day)
    return _page(file, "", gettext("Batalkan perubahan yang terjadwal"), words, gettext("Batalkan perubahan"))
