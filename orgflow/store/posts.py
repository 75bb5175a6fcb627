"""Posts, officials and who holds which post when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.domain.values import GovernmentId, UnitId
from orgflow.store.base import Base, Key, Moment, Owned


class PostRole(StrEnum):
    """What a post is to its unit, for rules that ask."""

    HEAD = "head"
    GOVERNOR = "governor"
    MEMBER = "member"


class PostRow(Base, Owned):
    """A post in a unit; a head's title follows the unit's name and is not stored."""

    __tablename__ = "posts"

    id: Mapped[Key]
    unit_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"), index=True)
    role: Mapped[str] = mapped_column(String(60))
    title: Mapped[str | None] = mapped_column(String(200))
    echelon: Mapped[str | None] = mapped_column(String(60))
    seats: Mapped[int] = mapped_column(Integer())
    valid_from: Mapped[date] = mapped_column(Date())
    valid_to: Mapped[date | None] = mapped_column(Date())


class OfficialRow(Base, Owned):
    """A person in office; the name bears its degrees as printed."""

    __tablename__ = "officials"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(200))
    nip: Mapped[str | None] = mapped_column(String(60))
    rank: Mapped[str | None] = mapped_column(String(200))


class AppointmentRow(Base, Owned):
    """One holder's period in a post; ``is_end_known`` False proves the first day alone."""

    __tablename__ = "appointments"
    __table_args__ = (Index("ix_appointments_post_day", "post_id", "valid_from"),)

    id: Mapped[Key]
    post_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("posts.id"))
    official_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("officials.id"))
    kind: Mapped[str] = mapped_column(String(60))
    valid_from: Mapped[date] = mapped_column(Date())
    valid_to: Mapped[date | None] = mapped_column(Date())
    is_end_known: Mapped[bool] = mapped_column(Boolean())
    source: Mapped[str] = mapped_column(String(500))
    recorded_at: Mapped[Moment]


@dataclass(frozen=True, slots=True)
class PostTenure:
    """A tenure with the post and unit it belongs to."""

    post_id: UUID
    unit_id: UnitId
    role: PostRole
    tenure: Tenure

    @property
    def is_head(self) -> bool:
        """Whether the post leads its unit."""
        return self.role is PostRole.HEAD


def post_of(session: Session, government_id: GovernmentId, unit_id: UnitId, role: PostRole) -> PostRow | None:
    """Return the unit's post of this role, if recorded."""
    return session.scalars(
        select(PostRow)
        .where(PostRow.government_id == government_id, PostRow.unit_id == unit_id, PostRow.role == str(role))
        .order_by(PostRow.valid_from)
    ).first()


def add_post(session: Session, row: PostRow) -> None:
    """Enter a post."""
    session.add(row)
    session.flush()


def latest_appointment(session: Session, post_id: UUID) -> AppointmentRow | None:
    """Return the appointment to a post that began last."""
    return session.scalars(
        select(AppointmentRow)
        .where(AppointmentRow.post_id == post_id)
        .order_by(AppointmentRow.valid_from.desc())
    ).first()


def appoint(session: Session, official: OfficialRow, appointment: AppointmentRow) -> None:
    """Enter a person with the post that person holds."""
    session.add(official)
    session.flush()
    session.add(appointment)
    session.flush()


def tenures_of(
    session: Session, government_id: GovernmentId, unit_ids: Iterable[UnitId]
) -> tuple[PostTenure, ...]:
    """Return the tenures in the posts of these units, earliest first."""
    rows = session.execute(
        select(PostRow, AppointmentRow, OfficialRow)
        .join(AppointmentRow, AppointmentRow.post_id == PostRow.id)
        .join(OfficialRow, OfficialRow.id == AppointmentRow.official_id)
        .where(PostRow.government_id == government_id, PostRow.unit_id.in_(list(unit_ids)))
        .order_by(AppointmentRow.valid_from, PostRow.id)
    )
    return tuple(
        PostTenure(
            post.id,
            UnitId(post.unit_id),
            PostRole(post.role),
            Tenure(
                official.name,
                post.title or "",
                AppointmentKind(appointment.kind),
                appointment.valid_from,
                appointment.valid_to,
                appointment.is_end_known,
                official.rank,
                official.nip,
                appointment.source,
            ),
        )
        for post, appointment, official in rows
    )
