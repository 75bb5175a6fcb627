"""The ministry's copy of a file: printed once from what was frozen, kept, and handed out again alike."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.snapshot_events import SnapshotFiled
from orgflow.domain.letters.facts_json import facts_from_json
from orgflow.domain.snapshots.snapshot import (
    TO_MINISTRY,
    Section,
    Snapshot,
    UnknownSnapshot,
    snapshot_to_json,
)
from orgflow.domain.snapshots.taken import TakenSnapshot
from orgflow.domain.values import LetterId
from orgflow.exchange.package_writing import write_package
from orgflow.letters.chart_pages import ChartFormat
from orgflow.services.context import Context
from orgflow.services.lettering import letter_source
from orgflow.services.letters import FORMATS, file_letter
from orgflow.services.scope import scope_of
from orgflow.services.snapshot_papers import frozen_paper, printed_paper
from orgflow.services.use_case import read, use_case
from orgflow.store import files, proposals, snapshots
from orgflow.store.files import FileRow
from orgflow.store.snapshots import SnapshotFileRow

CONTENTS: Final = "isi-berkas.json"
LISTING: Final = "daftar-berkas.txt"
_UNFIT: Final = re.compile(r"[^0-9A-Za-z._-]+")


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A frozen file with what was printed of it, by the name in the copy."""

    proposal_id: UUID
    taken: TakenSnapshot
    snapshot: Snapshot
    printed: dict[str, str]


@dataclass(frozen=True, slots=True)
class KeepSnapshotFiles:
    """What was printed of a snapshot, by the name in the copy."""

    snapshot_id: UUID
    printed: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class MinistryCopy:
    """The copy as it is handed out."""

    name: str
    content: bytes


@read(requires=Permission.VIEW_PROPOSALS)
def frozen_file(ctx: Context, snapshot_id: UUID) -> FrozenFile:
    """Return a frozen file by its id.

    Raises:
        UnknownSnapshot, UnknownProposal, SnapshotUnreadable.
    """
    proposal_id, number = snapshots.snapshot_place(ctx.session, ctx.government_id, snapshot_id)
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    taken = snapshots.taken_snapshot(ctx.session, row.id, number)
    held = snapshots.snapshot_under(ctx.session, ctx.government_id, taken.digest)
    return FrozenFile(row.id, taken, held, snapshots.files_of_snapshot(ctx.session, taken.id))


def print_snapshot(ctx: Context, snapshot_id: UUID) -> None:
    """Print what goes to the ministry from what was frozen, and keep it; done twice, it is kept once.

    Raises:
        UnknownSnapshot, UnknownProposal, SnapshotUnreadable, and what the renderer says.
    """
    held = frozen_file(ctx, snapshot_id)
    if not held.printed:
        printed = (*_papers(ctx, held.snapshot), *_letters(ctx, held.snapshot))
        keep_snapshot_files(ctx, KeepSnapshotFiles(snapshot_id, printed))


@use_case(requires=Permission.VIEW_PROPOSALS)
def keep_snapshot_files(ctx: Context, command: KeepSnapshotFiles) -> UUID:
    """Keep what was printed with its digests; what stands already stays.

    Raises:
        UnknownSnapshot, UnknownProposal.
    """
    proposal_id, number = snapshots.snapshot_place(ctx.session, ctx.government_id, command.snapshot_id)
    proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    held = snapshots.files_of_snapshot(ctx.session, command.snapshot_id)
    for name, content in command.printed:
        if name not in held:
            held[name] = _keep(ctx, command.snapshot_id, name, content)
    listed = "\n".join(f"{digest}  {name}" for name, digest in sorted(held.items()))
    ctx.record(SnapshotFiled(str(proposal_id), number, listed))
    return command.snapshot_id


def ministry_copy(ctx: Context, proposal_id: UUID, number: int) -> MinistryCopy:
    """Return what went to the ministry in one ZIP: the same bytes at every call.

    Raises:
        UnknownProposal, SnapshotUnreadable, and what the renderer says where nothing was printed yet.
        UnknownSnapshot: there is none of this number, or it did not go to the ministry.
    """
    taken = _sent(ctx, proposal_id, number)
    print_snapshot(ctx, taken.id)
    held = frozen_file(ctx, taken.id)
    entries = [
        (CONTENTS, snapshot_to_json(held.snapshot).encode()),
        *((name, ctx.resources.files.read(digest)) for name, digest in held.printed.items()),
        *_brought(ctx, held.snapshot),
    ]
    listed = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(entries))
    name = f"berkas-{number}-{taken.acted_on.isoformat()}-{str(proposal_id)[:8]}.zip"
    return MinistryCopy(name, write_package([*entries, (LISTING, listed.encode())]))


@read(requires=Permission.VIEW_LETTERS)
def _sent(ctx: Context, proposal_id: UUID, number: int) -> TakenSnapshot:
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    taken = snapshots.taken_snapshot(ctx.session, row.id, number)
    if taken.action not in TO_MINISTRY:
        raise UnknownSnapshot(number=number)
    return taken


def _papers(ctx: Context, snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    for piece in snapshot.of(Section.PAPERS):
        paper = frozen_paper(piece)
        if paper is not None:
            for file_format in ChartFormat:
                yield f"{paper.name}.{file_format}", printed_paper(ctx, paper, file_format)


def _letters(ctx: Context, snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the letters that were issued when the file was frozen; each is frozen by itself."""
    for number, piece in enumerate(snapshot.of(Section.LETTERS), start=1):
        if not piece.source or facts_from_json(piece.source).is_concept:
            continue
        letter_id = LetterId(UUID(piece.key))
        file_letter(ctx, letter_id)
        for file_format, digest in letter_source(ctx, letter_id).files.items():
            yield f"surat-{number}.{file_format}", ctx.resources.files.read(digest)


def _brought(ctx: Context, snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield the files that people brought, by their checksums, under their own names with a number before."""
    for number, piece in enumerate(snapshot.of(Section.DOCUMENTS), start=1):
        if piece.checksum:
            name = _UNFIT.sub("-", piece.text).strip("-.") or "berkas"
            yield f"dokumen-{number:02d}-{name[-80:]}", ctx.resources.files.read(piece.checksum)


def _keep(ctx: Context, snapshot_id: UUID, name: str, content: bytes) -> str:
    digest = ctx.resources.files.put(content)
    file_id = ctx.new_id()
    row = FileRow(
        id=file_id,
        government_id=ctx.government_id,
        sha256=digest,
        size=len(content),
        media_type=FORMATS[name.rpartition(".")[2]],
        name=name,
        purpose="snapshot",
        brought_by=ctx.actor.name,
        brought_at=ctx.now,
    )
    files.add_file(ctx.session, row)
    ctx.session.add(
        SnapshotFileRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            snapshot_id=snapshot_id,
            name=name,
            file_id=file_id,
        )
    )
    ctx.session.flush()
    return digest
