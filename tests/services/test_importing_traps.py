"""Workbooks and tables that deceive: joined cells, hidden sheets, endless empty rows, a bomb."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Final

import pytest
from openpyxl import Workbook, load_workbook

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.reconciled import PlannedAct
from orgflow.domain.organisation.roster import RowFaultCode, Sheet
from orgflow.services.organisation.importing import ImportUnreadable, bring_table
from orgflow.services.organisation.importing_pages import ImportPreview, preview_file
from tests.factories.office import Office
from tests.factories.sheets import SMALL, UNIT_HEADINGS, Cell, csv_of, units_csv, xlsx_of

ON: Final = date(2026, 3, 1)
FAR: Final = 100_000
NEW: Final = (("a", "Biro A", "Biro", "setda"), ("b", "Biro B", "Biro", "setda"))
FAULTY: Final = ("x", "Biro X", "Biro", "tak-ada")
DEEP: Final = [
    ("c", "Bagian C", "Bagian", "a"),
    ("d", "Bagian D", "Bagian", ""),
    ("e", "Bagian E", "Bagian", ""),
]


def looked_at(office: Office, content: bytes) -> ImportPreview:
    return preview_file(office.context(Role.SYSTEM_ADMINISTRATOR), content, "uji", ON)


def a_workbook(rows: Sequence[Sequence[Cell]], *merged: str, hidden: bool = False) -> bytes:
    """Return a workbook of units with cells joined, or with the sheet of posts hidden."""
    sheets = {"unit": [UNIT_HEADINGS, *SMALL, *rows]}
    posts = [("kode_jabatan", "kode_unit", "nama_jabatan"), ("p", "tak-ada", "Arsiparis")]
    book = load_workbook(io.BytesIO(xlsx_of({**sheets, "jabatan": posts} if hidden else sheets)))
    for cells in merged:
        book["unit"].merge_cells(cells)
    if hidden:
        book["jabatan"].sheet_state = "hidden"
    return saved(book)


def saved(book: Workbook) -> bytes:
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def with_empty_rows(content: bytes, count: int, last: Sequence[str]) -> bytes:
    """Return a workbook in whose first sheet many empty rows stand before one more row of texts."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    name = "xl/worksheets/sheet1.xml"
    empty = "".join(f'<row r="{10 + n}"><c r="A{10 + n}" s="0"/></row>' for n in range(count))
    row = 10 + count
    cells = "".join(
        f'<c r="{letter}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
        for letter, text in zip("ABCD", last, strict=True)
    )
    rows = f'{empty}<row r="{row}">{cells}</row></sheetData>'.encode()
    parts[name] = parts[name].replace(b"</sheetData>", rows)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, inside in parts.items():
            packed.writestr(part, inside)
    return kept.getvalue()


def test_a_parent_joined_over_rows_is_the_parent_of_each(office: Office) -> None:
    preview = looked_at(office, a_workbook([*NEW, *DEEP], "D7:D9"))

    assert preview.faults == ()
    found = [change for change in preview.changes if change.act is PlannedAct.FOUND]
    below = [change.after for change in found if change.name.startswith("Bagian")]
    assert len(below) == 3
    assert all("Biro A" in words for words in below)


def test_a_code_joined_over_rows_is_named_where_it_is_said_again(office: Office) -> None:
    rows = [("x", "Biro X", "Biro", "setda"), ("", "Biro Y", "Biro", "setda")]

    (fault,) = looked_at(office, a_workbook(rows, "A5:A6")).faults

    assert (fault.row, fault.column, fault.code) == (6, "kode", RowFaultCode.DUPLICATE_CODE)


def test_a_cell_joined_over_empty_rows_adds_none(office: Office) -> None:
    preview = looked_at(office, a_workbook(NEW, "D6:D40", "A45:D45"))

    assert preview.faults == ()
    assert dict(preview.counts)[Sheet.UNITS, PlannedAct.FOUND] == 2


def test_a_hidden_sheet_is_not_taken(office: Office) -> None:
    preview = looked_at(office, a_workbook(NEW, hidden=True))

    assert preview.faults == ()
    assert {sheet for (sheet, _), _ in preview.counts} == {Sheet.UNITS}


def test_a_workbook_of_hidden_sheets_alone_is_empty() -> None:
    book = load_workbook(io.BytesIO(a_workbook(NEW)))
    book.create_sheet("catatan")
    book["unit"].sheet_state = "veryHidden"

    with pytest.raises(ImportUnreadable) as refused:
        bring_table(saved(book), "upload", "s.xlsx")
    assert refused.value.facts["fault"] == str(RowFaultCode.FILE_EMPTY)


def test_a_hundred_thousand_empty_rows_hide_no_fault_and_cost_nothing(office: Office) -> None:
    sound = a_workbook(NEW)
    table = csv_of(UNIT_HEADINGS, [*SMALL, *NEW]) + b",,,\r\n" * FAR + ",".join(FAULTY).encode()

    for content, row in ((with_empty_rows(sound, FAR, FAULTY), FAR + 10), (table, FAR + 7)):
        (fault,) = looked_at(office, content).faults
        assert (fault.row, fault.column, fault.code) == (row, "kode_atasan", RowFaultCode.UNKNOWN_PARENT)


def test_a_byte_order_mark_moves_no_row(office: Office) -> None:
    (fault,) = looked_at(office, b"\xef\xbb\xbf" + units_csv(*SMALL, FAULTY)).faults

    assert (fault.row, fault.column, fault.code) == (5, "kode_atasan", RowFaultCode.UNKNOWN_PARENT)


def test_a_bomb_is_named_and_not_unpacked(office: Office) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 61_000_000)

    (fault,) = looked_at(office, kept.getvalue()).faults

    assert (fault.row, fault.code) == (0, RowFaultCode.FILE_TOO_LARGE)
    with pytest.raises(ImportUnreadable):
        bring_table(kept.getvalue(), "upload", "bom.xlsx")
