"""The studies of proposals: the form chosen, the sections written, and every version of each."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.study.sections import StudyForm
from orgflow.store.base import Base, Key, Moment, Owned


class UnknownVersion(NotFound):
    """The section has no version of this number."""

    code = "unknown_study_version"


class StudyRow(Base, Owned):
    """Which form of study a proposal has; without a row it is the whole *kajian*."""

    __tablename__ = "studies"
    __table_args__ = (UniqueConstraint("proposal_id"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"))
    form: Mapped[str] = mapped_column(String(60))
    chosen_by: Mapped[str] = mapped_column(String(200))
    chosen_at: Mapped[Moment]


class StudySectionRow(Base, Owned):
    """A section that somebody wrote or answered; ``text`` None follows the facts again.

    ``upon`` is the derived text that ``text`` stands in place of. The revision is the section's own.
    """

    __tablename__ = "study_sections"
    __table_args__ = (UniqueConstraint("proposal_id", "key"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    key: Mapped[str] = mapped_column(String(60))
    text: Mapped[str | None] = mapped_column(Text())
    upon: Mapped[str] = mapped_column(Text())
    answer: Mapped[str] = mapped_column(Text())
    revision: Mapped[int] = mapped_column(Integer())
    changed_by: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[Moment]


class StudyVersionRow(Base, Owned):
    """A section as a save left it; ``number`` is the section's revision then.

    ``origin`` says whether it saved itself as one typed: what follows soon is then the same version, whose
    first save was at ``begun_at``.
    """

    __tablename__ = "study_versions"
    __table_args__ = (UniqueConstraint("section_id", "number"),)

    id: Mapped[Key]
    section_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("study_sections.id"), index=True)
    number: Mapped[int] = mapped_column(Integer())
    text: Mapped[str] = mapped_column(Text())
    answer: Mapped[str] = mapped_column(Text())
    origin: Mapped[str] = mapped_column(String(60))
    begun_at: Mapped[Moment]
    saved_by: Mapped[str] = mapped_column(String(200))
    saved_at: Mapped[Moment]


def study_row(session: Session, proposal_id: UUID) -> StudyRow | None:
    """Return which form was chosen; None while nobody chose."""
    return session.scalars(select(StudyRow).where(StudyRow.proposal_id == proposal_id)).one_or_none()


def chosen_form(session: Session, proposal_id: UUID) -> StudyForm:
    """Return the form of a proposal's study."""
    row = study_row(session, proposal_id)
    return StudyForm(row.form) if row is not None else StudyForm.STUDY


def sections_of(session: Session, proposal_id: UUID) -> dict[str, StudySectionRow]:
    """Return what was written of a study, by the sections' keys."""
    rows = session.scalars(select(StudySectionRow).where(StudySectionRow.proposal_id == proposal_id))
    return {row.key: row for row in rows}


def section_row(session: Session, proposal_id: UUID, key: str) -> StudySectionRow | None:
    """Return a section to be changed, others waiting for it; None while nobody wrote it."""
    query = select(StudySectionRow).where(
        StudySectionRow.proposal_id == proposal_id, StudySectionRow.key == key
    )
    return session.scalars(query.with_for_update()).one_or_none()


def versions_of(session: Session, proposal_id: UUID, key: str) -> tuple[StudyVersionRow, ...]:
    """Return every version of a section, the newest first."""
    query = (
        select(StudyVersionRow)
        .join(StudySectionRow, StudySectionRow.id == StudyVersionRow.section_id)
        .where(StudySectionRow.proposal_id == proposal_id, StudySectionRow.key == key)
        .order_by(StudyVersionRow.number.desc())
    )
    return tuple(session.scalars(query))


def latest_version(session: Session, section_id: UUID) -> StudyVersionRow | None:
    """Return the newest version of a section; None while it was never saved."""
    query = select(StudyVersionRow).where(StudyVersionRow.section_id == section_id)
    return session.scalars(query.order_by(StudyVersionRow.number.desc()).limit(1)).one_or_none()


@dataclass(slots=True)
class StudyMarks:
    """How far a proposal's study is, without its words: the keys written and those answered."""

    form: StudyForm = StudyForm.STUDY
    written: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)


def study_marks(session: Session, proposal_ids: Collection[UUID]) -> Mapping[UUID, StudyMarks]:
    """Return how far the study of each of the proposals is; two statements for all."""
    found = {proposal_id: StudyMarks() for proposal_id in proposal_ids}
    forms = select(StudyRow.proposal_id, StudyRow.form).where(StudyRow.proposal_id.in_(proposal_ids))
    for proposal_id, form in session.execute(forms):
        found[proposal_id].form = StudyForm(form)
    table = StudySectionRow
    columns = (table.proposal_id, table.key, table.text.is_not(None), table.answer != "")
    for proposal_id, key, is_written, is_answered in session.execute(
        select(*columns).where(table.proposal_id.in_(proposal_ids))
    ):
        if is_written:
            found[proposal_id].written.add(key)
        if is_answered:
            found[proposal_id].answered.add(key)
    return found
