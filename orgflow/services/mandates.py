"""Mandates granted, changed and ended, and the rules of signing changed; each stays in the history."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.signing_events import (
    MandateChanged,
    MandateEnded,
    MandateGranted,
    SigningRuleChanged,
)
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.authority import Mandate, SigningKind, SigningPost
from orgflow.domain.letters.authority_errors import MandatePeriodUnfit, MandateToItself
from orgflow.domain.letters.authority_mandates import chain_between, checked_mandate, form_between
from orgflow.domain.letters.authority_rules import SigningRule, checked_signing_rule
from orgflow.domain.values import clean_line
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.signing import authority_frame
from orgflow.services.signing_words import mandate_words, signing_rule_words
from orgflow.services.use_case import use_case
from orgflow.store import mandates, signing_rules


class MandatePostNotThen(RuleBroken):
    """A post of the mandate is not recorded on the day on which it begins."""

    code = "mandate_post_not_then"


class MandateEndedAlready(RuleBroken):
    """The mandate ends by then anyway; ``last_day`` is its last day."""

    code = "mandate_ended_already"


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateTerms:
    """What a mandate says; its form follows from how far apart the two posts stand.

    Attributes:
        giver, receiver: ids of posts.
        kinds: empty covers all that may be signed on behalf.
        last_day: the last day on which it holds; None has no end yet.
    """

    giver: UUID
    receiver: UUID
    kinds: tuple[SigningKind, ...]
    valid_from: date
    last_day: date | None
    letter: str
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class GrantMandate:
    """A mandate that was not kept yet."""

    terms: MandateTerms


@dataclass(frozen=True, slots=True)
class ChangeMandate:
    """What a mandate says from now on in the place of what is kept."""

    mandate_id: UUID
    seen_revision: int
    terms: MandateTerms


@dataclass(frozen=True, slots=True)
class EndMandate:
    """The last day of a mandate that would have held longer, and why."""

    mandate_id: UUID
    seen_revision: int
    last_day: date
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeSigningRule:
    """A rule in the place of the one kept; it keeps its code."""

    rule_id: UUID
    seen_revision: int
    rule: SigningRule


@use_case(requires=Permission.MANAGE_SETTINGS)
def grant_mandate(ctx: Context, command: GrantMandate) -> UUID:
    """Keep a mandate.

    Raises:
        MandatePostNotThen, MandateToItself, SigningChainUnknown, SignerNotBelow, SignerTooFarBelow.
        MandatePeriodUnfit, MandateKindUnfit.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    mandate, signer, giver = _checked(ctx, command.terms)
    mandate_id = ctx.new_id()
    mandates.add_mandate(ctx.session, ctx.government_id, mandate, new_id=mandate_id)
    words = mandate_words(mandate, signer.title, giver.title)
    ctx.record(MandateGranted(str(mandate_id), signer.title, giver.title, words))
    return mandate_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_mandate(ctx: Context, command: ChangeMandate) -> UUID:
    """Let a mandate say something else.

    Raises:
        UnknownMandate, StaleRevision, and the refusals of ``grant_mandate``.
    """
    row = as_seen(
        ctx, mandates.mandate_row(ctx.session, ctx.government_id, command.mandate_id), command.seen_revision
    )
    before = mandates.held_of(row).mandate
    mandate, signer, giver = _checked(ctx, command.terms)
    was_signer, was_giver = _titles(ctx, before)
    if mandate.valid_to != before.valid_to:
        row.end_reason = None
    mandates.write_mandate(row, mandate)
    ctx.record(
        MandateChanged(
            str(row.id),
            signer.title,
            giver.title,
            mandate_words(before, was_signer, was_giver),
            mandate_words(mandate, signer.title, giver.title),
        )
    )
    return row.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def end_mandate(ctx: Context, command: EndMandate) -> UUID:
    """Let a mandate hold until a day and no longer, for a reason that stays in the history.

    Raises:
        UnknownMandate, StaleRevision, MandatePeriodUnfit, MandateEndedAlready.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    row = as_seen(
        ctx, mandates.mandate_row(ctx.session, ctx.government_id, command.mandate_id), command.seen_revision
    )
    reason = clean_line(command.reason, field="reason")
    held = mandates.held_of(row).mandate
    valid_to = command.last_day + timedelta(days=1)
    if valid_to <= held.valid_from:
        raise MandatePeriodUnfit(field="last_day", begins_on=held.valid_from.isoformat())
    if held.valid_to is not None and held.valid_to <= valid_to:
        last_day = held.valid_to - timedelta(days=1)
        raise MandateEndedAlready(field="last_day", last_day=last_day.isoformat())
    row.end_reason = reason
    mandates.write_mandate(row, replace(held, valid_to=valid_to))
    signer, giver = _titles(ctx, held)
    ctx.record(MandateEnded(str(row.id), signer, giver, command.last_day.isoformat(), reason))
    return row.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_signing_rule(ctx: Context, command: ChangeSigningRule) -> UUID:
    """Change a rule of who may sign what.

    Raises:
        UnknownSigningRule, StaleRevision, RuleSeverityUnfit, RuleMonthsUnfit, RuleReachUnfit.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    row = as_seen(
        ctx,
        signing_rules.signing_rule_row(ctx.session, ctx.government_id, command.rule_id),
        command.seen_revision,
    )
    before = signing_rules.held_of(row).rule
    rule = checked_signing_rule(replace(command.rule, code=before.code))
    signing_rules.write_signing_rule(row, rule)
    ctx.record(SigningRuleChanged(str(row.id), signing_rule_words(before), signing_rule_words(rule)))
    return row.id


def _checked(ctx: Context, terms: MandateTerms) -> tuple[Mandate, SigningPost, SigningPost]:
    """Return the mandate of these terms as it may be kept, with the posts that receive and give it."""
    authority = authority_frame(ctx, terms.valid_from).authority
    for field, post_id in (("giver", terms.giver), ("receiver", terms.receiver)):
        if str(post_id) not in authority.posts:
            raise MandatePostNotThen(field=field, on=terms.valid_from.isoformat())
    giver, receiver = authority.posts[str(terms.giver)], authority.posts[str(terms.receiver)]
    if giver.key == receiver.key:
        raise MandateToItself(field="receiver")
    mandate = Mandate(
        form=form_between(chain_between(authority.posts, giver, receiver)),
        giver=giver.key,
        receiver=receiver.key,
        kinds=terms.kinds,
        valid_from=terms.valid_from,
        valid_to=terms.last_day + timedelta(days=1) if terms.last_day is not None else None,
        letter=terms.letter,
        source=terms.source,
        is_verified=terms.is_verified,
    )
    return checked_mandate(mandate, authority.posts, authority.rules), receiver, giver


def _titles(ctx: Context, mandate: Mandate) -> tuple[str, str]:
    """Return the titles of who receives and who gives, as on the mandate's first day."""
    posts = authority_frame(ctx, mandate.valid_from).authority.posts
    signer, giver = posts.get(mandate.receiver), posts.get(mandate.giver)
    return (
        signer.title if signer is not None else mandate.receiver,
        giver.title if giver is not None else mandate.giver,
    )
