"""P3: the matriks persandingan as a PDF, against the same page with tables laid out automatically.

Every turn has a matriks of its own words. Ours is the product's whole function from the document to the
bytes; the other differs in one word of the style sheet. Most of the gain is that an automatic layout measures
every place where a word may break: where words are not broken, the ratio is only about 0.8 to 0.9, which the
note tells too.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from bench.pairs import measure, report
from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.operations import Point, ReviseFunctions
from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Function, Organisation
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import Document
from orgflow.domain.values import FunctionId, UnitId
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.paper_files import write_paper
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.resources import letter_templates
from orgflow.services.papers.matrix import matrix_of

TARGET: Final = 0.85
GROWTH: Final = 9.0
ROWS, SMALL, LARGE = 60, 30, 240
TURNS: Final = 5
_BARE: Final = 2
"""Rows that a unit has besides its functions: its name and its field of duties."""
_ON: Final = date(2026, 1, 1)
_ROOT, _UNIT = (UnitId(UUID(int=number)) for number in (1, 2))
_KINDS: Final = (
    UnitKind("pemerintah", "Pemerintah", 0, "Gubernur Contoh"),
    UnitKind("biro", "Biro", 1, "Kepala {unit}"),
)
_WORDS: Final = (
    *("penyusunan", "bahan", "pelaksanaan", "koordinasi", "fasilitasi", "pengelolaan", "informasi"),
    *("hubungan", "media", "pimpinan", "dokumentasi", "evaluasi", "pelaporan", "keprotokolan"),
)


def main() -> None:
    """Measure 60 rows against the automatic layout, and 240 against 30."""
    sheet = load_paper_sheet(letter_templates())
    automatic = sheet.replace("table-layout: fixed", "table-layout: auto")
    if automatic == sheet:
        raise AssertionError("the style sheet lays its tables out fixed")
    pair = measure(
        _matrices(ROWS),
        lambda document: _printed(document, sheet),
        lambda document: _printed(document, automatic),
    )
    whole = measure(
        _matrices(ROWS, TURNS),
        lambda document: _printed(document, sheet),
        lambda document: _printed(document, automatic.replace("overflow-wrap: anywhere", "")),
    )
    note = (
        f"{ROWS} rows, {pair.ours * 1000:.0f} ms against {pair.theirs * 1000:.0f} ms;"
        f" {whole.ratio:.2f} of a layout that breaks no word"
    )
    report("P3", pair.ratio, TARGET, note)
    growth = measure(
        zip(_matrices(LARGE, 100), _matrices(SMALL, 200), strict=True),
        lambda both: _printed(both[0], sheet),
        lambda both: _printed(both[1], sheet),
    )
    note = f"{LARGE} rows, {growth.ours * 1000:.0f} ms; {SMALL} rows, {growth.theirs * 1000:.0f} ms"
    report("P3", growth.ratio, GROWTH, note)


def _printed(document: Document, sheet: str) -> bytes:
    return write_paper(PaperSource(document, sheet), ChartFormat.PDF)


def _matrices(rows: int, first: int = 0) -> Iterator[Document]:
    for turn in range(first, first + TURNS):
        matrix = matrix_of(_case(rows - _BARE, turn))
        if len(matrix.lines) != rows:
            raise AssertionError(f"{len(matrix.lines)} rows")
        yield matrix.document


def _case(functions: int, turn: int) -> Case:
    structure = Structure.of(
        _ON,
        [
            Unit(_ROOT, _KINDS[0], "Pemerintah Provinsi Contoh", None, 1),
            Unit(_UNIT, _KINDS[1], f"Biro Contoh {turn}", _ROOT, 1, duty_field="hubungan masyarakat"),
        ],
    )
    held = [_function(number, turn) for number in range(functions)]
    before = Organisation.of(structure, {kind.code: kind for kind in _KINDS}, (), held)
    amended = tuple(Point(one.id, one.kind, one.position, f"{one.text} dan pembinaan {turn}") for one in held)
    operation = ReviseFunctions(_UNIT, amended=amended)
    return Case(
        unit_id=_UNIT,
        government_code="contoh",
        government_name="Provinsi Contoh",
        secretariat="Sekretariat Daerah Provinsi Contoh",
        head="Gubernur Contoh",
        capital="Kota Contoh",
        is_sample=True,
        is_draft=True,
        sheet=Paper.A4,
        emblem=None,
        before=before,
        after=apply_all(before, (operation,)),
        operations=(operation,),
        considerations=(),
        effective_on=None,
        regulation=None,
        articles=(),
        amendments=(),
        instruments=(),
        amending=frozenset(),
        answer=None,
        governor=None,
        governor_prefix="",
        secretary=None,
    )


def _function(number: int, turn: int) -> Function:
    words = [_WORDS[(number * 3 + turn + step * step) % len(_WORDS)] for step in range(6 + number % 5)]
    key = FunctionId(UUID(int=1_000 + number))
    return Function(key, _UNIT, FunctionKind.FUNCTION, number, f"{' '.join(words)} {turn}.{number}")


if __name__ == "__main__":
    main()
