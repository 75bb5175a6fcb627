"""Files taken into the registry: previewed, decided upon, whole or not at all; twice the same is nothing."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.organisation.reconciled import PlannedAct
from orgflow.domain.organisation.roster import Sheet
from orgflow.domain.organisation.timeline import NothingChanges
from orgflow.files.uploads import UploadEmpty, UploadTooLarge
from orgflow.services.context import Context
from orgflow.services.history import show_history
from orgflow.services.organisation.importing import (
    ColumnsUntold,
    ConfirmImport,
    ImportDone,
    ImportStale,
    ImportUnreadable,
    PrepareImport,
    bring_table,
    confirm_import,
    prepare_import,
)
from orgflow.services.organisation.importing_pages import ImportPreview, preview_file, preview_import
from orgflow.services.organisation.instruments import list_instruments
from orgflow.services.organisation.pages import show_structure, show_unit
from orgflow.store.imports import UnknownImport
from tests.factories.office import Office, a_neighbour, an_office
from tests.factories.registry import Keeper
from tests.factories.sheets import an_empty_government, csv_of, ten_years, units_csv, xlsx_of

ON = date(2026, 3, 1)
A = PlannedAct
RENAMED = units_csv(("umum", "Biro Umum dan Keuangan", "Biro", "setda"))
WHOLE = xlsx_of({
    "unit": [
        ("kode", "nama", "jenis", "kode_atasan", "dasar_hukum", "kode_surat"),
        ("pemprov", "Pemerintah Provinsi Uji", "Pemerintah", "", "", ""),
        ("setda", "Sekretariat Daerah", "", "pemprov", "susunan", ""),
        ("arsip", "Biro Arsip", "", "setda", "susunan", "UJI-ARS"),
        ("umum", "Biro Umum", "", "setda", "", ""),
    ],
    "jabatan": [("kode_jabatan", "kode_unit", "nama_jabatan", "eselon", "formasi"),
                ("", "arsip", "", "II.b", ""),
                ("arsiparis", "arsip", "Arsiparis Ahli Muda", "", 2)],
    "pejabat": [("kode_jabatan", "kode_unit", "nama_pejabat", "nip", "kedudukan"),
                ("", "arsip", "Karangan Satu, S.Sos.", "198001012005011001", "Plt."),
                ("arsiparis", "", "Karangan Dua", "", "")],
    "tugas_fungsi": [("kode_unit", "macam", "nomor", "bunyi"),
                     ("arsip", "tugas", 1, "Menyusun kebijakan kearsipan."),
                     ("arsip", "fungsi", 1, "Penyiapan bahan kearsipan.")],
    "dasar_hukum": [("kunci", "jenis", "tentang", "nomor", "tahun", "mengubah"),
                    ("dasar", "Peraturan Gubernur", "Karangan pertama", "UJI-8", 2024, ""),
                    ("susunan", "pergub", "Karangan kedua", "UJI-9", 2025, "dasar")],
})  # fmt: skip


@pytest.fixture
def empty_office(database_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office that holds no unit yet."""
    office = an_office(database_url, tmp_path, an_empty_government())
    yield office
    office.close()


def keeper(office: Office, key: str | None = None) -> Context:
    return office.context(Role.SYSTEM_ADMINISTRATOR, key=key)


def looked_at(office: Office, content: bytes, name: str = "susunan.csv", on: date = ON) -> ImportPreview:
    return preview_file(keeper(office), content, name, on)


def imported(office: Office, content: bytes, name: str = "susunan.csv", on: date = ON) -> ImportPreview:
    """Take a file in as a person does, and return the preview that was looked at."""
    prepared = prepare_import(keeper(office), PrepareImport(bring_table(content, "upload", name), on))
    preview = preview_import(keeper(office), prepared)
    assert preview.faults == ()
    confirm_import(keeper(office), ConfirmImport(prepared, preview.digest))
    return preview


