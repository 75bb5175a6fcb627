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
from orgflow.domain.values import ProposalId
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.services.context import Context
from orgflow.services.dossier import STUDY_DOCUMENT, Dossier
from orgflow.services.papers.basis import case_of
from orgflow.services.papers.files import NOTHING, Paper, paper_of, regulation_paper, study_paper
from orgflow.services.papers.held_draft import held_draft
from orgflow.services.papers.surroundings import surroundings_of
from orgflow.services.study import study_of

TITLES: Final = {
    PaperKind.MATRIX: "Matriks persandingan",
    PaperKind.CHART_BEFORE: "Bagan semula",
    PaperKind.CHART_AFTER: "Bagan menjadi",
    PaperKind.CHART_DIFFERENCE: "Bagan perubahan",
    PaperKind.REGULATION: "Rancangan Peraturan Gubernur",
    PaperKind.IMPACT: "Daftar dampak",
    PaperKind.STUDY: "Kajian",
}


def paper_pieces(ctx: Context, dossier: Dossier) -> Iterator[Piece]:
    """Yield the papers as the operations now make them; one that cannot be made says so.

    The study is among them once it is whole.
    """
    for kind in PaperKind:
        if kind is PaperKind.STUDY and STUDY_DOCUMENT not in dossier.produced:
            continue
        try:
            yield _piece(ctx, kind, _paper(ctx, dossier, kind))
        except DomainError as refused:
            yield Piece(Section.PAPERS, str(kind), TITLES[kind], f"Belum dapat disusun ({refused.code}).")


def _paper(ctx: Context, dossier: Dossier, kind: PaperKind) -> Paper:
    root = ctx.resources.letter_templates
    proposal_id = ProposalId(dossier.row.id)
    if kind is PaperKind.STUDY:
        return study_paper(root, study_of(ctx, proposal_id))
    case = case_of(ctx, dossier)
    if kind is PaperKind.REGULATION:
        draft = held_draft(ctx, case, proposal_id)
        return regulation_paper(root, case, draft.document, draft.form)
    around = surroundings_of(ctx, case, proposal_id) if kind is PaperKind.IMPACT else NOTHING
    return paper_of(root, case, around, kind)


def _piece(ctx: Context, kind: PaperKind, paper: Paper) -> Piece:
    pages = paper.chart.pages() if paper.chart is not None else paper.annex
    held: dict[str, object] = {
        "name": paper.name,
        "document": document_to_json(paper.document) if paper.document is not None else None,
        "stylesheet": load_paper_sheet(ctx.resources.letter_templates),
        "emblem": paper.emblem,
        "pages": [pages.title, list(pages.size_mm), list(pages.pages)] if pages is not None else None,
    }
    source = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Piece(Section.PAPERS, str(kind), TITLES[kind], "\n".join(_words(paper)), source=source)


def _words(paper: Paper) -> tuple[str, ...]:
    return texts_of(paper.document) if paper.document is not None else ()


@dataclass(frozen=True, slots=True)
class FrozenPaper:
    """A paper read back from its piece; either ``document`` or ``pages`` alone, or both."""

    name: str
    document: Document | None
    stylesheet: str
    emblem: str | None
    pages: ChartPages | None


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
    )


def printed_paper(ctx: Context, paper: FrozenPaper, file_format: ChartFormat) -> bytes:
    """Return a frozen paper as a file, from nothing but what was frozen, with no transaction open.

    Raises:
        GlyphMissing, RenderFailed: it cannot be printed.
    """
    if paper.document is None:
        if paper.pages is None:
            raise LookupError("a frozen paper holds a document or a chart")
        return ctx.resources.renderer.chart(paper.pages, file_format)
    emblem = ctx.resources.files.read(paper.emblem) if paper.emblem is not None else None
    source = PaperSource(paper.document, paper.stylesheet, emblem, paper.pages)
    return ctx.resources.renderer.paper(source, file_format)
