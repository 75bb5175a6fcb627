"""What the registry holds of one unit beyond its names: posts, holders, functions, kin, planned changes."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    FunctionKind,
    FunctionRecord,
    Official,
    PostRecord,
    SuccessionKind,
    UnitRecord,
)
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.values import FunctionId, PostId, UnitId
from orgflow.services.context import Context
from orgflow.services.registry import held_history
from orgflow.services.use_case import read
from orgflow.store import governments, instruments, organisation
from orgflow.store.governments import Government


@dataclass(frozen=True, slots=True)
class Term:
    """A person's period in a post."""

    record: AppointmentRecord
    official: Official


@dataclass(frozen=True, slots=True)
class PostEntry:
    """A post of the unit on the page's day, with everyone who held it."""

    id: PostId
    record: PostRecord
    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class FunctionEntry:
    """A duty or function of the unit on the page's day."""

    id: FunctionId
    record: FunctionRecord


@dataclass(frozen=True, slots=True)
class Kin:
    """A unit from which this one came, or that came out of it."""

    unit_id: UnitId
    name: str
    kind: SuccessionKind
    on: date
    source: str
    predecessor_id: UnitId
    successor_id: UnitId


@dataclass(frozen=True, slots=True)
class UnitFile:
    """A unit as whoever keeps the registry works on it.

    Attributes:
        record: what holds on the day; None on a day on which the unit does not hold.
        timeline: all records as now believed, in order.
        planned: records that begin after today.
        seen_at: when anything was last recorded of the unit; a form sends it back.
        parents: units that hold on the day and may stand above it.
        regulations: instruments that a fact may rest on.
    """

    government: Government
    on: date
    today: date
    unit_id: UnitId
    code: str
    record: UnitRecord | None
    timeline: tuple[UnitRecord, ...]
    planned: tuple[UnitRecord, ...]
    posts: tuple[PostEntry, ...]
    duties: tuple[FunctionEntry, ...]
    functions: tuple[FunctionEntry, ...]
    predecessors: tuple[Kin, ...]
    successors: tuple[Kin, ...]
    seen_at: datetime | None
    kinds: tuple[UnitKind, ...]
    parents: tuple[UnitRecord, ...]
    regulations: tuple[Instrument, ...]
    may_keep: bool
    may_see_records: bool

    @property
    def name(self) -> str:
        """The unit's name on the day, or the one nearest to it."""
        if self.record is not None:
            return self.record.name
        begun = [record for record in self.timeline if record.valid_from <= self.on]
        return (begun[-1] if begun else self.timeline[0]).name


@read(requires=Permission.VIEW_STRUCTURE)
def show_unit_file(ctx: Context, unit_id: UUID, on: date | None = None) -> UnitFile:
    """Return all that is held of a unit, as it is on a day.

    Raises:
        UnknownUnit: it is not of the actor's government.
    """
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    day, wanted = on or today, UnitId(unit_id)
    history = held_history(ctx)
    timeline = history.unit(wanted)
    newest = organisation.last_recorded(ctx.session, ctx.government_id, wanted)
    below = (
        {unit.id for unit in history.structure_on(day).subtree(wanted)} if _holds(timeline, day) else set()
    )
    return UnitFile(
        held,
        day,
        today,
        wanted,
        history.unit_codes[wanted],
        next((record for record in timeline if record.holds_on(day)), None),
        timeline,
        tuple(record for record in timeline if record.valid_from > today),
        _posts(history, wanted, day),
        _functions(history, wanted, FunctionKind.DUTY, day),
        _functions(history, wanted, FunctionKind.FUNCTION, day),
        _kin(history, wanted, is_before=True),
        _kin(history, wanted, is_before=False),
        newest.at if newest is not None else None,
        tuple(sorted(history.kinds.values(), key=lambda kind: (kind.level, kind.name))),
        tuple(
            sorted(
                (record for record in history.units_on(day) if record.unit_id not in below),
                key=lambda record: _rank(history, record),
            )
        ),
        instruments.all_instruments(ctx.session, ctx.government_id),
        ctx.actor.may(Permission.KEEP_REGISTRY),
        ctx.actor.may(Permission.VIEW_AUDIT) or ctx.actor.may(Permission.KEEP_REGISTRY),
    )