def names_on(office: Office, day: date) -> set[str]:
    return {unit.name for unit in show_structure(office.as_system(), day).structure.units.values()}


def test_the_root_comes_with_the_file_where_nothing_is_held(empty_office: Office) -> None:
    preview = imported(empty_office, units_csv())

    assert preview.counts == (((Sheet.UNITS, A.FOUND), 3),)
    structure = show_structure(empty_office.as_system(), ON).structure
    assert structure.root().name == "Pemerintah Provinsi Uji"
    assert names_on(empty_office, ON) == {"Pemerintah Provinsi Uji", "Sekretariat Daerah", "Biro Umum"}
    assert names_on(empty_office, ON - timedelta(days=1)) == set()


def test_a_change_holds_from_the_day_of_the_file_and_not_before(office: Office) -> None:
    preview = imported(office, RENAMED)

    assert [(change.act, change.name) for change in preview.changes] == [(A.CHANGE, "Biro Umum")]
    assert preview.changes[0].before.startswith("Biro Umum,")
    assert preview.changes[0].after.startswith("Biro Umum dan Keuangan,")
    assert "Biro Umum" in names_on(office, ON - timedelta(days=1))
    assert "Biro Umum dan Keuangan" in names_on(office, ON)


def test_what_a_file_does_not_mention_stays_and_is_named(office: Office) -> None:
    before = names_on(office, ON)

    preview = imported(office, RENAMED)

    assert set(preview.left) == before - {"Biro Umum", "Pemerintah Provinsi Uji"}
    assert names_on(office, ON) - {"Biro Umum dan Keuangan"} == before - {"Biro Umum"}


def test_a_whole_file_brings_posts_holders_functions_and_regulations(office: Office) -> None:
    imported(office, WHOLE, "utuh.xlsx")

    structure = show_structure(office.as_system(), ON).structure
    unit = next(unit for unit in structure.units.values() if unit.name == "Biro Arsip")
    page = show_unit(office.as_system(), unit.id, ON)
    assert (unit.kind.code, unit.letter_code) == ("biro", "UJI-ARS")
    assert page.periods[0].instrument is not None
    assert page.periods[0].instrument.number == "UJI-9"
    held = {tenure.tenure.post_title: tenure.tenure.official_name for tenure in page.tenures}
    assert held == {"": "Karangan Satu, S.Sos.", "Arsiparis Ahli Muda": "Karangan Dua"}
    kinds = {one.number: (one.kind, one.is_verified) for one in list_instruments(office.as_system()).held}
    assert kinds["UJI-8"] == kinds["UJI-9"] == ("pergub", False)


@pytest.mark.parametrize("content", [units_csv(), RENAMED, WHOLE], ids=["units", "renamed", "whole"])
def test_the_same_file_twice_changes_nothing(office: Office, content: bytes) -> None:
    if looked_at(office, content).changes:
        imported(office, content)

    again = looked_at(office, content)
    prepared = prepare_import(keeper(office), PrepareImport(bring_table(content, "upload", "lagi"), ON))

    assert (again.changes, again.faults) == ((), ())
    with pytest.raises(NothingChanges):
        confirm_import(keeper(office), ConfirmImport(prepared))


def test_ten_years_of_four_hundred_units_come_in_and_come_in_twice_without_effect(
    empty_office: Office,
) -> None:
    content = ten_years(400)

    preview = imported(empty_office, content, "sejarah.xlsx")

    assert dict(preview.counts)[Sheet.UNITS, A.FOUND] == 400
    for year in (2016, 2021, 2025):
        assert len(names_on(empty_office, date(year, 12, 31))) == 400
    assert "Asisten 10 (2016)" in names_on(empty_office, date(2018, 10, 31))
    assert "Asisten 10 (2018)" in names_on(empty_office, date(2018, 11, 1))
    again = looked_at(empty_office, content, "sejarah.xlsx")
    assert (again.changes, again.faults) == ((), ())


