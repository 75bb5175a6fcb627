"""Counts of media that somebody published: entered with their source, changed, listed."""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.evidence_events import EvidenceRecorded
from orgflow.domain.evidence.tallies import HeldTally, Tally, checked_tally
from orgflow.services.context import Context
from orgflow.services.evidence_words import tally_line
from orgflow.services.media_partners import KEEPERS
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read, use_case
from orgflow.store import precedents
from orgflow.store.precedents import MediaTallyRow, held_tally

REGISTER: Final = "hitungan"


@dataclass(frozen=True, slots=True)
class AddTally:
    """A count that the register does not hold yet; it is never verified at once."""

    tally: Tally


@dataclass(frozen=True, slots=True)
class ChangeTally:
    """A count as it is from now on known."""

    tally_id: UUID
    seen_revision: int
    tally: Tally


@read(requires=Permission.VIEW_PROPOSALS)
def list_tallies(ctx: Context) -> tuple[HeldTally, ...]:
    """Return the counts, the newest day first."""
    return tuple(map(held_tally, precedents.tally_rows(ctx.session, ctx.government_id)))


@read(requires=Permission.VIEW_PROPOSALS)
def show_tally(ctx: Context, tally_id: UUID) -> HeldTally:
    """Return one count.

    Raises:
        UnknownEvidence.
    """
    return held_tally(precedents.tally_row(ctx.session, ctx.government_id, tally_id))


@use_case(requires=KEEPERS)
def add_tally(ctx: Context, command: AddTally) -> UUID:
    """Enter a count.

    Raises:
        TallyUnsound, TallyEmpty, CountOutOfRange, and the refusals of texts.
    """
    tally = checked_tally(replace(command.tally, is_verified=False))
    row = MediaTallyRow(id=ctx.new_id(), government_id=ctx.government_id, removed_at=None, revision=0)
    precedents.write_tally(row, tally, ctx.actor.name, ctx.now)
    ctx.session.add(row)
    ctx.record(EvidenceRecorded(str(row.id), REGISTER, None, tally_line(tally)))
    return row.id


@use_case(requires=KEEPERS)
def change_tally(ctx: Context, command: ChangeTally) -> UUID:
    """Change what is known of a count; it is to be verified again.

    Raises:
        UnknownEvidence, StaleRevision, NothingChanged, and the refusals of ``add_tally``.
    """
    held = precedents.tally_row(ctx.session, ctx.government_id, command.tally_id)
    row = as_seen(ctx, held, command.seen_revision)
    before = held_tally(row).tally
    tally = checked_tally(replace(command.tally, is_verified=before.is_verified))
    if tally == before:
        raise NothingChanged()
    precedents.write_tally(row, replace(tally, is_verified=False), ctx.actor.name, ctx.now)
    ctx.record(EvidenceRecorded(str(row.id), REGISTER, tally_line(before), tally_line(tally)))
    return row.id
