"""Files brought to OrgFlow: kept as they came, found again only within the government."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.values import FileId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.use_case import PUBLIC, read
from orgflow.store import delegations, files, follow_ups, incoming, letter_lists, proposal_files

STRAY_AGE: Final = timedelta(hours=1)
"""How long bytes may lie without a row that refers to them."""
REGULATION: Final = "instrument"
"""A regulation's own file: whoever may look at the structure may read it."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file with its bytes, as it is served."""

    name: str
    media_type: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptUpload:
    """A checked upload that is kept already: what else rests on it refers to the same file."""

    id: FileId
    sha256: str


def keep_once(ctx: Context, upload: CheckedUpload, *, purpose: str) -> KeptUpload:
    """Keep a checked upload on which several facts rest."""
    return KeptUpload(keep_upload(ctx, upload, purpose=purpose), upload.sha256)


def keep_upload(ctx: Context, upload: CheckedUpload, *, purpose: str) -> FileId:
    """Keep a checked upload: its bytes are safe on disk before the row is committed.

    A rolled-back transaction leaves bytes without a row; ``sweep_files`` clears them away later.
    """
    sha256 = ctx.resources.files.put(upload.content)
    file_id = FileId(ctx.new_id())
    files.add_file(
        ctx.session,
        files.FileRow(
            id=file_id,
            government_id=ctx.government_id,
            sha256=sha256,
            size=upload.size,
            media_type=upload.media_type,
            name=upload.name,
            purpose=purpose,
            brought_by=ctx.actor.name,
            brought_at=ctx.now,
        ),
    )
    return file_id


@read(requires=PUBLIC)
def sweep_files(ctx: Context) -> int:
    """Clear away old writes that never ended and old bytes that no row refers to; return how many.

    Old is what a transaction that still runs cannot have written.
    """
    before = ctx.now - STRAY_AGE
    held = ctx.resources.files
    swept = held.sweep(before)
    known = {stored.sha256 for stored in files.all_files(ctx.session)}
    strays = [found.sha256 for found in held.names() if found.sha256 not in known]
    return swept + sum(held.drop(sha256, before) for sha256 in strays)


@read(requires=Permission.VIEW_PROPOSALS)
def open_file(ctx: Context, file_id: UUID) -> FileContent:
    """Return a file's bytes as they were brought.

    Raises:
        UnknownFile: there is none such in the actor's reach.
    """
    stored = files.stored_file(ctx.session, ctx.government_id, file_id)
    is_guarded = ctx.actor.is_unit_bound and stored.purpose != REGULATION
    if is_guarded and not _is_in_reach(ctx, stored.id):
        raise files.UnknownFile(file_id=str(file_id))
    return FileContent(stored.name, stored.media_type, stored.sha256, ctx.resources.files.read(stored.sha256))


def _is_in_reach(ctx: Context, file_id: FileId) -> bool:
    """Say whether a file came with a proposal or letter that the actor sees, or with an own delegation."""
    scope = scope_of(ctx)
    stores = (proposal_files, letter_lists, incoming, follow_ups)
    if any(store.holds_file(ctx.session, scope, file_id) for store in stores):
        return True
    return ctx.actor.user_id is not None and delegations.holds_file(ctx.session, ctx.actor.user_id, file_id)
