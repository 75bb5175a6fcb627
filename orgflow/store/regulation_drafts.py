"""What people decided about a proposal's draft regulation, and the words that came back from another hand."""

import json
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.values import GovernmentId, ProposalId
from orgflow.store.base import Base, Instant, Owned


class RegulationDraftRow(Base, Owned):
    """One row a proposal, once anything was decided.

    ``returned`` is the lines of the latest Word file that came back, as JSON; ``adopted`` the document
    that was taken from one. None is *nothing yet*.
    """

    __tablename__ = "regulation_drafts"

    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), primary_key=True)
    form: Mapped[str | None] = mapped_column(String(60))
    form_reason: Mapped[str | None] = mapped_column(Text())
    form_by: Mapped[str | None] = mapped_column(String(200))
    form_at: Mapped[datetime | None] = mapped_column(Instant())
    returned: Mapped[str | None] = mapped_column(Text())
    returned_file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    returned_by: Mapped[str | None] = mapped_column(String(200))
    returned_at: Mapped[datetime | None] = mapped_column(Instant())
    adopted: Mapped[str | None] = mapped_column(Text())
    adopted_by: Mapped[str | None] = mapped_column(String(200))
    adopted_at: Mapped[datetime | None] = mapped_column(Instant())

    @property
    def returned_lines(self) -> tuple[str, ...]:
        """The lines that came back; none while nothing did."""
        return tuple(json.loads(self.returned)) if self.returned is not None else ()

    @returned_lines.setter
    def returned_lines(self, lines: tuple[str, ...]) -> None:
        self.returned = json.dumps(lines, ensure_ascii=False)


def regulation_draft(session: Session, proposal_id: ProposalId) -> RegulationDraftRow | None:
    """Return what is held of a proposal's draft, None while nothing was decided."""
    return session.scalars(
        select(RegulationDraftRow).where(RegulationDraftRow.proposal_id == proposal_id)
    ).one_or_none()


def regulation_draft_to_change(
    session: Session, government_id: GovernmentId, proposal_id: ProposalId
) -> RegulationDraftRow:
    """Return a proposal's draft row, begun now if there is none."""
    row = regulation_draft(session, proposal_id)
    if row is None:
        row = RegulationDraftRow(government_id=government_id, proposal_id=proposal_id)
        session.add(row)
    return row
