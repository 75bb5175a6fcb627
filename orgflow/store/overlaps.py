"""With which units a proposal's unit was compared, and what people said of each pair of duties."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.overlap import Judgement, Verdict
from orgflow.domain.errors import NotFound
from orgflow.domain.values import FunctionId, ProposalId
from orgflow.store.base import Base, Instant, Key, Moment, Owned


class UnknownComparison(NotFound):
    """The proposal's unit was not compared with this one."""

    code = "unknown_comparison"


class OverlapComparisonRow(Base, Owned):
    """A unit that a proposal's unit is compared with; one taken out keeps its judgements."""

    __tablename__ = "overlap_comparisons"
    __table_args__ = (UniqueConstraint("proposal_id", "unit_id"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"))
    begun_by: Mapped[str] = mapped_column(String(200))
    begun_at: Mapped[Moment]
    removed_at: Mapped[datetime | None] = mapped_column(Instant())


class OverlapJudgementRow(Base, Owned):
    """The present judgement of one pair, with both texts as they were read."""

    __tablename__ = "overlap_judgements"
    __table_args__ = (UniqueConstraint("comparison_id", "function_id", "other_function_id"),)

    id: Mapped[Key]
    comparison_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("overlap_comparisons.id"), index=True)
    function_id: Mapped[UUID] = mapped_column(Uuid())
    other_function_id: Mapped[UUID] = mapped_column(Uuid())
    text: Mapped[str] = mapped_column(Text())
    other_text: Mapped[str] = mapped_column(Text())
    verdict: Mapped[str] = mapped_column(String(60))
    distinction: Mapped[str] = mapped_column(Text())
    revision: Mapped[int] = mapped_column(Integer())
    judged_by: Mapped[str] = mapped_column(String(200))
    judged_at: Mapped[Moment]


def comparisons_of(session: Session, proposal_id: ProposalId) -> list[OverlapComparisonRow]:
    """Return the comparisons of a proposal that were not taken out, the oldest first."""
    table = OverlapComparisonRow
    return list(
        session.scalars(
            select(table)
            .where(table.proposal_id == proposal_id, table.removed_at.is_(None))
            .order_by(table.begun_at, table.id)
        )
    )


def compared_once(session: Session, proposal_ids: Collection[UUID]) -> frozenset[UUID]:
    """Return those of the proposals whose unit is compared with exactly one other."""
    table = OverlapComparisonRow
    query = select(table.proposal_id).where(table.proposal_id.in_(proposal_ids), table.removed_at.is_(None))
    return frozenset(session.scalars(query.group_by(table.proposal_id).having(func.count() == 1)))


def comparison(
    session: Session, proposal_id: ProposalId, unit_id: UUID, *, is_changing: bool = False
) -> OverlapComparisonRow:
    """Return one comparison; whoever changes it keeps others waiting.

    Raises:
        UnknownComparison: there is none, or it was taken out.
    """
    row = any_comparison(session, proposal_id, unit_id, is_changing=is_changing)
    if row is None or row.removed_at is not None:
        raise UnknownComparison(unit_id=str(unit_id))
    return row


def any_comparison(
    session: Session, proposal_id: ProposalId, unit_id: UUID, *, is_changing: bool = False
) -> OverlapComparisonRow | None:
    """Return one comparison, even if it was taken out; None when there never was one."""
    table = OverlapComparisonRow
    query = select(table).where(table.proposal_id == proposal_id, table.unit_id == unit_id)
    return session.scalars(query.with_for_update() if is_changing else query).one_or_none()


def judgements_of(session: Session, comparison_id: UUID) -> tuple[Judgement, ...]:
    """Return what was said of the pairs of a comparison."""
    return tuple(_judgement(row) for row in judgement_rows(session, comparison_id))


def judgement_rows(session: Session, comparison_id: UUID) -> list[OverlapJudgementRow]:
    """Return the judgements of a comparison as they are kept, the oldest first."""
    table = OverlapJudgementRow
    query = select(table).where(table.comparison_id == comparison_id)
    return list(session.scalars(query.order_by(table.judged_at, table.id)))


def judgement_row(
    session: Session, comparison_id: UUID, function_id: FunctionId, other_id: FunctionId
) -> OverlapJudgementRow | None:
    """Return the row of one pair; None while nobody has judged it."""
    table = OverlapJudgementRow
    return session.scalars(
        select(table).where(
            table.comparison_id == comparison_id,
            table.function_id == function_id,
            table.other_function_id == other_id,
        )
    ).one_or_none()


def _judgement(row: OverlapJudgementRow) -> Judgement:
    return Judgement(
        FunctionId(row.function_id),
        FunctionId(row.other_function_id),
        row.text,
        row.other_text,
        Verdict(row.verdict),
        row.distinction,
        row.revision,
        row.judged_by,
    )
