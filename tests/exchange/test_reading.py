"""Whatever bytes somebody brings: a table, or the reason why there is none; never a traceback."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from orgflow.domain.organisation.roster import RowFaultCode
from orgflow.exchange.mapping_guess import guess_map
from orgflow.exchange.own_form import is_own_form, parse_roster
from orgflow.exchange.raw import RawFile, under_headings
from orgflow.exchange.reading import read_file
from tests.factories.sheets import SMALL, UNIT_HEADINGS, csv_of, units_csv, xlsx_of

C = RowFaultCode
TEXT = units_csv().decode()


def rows_of(read: RawFile) -> list[tuple[str, ...]]:
    return [line.cells for table in read.tables for line in table.lines]


def code_of(content: bytes) -> tuple[RowFaultCode, int]:
    read = read_file(content)
    assert read.tables == ()
    return read.faults[0].code, read.faults[0].row


def a_zip(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", compression) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return kept.getvalue()


def with_part(content: bytes, name: str, change: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        parts = {part: held.read(part) for part in held.namelist()}
    return a_zip({**parts, name: change})


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        csv_of(UNIT_HEADINGS, SMALL, ";"),
        csv_of(UNIT_HEADINGS, SMALL, "\t"),
        b"sep=;\r\n" + csv_of(UNIT_HEADINGS, SMALL, ";"),
        TEXT.replace("\r\n", "\n").encode(),
        xlsx_of({"unit": [UNIT_HEADINGS, *SMALL]}),
    ],
    ids=["comma", "bom", "semicolon", "tab", "said", "unix", "xlsx"],
)
def test_the_same_table_is_read_from_every_form(content: bytes) -> None:
    read = read_file(content)

    assert read.faults == ()
    assert [row[:2] for row in rows_of(read)] == [("kode", "nama"), *(row[:2] for row in SMALL)]
    assert [line.number for line in read.tables[0].lines] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        (b"", C.FILE_EMPTY, 0),
        (b"\xef\xbb\xbf", C.FILE_EMPTY, 0),
        (" \n\u00a0\n".encode(), C.FILE_EMPTY, 0),
        (b",,,\n,,,\n", C.FILE_EMPTY, 0),
        (TEXT.encode("utf-16"), C.WRONG_ENCODING, 1),
        ((TEXT + "x,Biro Jos\u00e9,Biro,setda\n").encode("cp1252"), C.WRONG_ENCODING, 5),
        (TEXT.replace(",", "|").encode(), C.WRONG_SEPARATOR, 1),
        (b'kode,nama\nx,"Biro Umum\ny,Biro Hukum\n', C.QUOTES_UNCLOSED, 2),
        (b"kode,nama\x00\nx,y", C.FILE_UNREADABLE, 0),
        (b"%PDF-1.7\nkode,nama", C.FILE_UNREADABLE, 0),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, C.FILE_UNREADABLE, 0),
        (b"<html><table><tr><td>kode</td></tr></table>", C.FILE_UNREADABLE, 0),
        (b"PK\x03\x04 cut short", C.FILE_UNREADABLE, 0),
        (a_zip({"letter.txt": b"no workbook"}), C.FILE_UNREADABLE, 0),
        (b"k,n\n" * 20_001, C.TOO_MANY_ROWS, 0),
        (b"k,n\n" + b"x" * 5_000_000, C.FILE_TOO_LARGE, 0),
    ],
    ids=lambda value: str(value) if isinstance(value, RowFaultCode) else None,
)
def test_what_is_no_table_says_why(content: bytes, code: RowFaultCode, row: int) -> None:
    assert code_of(content) == (code, row)


def test_a_workbook_that_would_unpack_to_a_mountain_is_not_opened() -> None:
    assert code_of(a_zip({"xl/a.xml": b"0" * 61_000_000})) == (C.FILE_TOO_LARGE, 0)
    assert code_of(a_zip({"xl/a.xml": b"0" * 20_000_000})) == (C.FILE_TOO_LARGE, 0)
    assert code_of(a_zip({f"xl/{n}.xml": b"" for n in range(501)})) == (C.FILE_TOO_LARGE, 0)


def test_a_workbook_with_a_program_or_with_entities_is_not_opened() -> None:
    sound = xlsx_of({"unit": [UNIT_HEADINGS, *SMALL]})
    bomb = b'<?xml version="1.0"?>' + b" " * 9000 + b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'

    assert code_of(with_part(sound, "xl/vbaProject.bin", b"program")) == (C.FILE_UNREADABLE, 0)
    assert code_of(with_part(sound, "xl/sharedStrings.xml", bomb)) == (C.FILE_UNREADABLE, 0)
    utf16 = '<?xml version="1.0"?><!DOCTYPE x>'.encode("utf-16")
    assert code_of(with_part(sound, "xl/workbook.xml", utf16)) == (C.FILE_UNREADABLE, 0)


def test_the_size_that_a_sheet_claims_is_not_believed() -> None:
    sound = xlsx_of({"unit": [UNIT_HEADINGS, *SMALL]})
    with zipfile.ZipFile(io.BytesIO(sound)) as held:
        sheet = held.read("xl/worksheets/sheet1.xml")
    small = sheet.replace(b'<dimension ref="A1:D4"', b'<dimension ref="A1"')
    far = sheet.replace(b'<row r="4"', b'<row r="99999999999"')
    assert small != sheet != far

    assert len(rows_of(read_file(with_part(sound, "xl/worksheets/sheet1.xml", small)))) == 4
    assert len(rows_of(read_file(with_part(sound, "xl/worksheets/sheet1.xml", far)))) == 3


def test_a_formula_an_error_and_a_rounded_number_are_pointed_at() -> None:
    cells = ("kode", "nama"), ("=A1", "Biro Umum"), ("b", "#REF!"), ("c", 196812311995031000)
    table = read_file(xlsx_of({"unit": cells})).tables[0]

    assert [(cell.number, cell.column, cell.code) for cell in table.broken] == [
        (2, 0, C.FORMULA_CELL),
        (3, 1, C.ERROR_CELL),
        (4, 1, C.NUMBER_ROUNDED),
    ]


def test_cells_are_read_as_a_person_sees_them() -> None:
    row = ("x", 12, 3.0, 2.5, True, date(2024, 5, 1), None, " dua ")

    assert rows_of(read_file(xlsx_of({"a": [row]}))) == [
        ("x", "12", "3", "2.5", "ya", "2024-05-01", "", "dua")
    ]


def test_the_apostrophe_that_keeps_a_formula_from_acting_is_taken_off_in_a_csv_alone() -> None:
    guarded = ("'=1+1", "'+62", "'-", "'@x", "''=x", "'Umar")
    bare = ("=1+1", "+62", "'-", "@x", "'=x", "'Umar")

    assert rows_of(read_file(csv_of(("a", "b", "c", "d", "e", "f"), [guarded])))[1] == (
        *bare[:2],
        "-",
        *bare[3:],
    )
    assert rows_of(read_file(xlsx_of({"a": [guarded]}))) == [guarded]


def everything_of(content: bytes) -> None:
    """Read bytes by every way there is."""
    read = read_file(content)
    assert read.tables or read.faults
    for table in read.tables:
        under_headings(table)
    parse_roster(read)
    is_own_form(read)
    guess_map(read)


ALPHABET = st.sampled_from(
    [b",", b";", b"\n", b'"', b"kode", b"nama", b"\xff", b"=", b"\x00", b"PK\x03\x04", b"x"]
)
SOUP = st.lists(ALPHABET, max_size=60).map(b"".join)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | SOUP)
def test_no_bytes_raise(content: bytes) -> None:
    everything_of(content)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_to_a_workbook_raises(data: st.DataObject) -> None:
    everything_of(_damaged(data))


@pytest.mark.slow("bytes")
@settings(max_examples=20_000, deadline=None)
@given(st.binary(max_size=4000) | SOUP)
def test_no_bytes_raise_however_many(content: bytes) -> None:
    everything_of(content)


@pytest.mark.slow("bytes")
@settings(max_examples=4_000, deadline=None)
@given(st.data())
def test_no_damage_to_a_workbook_raises_however_many(data: st.DataObject) -> None:
    everything_of(_damaged(data))


def _damaged(data: st.DataObject) -> bytes:
    """Return a workbook of which some bytes of one unpacked part, or of the whole, are others."""
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    is_inside = data.draw(st.booleans())
    content = bytearray(parts[name] if is_inside else WORKBOOK)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    return a_zip({**parts, name: bytes(content)}) if is_inside else bytes(content)


def _a_workbook() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["kode", "nama", "berlaku_sejak"])
    sheet.append(["a", "=1+1", date(2020, 1, 1)])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


WORKBOOK = _a_workbook()
