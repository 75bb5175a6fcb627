"""Rules of who may sign what, kept as rows."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Boolean, Integer, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.letters.authority import SigningKind, SigningRole
from orgflow.domain.letters.authority_rules import Severity, SigningRule, SigningRuleCode
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Owned, owned_row


class UnknownSigningRule(NotFound):
    """No such rule, or not of this government."""

    code = "unknown_signing_rule"


class SigningRuleRow(Base, Owned):
    """One rule; what it applies to are codes with blanks between, none of them is all."""

    __tablename__ = "signing_rules"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60))
    kinds: Mapped[str] = mapped_column(String(500))
    capacities: Mapped[str] = mapped_column(String(500))
    roles: Mapped[str] = mapped_column(String(500))
    months: Mapped[int | None] = mapped_column(Integer())
    citation: Mapped[str] = mapped_column(Text())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    severity: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


@dataclass(frozen=True, slots=True)
class HeldSigningRule:
    """A rule with what it is changed by."""

    id: UUID
    revision: int
    rule: SigningRule


def signing_rules(session: Session, government_id: GovernmentId) -> tuple[HeldSigningRule, ...]:
    """Return a government's rules in their order."""
    rows = session.scalars(
        select(SigningRuleRow)
        .where(SigningRuleRow.government_id == government_id)
        .order_by(SigningRuleRow.position, SigningRuleRow.id)
    )
    return tuple(held_of(row) for row in rows)


def signing_rule_row(session: Session, government_id: GovernmentId, rule_id: UUID) -> SigningRuleRow:
    """Return a rule's row.

    Raises:
        UnknownSigningRule.
    """
    row = owned_row(session, SigningRuleRow, government_id, rule_id)
    if row is None:
        raise UnknownSigningRule(rule_id=str(rule_id))
    return row


def add_signing_rule(
    session: Session, government_id: GovernmentId, rule: SigningRule, *, new_id: UUID, position: int
) -> None:
    """Enter a rule at its place."""
    row = SigningRuleRow(id=new_id, government_id=government_id, position=position, revision=0)
    write_signing_rule(row, rule)
    session.add(row)
    session.flush()


def write_signing_rule(row: SigningRuleRow, rule: SigningRule) -> None:
    """Let the row say this rule."""
    row.code, row.severity = str(rule.code), str(rule.severity)
    row.kinds = " ".join(str(kind) for kind in rule.kinds)
    row.capacities = " ".join(str(kind) for kind in rule.capacities)
    row.roles = " ".join(str(role) for role in rule.roles)
    row.months, row.citation, row.is_verified = rule.months, rule.citation, rule.is_verified
    row.revision += 1


def held_of(row: SigningRuleRow) -> HeldSigningRule:
    """Return what the row says."""
    rule = SigningRule(
        code=SigningRuleCode(row.code),
        citation=row.citation,
        is_verified=row.is_verified,
        severity=Severity(row.severity),
        kinds=tuple(SigningKind(code) for code in row.kinds.split()),
        capacities=tuple(AppointmentKind(code) for code in row.capacities.split()),
        roles=tuple(SigningRole(code) for code in row.roles.split()),
        months=row.months,
    )
    return HeldSigningRule(row.id, row.revision, rule)
