"""What OrgFlow makes of a proposal and its registers as a document that the office asks for.

It is kept in no file: taken, it follows the proposal, and is made anew whenever it is opened or goes out.
"""

from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.papers.document import Document
from orgflow.domain.papers.kinds import PaperKind
from orgflow.letters.overlap_sheet import SheetFormat
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.evidence import UnknownDocumentCode
from orgflow.services.made_papers import MadePaper, made_paper
from orgflow.services.makeable import REGULATION_DOCUMENT, makeable
from orgflow.services.papers.files import paper_file
from orgflow.services.papers.formats import PaperFile, PaperFormat
from orgflow.services.papers.printing import printed_document
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import proposals


@read(requires=Permission.VIEW_PROPOSALS)
def papers_to_file(ctx: Context, proposal_id: UUID) -> frozenset[str]:
    """Return the codes of the documents that OrgFlow can make now.

    Raises:
        UnknownProposal.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return makeable(ctx, [row])[row.id]


def made_file(ctx: Context, proposal_id: UUID, code: str) -> PaperFile:
    """Return the document as it is made now, as a PDF, printed with no transaction open.

    Raises:
        UnknownDocumentCode: OrgFlow makes nothing under this code now.
        UnknownProposal.
        ChartTooLarge, TemplateUnreadable, GlyphMissing, RenderFailed: it cannot be printed.
    """
    if code not in papers_to_file(ctx, proposal_id):
        raise UnknownDocumentCode(document=code)
    if code == REGULATION_DOCUMENT:
        return paper_file(ctx, proposal_id, PaperKind.REGULATION, PaperFormat.PDF)
    paper = _made(ctx, proposal_id, code)
    return PaperFile(f"{paper.name}.pdf", PaperFormat.PDF.media_type, _printed(ctx, paper))


@read(requires=Permission.VIEW_PROPOSALS)
def _made(ctx: Context, proposal_id: UUID, code: str) -> MadePaper:
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return made_paper(ctx, open_dossier(ctx, row), code)


def _printed(ctx: Context, paper: MadePaper) -> bytes:
    match paper.content:
        case Document() as document:
            return printed_document(ctx, document, PaperFormat.PDF, paper.annex)
        case overlap:
            return ctx.resources.renderer.overlap(overlap, SheetFormat.PDF)
