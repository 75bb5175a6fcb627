"""Which version of an entry each claim of a proposal's texts rests on, and who looked at it last."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.values import ProposalId
from orgflow.store.base import Base, Instant, Key, Moment, Owned


class UnknownClaim(NotFound):
    """The proposal's texts hold no such claim any more."""

    code = "unknown_claim"


class ClaimRow(Base, Owned):
    """A sentence resting on an entry, in one place; ``version`` is the entry's that it was held against."""

    __tablename__ = "claims"
    __table_args__ = (UniqueConstraint("proposal_id", "place_kind", "place", "digest", "evidence_key"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    place_kind: Mapped[str] = mapped_column(String(60))
    place: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    sentence: Mapped[str] = mapped_column(Text())
    evidence_key: Mapped[str] = mapped_column(String(60))
    version: Mapped[int] = mapped_column(Integer())
    written_by: Mapped[str] = mapped_column(String(200))
    written_at: Mapped[Moment]
    confirmed_by: Mapped[str | None] = mapped_column(String(200))
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant())


def claim_rows(session: Session, proposal_id: ProposalId) -> list[ClaimRow]:
    """Return every claim of a proposal's texts."""
    table = ClaimRow
    return list(session.scalars(select(table).where(table.proposal_id == proposal_id).order_by(table.id)))


def claim_rows_at(session: Session, proposal_id: ProposalId, place_kind: str, place: str) -> list[ClaimRow]:
    """Return the claims of one text."""
    table = ClaimRow
    query = select(table).where(
        table.proposal_id == proposal_id, table.place_kind == place_kind, table.place == place
    )
    return list(session.scalars(query))


def drop_claims(session: Session, claim_ids: list[UUID]) -> None:
    """Let go of claims that stand in no text any more."""
    session.execute(delete(ClaimRow).where(ClaimRow.id.in_(claim_ids)))
