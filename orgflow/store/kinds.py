"""Kinds of unit with what they are changed by."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from orgflow.domain.errors import NotFound
from orgflow.domain.organisation.kinds import Standing, UnitKind
from orgflow.domain.values import GovernmentId
from orgflow.store.base import owned_row
from orgflow.store.organisation import UnitKindRow


class UnknownKindRow(NotFound):
    """No such kind of unit, or not of this government."""

    code = "unknown_kind_row"


@dataclass(frozen=True, slots=True)
class HeldKind:
    """A kind of unit with its row's id and revision."""

    id: UUID
    revision: int
    kind: UnitKind


def held_kinds(session: Session, government_id: GovernmentId) -> tuple[HeldKind, ...]:
    """Return a government's kinds, the highest first."""
    rows = session.scalars(
        select(UnitKindRow)
        .where(UnitKindRow.government_id == government_id)
        .order_by(UnitKindRow.level, UnitKindRow.name)
    )
    return tuple(HeldKind(row.id, row.revision, kind_of(row)) for row in rows)


def kind_row(session: Session, government_id: GovernmentId, kind_id: UUID) -> UnitKindRow:
    """Return a kind's row.

    Raises:
        UnknownKindRow.
    """
    row = owned_row(session, UnitKindRow, government_id, kind_id)
    if row is None:
        raise UnknownKindRow(kind_id=str(kind_id))
    return row


def kind_of(row: UnitKindRow) -> UnitKind:
    """Return the kind that the row says."""
    return UnitKind(
        row.code,
        row.name,
        row.level,
        row.head_title,
        row.may_propose,
        row.is_agency,
        Standing(row.standing),
    )


def write_kind(row: UnitKindRow, kind: UnitKind) -> None:
    """Let the row say this kind; its code stays."""
    row.name, row.level, row.head_title = kind.name, kind.level, kind.head_title
    row.may_propose, row.is_agency, row.standing = kind.may_propose, kind.is_agency, str(kind.standing)
    row.revision += 1
