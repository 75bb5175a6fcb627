"""A unit kept: the questions in words first, then its founding and its official changes."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.records import UnitRecord
from orgflow.services.organisation.keeping import ChangeUnit, FoundUnit, change_unit, found_unit
from orgflow.services.organisation.unit_record import UnitFile, founding_offer
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.registry.acting import Answer, Done, FormPage, Link, carry_out, shown
from orgflow.web.registry.perda import perda_lacking, perda_of_foundings, perda_of_kind
from orgflow.web.registry.planned import PlannedChange, planned_of_unit
from orgflow.web.registry.unit_forms import ChangeUnitForm, FoundUnitForm, UnitDataForm
from orgflow.web.registry.unit_pages import (
    OFFICIAL,
    OFFICIAL_WORDS,
    opened,
    record_of,
    since,
    unit_crumbs,
    unit_url,
)

bp = Blueprint("keeping_units", __name__)


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be recorded."""

    label: str
    url: str
    words: str


@dataclass(frozen=True, slots=True)
class MenuView:
    """What can be recorded of a unit: as a change, as a correction, and what is planned."""

    name: str
    crumbs: tuple[Link, ...]
    official: tuple[Way, ...]
    corrections: tuple[Way, ...]
    planned: tuple[PlannedChange, ...]
    recordings_url: str


@bp.get("/unit/<uuid:unit_id>/catat")
@needs(Permission.KEEP_REGISTRY)
def menu(unit_id: UUID) -> str:
    """Ask in words whether something changed or was wrongly recorded."""
    file = opened(unit_id)
    view = MenuView(
        file.name,
        unit_crumbs(unit_id, file.name)[:-1],
        _official(file),
        _corrections(file),
        planned_of_unit(file),
        url_for("recordings.show", unit_id=unit_id),
    )
    return render_template("registry/menu.html", view=view)


@bp.get("/struktur/bentuk")
@needs(Permission.KEEP_REGISTRY)
def found_form() -> tuple[str, int]:
    """Ask for a new unit."""
    form = FoundUnitForm(values={"parent": request.args.get("di_bawah", "")})
    _offer_founding(form)
    return shown(_founding(), form)


@bp.post("/struktur/bentuk")
@needs(Permission.KEEP_REGISTRY)
def found() -> Answer:
    """Enter a new unit."""
    form = FoundUnitForm()
    today = _offer_founding(form)

    def act() -> Done:
        on = form.effective_on.day or today
        command = FoundUnit(form.typed("code"), form.fields, on, form.basis)
        unit_id = found_unit(current_context(), command)
        sentence = gettext("%(name)s dicatat.", name=form.typed("name"))
        done = since(sentence, on, today, unit_url(unit_id, on if on > today else None))
        return replace(done, warnings=perda_lacking(unit_id, on, form.basis.instrument_id))

    return carry_out(form, act, _founding)


@bp.get("/unit/<uuid:unit_id>/perubahan")
@needs(Permission.KEEP_REGISTRY)
def change_form(unit_id: UUID) -> tuple[str, int]:
    """Ask for what changes officially."""
    file = opened(unit_id)
    form = ChangeUnitForm(seen_at=file.seen_at, values=data_of(record_of(file)))
    offer_data(form, file)
    return shown(_changing(file), form)


@bp.post("/unit/<uuid:unit_id>/perubahan")
@needs(Permission.KEEP_REGISTRY)
def change(unit_id: UUID) -> Answer:
    """Record an official change."""
    file = opened(unit_id)
    form = ChangeUnitForm()
    offer_data(form, file)

    def act() -> Done:
        on = form.effective_on.day or file.today
        fields = form.fields_against(record_of(file))
        change_unit(current_context(), ChangeUnit(file.unit_id, on, fields, form.basis, form.opened_at))
        done = since(gettext("Perubahan resmi dicatat."), on, file.today, unit_url(unit_id))
        return replace(done, warnings=perda_lacking(unit_id, on, form.basis.instrument_id))

    return carry_out(form, act, lambda: _changing(file), saved_data(file))


def data_of(record: UnitRecord) -> dict[str, object]:
    """Return a record as it stands in the fields of its form."""
    return {
        "name": record.name,
        "kind": record.kind_code,
        "parent": "",
        "position": record.position,
        "short_name": record.short_name or "",
        "letter_code": record.letter_code or "",
        "duty_field": record.duty_field or "",
    }


def saved_data(file: UnitFile) -> dict[str, str]:
    """Return what is recorded now, in words, for whoever was overtaken."""
    record = record_of(file)
    kind = next((kind.name for kind in file.kinds if kind.code == record.kind_code), record.kind_code)
    above = next((one.name for one in file.parents if one.unit_id == record.parent_id), "")
    said = {name: str(value) for name, value in data_of(record).items()}
    return {**said, "kind": kind, "parent": gettext("Tetap di bawah %(name)s", name=above)}


