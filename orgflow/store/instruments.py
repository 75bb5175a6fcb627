"""Legal instruments: regulations and what is known of their number, dates and gazette."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.organisation.instruments import Article, Instrument
from orgflow.domain.values import GovernmentId, InstrumentId, ProposalId
from orgflow.store.base import Base, Key, Moment, Owned


class UnknownInstrument(NotFound):
    """No such legal instrument is held for the government."""

    code = "unknown_instrument"


class InstrumentRow(Base, Owned):
    """A regulation or decree; numbers and dates are None while *belum diisi*."""

    __tablename__ = "instruments"
    __table_args__ = (Index("uq_instruments_number", "government_id", "kind", "number", "year", unique=True),)

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    number: Mapped[str | None] = mapped_column(String(60))
    year: Mapped[int | None] = mapped_column(Integer())
    title: Mapped[str] = mapped_column(String(500))
    enacted_on: Mapped[date | None] = mapped_column(Date())
    promulgated_on: Mapped[date | None] = mapped_column(Date())
    effective_on: Mapped[date | None] = mapped_column(Date())
    gazette_number: Mapped[str | None] = mapped_column(String(60))
    file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    source: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    recorded_at: Mapped[Moment]


class InstrumentArticleRow(Base, Owned):
    """An article of an instrument with its present text."""

    __tablename__ = "instrument_articles"
    __table_args__ = (UniqueConstraint("instrument_id", "position"),)

    id: Mapped[Key]
    instrument_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("instruments.id"), index=True)
    number: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(String(20_000))
    position: Mapped[int] = mapped_column(Integer())


class AmendmentRow(Base, Owned):
    """Which instrument amended which."""

    __tablename__ = "instrument_amendments"

    instrument_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("instruments.id"), primary_key=True)
    amended_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("instruments.id"), primary_key=True)


class ProposalInstrumentRow(Base, Owned):
    """Which regulation enacts which proposals; one may enact several."""

    __tablename__ = "proposal_instruments"

    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), primary_key=True)
    instrument_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("instruments.id"), primary_key=True)


def add_instrument(session: Session, row: InstrumentRow) -> None:
    """Enter an instrument."""
    session.add(row)
    session.flush()


def instrument_row(
    session: Session, government_id: GovernmentId, instrument_id: UUID
) -> InstrumentRow | None:
    """Return an instrument's row, None when unknown or foreign."""
    return session.scalars(
        select(InstrumentRow).where(
            InstrumentRow.id == instrument_id, InstrumentRow.government_id == government_id
        )
    ).one_or_none()


def instrument(session: Session, government_id: GovernmentId, instrument_id: UUID) -> Instrument | None:
    """Return an instrument, None when unknown or foreign."""
    row = instrument_row(session, government_id, instrument_id)
    return _instrument(row) if row is not None else None


def all_instruments(session: Session, government_id: GovernmentId) -> tuple[Instrument, ...]:
    """Return every instrument of a government, the newest first."""
    rows = session.scalars(
        select(InstrumentRow)
        .where(InstrumentRow.government_id == government_id)
        .order_by(InstrumentRow.year.desc(), InstrumentRow.number, InstrumentRow.title)
    )
    return tuple(_instrument(row) for row in rows)


def instruments_of(
    session: Session, government_id: GovernmentId, proposal_id: ProposalId
) -> tuple[Instrument, ...]:
    """Return the regulations that enact a proposal."""
    rows = session.scalars(
        select(InstrumentRow)
        .join(ProposalInstrumentRow, ProposalInstrumentRow.instrument_id == InstrumentRow.id)
        .where(ProposalInstrumentRow.proposal_id == proposal_id, InstrumentRow.government_id == government_id)
        .order_by(InstrumentRow.recorded_at)
    )
    return tuple(_instrument(row) for row in rows)


def link_instrument(
    session: Session, government_id: GovernmentId, proposal_id: ProposalId, instrument_id: UUID
) -> None:
    """Record that the instrument enacts the proposal."""
    session.add(
        ProposalInstrumentRow(
            government_id=government_id, proposal_id=proposal_id, instrument_id=instrument_id
        )
    )
    session.flush()


def has_proposal(session: Session, instrument_id: UUID) -> bool:
    """Say whether the instrument enacts a proposal."""
    query = select(ProposalInstrumentRow).where(ProposalInstrumentRow.instrument_id == instrument_id)
    return session.scalars(query).first() is not None


def namesake(
    session: Session, government_id: GovernmentId, kind: str, number: str, year: int
) -> Instrument | None:
    """Return an instrument of the same kind, number and year, if one is held."""
    row = session.scalars(
        select(InstrumentRow).where(
            InstrumentRow.government_id == government_id,
            InstrumentRow.kind == kind,
            InstrumentRow.number == number,
            InstrumentRow.year == year,
        )
    ).first()
    return _instrument(row) if row is not None else None


def articles_of(session: Session, instrument_id: UUID) -> tuple[Article, ...]:
    """Return an instrument's articles in their order."""
    return articles_of_each(session, (instrument_id,)).get(instrument_id, ())


def articles_of_each(
    session: Session, instrument_ids: Collection[UUID]
) -> Mapping[UUID, tuple[Article, ...]]:
    """Return the articles of instruments in their order; one without any is not among them."""
    rows = session.scalars(
        select(InstrumentArticleRow)
        .where(InstrumentArticleRow.instrument_id.in_(instrument_ids))
        .order_by(InstrumentArticleRow.position)
    )
    found: dict[UUID, tuple[Article, ...]] = {}
    for row in rows:
        found[row.instrument_id] = (*found.get(row.instrument_id, ()), Article(row.number, row.text))
    return found


def put_article(
    session: Session, government_id: GovernmentId, instrument_id: UUID, article: Article, new_id: UUID
) -> None:
    """Put an article in the place of the one with its number, or last; without text it is taken out."""
    rows = list(
        session.scalars(
            select(InstrumentArticleRow)
            .where(InstrumentArticleRow.instrument_id == instrument_id)
            .order_by(InstrumentArticleRow.position)
        )
    )
    held = next((row for row in rows if row.number == article.number), None)
    if held is not None and article.text:
        held.text = article.text
    elif held is not None:
        session.delete(held)
    elif article.text:
        session.add(
            InstrumentArticleRow(
                id=new_id,
                government_id=government_id,
                instrument_id=instrument_id,
                number=article.number,
                text=article.text,
                position=max((row.position for row in rows), default=0) + 1,
            )
        )
    session.flush()


def amendments(session: Session, government_id: GovernmentId) -> frozenset[tuple[UUID, UUID]]:
    """Return which instrument amended which."""
    rows = session.execute(
        select(AmendmentRow.instrument_id, AmendmentRow.amended_id).where(
            AmendmentRow.government_id == government_id
        )
    )
    return frozenset((amending, amended) for amending, amended in rows)


def add_amendment(session: Session, government_id: GovernmentId, amending: UUID, amended: UUID) -> None:
    """Record that one instrument amended another."""
    session.add(AmendmentRow(government_id=government_id, instrument_id=amending, amended_id=amended))
    session.flush()


def _instrument(row: InstrumentRow) -> Instrument:
    return Instrument(
        InstrumentId(row.id),
        row.kind,
        row.number,
        row.year,
        row.title,
        row.enacted_on,
        row.promulgated_on,
        row.effective_on,
        row.gazette_number,
        row.file_id,
        row.source,
        row.is_verified,
    )
