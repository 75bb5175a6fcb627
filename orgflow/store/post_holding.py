"""Who holds which post today as far as authority asks, and which roles come with a post."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, String, Uuid, and_, delete, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.access.holding import HeldPost
from orgflow.domain.access.roles import Role
from orgflow.domain.values import GovernmentId, OfficialId, PostId, UnitId
from orgflow.store.base import Base, Owned
from orgflow.store.posts import AppointmentRow, PostVersionRow


class RoleOfPostRow(Base, Owned):
    """A role that whoever holds the post has, and nobody else whose person is known."""

    __tablename__ = "roles_of_posts"

    post_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("posts.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(60), primary_key=True)


def following_roles(session: Session, government_id: GovernmentId) -> frozenset[Role]:
    """Return the roles that follow their posts in this government."""
    table = RoleOfPostRow
    query = select(table.role).where(table.government_id == government_id).distinct()
    return frozenset(Role(role) for role in session.scalars(query))


def roles_of_posts(session: Session, government_id: GovernmentId) -> dict[PostId, frozenset[Role]]:
    """Return the roles that come with posts."""
    table = RoleOfPostRow
    rows = session.execute(select(table.post_id, table.role).where(table.government_id == government_id))
    found: dict[PostId, frozenset[Role]] = {}
    for post_id, role in rows:
        found[PostId(post_id)] = found.get(PostId(post_id), frozenset()) | {Role(role)}
    return found


def put_post_role(session: Session, government_id: GovernmentId, post_id: PostId, role: Role) -> None:
    """Let the role come with the post."""
    session.add(RoleOfPostRow(government_id=government_id, post_id=post_id, role=str(role)))
    session.flush()


def drop_post_role(session: Session, government_id: GovernmentId, post_id: PostId, role: Role) -> None:
    """Let the role come with the post no longer."""
    table = RoleOfPostRow
    session.execute(
        delete(table).where(
            table.government_id == government_id, table.post_id == post_id, table.role == str(role)
        )
    )


def posts_held(
    session: Session, government_id: GovernmentId, official_id: OfficialId, on: date
) -> tuple[HeldPost, ...]:
    """Return the posts that a person is known to hold on a day, each with the roles that come with it."""
    return posts_held_by(session, government_id, (official_id,), on).get(official_id, ())


def posts_held_by(
    session: Session, government_id: GovernmentId, official_ids: Collection[OfficialId], on: date
) -> dict[OfficialId, tuple[HeldPost, ...]]:
    """Return the posts that each person is known to hold on a day; whoever holds none is left out."""
    held = AppointmentRow
    rows = session.execute(
        select(held.official_id, PostVersionRow.post_id, PostVersionRow.unit_id, RoleOfPostRow.role)
        .join(held, held.post_id == PostVersionRow.post_id)
        .outerjoin(RoleOfPostRow, RoleOfPostRow.post_id == PostVersionRow.post_id)
        .where(
            held.government_id == government_id,
            held.official_id.in_(official_ids),
            in_post_on(on),
            PostVersionRow.believed(None),
            PostVersionRow.valid_from <= on,
            or_(PostVersionRow.valid_to.is_(None), PostVersionRow.valid_to > on),
        )
        .order_by(PostVersionRow.post_id)
    )
    found: dict[OfficialId, list[tuple[UUID, UUID, str | None]]] = {}
    for official_id, post_id, unit_id, role in rows:
        found.setdefault(OfficialId(official_id), []).append((post_id, unit_id, role))
    return {official_id: _held(posts) for official_id, posts in found.items()}


def in_post_on(on: date) -> ColumnElement[bool]:
    """Return the condition of an appointment that is known to hold on a day."""
    held = AppointmentRow
    return and_(
        held.believed(None),
        held.valid_from <= on,
        or_(
            and_(held.is_end_known, or_(held.valid_to.is_(None), held.valid_to > on)),
            held.valid_from == on,
        ),
    )


def post_on(session: Session, government_id: GovernmentId, post_id: PostId, on: date) -> HeldPost | None:
    """Return a post as it is on a day with the roles that come with it; None where it does not exist."""
    rows = session.execute(
        select(PostVersionRow.post_id, PostVersionRow.unit_id, RoleOfPostRow.role)
        .outerjoin(RoleOfPostRow, RoleOfPostRow.post_id == PostVersionRow.post_id)
        .where(
            PostVersionRow.government_id == government_id,
            PostVersionRow.post_id == post_id,
            PostVersionRow.believed(None),
            PostVersionRow.valid_from <= on,
            or_(PostVersionRow.valid_to.is_(None), PostVersionRow.valid_to > on),
        )
    )
    return next(iter(_held((row[0], row[1], row[2]) for row in rows)), None)


def _held(rows: Iterable[tuple[UUID, UUID, str | None]]) -> tuple[HeldPost, ...]:
    found: dict[UUID, HeldPost] = {}
    for post_id, unit_id, role in rows:
        known = found.get(post_id)
        roles = known.roles if known is not None else frozenset()
        more = frozenset({Role(role)}) if role is not None else frozenset()
        found[post_id] = HeldPost(PostId(post_id), UnitId(unit_id), roles | more)
    return tuple(found.values())
