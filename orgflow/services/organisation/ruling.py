"""Rules of structure: listed, added, changed and removed, and what they say of a structure."""

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.rule_events import RuleChanged
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.rules import (
    EchelonOf,
    MaximumBelow,
    NeedsPerda,
    StructureFinding,
    StructureRule,
    checked_rule,
    review_structure,
)
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import clean_line
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.use_case import read, use_case
from orgflow.store import governments, organisation, posts, structure_rules
from orgflow.store.structure_rules import HeldName, HeldRule, StructureRuleRow


@dataclass(frozen=True, slots=True)
class RulesPage:
    """A government's rules, the guideline's names, and the kinds both speak of."""

    rules: tuple[HeldRule, ...]
    names: tuple[HeldName, ...]
    kinds: dict[str, UnitKind]


@dataclass(frozen=True, slots=True)
class RulePage:
    """One rule and the kinds it may speak of."""

    held: HeldRule
    kinds: dict[str, UnitKind]


@dataclass(frozen=True, slots=True)
class AddRule:
    """A rule that was not kept yet."""

    rule: StructureRule


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A rule in the place of the one kept; it stays of the same form."""

    rule_id: UUID
    seen_revision: int
    rule: StructureRule


@dataclass(frozen=True, slots=True)
class RemoveRule:
    """A rule that is no longer asked."""

    rule_id: UUID
    seen_revision: int
    reason: str


@read(requires=Permission.MANAGE_SETTINGS)
def list_rules(ctx: Context) -> RulesPage:
    """Return the rules kept."""
    return RulesPage(
        structure_rules.structure_rules(ctx.session, ctx.government_id),
        structure_rules.held_names(ctx.session, ctx.government_id),
        organisation.kinds(ctx.session, ctx.government_id),
    )


@read(requires=Permission.MANAGE_SETTINGS)
def show_rule(ctx: Context, rule_id: UUID) -> RulePage:
    """Return one rule.

    Raises:
        UnknownRule.
    """
    row = structure_rules.rule_row(ctx.session, ctx.government_id, rule_id)
    held = HeldRule(row.id, row.revision, structure_rules.rule_of(row))
    return RulePage(held, organisation.kinds(ctx.session, ctx.government_id))


@read(requires=Permission.VIEW_STRUCTURE)
def review(ctx: Context, structure: Structure) -> tuple[StructureFinding, ...]:
    """Return what the rules say of a structure of the actor's government; a finding warns."""
    return review_structure(
        structure,
        posts.head_echelons(ctx.session, ctx.government_id, structure.on),
        (held.rule for held in structure_rules.structure_rules(ctx.session, ctx.government_id)),
        governments.guideline_names(ctx.session, ctx.government_id),
    )


@use_case(requires=Permission.MANAGE_SETTINGS)
def add_rule(ctx: Context, command: AddRule) -> UUID:
    """Keep another rule.

    Raises:
        UnknownKind, RuleKindsReversed, RuleAmountUnfit, EchelonUnreadable, RuleTwice.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    kinds = organisation.kinds(ctx.session, ctx.government_id)
    rule = checked_rule(command.rule, kinds, _beside(ctx))
    rule_id = ctx.new_id()
    structure_rules.add_rule(ctx.session, ctx.government_id, rule, new_id=rule_id)
    ctx.record(RuleChanged(str(rule_id), None, rule_words(rule, kinds)))
    return rule_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_rule(ctx: Context, command: ChangeRule) -> UUID:
    """Change a rule.

    Raises:
        UnknownRule, StaleRevision, and the refusals of ``add_rule``.
    """
    kinds = organisation.kinds(ctx.session, ctx.government_id)
    row = _seen(ctx, command.rule_id, command.seen_revision)
    before = structure_rules.rule_of(row)
    rule = checked_rule(command.rule, kinds, _beside(ctx, row.id))
    structure_rules.write_rule(row, rule)
    ctx.record(RuleChanged(str(row.id), rule_words(before, kinds), rule_words(rule, kinds)))
    return row.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def remove_rule(ctx: Context, command: RemoveRule) -> UUID:
    """Remove a rule, for a reason that stays in the history.

    Raises:
        UnknownRule, StaleRevision, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = _seen(ctx, command.rule_id, command.seen_revision)
    reason = clean_line(command.reason, field="reason")
    kinds = organisation.kinds(ctx.session, ctx.government_id)
    ctx.record(RuleChanged(str(row.id), rule_words(structure_rules.rule_of(row), kinds), None, reason))
    ctx.session.delete(row)
    return command.rule_id


def rule_words(rule: StructureRule, kinds: dict[str, UnitKind]) -> str:
    """Return a rule as one line for the history."""

    def name(code: str) -> str:
        return kinds[code].name if code in kinds else code

    trust = "sudah diverifikasi" if rule.is_verified else "belum diverifikasi"
    match rule:
        case MaximumBelow(below_kind_code=below, amount=amount):
            said = f"Paling banyak {amount} {name(below)} langsung di bawah satu {name(rule.kind_code)}"
        case EchelonOf(echelon=echelon):
            kind = kinds.get(rule.kind_code)
            head = kind.head_of(kind.name) if kind is not None else rule.kind_code
            said = f"{head} bereselon {echelon}"
        case NeedsPerda():
            said = f"{name(rule.kind_code)} dibentuk, diubah, atau dihapus dengan Perda"
        case _:
            assert_never(rule)
    return f"{said}; dasar: {rule.citation} ({trust})"


def _seen(ctx: Context, rule_id: UUID, seen: int) -> StructureRuleRow:
    return as_seen(ctx, structure_rules.rule_row(ctx.session, ctx.government_id, rule_id), seen)


def _beside(ctx: Context, but: UUID | None = None) -> tuple[StructureRule, ...]:
    held = structure_rules.structure_rules(ctx.session, ctx.government_id)
    return tuple(entry.rule for entry in held if entry.id != but)
