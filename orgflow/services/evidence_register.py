"""What a proposal rests on: entries of the registers, chosen, shown as they are now, and let go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.audit.evidence_events import EvidenceChosen, EvidenceLetGo
from orgflow.domain.evidence.entries import (
    EvidenceEntry,
    EvidenceKind,
    EvidenceRef,
    EvidenceTwice,
    UnknownEvidence,
    key_of,
    next_number,
)
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.bringing import BRINGERS, open_for_documents
from orgflow.services.context import Context
from orgflow.services.evidence_entries import entries_at, keyed
from orgflow.services.media_partners import count_of_day
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import use_case
from orgflow.services.workload_entries import unit_entries
from orgflow.store import evidence
from orgflow.store.evidence import ProposalEvidenceRow, ref_of


@dataclass(frozen=True, slots=True)
class ChooseEvidence:
    """Rest the proposal on entries, and on the register of media counted on a day."""

    proposal_id: ProposalId
    refs: tuple[EvidenceRef, ...]
    counted_on: date | None = None


@dataclass(frozen=True, slots=True)
class LetEvidenceGo:
    """Rest the proposal on an entry no more; the register keeps it."""

    proposal_id: ProposalId
    ref: EvidenceRef


def entries_of(ctx: Context, proposal_id: UUID) -> tuple[EvidenceEntry, ...]:
    """Return what a proposal rests on as it is now, by kind and number; called inside the gate.

    Whoever calls has looked that the proposal is in the actor's reach. One whose register took it out is
    returned with ``is_withdrawn``.
    """
    rows = evidence.chosen_rows(ctx.session, ProposalId(proposal_id))
    held = entries_at(ctx, [ref_of(row) for row in rows])
    return tuple(
        keyed(held[ref_of(row)], key_of(EvidenceKind(row.kind), row.number))
        for row in rows
        if ref_of(row) in held
    )


@use_case(requires=BRINGERS)
def choose_evidence(ctx: Context, command: ChooseEvidence) -> UUID:
    """Rest the proposal on entries of the registers.

    Raises:
        UnknownProposal, NotEditable.
        UnknownEvidence: an entry is not held, was taken out of its register, or is another unit's work.
        EvidenceTwice: the proposal rests on it already.
        NothingChanged: nothing was chosen.
    """
    row = open_for_documents(ctx, command.proposal_id)
    refs = list(dict.fromkeys(command.refs))
    if command.counted_on is not None:
        refs.append(EvidenceRef(EvidenceKind.PARTNERS, count_of_day(ctx, command.counted_on)))
    if not refs:
        raise NothingChanged()
    held = entries_at(ctx, refs)
    foreign = _of_other_units(ctx, UnitId(row.unit_id), refs)
    rows = evidence.evidence_rows(ctx.session, command.proposal_id)
    for ref in refs:
        entry = held.get(ref)
        if entry is None or entry.is_withdrawn or ref in foreign:
            raise UnknownEvidence(entry_id=str(ref.id))
        key = _choose(ctx, command.proposal_id, rows, ref)
        ctx.record(EvidenceChosen(str(command.proposal_id), key, entry.sentence))
    return command.proposal_id


@use_case(requires=BRINGERS)
def let_evidence_go(ctx: Context, command: LetEvidenceGo) -> UUID:
    """Rest the proposal on an entry no more; its number is kept for when it is chosen again.

    Raises:
        UnknownProposal, NotEditable.
        UnknownEvidence: the proposal does not rest on it.
    """
    open_for_documents(ctx, command.proposal_id)
    row = evidence.chosen_row(ctx.session, command.proposal_id, command.ref)
    row.removed_at = ctx.now
    held = entries_at(ctx, [command.ref]).get(command.ref)
    key = key_of(command.ref.kind, row.number)
    ctx.record(EvidenceLetGo(str(command.proposal_id), key, held.sentence if held is not None else ""))
    return command.proposal_id


def _of_other_units(ctx: Context, unit_id: UnitId, refs: Iterable[EvidenceRef]) -> set[EvidenceRef]:
    """Return those of the activities that are not the unit's: nobody reads them through a proposal."""
    asked = {ref for ref in refs if ref.kind is EvidenceKind.WORKLOAD}
    if not asked:
        return asked
    return asked - {entry.ref for entry in unit_entries(ctx, unit_id)}


def _choose(ctx: Context, proposal_id: ProposalId, rows: list[ProposalEvidenceRow], ref: EvidenceRef) -> str:
    """Return the key of an entry that is chosen; a row that is begun for it joins those that there were."""
    row = next((row for row in rows if ref_of(row) == ref), None)
    if row is not None and row.removed_at is None:
        raise EvidenceTwice(key=key_of(ref.kind, row.number))
    if row is None:
        row = ProposalEvidenceRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=proposal_id,
            kind=str(ref.kind),
            entry_id=ref.id,
            number=next_number(one.number for one in rows if one.kind == str(ref.kind)),
        )
        ctx.session.add(row)
        rows.append(row)
    row.chosen_by, row.chosen_at, row.removed_at = ctx.actor.name, ctx.now, None
    ctx.session.flush()
    return key_of(ref.kind, row.number)
