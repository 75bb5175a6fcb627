"""Files as they come, spoilt in many ways: each fault is named by row and column, nothing is taken."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.services.context import Context
from orgflow.services.organisation.importing import (
    ConfirmImport,
    ImportFaulty,
    ImportUnreadable,
    PrepareImport,
    bring_table,
    confirm_import,
    prepare_import,
)
from orgflow.services.organisation.importing_pages import preview_file
from orgflow.services.registry import held_history
from orgflow.web.importing.faults import fault_place, fault_sentence
from tests.factories.office import Office
from tests.factories.sheets import SMALL, UNIT_HEADINGS, Cell, csv_of, units_csv, xlsx_of

C = RowFaultCode
ON: Final = date(2026, 3, 1)
DATED: Final = (*UNIT_HEADINGS, "berlaku_sejak", "berlaku_sampai")
POST: Final = ("kode_jabatan", "kode_unit", "nama_jabatan", "formasi")
HOLDER: Final = ("kode_unit", "nama_jabatan", "nama_pejabat", "nip", "kedudukan")
LAW: Final = ("kunci", "jenis", "tentang", "nomor", "tahun", "ditetapkan", "diundangkan", "mengubah")
UNITS: Final = [UNIT_HEADINGS, *SMALL]

Place = tuple[int, str, RowFaultCode]


def units(*rows: Sequence[Cell]) -> bytes:
    return units_csv(*SMALL, *rows)


def history(*rows: Sequence[Cell]) -> bytes:
    root = ("pemprov", "Pemerintah Provinsi Uji", "Pemerintah", "", "2020-01-06", "")
    return csv_of(DATED, [root, *rows])


FILES: Final[dict[str, tuple[bytes, list[Place]]]] = {
    "unknown parent": (units(("x", "Biro X", "Biro", "tak-ada")), [(5, "kode_atasan", C.UNKNOWN_PARENT)]),
    "a cycle of two": (
        units(("a", "Biro A", "Biro", "b"), ("b", "Biro B", "Biro", "a")),
        [(5, "kode_atasan", C.CYCLE), (6, "kode_atasan", C.CYCLE)],
    ),
    "under itself": (units(("a", "Biro A", "Biro", "a")), [(5, "kode_atasan", C.CYCLE)]),
    "duplicate code": (units(("umum", "Biro Lain", "Biro", "setda")), [(5, "kode", C.DUPLICATE_CODE)]),
    "duplicate name": (units(("x", "biro  UMUM", "Biro", "setda")), [(5, "", C.DUPLICATE_NAME)]),
    "several roots": (
        units(("lain", "Pemerintah Lain", "Pemerintah", "")),
        [(2, "kode_atasan", C.SEVERAL_ROOTS), (5, "kode_atasan", C.SEVERAL_ROOTS)],
    ),
    "no name": (units(("x", "", "Biro", "setda")), [(5, "nama", C.VALUE_MISSING)]),
    "no code": (units(("", "Biro X", "Biro", "setda")), [(5, "kode", C.VALUE_MISSING)]),
    "unknown kind": (units(("x", "Biro X", "Biroo", "setda")), [(5, "jenis", C.UNKNOWN_KIND)]),
    "a name too long": (units(("x", "B" * 201, "Biro", "setda")), [(5, "nama", C.TEXT_TOO_LONG)]),
    "a code too long": (units(("k" * 61, "Biro X", "Biro", "setda")), [(5, "kode", C.TEXT_TOO_LONG)]),
    "unprintable": (units(("x", "Biro\u202eX", "Biro", "setda")), [(5, "nama", C.TEXT_UNPRINTABLE)]),
    "beside the columns": (
        units(("x", "Biro X", "Biro", "setda", "catatan")),
        [(5, "E", C.BESIDE_HEADINGS)],
    ),
    "an unknown column": (
        csv_of((*UNIT_HEADINGS, "kepala"), [(*row, "") for row in SMALL]),
        [(1, "kepala", C.COLUMN_UNKNOWN)],
    ),
    "a column twice": (
        csv_of((*UNIT_HEADINGS, "nama"), [(*row, "") for row in SMALL]),
        [(1, "nama", C.COLUMN_TWICE)],
    ),
    "a column missing": (
        csv_of(("nama", "jenis", "kode_atasan"), [row[1:] for row in SMALL]),
        [(1, "kode", C.COLUMN_MISSING)],
    ),
    "headings alone": (csv_of(UNIT_HEADINGS, []), [(0, "", C.FILE_EMPTY)]),
    "utf-16": (units().decode().encode("utf-16"), [(1, "", C.WRONG_ENCODING)]),
    "windows-1252": (
        units(("x", "Biro Jos\u00e9", "Biro", "setda")).decode().encode("cp1252"),
        [(5, "", C.WRONG_ENCODING)],
    ),
    "wrong separator": (units().replace(b",", b"|"), [(1, "", C.WRONG_SEPARATOR)]),
    "quotes left open": (units() + b'x,"Biro X,Biro,setda\n', [(5, "", C.QUOTES_UNCLOSED)]),
    "a formula": (
        xlsx_of({"unit": [*UNITS, ("x", '="Biro "&A1', "Biro", "setda")]}),
        [(5, "nama", C.FORMULA_CELL)],
    ),
    "a broken cell": (
        xlsx_of({"unit": [*UNITS, ("x", "#REF!", "Biro", "setda")]}),
        [(5, "nama", C.ERROR_CELL)],
    ),
    "a rounded NIP": (
        xlsx_of({"unit": UNITS, "pejabat": [HOLDER, ("umum", "", "Karangan", 196812311995031000, "")]}),
        [(2, "nip", C.NUMBER_ROUNDED)],
    ),
    "a bad date": (
        history(("x", "Biro X", "Biro", "pemprov", "31/02/2024", "")),
        [(3, "berlaku_sejak", C.BAD_DATE)],
    ),
    "a period that ends first": (
        history(("x", "Biro X", "Biro", "pemprov", "2024-01-01", "2023-01-01")),
        [(3, "berlaku_sampai", C.PERIOD_EMPTY)],
    ),
    "periods that overlap": (
        history(
            ("x", "Biro X", "Biro", "pemprov", "2020-02-01", "2024-01-01"),
            ("x", "Biro Y", "Biro", "pemprov", "2023-01-01", ""),
        ),
        [(4, "kode", C.PERIODS_OVERLAP)],
    ),
    "older than its parent": (
        history(("x", "Biro X", "Biro", "pemprov", "2019-01-01", "")),
        [(3, "", C.OUTSIDE_PARENT)],
    ),
    "bad number": (
        xlsx_of({"unit": UNITS, "jabatan": [POST, ("j", "umum", "Arsiparis", "dua")]}),
        [(2, "formasi", C.BAD_NUMBER)],
    ),
    "a post in no unit": (
        xlsx_of({"unit": UNITS, "jabatan": [POST, ("j", "tak-ada", "Arsiparis", 1)]}),
        [(2, "kode_unit", C.UNKNOWN_UNIT)],
    ),
    "a post twice": (
        xlsx_of(
            {"unit": UNITS, "jabatan": [POST, ("", "umum", "Arsiparis", 1), ("", "umum", "arsiparis", 1)]}
        ),
        [(3, "kode_jabatan", C.DUPLICATE_ROW)],
    ),
    "a holder of no post": (
        xlsx_of({"unit": UNITS, "pejabat": [HOLDER, ("umum", "Arsiparis", "Karangan", "", "")]}),
        [(2, "jabatan", C.UNKNOWN_POST)],
    ),
    "an unknown quality": (
        xlsx_of(
            {
                "unit": UNITS,
                "jabatan": [POST, ("", "umum", "", 1)],
                "pejabat": [
                    HOLDER,
                    ("umum", "", "Karangan", "", "Pjt."),
                ],
            }
        ),
        [(2, "kedudukan", C.BAD_CHOICE)],
    ),
    "more holders than seats": (
        xlsx_of(
            {
                "unit": UNITS,
                "jabatan": [POST, ("", "umum", "", 1)],
                "pejabat": [
                    HOLDER,
                    ("umum", "", "Karangan Satu", "", ""),
                    ("umum", "", "Karangan Dua", "", ""),
                ],
            }
        ),
        [(2, "", C.SEATS_EXCEEDED)],
    ),
    "an unknown regulation": (
        csv_of(
            (*UNIT_HEADINGS, "dasar_hukum"), [(*row, "pergub-9" if row[0] == "umum" else "") for row in SMALL]
        ),
        [(4, "dasar_hukum", C.UNKNOWN_REGULATION)],
    ),
    "a regulation that amends nothing known": (
        csv_of(LAW, [("p1", "pergub", "Susunan", "1", 2024, "2024-01-02", "2024-01-03", "p0")]),
        [(2, "mengubah", C.UNKNOWN_REGULATION)],
    ),
    "a regulation promulgated before it was enacted": (
        csv_of(LAW, [("p1", "pergub", "Susunan", "1", 2024, "2024-01-02", "2023-01-03", "")]),
        [(2, "diundangkan", C.REFUSED)],
    ),
    "a succession of no unit": (
        csv_of(("kode_asal", "kode_baru", "cara", "pada"), [("umum", "tak-ada", "gabung", "2026-03-01")]),
        [(2, "", C.UNKNOWN_UNIT)],
    ),
    "several faults at once": (
        units(
            ("", "Biro X", "Biro", "setda"), ("y", "Biro Y", "Biroo", "setda"), ("z", "Biro Z", "Biro", "tak")
        ),
        [(5, "kode", C.VALUE_MISSING), (6, "jenis", C.UNKNOWN_KIND), (7, "kode_atasan", C.UNKNOWN_PARENT)],
    ),
    "a faulty parent is no fault of its children": (
        units(("x", "", "Biro", "setda"), ("y", "Bagian Y", "Bagian", "x")),
        [(5, "nama", C.VALUE_MISSING)],
    ),
}
"""The file, and where each fault is: row, column, code."""


def keeper(office: Office) -> Context:
    return office.context(Role.SYSTEM_ADMINISTRATOR)


def places(faults: tuple[RowFault, ...]) -> list[Place]:
    return [(fault.row, fault.column, fault.code) for fault in faults]


def test_every_fault_is_named_by_row_and_column(office: Office) -> None:
    found = {
        name: preview_file(keeper(office), content, "uji", ON).faults for name, (content, _) in FILES.items()
    }

    assert len(FILES) >= 20
    assert {name: places(faults) for name, faults in found.items()} == {
        name: expected for name, (_, expected) in FILES.items()
    }


def test_every_fault_is_said_in_words_that_say_what_to_do(office: Office) -> None:
    for name, (content, _) in FILES.items():
        for fault in preview_file(keeper(office), content, "uji", ON).faults:
            said, place = fault_sentence(fault), fault_place(fault)
            assert said.endswith("."), name
            assert not {"%(", "“”"} & {said[n : n + 2] for n in range(len(said))}, (name, said)
            assert fault.row == 0 or f"aris {fault.row}" in place, name
            assert fault.column in place, name


def test_nothing_of_a_faulty_file_is_taken(office: Office) -> None:
    ctx = keeper(office)
    with office.resources.reading() as session:
        before = held_history(ctx.inside(session))

    refused = 0
    for content, _ in FILES.values():
        try:
            confirm_import(
                ctx, ConfirmImport(prepare_import(ctx, PrepareImport(bring_table(content, "f", "x"), ON)))
            )
        except (ImportFaulty, ImportUnreadable):
            refused += 1

    assert refused == len(FILES)
    with office.resources.reading() as session:
        assert held_history(ctx.inside(session)) == before
