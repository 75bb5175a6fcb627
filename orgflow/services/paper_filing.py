"""What OrgFlow makes of a proposal and its registers, filed as a document that the office asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.entries import EvidenceKind
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.dossier import OVERLAP_DOCUMENT
from orgflow.services.evidence import AttachDocument, UnknownDocumentCode, attach_document
from orgflow.services.evidence_files import enclosed_precedents, evidence_file
from orgflow.services.overlap_files import OverlapFileKind, overlap_file
from orgflow.services.overlap_pages import show_overlap
from orgflow.services.papers.files import paper_file
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.scope import scope_of
from orgflow.services.uploads import bring_pdf
from orgflow.services.use_case import read
from orgflow.services.workload_sheet import WorkloadFormat, workload_file
from orgflow.store import evidence, overlaps, proposals, workload

REGULATION_DOCUMENT: Final = "RANPERGUB"
PRECEDENTS_DOCUMENT: Final = "PRESEDEN"
WORKLOAD_DOCUMENT: Final = "ANJAB_ABK"


@dataclass(frozen=True, slots=True)
class FilePaper:
    """Take what OrgFlow makes under a code as the document asked for.

    Attributes:
        limit: bytes that a document may have.
    """

    proposal_id: ProposalId
    seen_revision: int
    document_code: str
    limit: int


@dataclass(frozen=True, slots=True)
class _Printed:
    name: str
    content: bytes


@read(requires=Permission.VIEW_PROPOSALS)
def papers_to_file(ctx: Context, proposal_id: UUID) -> frozenset[str]:
    """Return the codes of the documents that OrgFlow can make now.

    The draft regulation always; a register's own where the proposal rests on it. Where duties are compared
    with those of several units, each matrix is a file of its own, and none is taken for all.

    Raises:
        UnknownProposal.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    held_id = ProposalId(proposal_id)
    chosen = evidence.chosen_rows(ctx.session, held_id)
    there = {
        REGULATION_DOCUMENT: True,
        OVERLAP_DOCUMENT: len(overlaps.comparisons_of(ctx.session, held_id)) == 1,
        PRECEDENTS_DOCUMENT: any(one.kind == EvidenceKind.PRECEDENT for one in chosen),
        WORKLOAD_DOCUMENT: bool(workload.activity_rows(ctx.session, UnitId(row.unit_id))),
    }
    return frozenset(code for code, is_there in there.items() if is_there)


def file_paper(ctx: Context, command: FilePaper) -> UUID:
    """File the document as it is made now, as if it had been downloaded and brought.

    It is printed with no transaction open; a proposal that changed meanwhile refuses it.

    Raises:
        UnknownDocumentCode: OrgFlow makes nothing under this code now.
        UnknownProposal, StaleRevision, NotEditable: as ``attach_document``.
        ChartTooLarge, TemplateUnreadable, GlyphMissing, RenderFailed: it cannot be printed.
        UploadTooLarge: what was printed.
    """
    code = command.document_code
    if code not in papers_to_file(ctx, command.proposal_id):
        raise UnknownDocumentCode(document=code)
    printed = _PRINTERS[code](ctx, command.proposal_id)
    upload = bring_pdf(printed.content, "upload", printed.name, command.limit)
    return attach_document(ctx, AttachDocument(command.proposal_id, command.seen_revision, code, upload))


def _regulation(ctx: Context, proposal_id: UUID) -> _Printed:
    file = paper_file(ctx, proposal_id, PaperKind.REGULATION, PaperFormat.PDF)
    return _Printed(file.name, file.content)


def _overlap(ctx: Context, proposal_id: UUID) -> _Printed:
    (line,) = show_overlap(ctx, proposal_id).comparisons
    file = overlap_file(ctx, proposal_id, line.compared_id, OverlapFileKind.PDF)
    return _Printed(file.name, file.content)


def _precedents(ctx: Context, proposal_id: UUID) -> _Printed:
    file = evidence_file(ctx, enclosed_precedents(ctx, proposal_id), PaperFormat.PDF)
    return _Printed(file.name, file.content)


def _workload(ctx: Context, proposal_id: UUID) -> _Printed:
    file = workload_file(ctx, proposal_id, WorkloadFormat.PDF)
    return _Printed(file.name, file.content)


_PRINTERS: Final[Mapping[str, Callable[[Context, UUID], _Printed]]] = {
    REGULATION_DOCUMENT: _regulation,
    OVERLAP_DOCUMENT: _overlap,
    PRECEDENTS_DOCUMENT: _precedents,
    WORKLOAD_DOCUMENT: _workload,
}
