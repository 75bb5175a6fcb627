"""What is alike for every evidence register: an entry is verified against its source, or taken out."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.evidence_events import EvidenceRecorded, EvidenceVerified
from orgflow.domain.evidence.entries import SourceMissing
from orgflow.domain.values import clean_line
from orgflow.services.context import Context
from orgflow.services.evidence_words import partner_told, precedent_line, tally_line
from orgflow.services.media_partners import KEEPERS, settle_counts
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import use_case
from orgflow.store import media_partners, precedents
from orgflow.store.media_partners import MediaPartnerRow
from orgflow.store.precedents import MediaTallyRow, PrecedentRow

EntryRow = MediaPartnerRow | MediaTallyRow | PrecedentRow


class Register(StrEnum):
    """The registers; the value stands in the history."""

    PARTNERS = "mitra"
    TALLIES = "hitungan"
    PRECEDENTS = "pembanding"


@dataclass(frozen=True, slots=True)
class VerifyEntry:
    """Say that an entry is true to its source, or take that back."""

    register: Register
    entry_id: UUID
    seen_revision: int
    is_verified: bool


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take an entry out of its register, for a reason; whatever rests on it is told."""

    register: Register
    entry_id: UUID
    seen_revision: int
    reason: str


@use_case(requires=Permission.KEEP_REGISTRY)
def verify_entry(ctx: Context, command: VerifyEntry) -> UUID:
    """Say whether an entry is true to its source; who may is not whoever only records.

    Raises:
        UnknownEvidence, StaleRevision, NothingChanged.
        SourceMissing: it names no source to hold it against.
    """
    row = _seen(ctx, command.register, command.entry_id, command.seen_revision)
    if row.is_verified is command.is_verified:
        raise NothingChanged()
    if command.is_verified and not row.source:
        raise SourceMissing()
    row.is_verified, row.revision = command.is_verified, row.revision + 1
    if command.register is Register.PARTNERS:
        settle_counts(ctx)
    ctx.record(EvidenceVerified(str(row.id), str(command.register), _line(row), command.is_verified))
    return row.id


@use_case(requires=KEEPERS)
def remove_entry(ctx: Context, command: RemoveEntry) -> UUID:
    """Take an entry out of its register.

    Raises:
        UnknownEvidence, StaleRevision, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = _seen(ctx, command.register, command.entry_id, command.seen_revision)
    reason = clean_line(command.reason, field="reason")
    row.removed_at, row.revision = ctx.now, row.revision + 1
    if command.register is Register.PARTNERS:
        settle_counts(ctx)
    ctx.record(EvidenceRecorded(str(row.id), str(command.register), _line(row), None, reason))
    return row.id


def _seen(ctx: Context, register: Register, entry_id: UUID, seen: int) -> EntryRow:
    match register:
        case Register.PARTNERS:
            partner = media_partners.partner_row(ctx.session, ctx.government_id, entry_id)
            return as_seen(ctx, partner, seen)
        case Register.TALLIES:
            return as_seen(ctx, precedents.tally_row(ctx.session, ctx.government_id, entry_id), seen)
        case Register.PRECEDENTS:
            return as_seen(ctx, precedents.precedent_row(ctx.session, ctx.government_id, entry_id), seen)


def _line(row: EntryRow) -> str:
    match row:
        case MediaPartnerRow():
            return partner_told(media_partners.partner_of(row))
        case MediaTallyRow():
            return tally_line(precedents.held_tally(row).tally)
        case PrecedentRow():
            return precedent_line(precedents.held_precedent(row).precedent)
