"""The evidence registers as files: printed as a PDF or a Word file, media as a table of one's own."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import NotFound
from orgflow.domain.evidence.entries import EvidenceKind
from orgflow.domain.evidence.partners import day_count
from orgflow.domain.papers.document import Document
from orgflow.domain.values import ProposalId
from orgflow.exchange.document_writing import write_document_xlsx
from orgflow.exchange.partner_form import write_partners
from orgflow.letters.chart_pages import ChartPages
from orgflow.letters.plot_svg import bars_page
from orgflow.services.context import Context
from orgflow.services.evidence_documents import (
    PARTNERS_TITLE,
    TALLY_TITLE,
    Counted,
    counted_partners,
    counted_tally,
    counts_document,
    precedents_document,
)
from orgflow.services.evidence_words import tally_sentence
from orgflow.services.media_partners import KEEPERS, PartnerWish, held_partners, partners_wanted
from orgflow.services.papers.formats import PaperFile, PaperFormat
from orgflow.services.papers.printing import printed_document
from orgflow.services.precedents import PrecedentWish, held_precedents, precedents_wanted
from orgflow.services.register_files import office_of
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import read
from orgflow.store import evidence, governments, precedents, proposals

PRINTED: Final = (PaperFormat.PDF, PaperFormat.DOCX)


class UnknownEvidenceFile(NotFound):
    """A register is not handed out in this form."""

    code = "unknown_evidence_file"


@dataclass(frozen=True, slots=True)
class EvidencePaper:
    """A document of a register with the picture that it annexes."""

    name: str
    document: Document
    annex: ChartPages | None = None


def evidence_file(ctx: Context, paper: EvidencePaper, file_format: PaperFormat) -> PaperFile:
    """Return a register's document as a file, drawn with no transaction open.

    Raises:
        UnknownEvidenceFile: it is not to be had in this form.
        GlyphMissing, RenderFailed, TemplateUnreadable: it cannot be printed.
    """
    name = f"{paper.name}.{file_format}"
    if file_format is PaperFormat.XLSX:
        return PaperFile(name, file_format.media_type, write_document_xlsx(paper.document))
    if file_format not in PRINTED:
        raise UnknownEvidenceFile(format=str(file_format))
    content = printed_document(ctx, paper.document, file_format, paper.annex)
    return PaperFile(name, file_format.media_type, content)


@read(requires=KEEPERS)
def partners_workbook(ctx: Context, wish: PartnerWish) -> PaperFile:
    """Return the media that are asked for as a workbook that can be imported again."""
    content = write_partners(one.partner for one in partners_wanted(held_partners(ctx), wish))
    return PaperFile("mitra-media.xlsx", PaperFormat.XLSX.media_type, content)


@read(requires=Permission.VIEW_PROPOSALS)
def partners_paper(ctx: Context, on: date | None) -> EvidencePaper:
    """Return how many media of each kind have a contract on a day, today when none is given."""
    day = on or today_of(ctx)
    held = [one.partner for one in held_partners(ctx)]
    counted = counted_partners(day_count(held, day))
    return _counts_paper(ctx, f"mitra-media-{day.isoformat()}", PARTNERS_TITLE, counted)


@read(requires=Permission.VIEW_PROPOSALS)
def tally_paper(ctx: Context, tally_id: UUID) -> EvidencePaper:
    """Return a count that somebody published.

    Raises:
        UnknownEvidence.
    """
    row = precedents.tally_row(ctx.session, ctx.government_id, tally_id)
    tally = precedents.held_tally(row).tally
    counted = counted_tally(tally, tally_sentence(tally))
    return _counts_paper(ctx, f"hitungan-media-{tally.on.isoformat()}", TALLY_TITLE, counted)


@read(requires=Permission.VIEW_PROPOSALS)
def precedents_paper(ctx: Context, wish: PrecedentWish) -> EvidencePaper:
    """Return the precedents that are asked for."""
    rows = [one.precedent for one in precedents_wanted(held_precedents(ctx), wish)]
    document = precedents_document(rows, office_of(ctx), is_sample=_is_sample(ctx))
    return EvidencePaper("pembanding", document)


@read(requires=Permission.VIEW_PROPOSALS)
def enclosed_precedents(ctx: Context, proposal_id: UUID) -> EvidencePaper:
    """Return the precedents on which a proposal rests, as its lampiran.

    Raises:
        UnknownProposal.
    """
    proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return precedents_of(ctx, ProposalId(proposal_id))


def precedents_of(ctx: Context, proposal_id: ProposalId) -> EvidencePaper:
    """Return the precedents on which a proposal rests, in the present session."""
    chosen = evidence.chosen_rows(ctx.session, proposal_id)
    wanted = {row.entry_id for row in chosen if row.kind == EvidenceKind.PRECEDENT}
    rows = [one.precedent for one in held_precedents(ctx) if one.id in wanted]
    document = precedents_document(rows, office_of(ctx), is_sample=_is_sample(ctx))
    return EvidencePaper("lampiran-pembanding", document)


def _counts_paper(ctx: Context, name: str, title: str, counted: Counted) -> EvidencePaper:
    office = office_of(ctx)
    document = counts_document(title, counted, office, is_sample=_is_sample(ctx))
    annex = bars_page(counted.plot, office.paper.size_mm) if counted.counts else None
    return EvidencePaper(name, document, annex)


def _is_sample(ctx: Context) -> bool:
    return governments.government(ctx.session, ctx.government_id).is_sample