def test_a_preview_that_is_no_longer_true_is_not_carried_out(office: Office) -> None:
    prepared = prepare_import(keeper(office), PrepareImport(bring_table(RENAMED, "upload", "s.csv"), ON))
    seen = preview_import(keeper(office), prepared).digest
    Keeper.of(office).rename("Biro Umum", ON - timedelta(days=9), "Biro Rumah Tangga")

    with pytest.raises(ImportStale):
        confirm_import(keeper(office), ConfirmImport(prepared, seen))

    assert "Biro Rumah Tangga" in names_on(office, ON)
    anew = preview_import(keeper(office), prepared)
    assert anew.changes[0].before.startswith("Biro Rumah Tangga,")
    confirm_import(keeper(office), ConfirmImport(prepared, anew.digest))
    assert "Biro Umum dan Keuangan" in names_on(office, ON)


def test_a_decision_sent_twice_has_one_effect(office: Office) -> None:
    prepared = prepare_import(keeper(office), PrepareImport(bring_table(RENAMED, "upload", "s.csv"), ON))
    command = ConfirmImport(prepared)

    answers = [confirm_import(keeper(office, "0123456789abcdef"), command) for _ in range(2)]

    assert answers == [prepared, prepared]
    with pytest.raises(ImportDone):
        confirm_import(keeper(office), command)
    with pytest.raises(ImportDone):
        preview_import(keeper(office), prepared)


def test_one_event_names_the_file_its_day_and_how_much_it_changed(office: Office) -> None:
    imported(office, RENAMED, "susunan baru.csv")

    events = [
        event
        for event in show_history(office.context(Role.AUDITOR)).events
        if event.event == "structure:imported"
    ]
    assert len(events) == 1
    assert '"changes": 1' in events[0].payload
    assert '"file_name": "susunan baru.csv"' in events[0].payload
    assert f'"on": "{ON.isoformat()}"' in events[0].payload


def test_only_who_keeps_the_registry_imports(office: Office) -> None:
    upload = bring_table(RENAMED, "upload", "s.csv")
    prepared = prepare_import(keeper(office), PrepareImport(upload, ON))

    for role in (Role.DRAFTER, Role.BUREAU_HEAD):
        with pytest.raises(PermissionMissing):
            prepare_import(office.context(role), PrepareImport(upload, ON))
        with pytest.raises(PermissionMissing):
            preview_import(office.context(role), prepared)
        with pytest.raises(PermissionMissing):
            confirm_import(office.context(role), ConfirmImport(prepared))


def test_a_file_of_another_government_is_not_found(office: Office) -> None:
    prepared = prepare_import(keeper(office), PrepareImport(bring_table(RENAMED, "upload", "s.csv"), ON))
    neighbour = keeper(a_neighbour(office))

    with pytest.raises(UnknownImport):
        preview_import(neighbour, prepared)
    with pytest.raises(UnknownImport):
        confirm_import(neighbour, ConfirmImport(prepared))


def test_a_file_without_our_columns_waits_until_they_are_told(office: Office) -> None:
    content = csv_of(("Bagian", "Pimpinan"), [("Biro Umum", "Karangan")])
    prepared = prepare_import(keeper(office), PrepareImport(bring_table(content, "upload", "s.csv"), ON))

    with pytest.raises(ColumnsUntold):
        confirm_import(keeper(office), ConfirmImport(prepared))


def test_what_is_no_table_is_refused_at_the_door() -> None:
    with pytest.raises(UploadEmpty):
        bring_table(b"", "upload", "s.csv")
    with pytest.raises(UploadTooLarge):
        bring_table(b"k,n\n" * 2_000_000, "upload", "s.csv")
    with pytest.raises(ImportUnreadable) as refused:
        bring_table(b"%PDF-1.7", "upload", "s.xlsx")
    assert refused.value.facts["fault"] == "file_unreadable"
