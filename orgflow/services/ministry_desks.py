"""The desks of the ministry that answer in threads of their own: named, renamed, put out of use."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.ministry_events import MinistryDeskChanged
from orgflow.domain.values import clean_name
from orgflow.services.context import Context
from orgflow.services.ministry_pages import Desk, desks_in
from orgflow.services.use_case import read, use_case
from orgflow.store import ministry
from orgflow.store.proposals import StaleRevision


@dataclass(frozen=True, slots=True)
class AddDesk:
    """A desk that was not kept yet."""

    name: str


@dataclass(frozen=True, slots=True)
class ChangeDesk:
    """A desk's name from now on; one that is not active is offered no more, and keeps its letters."""

    desk_id: UUID
    seen_revision: int
    name: str
    is_active: bool


@read(requires=Permission.MANAGE_SETTINGS)
def list_desks(ctx: Context) -> tuple[Desk, ...]:
    """Return the desks in their order."""
    return desks_in(ctx)


@read(requires=Permission.MANAGE_SETTINGS)
def show_desk(ctx: Context, desk_id: UUID) -> Desk:
    """Return one desk.

    Raises:
        UnknownDesk.
    """
    row = ministry.desk_row(ctx.session, ctx.government_id, desk_id)
    return Desk(row.id, row.name, row.is_active, row.revision)


@use_case(requires=Permission.MANAGE_SETTINGS)
def add_desk(ctx: Context, command: AddDesk) -> UUID:
    """Keep another desk after the present ones.

    Raises:
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    name, desk_id = clean_name(command.name), ctx.new_id()
    position = len(ministry.desks_of(ctx.session, ctx.government_id)) + 1
    ministry.add_desk(ctx.session, ctx.government_id, name, new_id=desk_id, position=position)
    ctx.record(MinistryDeskChanged(str(ctx.government_id), None, name))
    return desk_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_desk(ctx: Context, command: ChangeDesk) -> UUID:
    """Rename a desk, or put it out of use or back into it.

    Raises:
        UnknownDesk, StaleRevision, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = ministry.desk_row(ctx.session, ctx.government_id, command.desk_id)
    if row.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=row.revision)
    before = _words(row.name, is_active=row.is_active)
    row.name, row.is_active = clean_name(command.name), command.is_active
    row.revision += 1
    after = _words(row.name, is_active=row.is_active)
    ctx.record(MinistryDeskChanged(str(ctx.government_id), before, after))
    return row.id


def _words(name: str, *, is_active: bool) -> str:
    return name if is_active else f"{name} (tidak dipakai lagi)"
