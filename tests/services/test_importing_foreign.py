"""Organograms made by others: their columns are told once, and nothing in the file is edited by hand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.reconciled import PlannedAct
from orgflow.domain.organisation.roster import RowFaultCode, Sheet
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.services.context import Context
from orgflow.services.organisation.importing import (
    ConfirmImport,
    MapImport,
    PrepareImport,
    bring_table,
    confirm_import,
    map_import,
    prepare_import,
)
from orgflow.services.organisation.importing_maps import ColumnMap, MapIncomplete, Meaning, bring_map
from orgflow.services.organisation.importing_pages import (
    ImportPreview,
    preview_file,
    preview_import,
    show_mapping,
)
from orgflow.services.organisation.pages import show_structure
from orgflow.services.registry import held_history
from tests.factories.office import Office, an_office
from tests.factories.sheets import Cell, an_empty_government, an_organogram, csv_of

ON = date(2026, 3, 1)
C, M = RowFaultCode, Meaning
BY_NAME = ColumnMap({M.UNIT_NAME: "Unit", M.PARENT_NAME: "Atasan", M.POST: "Jabatan", M.HOLDER: "Nama"})
BY_CODE = ColumnMap({M.UNIT_NAME: "Unit", M.UNIT_CODE: "Kode", M.PARENT_CODE: "Kode Atasan"})
HEADINGS = ("No", "Unit", "Atasan", "Jabatan", "Nama")


@pytest.fixture
def empty_office(database_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office that holds no unit yet."""
    office = an_office(database_url, tmp_path, an_empty_government())
    yield office
    office.close()


def keeper(office: Office) -> Context:
    return office.context(Role.SYSTEM_ADMINISTRATOR)


def prepared(office: Office, content: bytes) -> ImportPreview:
    """Bring a file, take the columns to mean what is guessed, take it in, return the preview."""
    ctx = keeper(office)
    import_id = prepare_import(ctx, PrepareImport(bring_table(content, "upload", "organogram.xlsx"), ON))
    map_import(ctx, MapImport(import_id, show_mapping(ctx, import_id).said))
    preview = preview_import(ctx, import_id)
    assert preview.faults == ()
    confirm_import(ctx, ConfirmImport(import_id, preview.digest))
    return preview


def read_by_name(office: Office, *rows: Sequence[Cell], said: ColumnMap = BY_NAME) -> ImportPreview:
    return preview_file(keeper(office), csv_of(HEADINGS, rows), "organogram.csv", ON, said)


def placed(office: Office) -> dict[str, str]:
    structure = show_structure(office.as_system(), ON).structure
    return {
        unit.name: structure.unit(unit.parent_id).name if unit.parent_id is not None else ""
        for unit in structure.units.values()
    }


def test_an_organogram_of_three_hundred_posts_comes_in_as_it_is(empty_office: Office) -> None:
    preview = prepared(empty_office, an_organogram(300))

    counted = dict(preview.counts)
    assert counted[Sheet.UNITS, PlannedAct.FOUND] == 42
    above = placed(empty_office)
    assert above["Sekretariat Daerah"] == "Pemerintah Provinsi Uji"
    assert above["Biro Karangan 7"] == "Sekretariat Daerah"
    assert above["Bagian Karangan 7.2"] == "Biro Karangan 7"
    with empty_office.resources.reading() as session:
        history = held_history(keeper(empty_office).inside(session))
    roles = Counter(str(timeline[0].role) for timeline in history.posts.values())
    assert roles["head"] == 41
    seats = sum(timeline[0].seats for timeline in history.posts.values())
    assert seats == 300
    kinds = Counter(held.kind for held in history.appointments.values())
    assert kinds[AppointmentKind.ACTING] == 30
    assert not any(official.name == "-" for official in history.officials.values())


def test_the_same_organogram_twice_changes_nothing_and_is_known_by_its_headings(empty_office: Office) -> None:
    prepared(empty_office, an_organogram(120))

    again = preview_file(keeper(empty_office), an_organogram(120), "lagi.xlsx", ON)

    assert (again.faults, again.changes) == ((), ())


def test_the_columns_are_guessed_from_their_headings_below_the_title(office: Office) -> None:
    ctx = keeper(office)
    content = an_organogram(60)
    import_id = prepare_import(ctx, PrepareImport(bring_table(content, "upload", "o.xlsx"), ON))

    page = show_mapping(ctx, import_id)

    assert (page.is_guessed, page.heading.sheet, page.heading.row) == (True, "Data Jabatan", 3)
    assert page.said.columns == {
        M.UNIT_NAME: "Unit Kerja",
        M.PARENT_NAME: "Unit Atasan",
        M.POST: "Jabatan",
        M.ECHELON: "Eselon",
        M.HOLDER: "Nama Pejabat",
        M.NIP: "NIP",
    }
    assert page.heading.examples[page.heading.headings.index("Jabatan")] == "Sekretaris Daerah"


def test_units_that_are_held_are_known_by_their_names(office: Office) -> None:
    before = placed(office)

    preview = read_by_name(
        office,
        (1, "Biro Umum", "Sekretariat Daerah", "Kepala Biro Umum", "Karangan Satu"),
        (2, "Biro Arsip", "Sekretariat Daerah", "Kepala Biro Arsip", "Karangan Dua"),
    )

    assert preview.faults == ()
    founded = [change.name for change in preview.changes if change.sheet is Sheet.UNITS]
    assert founded == ["Biro Arsip"]
    assert "Biro Umum" in before


