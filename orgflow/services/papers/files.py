"""A proposal's derived documents, one at a time, for a page and as files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import NotFound
from orgflow.domain.papers.case import Case, Surroundings
from orgflow.domain.papers.document import Document
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.exchange.document_writing import write_document_xlsx
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.drafting import load_drafting
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.papers.basis import case_of
from orgflow.services.papers.charts import ChartSide, ProposalChart, proposal_chart
from orgflow.services.papers.formats import PaperFile, PaperFormat
from orgflow.services.papers.held_draft import derived_draft, held_draft
from orgflow.services.papers.impact import impact_document
from orgflow.services.papers.matrix import matrix_of
from orgflow.services.papers.regulation import annex_lines
from orgflow.services.papers.surroundings import surroundings_of
from orgflow.services.scope import scope_of
from orgflow.services.study import Study, study_from
from orgflow.services.study_paper import study_annex, study_document
from orgflow.services.study_source import source_of
from orgflow.services.use_case import read
from orgflow.store import proposals

CHARTS: Final = {
    PaperKind.CHART_BEFORE: ChartSide.BEFORE,
    PaperKind.CHART_AFTER: ChartSide.AFTER,
    PaperKind.CHART_DIFFERENCE: ChartSide.DIFFERENCE,
}


NOTHING: Final = Surroundings({})


class UnknownPaper(NotFound):
    """A proposal has no such document, or not in this form."""

    code = "unknown_paper"


@dataclass(frozen=True, slots=True)
class Paper:
    """One derived document; either ``document`` or ``chart`` is there, a document may annex a chart."""

    kind: PaperKind
    name: str
    document: Document | None
    chart: ProposalChart | None
    emblem: str | None = None
    annex: ChartPages | None = None


def formats_of(kind: PaperKind) -> tuple[PaperFormat, ...]:
    """Return the files that a kind of document is handed out as."""
    if kind is PaperKind.MATRIX:
        return (PaperFormat.PDF, PaperFormat.DOCX, PaperFormat.XLSX)
    if kind in CHARTS:
        return (PaperFormat.PDF, PaperFormat.DOCX, PaperFormat.SVG)
    return (PaperFormat.PDF, PaperFormat.DOCX)


@read(requires=Permission.VIEW_PROPOSALS)
def show_paper(ctx: Context, proposal_id: UUID, kind: PaperKind) -> Paper:
    """Return one derived document of a proposal as its operations now make it.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
        ChartTooLarge, TemplateUnreadable: as ``proposal_chart``.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return paper_from(ctx, open_dossier(ctx, row), kind)


def paper_from(ctx: Context, dossier: Dossier, kind: PaperKind) -> Paper:
    """Return one derived document of a dossier, in the present session.

    Raises:
        ChartTooLarge, TemplateUnreadable: as ``proposal_chart``.
    """
    root, proposal_id = ctx.resources.letter_templates, dossier.proposal.id
    if kind is PaperKind.STUDY:
        return study_paper(root, study_from(ctx, source_of(ctx, dossier)))
    case = case_of(ctx, dossier)
    if kind is PaperKind.REGULATION:
        draft = held_draft(ctx, case, proposal_id)
        return regulation_paper(root, case, draft.document, draft.form)
    around = surroundings_of(ctx, case, proposal_id) if kind is PaperKind.IMPACT else NOTHING
    return paper_of(root, case, around, kind)


def paper_of(root: Path, case: Case, around: Surroundings, kind: PaperKind) -> Paper:
    """Return one document of a case that is derived from it alone; the regulation as one that amends.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        UnknownPaper: the study, which is also written.
        ChartTooLarge, TemplateUnreadable: as ``proposal_chart``.
    """
    if kind is PaperKind.STUDY:
        raise UnknownPaper(kind=str(kind), format="")
    name = f"{kind}-{case.government_code}"
    if kind in CHARTS:
        return Paper(kind, name, None, proposal_chart(root, case, CHARTS[kind]))
    if kind is PaperKind.REGULATION:
        form = RegulationForm.AMENDING
        return regulation_paper(root, case, derived_draft(root, case, form), form)
    if kind is PaperKind.IMPACT:
        return Paper(kind, name, impact_document(case, around), None)
    return Paper(kind, name, matrix_of(case).document, None)


def study_paper(root: Path, study: Study) -> Paper:
    """Return a study with the charts it encloses.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        ChartTooLarge, TemplateUnreadable: as ``proposal_chart``.
    """
    case = study.source.case
    name = f"{study.form}-{case.government_code}"
    return Paper(PaperKind.STUDY, name, study_document(study), None, case.emblem, study_annex(root, study))


def regulation_paper(root: Path, case: Case, document: Document, form: RegulationForm) -> Paper:
    """Return a draft regulation with the chart it annexes.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        ChartTooLarge, TemplateUnreadable: as ``proposal_chart``.
    """
    lines = annex_lines(case, load_drafting(root), is_amending=form is RegulationForm.AMENDING)
    annex = proposal_chart(root, case, ChartSide.AFTER, lines).pages()
    kind = PaperKind.REGULATION
    return Paper(kind, f"{kind}-{case.government_code}", document, None, case.emblem, annex)


def paper_file(ctx: Context, proposal_id: UUID, kind: PaperKind, file_format: PaperFormat) -> PaperFile:
    """Return a derived document as a file, rendered with no transaction open.

    Raises:
        UnknownProposal, ChartTooLarge, TemplateUnreadable: as ``show_paper``.
        UnknownPaper: it is not to be had in this form.
        GlyphMissing, RenderFailed: it cannot be printed.
    """
    if file_format not in formats_of(kind):
        raise UnknownPaper(kind=str(kind), format=str(file_format))
    paper = show_paper(ctx, proposal_id, kind)
    return PaperFile(
        f"{paper.name}.{file_format}", file_format.media_type, paper_content(ctx, paper, file_format)
    )


def paper_content(ctx: Context, paper: Paper, file_format: PaperFormat) -> bytes:
    """Return a document's bytes, rendered with no transaction open.

    Raises:
        UnknownPaper: it is not to be had in this form.
        GlyphMissing, RenderFailed, TemplateUnreadable: it cannot be printed.
    """
    if paper.chart is not None:
        if file_format is PaperFormat.SVG:
            return paper.chart.whole().encode()
        return ctx.resources.renderer.chart(paper.chart.pages(), ChartFormat(file_format.value))
    if paper.document is None:
        raise UnknownPaper(kind=str(paper.kind), format=str(file_format))
    if file_format is PaperFormat.XLSX:
        return write_document_xlsx(paper.document)
    emblem = ctx.resources.files.read(paper.emblem) if paper.emblem is not None else None
    source = PaperSource(
        paper.document, load_paper_sheet(ctx.resources.letter_templates), emblem, paper.annex
    )
    return ctx.resources.renderer.paper(source, ChartFormat(file_format.value))
