"""Legal instruments kept: entered, completed, amended, and the articles and annexes that name a unit."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import InstrumentRecorded
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.instruments import Article, Instrument
from orgflow.domain.proposals.commencement import CommencementKnown, DatesOutOfOrder
from orgflow.domain.values import InstrumentId, clean_text, clean_title, clean_words, clean_words_if_any
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.enactment import RegulationTaken, YearNotOfEnactment
from orgflow.services.files import REGULATION, keep_upload
from orgflow.services.search_index import index_instrument
from orgflow.services.use_case import read, use_case
from orgflow.store import governments, instruments
from orgflow.store.governments import Government
from orgflow.store.instruments import InstrumentRow, UnknownInstrument

ARTICLE_LENGTH = 20_000


class AmendsItself(RuleBroken):
    """An instrument cannot amend itself, or one amendment be entered twice."""

    code = "amends_itself"


@dataclass(frozen=True, slots=True)
class InstrumentFields:
    """An instrument as its page gives it; None is *belum diisi*."""

    kind: str
    title: str
    number: str = ""
    year: int | None = None
    enacted_on: date | None = None
    promulgated_on: date | None = None
    effective_on: date | None = None
    gazette_number: str = ""
    source: str = ""
    is_verified: bool = False


@dataclass(frozen=True, slots=True)
class RecordInstrument:
    """A new instrument, or with ``instrument_id`` one that is completed or corrected."""

    fields: InstrumentFields
    instrument_id: InstrumentId | None = None
    scan: CheckedUpload | None = None


@dataclass(frozen=True, slots=True)
class RecordAmendment:
    """One instrument amended another."""

    instrument_id: InstrumentId
    amended_id: InstrumentId


@dataclass(frozen=True, slots=True)
class PutArticle:
    """An article or annex with its present text; an empty text takes it out."""

    instrument_id: InstrumentId
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument with its articles and what it amended or was amended by."""

    government: Government
    held: Instrument
    articles: tuple[Article, ...]
    amends: tuple[Instrument, ...]
    amended_by: tuple[Instrument, ...]
    others: tuple[Instrument, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class InstrumentList:
    """All instruments of a government."""

    government: Government
    held: tuple[Instrument, ...]
    may_keep: bool


@read(requires=Permission.VIEW_STRUCTURE)
def list_instruments(ctx: Context) -> InstrumentList:
    """Return all instruments, the newest first."""
    held = governments.government(ctx.session, ctx.government_id)
    found = instruments.all_instruments(ctx.session, held.id)
    return InstrumentList(held, found, ctx.actor.may(Permission.KEEP_REGISTRY))


@read(requires=Permission.VIEW_STRUCTURE)
def show_instrument(ctx: Context, instrument_id: UUID) -> InstrumentPage:
    """Return an instrument.

    Raises:
        UnknownInstrument: it is not held, or not of the actor's government.
    """
    held = instruments.instrument(ctx.session, ctx.government_id, instrument_id)
    if held is None:
        raise UnknownInstrument(instrument_id=str(instrument_id))
    everything = instruments.all_instruments(ctx.session, ctx.government_id)
    pairs = instruments.amendments(ctx.session, ctx.government_id)
    return InstrumentPage(
        governments.government(ctx.session, ctx.government_id),
        held,
        instruments.articles_of(ctx.session, held.id),
        tuple(other for other in everything if (held.id, other.id) in pairs),
        tuple(other for other in everything if (other.id, held.id) in pairs),
        tuple(other for other in everything if other.id != held.id),
        ctx.actor.may(Permission.KEEP_REGISTRY),
    )


@use_case(requires=Permission.KEEP_REGISTRY)
def record_instrument(ctx: Context, command: RecordInstrument) -> UUID:
    """Enter an instrument, or complete and correct one.

    Raises:
        UnknownInstrument, RegulationTaken, DatesOutOfOrder.
        CommencementKnown: a proposal rests on the day; it is set and corrected there.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    fields = command.fields
    number = clean_words_if_any(fields.number, field="number", limit=60) or None
    title = clean_title(fields.title)
    kind = clean_words(fields.kind, field="kind", limit=60)
    _require_order(fields)
    if number is not None and fields.year is not None:
        same = instruments.namesake(ctx.session, ctx.government_id, kind, number, fields.year)
        if same is not None and same.id != command.instrument_id:
            raise RegulationTaken(field="number", number=number, year=fields.year)
    row = _row(ctx, command)
    _require_day_kept(ctx, row, fields.effective_on)
    row.kind, row.number, row.year, row.title = kind, number, fields.year, title
    row.enacted_on, row.promulgated_on = fields.enacted_on, fields.promulgated_on
    row.effective_on = fields.effective_on
    row.gazette_number = clean_words_if_any(fields.gazette_number, field="gazette_number", limit=60) or None
    row.source = clean_text(fields.source, field="source", limit=500) or f"Dicatat oleh {ctx.actor.name}"
    row.is_verified = fields.is_verified
    if command.scan is not None:
        row.file_id = keep_upload(ctx, command.scan, purpose=REGULATION)
    instruments.add_instrument(ctx.session, row)
    index_instrument(ctx, row.id)
    ctx.record(InstrumentRecorded(str(row.id), _citation(row)))
    return row.id


@use_case(requires=Permission.KEEP_REGISTRY)
def record_amendment(ctx: Context, command: RecordAmendment) -> UUID:
    """Record that one instrument amended another.

    Raises:
        UnknownInstrument, AmendsItself.
    """
    rows = [_known(ctx, command.instrument_id), _known(ctx, command.amended_id)]
    pairs = instruments.amendments(ctx.session, ctx.government_id)
    if command.instrument_id == command.amended_id or (rows[0].id, rows[1].id) in pairs:
        raise AmendsItself(field="amended_id")
    instruments.add_amendment(ctx.session, ctx.government_id, rows[0].id, rows[1].id)
    ctx.record(InstrumentRecorded(str(rows[0].id), f"{_citation(rows[0])}; mengubah {_citation(rows[1])}"))
    return command.instrument_id


@use_case(requires=Permission.KEEP_REGISTRY)
def put_article(ctx: Context, command: PutArticle) -> UUID:
    """Enter the present text of an article or annex, put it in the old one's place, or take it out.

    Raises:
        UnknownInstrument, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = _known(ctx, command.instrument_id)
    number = clean_words(command.number, field="number", limit=60)
    text = clean_text(command.text, field="text", limit=ARTICLE_LENGTH)
    instruments.put_article(ctx.session, ctx.government_id, row.id, Article(number, text), ctx.new_id())
    index_instrument(ctx, row.id)
    ctx.record(InstrumentRecorded(str(row.id), f"{_citation(row)}, {number}"))
    return row.id


def _row(ctx: Context, command: RecordInstrument) -> InstrumentRow:
    if command.instrument_id is not None:
        return _known(ctx, command.instrument_id)
    return InstrumentRow(id=ctx.new_id(), government_id=ctx.government_id, recorded_at=ctx.now)


def _known(ctx: Context, instrument_id: InstrumentId) -> InstrumentRow:
    row = instruments.instrument_row(ctx.session, ctx.government_id, instrument_id)
    if row is None:
        raise UnknownInstrument(instrument_id=str(instrument_id))
    return row


def _require_order(fields: InstrumentFields) -> None:
    days = [("enacted_on", fields.enacted_on), ("promulgated_on", fields.promulgated_on)]
    days.append(("effective_on", fields.effective_on))
    known = [(name, day) for name, day in days if day is not None]
    for (first, earlier), (second, later) in pairwise(known):
        if later < earlier:
            raise DatesOutOfOrder(field=second, first=first, second=second)
    if fields.enacted_on is not None and fields.year is not None and fields.enacted_on.year != fields.year:
        raise YearNotOfEnactment(field="year", year=fields.year, enacted_year=fields.enacted_on.year)


def _require_day_kept(ctx: Context, row: InstrumentRow, effective_on: date | None) -> None:
    """Refuse another day of commencement where a proposal rests on the one recorded."""
    held = row.effective_on
    if held != effective_on and instruments.has_proposal(ctx.session, row.id):
        told = held.isoformat() if held is not None else None
        raise CommencementKnown(field="effective_on", effective_on=told)


def _citation(row: InstrumentRow) -> str:
    number = f" Nomor {row.number} Tahun {row.year}" if row.number is not None else ""
    return f"{row.kind}{number} tentang {row.title}"
