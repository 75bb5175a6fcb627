"""What follows a commencement: the rules of a government's lists, and the tasks of each list."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.proposals.commencement_findings import InaugurationForm, InaugurationRule
from orgflow.domain.proposals.follow_up import ChangeKind, FollowUp, FollowUpRule, FollowUpState
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Moment, Owned, owned_row
from orgflow.store.proposals import ProposalRow, Scope, within


class UnknownFollowUp(NotFound):
    """No such task follows the proposal."""

    code = "unknown_follow_up"


class UnknownFollowUpRule(NotFound):
    """No such rule of what follows, or not of this government."""

    code = "unknown_follow_up_rule"


class FollowUpRuleRow(Base, Owned):
    """A task that new lists have; ``kinds`` are the kinds of change, parted by spaces."""

    __tablename__ = "follow_up_rules"
    __table_args__ = (UniqueConstraint("government_id", "code"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(500))
    usual: Mapped[str] = mapped_column(String(500))
    kinds: Mapped[str] = mapped_column(String(500))
    basis: Mapped[str] = mapped_column(Text())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    is_active: Mapped[bool] = mapped_column(Boolean())
    position: Mapped[int] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer())


class InaugurationRuleRow(Base, Owned):
    """A rule on when officials may not be replaced without the ministry's approval."""

    __tablename__ = "inauguration_rules"

    id: Mapped[Key]
    form: Mapped[str] = mapped_column(String(60))
    months: Mapped[int | None] = mapped_column(Integer())
    citation: Mapped[str] = mapped_column(Text())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    position: Mapped[int] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer())


class FollowUpRow(Base, Owned):
    """One task that follows a proposal's commencement."""

    __tablename__ = "follow_ups"
    __table_args__ = (UniqueConstraint("proposal_id", "code"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    code: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(500))
    usual: Mapped[str] = mapped_column(String(500))
    state: Mapped[str] = mapped_column(String(60))
    who: Mapped[str] = mapped_column(String(200))
    acted_on: Mapped[date | None] = mapped_column(Date())
    note: Mapped[str] = mapped_column(Text())
    reason: Mapped[str] = mapped_column(Text())
    file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    position: Mapped[int] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer())
    changed_by: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[Moment]


@dataclass(frozen=True, slots=True)
class HeldFollowUpRule:
    """A rule with what it is changed by."""

    id: UUID
    revision: int
    rule: FollowUpRule


@dataclass(frozen=True, slots=True)
class HeldInaugurationRule:
    """A rule with what it is changed by."""

    id: UUID
    revision: int
    rule: InaugurationRule


def follow_up_rules(session: Session, government_id: GovernmentId) -> tuple[HeldFollowUpRule, ...]:
    """Return a government's rules of what follows, in their order."""
    rows = session.scalars(
        select(FollowUpRuleRow)
        .where(FollowUpRuleRow.government_id == government_id)
        .order_by(FollowUpRuleRow.position, FollowUpRuleRow.id)
    )
    return tuple(HeldFollowUpRule(row.id, row.revision, rule_of(row)) for row in rows)


def follow_up_rule_row(session: Session, government_id: GovernmentId, rule_id: UUID) -> FollowUpRuleRow:
    """Return a rule's row.

    Raises:
        UnknownFollowUpRule.
    """
    row = owned_row(session, FollowUpRuleRow, government_id, rule_id)
    if row is None:
        raise UnknownFollowUpRule(rule_id=str(rule_id))
    return row


def add_follow_up_rule(
    session: Session, government_id: GovernmentId, rule: FollowUpRule, *, new_id: UUID
) -> None:
    """Enter a rule after those held."""
    last = select(func.max(FollowUpRuleRow.position)).where(FollowUpRuleRow.government_id == government_id)
    row = FollowUpRuleRow(
        id=new_id,
        government_id=government_id,
        code=rule.code,
        position=(session.scalar(last) or 0) + 1,
        revision=0,
    )
    write_follow_up_rule(row, rule)
    session.add(row)
    session.flush()


def write_follow_up_rule(row: FollowUpRuleRow, rule: FollowUpRule) -> None:
    """Let the row say this rule; its code stays."""
    row.title, row.usual, row.basis = rule.title, rule.usual, rule.basis
    row.kinds = " ".join(str(kind) for kind in ChangeKind if kind in rule.kinds)
    row.is_verified, row.is_active = rule.is_verified, rule.is_active
    row.revision += 1


