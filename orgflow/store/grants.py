"""The ministry's answers item by item: composed beside the proposal's operations, and kept as given."""

import json
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.encoding import decode, encode, from_plain, plain
from orgflow.domain.changes.operations import Operation
from orgflow.domain.ministry.grants import Granted, GrantVerdict
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import OperationId, ProposalId
from orgflow.store.base import Base, Key, Moment, Owned
from orgflow.store.proposals import StepRow

ENDS_REVIEW = (Action.ANSWER_APPROVED, Action.ANSWER_APPROVED_WITH_NOTES, Action.ANSWER_REJECTED)
"""The answers after which the ministry has nothing more to say to the operations."""


class MinistryAnswerRow(Base, Owned):
    """An answer to a proposal by one letter; until its step is taken it is being composed."""

    __tablename__ = "ministry_answers"
    __table_args__ = (UniqueConstraint("letter_id", "proposal_id"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("incoming_letters.id"))
    revision: Mapped[int] = mapped_column(Integer())
    step_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("proposal_steps.id"))
    round: Mapped[int | None] = mapped_column(Integer())
    late_reason: Mapped[str] = mapped_column(Text())
    changed_by: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[Moment]


class GrantedOperationRow(Base, Owned):
    """What became of one operation; ``asked`` is as it was submitted, ``become`` a list in versioned JSON."""

    __tablename__ = "granted_operations"
    __table_args__ = (UniqueConstraint("answer_id", "operation_id"),)

    id: Mapped[Key]
    answer_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("ministry_answers.id"))
    operation_id: Mapped[UUID] = mapped_column(Uuid())
    position: Mapped[int] = mapped_column(Integer())
    verdict: Mapped[str] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text())
    asked: Mapped[str] = mapped_column(Text())
    become: Mapped[str] = mapped_column(Text())


def answer_by(session: Session, letter_id: UUID, proposal_id: ProposalId) -> MinistryAnswerRow | None:
    """Return the answer that a letter gives to a proposal; None while none is composed."""
    table = MinistryAnswerRow
    return session.scalars(
        select(table).where(table.letter_id == letter_id, table.proposal_id == proposal_id)
    ).one_or_none()


def answers_of(session: Session, proposal_id: ProposalId) -> list[MinistryAnswerRow]:
    """Return what the letters about a proposal say to it, recorded or being composed."""
    table = MinistryAnswerRow
    return list(session.scalars(select(table).where(table.proposal_id == proposal_id)))


def final_step(session: Session, proposal_id: ProposalId) -> StepRow | None:
    """Return the step by which the ministry's review ended; None while it has not."""
    return session.scalars(
        select(StepRow)
        .where(StepRow.proposal_id == proposal_id, StepRow.action.in_([str(one) for one in ENDS_REVIEW]))
        .order_by(StepRow.sequence.desc())
    ).first()


def answer_of_step(session: Session, step_id: UUID) -> MinistryAnswerRow | None:
    """Return the answer item by item that was recorded with a step; None where it was whole."""
    return session.scalars(
        select(MinistryAnswerRow).where(MinistryAnswerRow.step_id == step_id)
    ).one_or_none()


def granted_of(session: Session, answer_id: UUID) -> tuple[Granted, ...]:
    """Return what an answer says to the operations, in the proposal's order."""
    rows = session.scalars(
        select(GrantedOperationRow)
        .where(GrantedOperationRow.answer_id == answer_id)
        .order_by(GrantedOperationRow.position)
    )
    return tuple(map(_entry, rows))


def granted_of_each(session: Session, proposal_ids: Collection[UUID]) -> Mapping[UUID, tuple[Granted, ...]]:
    """Return what the ministry finally said to the operations of each of the proposals, in their order.

    One that it answered whole, or has not answered, is left out; two statements for all.
    """
    table, entry = MinistryAnswerRow, GrantedOperationRow
    answered = (
        select(table.id, table.proposal_id)
        .join(StepRow, StepRow.id == table.step_id)
        .where(table.proposal_id.in_(proposal_ids), StepRow.action.in_([str(one) for one in ENDS_REVIEW]))
    )
    answers = {row.id: row.proposal_id for row in session.execute(answered)}
    if not answers:
        return {}
    found: dict[UUID, tuple[Granted, ...]] = {}
    rows = select(entry).where(entry.answer_id.in_(answers)).order_by(entry.position)
    for row in session.scalars(rows):
        proposal_id = answers[row.answer_id]
        found[proposal_id] = (*found.get(proposal_id, ()), _entry(row))
    return found


def put_granted(session: Session, answer: MinistryAnswerRow, entries: Iterable[tuple[UUID, Granted]]) -> None:
    """Let an answer say this, each entry under an id of its own."""
    session.execute(delete(GrantedOperationRow).where(GrantedOperationRow.answer_id == answer.id))
    for new_id, entry in entries:
        session.add(
            GrantedOperationRow(
                id=new_id,
                government_id=answer.government_id,
                answer_id=answer.id,
                operation_id=entry.id,
                position=entry.place,
                verdict=str(entry.verdict),
                reason=entry.reason,
                asked=encode(entry.asked),
                become=_written(entry.become),
            )
        )
    session.flush()


def _entry(row: GrantedOperationRow) -> Granted:
    return Granted(
        OperationId(row.operation_id),
        row.position,
        decode(row.asked),
        GrantVerdict(row.verdict),
        row.reason,
        tuple(from_plain(held) for held in json.loads(row.become)),
    )


def _written(operations: Iterable[Operation]) -> str:
    return json.dumps([plain(one) for one in operations], ensure_ascii=False, sort_keys=True)
