"""Data dukung of a proposal as its page reads it: what it rests on, what else there is, what opposes it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.entries import EvidenceEntry, EvidenceKind
from orgflow.domain.values import UnitId
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.evidence_claims import PlacedClaim, claims_of
from orgflow.services.evidence_entries import precedent_entry, tally_entry
from orgflow.services.evidence_register import entries_of
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import read
from orgflow.services.workload_entries import unit_entries
from orgflow.store import media_partners, precedents, proposals


@dataclass(frozen=True, slots=True)
class ProposalEvidence:
    """What a proposal rests on.

    Attributes:
        offered: the entries of the registers, and of its unit's work, on which it does not rest yet.
        claims: what its texts claim and the precedents contradict.
        has_partners: whether the register holds any medium, whatever its contract.
    """

    entries: tuple[EvidenceEntry, ...]
    offered: tuple[EvidenceEntry, ...]
    claims: tuple[PlacedClaim, ...]
    has_partners: bool
    today: date
    may_choose: bool

    @property
    def has_precedents(self) -> bool:
        """Whether a lampiran of precedents would have a row."""
        return any(one.ref.kind is EvidenceKind.PRECEDENT and not one.is_withdrawn for one in self.entries)


@read(requires=Permission.VIEW_PROPOSALS)
def show_evidence(ctx: Context, proposal_id: UUID) -> ProposalEvidence:
    """Return what a proposal rests on, and what it could.

    Raises:
        UnknownProposal.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    dossier = open_dossier(ctx, row)
    entries = entries_of(ctx, proposal_id)
    taken = {entry.ref for entry in entries}
    held = [
        *map(tally_entry, precedents.tally_rows(ctx.session, ctx.government_id)),
        *map(precedent_entry, precedents.precedent_rows(ctx.session, ctx.government_id)),
        *unit_entries(ctx, UnitId(row.unit_id)),
    ]
    return ProposalEvidence(
        entries,
        tuple(entry for entry in held if entry.ref not in taken),
        claims_of(ctx, dossier),
        media_partners.has_partners(ctx.session, ctx.government_id),
        today_of(ctx),
        dossier.proposal.takes_documents_from(reader_of(ctx, row.unit_id)),
    )