def offer_data(form: UnitDataForm, file: UnitFile) -> None:
    """Offer kinds, places and regulations."""
    form.offer_kinds(file.kinds)
    form.offer_parents(record_of(file), file.parents)
    form.offer_instruments(file.regulations)


def _changing(file: UnitFile) -> FormPage:
    unit_id = file.unit_id
    return FormPage(
        str(OFFICIAL),
        gettext("Ubah %(name)s", name=file.name),
        file.name,
        unit_crumbs(unit_id, file.name),
        gettext(
            "Ganti yang berubah saja; selebihnya biarkan. Untuk hari-hari sebelum tanggal itu, yang lama "
            "tetap tercatat."
        ),
        gettext("Simpan perubahan resmi"),
        url_for(".menu", unit_id=unit_id),
        Link(
            gettext("Di kantor tidak ada yang berubah, hanya keliru dicatat? Buka ralat."),
            url_for("keeping_corrections.correct_form", unit_id=unit_id, pada=file.on.isoformat()),
        ),
        notes=perda_of_kind(record_of(file).kind_code),
    )


def _offer_founding(form: FoundUnitForm) -> date:
    offer = founding_offer(current_context())
    form.offer_kinds(offer.kinds)
    form.offer_places(offer.parents)
    form.offer_instruments(offer.regulations)
    return offer.today


def _founding() -> FormPage:
    return FormPage(
        str(OFFICIAL),
        gettext("Bentuk unit baru"),
        gettext("Unit baru"),
        (Link(gettext("Struktur"), url_for("organisation.show")),),
        str(OFFICIAL_WORDS),
        gettext("Simpan unit baru"),
        url_for("organisation.show"),
        notes=perda_of_foundings(),
    )


def _official(file: UnitFile) -> tuple[Way, ...]:
    unit_id, day = file.unit_id, file.on.isoformat()
    ways = [
        Way(
            gettext("Ubah unit ini"),
            url_for(".change_form", unit_id=unit_id, pada=day),
            gettext("Nama, jenis, unit atasan, urutan, singkatan, kode, atau bidang tugasnya."),
        ),
        Way(
            gettext("Bentuk unit di bawahnya"),
            url_for(".found_form", di_bawah=unit_id),
            gettext("Unit baru yang mulai ada sejak suatu tanggal."),
        ),
        Way(
            gettext("Ubah jabatan atau pejabat"),
            url_for("keeping_posts.index", unit_id=unit_id),
            gettext("Jabatan baru, jabatan yang berubah, dan siapa yang menjabat sejak kapan."),
        ),
        Way(
            gettext("Ubah tugas dan fungsi"),
            url_for("keeping_functions.index", unit_id=unit_id),
            gettext("Tugas atau fungsi baru, berubah bunyinya, atau berakhir."),
        ),
        Way(
            gettext("Catat asal-usul"),
            url_for("keeping_successions.record_form", unit_id=unit_id),
            gettext("Unit ini hasil penggabungan, pemecahan, atau penggantian unit lain, atau sebaliknya."),
        ),
    ]
    if record_of(file).parent_id is not None:
        url = url_for("keeping_endings.end_form", unit_id=unit_id)
        ways.append(
            Way(gettext("Akhiri unit ini"), url, gettext("Unit ini tidak ada lagi mulai suatu tanggal."))
        )
    return tuple(ways)


def _corrections(file: UnitFile) -> tuple[Way, ...]:
    unit_id, day = file.unit_id, file.on.isoformat()
    kin = (
        Way(
            gettext("Ralat asal-usul: %(name)s", name=one.name),
            url_for("keeping_successions.correct_form", unit_id=one.successor_id, old_id=one.predecessor_id),
            gettext("Cara, tanggal, atau dasarnya keliru, atau kedua unit tidak berhubungan."),
        )
        for one in (*file.predecessors, *file.successors)
    )
    return (
        Way(
            gettext("Ralat data unit"),
            url_for("keeping_corrections.correct_form", unit_id=unit_id, pada=day),
            gettext("Nama salah tulis, letak keliru, kode atau dasar hukum belum lengkap."),
        ),
        Way(
            gettext("Ralat masa berlaku unit"),
            url_for("keeping_corrections.period_form", unit_id=unit_id),
            gettext("Tanggal unit ini mulai atau tidak ada lagi keliru dicatat."),
        ),
        Way(
            gettext("Ralat jabatan atau pejabat"),
            url_for("keeping_posts.index", unit_id=unit_id),
            gettext("Pilih jabatan atau pejabatnya dari daftar."),
        ),
        Way(
            gettext("Ralat tugas dan fungsi"),
            url_for("keeping_functions.index", unit_id=unit_id),
            gettext("Pilih butirnya dari daftar, atau betulkan urutannya."),
        ),
        *kin,
    )
