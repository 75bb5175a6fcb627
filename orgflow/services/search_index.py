"""What the search knows, kept in step with the registry in the same transaction."""

from uuid import UUID

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import kind_in_full
from orgflow.domain.organisation.records import UnitRecord
from orgflow.services.context import Context
from orgflow.store import instruments, search
from orgflow.store.search import SubjectKind


def index_registry(ctx: Context, before: History, after: History) -> None:
    """Let units and officials be found by what is now believed of them, for all times."""
    units = (
        (unit_id, f"{after.unit_codes[unit_id]} {' '.join(map(_unit_words, timeline))}")
        for unit_id, timeline in after.units.items()
        if before.units.get(unit_id) != timeline
    )
    search.put_words(ctx.session, ctx.government_id, SubjectKind.UNIT, units, ctx.new_id)
    officials = (
        (official_id, f"{official.name} {official.nip or ''}")
        for official_id, official in after.officials.items()
        if before.officials.get(official_id) != official
    )
    search.put_words(ctx.session, ctx.government_id, SubjectKind.OFFICIAL, officials, ctx.new_id)


def index_instrument(ctx: Context, instrument_id: UUID) -> None:
    """Let a legal instrument be found by its number, title and articles."""
    held = instruments.instrument(ctx.session, ctx.government_id, instrument_id)
    if held is None:
        return
    articles = instruments.articles_of(ctx.session, instrument_id)
    words = [held.kind, kind_in_full(held.kind), held.number or "", str(held.year or ""), held.title]
    words += [f"{article.number} {article.text}" for article in articles]
    text = " ".join(words)
    kind = SubjectKind.INSTRUMENT
    search.put_words(ctx.session, ctx.government_id, kind, [(instrument_id, text)], ctx.new_id)


def _unit_words(record: UnitRecord) -> str:
    return f"{record.name} {record.short_name or ''} {record.letter_code or ''}"
