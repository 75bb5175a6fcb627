"""A person's calendar of due dates at a secret address: made, renewed, closed, and read by whoever has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.time_events import CalendarAddressChanged
from orgflow.domain.changes.diff import UnitChange
from orgflow.domain.errors import NotFound
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.deadlines import Due
from orgflow.domain.proposals.states import RUNNING
from orgflow.domain.values import ProposalId, UserId
from orgflow.exchange.calendar_writing import CalendarEntry, write_calendar
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossiers
from orgflow.services.proposal_time import clock_of
from orgflow.services.scope import scope_of
from orgflow.services.sessions import key_of
from orgflow.services.standing import present_actor
from orgflow.services.step_words import step_word
from orgflow.services.use_case import PUBLIC, read, use_case
from orgflow.store import access, calendar_addresses, proposal_sets
from orgflow.store.access import UnknownUser

NAME: Final = "Tenggat usulan"
_NEEDED: Final = Permission.VIEW_PROPOSALS


class UnknownCalendar(NotFound):
    """No calendar stands at the address, or its owner's account is closed; which, is not said."""

    code = "unknown_calendar"


@dataclass(frozen=True, slots=True)
class MakeCalendarAddress:
    """An address in the place of the one before, which leads nowhere from then on.

    ``token`` is random and long; it is kept nowhere.
    """

    token: str


@dataclass(frozen=True, slots=True)
class CloseCalendarAddress:
    """No address at all."""


@read(requires=Permission.SIGN_IN)
def own_calendar(ctx: Context) -> datetime | None:
    """Return since when the actor's calendar has its address; None when it has none."""
    return calendar_addresses.address_made_at(ctx.session, _own_id(ctx))


@use_case(requires=Permission.SIGN_IN)
def make_calendar_address(ctx: Context, command: MakeCalendarAddress) -> UUID:
    """Give the actor's calendar an address; the one before leads nowhere any more."""
    user_id = _own_id(ctx)
    act = "made" if calendar_addresses.address_made_at(ctx.session, user_id) is None else "renewed"
    calendar_addresses.put_address(ctx.session, ctx.government_id, user_id, key_of(command.token), at=ctx.now)
    ctx.record(CalendarAddressChanged(str(user_id), act))
    return user_id


@use_case(requires=Permission.SIGN_IN)
def close_calendar_address(ctx: Context, _: CloseCalendarAddress) -> UUID:
    """Take the address of the actor's calendar away.

    Raises:
        UnknownCalendar: it has none.
    """
    user_id = _own_id(ctx)
    if not calendar_addresses.drop_address(ctx.session, user_id):
        raise UnknownCalendar()
    ctx.record(CalendarAddressChanged(str(user_id), "closed"))
    return user_id


@read(requires=PUBLIC)
def calendar_at(ctx: Context, token: str, url_of: Callable[[ProposalId], str]) -> bytes:
    """Return the calendar at an address: the due dates of what its owner may see, and no person's name.

    What he may see is asked on the day it is read: a post or a loan that ended shows nothing any more.

    Args:
        url_of: returns where a proposal is read.

    Raises:
        UnknownCalendar.
    """
    row = calendar_addresses.owner_of_address(ctx.session, key_of(token))
    if row is None:
        raise UnknownCalendar()
    owner = present_actor(ctx.session, access.account(ctx.session, row), ctx.now)
    if not owner.may(_NEEDED):
        return write_calendar(NAME, ())
    return write_calendar(NAME, _entries(replace(ctx, actor=owner, asked=(_NEEDED,)), url_of))


def _entries(ctx: Context, url_of: Callable[[ProposalId], str]) -> Sequence[CalendarEntry]:
    clock = clock_of(ctx)
    rows = proposal_sets.proposals_page(ctx.session, scope_of(ctx), RUNNING)
    dossiers = open_dossiers(ctx, rows) if rows else ()
    dated = ((dossier, clock.due(dossier.row, dossier.steps)) for dossier in dossiers)
    return [_entry(dossier, due, url_of(dossier.proposal.id)) for dossier, due in dated if due is not None]


def _entry(dossier: Dossier, due: Due, url: str) -> CalendarEntry:
    word = step_word(due.desk.code)
    trust = "" if due.deadline.is_verified else " (belum diverifikasi)"
    return CalendarEntry(
        f"{dossier.row.id}-{due.desk.sequence}@orgflow",
        due.due_on,
        f"Tenggat {word}: {_title(dossier.unit, dossier.told.changes)}",
        f"Tenggat {due.deadline.working_days} hari kerja{trust}.",
        url,
        dossier.row.changed_at,
    )


def _title(unit: Unit, changes: Sequence[UnitChange]) -> str:
    renamed = changes[0] if len(changes) == 1 else None
    if renamed is not None and renamed.before.name != renamed.after.name:
        return f"{renamed.before.name} menjadi {renamed.after.name}"
    return f"perubahan {unit.name}"


def _own_id(ctx: Context) -> UserId:
    """Return who the actor is.

    Raises:
        UnknownUser: no person.
    """
    if ctx.actor.user_id is None:
        raise UnknownUser()
    return ctx.actor.user_id
