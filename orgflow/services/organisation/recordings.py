"""Riwayat pencatatan: what was believed of a unit, since when, by whom recorded, and what replaced it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.records import SuccessionKind
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import OfficialId, UnitId
from orgflow.services.context import Context
from orgflow.services.use_case import read
from orgflow.store import governments, officials, organisation, posts
from orgflow.store.dated import DatedRow, ToldRow
from orgflow.store.functions import all_function_versions
from orgflow.store.governments import Government
from orgflow.store.officials import FormerOfficialRow
from orgflow.store.organisation import SuccessionRow, UnitVersionRow
from orgflow.store.posts import AppointmentRow


@dataclass(frozen=True, slots=True)
class Entered:
    """On what a record rests, and when it was entered.

    Attributes:
        reason: why it was corrected into; None for a change.
        superseded_at: when another record took its place; None while it is believed.
    """

    source: str
    reason: str | None
    recorded_at: datetime
    recorded_by: str | None
    superseded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Recording(Entered):
    """One record of a unit as it was entered.

    Attributes:
        is_start_known: whether the first day is the unit's own, and not the day on which it was seen.
    """

    name: str
    parent: str
    letter_code: str | None
    duty_field: str | None
    valid_from: date
    valid_to: date | None
    is_start_known: bool


@dataclass(frozen=True, slots=True)
class RecordingBelow(Entered):
    """One record of a post, a holder or a function of the unit as it was entered.

    Attributes:
        title: the post's title, the holder's name, or the function's text; a head's title is empty.
        kind: in what quality a holder held the post; None for posts and functions.
        is_end_known: False of a holder who was seen on the first day alone.
    """

    title: str
    kind: AppointmentKind | None
    letter: str | None
    is_end_known: bool
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class RecordedKin(Entered):
    """One record of how a unit came out of another as it was entered."""

    predecessor: str
    successor: str
    kind: SuccessionKind
    on: date


@dataclass(frozen=True, slots=True)
class FormerPerson:
    """What was believed of a holder until it was corrected.

    ``now`` is the name believed today; ``nip`` is told to whoever keeps the registry alone.
    """

    name: str
    title: str | None
    nip: str | None
    rank: str | None
    now: str
    reason: str | None
    superseded_at: datetime
    superseded_by: str


@dataclass(frozen=True, slots=True)
class RecordingsPage:
    """Everything ever recorded of a unit, the newest first."""

    government: Government
    unit_id: UnitId
    name: str
    recordings: tuple[Recording, ...]
    posts: tuple[RecordingBelow, ...]
    holders: tuple[RecordingBelow, ...]
    functions: tuple[RecordingBelow, ...]
    kin: tuple[RecordedKin, ...]
    persons: tuple[FormerPerson, ...]


@read(requires=(Permission.KEEP_REGISTRY, Permission.VIEW_AUDIT))
def show_recordings(ctx: Context, unit_id: UUID) -> RecordingsPage:
    """Return everything ever recorded of a unit.

    Raises:
        UnknownUnit: it is not of the actor's government.
    """
    held = governments.government(ctx.session, ctx.government_id)
    rows = organisation.all_versions(ctx.session, held.id, UnitId(unit_id))
    if not rows:
        raise UnknownUnit(unit_id=str(unit_id))
    names = organisation.latest_names(ctx.session, held.id)
    present = [row for row in rows if row.superseded_at is None]
    held_posts = posts.all_post_versions(ctx.session, held.id, UnitId(unit_id))
    holders = posts.all_appointments(ctx.session, held.id, {row.post_id for row in held_posts})
    may_see_nip = ctx.actor.may(Permission.KEEP_REGISTRY)
    people = officials.officials(ctx.session, held.id)
    former = officials.former_officials(ctx.session, held.id, {row.official_id for row, _ in holders})
    functions = all_function_versions(ctx.session, held.id, UnitId(unit_id))
    return RecordingsPage(
        held,
        UnitId(unit_id),
        max(present or rows, key=lambda row: row.valid_from).name,
        tuple(_recording(row, names) for row in rows),
        tuple(_below(row, row.title or "") for row in held_posts),
        tuple(_holder(row, name) for row, name in holders),
        tuple(_below(row, row.text) for row in functions),
        kin=tuple(
            _kin(row, names) for row in organisation.all_successions(ctx.session, held.id, UnitId(unit_id))
        ),
        persons=tuple(
            _person(row, people[OfficialId(row.official_id)].name, may_see_nip=may_see_nip) for row in former
        ),
    )


def _holder(row: AppointmentRow, name: str) -> RecordingBelow:
    return replace(
        _below(row, name), kind=AppointmentKind(row.kind), letter=row.letter, is_end_known=row.is_end_known
    )


def _below(row: DatedRow, title: str) -> RecordingBelow:
    return RecordingBelow(
        *_entered(row),
        title,
        None,
        None,
        True,
        row.valid_from,
        row.valid_to,
    )


def _person(row: FormerOfficialRow, now: str, *, may_see_nip: bool) -> FormerPerson:
    nip = row.nip if may_see_nip else None
    return FormerPerson(
        row.name, row.title, nip, row.rank, now, row.reason, row.superseded_at, row.superseded_by
    )


def _kin(row: SuccessionRow, names: dict[UnitId, str]) -> RecordedKin:
    return RecordedKin(
        *_entered(row),
        names.get(UnitId(row.predecessor_id), ""),
        names.get(UnitId(row.successor_id), ""),
        SuccessionKind(row.kind),
        row.on_day,
    )


def _recording(row: UnitVersionRow, names: dict[UnitId, str]) -> Recording:
    return Recording(
        *_entered(row),
        row.name,
        names.get(UnitId(row.parent_id), "") if row.parent_id is not None else "",
        row.letter_code,
        row.duty_field,
        row.valid_from,
        row.valid_to,
        row.is_start_known,
    )


def _entered(row: ToldRow) -> tuple[str, str | None, datetime, str | None, datetime | None]:
    return row.source, row.reason, row.recorded_at, row.recorded_by, row.superseded_at
