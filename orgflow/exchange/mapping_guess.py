"""Where the headings of a file made by others stand, and what they most likely mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.values import comparable
from orgflow.exchange.mapping import ColumnMap, Meaning
from orgflow.exchange.raw import RawFile, RawTable

LOOKED_AT: Final = 40
"""How many rows from the top may be titles."""

_NO_WORD: Final = re.compile(r"[^a-z0-9]+")
_WORDS: Final[Mapping[Meaning, tuple[str, ...]]] = {
    Meaning.UNIT_CODE: (
        "kode unit", "kode unit kerja", "kode unit organisasi", "kode opd", "kode skpd", "kode", "id unit",
    ),
    Meaning.UNIT_NAME: (
        "nama unit kerja", "unit kerja", "nama unit", "unit organisasi", "nama unit organisasi",
        "satuan kerja", "satuan organisasi", "perangkat daerah", "nama opd", "opd", "skpd", "unit",
    ),
    Meaning.UNIT_KIND: ("jenis unit", "jenis unit kerja", "jenis"),
    Meaning.PARENT_CODE: (
        "kode atasan", "kode unit atasan", "kode induk", "kode unit induk", "id induk", "id atasan",
    ),
    Meaning.PARENT_NAME: (
        "unit atasan", "unit kerja atasan", "nama unit atasan", "unit induk", "unit kerja induk",
        "nama unit induk", "unit organisasi induk", "induk", "atasan", "di bawah",
    ),
    Meaning.SHORT_NAME: ("singkatan", "nama singkat", "akronim"),
    Meaning.LETTER_CODE: ("kode surat", "kode unit pengolah"),
    Meaning.DUTY_FIELD: ("bidang tugas",),
    Meaning.POST: ("nama jabatan", "jabatan", "jabatan struktural", "nomenklatur jabatan"),
    Meaning.ECHELON: ("eselon", "esl", "eselonering", "tingkat eselon"),
    Meaning.FUNCTIONAL_RANK: ("jenjang", "jenjang jabatan", "jenjang fungsional"),
    Meaning.SEATS: ("formasi", "jumlah formasi", "kebutuhan", "jumlah kebutuhan"),
    Meaning.HOLDER: (
        "nama pejabat", "pejabat", "nama pemangku jabatan", "pemangku jabatan", "nama pemangku",
        "nama pegawai", "nama lengkap", "nama lengkap dan gelar", "nama",
    ),
    Meaning.NIP: ("nip", "nip baru", "nip pejabat", "nomor induk pegawai"),
    Meaning.RANK: (
        "pangkat", "pangkat golongan", "pangkat gol", "pangkat gol ruang", "pangkat golongan ruang",
        "golongan", "gol", "gol ruang",
    ),
    Meaning.QUALITY: ("kedudukan", "status jabatan", "kualitas jabatan"),
    Meaning.LETTER: ("nomor sk", "no sk", "sk", "sk pengangkatan", "surat keputusan", "surat pengangkatan"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """The row of headings of one table; ``examples`` are what first stands below each, empty for nothing."""

    sheet: str
    row: int
    headings: tuple[str, ...]
    examples: tuple[str, ...]


def headings_of(table: RawTable, row: int | None = None) -> Heading:
    """Return a table's row of headings: the one that is asked for, else the one most like it."""
    looked_at = table.lines[:LOOKED_AT]
    asked = next((line for line in table.lines if line.number == row), None)
    line = asked or max(
        looked_at, key=lambda one: (len(_guessed(one.cells)), _filled(one.cells), -one.number)
    )
    columns: dict[str, int] = {}
    for column, cell in enumerate(line.cells):
        if cell:
            columns.setdefault(" ".join(cell.split()), column)
    below = [one.cells for one in table.lines if one.number > line.number][:LOOKED_AT]
    examples = (next(filter(None, _column(below, column)), "") for column in columns.values())
    return Heading(table.name, line.number, tuple(columns), tuple(examples))


def guess_map(read: RawFile) -> ColumnMap:
    """Return the map that the headings of a file suggest; it may lack what must be there."""
    found = [headings_of(table) for table in read.tables]
    if not found:
        return ColumnMap({})
    best = max(found, key=lambda heading: len(_guessed(heading.headings)))
    return ColumnMap(_guessed(best.headings), best.sheet, best.row)


def fits(said: ColumnMap, read: RawFile) -> bool:
    """Say whether a file has every heading that a map names."""
    return place_of(said, read) is not None


def place_of(said: ColumnMap, read: RawFile) -> tuple[RawTable, int] | None:
    """Return the table and the row in which the headings of a map stand, None where they do not."""
    wanted = set(said.columns.values())
    for table in read.tables:
        if said.sheet not in ("", table.name):
            continue
        for line in table.lines:
            if said.heading_row is not None and line.number != said.heading_row:
                continue
            if wanted <= {" ".join(cell.split()) for cell in line.cells}:
                return table, line.number
    return None


def _guessed(headings: tuple[str, ...]) -> dict[Meaning, str]:
    said = {_plain(heading): " ".join(heading.split()) for heading in reversed(headings) if heading}
    found: dict[Meaning, str] = {}
    for meaning, words in _WORDS.items():
        heading = next((said[word] for word in words if word in said), None)
        if heading is not None:
            found[meaning] = heading
    return found


def _plain(heading: str) -> str:
    return " ".join(_NO_WORD.sub(" ", comparable(heading)).split())


def _column(rows: Iterable[tuple[str, ...]], column: int) -> Iterator[str]:
    return (cells[column] for cells in rows if column < len(cells))


def _filled(cells: tuple[str, ...]) -> int:
    return sum(map(bool, cells))