def rule_of(row: FollowUpRuleRow) -> FollowUpRule:
    """Return the rule that the row says."""
    kinds = frozenset(map(ChangeKind, row.kinds.split()))
    return FollowUpRule(row.code, row.title, row.usual, kinds, row.basis, row.is_verified, row.is_active)


def inauguration_rules(session: Session, government_id: GovernmentId) -> tuple[HeldInaugurationRule, ...]:
    """Return a government's rules on inaugurations, in their order."""
    rows = session.scalars(
        select(InaugurationRuleRow)
        .where(InaugurationRuleRow.government_id == government_id)
        .order_by(InaugurationRuleRow.position, InaugurationRuleRow.id)
    )
    return tuple(
        HeldInaugurationRule(
            row.id,
            row.revision,
            InaugurationRule(InaugurationForm(row.form), row.months, row.citation, row.is_verified),
        )
        for row in rows
    )


def inauguration_rule_row(
    session: Session, government_id: GovernmentId, rule_id: UUID
) -> InaugurationRuleRow:
    """Return a rule's row.

    Raises:
        UnknownFollowUpRule.
    """
    row = owned_row(session, InaugurationRuleRow, government_id, rule_id)
    if row is None:
        raise UnknownFollowUpRule(rule_id=str(rule_id))
    return row


def add_inauguration_rule(
    session: Session, government_id: GovernmentId, rule: InaugurationRule, *, new_id: UUID, position: int
) -> None:
    """Enter a rule in its place."""
    session.add(
        InaugurationRuleRow(
            id=new_id,
            government_id=government_id,
            form=str(rule.form),
            months=rule.months,
            citation=rule.citation,
            is_verified=rule.is_verified,
            position=position,
            revision=1,
        )
    )
    session.flush()


def follow_ups_of(session: Session, proposal_id: UUID) -> tuple[FollowUpRow, ...]:
    """Return the tasks of a proposal's list in their order."""
    return tuple(
        session.scalars(
            select(FollowUpRow).where(FollowUpRow.proposal_id == proposal_id).order_by(FollowUpRow.position)
        )
    )


def follow_up_row(session: Session, proposal_id: UUID, task_id: UUID) -> FollowUpRow:
    """Return one task's row, to be changed.

    Raises:
        UnknownFollowUp.
    """
    row = session.scalars(
        select(FollowUpRow)
        .where(FollowUpRow.id == task_id, FollowUpRow.proposal_id == proposal_id)
        .with_for_update()
    ).one_or_none()
    if row is None:
        raise UnknownFollowUp(task_id=str(task_id))
    return row


def task_of(row: FollowUpRow) -> FollowUp:
    """Return the task that the row says."""
    return FollowUp(
        row.code,
        row.title,
        row.usual,
        FollowUpState(row.state),
        row.who,
        row.acted_on,
        row.note,
        row.reason,
    )


def write_task(row: FollowUpRow, task: FollowUp) -> None:
    """Let the row say how far the task is."""
    row.state, row.who, row.acted_on = str(task.state), task.who, task.acted_on
    row.note, row.reason = task.note, task.reason


def open_lists(
    session: Session, scope: Scope, closed: Collection[FollowUpState]
) -> tuple[tuple[ProposalRow, int], ...]:
    """Return the proposals with tasks that are not closed, each with how many, the oldest first."""
    query = (
        select(ProposalRow, func.count(FollowUpRow.id))
        .join(FollowUpRow, FollowUpRow.proposal_id == ProposalRow.id)
        .where(
            within(scope),
            FollowUpRow.state.not_in([str(state) for state in closed]),
        )
        .group_by(ProposalRow.id)
        .order_by(ProposalRow.changed_at)
    )
    return tuple((row, count) for row, count in session.execute(query))


def holds_file(session: Session, scope: Scope, file_id: UUID) -> bool:
    """Say whether a file came with a task of a proposal in the scope."""
    query = (
        select(FollowUpRow.id)
        .join(ProposalRow, ProposalRow.id == FollowUpRow.proposal_id)
        .where(FollowUpRow.file_id == file_id, within(scope))
    )
    return session.scalars(query).first() is not None
