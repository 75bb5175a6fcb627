"""What the page on the authority to sign shows: who signs today, the mandates, the rules."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.authority import SigningKind, SigningPost, SigningRole, SigningWish
from orgflow.domain.letters.authority_errors import SigningRefused
from orgflow.domain.letters.authority_rules import SigningRuleCode, kinds_kept_from_behalf
from orgflow.domain.letters.signing import Authority, SignedAs, signed_as
from orgflow.services.context import Context
from orgflow.services.scope import today_of
from orgflow.services.signing import authority_frame, authority_on
from orgflow.services.use_case import read
from orgflow.store import mandates, signing_rules
from orgflow.store.mandates import HeldMandate
from orgflow.store.signing_rules import HeldSigningRule

_LEADERS: Final = (SigningRole.GOVERNOR, SigningRole.DEPUTY_GOVERNOR, SigningRole.SECRETARY)


@dataclass(frozen=True, slots=True)
class SignerToday:
    """A post and how its holder signs today in its own name; the refusal says why nobody does."""

    post: SigningPost
    signed: SignedAs | None
    refusal: SigningRefused | None


@dataclass(frozen=True, slots=True)
class MandateShown:
    """A mandate with the titles of its posts as they are called today; "" for one that is no more."""

    held: HeldMandate
    giver: str
    signer: str


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    """Who signs today, by which mandates and rules."""

    today: date
    signers: tuple[SignerToday, ...]
    mandates: tuple[MandateShown, ...]
    rules: tuple[HeldSigningRule, ...]


@dataclass(frozen=True, slots=True)
class MandateChoices:
    """The posts that may give or receive a mandate today, and the kinds that none may cover."""

    posts: tuple[SigningPost, ...]
    kept: frozenset[SigningKind]


@read(requires=Permission.MANAGE_SETTINGS)
def show_authority(ctx: Context) -> AuthorityPage:
    """Return who signs today and by what; posts without authority of their own are left out."""
    today = today_of(ctx)
    authority = authority_on(ctx, today).authority
    return AuthorityPage(
        today,
        tuple(
            _signer(post, authority, today)
            for post in authority.posts.values()
            if post.role is not SigningRole.OTHER
        ),
        tuple(_shown(held, authority) for held in mandates.mandates_of(ctx.session, ctx.government_id)),
        signing_rules.signing_rules(ctx.session, ctx.government_id),
    )


@read(requires=Permission.MANAGE_SETTINGS)
def mandate_choices(ctx: Context) -> MandateChoices:
    """Return what a mandate may be made of today, the posts in the order of the structure."""
    authority = authority_frame(ctx, today_of(ctx)).authority
    recorded = tuple(post for post in authority.posts.values() if post.is_recorded)
    return MandateChoices(recorded, kinds_kept_from_behalf(authority.rules))


@read(requires=Permission.MANAGE_SETTINGS)
def show_mandate(ctx: Context, mandate_id: UUID) -> MandateShown:
    """Return one mandate.

    Raises:
        UnknownMandate.
    """
    row = mandates.mandate_row(ctx.session, ctx.government_id, mandate_id)
    authority = authority_frame(ctx, today_of(ctx)).authority
    return _shown(mandates.held_of(row), authority)


@read(requires=Permission.MANAGE_SETTINGS)
def show_signing_rule(ctx: Context, rule_id: UUID) -> HeldSigningRule:
    """Return one rule.

    Raises:
        UnknownSigningRule.
    """
    return signing_rules.held_of(signing_rules.signing_rule_row(ctx.session, ctx.government_id, rule_id))


def _signer(post: SigningPost, authority: Authority, today: date) -> SignerToday:
    """Return how a post signs what it usually signs: a leader a proposal, anybody else a letter."""
    kind = SigningKind.PROPOSAL if post.role in _LEADERS else SigningKind.LETTER
    rules = tuple(rule for rule in authority.rules if rule.code is not SigningRuleCode.KEPT_TO)
    try:
        signed = signed_as(SigningWish(kind=kind, signer=post.key, on=today), replace(authority, rules=rules))
    except SigningRefused as refused:
        return SignerToday(post, None, refused)
    return SignerToday(post, signed, None)


def _shown(held: HeldMandate, authority: Authority) -> MandateShown:
    giver = authority.posts.get(held.mandate.giver)
    receiver = authority.posts.get(held.mandate.receiver)
    return MandateShown(
        held,
        giver.title if giver is not None else "",
        receiver.title if receiver is not None else "",
    )
