"""Posts, officials and who holds which post when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
    Uuid,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.domain.values import AppointmentId, GovernmentId, PostId, UnitId
from orgflow.store.base import Base, Key, Owned
from orgflow.store.dated import DatedRow, Recorded, last_told
from orgflow.store.officials import FormerOfficialRow, OfficialRow, former_officials, last_corrected


class PostRow(Base, Owned):
    """A post's identity, which outlives its titles."""

    __tablename__ = "posts"
    __table_args__ = (UniqueConstraint("government_id", "code"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(100))


class PostVersionRow(DatedRow, Base):
    """What held of a post in a period; a head's title follows the unit's name and is not stored."""

    __tablename__ = "post_versions"
    __table_args__ = (CheckConstraint("valid_to IS NULL OR valid_from < valid_to", name="period"),)

    id: Mapped[Key]
    post_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("posts.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"), index=True)
    role: Mapped[str] = mapped_column(String(60))
    title: Mapped[str | None] = mapped_column(String(200))
    echelon: Mapped[str | None] = mapped_column(String(60))
    functional_rank: Mapped[str | None] = mapped_column(String(60))
    seats: Mapped[int] = mapped_column(Integer())
    proposal_id: Mapped[UUID | None] = mapped_column(Uuid())


class AppointmentRow(DatedRow, Base):
    """One holder's period in a post; ``is_end_known`` False proves the first day alone.

    ``appointment_id`` is the same for all that was ever recorded of one appointment.
    """

    __tablename__ = "appointments"
    __table_args__ = (Index("ix_appointments_post_day", "post_id", "valid_from"),)

    id: Mapped[Key]
    appointment_id: Mapped[UUID] = mapped_column(Uuid(), index=True)
    post_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("posts.id"))
    official_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("officials.id"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    letter: Mapped[str | None] = mapped_column(String(500))
    is_end_known: Mapped[bool] = mapped_column(Boolean())


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

    @property
    def leads(self) -> bool:
        """Whether the post leads its unit, the government itself included."""
        return self.role in (PostRole.HEAD, PostRole.GOVERNOR)


def head_echelons(session: Session, government_id: GovernmentId, on: date) -> dict[UnitId, str]:
    """Return the echelon recorded of each unit's head on a day, as now held."""
    table = PostVersionRow
    rows = session.execute(
        select(table.unit_id, table.echelon).where(
            table.government_id == government_id,
            table.role == str(PostRole.HEAD),
            table.believed(None),
            table.valid_from <= on,
            or_(table.valid_to.is_(None), table.valid_to > on),
        )
    )
    return {UnitId(unit_id): echelon for unit_id, echelon in rows if echelon is not None}


def posts_on(session: Session, government_id: GovernmentId, on: date) -> tuple[Post, ...]:
    """Return the posts that exist on a day, as now recorded."""
    table = PostVersionRow
    rows = session.scalars(
        select(table)
        .where(
            table.government_id == government_id,
            table.believed(None),
            table.valid_from <= on,
            or_(table.valid_to.is_(None), table.valid_to > on),
        )
        .order_by(table.post_id)
    )
    return tuple(
        Post(
            PostId(row.post_id),
            UnitId(row.unit_id),
            PostRole(row.role),
            row.title,
            row.echelon,
            row.functional_rank,
            row.seats,
        )
        for row in rows
    )


def tenures_of(
    session: Session, government_id: GovernmentId, unit_ids: Iterable[UnitId]
) -> tuple[PostTenure, ...]:
    """Return the tenures in the posts of these units as now held, earliest first."""
    rows = session.execute(
        select(PostVersionRow, AppointmentRow, OfficialRow)
        .join(AppointmentRow, AppointmentRow.post_id == PostVersionRow.post_id)
        .join(OfficialRow, OfficialRow.id == AppointmentRow.official_id)
        .where(
            PostVersionRow.government_id == government_id,
            PostVersionRow.unit_id.in_(list(unit_ids)),
            PostVersionRow.believed(None),
            AppointmentRow.believed(None),
            PostVersionRow.valid_from <= AppointmentRow.valid_from,
            or_(PostVersionRow.valid_to.is_(None), AppointmentRow.valid_from < PostVersionRow.valid_to),
        )
        .order_by(AppointmentRow.valid_from, PostVersionRow.post_id)
    )
    return tuple(
        PostTenure(
            post.post_id,
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
                appointment.letter,
            ),
        )
        for post, appointment, official in rows
    )


def post_last_recorded(session: Session, government_id: GovernmentId, post_id: PostId) -> Recorded | None:
    """Return when anything was last recorded of a post, and by whom."""
    return last_told(session, PostVersionRow, government_id, PostVersionRow.post_id == post_id)


def appointment_last_recorded(
    session: Session, government_id: GovernmentId, appointment_id: AppointmentId
) -> Recorded | None:
    """Return when anything was last recorded of a holder's period or of the person, and by whom."""
    table = AppointmentRow
    told = last_told(session, table, government_id, table.appointment_id == appointment_id)
    whom = select(table.official_id).where(
        table.government_id == government_id, table.appointment_id == appointment_id
    )
    corrected = last_corrected(session, government_id, FormerOfficialRow.official_id.in_(whom))
    found = [one for one in (told, corrected) if one is not None]
    return max(found, key=lambda one: one.at, default=None)


def all_post_versions(session: Session, government_id: GovernmentId, unit_id: UnitId) -> list[PostVersionRow]:
    """Return everything ever recorded of a unit's posts, the newest first."""
    table = PostVersionRow
    return list(
        session.scalars(
            select(table)
            .where(table.government_id == government_id, table.unit_id == unit_id)
            .order_by(table.recorded_at.desc(), table.valid_from.desc())
        )
    )


def all_appointments(
    session: Session, government_id: GovernmentId, post_ids: Iterable[UUID]
) -> list[tuple[AppointmentRow, str]]:
    """Return everything ever recorded of who held these posts, the newest first.

    The person's name is the one believed as long as the record was.
    """
    rows = session.execute(
        select(AppointmentRow, OfficialRow.name)
        .join(OfficialRow, OfficialRow.id == AppointmentRow.official_id)
        .where(AppointmentRow.government_id == government_id, AppointmentRow.post_id.in_(list(post_ids)))
        .order_by(AppointmentRow.recorded_at.desc(), AppointmentRow.valid_from.desc())
    ).all()
    former = former_officials(session, government_id, {row.official_id for row, _ in rows})
    return [(row, _name_with(row, former, name)) for row, name in rows]


def _name_with(row: AppointmentRow, former: Iterable[FormerOfficialRow], name: str) -> str:
    if row.superseded_at is None:
        return name
    later = [
        one for one in former if one.official_id == row.official_id and one.superseded_at >= row.superseded_at
    ]
    return min(later, key=lambda one: one.superseded_at).name if later else name
