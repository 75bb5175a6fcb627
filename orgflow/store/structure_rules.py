"""Rules of structure kept as rows: limits, echelons, what needs a Perda, and the guideline's names."""

from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from sqlalchemy import Boolean, Integer, String, Text, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.errors import NotFound
from orgflow.domain.organisation.rules import EchelonOf, MaximumBelow, NeedsPerda, StructureRule
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Owned, owned_row
from orgflow.store.governments import GuidelineNameRow

MAXIMUM, ECHELON, PERDA = "maximum_below", "echelon_of", "needs_perda"


class UnknownRule(NotFound):
    """No such rule, or not of this government."""

    code = "unknown_rule"


class StructureRuleRow(Base, Owned):
    """One rule; which columns mean what depends on ``form``, see the domain's rules."""

    __tablename__ = "structure_rules"

    id: Mapped[Key]
    form: Mapped[str] = mapped_column(String(60))
    kind_code: Mapped[str] = mapped_column(String(60))
    below_kind_code: Mapped[str | None] = mapped_column(String(60))
    amount: Mapped[int | None] = mapped_column(Integer())
    echelon: Mapped[str | None] = mapped_column(String(60))
    citation: Mapped[str] = mapped_column(Text())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    position: Mapped[int] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


@dataclass(frozen=True, slots=True)
class HeldRule:
    """A rule with what it is changed by."""

    id: UUID
    revision: int
    rule: StructureRule


@dataclass(frozen=True, slots=True)
class HeldName:
    """A name of the guideline with what it is changed by."""

    id: UUID
    revision: int
    name: GuidelineName


def structure_rules(session: Session, government_id: GovernmentId) -> tuple[HeldRule, ...]:
    """Return a government's rules in their order."""
    rows = session.scalars(
        select(StructureRuleRow)
        .where(StructureRuleRow.government_id == government_id)
        .order_by(StructureRuleRow.position, StructureRuleRow.id)
    )
    return tuple(HeldRule(row.id, row.revision, rule_of(row)) for row in rows)


def rule_row(session: Session, government_id: GovernmentId, rule_id: UUID) -> StructureRuleRow:
    """Return a rule's row.

    Raises:
        UnknownRule.
    """
    row = owned_row(session, StructureRuleRow, government_id, rule_id)
    if row is None:
        raise UnknownRule(rule_id=str(rule_id))
    return row


def add_rule(session: Session, government_id: GovernmentId, rule: StructureRule, *, new_id: UUID) -> None:
    """Enter a rule after those held."""
    last = select(func.max(StructureRuleRow.position)).where(StructureRuleRow.government_id == government_id)
    row = StructureRuleRow(
        id=new_id, government_id=government_id, position=(session.scalar(last) or 0) + 1, revision=0
    )
    write_rule(row, rule)
    session.add(row)
    session.flush()


def write_rule(row: StructureRuleRow, rule: StructureRule) -> None:
    """Let the row say this rule."""
    row.kind_code, row.citation, row.is_verified = rule.kind_code, rule.citation, rule.is_verified
    row.below_kind_code = row.amount = row.echelon = None
    match rule:
        case MaximumBelow(below_kind_code=below, amount=amount):
            row.form, row.below_kind_code, row.amount = MAXIMUM, below, amount
        case EchelonOf(echelon=echelon):
            row.form, row.echelon = ECHELON, echelon
        case NeedsPerda():
            row.form = PERDA
        case _:
            assert_never(rule)
    row.revision += 1


def rule_of(row: StructureRuleRow) -> StructureRule:
    """Return the rule that the row says."""
    kind, citation, is_verified = row.kind_code, row.citation, row.is_verified
    if row.form == MAXIMUM:
        return MaximumBelow(
            kind_code=kind,
            below_kind_code=row.below_kind_code or "",
            amount=row.amount or 0,
            citation=citation,
            is_verified=is_verified,
        )
    if row.form == ECHELON:
        return EchelonOf(
            kind_code=kind, echelon=row.echelon or "", citation=citation, is_verified=is_verified
        )
    return NeedsPerda(kind_code=kind, citation=citation, is_verified=is_verified)


def held_names(session: Session, government_id: GovernmentId) -> tuple[HeldName, ...]:
    """Return the guideline's names with their ids, in their order."""
    rows = session.scalars(
        select(GuidelineNameRow)
        .where(GuidelineNameRow.government_id == government_id)
        .order_by(GuidelineNameRow.position, GuidelineNameRow.id)
    )
    return tuple(HeldName(row.id, row.revision, name_of(row)) for row in rows)


def name_row(session: Session, government_id: GovernmentId, name_id: UUID) -> GuidelineNameRow:
    """Return the row of a name of the guideline.

    Raises:
        UnknownRule.
    """
    row = owned_row(session, GuidelineNameRow, government_id, name_id)
    if row is None:
        raise UnknownRule(rule_id=str(name_id))
    return row


def name_of(row: GuidelineNameRow) -> GuidelineName:
    """Return the guideline's name that the row says."""
    return GuidelineName(row.kind_code, row.name, row.counterpart_of, row.citation, row.is_verified)


def write_name(row: GuidelineNameRow, name: GuidelineName) -> None:
    """Let the row say this name."""
    row.kind_code, row.name, row.counterpart_of = name.kind_code, name.name, name.counterpart_of
    row.citation, row.is_verified = name.citation, name.is_verified
    row.revision += 1
