"""Proposals: their row, drafters, operations, steps and uploaded documents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    and_,
    delete,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.encoding import decode, encode
from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import Conflict, NotFound
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome, Step
from orgflow.domain.values import GovernmentId, OperationId, PostId, ProposalId, UnitId, UserId
from orgflow.store.base import Base, Instant, Key, Moment, Owned
from orgflow.store.routes import Road, RouteStepRow, roads_of


class UnknownProposal(NotFound):
    """No such proposal, or not for this actor."""

    code = "unknown_proposal"


class StaleRevision(Conflict):
    """Somebody saved it after the actor opened the page."""

    code = "stale_revision"


class ProposalRow(Base, Owned):
    """A proposal; ``considerations`` are printed in the letter, one a line, ``background`` is not.

    Its operations were written against the structure of ``base_on`` as it was known at ``base_known_at``;
    None is when the proposal was begun. ``route_id`` is the route it began to go; None while it was never
    submitted, when it would go the newest.
    """

    __tablename__ = "proposals"

    id: Mapped[Key]
    unit_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"), index=True)
    state: Mapped[str] = mapped_column(String(60))
    revision: Mapped[int] = mapped_column(Integer())
    background: Mapped[str] = mapped_column(Text())
    considerations: Mapped[str] = mapped_column(Text())
    facts_on: Mapped[date | None] = mapped_column(Date())
    effective_on: Mapped[date | None] = mapped_column(Date())
    base_on: Mapped[date] = mapped_column(Date())
    base_known_at: Mapped[datetime | None] = mapped_column(Instant())
    route_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("routes.id"), index=True)
    predecessor_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("proposals.id"))
    created_at: Mapped[Moment]
    changed_at: Mapped[Moment]


class ProposalDrafterRow(Base, Owned):
    """Who has written in the proposal."""

    __tablename__ = "proposal_drafters"

    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("users.id"), primary_key=True)


class OperationRow(Base, Owned):
    """One operation, as versioned JSON, in its place."""

    __tablename__ = "operations"
    __table_args__ = (UniqueConstraint("proposal_id", "position"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    position: Mapped[int] = mapped_column(Integer())
    body: Mapped[str] = mapped_column(Text())


class StepRow(Base, Owned):
    """One step taken; ``acted_on`` is the day it was done, ``recorded_at`` when we were told.

    ``step_key`` names the step of the route; ``carried`` are the keys that a change of route kept, with
    blanks between; ``late_reason`` says why it was told after what came later.
    ``on_behalf_of`` is in whose place it was taken, by which ``delegation_id``; ``basis`` from what it was
    recorded for a leader, and ``doubt`` why it was recorded though the registry knows otherwise.
    """

    __tablename__ = "proposal_steps"
    __table_args__ = (UniqueConstraint("proposal_id", "sequence"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer())
    action: Mapped[str] = mapped_column(String(60))
    source: Mapped[str] = mapped_column(String(60))
    target: Mapped[str] = mapped_column(String(60))
    acted_on: Mapped[date] = mapped_column(Date())
    actor_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("users.id"))
    actor_name: Mapped[str] = mapped_column(String(200))
    is_recorded: Mapped[bool] = mapped_column(Boolean())
    person: Mapped[str | None] = mapped_column(String(200))
    reason: Mapped[str | None] = mapped_column(Text())
    document_number: Mapped[str | None] = mapped_column(String(200))
    file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    recorded_at: Mapped[Moment]
    step_key: Mapped[str | None] = mapped_column(String(60))
    outcome: Mapped[str | None] = mapped_column(String(60))
    late_reason: Mapped[str | None] = mapped_column(Text())
    carried: Mapped[str | None] = mapped_column(Text())
    on_behalf_of: Mapped[str | None] = mapped_column(String(500))
    on_behalf_kind: Mapped[str | None] = mapped_column(String(60))
    delegation_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("delegations.id"))
    basis: Mapped[str | None] = mapped_column(String(60))
    doubt: Mapped[str | None] = mapped_column(Text())


class ProposalDocumentRow(Base, Owned):
    """A document of a proposal, the newest counts; ``file_id`` None where what OrgFlow makes was taken."""

    __tablename__ = "proposal_documents"

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    code: Mapped[str] = mapped_column(String(60))
    file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    uploaded_by: Mapped[str] = mapped_column(String(200))
    uploaded_at: Mapped[Moment]


@dataclass(frozen=True, slots=True)
class PlacedOperation:
    """An operation with its id, in its place."""

    id: OperationId
    operation: Operation


@dataclass(frozen=True, slots=True)
class Scope:
    """Which proposals an actor sees: a government's, or only some of it.

    Attributes:
        unit_ids: the units whose proposals are seen; None is all.
        post_ids: posts that see what has a step of theirs on its route, unless it is or ended as a draft.
    """

    government_id: GovernmentId
    unit_ids: frozenset[UnitId] | None = None
    post_ids: frozenset[PostId] = frozenset()


def within(scope: Scope) -> ColumnElement[bool]:
    """Return the condition of the proposals in the scope."""
    held = ProposalRow.government_id == scope.government_id
    if scope.unit_ids is None:
        return held
    near = ProposalRow.unit_id.in_(scope.unit_ids)
    if not scope.post_ids:
        return and_(held, near)
    routes = select(RouteStepRow.route_id).where(RouteStepRow.post_id.in_(scope.post_ids))
    on_route = and_(ProposalRow.route_id.in_(routes), not_(_is_draft()))
    return and_(held, or_(near, on_route))


def _is_draft() -> ColumnElement[bool]:
    """Return the condition of a draft, and of one that was withdrawn as it was."""
    ended = select(StepRow.id).where(
        StepRow.proposal_id == ProposalRow.id,
        StepRow.action == str(Action.WITHDRAW),
        StepRow.source == str(ProposalState.DRAFT),
    )
    return or_(ProposalRow.state == str(ProposalState.DRAFT), ended.correlate(ProposalRow).exists())


def load_row(session: Session, scope: Scope, proposal_id: UUID, *, seen: int | None = None) -> ProposalRow:
    """Return a proposal's row.

    Raises:
        UnknownProposal: it does not exist or is outside the scope.
        StaleRevision: its revision is not the one seen.
    """
    query = select(ProposalRow).where(ProposalRow.id == proposal_id, within(scope))
    row = session.scalars(query.with_for_update() if seen is not None else query).one_or_none()
    if row is None:
        raise UnknownProposal(proposal_id=str(proposal_id))
    if seen is not None and row.revision != seen:
        raise StaleRevision(seen=seen, present=row.revision)
    return row


def proposal_of(session: Session, row: ProposalRow) -> Proposal:
    """Return the proposal as rules see it."""
    drafters = session.scalars(
        select(ProposalDrafterRow.user_id).where(ProposalDrafterRow.proposal_id == row.id)
    )
    steps = steps_of(session, ProposalId(row.id))
    return proposal_from(row, map(UserId, drafters), steps, road_of(session, row))


def road_of(session: Session, row: ProposalRow) -> Road:
    """Return the road of a proposal: the route it began, or would begin now."""
    placed = operations_of(session, ProposalId(row.id)) if row.route_id is None else ()
    government_id = GovernmentId(row.government_id)
    return roads_of(session, government_id).of(row.route_id, (one.operation for one in placed))


def proposal_from(
    row: ProposalRow, drafters: Iterable[UserId], steps: Iterable[StepRow], road: Road
) -> Proposal:
    """Return the proposal of a row, its drafters and its steps in their order, as rules see it."""
    return Proposal(
        ProposalId(row.id),
        GovernmentId(row.government_id),
        UnitId(row.unit_id),
        ProposalState(row.state),
        row.revision,
        frozenset(drafters),
        road.route,
        tuple(map(step_of, steps)),
        road.reviews,
    )


def step_of(row: StepRow) -> Step:
    """Return a step as rules see it."""
    return Step(
        Action(row.action),
        ProposalState(row.source),
        ProposalState(row.target),
        UserId(row.actor_id) if row.actor_id else None,
        row.is_recorded,
        row.step_key,
        row.acted_on,
        ReviewOutcome(row.outcome) if row.outcome else None,
        tuple((row.carried or "").split()),
    )


def save(session: Session, row: ProposalRow, proposal: Proposal, at: datetime) -> None:
    """Write a proposal's state, revision and drafters back."""
    row.state, row.revision, row.changed_at = str(proposal.state), proposal.revision, at
    known = set(
        session.scalars(select(ProposalDrafterRow.user_id).where(ProposalDrafterRow.proposal_id == row.id))
    )
    for user_id in proposal.drafters - {UserId(user) for user in known}:
        session.add(ProposalDrafterRow(government_id=row.government_id, proposal_id=row.id, user_id=user_id))
    session.flush()


def steps_of(session: Session, proposal_id: ProposalId) -> list[StepRow]:
    """Return a proposal's steps in the order they were taken."""
    return list(
        session.scalars(select(StepRow).where(StepRow.proposal_id == proposal_id).order_by(StepRow.sequence))
    )


def operations_of(session: Session, proposal_id: ProposalId) -> tuple[PlacedOperation, ...]:
    """Return a proposal's operations in their order."""
    rows = session.scalars(
        select(OperationRow).where(OperationRow.proposal_id == proposal_id).order_by(OperationRow.position)
    )
    return tuple(PlacedOperation(OperationId(row.id), decode(row.body)) for row in rows)


def put_operations(
    session: Session,
    government_id: GovernmentId,
    proposal_id: ProposalId,
    operations: tuple[PlacedOperation, ...],
) -> None:
    """Replace a proposal's operations by these, in this order."""
    session.execute(delete(OperationRow).where(OperationRow.proposal_id == proposal_id))
    for position, placed in enumerate(operations, start=1):
        session.add(
            OperationRow(
                id=placed.id,
                government_id=government_id,
                proposal_id=proposal_id,
                position=position,
                body=encode(placed.operation),
            )
        )
    session.flush()
