"""On which entries of the registers a proposal rests."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.evidence.entries import EvidenceKind, EvidenceRef, UnknownEvidence
from orgflow.domain.values import ProposalId
from orgflow.store.base import Base, Instant, Key, Moment, Owned


class ProposalEvidenceRow(Base, Owned):
    """An entry that a proposal rests on; one let go keeps its number for when it is chosen again."""

    __tablename__ = "proposal_evidence"
    __table_args__ = (
        UniqueConstraint("proposal_id", "kind", "entry_id"),
        UniqueConstraint("proposal_id", "kind", "number"),
    )

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    entry_id: Mapped[UUID] = mapped_column(Uuid())
    number: Mapped[int] = mapped_column(Integer())
    chosen_by: Mapped[str] = mapped_column(String(200))
    chosen_at: Mapped[Moment]
    removed_at: Mapped[datetime | None] = mapped_column(Instant())


def evidence_rows(session: Session, proposal_id: ProposalId) -> list[ProposalEvidenceRow]:
    """Return every entry that a proposal ever rested on, by kind and number."""
    table = ProposalEvidenceRow
    order = list(EvidenceKind)
    rows = session.scalars(select(table).where(table.proposal_id == proposal_id))
    return sorted(rows, key=lambda row: (order.index(EvidenceKind(row.kind)), row.number))


def chosen_rows(session: Session, proposal_id: ProposalId) -> list[ProposalEvidenceRow]:
    """Return the entries that a proposal rests on now."""
    return [row for row in evidence_rows(session, proposal_id) if row.removed_at is None]


def resting_on(session: Session, proposal_ids: Collection[UUID], kind: EvidenceKind) -> frozenset[UUID]:
    """Return those of the proposals that rest on an entry of a kind now."""
    table = ProposalEvidenceRow
    query = select(table.proposal_id).where(
        table.proposal_id.in_(proposal_ids), table.kind == kind, table.removed_at.is_(None)
    )
    return frozenset(session.scalars(query))


def chosen_row(session: Session, proposal_id: ProposalId, ref: EvidenceRef) -> ProposalEvidenceRow:
    """Return one entry that a proposal rests on.

    Raises:
        UnknownEvidence: it does not.
    """
    for row in chosen_rows(session, proposal_id):
        if ref_of(row) == ref:
            return row
    raise UnknownEvidence(entry_id=str(ref.id))


def ref_of(row: ProposalEvidenceRow) -> EvidenceRef:
    """Return which entry of which register the row is about."""
    return EvidenceRef(EvidenceKind(row.kind), row.entry_id)
