"""What was wrongly recorded of a unit corrected: its data, its period, a change that is not to be."""

from datetime import date
from uuid import UUID

from flask import Blueprint, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.timeline import NothingChanges
from orgflow.services.organisation.keeping import (
    CorrectPeriod,
    CorrectUnit,
    WithdrawChange,
    correct_period,
    correct_unit,
    withdraw_change,
)
from orgflow.services.organisation.unit_fields import GivenBasis
from orgflow.services.organisation.unit_record import UnitFile
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, Link, carry_out, shown
from orgflow.web.registry.planned import change_words
from orgflow.web.registry.unit_forms import CorrectUnitForm, PeriodForm, WithdrawForm
from orgflow.web.registry.unit_pages import (
    CORRECTION,
    CORRECTION_WORDS,
    day_named,
    opened,
    record_of,
    unit_crumbs,
    unit_url,
)
from orgflow.web.registry.units import data_of, offer_data, saved_data

bp = Blueprint("keeping_corrections", __name__)


@bp.get("/unit/<uuid:unit_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct_form(unit_id: UUID) -> tuple[str, int]:
    """Ask for what completes or corrects the record of a unit."""
    file = opened(unit_id)
    record = record_of(file)
    held = record.basis
    basis = {"instrument": str(held.instrument_id or ""), "source": held.source}
    form = CorrectUnitForm(seen_at=file.seen_at, values={**data_of(record), **basis})
    offer_data(form, file)
    return shown(_correcting(file), form)


@bp.post("/unit/<uuid:unit_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct(unit_id: UUID) -> Answer:
    """Put the corrected record in the place of the old one, which stays readable."""
    file = opened(unit_id)
    form = CorrectUnitForm()
    offer_data(form, file)

    def act() -> Done:
        record = record_of(file)
        held = GivenBasis(record.basis.source, record.basis.instrument_id)
        basis = form.basis if form.basis != held else None
        fields, reason = form.fields_against(record), form.typed("reason")
        command = CorrectUnit(file.unit_id, file.on, fields, reason, basis, form.opened_at)
        correct_unit(current_context(), command)
        is_ahead = file.on > file.today
        sentence = gettext("Ralat dicatat. Catatan sebelumnya tetap tersimpan.")
        return Done(sentence, unit_url(unit_id, file.on if is_ahead else None))

    return carry_out(form, act, lambda: _correcting(file), saved_data(file))


@bp.get("/unit/<uuid:unit_id>/ralat-masa")
@needs(Permission.KEEP_REGISTRY)
def period_form(unit_id: UUID) -> tuple[str, int]:
    """Ask since when a unit truly holds, and until when."""
    file = opened(unit_id)
    first = file.timeline[0]
    values: dict[str, object] = {**_period(file), "is_start_unknown": not first.is_start_known}
    return shown(_dating(file), PeriodForm(seen_at=file.seen_at, values=values))


@bp.post("/unit/<uuid:unit_id>/ralat-masa")
@needs(Permission.KEEP_REGISTRY)
def period(unit_id: UUID) -> Answer:
    """Correct since when a unit holds, or until when."""
    file = opened(unit_id)
    form = PeriodForm()

    def act() -> Done:
        first, last = file.timeline[0], file.timeline[-1]
        start, end = form.start.day, form.end.day
        is_new_end = end != last.valid_to
        if start == first.valid_from and not is_new_end:
            raise NothingChanges()
        command = CorrectPeriod(
            file.unit_id,
            form.typed("reason"),
            start if start != first.valid_from else None,
            is_start_known=not form.is_start_unknown.data,
            corrects_end=is_new_end,
            end=end,
            seen_at=form.opened_at,
        )
        correct_period(current_context(), command)
        return Done(
            gettext("Ralat masa berlaku dicatat. Catatan sebelumnya tetap tersimpan."), unit_url(unit_id)
        )

    return carry_out(form, act, lambda: _dating(file), _period(file))


@bp.get("/unit/<uuid:unit_id>/batalkan/<mulai>")
@needs(Permission.KEEP_REGISTRY)
def withdraw_form(unit_id: UUID, mulai: str) -> tuple[str, int]:
    """Ask why a planned change is not to be."""
    file = opened(unit_id)
    return shown(_withdrawing(file, day_named(mulai)), WithdrawForm(seen_at=file.seen_at))


@bp.post("/unit/<uuid:unit_id>/batalkan/<mulai>")
@needs(Permission.KEEP_REGISTRY)
def withdraw(unit_id: UUID, mulai: str) -> Answer:
    """Take a planned change out; what held before goes on."""
    file, day, form = opened(unit_id), day_named(mulai), WithdrawForm()

    def act() -> Done:
        command = WithdrawChange(file.unit_id, day, form.typed("reason"), form.opened_at)
        withdraw_change(current_context(), command)
        is_founding = day == file.timeline[0].valid_from
        url = url_for("organisation.show") if is_founding else unit_url(unit_id)
        return Done(gettext("Perubahan yang terjadwal dibatalkan."), url)

    return carry_out(form, act, lambda: _withdrawing(file, day))


def _period(file: UnitFile) -> dict[str, str]:
    return {"start": day_text(file.timeline[0].valid_from), "end": day_text(file.timeline[-1].valid_to)}


def _correcting(file: UnitFile) -> FormPage:
    return FormPage(
        str(CORRECTION),
        gettext("Ralat data %(name)s", name=file.name),
        file.name,
        unit_crumbs(file.unit_id, file.name),
        f"{CORRECTION_WORDS} "
        + gettext("Yang diralat: catatan yang berlaku pada %(day)s.", day=show_date(file.on)),
        gettext("Simpan ralat"),
        url_for("keeping_units.menu", unit_id=file.unit_id),
        Link(
            gettext("Ada peraturan atau keputusan yang mengubahnya? Buka perubahan resmi."),
            url_for("keeping_units.change_form", unit_id=file.unit_id),
        ),
    )


def _dating(file: UnitFile) -> FormPage:
    return FormPage(
        str(CORRECTION),
        gettext("Ralat masa berlaku %(name)s", name=file.name),
        file.name,
        unit_crumbs(file.unit_id, file.name),
        gettext(
            "Untuk tanggal yang keliru dicatat. Bila unit ini memang berakhir, catat sebagai perubahan "
            "resmi. Jabatan dan tugas yang ikut berakhir bersama unit diralat sendiri-sendiri."
        ),
        gettext("Simpan ralat masa berlaku"),
        url_for("keeping_units.menu", unit_id=file.unit_id),
        Link(
            gettext("Unit ini memang berakhir? Buka akhiri unit."),
            url_for("keeping_endings.end_form", unit_id=file.unit_id),
        ),
    )


def _withdrawing(file: UnitFile, day: date) -> FormPage:
    places = [place for place, one in enumerate(file.timeline) if one.valid_from == day]
    if not places and request.method == "GET":
        raise NotFound
    at = places[0] if places else 0
    before, after = file.timeline[max(at - 1, 0)], file.timeline[at]
    words = (
        change_words(file, before, after)
        if at
        else gettext("%(name)s mulai ada. Semua yang terjadwal sesudahnya ikut batal.", name=after.name)
    )
    return FormPage(
        "",
        gettext("Batalkan perubahan yang terjadwal"),
        file.name,
        unit_crumbs(file.unit_id, file.name),
        gettext(
            "Yang dibatalkan, terjadwal mulai %(day)s: %(words)s Sesudah dibatalkan, keadaan sebelumnya "
            "berlanjut.",
            day=show_date(day),
            words=words,
        ),
        gettext("Batalkan perubahan"),
        url_for("keeping_units.menu", unit_id=file.unit_id),
    )
