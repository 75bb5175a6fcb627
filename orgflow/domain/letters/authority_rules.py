"""Rules of who may sign what, kept as rows; each says how far it is trusted and how much it weighs.

Source: [UU-30-2014 Pasal 14(7)], [SIGNING-ON-BEHALF].
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.letters.authority import (
    Mandate,
    SigningKind,
    SigningPost,
    SigningRole,
    SigningWish,
)
from orgflow.domain.letters.authority_errors import (
    MayNotSignInOwnName,
    NotSignedOnBehalf,
    RuleMonthsUnfit,
    RuleReachUnfit,
    RuleSeverityUnfit,
)
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.domain.values import clean_line, clean_text

LONGEST_MONTHS: Final = 120
CITATION_LENGTH: Final = 1000


class SigningRuleCode(StrEnum):
    """What a rule says."""

    STRATEGIC_DECISION = "strategic_decision"
    """These capacities take no decision on the organisation by these kinds."""
    TERM_TOO_LONG = "term_too_long"
    """These capacities last so many months at most."""
    APPOINTMENT_LETTER_MISSING = "appointment_letter_missing"
    """These capacities rest on a letter, which should be recorded."""
    MANDATE_LETTER_MISSING = "mandate_letter_missing"
    """A mandate rests on a letter, which should be recorded."""
    NOT_ON_BEHALF = "not_on_behalf"
    """These kinds are signed in nobody else's name."""
    KEPT_TO = "kept_to"
    """These kinds are signed in their own name by these posts alone."""


class FindingCode(StrEnum):
    """What a finding on a signature says beyond the rules kept as rows."""

    MANDATE_UNVERIFIED = "mandate_unverified"
    PLACE_UNVERIFIED = "place_unverified"


class Severity(StrEnum):
    """How much a rule weighs."""

    WARNS = "warns"
    NEEDS_REASON = "needs_reason"
    REFUSES = "refuses"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningRule:
    """One rule; an empty tuple applies to every kind, capacity or post.

    Attributes:
        months: how long at most; None where the rule counts nothing.
        citation: where it is said to stand.
        is_verified: whether that was looked up.
    """

    code: SigningRuleCode
    citation: str
    is_verified: bool
    severity: Severity
    kinds: tuple[SigningKind, ...] = ()
    capacities: tuple[AppointmentKind, ...] = ()
    roles: tuple[SigningRole, ...] = ()
    months: int | None = None


@dataclass(frozen=True, slots=True)
class SigningFinding:
    """What speaks against a signature without barring it.

    Attributes:
        facts: what the sentence names, such as ``name``, ``since`` (a day), ``months``.
    """

    code: SigningRuleCode | FindingCode
    citation: str
    is_verified: bool
    severity: Severity
    facts: Mapping[str, str]


WEIGHTS: Final[Mapping[SigningRuleCode, tuple[Severity, ...]]] = {
    SigningRuleCode.STRATEGIC_DECISION: (Severity.NEEDS_REASON, Severity.WARNS),
    SigningRuleCode.TERM_TOO_LONG: (Severity.WARNS, Severity.NEEDS_REASON),
    SigningRuleCode.APPOINTMENT_LETTER_MISSING: (Severity.WARNS, Severity.NEEDS_REASON),
    SigningRuleCode.MANDATE_LETTER_MISSING: (Severity.WARNS, Severity.NEEDS_REASON),
    SigningRuleCode.NOT_ON_BEHALF: (Severity.REFUSES, Severity.NEEDS_REASON),
    SigningRuleCode.KEPT_TO: (Severity.REFUSES, Severity.NEEDS_REASON),
}
"""How much each may weigh, the usual first: whether a person may go on is not for a row to take away."""


def checked_signing_rule(rule: SigningRule) -> SigningRule:
    """Return the rule as it may be kept, its citation cleaned.

    Raises:
        RuleSeverityUnfit, RuleMonthsUnfit, RuleReachUnfit.
        TextEmpty, TextTooLong, TextUnprintable: the citation cannot be kept.
    """
    citation = clean_line(
        clean_text(rule.citation, field="citation"), field="citation", limit=CITATION_LENGTH
    )
    if rule.severity not in WEIGHTS[rule.code]:
        raise RuleSeverityUnfit(field="severity")
    if rule.code is SigningRuleCode.TERM_TOO_LONG and not 1 <= (rule.months or 0) <= LONGEST_MONTHS:
        raise RuleMonthsUnfit(field="months", longest=LONGEST_MONTHS)
    if rule.code in (SigningRuleCode.NOT_ON_BEHALF, SigningRuleCode.KEPT_TO) and not rule.kinds:
        raise RuleReachUnfit(field="kinds")
    if rule.code is SigningRuleCode.KEPT_TO and not rule.roles:
        raise RuleReachUnfit(field="roles")
    return replace(rule, citation=citation)


