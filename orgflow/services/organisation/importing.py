"""A file taken into the registry: brought, its columns told apart, and taken in whole or not at all."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.registry_events import ImportBrought, ImportMapped, RegistryImported
from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.organisation.timeline import NothingChanges
from orgflow.exchange.limits import FILE_BYTES
from orgflow.exchange.mapping import ColumnMap, decoded
from orgflow.exchange.mapping_guess import fits
from orgflow.exchange.own_form import is_own_form
from orgflow.exchange.raw import RawFile
from orgflow.exchange.reading import is_workbook, read_file
from orgflow.files.uploads import CheckedUpload, UploadEmpty, UploadTooLarge, safe_name
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.organisation.importing_plan import Plan, plan_import
from orgflow.services.organisation.importing_regulations import keep_regulations
from orgflow.services.registry import keep
from orgflow.services.use_case import use_case
from orgflow.store import governments, imports
from orgflow.store.files import stored_file
from orgflow.store.imports import ImportRow

IMPORTED: Final = "import"
REMEMBERED: Final = "import_mapping"
"""The setting that keeps what columns of foreign files meant last."""
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ImportUnreadable(RuleBroken):
    """A file holds no table that can be read; ``fault`` says why."""

    code = "import_unreadable"


class ImportFaulty(RuleBroken):
    """A file has faulty rows; ``count`` of them."""

    code = "import_faulty"


class ImportStale(Conflict):
    """The registry changed after the preview was shown, so that the file would do something else."""

    code = "import_stale"


class ImportDone(Conflict):
    """The file has been taken in already, as the state of the day ``on``."""

    code = "import_done"


class ColumnsUntold(RuleBroken):
    """A file made by others says not what its columns mean."""

    code = "columns_untold"


@dataclass(frozen=True, slots=True)
class PrepareImport:
    """A file that passed ``bring_table``, and the day whose state it describes.

    ``said`` is what its columns mean, if that is told already.
    """

    upload: CheckedUpload
    on: date
    said: ColumnMap | None = None


@dataclass(frozen=True, slots=True)
class MapImport:
    """What the columns of a file mean."""

    import_id: UUID
    said: ColumnMap


@dataclass(frozen=True, slots=True)
class ConfirmImport:
    """The decision on a file; ``seen`` is the digest of the preview that was looked at, None for none."""

    import_id: UUID
    seen: str | None = None


def bring_table(content: bytes, field: str, name: str) -> CheckedUpload:
    """Return a file if a table can be read in it; its rows are looked at later.

    Raises:
        UploadEmpty, UploadTooLarge, ImportUnreadable.
    """
    if not content:
        raise UploadEmpty(field=field)
    if len(content) > FILE_BYTES:
        raise UploadTooLarge(field=field, limit=FILE_BYTES, size=len(content))
    read = read_file(content)
    if not read.tables:
        first = read.faults[0]
        raise ImportUnreadable(field=field, fault=str(first.code), row=first.row, value=first.value)
    kind, ending = (_XLSX, "xlsx") if is_workbook(content) else ("text/csv", "csv")
    sha256 = hashlib.sha256(content).hexdigest()
    return CheckedUpload(content, kind, sha256, len(content), safe_name(name, ending))


@use_case(requires=Permission.KEEP_REGISTRY)
def prepare_import(ctx: Context, command: PrepareImport) -> UUID:
    """Keep a file until it is decided upon; columns like those of the last one are taken to mean the same.

    Raises:
        MapIncomplete.
    """
    upload, said = command.upload, command.said
    if said is not None:
        said.require_whole()
    else:
        said = _remembered(ctx, read_file(upload.content))
    row = ImportRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        file_id=keep_upload(ctx, upload, purpose=IMPORTED),
        file_name=upload.name,
        on_day=command.on,
        mapping=said.encoded() if said is not None else "",
        created_by=ctx.actor.name,
        created_at=ctx.now,
        done_at=None,
    )
    imports.add_import(ctx.session, row)
    ctx.record(ImportBrought(str(row.id), upload.name, command.on.isoformat(), upload.sha256))
    return row.id


@use_case(requires=Permission.KEEP_REGISTRY)
def map_import(ctx: Context, command: MapImport) -> UUID:
    """Say what the columns of a file mean; the next file with these headings is read alike.

    Raises:
        UnknownImport, ImportDone, MapIncomplete.
    """
    row = open_import(ctx, command.import_id)
    command.said.require_whole()
    row.mapping = command.said.encoded()
    _remember(ctx, row.mapping)
    columns = "; ".join(f"{meaning}: {heading}" for meaning, heading in sorted(command.said.columns.items()))
    ctx.record(ImportMapped(str(row.id), row.file_name, columns))
    return row.id


@use_case(requires=Permission.KEEP_REGISTRY)
def confirm_import(ctx: Context, command: ConfirmImport) -> UUID:
    """Take a file into the registry as it is at this moment, whole or not at all.

    Raises:
        UnknownImport, ImportDone, ColumnsUntold, ImportFaulty, ImportStale, NothingChanges, and the refusals
        of ``soundness.check``.
    """
    row = open_import(ctx, command.import_id)
    plan = plan_of(ctx, row)
    if plan.faults:
        raise ImportFaulty(count=len(plan.faults))
    if command.seen is not None and command.seen != plan.digest:
        raise ImportStale(file=row.file_name)
    if not plan.changes:
        raise NothingChanges()
    take_in(ctx, plan)
    row.done_at = ctx.now
    if row.mapping:
        _remember(ctx, row.mapping)
    stored = stored_file(ctx.session, ctx.government_id, row.file_id)
    ctx.record(
        RegistryImported(str(row.id), row.file_name, row.on_day.isoformat(), len(plan.changes), stored.sha256)
    )
    return row.id


def open_import(ctx: Context, import_id: UUID) -> ImportRow:
    """Return a file that waits for its decision.

    Raises:
        UnknownImport, ImportDone.
    """
    row = imports.import_row(ctx.session, ctx.government_id, import_id)
    if row.done_at is not None:
        raise ImportDone(file=row.file_name, on=row.on_day.isoformat())
    return row


def plan_of(ctx: Context, row: ImportRow) -> Plan:
    """Return what a kept file comes to on the registry as it is now.

    Raises:
        ColumnsUntold.
    """
    read = read_kept(ctx, row)
    said = decoded(row.mapping) if row.mapping else None
    if said is None and not is_own_form(read):
        raise ColumnsUntold(file=row.file_name)
    return plan_import(ctx, read, said, row.on_day, row.file_name)


def read_kept(ctx: Context, row: ImportRow) -> RawFile:
    """Return the tables of a kept file."""
    stored = stored_file(ctx.session, ctx.government_id, row.file_id)
    return read_file(ctx.resources.files.read(stored.sha256))


def take_in(ctx: Context, plan: Plan) -> None:
    """Write a plan without faults.

    Raises:
        RuleBroken: as ``soundness.check``.
    """
    keep_regulations(ctx, plan.regulations)
    keep(
        ctx,
        plan.before,
        plan.after,
        since=None if plan.is_history else plan.on,
        reason=plan.source if plan.corrects else None,
    )


def remembered_map(ctx: Context) -> ColumnMap | None:
    """Return what the columns of the last foreign file meant, None when there was none."""
    text = governments.settings(ctx.session, ctx.government_id).get(REMEMBERED)
    return decoded(text) if text else None


def _remembered(ctx: Context, read: RawFile) -> ColumnMap | None:
    said = None if is_own_form(read) else remembered_map(ctx)
    return said if said is not None and fits(said, read) else None


def _remember(ctx: Context, mapping: str) -> None:
    governments.put_setting(
        ctx.session, ctx.government_id, REMEMBERED, mapping, new_id=ctx.new_id(), at=ctx.now
    )
