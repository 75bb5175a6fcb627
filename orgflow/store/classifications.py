"""Classification codes, kept as rows."""

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, Integer, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.letters.classification import ClassificationCode, FinalFate, HeldClassification, order_of
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Owned, owned_row


class UnknownClassification(NotFound):
    """No such code, or not of this government."""

    code = "unknown_classification"


class ClassificationRow(Base, Owned):
    """One code; from ``ended_on`` on it is no longer offered."""

    __tablename__ = "classification_codes"
    __table_args__ = (UniqueConstraint("government_id", "code"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    active_years: Mapped[int | None] = mapped_column(Integer())
    inactive_years: Mapped[int | None] = mapped_column(Integer())
    fate: Mapped[str | None] = mapped_column(String(60))
    source: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    ended_on: Mapped[date | None] = mapped_column(Date())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


def classifications(session: Session, government_id: GovernmentId) -> tuple[HeldClassification, ...]:
    """Return a government's codes in their order, ended ones too."""
    rows = session.scalars(select(ClassificationRow).where(ClassificationRow.government_id == government_id))
    return tuple(sorted((held_of(row) for row in rows), key=lambda held: order_of(held.entry.code)))


def classification_row(
    session: Session, government_id: GovernmentId, classification_id: UUID
) -> ClassificationRow:
    """Return a code's row.

    Raises:
        UnknownClassification.
    """
    row = owned_row(session, ClassificationRow, government_id, classification_id)
    if row is None:
        raise UnknownClassification(classification_id=str(classification_id))
    return row


def row_of_code(session: Session, government_id: GovernmentId, code: str) -> ClassificationRow | None:
    """Return the row that bears a code."""
    return session.scalars(
        select(ClassificationRow).where(
            ClassificationRow.government_id == government_id, ClassificationRow.code == code
        )
    ).one_or_none()


def add_classification(
    session: Session, government_id: GovernmentId, entry: ClassificationCode, *, new_id: UUID
) -> None:
    """Enter a code."""
    row = ClassificationRow(id=new_id, government_id=government_id, revision=0)
    write_classification(row, entry)
    session.add(row)
    session.flush()


def write_classification(row: ClassificationRow, entry: ClassificationCode) -> None:
    """Let the row say this code, in use."""
    row.code, row.title = entry.code, entry.title
    row.active_years, row.inactive_years = entry.active_years, entry.inactive_years
    row.fate = str(entry.fate) if entry.fate is not None else None
    row.source, row.is_verified, row.ended_on = entry.source, entry.is_verified, None
    row.revision += 1


def held_of(row: ClassificationRow) -> HeldClassification:
    """Return what the row says."""
    entry = ClassificationCode(
        code=row.code,
        title=row.title,
        active_years=row.active_years,
        inactive_years=row.inactive_years,
        fate=FinalFate(row.fate) if row.fate is not None else None,
        source=row.source,
        is_verified=row.is_verified,
    )
    return HeldClassification(row.id, row.revision, entry, row.ended_on)
