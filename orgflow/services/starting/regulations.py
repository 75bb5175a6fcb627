"""Regulations entered with their articles."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import InstrumentRecorded
from orgflow.domain.organisation.instruments import Article
from orgflow.domain.values import InstrumentId
from orgflow.services.context import Context
from orgflow.services.search_index import index_instrument
from orgflow.services.use_case import use_case
from orgflow.store import instruments
from orgflow.store.instruments import InstrumentArticleRow, InstrumentRow, UnknownInstrument


@dataclass(frozen=True, slots=True)
class RegulationEntry:
    """A governor's regulation; ``key`` is what other entries call it by."""

    key: str
    number: str
    year: int
    title: str
    enacted_on: date
    promulgated_on: date
    effective_on: date
    gazette_number: str
    source: str
    articles: tuple[Article, ...]

    @property
    def citation(self) -> str:
        """The regulation as it is cited."""
        return f"Peraturan Gubernur Nomor {self.number} Tahun {self.year} tentang {self.title}"


@dataclass(frozen=True, slots=True)
class EnterArticles:
    """The articles of a regulation that is held already."""

    instrument_id: InstrumentId
    articles: tuple[Article, ...]


def add_regulation(ctx: Context, entry: RegulationEntry) -> InstrumentId:
    """Enter a regulation with its articles in the gate's session and return its id."""
    instrument_id = InstrumentId(ctx.new_id())
    instruments.add_instrument(
        ctx.session,
        InstrumentRow(
            id=instrument_id,
            government_id=ctx.government_id,
            kind="pergub",
            number=entry.number,
            year=entry.year,
            title=entry.title,
            enacted_on=entry.enacted_on,
            promulgated_on=entry.promulgated_on,
            effective_on=entry.effective_on,
            gazette_number=entry.gazette_number,
            source=entry.source,
            is_verified=True,
            recorded_at=ctx.now,
        ),
    )
    _add_articles(ctx, instrument_id, entry.articles)
    return instrument_id


@use_case(requires=Permission.RECORD_REGULATION)
def enter_articles(ctx: Context, command: EnterArticles) -> UUID:
    """Enter the articles of a regulation.

    Raises:
        UnknownInstrument: it is not held, or not of the actor's government.
    """
    held = instruments.instrument(ctx.session, ctx.government_id, command.instrument_id)
    if held is None:
        raise UnknownInstrument(instrument_id=str(command.instrument_id))
    _add_articles(ctx, command.instrument_id, command.articles)
    ctx.record(InstrumentRecorded(str(held.id), f"{held.title}: {len(command.articles)} pasal"))
    return held.id


def _add_articles(ctx: Context, instrument_id: InstrumentId, articles: tuple[Article, ...]) -> None:
    for position, article in enumerate(articles, start=1):
        ctx.session.add(
            InstrumentArticleRow(
                id=ctx.new_id(),
                government_id=ctx.government_id,
                instrument_id=instrument_id,
                number=article.number,
                text=article.text,
                position=position,
            )
        )
    ctx.session.flush()
    index_instrument(ctx, instrument_id)