def kinds_kept_from_behalf(rules: Iterable[SigningRule]) -> frozenset[SigningKind]:
    """Return the kinds that nobody signs in another's name."""
    return frozenset(
        kind
        for rule in rules
        if rule.code is SigningRuleCode.NOT_ON_BEHALF and rule.severity is Severity.REFUSES
        for kind in rule.kinds
    )


def review_kind(
    wish: SigningWish, signer: SigningPost, rules: Iterable[SigningRule]
) -> tuple[SigningFinding, ...]:
    """Return what the rules say of this kind in the signer's own or another's name.

    Raises:
        NotSignedOnBehalf, MayNotSignInOwnName: a rule that refuses.
    """
    code = SigningRuleCode.KEPT_TO if wish.is_in_own_name else SigningRuleCode.NOT_ON_BEHALF
    found: list[SigningFinding] = []
    for rule in rules:
        if rule.code is not code or wish.kind not in rule.kinds or signer.role in rule.roles:
            continue
        if rule.severity is Severity.REFUSES:
            refusal = MayNotSignInOwnName if wish.is_in_own_name else NotSignedOnBehalf
            raise refusal(
                signing_kind=str(wish.kind),
                post=signer.title,
                signing_roles=tuple(str(role) for role in rule.roles),
                citation=rule.citation,
            )
        found.append(_found(rule, kind=str(wish.kind), post=signer.title))
    return tuple(found)


def review_holder(
    wish: SigningWish, signer: SigningPost, holder: Tenure, rules: Iterable[SigningRule]
) -> Iterator[SigningFinding]:
    """Yield what the rules say of the capacity in which the holder signs."""
    named = {"name": holder.official_name, "post": signer.title, "capacity": str(holder.kind)}
    for rule in rules:
        if rule.capacities and holder.kind not in rule.capacities:
            continue
        match rule.code:
            case SigningRuleCode.STRATEGIC_DECISION:
                if wish.decides_on_structure and (not rule.kinds or wish.kind in rule.kinds):
                    yield _found(rule, kind=str(wish.kind), **named)
            case SigningRuleCode.TERM_TOO_LONG:
                since = _since(holder, signer.tenures)
                months = rule.months or LONGEST_MONTHS
                if wish.on >= months_after(since, months):
                    yield _found(rule, since=since.isoformat(), months=str(months), **named)
            case SigningRuleCode.APPOINTMENT_LETTER_MISSING:
                if holder.letter is None:
                    yield _found(rule, **named)
            case _:
                continue


def review_mandate(mandate: Mandate, rules: Iterable[SigningRule]) -> Iterator[SigningFinding]:
    """Yield what speaks against the mandate."""
    since = mandate.valid_from.isoformat()
    if mandate.letter is None:
        for rule in rules:
            if rule.code is SigningRuleCode.MANDATE_LETTER_MISSING:
                yield _found(rule, since=since)
    if not mandate.is_verified:
        yield SigningFinding(
            FindingCode.MANDATE_UNVERIFIED,
            mandate.source,
            is_verified=False,
            severity=Severity.WARNS,
            facts={"since": since},
        )


def months_after(day: date, months: int) -> date:
    """Return the day so many months later, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


def _since(holder: Tenure, tenures: Iterable[Tenure]) -> date:
    """Return since when the person acts in this capacity without a break."""
    own = [t for t in tenures if (t.official_name, t.kind) == (holder.official_name, holder.kind)]
    since = holder.valid_from
    for earlier in sorted(own, key=lambda tenure: tenure.valid_from, reverse=True):
        if earlier.valid_from < since and earlier.valid_to is not None and earlier.valid_to >= since:
            since = earlier.valid_from
    return since


def _found(rule: SigningRule, **facts: str) -> SigningFinding:
    return SigningFinding(rule.code, rule.citation, rule.is_verified, rule.severity, facts)
