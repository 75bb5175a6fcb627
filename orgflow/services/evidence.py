"""What a proposal rests on: the documents the office asks for."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.audit.events import DocumentAttached
from orgflow.domain.errors import NotFound
from orgflow.domain.proposals.completeness import RequiredDocument
from orgflow.domain.values import ProposalId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.bringing import BRINGERS, open_for_documents
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.use_case import use_case
from orgflow.store import governments
from orgflow.store.proposals import ProposalDocumentRow


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


@use_case(requires=BRINGERS)
def attach_document(ctx: Context, command: AttachDocument) -> UUID:
    """Keep a document of a proposal; an earlier one of the same code stays readable.

    What an issued letter says stays as it was frozen.

    Raises:
        UnknownProposal, StaleRevision, UnknownDocumentCode.
        NotEditable: the road has ended, or the bureau brings one that nobody waits for.
    """
    row = open_for_documents(ctx, command.proposal_id, command.seen_revision)
    asked = governments.required_documents(ctx.session, ctx.government_id)
    titles = {document.code: document.title for document in asked if _is_uploaded(document)}
    if command.document_code not in titles:
        raise UnknownDocumentCode(document=command.document_code)
    file_id = keep_upload(ctx, command.upload, purpose="document")
    ctx.session.add(
        ProposalDocumentRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            code=command.document_code,
            file_id=file_id,
            uploaded_by=ctx.actor.name,
            uploaded_at=ctx.now,
        )
    )
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.record(
        DocumentAttached(
            str(row.id),
            command.document_code,
            titles[command.document_code],
            command.upload.name,
            command.upload.sha256,
        )
    )
    return row.id


def _is_uploaded(document: RequiredDocument) -> bool:
    return not document.is_derived and document.result_of is None
