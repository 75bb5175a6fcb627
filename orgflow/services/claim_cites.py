"""What a list of sources prints of the entries that a proposal's texts may name."""

from uuid import UUID

from orgflow.domain.evidence.entries import EvidenceEntry
from orgflow.services.context import Context
from orgflow.services.evidence_register import entries_of
from orgflow.services.trust_words import doubt_words


def cites_of(ctx: Context, proposal_id: UUID) -> dict[str, str]:
    """Return the words by the entries' keys, in the gate's session; one that is withdrawn is left out."""
    return {entry.key: cite_words(entry) for entry in entries_of(ctx, proposal_id) if not entry.is_withdrawn}


def cite_words(entry: EvidenceEntry) -> str:
    """Return what an entry says, where that stands, and that nobody verified it where nobody did."""
    origin = ", ".join(part for part in (entry.source.rstrip("."), entry.dated) if part)
    return f"{entry.sentence} Sumber: {origin or 'belum diisi'}{doubt_words(entry.is_verified)}."
