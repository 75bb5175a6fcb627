"""Files as people bring them: CSV and XLSX in our own form, and an organogram made by others."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from openpyxl import Workbook

from orgflow.domain.values import GovernmentId
from orgflow.services.starting.entering import EnterGovernment
from tests.factories.access import GOVERNMENT_ID
from tests.factories.governments import a_government

Cell = str | int | float | date | None
Rows = Iterable[Sequence[Cell]]

UNIT_HEADINGS: Final = ("kode", "nama", "jenis", "kode_atasan")
SMALL: Final = (
    ("pemprov", "Pemerintah Provinsi Uji", "Pemerintah", ""),
    ("setda", "Sekretariat Daerah", "Sekretariat Daerah", "pemprov"),
    ("umum", "Biro Umum", "Biro", "setda"),
)
FOREIGN_HEADINGS: Final = ("No", "Unit Kerja", "Unit Atasan", "Jabatan", "Eselon", "Nama Pejabat", "NIP")
FIRST_YEAR: Final = 2016
YEARS: Final = 10


def csv_of(headings: Sequence[str], rows: Rows, separator: str = ",") -> bytes:
    """Return a CSV in UTF-8."""
    kept = io.StringIO()
    writer = csv.writer(kept, delimiter=separator, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(["" if cell is None else str(cell) for cell in row] for row in rows)
    return kept.getvalue().encode()


def xlsx_of(sheets: Mapping[str, Rows]) -> bytes:
    """Return a workbook; the first row of each sheet is as given, heading or title."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def units_csv(*rows: Sequence[Cell]) -> bytes:
    """Return units in our own form; without rows a small secretariat."""
    return csv_of(UNIT_HEADINGS, rows or SMALL)


def an_empty_government(
    code: str = "uji", government_id: GovernmentId = GOVERNMENT_ID, position: int = 1
) -> EnterGovernment:
    """Return a government of which nothing is recorded yet but its rules."""
    held = a_government(code, government_id=government_id, position=position, officials=())
    return replace(held, units=(), regulations=(), base_regulation=None)


def ten_years(units: int = 400) -> bytes:
    """Return the history of an organisation: every unit under a name for two years, its head for five."""
    rows: list[Sequence[Cell]] = [
        ("kode", "nama", "jenis", "kode_atasan", "berlaku_sejak", "berlaku_sampai", "sumber")
    ]
    heads: list[Sequence[Cell]] = [("kode_jabatan", "kode_unit", "eselon", "berlaku_sejak")]
    people: list[Sequence[Cell]] = [
        ("kode_jabatan", "nama_pejabat", "nip", "berlaku_sejak", "berlaku_sampai")
    ]
    first = date(FIRST_YEAR, 1, 1)
    rows.append(("u0", "Pemerintah Provinsi Uji", "Pemerintah", "", first, "", "Karangan"))
    kinds = ("Sekretariat Daerah", "Asisten", "Biro", "Bagian", "Subbagian")
    for number in range(1, units):
        depth = min(len(kinds) - 1, (number + 2).bit_length() // 2 - 1)
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS, 2):
            start = first if year == FIRST_YEAR else date(year, 1 + number % 12, 1)
            following = date(year + 2, 1 + number % 12, 1)
            end = "" if year + 2 >= FIRST_YEAR + YEARS else following.isoformat()
            name = f"{kinds[depth]} {number} ({year})"
            rows.append((f"u{number}", name, kinds[depth], f"u{(number - 1) // 4}", start, end, "Karangan"))
        heads.append((f"p{number}", f"u{number}", "III.a", first))
        middle = date(FIRST_YEAR + 5, 1 + number % 12, 1)
        people.append((f"p{number}", f"Pejabat {number} Satu", f"1980{number:014}", first, middle))
        people.append((f"p{number}", f"Pejabat {number} Dua", f"1985{number:014}", middle, ""))
    return xlsx_of({"unit": rows, "jabatan": heads, "pejabat": people})


def an_organogram(posts: int = 300) -> bytes:
    """Return one row a post below two rows of title, as an office sends it: no codes, and empty posts."""
    rows: list[Sequence[Cell]] = [
        ("DAFTAR JABATAN DAN PEMANGKU JABATAN", None),
        ("KEADAAN 1 MARET 2026 (karangan untuk uji)", None),
        FOREIGN_HEADINGS,
    ]
    rows.append((1, "Sekretariat Daerah", None, "Sekretaris Daerah", "I.b", "Dra. Karangan Satu", None))
    number = 1
    for bureau in range(1, 11):
        name = f"Biro Karangan {bureau}"
        number += 1
        rows.append((number, name, "Sekretariat Daerah", f"Kepala {name}", "II.b", "Pejabat Biro", None))
        for division in range(1, 4):
            below = f"Bagian Karangan {bureau}.{division}"
            number += 1
            rows.append((number, below, name, f"Plt. Kepala {below}", "III.a", f"Pejabat {number}", None))
    while number < posts:
        number += 1
        bureau, division = 1 + number % 10, 1 + number % 3
        below, above = f"Bagian Karangan {bureau}.{division}", f"Biro Karangan {bureau}"
        person = "-" if number % 7 == 0 else f"Pegawai Karangan {number}"
        title = ("Analis Kebijakan", "Arsiparis", "Pengelola Data")[number % 4 % 3]
        rows.append((number, below, above, title, None, person, f"19900101{number:010}"))
    return xlsx_of({"Petunjuk": [("Isi lembar berikutnya",)], "Data Jabatan": rows})
