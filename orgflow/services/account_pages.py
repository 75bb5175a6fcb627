"""Accounts as pages read them: the list, one to be changed, one's own."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import UnitId, UserId
from orgflow.services.context import Context
from orgflow.services.scope import structure_today
from orgflow.services.use_case import read
from orgflow.store import access
from orgflow.store.access import Account


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account with its unit's name today; ``may_close`` is False for the last administrator."""

    id: UserId
    username: str
    display_name: str
    roles: tuple[Role, ...]
    unit_id: UnitId | None
    unit_name: str | None
    is_active: bool
    must_change_password: bool
    revision: int
    may_close: bool


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A unit that an account may belong to; ``depth`` counts superiors."""

    id: UnitId
    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class AccountPage:
    """An account and the units it may belong to."""

    account: AccountView
    units: tuple[UnitChoice, ...]


@read(requires=Permission.MANAGE_USERS)
def list_accounts(ctx: Context) -> tuple[AccountView, ...]:
    """Return the accounts of the actor's government by user name."""
    return _views(ctx, structure_today(ctx))


@read(requires=Permission.MANAGE_USERS)
def show_account(ctx: Context, user_id: UUID) -> AccountPage:
    """Return one account.

    Raises:
        UnknownUser.
    """
    wanted = access.user_row(ctx.session, ctx.government_id, user_id).id
    structure = structure_today(ctx)
    view = next(view for view in _views(ctx, structure) if view.id == wanted)
    return AccountPage(view, _choices(structure))


@read(requires=Permission.MANAGE_USERS)
def unit_choices(ctx: Context) -> tuple[UnitChoice, ...]:
    """Return the units valid today, each under its superior."""
    return _choices(structure_today(ctx))


@read(requires=Permission.SIGN_IN)
def own_account(ctx: Context) -> AccountView:
    """Return the actor's own account.

    Raises:
        UnknownUser: the actor is no person.
    """
    row = access.user_row(ctx.session, ctx.government_id, ctx.actor.user_id or UUID(int=0))
    return _view(access.account(ctx.session, row), structure_today(ctx), may_close=False)


def _views(ctx: Context, structure: Structure) -> tuple[AccountView, ...]:
    accounts = access.accounts(ctx.session, ctx.government_id)
    administrators = {a.id for a in accounts if a.is_active and Role.SYSTEM_ADMINISTRATOR in a.roles}
    return tuple(
        _view(account, structure, may_close=account.is_active and administrators != {account.id})
        for account in accounts
    )


def _view(account: Account, structure: Structure, *, may_close: bool) -> AccountView:
    unit = structure.units.get(account.unit_id) if account.unit_id is not None else None
    return AccountView(
        account.id,
        account.username,
        account.display_name,
        tuple(role for role in Role if role in account.roles),
        account.unit_id,
        unit.name if unit is not None else None,
        account.is_active,
        account.must_change_password,
        account.revision,
        may_close,
    )


def _choices(structure: Structure) -> tuple[UnitChoice, ...]:
    if not structure.units:
        return ()
    units = structure.subtree(structure.root().id)
    return tuple(UnitChoice(unit.id, unit.name, len(structure.path(unit.id)) - 1) for unit in units)
