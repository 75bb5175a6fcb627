"""A change that a Pergub cannot settle is told: on the form before, once recorded, and before an import."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.services.organisation.importing_pages import preview_file
from orgflow.services.organisation.instruments import (
    InstrumentFields,
    RecordInstrument,
    record_instrument,
)
from orgflow.services.starting.rules import structure_rules
from orgflow.store.structure_rules import add_rule
from tests.factories.governments import HUMAS, UMUM
from tests.factories.sheets import csv_of
from tests.web.registry.window import Window

AGENCY, NEW, ON = "Dinas Kominfo", "Dinas Komunikasi dan Digital", date(2026, 5, 1)
TOLD = "ditetapkan dengan Perda, bukan Pergub."
HEADINGS = ("kode", "nama", "jenis", "kode_atasan", "dasar_hukum")


@pytest.fixture
def ruled(window: Window) -> Window:
    """An office that keeps the rules every government begins with."""
    office = window.office
    with office.resources.writing() as session:
        for rule in structure_rules():
            add_rule(session, office.government_id, rule, new_id=office.resources.new_id())
        session.commit()
    return window


def a_perda(window: Window) -> UUID:
    fields = InstrumentFields("perda", "Susunan Perangkat Daerah", "UJI-3", 2026)
    return record_instrument(window.keeper.ctx, RecordInstrument(fields))


def change(name: str = NEW, instrument: str = "", kind: str = "dinas") -> dict[str, str]:
    return {
        "name": name,
        "effective_on": "1 Mei 2026",
        "instrument": instrument,
        "source": "Karangan",
        "kind": kind,
        "parent": "",
        "position": "4",
        "short_name": "",
        "letter_code": "",
        "duty_field": "hubungan masyarakat",
    }


def test_the_form_says_so_before_and_the_unit_s_page_after(ruled: Window) -> None:
    seat, path = ruled.sit(), f"/unit/{ruled.unit(AGENCY)}/perubahan"
    assert f"Nama dan jenis Dinas {TOLD}" in seat.open(path)

    answer = seat.send(path, **change())

    assert answer.status_code == 303
    told = seat.open(answer.location)
    assert f"Perubahan nama {NEW} {TOLD}" in told
    assert "Aturan ini belum diverifikasi. Periksa dasar hukumnya." in told


def test_a_change_that_rests_on_a_perda_says_nothing_more(ruled: Window) -> None:
    seat, path = ruled.sit(), f"/unit/{ruled.unit(AGENCY)}/perubahan"

    answer = seat.send(path, **change(instrument=str(a_perda(ruled))))

    assert answer.status_code == 303
    assert TOLD not in seat.open(answer.location)


def test_a_bureau_is_the_governor_s_own(ruled: Window) -> None:
    seat, path = ruled.sit(), f"/unit/{ruled.unit(HUMAS)}/perubahan"
    assert "Perda" not in seat.open(path)

    answer = seat.send(path, **change("Biro Pers", kind="biro"))

    assert answer.status_code == 303
    assert TOLD not in seat.open(answer.location)


def test_what_becomes_an_agency_is_told_once_it_is_recorded(ruled: Window) -> None:
    seat = ruled.sit()

    answer = seat.send(f"/unit/{ruled.unit(UMUM)}/perubahan", **change(UMUM, kind="badan"))

    assert answer.status_code == 303
    assert f"Perubahan jenis {UMUM} {TOLD}" in seat.open(answer.location)


def test_founding_and_end_are_told(ruled: Window) -> None:
    seat, root = ruled.sit(), str(ruled.unit("Pemerintah Provinsi Uji"))
    assert "Yang dibentuk dengan Perda, bukan Pergub: " in seat.open("/struktur/bentuk")
    founding = {**change("Dinas Arsip"), "parent": root, "code": ""}
    assert f"Penghapusan {AGENCY} {TOLD}" in seat.open(f"/unit/{ruled.unit(AGENCY)}/akhiri")

    founded = seat.send("/struktur/bentuk", **founding)
    assert f"Pembentukan Dinas Arsip {TOLD}" in seat.open(founded.location)
    ended = seat.send(
        f"/unit/{ruled.unit(AGENCY)}/akhiri",
        effective_on="1 Mei 2026",
        instrument="",
        source="Karangan",
        reason="digabung",
    )
    assert f"Penghapusan {AGENCY} {TOLD}" in seat.open(ended.location)


def test_an_import_tells_it_before_the_decision(ruled: Window) -> None:
    a_perda(ruled)
    ctx, code = ruled.keeper.ctx, "kominfo"
    bare, resting = (
        csv_of(HEADINGS, [(code, NEW, "Dinas", "pemprov", law)]) for law in ("", "perda UJI-3 2026")
    )

    (found,) = preview_file(ctx, bare, "dinas.csv", ON).needs_perda

    assert (found.unit.name, found.detail, found.is_verified) == (NEW, "renamed", False)
    preview = preview_file(ctx, resting, "dinas.csv", ON)
    assert (preview.faults, preview.needs_perda) == ((), ())
    assert preview_file(ctx, csv_of(HEADINGS[:4], [(code, NEW, "", "")]), "d.csv", ON).needs_perda != ()
