"""Files that came with proposals, as documents or with a step."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from orgflow.store.proposals import ProposalDocumentRow, ProposalRow, Scope, StepRow, within


def holds_file(session: Session, scope: Scope, file_id: UUID) -> bool:
    """Say whether a file came with a proposal in the scope, as a document or with a step."""
    reach = select(ProposalRow.id).where(within(scope))
    documents = select(ProposalDocumentRow.id).where(
        ProposalDocumentRow.file_id == file_id, ProposalDocumentRow.proposal_id.in_(reach)
    )
    steps = select(StepRow.id).where(StepRow.file_id == file_id, StepRow.proposal_id.in_(reach))
    return any(session.scalars(query).first() is not None for query in (documents, steps))


def newest_documents(
    session: Session, proposal_id: UUID, until: datetime | None
) -> dict[str, ProposalDocumentRow]:
    """Return the newest document of each code.

    Args:
        until: the last moment at which one may have been brought; None is now.
    """
    query = select(ProposalDocumentRow).where(ProposalDocumentRow.proposal_id == proposal_id)
    if until is not None:
        query = query.where(ProposalDocumentRow.uploaded_at <= until)
    return {row.code: row for row in session.scalars(query.order_by(ProposalDocumentRow.uploaded_at))}
