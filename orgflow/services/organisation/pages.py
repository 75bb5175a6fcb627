"""The registry as its pages read it: the structure on a day, and a unit through time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.organisation.instruments import Article, Instrument
from orgflow.domain.organisation.structure import Structure, Unit, UnknownUnit
from orgflow.domain.organisation.tenure import Tenure, holder_on, last_seen
from orgflow.domain.proposals.states import RUNNING
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, instruments, organisation, posts, proposal_sets, structures
from orgflow.store.governments import Government
from orgflow.store.organisation import UnitVersionRow
from orgflow.store.posts import PostTenure
from orgflow.store.proposals import Scope


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on which ``count`` units began, ended or changed; ``names`` are up to two of them."""

    day: date
    names: tuple[str, ...]
    count: int
    is_first: bool
    is_future: bool


@dataclass(frozen=True, slots=True)
class RunningProposal:
    """A proposal on its road that changes a unit: its new name, and when it should hold."""

    id: ProposalId
    unit_id: UnitId
    new_name: str
    effective_on: date | None
    is_readable: bool


@dataclass(frozen=True, slots=True)
class StructurePage:
    """The structure on a day with the marks of its other days."""

    government: Government
    on: date
    today: date
    structure: Structure
    marks: tuple[Mark, ...]
    is_partial: bool
    running: tuple[RunningProposal, ...]
    known_at: datetime | None
    may_see_records: bool
    may_keep: bool


@dataclass(frozen=True, slots=True)
class NamePeriod:
    """A unit's record over a period, with the regulation behind it."""

    name: str
    valid_from: date
    valid_to: date | None
    is_start_known: bool
    source: str
    instrument: Instrument | None
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class UnitPage:
    """A unit on a day, through time, and what is under way about it.

    ``unit`` is None on a day on which it is not valid; then ``periods`` say when it is.
    """

    government: Government
    on: date
    today: date
    unit_id: UnitId
    unit: Unit | None
    superiors: tuple[Unit, ...]
    subordinates: tuple[Unit, ...]
    periods: tuple[NamePeriod, ...]
    tenures: tuple[PostTenure, ...]
    heads: dict[UnitId, Unit]
    running: tuple[RunningProposal, ...]

    def holder(self, tenures: Iterable[Tenure]) -> Tenure | None:
        """Return the tenure known to hold on the page's day."""
        return holder_on(tenures, self.on)

    def seen(self, tenures: Iterable[Tenure]) -> Tenure | None:
        """Return the latest tenure begun by the page's day."""
        return last_seen(tenures, self.on)


@read(requires=Permission.VIEW_STRUCTURE)
def show_structure(ctx: Context, on: date | None = None, known_at: datetime | None = None) -> StructurePage:
    """Return the structure on a day; today in the government's zone when none is named.

    With ``known_at`` it is the structure as it was believed at that instant, for whoever may see what
    was recorded when.

    Raises:
        PermissionMissing: ``known_at`` is given and the actor neither keeps the registry nor audits it.
    """
    if known_at is not None:
        ctx.actor.require(Permission.KEEP_REGISTRY, Permission.VIEW_AUDIT)
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    day = on or today
    structure = structures.structure_on(ctx.session, held.id, day, known_at)
    whole_from = held.recorded_whole_from
    return StructurePage(
        held,
        day,
        today,
        structure,
        _marks(ctx, held, today),
        is_partial=whole_from is not None and day < whole_from,
        running=_running(ctx),
        known_at=known_at,
        may_see_records=ctx.actor.may(Permission.KEEP_REGISTRY) or ctx.actor.may(Permission.VIEW_AUDIT),
        may_keep=ctx.actor.may(Permission.KEEP_REGISTRY),
    )


@read(requires=Permission.VIEW_STRUCTURE)
def show_unit(ctx: Context, unit_id: UUID, on: date | None = None) -> UnitPage:
    """Return a unit on a day and through time.

    Raises:
        UnknownUnit: it is not of the actor's government.
    """
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    day, wanted = on or today, UnitId(unit_id)
    versions = organisation.versions_of(ctx.session, held.id, wanted)
    if not versions:
        raise UnknownUnit(unit_id=str(unit_id), on=day.isoformat())
    structure = structures.structure_on(ctx.session, held.id, day)
    is_valid = wanted in structure.units
    below = structure.subtree(wanted) if is_valid else ()
    return UnitPage(
        held,
        day,
        today,
        wanted,
        structure.unit(wanted) if is_valid else None,
        structure.path(wanted)[:-1] if is_valid else (),
        structure.children(wanted) if is_valid else (),
        tuple(_period(ctx, held, version) for version in versions),
        posts.tenures_of(ctx.session, held.id, [unit.id for unit in below] or [wanted]),
        {unit.id: unit for unit in below},
        tuple(entry for entry in _running(ctx) if entry.unit_id == wanted),
    )


def _running(ctx: Context) -> tuple[RunningProposal, ...]:
    """Return the renames under way; that a unit is to be renamed is no secret, the file itself is."""
    found: list[RunningProposal] = []
    rows = proposal_sets.proposals_page(ctx.session, Scope(ctx.government_id), RUNNING)
    ids = [row.id for row in rows]
    parts = proposal_sets.parts_of(ctx.session, ids)
    readable = proposal_sets.seen_among(ctx.session, scope_of(ctx), ids)
    for row in rows:
        for placed in parts[row.id].told:
            operation = placed.operation
            if isinstance(operation, RenameUnit):
                unit_id, new_name = operation.unit_id, operation.new_name
                found.append(
                    RunningProposal(
                        ProposalId(row.id), unit_id, new_name, row.effective_on, row.id in readable
                    )
                )
    return tuple(found)


def _marks(ctx: Context, held: Government, today: date) -> tuple[Mark, ...]:
    return tuple(
        Mark(found.day, found.names, found.count, position == 0, found.day > today)
        for position, found in enumerate(structures.days_of_change(ctx.session, held.id))
    )


def _period(ctx: Context, held: Government, row: UnitVersionRow) -> NamePeriod:
    basis = instruments.instrument(ctx.session, held.id, row.instrument_id) if row.instrument_id else None
    articles = instruments.articles_of(ctx.session, basis.id) if basis is not None else ()
    return NamePeriod(
        row.name,
        row.valid_from,
        row.valid_to,
        row.is_start_known,
        row.source,
        basis,
        tuple(article for article in articles if row.name in article.text),
    )
