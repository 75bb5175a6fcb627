"""Claims of a proposal's texts: kept with the version of what they rest on, confirmed after it changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.audit.workload_events import ClaimConfirmed
from orgflow.domain.evidence.claims import Claim, claims_in
from orgflow.domain.evidence.entries import EvidenceEntry
from orgflow.domain.evidence.resting import CONFIRMABLE, ClaimPlace, ClaimStale, ClaimUnfounded, claim_state
from orgflow.domain.values import ProposalId
from orgflow.services.bringing import BRINGERS, open_for_documents
from orgflow.services.claim_texts import texts_of
from orgflow.services.context import Context
from orgflow.services.evidence_register import entries_of
from orgflow.services.use_case import use_case
from orgflow.store import claims
from orgflow.store.claims import ClaimRow, UnknownClaim


@dataclass(frozen=True, slots=True)
class ConfirmClaim:
    """Stand by a sentence as its entry is now; ``seen_version`` is the entry's that was shown."""

    proposal_id: ProposalId
    place: ClaimPlace
    digest: str
    evidence_key: str
    seen_version: int


@use_case(requires=BRINGERS)
def confirm_claim(ctx: Context, command: ConfirmClaim) -> UUID:
    """Keep that somebody held a claim against its entry as it is now.

    Raises:
        UnknownProposal, NotEditable.
        UnknownClaim: the sentence stands there no more.
        ClaimUnfounded: the entry is not there.
        ClaimStale: the entry changed again, or somebody stood by it meanwhile.
    """
    open_for_documents(ctx, command.proposal_id)
    claim = _written(ctx, command)
    entry = _entries(ctx, command.proposal_id).get(command.evidence_key)
    if entry is None or entry.is_withdrawn:
        raise ClaimUnfounded(key=command.evidence_key)
    held = _row(ctx, command)
    before = held.version if held is not None else None
    if entry.version != command.seen_version or claim_state(entry, before) not in CONFIRMABLE:
        raise ClaimStale(key=command.evidence_key)
    kept = held if held is not None else _begun(ctx, command.proposal_id, command.place, claim, entry)
    kept.version, kept.confirmed_by, kept.confirmed_at = entry.version, ctx.actor.name, ctx.now
    ctx.session.flush()
    ctx.record(
        ClaimConfirmed(
            str(command.proposal_id), claim.sentence, command.evidence_key, before or 0, entry.version
        )
    )
    return kept.id


def settle_claims(ctx: Context, proposal_id: ProposalId, place: ClaimPlace, text: str) -> None:
    """Keep what a text claims from now on, in the gate's session; called by whoever saves the text.

    A sentence that is worded anew stays to be looked at where the one before it was: only somebody who
    confirms it says that it holds.
    """
    rows = {(row.digest, row.evidence_key): row for row in _rows_at(ctx, proposal_id, place)}
    written = {(claim.digest, key): claim for claim in claims_in(text) for key in claim.keys}
    gone = [row for known, row in rows.items() if known not in written]
    fresh = [known for known in written if known not in rows]
    if not gone and not fresh:
        return
    entries = _entries(ctx, proposal_id)
    oldest: dict[str, int] = {}
    for row in gone:
        oldest[row.evidence_key] = min(row.version, oldest.get(row.evidence_key, row.version))
    claims.drop_claims(ctx.session, [row.id for row in gone])
    for known in fresh:
        entry = entries.get(known[1])
        if entry is not None:
            begun = _begun(ctx, proposal_id, place, written[known], entry)
            begun.version = oldest.get(known[1], entry.version)
    ctx.session.flush()


def _begun(
    ctx: Context, proposal_id: ProposalId, place: ClaimPlace, claim: Claim, entry: EvidenceEntry
) -> ClaimRow:
    row = ClaimRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=proposal_id,
        place_kind=str(place.kind),
        place=place.key,
        digest=claim.digest,
        sentence=claim.sentence,
        evidence_key=entry.key,
        version=entry.version,
        written_by=ctx.actor.name,
        written_at=ctx.now,
    )
    ctx.session.add(row)
    return row


def _written(ctx: Context, command: ConfirmClaim) -> Claim:
    """Return the claim as it stands in its text.

    Raises:
        UnknownClaim.
    """
    texts: Iterable[str] = (
        placed.text for placed in texts_of(ctx, command.proposal_id) if placed.place == command.place
    )
    for claim in (claim for text in texts for claim in claims_in(text)):
        if claim.digest == command.digest and command.evidence_key in claim.keys:
            return claim
    raise UnknownClaim(key=command.evidence_key)


def _row(ctx: Context, command: ConfirmClaim) -> ClaimRow | None:
    rows = _rows_at(ctx, command.proposal_id, command.place)
    known = (command.digest, command.evidence_key)
    return next((row for row in rows if (row.digest, row.evidence_key) == known), None)


def _rows_at(ctx: Context, proposal_id: ProposalId, place: ClaimPlace) -> list[ClaimRow]:
    return claims.claim_rows_at(ctx.session, proposal_id, str(place.kind), place.key)


def _entries(ctx: Context, proposal_id: ProposalId) -> dict[str, EvidenceEntry]:
    return {entry.key: entry for entry in entries_of(ctx, proposal_id)}
