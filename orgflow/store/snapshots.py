"""Frozen files of proposals: when each was frozen, its text by its address, and what was printed of it."""

from datetime import date
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.proposals.states import Action
from orgflow.domain.snapshots.snapshot import (
    Snapshot,
    UnknownSnapshot,
    snapshot_digest,
    snapshot_from_json,
    snapshot_to_json,
)
from orgflow.domain.snapshots.taken import TakenSnapshot
from orgflow.store.base import Base, Key, Moment, Owned
from orgflow.store.files import FileRow


class SnapshotBodyRow(Base, Owned):
    """The text of a snapshot under its address; two that are one share it."""

    __tablename__ = "snapshot_bodies"

    government_id: Mapped[UUID] = mapped_column(
        Uuid(), ForeignKey("governments.id"), primary_key=True, index=True
    )
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[str] = mapped_column(Text())


class SnapshotRow(Base, Owned):
    """One freezing of a proposal's file, numbered from 1; ``acted_on`` is the day of the step."""

    __tablename__ = "proposal_snapshots"
    __table_args__ = (UniqueConstraint("proposal_id", "number"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    number: Mapped[int] = mapped_column(Integer())
    action: Mapped[str] = mapped_column(String(60))
    acted_on: Mapped[date] = mapped_column(Date())
    digest: Mapped[str] = mapped_column(String(64))
    taken_by: Mapped[str] = mapped_column(String(200))
    taken_at: Mapped[Moment]


class SnapshotFileRow(Base, Owned):
    """A file printed from a snapshot, or of a letter in it, under the name it has in the copy."""

    __tablename__ = "snapshot_files"
    __table_args__ = (UniqueConstraint("snapshot_id", "name"),)

    id: Mapped[Key]
    snapshot_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposal_snapshots.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    file_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("files.id"))


def add_snapshot(session: Session, row: SnapshotRow, snapshot: Snapshot) -> None:
    """Enter a snapshot under its number and address; the row's digest and number are given here."""
    text = snapshot_to_json(snapshot)
    row.digest = snapshot_digest(text)
    newest = select(func.max(SnapshotRow.number)).where(SnapshotRow.proposal_id == row.proposal_id)
    row.number = (session.scalars(newest).one_or_none() or 0) + 1
    if session.get(SnapshotBodyRow, (row.government_id, row.digest)) is None:
        session.add(SnapshotBodyRow(government_id=row.government_id, digest=row.digest, content=text))
    session.add(row)
    session.flush()


def snapshots_of(session: Session, proposal_id: UUID) -> tuple[TakenSnapshot, ...]:
    """Return the snapshots of a proposal, the newest first."""
    table = SnapshotRow
    query = select(table).where(table.proposal_id == proposal_id).order_by(table.number.desc())
    return tuple(_taken(row) for row in session.scalars(query))


def taken_snapshot(session: Session, proposal_id: UUID, number: int) -> TakenSnapshot:
    """Return one snapshot of a proposal.

    Raises:
        UnknownSnapshot.
    """
    table = SnapshotRow
    query = select(table).where(table.proposal_id == proposal_id, table.number == number)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise UnknownSnapshot(number=number)
    return _taken(row)


def snapshot_place(session: Session, government_id: UUID, snapshot_id: UUID) -> tuple[UUID, int]:
    """Return the proposal of a snapshot and its number.

    Raises:
        UnknownSnapshot.
    """
    row = session.get(SnapshotRow, snapshot_id)
    if row is None or row.government_id != government_id:
        raise UnknownSnapshot(number=0)
    return row.proposal_id, row.number


def snapshot_under(session: Session, government_id: UUID, digest: str) -> Snapshot:
    """Return the snapshot kept under an address.

    Raises:
        SnapshotUnreadable: the text is not the one that was frozen.
        UnknownSnapshot.
    """
    row = session.get(SnapshotBodyRow, (government_id, digest))
    if row is None:
        raise UnknownSnapshot(number=0)
    return snapshot_from_json(row.content, digest)


def files_of_snapshot(session: Session, snapshot_id: UUID) -> dict[str, str]:
    """Return the digests of what was printed of a snapshot, by the name in the copy."""
    query = select(SnapshotFileRow.name, FileRow.sha256)
    query = query.join(FileRow, FileRow.id == SnapshotFileRow.file_id)
    rows = session.execute(query.where(SnapshotFileRow.snapshot_id == snapshot_id))
    return {row.name: row.sha256 for row in rows}


def _taken(row: SnapshotRow) -> TakenSnapshot:
    return TakenSnapshot(
        row.id, row.number, Action(row.action), row.acted_on, row.digest, row.taken_by, row.taken_at
    )
