"""The matrix *Persandingan tugas dan fungsi* as a file, in the words of the office."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never
from uuid import UUID

from orgflow.domain.changes.overlap import Pair, Verdict
from orgflow.domain.organisation.organisation import Function
from orgflow.exchange.xlsx_writing import write_sheet
from orgflow.letters.overlap_sheet import OverlapSheet, SheetCell, SheetFormat
from orgflow.services.context import Context
from orgflow.services.overlap_pages import ComparisonPage, show_comparison
from orgflow.services.wording import say

VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.OVERLAPPING: say("Tumpang tindih"),
    Verdict.INTERSECTING: say("Beririsan"),
    Verdict.COMPLEMENTARY: say("Saling melengkapi"),
    Verdict.DISTINCT: say("Beda lingkup"),
}
"""The verdicts in the office's words, for pages and papers alike."""

TITLE: Final = "Persandingan Tugas dan Fungsi"
_SAMPLE: Final = "CONTOH"
_NOTHING: Final = "Tidak ada tugas atau fungsi yang mirip."
_OPEN_VERDICT: Final = "[belum diisi: putusan]"
_OPEN_DISTINCTION: Final = "[belum diisi: pembeda]"
OUTDATED: Final = "[perlu ditinjau lagi: bunyinya berubah sesudah dinilai]"
_MEASURE: Final = (
    "Kemiripan adalah bobot kata yang sama di antara kedua bunyi, dihitung tanpa kata umum; kata yang jarang"
    " berbobot lebih besar. Angka itu hanya menunjukkan pasangan yang perlu dibaca; putusannya dari pejabat."
)
_WIDTHS: Final = {"No.": 6, "Kemiripan": 12, "Putusan": 30}
_TEXT_WIDTH: Final = 60
_FORBIDDEN: Final = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))


class OverlapFileKind(StrEnum):
    """The files the matrix is handed out as."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """What a browser is told the file is."""
        match self:
            case OverlapFileKind.PDF:
                return "application/pdf"
            case OverlapFileKind.DOCX:
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            case OverlapFileKind.XLSX:
                return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class OverlapFile:
    """The matrix as a file."""

    name: str
    media_type: str
    content: bytes


def overlap_file(ctx: Context, proposal_id: UUID, unit_id: UUID, kind: OverlapFileKind) -> OverlapFile:
    """Return the matrix as a file, printed with no transaction open.

    Raises:
        UnknownProposal, UnknownComparison, UnknownUnit.
        GlyphMissing, RenderFailed: as the renderer.
    """
    sheet = overlap_sheet(show_comparison(ctx, proposal_id, unit_id))
    match kind:
        case OverlapFileKind.PDF:
            content = ctx.resources.renderer.overlap(sheet, SheetFormat.PDF)
        case OverlapFileKind.DOCX:
            content = ctx.resources.renderer.overlap(sheet, SheetFormat.DOCX)
        case OverlapFileKind.XLSX:
            content = _workbook(sheet)
        case _:
            assert_never(kind)
    name = " ".join(f"{TITLE} {sheet.title[1]}".translate(_FORBIDDEN).split())
    return OverlapFile(f"{name[:120]}.{kind}", kind.media_type, content)


def overlap_sheet(page: ComparisonPage) -> OverlapSheet:
    """Return the matrix as it is printed: every duty of both units, each pair with its verdict."""
    rows = [*_rows_of_pairs(page), *_rows_of_others(page)]
    numbered = ((SheetCell(str(number)), *row) for number, row in enumerate(rows, start=1))
    return OverlapSheet(
        (_SAMPLE,) if page.is_sample else (),
        (
            TITLE.upper(),
            f"{page.own_name} dengan {page.unit_name}",
            "menurut perubahan yang diusulkan",
        ),
        ("No.", page.own_name, page.unit_name, "Kemiripan", "Putusan", "Pembeda"),
        tuple(numbered),
        (_MEASURE,),
    )


def _rows_of_pairs(page: ComparisonPage) -> Iterator[tuple[SheetCell, ...]]:
    for own, pairs in page.held.pairs:
        said = _duty(page, own)
        if not pairs:
            yield (said, SheetCell(note=_NOTHING), SheetCell(), SheetCell(), SheetCell())
        for pair in pairs:
            yield (said, _duty(page, pair.other), SheetCell(percent(pair.likeness)), *_judged(pair))


def _rows_of_others(page: ComparisonPage) -> Iterator[tuple[SheetCell, ...]]:
    for other in page.held.others:
        yield (SheetCell(note=_NOTHING), _duty(page, other), SheetCell(), SheetCell(), SheetCell())


def _duty(page: ComparisonPage, held: Function) -> SheetCell:
    return SheetCell(held.text, page.owners.get(held.id, ""))


def _judged(pair: Pair) -> tuple[SheetCell, SheetCell]:
    if pair.judgement is None:
        return SheetCell(gap=_OPEN_VERDICT), SheetCell(gap=_OPEN_DISTINCTION)
    outdated = OUTDATED if pair.is_outdated else ""
    verdict = VERDICTS[pair.judgement.verdict]
    return SheetCell(verdict, gap=outdated), SheetCell(pair.judgement.distinction)


def percent(likeness: float) -> str:
    """Return a likeness in whole hundredths, as it is printed."""
    return f"{round(likeness * 100)}%"


def _workbook(sheet: OverlapSheet) -> bytes:
    rows = [sheet.headings, *(tuple(_in_one(cell) for cell in row) for row in sheet.rows)]
    widths = {heading: _WIDTHS.get(heading, _TEXT_WIDTH) for heading in sheet.headings}
    return write_sheet(TITLE, rows, widths)


def _in_one(cell: SheetCell) -> str:
    words = f"{cell.words} ({cell.note})" if cell.words and cell.note else cell.words or cell.note
    return " ".join(part for part in (words, cell.gap) if part)
