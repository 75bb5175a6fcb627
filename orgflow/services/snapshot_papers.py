"""The derived papers of a proposal as they are frozen: words to compare, and all that prints them again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from orgflow.domain.errors import DomainError
from orgflow.domain.papers.document import Document, texts_of
from orgflow.domain.papers.encoding import document_from_json, document_to_json
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.snapshots.snapshot import Piece, Section
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.overlap_sheet import OverlapSheet, SheetFormat, sheet_from_json, sheet_to_json
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.made_papers import made_paper
from orgflow.services.makeable import ENCLOSED, STUDY_DOCUMENT
from orgflow.services.papers.files import Paper, paper_from

TITLES: Final = {
    PaperKind.MATRIX: "Matriks persandingan",
    PaperKind.CHART_BEFORE: "Bagan semula",
    PaperKind.CHART_AFTER: "Bagan menjadi",
    PaperKind.CHART_DIFFERENCE: "Bagan perubahan",
    PaperKind.REGULATION: "Rancangan Peraturan Gubernur",
    PaperKind.IMPACT: "Daftar dampak",
    PaperKind.STUDY: "Kajian",
}
_UNMADE: Final = "Belum dapat disusun ({code})."


@dataclass(frozen=True, slots=True)
class FrozenPaper:
    """A paper as its piece keeps it: ``document``, ``pages`` or both, or the ``overlap`` of duties alone."""

    name: str
    document: Document | None
    stylesheet: str
    emblem: str | None
    pages: ChartPages | None
    overlap: OverlapSheet | None = None


def paper_pieces(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    """Yield the papers as the operations now make them; one that cannot be made says so.

    The study is among them once it is whole, and what a register makes once it was taken.
    """
    for kind in PaperKind:
        if kind is PaperKind.STUDY and STUDY_DOCUMENT not in dossier.produced:
            continue
        try:
            yield _piece(str(kind), TITLES[kind], _frozen(ctx, paper_from(ctx, dossier, kind)))
        except DomainError as refused:
            yield Piece(Section.PAPERS, str(kind), TITLES[kind], _UNMADE.format(code=refused.code))
    yield from _made(ctx, dossier)


def _made(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    """Yield what the registers make of what was taken."""
    sheet = load_paper_sheet(ctx.resources.letter_templates)
    titles = {document.code: document.title for document in dossier.required}
    for code in ENCLOSED:
        if code not in dossier.taken:
            continue
        title = titles.get(code, code)
        try:
            made = made_paper(ctx, dossier, code)
        except DomainError as refused:
            yield Piece(Section.PAPERS, code, title, _UNMADE.format(code=refused.code))
            continue
        match made.content:
            case Document() as document:
                held = FrozenPaper(made.name, document, sheet, None, made.annex)
            case overlap:
                held = FrozenPaper(made.name, None, sheet, None, None, overlap)
        yield _piece(code, title, held)


def _frozen(ctx: Context, paper: Paper) -> FrozenPaper:
    sheet = load_paper_sheet(ctx.resources.letter_templates)
    pages = paper.chart.pages() if paper.chart is not None else paper.annex
    return FrozenPaper(paper.name, paper.document, sheet, paper.emblem, pages)


def _piece(key: str, title: str, paper: FrozenPaper) -> Piece:
    pages = paper.pages
    held: dict[str, object] = {
        "name": paper.name,
        "document": document_to_json(paper.document) if paper.document is not None else None,
        "stylesheet": paper.stylesheet,
        "emblem": paper.emblem,
        "pages": [pages.title, list(pages.size_mm), list(pages.pages)] if pages is not None else None,
    }
    if paper.overlap is not None:
        held["overlap"] = sheet_to_json(paper.overlap).decode()
    source = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Piece(Section.PAPERS, key, title, "\n".join(_words(paper)), source=source)


def _words(paper: FrozenPaper) -> tuple[str, ...]:
    if paper.overlap is not None:
        return tuple(" / ".join(cell.words for cell in row if cell.words) for row in paper.overlap.rows)
    return texts_of(paper.document) if paper.document is not None else ()


def frozen_paper(piece: Piece) -> FrozenPaper | None:
    """Return what a piece prints; None where the paper could not be made.

    Raises:
        UnreadableDocument: it was frozen by another version.
    """
    if not piece.source:
        return None
    held = json.loads(piece.source)
    pages = held["pages"]
    return FrozenPaper(
        held["name"],
        document_from_json(held["document"]) if held["document"] is not None else None,
        held["stylesheet"],
        held["emblem"],
        ChartPages(pages[0], (pages[1][0], pages[1][1]), tuple(pages[2])) if pages is not None else None,
        sheet_from_json(held["overlap"].encode()) if "overlap" in held else None,
    )


def printed_paper(ctx: Context, paper: FrozenPaper, file_format: ChartFormat) -> bytes:
    """Return a frozen paper as a file, from nothing but what was frozen, with no transaction open.

    Raises:
        GlyphMissing, RenderFailed: it cannot be printed.
    """
    if paper.overlap is not None:
        return ctx.resources.renderer.overlap(paper.overlap, SheetFormat(file_format.value))
    if paper.document is None:
        if paper.pages is None:
            raise LookupError("a frozen paper holds a document or a chart")
        return ctx.resources.renderer.chart(paper.pages, file_format)
    emblem = ctx.resources.files.read(paper.emblem) if paper.emblem is not None else None
    source = PaperSource(paper.document, paper.stylesheet, emblem, paper.pages)
    return ctx.resources.renderer.paper(source, file_format)
