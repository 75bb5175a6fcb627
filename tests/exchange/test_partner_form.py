"""A table of media comes in as it went out, and every faulty row is named with its fault."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from orgflow.domain.evidence.partners import Partner, PartnerKind
from orgflow.domain.organisation.roster import RowFaultCode
from orgflow.exchange.partner_form import HEADINGS, MOST_MEDIA, parse_partners, write_partners
from orgflow.exchange.reading import read_file

C, K = RowFaultCode, PartnerKind
MEDIA = (
    Partner(K.PRINT, "=Harian Uji", date(2026, 1, 1), date(2026, 12, 31), "0711", "catatan", "Kontrak 1"),
    Partner(K.ONLINE, "Uji.id", date(2026, 1, 1)),
    Partner(K.TELEVISION, "TV Uji"),
    Partner(K.RADIO, "Radio Uji"),
    Partner(K.SOCIAL, "FOMS"),
)


def a_workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def faults(content: bytes) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, str(one.code)) for one in parse_partners(read_file(content)).faults]


def test_what_goes_out_comes_in_again() -> None:
    table = parse_partners(read_file(write_partners(MEDIA)))

    assert table.faults == ()
    assert tuple(line.partner for line in table.lines) == MEDIA


def test_every_faulty_row_is_named_with_its_column_and_the_others_are_read() -> None:
    content = a_workbook(
        HEADINGS,
        ("cetak", "Harian Satu", "1 Januari 2026", "31 Desember 2026"),
        ("koran", "Harian Dua"),
        ("cetak", None, "2026-01-01"),
        ("radio", "Radio Uji", "kemarin"),
        ("radio", "Radio Dua", "2026-05-01", "2026-04-30"),
        ("radio", "Radio Tiga", None, "2026-04-30"),
        ("media cetak", "HARIAN  satu"),
        ("online", "n" * 201),
    )

    table = parse_partners(read_file(content))

    assert [line.row for line in table.lines] == [2, 8]
    assert [(one.row, one.column, one.code) for one in table.faults] == [
        (3, "jenis_media", C.BAD_CHOICE),
        (4, "nama_media", C.VALUE_MISSING),
        (5, "kontrak_mulai", C.BAD_DATE),
        (6, "kontrak_sampai", C.PERIOD_EMPTY),
        (7, "kontrak_mulai", C.VALUE_MISSING),
        (9, "nama_media", C.TEXT_TOO_LONG),
        (8, "nama_media", C.DUPLICATE_ROW),
    ]


def test_a_column_that_is_not_known_and_one_that_is_missing_are_said_once() -> None:
    assert faults(a_workbook(("jenis_media", "alamat"), ("cetak", "Jalan"))) == [
        (1, "alamat", "column_unknown"),
        (1, "nama_media", "column_missing"),
    ]


def test_a_formula_is_no_name() -> None:
    content = a_workbook(HEADINGS, ("cetak", "=1+1"))

    assert ("formula_cell") in [code for _, _, code in faults(content)]
    assert parse_partners(read_file(content)).lines == ()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00\x01\x02", b"PK\x03\x04broken"])
def test_what_is_no_table_holds_no_media_and_says_why(content: bytes) -> None:
    table = parse_partners(read_file(content))

    assert table.lines == ()
    assert table.faults


def test_a_table_without_rows_and_one_of_too_many_are_refused() -> None:
    many = "\n".join(["jenis_media,nama_media", *(f"cetak,Harian {n}" for n in range(MOST_MEDIA + 1))])

    assert faults(a_workbook(HEADINGS)) == [(0, "", "file_empty")]
    assert faults(many.encode()) == [(0, "", "too_many_rows")]


def test_words_that_offices_use_for_a_kind_are_understood() -> None:
    rows = "jenis_media;nama_media\nDaring;A\nTV;B\nMedia Online;C\nmedia_sosial;D\nMedia Cetak;E"

    lines = parse_partners(read_file(rows.encode())).lines

    assert [line.partner.kind for line in lines] == [K.ONLINE, K.TELEVISION, K.ONLINE, K.SOCIAL, K.PRINT]
