"""What the registers make of a proposal for a document that is asked for, with all that prints it."""

from dataclasses import dataclass

from orgflow.domain.papers.document import Document
from orgflow.domain.values import ProposalId
from orgflow.letters.chart_pages import ChartPages
from orgflow.letters.overlap_sheet import OverlapSheet
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier
from orgflow.services.evidence_files import precedents_of
from orgflow.services.makeable import OVERLAP_DOCUMENT, PRECEDENTS_DOCUMENT, WORKLOAD_DOCUMENT
from orgflow.services.overlap_files import overlap_sheet
from orgflow.services.overlap_pages import comparison_of
from orgflow.services.papers.files import UnknownPaper
from orgflow.services.workload_pages import workload_of
from orgflow.services.workload_sheet import trend_pages, workload_document
from orgflow.store import overlaps


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A register's paper of one proposal; ``content`` is what it is printed from."""

    name: str
    content: Document | OverlapSheet
    annex: ChartPages | None = None


def made_paper(ctx: Context, dossier: Dossier, code: str) -> MadePaper:
    """Return what a register makes under a code, in the present session.

    Raises:
        UnknownPaper: no register makes it, or not now.
        UnknownUnit: the unit that the duties are compared with stands no more.
    """
    proposal_id = ProposalId(dossier.row.id)
    if code == PRECEDENTS_DOCUMENT:
        paper = precedents_of(ctx, proposal_id)
        return MadePaper(paper.name, paper.document, paper.annex)
    if code == WORKLOAD_DOCUMENT:
        page = workload_of(ctx, dossier)
        return MadePaper("data-beban-kerja", workload_document(page), trend_pages(page))
    compared = overlaps.comparisons_of(ctx.session, proposal_id)
    if code != OVERLAP_DOCUMENT or len(compared) != 1:
        raise UnknownPaper(kind=code, format="")
    return MadePaper("persandingan-tugas", overlap_sheet(comparison_of(ctx, dossier, compared[0].unit_id)))
