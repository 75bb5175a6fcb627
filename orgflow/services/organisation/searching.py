"""Search over the names of all times, officials and regulations: every word typed begins a word found."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.records import UnitRecord
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.organisation.words import matches, words_in_order
from orgflow.domain.values import OfficialId, UnitId
from orgflow.services.context import Context
from orgflow.services.registry import held_history
from orgflow.services.use_case import read
from orgflow.store import governments, instruments, search
from orgflow.store.search import SubjectKind

MOST: Final = 50
_EXCERPT: Final = 160


@dataclass(frozen=True, slots=True)
class UnitHit:
    """A unit under a name it bears, bore or will bear."""

    unit_id: UnitId
    name: str
    valid_from: date
    valid_to: date | None
    is_present: bool


@dataclass(frozen=True, slots=True)
class OfficialHit:
    """A person with a post that he or she holds or held; the unit's page shows both."""

    name: str
    post_title: str
    unit_id: UnitId
    valid_from: date
    valid_to: date | None
    is_end_known: bool


@dataclass(frozen=True, slots=True)
class InstrumentHit:
    """A regulation, with the article in which the words stand."""

    held: Instrument
    article: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found for what was typed; ``is_cut`` when there is more."""

    asked: str
    today: date
    units: tuple[UnitHit, ...]
    officials: tuple[OfficialHit, ...]
    instruments: tuple[InstrumentHit, ...]
    is_cut: bool


@read(requires=Permission.VIEW_STRUCTURE)
def search_registry(ctx: Context, text: str) -> SearchPage:
    """Return the units, officials and regulations in which every word typed begins a word."""
    held = governments.government(ctx.session, ctx.government_id)
    today, asked = ctx.today(held.zone), words_in_order(text)
    found = search.find(ctx.session, held.id, asked) if asked else frozenset()
    history = held_history(ctx) if found else History.empty({})
    ids = {kind: {subject for held_kind, subject in found if held_kind is kind} for kind in SubjectKind}
    units = [hit for key in ids[SubjectKind.UNIT] for hit in _unit_hits(history, key, asked, today)]
    officials = [hit for key in ids[SubjectKind.OFFICIAL] for hit in _official_hits(history, key)]
    papers = [_instrument_hit(ctx, key, asked) for key in ids[SubjectKind.INSTRUMENT]]
    units.sort(key=lambda hit: (not hit.is_present, hit.name, hit.valid_from))
    officials.sort(key=lambda hit: (hit.name, hit.valid_from))
    return SearchPage(
        text,
        today,
        tuple(units[:MOST]),
        tuple(officials[:MOST]),
        tuple(hit for hit in papers[:MOST] if hit is not None),
        is_cut=max(len(units), len(officials), len(papers)) > MOST,
    )


def _unit_hits(history: History, key: UUID, asked: tuple[str, ...], today: date) -> list[UnitHit]:
    """Return the names of a unit that hold the words, one for each stretch of one name."""
    timeline = history.units.get(UnitId(key), ())
    code = history.unit_codes.get(UnitId(key), "")
    stretches: list[list[UnitRecord]] = []
    for record in timeline:
        if stretches and stretches[-1][-1].name == record.name:
            stretches[-1].append(record)
        else:
            stretches.append([record])
    return [
        UnitHit(
            UnitId(key),
            stretch[0].name,
            stretch[0].valid_from,
            stretch[-1].valid_to,
            any(record.holds_on(today) for record in stretch),
        )
        for stretch in stretches
        if any(matches(asked, f"{r.name} {r.short_name or ''} {r.letter_code or ''} {code}") for r in stretch)
    ]


def _official_hits(history: History, key: UUID) -> list[OfficialHit]:
    official = history.officials.get(OfficialId(key))
    if official is None:
        return []
    hits = []
    for term in history.appointments.values():
        if term.official_id != official.official_id or not history.posts.get(term.post_id):
            continue
        unit_id = history.posts[term.post_id][-1].unit_id
        title = title_of(history, term.post_id, term.valid_from)
        hits.append(
            OfficialHit(
                official.name, title, unit_id, term.valid_from, term.valid_to, is_end_known=term.is_end_known
            )
        )
    return hits


def _instrument_hit(ctx: Context, key: UUID, asked: tuple[str, ...]) -> InstrumentHit | None:
    held = instruments.instrument(ctx.session, ctx.government_id, key)
    if held is None:
        return None
    for article in instruments.articles_of(ctx.session, key):
        if matches(asked, f"{article.number} {article.text}"):
            return InstrumentHit(held, article.number, article.text[:_EXCERPT])
    return InstrumentHit(held, "", "")
