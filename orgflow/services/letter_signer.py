"""Whether a letter may be signed by the one it waits for, and what speaks against it."""

from dataclasses import dataclass

from orgflow.domain.errors import DomainError, RuleBroken
from orgflow.domain.letters.authority_errors import SignerUnknown, SigningRefused
from orgflow.domain.letters.authority_rules import SigningFinding
from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.services.context import Context
from orgflow.services.letter_blocks import wish_of
from orgflow.services.scope import today_of
from orgflow.services.signing import signing_of
from orgflow.store.letters import LetterRow


class SigningNeedsReason(RuleBroken):
    """Something speaks against the signer; whoever goes on says why."""

    code = "signing_needs_reason"


@dataclass(frozen=True, slots=True)
class SignerReview:
    """What speaks against a letter's signer; ``refused`` says why nobody may sign it so."""

    findings: tuple[SigningFinding, ...] = ()
    refused: DomainError | None = None
    needs_reason: bool = False


def review_signer(ctx: Context, row: LetterRow) -> SignerReview:
    """Return what speaks against the one who would sign today, in the gate's session.

    SRIKANDI knows its own signer: that nobody is recorded here does not matter there.
    """
    wish = wish_of(ctx, row, today_of(ctx))
    if wish is None:
        return SignerReview()
    try:
        signed = signing_of(ctx, wish)
    except SignerUnknown as unknown:
        is_known_there = NumberSource(row.number_source) is NumberSource.SRIKANDI
        return SignerReview(refused=None if is_known_there else unknown)
    except SigningRefused as refused:
        return SignerReview(refused=refused)
    return SignerReview(signed.findings, None, signed.needs_reason)


def require_signer(ctx: Context, row: LetterRow, reason: str) -> None:
    """Refuse to issue what may not be signed, or not without a reason.

    Raises:
        SigningRefused: nobody may sign it so today; its subclasses say why.
        SigningNeedsReason: a finding asks for a reason and none was given.
    """
    review = review_signer(ctx, row)
    if review.refused is not None:
        raise review.refused
    if review.needs_reason and not reason:
        raise SigningNeedsReason(field="reason")
