"""The ministry's desks, the proofs of sending, and what the ministry asked."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.ministry.items import (
    Item,
    ItemAnswer,
    ItemKind,
    ItemPlace,
    NewItem,
    PlaceKind,
    UnknownItem,
)
from orgflow.domain.values import GovernmentId, ProposalId
from orgflow.store.base import Base, Instant, Key, Moment, Owned, owned_row


class UnknownDesk(NotFound):
    """The ministry has no such desk."""

    code = "unknown_ministry_desk"


class MinistryDeskRow(Base, Owned):
    """A directorate of the ministry with a thread of its own; one no longer active keeps its letters."""

    __tablename__ = "ministry_desks"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(200))
    position: Mapped[int] = mapped_column(Integer())
    is_active: Mapped[bool] = mapped_column(Boolean())
    revision: Mapped[int] = mapped_column(Integer())


class MinistryProofRow(Base, Owned):
    """What shows that a round's sending arrived; the newest counts, the earlier ones stay."""

    __tablename__ = "ministry_proofs"

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    round: Mapped[int] = mapped_column(Integer())
    method: Mapped[str] = mapped_column(String(60))
    delivered_on: Mapped[date] = mapped_column(Date())
    received_by: Mapped[str] = mapped_column(String(200))
    reference: Mapped[str] = mapped_column(String(200))
    file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]


class MinistryItemRow(Base, Owned):
    """One thing that the ministry asked, with what answers it."""

    __tablename__ = "ministry_items"
    __table_args__ = (UniqueConstraint("proposal_id", "round", "number"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"))
    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("incoming_letters.id"), index=True)
    round: Mapped[int] = mapped_column(Integer())
    number: Mapped[int] = mapped_column(Integer())
    kind: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text())
    place_kind: Mapped[str] = mapped_column(String(60))
    place_named: Mapped[str] = mapped_column(String(500))
    due_on: Mapped[date | None] = mapped_column(Date())
    answer: Mapped[str | None] = mapped_column(Text())
    done: Mapped[str] = mapped_column(Text())
    found_at: Mapped[str] = mapped_column(String(500))
    answered_by: Mapped[str | None] = mapped_column(String(200))
    answered_at: Mapped[datetime | None] = mapped_column(Instant())
    revision: Mapped[int] = mapped_column(Integer())


def desks_of(session: Session, government_id: GovernmentId) -> list[MinistryDeskRow]:
    """Return the desks, those no longer active among them, in their order."""
    table = MinistryDeskRow
    return list(
        session.scalars(
            select(table).where(table.government_id == government_id).order_by(table.position, table.id)
        )
    )


def desk_row(session: Session, government_id: GovernmentId, desk_id: UUID) -> MinistryDeskRow:
    """Return one desk.

    Raises:
        UnknownDesk.
    """
    row = owned_row(session, MinistryDeskRow, government_id, desk_id)
    if row is None:
        raise UnknownDesk(desk_id=str(desk_id))
    return row


def add_desk(
    session: Session, government_id: GovernmentId, name: str, *, new_id: UUID, position: int
) -> None:
    """Enter a desk."""
    session.add(
        MinistryDeskRow(
            id=new_id,
            government_id=government_id,
            name=name,
            position=position,
            is_active=True,
            revision=1,
        )
    )
    session.flush()


def proofs_of(session: Session, proposal_id: ProposalId) -> list[MinistryProofRow]:
    """Return the proofs of a proposal's sendings, the earliest recorded first."""
    table = MinistryProofRow
    return list(
        session.scalars(
            select(table).where(table.proposal_id == proposal_id).order_by(table.recorded_at, table.id)
        )
    )


def item_rows(session: Session, proposal_id: ProposalId) -> list[MinistryItemRow]:
    """Return what was asked of a proposal, by round and number."""
    table = MinistryItemRow
    return list(
        session.scalars(
            select(table).where(table.proposal_id == proposal_id).order_by(table.round, table.number)
        )
    )


def item_row(session: Session, proposal_id: ProposalId, item_id: UUID) -> MinistryItemRow:
    """Return one item of a proposal, kept for whoever changes it.

    Raises:
        UnknownItem.
    """
    table = MinistryItemRow
    row = session.scalars(
        select(table).where(table.id == item_id, table.proposal_id == proposal_id).with_for_update()
    ).one_or_none()
    if row is None:
        raise UnknownItem(item_id=str(item_id))
    return row


def add_item(session: Session, letter_id: UUID, row: MinistryItemRow, item: NewItem) -> None:
    """Enter an item as the next of its round; ``row`` bears its ids and its round."""
    held = MinistryItemRow
    last = session.scalars(
        select(func.max(held.number)).where(held.proposal_id == row.proposal_id, held.round == row.round)
    ).one()
    row.letter_id, row.number = letter_id, (last or 0) + 1
    row.kind, row.text, row.due_on = str(item.kind), item.text, item.due_on
    row.place_kind, row.place_named = str(item.place.kind), item.place.named
    row.done, row.found_at, row.revision = "", "", 1
    session.add(row)
    session.flush()


def item_of(row: MinistryItemRow) -> Item:
    """Return an item as rules see it."""
    return Item(
        row.id,
        row.round,
        row.number,
        ItemKind(row.kind),
        row.text,
        ItemPlace(PlaceKind(row.place_kind), row.place_named),
        row.due_on,
        ItemAnswer(row.answer, row.done, row.found_at) if row.answer is not None else None,
    )