def test_a_row_without_a_unit_belongs_to_the_one_above(office: Office) -> None:
    preview = read_by_name(
        office,
        (1, "Biro Umum", "Sekretariat Daerah", "Kepala Biro Umum", "Karangan Satu"),
        (2, "", "", "Arsiparis", "Karangan Dua"),
        (3, "", "", "Arsiparis", "(kosong)"),
    )

    assert preview.faults == ()
    posts = {change.name: change.after for change in preview.changes if change.sheet is Sheet.POSTS}
    assert posts["Arsiparis"] == "Arsiparis, 2 formasi"


def test_who_is_no_longer_named_leaves_when_the_seats_do_not_suffice(office: Office) -> None:
    first = [(1, "Biro Umum", "", "Arsiparis", "Satu"), (2, "Biro Umum", "", "Arsiparis", "Dua")]
    ctx = keeper(office)
    content = csv_of(HEADINGS, first)
    upload = bring_table(content, "upload", "a.csv")
    confirm_import(ctx, ConfirmImport(prepare_import(ctx, PrepareImport(upload, ON, BY_NAME))))

    later = csv_of(HEADINGS, [first[0], (2, "Biro Umum", "", "Arsiparis", "Tiga")])
    preview = preview_file(ctx, later, "b.csv", ON + timedelta(days=30), BY_NAME)
    fewer = preview_file(ctx, csv_of(HEADINGS, first[:1]), "c.csv", ON + timedelta(days=30), BY_NAME)

    assert preview.faults == fewer.faults == ()
    acts = [(change.act, change.before, change.after) for change in preview.changes]
    assert acts == [(PlannedAct.LEAVE, "Dua", ""), (PlannedAct.APPOINT, "", "Tiga")]
    assert (PlannedAct.LEAVE, "Dua") in [(change.act, change.before) for change in fewer.changes]


FAULTY = {
    "unknown parent": ([(1, "Biro X", "Badan Entah", "", "")], [(2, "Atasan", C.UNKNOWN_PARENT)]),
    "a parent of which there are two": (
        [
            (1, "Bagian Umum", "Biro Umum", "", ""),
            (2, "Bagian Umum", "Biro Hukum", "", ""),
            (3, "Subbagian A", "Bagian Umum", "", ""),
        ],
        [(4, "Atasan", C.PARENT_AMBIGUOUS)],
    ),
    "under itself": ([(1, "Biro X", "Biro X", "", "")], [(2, "Atasan", C.CYCLE)]),
    "no unit at all": ([(1, "", "", "Arsiparis", "Karangan")], [(2, "Unit", C.VALUE_MISSING)]),
    "the same person twice": (
        [(1, "Biro Umum", "", "Arsiparis", "Karangan"), (2, "Biro Umum", "", "Arsiparis", "karangan")],
        [(3, "Nama", C.DUPLICATE_ROW)],
    ),
    "a name too long": ([(1, "B" * 201, "", "", "")], [(2, "Unit", C.TEXT_TOO_LONG)]),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_is_named_by_the_headings_of_the_file(office: Office, name: str) -> None:
    rows, expected = FAULTY[name]

    preview = read_by_name(office, *rows)

    assert [(fault.row, fault.column, fault.code) for fault in preview.faults] == expected


def test_a_heading_that_is_not_there_is_named(office: Office) -> None:
    said = ColumnMap({M.UNIT_NAME: "Unit", M.NIP: "Nomor Induk"})

    faults = read_by_name(office, (1, "Biro X", "", "", ""), said=said).faults

    assert [(fault.code, fault.value) for fault in faults] == [(C.COLUMN_MISSING, "Nomor Induk")]


def test_codes_of_the_file_are_kept_and_told_apart(office: Office) -> None:
    headings = ("Kode", "Unit", "Kode Atasan")
    rows = [
        ("1.1", "Biro Arsip", "setda"),
        ("1.1.1", "Bagian Arsip", "1.1"),
        ("1.1", "Biro Pustaka", "setda"),
    ]

    preview = preview_file(keeper(office), csv_of(headings, rows), "o.csv", ON, BY_CODE)

    assert [(f.row, f.column, f.code) for f in preview.faults] == [(4, "Kode", C.DUPLICATE_CODE)]
    sound = preview_file(keeper(office), csv_of(headings, rows[:2]), "o.csv", ON, BY_CODE)
    assert [change.after for change in sound.changes] == [
        "Biro Arsip, di bawah Sekretariat Daerah",
        "Bagian Arsip, di bawah Biro Arsip",
    ]


def test_a_map_without_the_units_name_is_refused(office: Office) -> None:
    ctx = keeper(office)
    import_id = prepare_import(ctx, PrepareImport(bring_table(an_organogram(50), "upload", "o.xlsx"), ON))

    with pytest.raises(MapIncomplete):
        map_import(ctx, MapImport(import_id, ColumnMap({M.POST: "Jabatan"})))
    with pytest.raises(MapIncomplete):
        bring_map(b'[columns]\npost = "Jabatan"\n')
