"""The file of a proposal frozen at each submission, read again and compared."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.snapshot_events import SnapshotTaken
from orgflow.domain.proposals.states import Action
from orgflow.domain.snapshots.comparing import PieceChange, compare
from orgflow.domain.snapshots.snapshot import FREEZES, TO_MINISTRY, Snapshot
from orgflow.domain.snapshots.taken import TakenSnapshot
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.scope import scope_of
from orgflow.services.snapshot_pieces import file_of
from orgflow.services.use_case import read
from orgflow.store import gate, proposals, snapshots
from orgflow.store.proposals import ProposalRow
from orgflow.store.snapshots import SnapshotRow

PRINT_TASK = "print_snapshot"


@dataclass(frozen=True, slots=True)
class ComparedFiles:
    """Two files of a proposal and what differs between them; ``after`` None is the file as it now is."""

    before: TakenSnapshot
    after: TakenSnapshot | None
    changes: tuple[PieceChange, ...]


def freeze_file(ctx: Context, row: ProposalRow, action: Action, acted_on: date) -> None:
    """Freeze a proposal's whole file after a step at which that is done; other steps pass.

    What goes to the ministry is promised to be printed from it too.
    """
    if action not in FREEZES:
        return
    ctx.session.flush()
    taken = SnapshotRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=row.id,
        action=str(action),
        acted_on=acted_on,
        taken_by=ctx.actor.name,
        taken_at=ctx.now,
    )
    snapshots.add_snapshot(ctx.session, taken, file_of(ctx, open_dossier(ctx, row)))
    ctx.record(SnapshotTaken(str(row.id), taken.number, str(action), taken.digest))
    if action in TO_MINISTRY:
        gate.promise(ctx.session, ctx.government_id, PRINT_TASK, taken.id, new_id=ctx.new_id(), at=ctx.now)


@read(requires=Permission.VIEW_PROPOSALS)
def show_snapshots(ctx: Context, proposal_id: UUID) -> tuple[TakenSnapshot, ...]:
    """Return when a proposal's file was frozen, the newest first.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return snapshots.snapshots_of(ctx.session, row.id)


@read(requires=Permission.VIEW_PROPOSALS)
def open_snapshot(ctx: Context, proposal_id: UUID, number: int) -> tuple[TakenSnapshot, Snapshot]:
    """Return one frozen file.

    Raises:
        UnknownProposal, UnknownSnapshot.
        SnapshotUnreadable: what is kept is not what was frozen.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return _held(ctx, row, number)


@read(requires=Permission.VIEW_PROPOSALS)
def compare_snapshots(ctx: Context, proposal_id: UUID, before: int, after: int | None) -> ComparedFiles:
    """Return exactly what differs between two frozen files.

    Args:
        after: None is the file as it now is.

    Raises:
        UnknownProposal, UnknownSnapshot, SnapshotUnreadable.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    first, old = _held(ctx, row, before)
    if after is None:
        return ComparedFiles(first, None, compare(old, file_of(ctx, open_dossier(ctx, row))))
    second, new = _held(ctx, row, after)
    return ComparedFiles(first, second, compare(old, new))


def _held(ctx: Context, row: ProposalRow, number: int) -> tuple[TakenSnapshot, Snapshot]:
    taken = snapshots.taken_snapshot(ctx.session, row.id, number)
    return taken, snapshots.snapshot_under(ctx.session, ctx.government_id, taken.digest)
