"""What a proposal rests on: the documents the office asks for."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.audit.events import DocumentAttached, DocumentTaken
from orgflow.domain.errors import NotFound
from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.domain.values import ProposalId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.bringing import BRINGERS, open_for_documents
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.makeable import makeable
from orgflow.services.use_case import use_case
from orgflow.store import governments
from orgflow.store.proposals import ProposalDocumentRow, ProposalRow


class UnknownDocumentCode(NotFound):
    """The office asks for no document of this code, OrgFlow produces it, or a recorded step brings it."""

    code = "unknown_document_code"


@dataclass(frozen=True, slots=True)
class AttachDocument:
    """Upload a document the office asks for."""

    proposal_id: ProposalId
    seen_revision: int
    document_code: str
    upload: CheckedUpload


@dataclass(frozen=True, slots=True)
class TakeDocument:
    """Take what OrgFlow makes under a code as the document asked for."""

    proposal_id: ProposalId
    seen_revision: int
    document_code: str


@use_case(requires=BRINGERS)
def attach_document(ctx: Context, command: AttachDocument) -> UUID:
    """Keep a document of a proposal; an earlier one of the same code stays readable.

    What an issued letter says stays as it was frozen.

    Raises:
        UnknownProposal, StaleRevision, UnknownDocumentCode.
        NotEditable: the road has ended, or the bureau brings one that nobody waits for.
    """
    row, title = _asked(ctx, command)
    file_id = keep_upload(ctx, command.upload, purpose="document")
    _keep(ctx, row, command.document_code, file_id)
    upload = command.upload
    ctx.record(DocumentAttached(str(row.id), command.document_code, title, upload.name, upload.sha256))
    return row.id


@use_case(requires=BRINGERS)
def take_document(ctx: Context, command: TakeDocument) -> UUID:
    """Let what OrgFlow makes be the document asked for; it follows the proposal until it goes out.

    Raises:
        UnknownProposal, StaleRevision, NotEditable: as ``attach_document``.
        UnknownDocumentCode: nobody asks for it, or OrgFlow makes nothing under this code now.
    """
    row, title = _asked(ctx, command)
    if command.document_code not in makeable(ctx, [row])[row.id]:
        raise UnknownDocumentCode(document=command.document_code)
    _keep(ctx, row, command.document_code, None)
    ctx.record(DocumentTaken(str(row.id), command.document_code, title))
    return row.id


def _asked(ctx: Context, command: AttachDocument | TakeDocument) -> tuple[ProposalRow, str]:
    """Return the proposal that may be given the document, and the document's title."""
    row = open_for_documents(ctx, command.proposal_id, command.seen_revision)
    asked = governments.required_documents(ctx.session, ctx.government_id)
    titles = {document.code: document.title for document in asked if _is_uploaded(document)}
    if command.document_code not in titles:
        raise UnknownDocumentCode(document=command.document_code)
    return row, titles[command.document_code]


def _keep(ctx: Context, row: ProposalRow, code: str, file_id: UUID | None) -> None:
    ctx.session.add(
        ProposalDocumentRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            code=code,
            file_id=file_id,
            uploaded_by=ctx.actor.name,
            uploaded_at=ctx.now,
        )
    )
    row.revision, row.changed_at = row.revision + 1, ctx.now


def _is_uploaded(document: RequiredDocument) -> bool:
    return not document.is_derived and document.result_of is None
