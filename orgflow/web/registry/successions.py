"""Which unit came out of which: recorded, corrected, or taken back."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.records import SuccessionKind
from orgflow.domain.values import UnitId
from orgflow.services.organisation.successions import (
    CorrectSuccession,
    RecordSuccession,
    SuccessionFile,
    WithdrawSuccession,
    correct_succession,
    record_succession,
    show_succession,
    withdraw_succession,
)
from orgflow.services.organisation.unit_record import UnitFile, name_units
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, Link, carry_out, shown
from orgflow.web.registry.succession_forms import CorrectSuccessionForm, SuccessionForm, ways
from orgflow.web.registry.unit_forms import WithdrawForm
from orgflow.web.registry.unit_pages import (
    CORRECTION,
    CORRECTION_WORDS,
    OFFICIAL,
    opened,
    unit_crumbs,
    unit_url,
)
from orgflow.web.registry.words import SUCCESSIONS

bp = Blueprint("keeping_successions", __name__)


@bp.get("/unit/<uuid:unit_id>/asal-usul")
@needs(Permission.KEEP_REGISTRY)
def record_form(unit_id: UUID) -> tuple[str, int]:
    """Ask which unit this one came out of, or became."""
    file = opened(unit_id)
    form = SuccessionForm(values={"direction": "from", "kind": str(SuccessionKind.REPLACEMENT)})
    _offer_others(form, file)
    return shown(_recording(file), form)


@bp.post("/unit/<uuid:unit_id>/asal-usul")
@needs(Permission.KEEP_REGISTRY)
def record(unit_id: UUID) -> Answer:
    """Record which unit came out of which."""
    file = opened(unit_id)
    form = SuccessionForm()
    _offer_others(form, file)

    def act() -> Done:
        other, on = UnitId(UUID(form.other.data)), form.effective_on.day or file.today
        pair = (other, file.unit_id) if form.direction.data == "from" else (file.unit_id, other)
        kind = SuccessionKind(form.kind.data)
        record_succession(current_context(), RecordSuccession(*pair, kind, on, form.basis))
        return Done(gettext("Asal-usul unit dicatat."), unit_url(unit_id))

    return carry_out(form, act, lambda: _recording(file))


@bp.get("/unit/<uuid:unit_id>/asal-usul/<uuid:old_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct_form(unit_id: UUID, old_id: UUID) -> tuple[str, int]:
    """Ask what was wrongly recorded of how a unit came out of another."""
    file = show_succession(current_context(), old_id, unit_id)
    form = CorrectSuccessionForm(seen_at=file.seen_at, values={**_data(file)})
    _offer_ways(form, file)
    return shown(_correcting(file), form)


@bp.post("/unit/<uuid:unit_id>/asal-usul/<uuid:old_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct(unit_id: UUID, old_id: UUID) -> Answer:
    """Correct how a unit came out of another."""
    file, form = show_succession(current_context(), old_id, unit_id), CorrectSuccessionForm()
    _offer_ways(form, file)

    def act() -> Done:
        held = file.succession
        command = CorrectSuccession(
            held.predecessor_id,
            held.successor_id,
            SuccessionKind(form.kind.data),
            form.effective_on.day or held.on,
            form.basis,
            form.typed("reason"),
            form.opened_at,
        )
        correct_succession(current_context(), command)
        sentence = gettext("Ralat asal-usul dicatat. Catatan sebelumnya tetap tersimpan.")
        return Done(sentence, unit_url(unit_id))

    words = str(SUCCESSIONS[file.succession.kind]).capitalize()
    return carry_out(form, act, lambda: _correcting(file), {**_data(file), "kind": words})


@bp.get("/unit/<uuid:unit_id>/asal-usul/<uuid:old_id>/batalkan")
@needs(Permission.KEEP_REGISTRY)
def withdraw_form(unit_id: UUID, old_id: UUID) -> tuple[str, int]:
    """Ask why it is not so that a unit came out of another."""
    file = show_succession(current_context(), old_id, unit_id)
    return shown(_withdrawing(file), WithdrawForm(seen_at=file.seen_at))


@bp.post("/unit/<uuid:unit_id>/asal-usul/<uuid:old_id>/batalkan")
@needs(Permission.KEEP_REGISTRY)
def withdraw(unit_id: UUID, old_id: UUID) -> Answer:
    """Take out of the registry that a unit came out of another."""
    file, form = show_succession(current_context(), old_id, unit_id), WithdrawForm()

    def act() -> Done:
        held = file.succession
        command = WithdrawSuccession(
            held.predecessor_id, held.successor_id, form.typed("reason"), form.opened_at
        )
        withdraw_succession(current_context(), command)
        return Done(gettext("Catatan asal-usul dibatalkan."), unit_url(unit_id))

    return carry_out(form, act, lambda: _withdrawing(file))


def _data(file: SuccessionFile) -> dict[str, str]:
    held = file.succession
    return {
        "kind": str(held.kind),
        "effective_on": day_text(held.on),
        "instrument": str(held.basis.instrument_id or ""),
        "source": held.basis.source,
    }


def _offer_ways(form: CorrectSuccessionForm, file: SuccessionFile) -> None:
    form.kind.choices = ways()
    form.offer_instruments(file.regulations)


def _offer_others(form: SuccessionForm, file: UnitFile) -> None:
    others = [
        (
            str(unit.id),
            gettext("%(name)s (sampai sebelum %(day)s)", name=unit.name, day=show_date(unit.ended))
            if unit.ended is not None
            else unit.name,
        )
        for unit in name_units(current_context())
        if unit.id != file.unit_id
    ]
    form.offer(file.name, others)
    form.offer_instruments(file.regulations)


def _recording(file: UnitFile) -> FormPage:
    return FormPage(
        str(OFFICIAL),
        gettext("Catat asal-usul %(name)s", name=file.name),
        file.name,
        unit_crumbs(file.unit_id, file.name),
        gettext(
            "Asal-usul menghubungkan dua unit yang berbeda. Bila unitnya tetap dan hanya berganti nama, "
            "catat sebagai perubahan nama."
        ),
        gettext("Simpan asal-usul"),
        url_for("keeping_units.menu", unit_id=file.unit_id),
    )


def _page_of(file: SuccessionFile, way: str, heading: str, words: str, button: str) -> FormPage:
    unit_id, way_url = file.succession.successor_id, unit_url(file.succession.successor_id)
    about = gettext(
        "%(new)s berasal dari %(old)s, melalui %(way)s pada %(day)s",
        new=file.successor,
        old=file.predecessor,
        way=SUCCESSIONS[file.succession.kind],
        day=show_date(file.succession.on),
    )
    return FormPage(way, heading, about, unit_crumbs(unit_id, file.successor), words, button, way_url)


def _correcting(file: SuccessionFile) -> FormPage:
    words = gettext("Bila unitnya yang keliru, batalkan catatan ini, lalu catat asal-usul yang benar.")
    page = _page_of(
        file,
        str(CORRECTION),
        gettext("Ralat asal-usul %(name)s", name=file.successor),
        f"{CORRECTION_WORDS} {words}",
        gettext("Simpan ralat asal-usul"),
    )
    held = file.succession
    url = url_for(".withdraw_form", unit_id=held.successor_id, old_id=held.predecessor_id)
    return replace(page, switch=Link(gettext("Unitnya yang keliru? Batalkan catatan asal-usul."), url))


def _withdrawing(file: SuccessionFile) -> FormPage:
    return _page_of(
        file,
        "",
        gettext("Batalkan catatan asal-usul %(name)s", name=file.successor),
        gettext(
            "Untuk asal-usul yang tidak jadi atau tidak pernah ada. Sesudah dibatalkan, kedua unit tidak "
            "lagi dihubungkan; bahwa pernah dicatat tetap tersimpan."
        ),
        gettext("Batalkan asal-usul"),
    )
