"""A file with media taken into the register: brought, looked at, and taken in whole or not at all."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from orgflow.domain.audit.evidence_events import PartnersBrought, PartnersImported
from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.evidence.partners import Partner
from orgflow.domain.organisation.roster import RowFault
from orgflow.exchange.partner_form import (
    CONTACT,
    ENDS,
    NOTE,
    SOURCE,
    STARTS,
    PartnerLine,
    contract_fault,
    parse_partners,
)
from orgflow.exchange.reading import read_file
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.evidence_words import partner_told
from orgflow.services.files import keep_upload
from orgflow.services.media_partners import (
    KEEPERS,
    enter_partner,
    held_partners,
    rewrite_partner,
    settle_counts,
)
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read, use_case
from orgflow.store import media_partners
from orgflow.store.files import stored_file
from orgflow.store.media_partners import PartnerImportRow

PURPOSE: Final = "media_partner_import"
TOLD: Final = 200
"""How many changes of one file the history tells one by one."""


class PartnerImportFaulty(RuleBroken):
    """A file with media has faulty rows; ``count`` of them."""

    code = "partner_import_faulty"


class PartnerImportStale(Conflict):
    """The register changed after the preview was shown, so that the file would do something else."""

    code = "partner_import_stale"


class PartnerImportDone(Conflict):
    """The file with media has been taken in already."""

    code = "partner_import_done"


@dataclass(frozen=True, slots=True)
class BringPartners:
    """A file that passed ``bring_table``."""

    upload: CheckedUpload


@dataclass(frozen=True, slots=True)
class ImportPartners:
    """The decision on a file; ``seen`` is the digest of the preview that was looked at."""

    import_id: UUID
    seen: str


@dataclass(frozen=True, slots=True)
class PartnerChange:
    """What a row comes to: ``before`` is None for a medium that the register does not hold yet."""

    row: int
    before: Partner | None
    after: Partner
    held_id: UUID | None


@dataclass(frozen=True, slots=True)
class PartnerPlan:
    """What a file comes to on the register as it is now; ``same`` counts the rows that change nothing."""

    file_name: str
    faults: tuple[RowFault, ...]
    changes: tuple[PartnerChange, ...]
    same: int
    digest: str

    @property
    def added(self) -> int:
        """How many media are new."""
        return sum(change.before is None for change in self.changes)


@use_case(requires=KEEPERS)
def bring_partners(ctx: Context, command: BringPartners) -> UUID:
    """Keep a file until it is decided upon."""
    row = PartnerImportRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        file_id=keep_upload(ctx, command.upload, purpose=PURPOSE),
        file_name=command.upload.name,
        created_by=ctx.actor.name,
        created_at=ctx.now,
        done_at=None,
    )
    ctx.session.add(row)
    ctx.record(PartnersBrought(str(row.id), command.upload.name, command.upload.sha256))
    return row.id


@read(requires=KEEPERS)
def preview_partners(ctx: Context, import_id: UUID) -> PartnerPlan:
    """Return what a kept file comes to.

    Raises:
        UnknownImport, PartnerImportDone.
    """
    return _plan(ctx, _open(ctx, import_id))


@use_case(requires=KEEPERS)
def import_partners(ctx: Context, command: ImportPartners) -> UUID:
    """Take a file into the register as it is at this moment; nothing of it is verified.

    Raises:
        UnknownImport, PartnerImportDone, PartnerImportFaulty, PartnerImportStale, NothingChanged.
    """
    row = _open(ctx, command.import_id)
    plan = _plan(ctx, row)
    if plan.faults:
        raise PartnerImportFaulty(count=len(plan.faults))
    if plan.digest != command.seen:
        raise PartnerImportStale(file=row.file_name)
    if not plan.changes:
        raise NothingChanged()
    held = {one.id: one for one in media_partners.partner_rows(ctx.session, ctx.government_id)}
    for change in plan.changes:
        if change.held_id is None:
            enter_partner(ctx, change.after)
        else:
            rewrite_partner(ctx, held[change.held_id], change.after)
    settle_counts(ctx)
    row.done_at = ctx.now
    added = plan.added
    sha256 = stored_file(ctx.session, ctx.government_id, row.file_id).sha256
    changed = len(plan.changes) - added
    ctx.record(PartnersImported(str(row.id), row.file_name, added, changed, _told(plan), sha256))
    return row.id


def _open(ctx: Context, import_id: UUID) -> PartnerImportRow:
    row = media_partners.import_row(ctx.session, ctx.government_id, import_id)
    if row.done_at is not None:
        raise PartnerImportDone(file=row.file_name)
    return row


def _plan(ctx: Context, row: PartnerImportRow) -> PartnerPlan:
    stored = stored_file(ctx.session, ctx.government_id, row.file_id)
    table = parse_partners(read_file(ctx.resources.files.read(stored.sha256)))
    held = {one.partner.known_by: one for one in held_partners(ctx)}
    changes, faults, same = list[PartnerChange](), list(table.faults), 0
    for line in table.lines:
        present = held.get(line.partner.known_by)
        before = present.partner if present is not None else None
        after = _merged(before, line) if before is not None else line.partner
        fault = contract_fault(table.sheet, line.row, after)
        if fault is not None:
            faults.append(fault)
        elif after == before:
            same += 1
        else:
            changes.append(
                PartnerChange(line.row, before, after, present.id if present is not None else None)
            )
    return PartnerPlan(row.file_name, tuple(faults), tuple(changes), same, _digest(changes))


def _merged(held: Partner, line: PartnerLine) -> Partner:
    """Return a medium as a row has it; what the file has no column for stays."""
    said, typed = line.said, line.partner
    return replace(
        held,
        name=typed.name,
        starts_on=typed.starts_on if STARTS in said else held.starts_on,
        last_day=typed.last_day if ENDS in said else held.last_day,
        contact=typed.contact if CONTACT in said else held.contact,
        source=typed.source if SOURCE in said else held.source,
        note=typed.note if NOTE in said else held.note,
    )


def _digest(changes: list[PartnerChange]) -> str:
    told = "\n".join(repr((one.row, one.before, one.after, one.held_id)) for one in changes)
    return hashlib.sha256(told.encode()).hexdigest()


def _told(plan: PartnerPlan) -> str:
    return "\n".join(_lines(plan))


def _lines(plan: PartnerPlan) -> Iterator[str]:
    for change in plan.changes[:TOLD]:
        yield partner_told(change.after, change.before)
    if len(plan.changes) > TOLD:
        yield f"dan {len(plan.changes) - TOLD} lainnya"
