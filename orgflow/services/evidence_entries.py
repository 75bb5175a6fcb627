"""The entries of each register as evidence: what each says now, whatever proposal rests on it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from orgflow.domain.calendar import format_date
from orgflow.domain.evidence.entries import EvidenceEntry, EvidenceKind, EvidenceRef
from orgflow.domain.evidence.partners import day_count
from orgflow.domain.workload.figures import format_figure
from orgflow.services.context import Context
from orgflow.services.evidence_words import (
    REGISTER_SOURCE,
    partners_sentence,
    precedent_sentence,
    tally_sentence,
)
from orgflow.services.workload_entries import workload_entries
from orgflow.store import media_partners, precedents
from orgflow.store.precedents import MediaTallyRow, PrecedentRow, held_precedent, held_tally

Reader = Callable[[Context, Sequence[UUID]], Sequence[EvidenceEntry]]
"""Returns these entries of a register as they are now, without a key; those it does not hold are left out."""


def tally_entries(ctx: Context, ids: Sequence[UUID]) -> tuple[EvidenceEntry, ...]:
    """Return counts that somebody published."""
    return tuple(map(tally_entry, precedents.tallies_by_id(ctx.session, ctx.government_id, ids)))


def precedent_entries(ctx: Context, ids: Sequence[UUID]) -> tuple[EvidenceEntry, ...]:
    """Return what other provinces call the unit."""
    return tuple(map(precedent_entry, precedents.precedents_by_id(ctx.session, ctx.government_id, ids)))


def partners_entries(ctx: Context, ids: Sequence[UUID]) -> tuple[EvidenceEntry, ...]:
    """Return what the register of media counts on these days."""
    rows = media_partners.count_rows(ctx.session, ctx.government_id, ids)
    if not rows:
        return ()
    held = [
        media_partners.partner_of(row) for row in media_partners.partner_rows(ctx.session, ctx.government_id)
    ]
    return tuple(
        EvidenceEntry(
            EvidenceRef(EvidenceKind.PARTNERS, row.id),
            "",
            partners_sentence(counted := day_count(held, row.on_day)),
            format_figure(counted.total),
            REGISTER_SOURCE,
            format_date(row.on_day),
            row.recorded_by,
            counted.is_verified,
            row.version,
        )
        for row in rows
    )


READERS: Final[Mapping[EvidenceKind, Reader]] = {
    EvidenceKind.TALLY: tally_entries,
    EvidenceKind.PARTNERS: partners_entries,
    EvidenceKind.PRECEDENT: precedent_entries,
    EvidenceKind.WORKLOAD: workload_entries,
}
"""By whom each register is read; a register that is not here holds nothing that can be chosen."""


def entries_at(ctx: Context, refs: Sequence[EvidenceRef]) -> dict[EvidenceRef, EvidenceEntry]:
    """Return the entries of these registers that are held, by where they are kept."""
    found: dict[EvidenceRef, EvidenceEntry] = {}
    for kind, reader in READERS.items():
        ids = [ref.id for ref in refs if ref.kind is kind]
        if ids:
            found |= {entry.ref: entry for entry in reader(ctx, ids)}
    return found


def keyed(entry: EvidenceEntry, key: str) -> EvidenceEntry:
    """Return the entry as a proposal's texts call it."""
    return replace(entry, key=key)


def tally_entry(row: MediaTallyRow) -> EvidenceEntry:
    """Return a count as evidence."""
    tally = held_tally(row).tally
    return EvidenceEntry(
        EvidenceRef(EvidenceKind.TALLY, row.id),
        "",
        tally_sentence(tally),
        format_figure(tally.total),
        tally.source,
        format_date(tally.on),
        row.recorded_by,
        row.is_verified,
        row.revision,
        row.removed_at is not None,
    )


def precedent_entry(row: PrecedentRow) -> EvidenceEntry:
    """Return a precedent as evidence."""
    held = held_precedent(row).precedent
    return EvidenceEntry(
        EvidenceRef(EvidenceKind.PRECEDENT, row.id),
        "",
        precedent_sentence(held),
        held.unit_name,
        held.source,
        held.seen.words if held.seen is not None else "",
        row.recorded_by,
        row.is_verified,
        row.revision,
        row.removed_at is not None,
    )
