"""The governor in office, recorded where an office sets up its letters."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import OfficialAppointed
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.keeping_posts import appoint, end_appointment, found_post
from orgflow.domain.organisation.records import AppointmentRecord, Basis, Official, PostRecord, PostRole
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import AppointmentId, OfficialId, PostId, UnitId, clean_name
from orgflow.services.context import Context
from orgflow.services.registry import held_history, keep
from orgflow.services.scope import structure_today
from orgflow.services.use_case import use_case
from orgflow.store import governments


class NoStructureYet(RuleBroken):
    """No unit is recorded on this day, so nobody can hold a post."""

    code = "no_structure_yet"


class TermBeginsTooEarly(RuleBroken):
    """A later holder of the post is recorded already."""

    code = "term_begins_too_early"


class TermNotBegun(RuleBroken):
    """The term begins on a day that has not come."""

    code = "term_not_begun"


@dataclass(frozen=True, slots=True)
class SetGovernor:
    """Who is governor, in what quality, since when."""

    name: str
    kind: AppointmentKind
    valid_from: date


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_governor(ctx: Context, command: SetGovernor) -> UUID:
    """Record who is governor since a day; the term before ends on that day.

    A term that has not begun is not recorded here: until it does, the office would have no governor.

    Raises:
        TermNotBegun: the day lies ahead.
        NoStructureYet: the government itself is not recorded as a unit yet.
        TermBeginsTooEarly: a holder recorded already began on that day or later.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    name = clean_name(command.name)
    government = governments.government(ctx.session, ctx.government_id)
    if command.valid_from > ctx.today(government.zone):
        raise TermNotBegun(field="valid_from", since=command.valid_from.isoformat())
    structure = structure_today(ctx)
    if not structure.units:
        raise NoStructureYet(field="name")
    root = structure.root()
    held = before = held_history(ctx)
    basis = Basis(source=f"Diisi oleh {ctx.actor.name}")
    post_id = _governor_post(before, root.id)
    if post_id is None:
        post_id = PostId(ctx.new_id())
        post = PostRecord(
            valid_from=min(command.valid_from, before.unit(root.id)[0].valid_from),
            basis=basis,
            post_id=post_id,
            unit_id=root.id,
            role=PostRole.GOVERNOR,
            title=government.head,
        )
        held = found_post(held, post, f"{before.unit_codes[root.id]}-KEPALA")
    terms = [term for term in before.appointments.values() if term.post_id == post_id]
    latest = max(terms, key=lambda term: term.valid_from, default=None)
    if latest is not None and latest.valid_from >= command.valid_from:
        raise TermBeginsTooEarly(field="valid_from", since=latest.valid_from.isoformat())
    if latest is not None and latest.is_end_known and latest.valid_to is None:
        held = end_appointment(held, latest.appointment_id, command.valid_from)
    official = Official(official_id=OfficialId(ctx.new_id()), name=name)
    term = AppointmentRecord(
        valid_from=command.valid_from,
        basis=basis,
        appointment_id=AppointmentId(ctx.new_id()),
        post_id=post_id,
        official_id=official.official_id,
        kind=command.kind,
    )
    keep(ctx, before, appoint(held, official, term))
    title = title_of(held, post_id, command.valid_from)
    ctx.record(OfficialAppointed(str(post_id), title, name, command.valid_from.isoformat()))
    return ctx.government_id


def _governor_post(history: History, root_id: UnitId) -> PostId | None:
    for post_id, timeline in history.posts.items():
        if timeline[-1].role is PostRole.GOVERNOR and timeline[-1].unit_id == root_id:
            return post_id
    return None