@dataclass(frozen=True, slots=True)
class FoundingOffer:
    """What the founding of a unit may choose from; without ``parents`` it is the government itself."""

    today: date
    kinds: tuple[UnitKind, ...]
    parents: tuple[UnitRecord, ...]
    regulations: tuple[Instrument, ...]


@read(requires=Permission.KEEP_REGISTRY)
def founding_offer(ctx: Context) -> FoundingOffer:
    """Return what the founding of a unit may choose from."""
    held = governments.government(ctx.session, ctx.government_id)
    history, today = held_history(ctx), ctx.today(held.zone)
    last = (timeline[-1] for timeline in history.units.values())
    lasting = [record for record in last if record.valid_to is None or record.valid_to > today]
    return FoundingOffer(
        today,
        tuple(sorted(history.kinds.values(), key=lambda kind: (kind.level, kind.name))),
        tuple(sorted(lasting, key=lambda record: _rank(history, record))),
        instruments.all_instruments(ctx.session, ctx.government_id),
    )


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit of any time by its last name; ``ended`` is its first day without it, None while it holds."""

    id: UnitId
    name: str
    ended: date | None


@read(requires=Permission.KEEP_REGISTRY)
def name_units(ctx: Context) -> tuple[NamedUnit, ...]:
    """Return every unit of all times by its last name."""
    found = (
        NamedUnit(unit_id, timeline[-1].name, timeline[-1].valid_to)
        for unit_id, timeline in held_history(ctx).units.items()
    )
    return tuple(sorted(found, key=lambda unit: unit.name))


def _rank(history: History, record: UnitRecord) -> tuple[int, int, str]:
    return history.kinds[record.kind_code].level, record.position, record.name


def _holds(timeline: tuple[UnitRecord, ...], day: date) -> bool:
    return any(record.holds_on(day) for record in timeline)


def _posts(history: History, unit_id: UnitId, day: date) -> tuple[PostEntry, ...]:
    found = [
        PostEntry(post_id, record, title_of(history, post_id, day), _terms(history, post_id))
        for post_id, timeline in history.posts.items()
        for record in timeline
        if record.unit_id == unit_id and record.holds_on(day)
    ]
    return tuple(
        sorted(found, key=lambda entry: (entry.record.role, entry.record.echelon or "~", entry.title))
    )


def _terms(history: History, post_id: PostId) -> tuple[Term, ...]:
    terms = [
        Term(record, history.officials[record.official_id])
        for record in history.appointments.values()
        if record.post_id == post_id
    ]
    return tuple(sorted(terms, key=lambda term: term.record.valid_from, reverse=True))


def _functions(history: History, unit_id: UnitId, kind: FunctionKind, day: date) -> tuple[FunctionEntry, ...]:
    found = [
        FunctionEntry(function_id, record)
        for function_id, timeline in history.functions.items()
        for record in timeline
        if record.unit_id == unit_id and record.kind is kind and record.holds_on(day)
    ]
    return tuple(sorted(found, key=lambda entry: entry.record.position))


def _kin(history: History, unit_id: UnitId, *, is_before: bool) -> tuple[Kin, ...]:
    found = []
    for held in history.successions:
        mine = held.successor_id if is_before else held.predecessor_id
        other = held.predecessor_id if is_before else held.successor_id
        if mine == unit_id:
            name = history.name_on(other, held.on)
            pair = (held.predecessor_id, held.successor_id)
            found.append(Kin(other, name, held.kind, held.on, held.basis.source, *pair))
    return tuple(sorted(found, key=lambda kin: (kin.on, kin.name)))
