"""What follows a commencement as an office sets it: its tasks, and what bars inaugurations."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.commencement_events import FollowUpRuleChanged
from orgflow.domain.audit.events import SettingsChanged
from orgflow.domain.organisation.profile import SettingKey
from orgflow.domain.proposals.commencement_findings import Election, InaugurationRule
from orgflow.domain.proposals.follow_up import FollowUpKindsMissing, FollowUpRule
from orgflow.domain.values import clean_line, clean_text
from orgflow.services.commencement_pages import election_of
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read, use_case
from orgflow.store import follow_ups, governments

BASIS_LENGTH: Final = 2_000


@dataclass(frozen=True, slots=True)
class TaskRule:
    """A task that new lists have, with what it is changed by."""

    id: UUID
    revision: int
    rule: FollowUpRule


@dataclass(frozen=True, slots=True)
class BarringRule:
    """A rule on inaugurations, with what it is changed by."""

    id: UUID
    revision: int
    rule: InaugurationRule


@dataclass(frozen=True, slots=True)
class FollowUpRulesPage:
    """A government's rules of what follows, those on inaugurations, and the election's days."""

    rules: tuple[TaskRule, ...]
    inaugurations: tuple[BarringRule, ...]
    election: Election


@dataclass(frozen=True, slots=True)
class KeepFollowUpRule:
    """A rule in the place of the one kept, or without ``rule_id`` a new one; its code is never changed."""

    rule: FollowUpRule
    rule_id: UUID | None = None
    seen_revision: int = 0


@dataclass(frozen=True, slots=True)
class CiteInaugurationRule:
    """Where a rule on inaugurations stands, how long before it holds, and whether somebody read it."""

    rule_id: UUID
    seen_revision: int
    months: int | None
    citation: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class SetElection:
    """The election's days; None is *belum diisi*."""

    candidates_on: date | None
    term_ends_on: date | None


@read(requires=Permission.MANAGE_SETTINGS)
def list_follow_up_rules(ctx: Context) -> FollowUpRulesPage:
    """Return what follows a commencement as it is set."""
    return FollowUpRulesPage(
        tuple(
            TaskRule(held.id, held.revision, held.rule)
            for held in follow_ups.follow_up_rules(ctx.session, ctx.government_id)
        ),
        tuple(
            BarringRule(held.id, held.revision, held.rule)
            for held in follow_ups.inauguration_rules(ctx.session, ctx.government_id)
        ),
        election_of(governments.settings(ctx.session, ctx.government_id)),
    )


@use_case(requires=Permission.MANAGE_SETTINGS)
def keep_follow_up_rule(ctx: Context, command: KeepFollowUpRule) -> UUID:
    """Change a rule, or keep another one; lists that were begun stay as they are.

    Raises:
        UnknownFollowUpRule, StaleRevision.
        FollowUpKindsMissing, TextEmpty, TextTooLong, TextUnprintable.
    """
    rule = _clean(command.rule)
    if command.rule_id is None:
        rule_id = ctx.new_id()
        coded = replace(rule, code=f"LAIN_{rule_id.hex[:12].upper()}")
        follow_ups.add_follow_up_rule(ctx.session, ctx.government_id, coded, new_id=rule_id)
        ctx.record(FollowUpRuleChanged(str(rule_id), None, rule_line(rule)))
        return rule_id
    row = follow_ups.follow_up_rule_row(ctx.session, ctx.government_id, command.rule_id)
    held = as_seen(ctx, row, command.seen_revision)
    before = follow_ups.rule_of(held)
    follow_ups.write_follow_up_rule(held, rule)
    ctx.record(FollowUpRuleChanged(str(held.id), rule_line(before), rule_line(rule)))
    return held.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def cite_inauguration_rule(ctx: Context, command: CiteInaugurationRule) -> UUID:
    """Change where a rule on inaugurations stands.

    Raises:
        UnknownFollowUpRule, StaleRevision, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = follow_ups.inauguration_rule_row(ctx.session, ctx.government_id, command.rule_id)
    held = as_seen(ctx, row, command.seen_revision)
    before = f"{held.citation} ({_trust(is_verified=held.is_verified)})"
    held.citation = clean_line(command.citation, field="citation", limit=BASIS_LENGTH)
    held.is_verified = command.is_verified
    if held.months is not None and command.months is not None:
        held.months = command.months
    held.revision += 1
    after = f"{held.citation} ({_trust(is_verified=held.is_verified)})"
    ctx.record(FollowUpRuleChanged(str(held.id), before, after))
    return held.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_election(ctx: Context, command: SetElection) -> UUID:
    """Set the days of the next election of the head of region.

    Raises:
        NothingChanged.
    """
    held = governments.settings(ctx.session, ctx.government_id)
    wanted = {
        SettingKey.CANDIDATES_ON: command.candidates_on,
        SettingKey.TERM_ENDS_ON: command.term_ends_on,
    }
    for key, day in wanted.items():
        before, after = held.get(key, ""), day.isoformat() if day is not None else ""
        if before != after:
            governments.put_setting(
                ctx.session, ctx.government_id, str(key), after or None, new_id=ctx.new_id(), at=ctx.now
            )
            ctx.record(SettingsChanged(str(ctx.government_id), str(key), before or None, after or None))
    if not ctx.events:
        raise NothingChanged(field="candidates_on")
    return ctx.government_id


def rule_line(rule: FollowUpRule) -> str:
    """Return a rule as one line for the history."""
    use, trust = "dipakai" if rule.is_active else "tidak dipakai", _trust(is_verified=rule.is_verified)
    return f"{rule.title}; oleh {rule.usual}; dasar: {rule.basis} ({trust}); {use}"


def _trust(*, is_verified: bool) -> str:
    return "sudah diverifikasi" if is_verified else "belum diverifikasi"


def _clean(rule: FollowUpRule) -> FollowUpRule:
    if not rule.kinds:
        raise FollowUpKindsMissing(field="kinds")
    return replace(
        rule,
        title=clean_line(rule.title, field="title", limit=200),
        usual=clean_line(rule.usual, field="usual", limit=200),
        basis=clean_text(rule.basis, field="basis", limit=BASIS_LENGTH),
    )
