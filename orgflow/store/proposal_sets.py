"""Proposals found among others: a page of a list, what belongs to each of them, which came of which."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from orgflow.domain.changes.encoding import decode
from orgflow.domain.ministry.grants import Granted
from orgflow.domain.proposals.states import ENDED, Action, ProposalState
from orgflow.domain.values import OperationId, ProposalId, UserId
from orgflow.store.grants import granted_of_each
from orgflow.store.notes import open_question_counts
from orgflow.store.proposals import (
    OperationRow,
    PlacedOperation,
    ProposalDocumentRow,
    ProposalDrafterRow,
    ProposalRow,
    Scope,
    StepRow,
    within,
)
from orgflow.store.studies import StudyMarks, study_marks


@dataclass(slots=True)
class Parts:
    """What belongs to one proposal; ``documents`` holds the newest of each code.

    ``open_notes`` counts the questions of returns that wait for an answer. ``granted`` is what the ministry
    finally said to each operation; nothing where it answered whole or has not answered.
    """

    operations: list[PlacedOperation] = field(default_factory=list)
    steps: list[StepRow] = field(default_factory=list)
    drafters: list[UserId] = field(default_factory=list)
    documents: dict[str, ProposalDocumentRow] = field(default_factory=dict)
    open_notes: int = 0
    study: StudyMarks = field(default_factory=StudyMarks)
    granted: tuple[Granted, ...] = ()

    @property
    def told(self) -> tuple[PlacedOperation, ...]:
        """The operations: as the ministry granted them item by item, under the ids of those asked.

        What it refused altogether is told as it was asked, item by item as well as by one word.
        """
        granted = tuple(PlacedOperation(one.id, become) for one in self.granted for become in one.become)
        return granted or tuple(self.operations)

    @property
    def commenced_at(self) -> datetime | None:
        """When the commencement was recorded, before the registry was written; None until then."""
        told = (step.recorded_at for step in self.steps if step.action == Action.COMMENCE)
        return next(told, None)


def parts_of(session: Session, proposal_ids: Collection[UUID]) -> Mapping[UUID, Parts]:
    """Return what belongs to each of the proposals; as many statements are asked as for one."""
    parts = {proposal_id: Parts() for proposal_id in proposal_ids}
    operations = select(OperationRow).where(OperationRow.proposal_id.in_(proposal_ids))
    for operation in session.scalars(operations.order_by(OperationRow.position)):
        placed = PlacedOperation(OperationId(operation.id), decode(operation.body))
        parts[operation.proposal_id].operations.append(placed)
    for proposal_id, steps in steps_of_each(session, proposal_ids).items():
        parts[proposal_id].steps.extend(steps)
    drafters = select(ProposalDrafterRow).where(ProposalDrafterRow.proposal_id.in_(proposal_ids))
    for drafter in session.scalars(drafters):
        parts[drafter.proposal_id].drafters.append(UserId(drafter.user_id))
    documents = select(ProposalDocumentRow).where(ProposalDocumentRow.proposal_id.in_(proposal_ids))
    for document in session.scalars(documents.order_by(ProposalDocumentRow.uploaded_at)):
        parts[document.proposal_id].documents[document.code] = document
    for proposal_id, count in open_question_counts(session, proposal_ids).items():
        parts[proposal_id].open_notes = count
    for proposal_id, granted in granted_of_each(session, proposal_ids).items():
        parts[proposal_id].granted = granted
    for proposal_id, study in study_marks(session, proposal_ids).items():
        parts[proposal_id].study = study
    return parts


def steps_of_each(session: Session, proposal_ids: Collection[UUID]) -> Mapping[UUID, list[StepRow]]:
    """Return the steps of each of the proposals in the order they were taken; one statement for all."""
    found: dict[UUID, list[StepRow]] = {}
    query = select(StepRow).where(StepRow.proposal_id.in_(proposal_ids)).order_by(StepRow.sequence)
    for step in session.scalars(query):
        found.setdefault(step.proposal_id, []).append(step)
    return found


def count_proposals(session: Session, scope: Scope, states: Iterable[ProposalState]) -> int:
    """Return how many proposals of the scope are in one of the states."""
    counted = select(func.count()).select_from(ProposalRow).where(_among(scope, states))
    return session.scalars(counted).one()


def proposals_page(
    session: Session,
    scope: Scope,
    states: Iterable[ProposalState],
    *,
    first: int = 0,
    limit: int | None = None,
) -> list[ProposalRow]:
    """Return proposals of the scope in these states: the running first, then the most recently changed.

    Args:
        first: how many are passed over.
        limit: None is all that follow.
    """
    has_ended = case((ProposalRow.state.in_([str(state) for state in ENDED]), 1), else_=0)
    order = (has_ended, ProposalRow.changed_at.desc(), ProposalRow.id)
    query = select(ProposalRow).where(_among(scope, states)).order_by(*order)
    return list(session.scalars(query.offset(first).limit(limit)))


def seen_among(session: Session, scope: Scope, proposal_ids: Collection[UUID]) -> frozenset[UUID]:
    """Return those of the proposals that are in the scope."""
    if scope.unit_ids is None:
        return frozenset(proposal_ids)
    query = select(ProposalRow.id).where(ProposalRow.id.in_(proposal_ids), within(scope))
    return frozenset(session.scalars(query))


def successor_of(session: Session, proposal_id: UUID) -> ProposalId | None:
    """Return the proposal that was made from this one."""
    found = session.scalars(select(ProposalRow.id).where(ProposalRow.predecessor_id == proposal_id)).first()
    return ProposalId(found) if found is not None else None


def _among(scope: Scope, states: Iterable[ProposalState]) -> ColumnElement[bool]:
    return and_(within(scope), ProposalRow.state.in_([str(state) for state in states]))
