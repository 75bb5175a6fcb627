"""*Pernyataan dan buktinya*: each claim with what it rests on, and the sentences that rest on nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.evidence.claims import Bare, Claim, bare_in, claims_in
from orgflow.domain.evidence.entries import EvidenceEntry
from orgflow.domain.evidence.resting import ClaimState, claim_state
from orgflow.domain.values import ProposalId
from orgflow.services.acting import reader_of
from orgflow.services.claim_texts import PlacedText, texts_of
from orgflow.services.context import Context
from orgflow.services.evidence_register import entries_of
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import claims, governments, proposals
from orgflow.store.claims import ClaimRow


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A sentence and one entry that it names; ``entry`` None where there is none of this key."""

    text: PlacedText
    sentence: str
    digest: str
    evidence_key: str
    entry: EvidenceEntry | None
    state: ClaimState
    confirmed_by: str | None
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class BareView:
    """A sentence that should name what it rests on and does not."""

    text: PlacedText
    bare: Bare


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Every claim of a proposal; ``entries`` are what its texts may name."""

    proposal_id: ProposalId
    zone: str
    claims: tuple[ClaimView, ...]
    bare: tuple[BareView, ...]
    entries: tuple[EvidenceEntry, ...]
    may_confirm: bool


@read(requires=Permission.VIEW_PROPOSALS)
def show_claims(ctx: Context, proposal_id: UUID) -> ClaimsPage:
    """Return the claims of a proposal's texts.

    Raises:
        UnknownProposal.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    entries = entries_of(ctx, proposal_id)
    texts = texts_of(ctx, ProposalId(row.id))
    held = _Held(
        {entry.key: entry for entry in entries},
        {_key(one): one for one in claims.claim_rows(ctx.session, ProposalId(row.id))},
    )
    return ClaimsPage(
        ProposalId(row.id),
        governments.government(ctx.session, ctx.government_id).zone,
        tuple(view for text in texts for claim in claims_in(text.text) for view in held.views(text, claim)),
        tuple(BareView(text, bare) for text in texts if text.is_open for bare in bare_in(text.text)),
        entries,
        proposals.proposal_of(ctx.session, row).takes_documents_from(reader_of(ctx, row.unit_id)),
    )


def _key(row: ClaimRow) -> tuple[str, str, str, str]:
    return row.place_kind, row.place, row.digest, row.evidence_key


@dataclass(frozen=True, slots=True)
class _Held:
    entries: dict[str, EvidenceEntry]
    rows: dict[tuple[str, str, str, str], ClaimRow]

    def views(self, text: PlacedText, claim: Claim) -> Iterator[ClaimView]:
        for key in claim.keys:
            row = self.rows.get((str(text.place.kind), text.place.key, claim.digest, key))
            entry = self.entries.get(key)
            yield ClaimView(
                text,
                claim.sentence,
                claim.digest,
                key,
                entry,
                claim_state(entry, row.version if row is not None else None),
                row.confirmed_by if row is not None else None,
                row.confirmed_at if row is not None else None,
            )
        for told in claim.broken:
            yield ClaimView(text, claim.sentence, claim.digest, told, None, ClaimState.UNKNOWN, None, None)
