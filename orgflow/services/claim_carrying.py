"""Claims of a text that was copied: they rest on what the first one rested on."""

from orgflow.domain.evidence.resting import ClaimPlace
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.store import claims
from orgflow.store.claims import ClaimRow


def carry_claims(ctx: Context, proposal_id: ProposalId, before: ClaimPlace, after: ClaimPlace) -> None:
    """Let a text that was copied rest on what the first one rested on, in the gate's session."""
    for row in claims.claim_rows_at(ctx.session, proposal_id, str(before.kind), before.key):
        _copy(ctx, row, proposal_id, after)


def carry_claims_along(ctx: Context, old: ProposalId, new: ProposalId, place: ClaimPlace) -> None:
    """Let a text taken along to another proposal rest on what it rested on; what is outdated stays so."""
    for row in claims.claim_rows_at(ctx.session, old, str(place.kind), place.key):
        _copy(ctx, row, new, place)


def _copy(ctx: Context, row: ClaimRow, proposal_id: ProposalId, place: ClaimPlace) -> None:
    ctx.session.add(
        ClaimRow(
            id=ctx.new_id(),
            government_id=row.government_id,
            proposal_id=proposal_id,
            place_kind=str(place.kind),
            place=place.key,
            digest=row.digest,
            sentence=row.sentence,
            evidence_key=row.evidence_key,
            version=row.version,
            written_by=row.written_by,
            written_at=row.written_at,
            confirmed_by=row.confirmed_by,
            confirmed_at=row.confirmed_at,
        )
    )
