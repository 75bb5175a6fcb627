"""The regulations that a file names: which are held, which are new, and what is completed of each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from orgflow.domain.organisation.instruments import KINDS_IN_FULL, Article, Instrument
from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange
from orgflow.domain.organisation.roster import RegulationLine, Roster, RowFault, RowFaultCode, Sheet
from orgflow.domain.proposals.commencement import DatesOutOfOrder
from orgflow.domain.values import InstrumentId, comparable
from orgflow.services.context import Context
from orgflow.services.search_index import index_instrument
from orgflow.store import instruments
from orgflow.store.instruments import InstrumentRow

_CODES: Final = frozenset(KINDS_IN_FULL.values())
_WORD: Final = re.compile(r"[a-z0-9]+")
_LEFT_OUT: Final = frozenset({"nomor", "no", "tahun", "th"})

Pair = tuple[InstrumentId, InstrumentId]


@dataclass(frozen=True, slots=True)
class Regulations:
    """What a file does to the regulations.

    Attributes:
        ids: the id of each regulation by the key under which lines name it.
        wanted: new and completed instruments as they are to be.
        amendments: which amended which, as far as it is not recorded.
        articles: new texts, and those that differ from what is held.
    """

    ids: Mapping[str, InstrumentId]
    wanted: tuple[Instrument, ...]
    amendments: tuple[Pair, ...]
    articles: tuple[tuple[InstrumentId, Article], ...]
    changes: tuple[PlannedChange, ...]
    faults: tuple[RowFault, ...]


def plan_regulations(ctx: Context, roster: Roster, source: str) -> Regulations:
    """Return how the regulations of a file meet those that are held."""
    held = instruments.all_instruments(ctx.session, ctx.government_id)
    pairs = instruments.amendments(ctx.session, ctx.government_id)
    ids: dict[str, InstrumentId] = {}
    wanted: list[Instrument] = []
    changes: list[PlannedChange] = []
    faults: list[RowFault] = []
    for line in roster.regulations:
        present = next((one for one in held if _is_meant(line, one)), None)
        blank = present or _blank(InstrumentId(ctx.new_id()), line, source)
        target = _completed(blank, line)
        ids[line.key] = target.id
        faults += _disordered(line, target)
        if target == present:
            continue
        wanted.append(target)
        act = PlannedAct.FOUND if present is None else PlannedAct.CORRECT
        before = "" if present is None else _words(present)
        changes.append(PlannedChange(Sheet.REGULATIONS, line.row, act, target.title, before, _words(target)))
    known = {_key(text): one.id for one in held for text in _called(one)}
    for key in _named(roster):
        if key not in ids and _key(key) in known:
            ids[key] = known[_key(key)]
    amended = [
        (ids[line.key], ids[key], line) for line in roster.regulations for key in line.amends if key in ids
    ]
    new = [(first, second, line) for first, second, line in amended if (first, second) not in pairs]
    changes += (_amendment(line) for _, _, line in new)
    faults += (
        RowFault(Sheet.REGULATIONS, line.row, "mengubah", RowFaultCode.UNKNOWN_REGULATION, key[:80])
        for line in roster.regulations
        for key in line.amends
        if key not in ids
    )
    between = tuple(dict.fromkeys((first, second) for first, second, _ in new))
    articles = _articles(ctx, roster, ids, changes, faults)
    return Regulations(ids, tuple(wanted), between, articles, tuple(changes), tuple(faults))


def _articles(
    ctx: Context,
    roster: Roster,
    ids: Mapping[str, InstrumentId],
    changes: list[PlannedChange],
    faults: list[RowFault],
) -> tuple[tuple[InstrumentId, Article], ...]:
    """Return the articles of a file that are not held as they stand in it; each is noted as a change."""
    wanted: list[tuple[InstrumentId, Article]] = []
    for line in roster.articles:
        instrument_id = ids.get(line.key)
        if instrument_id is None:
            code = RowFaultCode.UNKNOWN_REGULATION
            faults.append(RowFault(Sheet.ARTICLES, line.row, "kunci", code, line.key[:80]))
            continue
        texts = {one.number: one.text for one in instruments.articles_of(ctx.session, instrument_id)}
        before = texts.get(line.number)
        if before == line.text:
            continue
        wanted.append((instrument_id, Article(line.number, line.text)))
        act = PlannedAct.FOUND if before is None else PlannedAct.CORRECT
        name = f"{line.key}, {line.number}"
        changes.append(PlannedChange(Sheet.ARTICLES, line.row, act, name, before or "", line.text))
    return tuple(wanted)


def keep_regulations(ctx: Context, plan: Regulations) -> None:
    """Write the regulations of a file."""
    for wanted in plan.wanted:
        row = instruments.instrument_row(ctx.session, ctx.government_id, wanted.id)
        if row is None:
            row = InstrumentRow(id=wanted.id, government_id=ctx.government_id, recorded_at=ctx.now)
        row.kind, row.title, row.number, row.year = wanted.kind, wanted.title, wanted.number, wanted.year
        row.enacted_on, row.promulgated_on = wanted.enacted_on, wanted.promulgated_on
        row.effective_on, row.gazette_number = wanted.effective_on, wanted.gazette_number
        row.source, row.is_verified = wanted.source, wanted.is_verified
        instruments.add_instrument(ctx.session, row)
        index_instrument(ctx, row.id)
    for instrument_id, article in plan.articles:
        instruments.put_article(ctx.session, ctx.government_id, instrument_id, article, ctx.new_id())
    for instrument_id in dict.fromkeys(held for held, _ in plan.articles):
        index_instrument(ctx, instrument_id)
    for amending, amended in plan.amendments:
        instruments.add_amendment(ctx.session, ctx.government_id, amending, amended)


def _is_meant(line: RegulationLine, held: Instrument) -> bool:
    if comparable(held.kind) != comparable(_kind(line)):
        return False
    if line.number is None or line.year is None or held.number is None:
        return comparable(line.title) == comparable(held.title)
    return (comparable(line.number), line.year) == (comparable(held.number), held.year)


def _kind(line: RegulationLine) -> str:
    """Return the code of a kind that is known; another stays as it is written."""
    said = comparable(line.kind)
    return KINDS_IN_FULL.get(said, said if said in _CODES else line.kind)


def _blank(instrument_id: InstrumentId, line: RegulationLine, source: str) -> Instrument:
    return Instrument(
        id=instrument_id,
        kind=_kind(line),
        number=None,
        year=None,
        title="",
        enacted_on=None,
        promulgated_on=None,
        effective_on=None,
        gazette_number=None,
        file_id=None,
        source=source,
        is_verified=False,
    )


def _completed(held: Instrument, line: RegulationLine) -> Instrument:
    """Return an instrument with what a line says of it; what is said anew is verified if the line says so."""
    said = replace(
        held,
        title=line.title,
        number=line.number or held.number,
        year=line.year or held.year,
        enacted_on=line.enacted_on or held.enacted_on,
        promulgated_on=line.promulgated_on or held.promulgated_on,
        effective_on=line.effective_on or held.effective_on,
        gazette_number=line.gazette_number or held.gazette_number,
        source=line.source or held.source,
    )
    is_kept = said == held and held.is_verified
    return replace(said, is_verified=line.is_verified or is_kept)


def _disordered(line: RegulationLine, target: Instrument) -> Iterable[RowFault]:
    """Yield a fault when a regulation would be promulgated before it was enacted, and so on."""
    dated = (
        ("ditetapkan", target.enacted_on),
        ("diundangkan", target.promulgated_on),
        ("mulai_berlaku", target.effective_on),
    )
    known = [(column, day) for column, day in dated if day is not None]
    for (_, earlier), (column, later) in pairwise(known):
        if later < earlier:
            code, detail = RowFaultCode.REFUSED, DatesOutOfOrder.code
            yield RowFault(Sheet.REGULATIONS, line.row, column, code, later.isoformat(), detail)


def _named(roster: Roster) -> Sequence[str]:
    lines = (*roster.units, *roster.posts, *roster.holders, *roster.functions, *roster.successions)
    named = [line.regulation for line in lines if line.regulation is not None]
    amended = (key for line in roster.regulations for key in line.amends)
    return list(dict.fromkeys([*named, *amended, *(line.key for line in roster.articles)]))


def _called(held: Instrument) -> Iterable[str]:
    """Yield what a line may call a regulation that is held."""
    if held.number is not None:
        for kind in (held.kind, *(name for name, code in KINDS_IN_FULL.items() if code == held.kind)):
            yield f"{kind} {held.number} {held.year}"


def _key(text: str) -> str:
    return " ".join(word for word in _WORD.findall(comparable(text)) if word not in _LEFT_OUT)


def _amendment(line: RegulationLine) -> PlannedChange:
    act = PlannedAct.CHANGE
    return PlannedChange(
        Sheet.REGULATIONS, line.row, act, line.title, "", f"mengubah {'; '.join(line.amends)}"
    )


def _words(held: Instrument) -> str:
    days = (held.enacted_on, held.promulgated_on, held.effective_on)
    number = f"{held.kind} {held.number or '-'}/{held.year or '-'}"
    words = (number, held.title, *(day.isoformat() for day in days if day), held.gazette_number or "")
    return ", ".join(word for word in words if word)
