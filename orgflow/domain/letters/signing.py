"""The signature block computed from posts, holders, mandates and rules; nobody types it.

Source: [SIGNING-ON-BEHALF], [PERGUB-FORM].
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NoReturn

from orgflow.domain.letters.authority import (
    PREFIXES,
    Capitals,
    Mandate,
    MandateForm,
    SigningPost,
    SigningWish,
)
from orgflow.domain.letters.authority_errors import (
    SignerLastSeen,
    SignerTermEnded,
    SignerTermNotBegun,
    SignerUnknown,
    SigningRefused,
)
from orgflow.domain.letters.authority_mandates import chain_between, form_between, mandate_for, post_of
from orgflow.domain.letters.authority_rules import (
    FindingCode,
    Severity,
    SigningFinding,
    SigningRule,
    review_holder,
    review_kind,
    review_mandate,
)
from orgflow.domain.letters.facts import Gap, Piece, SignatureBlock
from orgflow.domain.organisation.tenure import Tenure, holder_on


@dataclass(frozen=True, slots=True)
class Authority:
    """All that says who may sign, as it is on one day; posts by their keys."""

    posts: Mapping[str, SigningPost]
    mandates: tuple[Mandate, ...]
    rules: tuple[SigningRule, ...]

    @staticmethod
    def of(
        posts: Iterable[SigningPost], mandates: Iterable[Mandate] = (), rules: Iterable[SigningRule] = ()
    ) -> "Authority":
        """Return the authority of these posts, mandates and rules."""
        return Authority({post.key: post for post in posts}, tuple(mandates), tuple(rules))


@dataclass(frozen=True, slots=True)
class SignedAs:
    """Who signs, how the block reads, and what speaks against it without barring it.

    Attributes:
        mandate: by which the signer signs; None in the signer's own name.
    """

    block: SignatureBlock
    signer: SigningPost
    holder: Tenure
    mandate: Mandate | None
    findings: tuple[SigningFinding, ...]

    @property
    def needs_reason(self) -> bool:
        """Whether somebody must say why it is signed all the same."""
        return any(finding.severity is Severity.NEEDS_REASON for finding in self.findings)


def signed_as(wish: SigningWish, authority: Authority) -> SignedAs:
    """Return the signature block of a wish with what speaks against it.

    Raises:
        UnknownSigningPost: a post of the wish does not exist on the day.
        SigningRefused: it may not be signed so; its subclasses say why.
    """
    signer = post_of(authority.posts, wish.signer)
    findings = list(review_kind(wish, signer, authority.rules))
    chain: tuple[SigningPost, ...] = (signer,)
    mandate = None
    if wish.on_behalf_of is not None and not wish.is_in_own_name:
        chain = chain_between(authority.posts, post_of(authority.posts, wish.on_behalf_of), signer)
        mandate = mandate_for(wish, chain, authority.mandates)
        findings += review_mandate(mandate, authority.rules)
        findings += _unsure_places(chain)
    holder = holder_of(signer, wish.on)
    findings += review_holder(wish, signer, holder, authority.rules)
    titles = _title_lines(chain, PREFIXES[holder.kind], wish.capitals)
    return SignedAs(_block(wish, signer, holder, titles), signer, holder, mandate, tuple(findings))


def sketch_of(wish: SigningWish, authority: Authority) -> SignatureBlock:
    """Return the block as far as it is known, for a draft that may not be signed yet.

    Whoever may sign is asked by ``signed_as``: this one prints gaps where that refuses.

    Raises:
        UnknownSigningPost: a post of the wish does not exist on the day.
    """
    signer = post_of(authority.posts, wish.signer)
    chain: tuple[SigningPost, ...] = (signer,)
    if wish.on_behalf_of is not None and not wish.is_in_own_name:
        giver = post_of(authority.posts, wish.on_behalf_of)
        try:
            chain = chain_between(authority.posts, giver, signer)
            form_between(chain)
        except SigningRefused:
            chain = (signer,)
    holder = holder_on(signer.tenures, wish.on)
    prefix = PREFIXES[holder.kind] if holder is not None else ""
    return _block(wish, signer, holder, _title_lines(chain, prefix, wish.capitals))


def holder_of(post: SigningPost, on: date) -> Tenure:
    """Return who is known to hold the post on the day, the most recently begun first.

    Raises:
        SignerUnknown, SignerTermNotBegun, SignerTermEnded, SignerLastSeen.
    """
    holder = holder_on(post.tenures, on)
    return holder if holder is not None else _nobody(post, on)


def _nobody(post: SigningPost, on: date) -> NoReturn:
    """Say who was last in the post, or will be first."""
    begun = [tenure for tenure in post.tenures if tenure.valid_from <= on]
    if not begun and post.tenures:
        begins_on = min(tenure.valid_from for tenure in post.tenures)
        raise SignerTermNotBegun(post=post.title, on=on.isoformat(), begins_on=begins_on.isoformat())
    if not begun:
        raise SignerUnknown(post=post.title, on=on.isoformat())
    last = max(begun, key=_until)
    facts = {
        "post": f"{PREFIXES[last.kind]}{post.title}",
        "name": last.official_name,
        "on": on.isoformat(),
    }
    if last.is_end_known and last.valid_to is not None:
        raise SignerTermEnded(last_day=(last.valid_to - timedelta(days=1)).isoformat(), **facts)
    raise SignerLastSeen(seen_on=last.valid_from.isoformat(), **facts)


def _until(tenure: Tenure) -> date:
    return tenure.valid_to if tenure.is_end_known and tenure.valid_to is not None else tenure.valid_from


def _unsure_places(chain: Sequence[SigningPost]) -> Iterable[SigningFinding]:
    for post in chain[1:]:
        if not post.is_placed:
            yield SigningFinding(
                FindingCode.PLACE_UNVERIFIED,
                "",
                is_verified=False,
                severity=Severity.WARNS,
                facts={"post": post.title},
            )


def _title_lines(chain: Sequence[SigningPost], prefix: str, capitals: Capitals) -> tuple[str, ...]:
    """Return the lines of titles; the last alone ends with a comma.

    Args:
        chain: from the post in whose name it is signed down to the signer's, at most two levels.
        prefix: what stands before the signer's title; it keeps its own letters.
    """
    signer = chain[-1]
    if len(chain) == 1:
        return (f"{prefix}{capitals.of(signer.title)},",)
    first = f"a.n. {capitals.of(chain[0].title)}"
    last = f"{prefix}{capitals.of(signer.title_below)},"
    if form_between(chain) is MandateForm.ON_BEHALF:
        return (first, last)
    return (first, capitals.of(chain[1].title_below), "u.b.", last)


def _block(
    wish: SigningWish, signer: SigningPost, holder: Tenure | None, title_lines: tuple[str, ...]
) -> SignatureBlock:
    name = holder.official_name if holder is not None else None
    if wish.kind.bears_plain_name:
        plain = (signer.plain_names or {}).get(name) if name is not None else None
        written = wish.capitals.of(plain) if plain is not None else None
        return SignatureBlock(title_lines, _known(written, "signatory_plain_name"), None, None)
    printed = _known(name, "signatory_name")
    if signer.role.is_state_official:
        return SignatureBlock(title_lines, printed, None, None)
    return SignatureBlock(
        title_lines,
        printed,
        _known(holder.rank if holder is not None else None, "signatory_rank"),
        _known(holder.nip if holder is not None else None, "signatory_nip"),
    )


def _known(text: str | None, key: str) -> Piece:
    return text if text is not None else Gap(key)
