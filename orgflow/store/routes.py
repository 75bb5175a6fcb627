"""Routes of approval with their steps, and the order in which the draft regulation is reviewed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Integer, String, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.operations import Operation
from orgflow.domain.proposals.routes import (
    KindOfChange,
    Route,
    RouteStep,
    StepKind,
    UnknownRoute,
    kind_of_change,
)
from orgflow.domain.proposals.states import REVIEWS, ProposalState
from orgflow.domain.values import GovernmentId, PostId, RouteId
from orgflow.store.base import Base, Key, Moment, Owned


class RouteRow(Base, Owned):
    """One version of a route; it is never changed."""

    __tablename__ = "routes"
    __table_args__ = (UniqueConstraint("government_id", "kind", "version"),)

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    version: Mapped[int] = mapped_column(Integer())
    created_at: Mapped[Moment]


class RouteStepRow(Base, Owned):
    """One step of a route: somebody's by a permission or by a post, never by both."""

    __tablename__ = "route_steps"
    __table_args__ = (
        UniqueConstraint("route_id", "key"),
        CheckConstraint("(permission IS NULL) <> (post_id IS NULL)", name="taker"),
    )

    id: Mapped[Key]
    route_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("routes.id"), index=True)
    key: Mapped[str] = mapped_column(String(60))
    stage: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(Integer())
    kind: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    permission: Mapped[str | None] = mapped_column(String(60))
    post_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("posts.id"), index=True)
    is_recordable: Mapped[bool] = mapped_column(Boolean())


class ReviewOrderRow(Base, Owned):
    """Which of harmonisation and facilitation a government takes first."""

    __tablename__ = "review_orders"
    __table_args__ = (UniqueConstraint("government_id"),)

    id: Mapped[Key]
    first: Mapped[str] = mapped_column(String(60))
    source: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    revision: Mapped[int] = mapped_column(Integer())


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """The reviews of a draft regulation in a government's order, and where that order comes from."""

    reviews: tuple[ProposalState, ...]
    source: str
    is_verified: bool
    revision: int


@dataclass(frozen=True, slots=True)
class Road:
    """What a proposal's road is made of: its route, and the reviews in the office's order."""

    route: Route
    reviews: tuple[ProposalState, ...]


@dataclass(frozen=True, slots=True)
class Roads:
    """All routes of a government, for any of its proposals."""

    routes: Mapping[RouteId, Route]
    reviews: tuple[ProposalState, ...]

    def of(self, route_id: UUID | None, operations: Iterable[Operation]) -> Road:
        """Return the road of a proposal: the route it began, or the newest of its kind of change.

        Raises:
            UnknownRoute.
        """
        if route_id is not None:
            return Road(self.routes[RouteId(route_id)], self.reviews)
        return Road(newest(self.routes, kind_of_change(operations)), self.reviews)


def add_route(session: Session, route: Route, *, at: datetime, step_ids: Collection[UUID]) -> None:
    """Enter a version of a route with its steps.

    Args:
        step_ids: a fresh id for each step.
    """
    session.add(
        RouteRow(
            id=route.id,
            government_id=route.government_id,
            kind=str(route.kind),
            version=route.version,
            created_at=at,
        )
    )
    session.flush()
    for step_id, step in zip(step_ids, route.steps, strict=True):
        by_permission = isinstance(step.by, Permission)
        session.add(
            RouteStepRow(
                id=step_id,
                government_id=route.government_id,
                route_id=route.id,
                key=step.key,
                stage=str(step.stage),
                position=step.position,
                kind=str(step.kind),
                title=step.title,
                permission=str(step.by) if by_permission else None,
                post_id=None if by_permission else step.by,
                is_recordable=step.is_recordable,
            )
        )
    session.flush()


def routes_of(session: Session, government_id: GovernmentId) -> Mapping[RouteId, Route]:
    """Return every version of a government's routes, the oldest first."""
    steps: dict[UUID, list[RouteStep]] = defaultdict(list)
    query = select(RouteStepRow).where(RouteStepRow.government_id == government_id)
    for row in session.scalars(query.order_by(RouteStepRow.position, RouteStepRow.key)):
        steps[row.route_id].append(_step(row))
    rows = session.scalars(
        select(RouteRow).where(RouteRow.government_id == government_id).order_by(RouteRow.version)
    )
    return {
        RouteId(row.id): Route(
            RouteId(row.id), government_id, KindOfChange(row.kind), row.version, tuple(steps[row.id])
        )
        for row in rows
    }


def roads_of(session: Session, government_id: GovernmentId) -> Roads:
    """Return all that the roads of a government's proposals are made of."""
    return Roads(routes_of(session, government_id), review_order(session, government_id).reviews)


def newest(routes: Mapping[RouteId, Route], kind: KindOfChange) -> Route:
    """Return the newest version of the route for a kind of change.

    Raises:
        UnknownRoute: the government has none.
    """
    held = [route for route in routes.values() if route.kind is kind]
    if not held:
        raise UnknownRoute(kind=str(kind))
    return max(held, key=lambda route: route.version)


def review_order(session: Session, government_id: GovernmentId) -> ReviewOrder:
    """Return a government's order of reviews; harmonisation first where it set none."""
    row = session.scalars(
        select(ReviewOrderRow).where(ReviewOrderRow.government_id == government_id)
    ).one_or_none()
    if row is None:
        return ReviewOrder(REVIEWS, "", is_verified=False, revision=0)
    first = ProposalState(row.first)
    others = tuple(review for review in REVIEWS if review is not first)
    return ReviewOrder((first, *others), row.source, row.is_verified, row.revision)


def put_review_order(
    session: Session, government_id: GovernmentId, order: ReviewOrder, *, new_id: UUID
) -> None:
    """Set a government's order of reviews."""
    row = session.scalars(
        select(ReviewOrderRow).where(ReviewOrderRow.government_id == government_id)
    ).one_or_none()
    if row is None:
        row = ReviewOrderRow(id=new_id, government_id=government_id)
        session.add(row)
    row.first, row.source, row.is_verified = str(order.reviews[0]), order.source, order.is_verified
    row.revision = order.revision
    session.flush()


def _step(row: RouteStepRow) -> RouteStep:
    by = Permission(row.permission) if row.permission is not None else _post_of(row)
    return RouteStep(
        row.key,
        ProposalState(row.stage),
        row.position,
        StepKind(row.kind),
        row.title,
        by,
        row.is_recordable,
    )


def _post_of(row: RouteStepRow) -> PostId:
    if row.post_id is None:
        raise LookupError("a step of a route is somebody's")
    return PostId(row.post_id)
