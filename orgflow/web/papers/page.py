"""A derived document as its page prints it: the blocks of its paper as plain values for a template."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Final

from flask import url_for
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.papers.document import (
    LISTED_STYLES,
    Block,
    Contents,
    Document,
    Figure,
    Line,
    Row,
    Run,
    Runs,
    Style,
    Table,
    words_of,
)
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.values import ProposalId
from orgflow.services.papers.files import Paper, formats_of
from orgflow.services.papers.formats import PaperFormat
from orgflow.web.charting.page import InlineDrawing

TITLES: Final[dict[PaperKind, LazyString]] = {
    PaperKind.MATRIX: lazy_gettext("Matriks persandingan"),
    PaperKind.CHART_BEFORE: lazy_gettext("Bagan semula"),
    PaperKind.CHART_AFTER: lazy_gettext("Bagan menjadi"),
    PaperKind.CHART_DIFFERENCE: lazy_gettext("Bagan perubahan"),
    PaperKind.IMPACT: lazy_gettext("Daftar dampak"),
    PaperKind.REGULATION: lazy_gettext("Rancangan Peraturan Gubernur"),
    PaperKind.STUDY: lazy_gettext("Kajian"),
}
_NOTES: Final[dict[PaperKind, LazyString]] = {
    PaperKind.MATRIX: lazy_gettext("Semula dan menjadi menurut unit, jabatan, tugas, dan fungsi."),
    PaperKind.CHART_BEFORE: lazy_gettext("Susunan sebelum usulan ini berlaku."),
    PaperKind.CHART_AFTER: lazy_gettext("Susunan sesudah usulan ini berlaku."),
    PaperKind.IMPACT: lazy_gettext("Jabatan, pejabat, fungsi, peraturan, dan usulan lain yang tersentuh."),
    PaperKind.REGULATION: lazy_gettext("Disusun dari materi usulan dan pasal yang tercatat."),
    PaperKind.STUDY: lazy_gettext("Kajian atau telaahan staf, bagian demi bagian dan dari data usulan."),
    PaperKind.CHART_DIFFERENCE: lazy_gettext("Keduanya dalam satu bagan, yang berubah ditandai."),
}
FORMAT_WORDS: Final[dict[PaperFormat, LazyString]] = {
    PaperFormat.PDF: lazy_gettext("PDF"),
    PaperFormat.DOCX: lazy_gettext("Word (DOCX)"),
    PaperFormat.XLSX: lazy_gettext("Excel (XLSX)"),
    PaperFormat.SVG: lazy_gettext("Gambar (SVG)"),
}
_LISTED: Final = frozenset().union(*LISTED_STYLES.values())


@dataclass(frozen=True, slots=True)
class FormatLink:
    """A file to be fetched."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A derived document in the list of them."""

    title: str
    note: str
    url: str
    formats: tuple[FormatLink, ...]


@dataclass(frozen=True, slots=True)
class RunView:
    """Words and how they stand out."""

    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class LineView:
    """One paragraph; ``anchor`` is where a list of contents leads, empty for what none lists."""

    style: str
    level: int
    marker: str
    runs: tuple[RunView, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a table; ``group`` heads the rows below it and has no cells."""

    group: tuple[RunView, ...]
    cells: tuple[tuple[RunView, ...], ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph, a table with its heads, a picture with what it shows, or the lines that are listed."""

    line: LineView | None
    heads: tuple[str, ...] = ()
    rows: tuple[RowView, ...] = ()
    picture: InlineDrawing | None = None
    label: str = ""
    listed: tuple[LineView, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperView:
    """A derived document whole; ``picture`` is its chart."""

    title: str
    note: str
    is_wide: bool
    blocks: tuple[BlockView, ...]
    picture: InlineDrawing | None
    formats: tuple[FormatLink, ...]


def paper_lines(proposal_id: ProposalId) -> tuple[PaperLine, ...]:
    """Return the documents derived from a proposal, in their order."""
    return tuple(
        PaperLine(
            str(TITLES[kind]),
            str(_NOTES[kind]),
            url_for("papers.show", proposal_id=proposal_id, kind=str(kind)),
            _links(proposal_id, kind),
        )
        for kind in PaperKind
    )


def paper_view(paper: Paper, proposal_id: ProposalId) -> PaperView:
    """Return one document for its page."""
    title, picture = str(TITLES[paper.kind]), None
    if paper.chart is not None:
        attributes = f'class="of-bagan" role="group" aria-label="{escape(title)}"'
        picture = InlineDrawing(paper.chart.screen(attributes))
    return PaperView(
        title,
        str(_NOTES[paper.kind]),
        paper.document is not None and paper.document.is_landscape,
        block_views(paper.document),
        picture,
        _links(proposal_id, paper.kind),
    )


def block_views(document: Document | None) -> tuple[BlockView, ...]:
    """Return the paragraphs and tables of a document but for its titles, which the page has as its own."""
    if document is None:
        return ()
    is_titled = document.is_landscape
    return view_of_blocks(
        block
        for block in document.blocks
        if not (is_titled and isinstance(block, Line) and block.style is Style.TITLE)
    )


def view_of_blocks(blocks: Iterable[Block]) -> tuple[BlockView, ...]:
    """Return paragraphs, tables and pictures; what only paper needs is left out."""
    return tuple(_views(blocks))


def _views(blocks: Iterable[Block]) -> Iterable[BlockView]:
    held = tuple(blocks)
    lines = {place: _line(place, block) for place, block in enumerate(held) if isinstance(block, Line)}
    for place, block in enumerate(held):
        match block:
            case Line():
                yield BlockView(lines[place])
            case Contents(listed=listed):
                styles = LISTED_STYLES[listed]
                yield BlockView(None, listed=tuple(line for line in lines.values() if line.style in styles))
            case Table():
                rows = tuple(_row(row, len(block.widths)) for row in block.rows)
                yield BlockView(None, block.heads, rows)
            case Figure(svg=svg, label=label):
                yield BlockView(None, picture=InlineDrawing(svg), label=label)
            case _:
                pass


def _line(place: int, line: Line) -> LineView:
    anchor = f"baris-{place}" if line.style in _LISTED else ""
    return LineView(str(line.style), line.level, line.marker, _runs(line.runs), anchor)


def _row(row: Row, columns: int) -> RowView:
    if len(row.cells) == 1 and columns > 1:
        return RowView(_runs(row.cells[0]), ())
    return RowView((), tuple(_runs(cell) for cell in row.cells))


def _runs(runs: Runs) -> tuple[RunView, ...]:
    return tuple(_run(run) for run in runs) if words_of(runs) else ()


def _run(run: Run) -> RunView:
    return RunView(run.words, str(run.mark))


def _links(proposal_id: ProposalId, kind: PaperKind) -> tuple[FormatLink, ...]:
    return tuple(
        FormatLink(
            str(FORMAT_WORDS[form]),
            url_for("papers.download", proposal_id=proposal_id, kind=str(kind), form=str(form)),
        )
        for form in formats_of(kind)
    )
