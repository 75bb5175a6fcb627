"""Mandates to sign in another post's name, each with its period and what it rests on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Date, ForeignKey, Integer, String, Text, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.letters.authority import Mandate, MandateForm, SigningKind
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Owned, owned_row


class UnknownMandate(NotFound):
    """No such mandate, or not of this government."""

    code = "unknown_mandate"


class MandateRow(Base, Owned):
    """One mandate between two posts; ``kinds`` are codes with blanks between, none of them is all.

    ``end_reason`` says why it was ended before the day it was given until.
    """

    __tablename__ = "mandates"
    __table_args__ = (CheckConstraint("valid_to IS NULL OR valid_from < valid_to", name="period"),)

    id: Mapped[Key]
    form: Mapped[str] = mapped_column(String(60))
    giver_post_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("posts.id"), index=True)
    receiver_post_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("posts.id"), index=True)
    kinds: Mapped[str] = mapped_column(String(500))
    valid_from: Mapped[date] = mapped_column(Date())
    valid_to: Mapped[date | None] = mapped_column(Date())
    letter: Mapped[str | None] = mapped_column(String(500))
    source: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    end_reason: Mapped[str | None] = mapped_column(Text())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


@dataclass(frozen=True, slots=True)
class HeldMandate:
    """A mandate with what it is changed by, and why it was ended, if it was."""

    id: UUID
    revision: int
    mandate: Mandate
    end_reason: str | None


def mandates_of(session: Session, government_id: GovernmentId) -> tuple[HeldMandate, ...]:
    """Return a government's mandates, the latest begun first."""
    rows = session.scalars(
        select(MandateRow)
        .where(MandateRow.government_id == government_id)
        .order_by(MandateRow.valid_from.desc(), MandateRow.id)
    )
    return tuple(held_of(row) for row in rows)


def mandate_row(session: Session, government_id: GovernmentId, mandate_id: UUID) -> MandateRow:
    """Return a mandate's row.

    Raises:
        UnknownMandate.
    """
    row = owned_row(session, MandateRow, government_id, mandate_id)
    if row is None:
        raise UnknownMandate(mandate_id=str(mandate_id))
    return row


def add_mandate(session: Session, government_id: GovernmentId, mandate: Mandate, *, new_id: UUID) -> None:
    """Enter a mandate between two posts of the government."""
    row = MandateRow(id=new_id, government_id=government_id, revision=0)
    write_mandate(row, mandate)
    session.add(row)
    session.flush()


def write_mandate(row: MandateRow, mandate: Mandate) -> None:
    """Let the row say this mandate; its posts are named by their ids."""
    row.form = str(mandate.form)
    row.giver_post_id, row.receiver_post_id = UUID(mandate.giver), UUID(mandate.receiver)
    row.kinds = " ".join(str(kind) for kind in mandate.kinds)
    row.valid_from, row.valid_to = mandate.valid_from, mandate.valid_to
    row.letter, row.source, row.is_verified = mandate.letter, mandate.source, mandate.is_verified
    row.revision += 1


def held_of(row: MandateRow) -> HeldMandate:
    """Return what the row says."""
    mandate = Mandate(
        form=MandateForm(row.form),
        giver=str(row.giver_post_id),
        receiver=str(row.receiver_post_id),
        kinds=tuple(SigningKind(code) for code in row.kinds.split()),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        letter=row.letter,
        source=row.source,
        is_verified=row.is_verified,
    )
    return HeldMandate(row.id, row.revision, mandate, row.end_reason)
