"""What was answered where a proposal's structure changed meanwhile, and each carrying over of operations."""

import json
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    and_,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.encoding import OperationUnreadable, decode, encode
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.errors import NotFound
from orgflow.domain.proposals.states import ENDED, ProposalState
from orgflow.domain.values import GovernmentId, ProposalId
from orgflow.store.base import Base, Instant, Key, Moment, Owned
from orgflow.store.functions import FunctionVersionRow
from orgflow.store.organisation import UnitVersionRow
from orgflow.store.posts import PostVersionRow
from orgflow.store.proposals import OperationRow, ProposalRow, Scope, within


class UnknownQuestion(NotFound):
    """No such question was put to Biro Organisasi, or not for this actor."""

    code = "unknown_question"


class UnknownRebase(NotFound):
    """The proposal was not carried over at that time."""

    code = "unknown_rebase"


class ProposalQuestionRow(Base, Owned):
    """The answer to one conflict; one that asks Biro Organisasi has a note and, later, its advice."""

    __tablename__ = "proposal_questions"
    __table_args__ = (UniqueConstraint("proposal_id", "key"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    told: Mapped[str] = mapped_column(Text())
    choice: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(Text())
    answered_by: Mapped[str] = mapped_column(String(200))
    answered_at: Mapped[Moment]
    advice: Mapped[str | None] = mapped_column(String(60))
    advice_note: Mapped[str] = mapped_column(Text())
    advised_by: Mapped[str | None] = mapped_column(String(200))
    advised_at: Mapped[datetime | None] = mapped_column(Instant())
    revision: Mapped[int] = mapped_column(Integer())


class ProposalRebaseRow(Base, Owned):
    """One carrying over: what the operations were, what they became, and on which structures."""

    __tablename__ = "proposal_rebases"
    __table_args__ = (UniqueConstraint("proposal_id", "sequence"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer())
    old_on: Mapped[date] = mapped_column(Date())
    old_known_at: Mapped[Moment]
    new_on: Mapped[date] = mapped_column(Date())
    new_known_at: Mapped[Moment]
    before: Mapped[str] = mapped_column(Text())
    after: Mapped[str] = mapped_column(Text())
    told: Mapped[str] = mapped_column(Text())
    made_by: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[Moment]


def questions_of(session: Session, proposal_id: UUID) -> dict[str, ProposalQuestionRow]:
    """Return what was answered, by the conflicts' keys."""
    rows = session.scalars(select(ProposalQuestionRow).where(ProposalQuestionRow.proposal_id == proposal_id))
    return {row.key: row for row in rows}


def asked_in(session: Session, scope: Scope) -> list[ProposalQuestionRow]:
    """Return the questions put to Biro Organisasi that it has not answered, of drafts in the scope."""
    return _put_to_reviewers(session, scope, ProposalQuestionRow.advice.is_(None))


def advised_in(session: Session, scope: Scope) -> list[ProposalQuestionRow]:
    """Return the questions that Biro Organisasi answered and nobody decided yet, of drafts in the scope."""
    return _put_to_reviewers(session, scope, ProposalQuestionRow.advice.is_not(None))


def _put_to_reviewers(
    session: Session, scope: Scope, which: ColumnElement[bool]
) -> list[ProposalQuestionRow]:
    table = ProposalQuestionRow
    query = (
        select(table)
        .join(ProposalRow, ProposalRow.id == table.proposal_id)
        .where(
            within(scope),
            table.choice == Choice.ASK,
            which,
            ProposalRow.state == ProposalState.DRAFT,
        )
    )
    return list(session.scalars(query.order_by(table.answered_at, table.id)))


def question(
    session: Session, proposal_id: ProposalId, question_id: UUID, *, is_changing: bool = False
) -> ProposalQuestionRow:
    """Return one question put to Biro Organisasi.

    Raises:
        UnknownQuestion: there is none, or its answer was decided without it.
    """
    table = ProposalQuestionRow
    query = select(table).where(
        table.id == question_id, table.proposal_id == proposal_id, table.choice == Choice.ASK
    )
    row = session.scalars(query.with_for_update() if is_changing else query).one_or_none()
    if row is None:
        raise UnknownQuestion(question_id=str(question_id))
    return row


def rebases_of(session: Session, proposal_id: UUID) -> list[ProposalRebaseRow]:
    """Return every time a proposal was carried over, the latest first."""
    table = ProposalRebaseRow
    return list(
        session.scalars(select(table).where(table.proposal_id == proposal_id).order_by(table.sequence.desc()))
    )


def rebase_row(session: Session, proposal_id: UUID, rebase_id: UUID) -> ProposalRebaseRow:
    """Return one time a proposal was carried over.

    Raises:
        UnknownRebase.
    """
    row = next((held for held in rebases_of(session, proposal_id) if held.id == rebase_id), None)
    if row is None:
        raise UnknownRebase(rebase_id=str(rebase_id))
    return row


def write_operations(operations: tuple[Operation, ...]) -> str:
    """Return operations as they are kept with a carrying over."""
    return json.dumps([encode(operation) for operation in operations], ensure_ascii=False)


def read_operations(text: str) -> tuple[Operation, ...]:
    """Return the operations that ``write_operations`` wrote.

    Raises:
        OperationUnreadable: as ``decode``.
    """
    return tuple(decode(held) for held in json.loads(text))


def changed_since(
    session: Session, government_id: GovernmentId, base_on: date, known_at: datetime, today: date
) -> bool:
    """Say whether the structure of today may differ from that of a day as it was known at an instant.

    True when anything was recorded or superseded since, or begins or ends between both days.
    """
    first, last = sorted((base_on, today))
    for table in (UnitVersionRow, PostVersionRow, FunctionVersionRow):
        told = or_(table.recorded_at > known_at, table.superseded_at > known_at)
        began = and_(table.valid_from > first, table.valid_from <= last)
        ended = and_(table.valid_to > first, table.valid_to <= last)
        query = select(table.recorded_at).where(table.government_id == government_id, or_(told, began, ended))
        if session.scalars(query.limit(1)).first() is not None:
            return True
    return False


def other_running(
    session: Session, government_id: GovernmentId, but: UUID
) -> list[tuple[ProposalRow, tuple[Operation, ...]]]:
    """Return the other proposals of a government whose road has not ended, with their operations.

    One whose operations this program cannot read has none here: that is its own page's to say.
    """
    table = ProposalRow
    query = select(table).where(
        table.government_id == government_id, table.id != but, table.state.not_in(ENDED)
    )
    rows = list(session.scalars(query.order_by(table.created_at, table.id)))
    bodies: dict[UUID, list[str]] = {}
    asked = select(OperationRow.proposal_id, OperationRow.body).join(
        table, table.id == OperationRow.proposal_id
    )
    asked = asked.where(
        table.government_id == government_id, table.id != but, table.state.not_in(ENDED)
    ).order_by(OperationRow.proposal_id, OperationRow.position)
    for proposal_id, body in session.execute(asked):
        bodies.setdefault(proposal_id, []).append(body)
    return [(row, _readable(bodies.get(row.id, []))) for row in rows]


def _readable(bodies: list[str]) -> tuple[Operation, ...]:
    try:
        return tuple(map(decode, bodies))
    except OperationUnreadable:
        return ()
