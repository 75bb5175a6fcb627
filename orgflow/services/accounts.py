"""Accounts: entered, changed, closed and opened again, and their passwords set."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.assignment import check_assignment
from orgflow.domain.access.passwords import check_password, check_username
from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.audit.events import UserChanged
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import UnitId, UserId, clean_name
from orgflow.services.context import Context
from orgflow.services.passwords import hash_password, is_password
from orgflow.services.scope import structure_today
from orgflow.services.use_case import use_case
from orgflow.store import access, sessions
from orgflow.store.access import UserRow
from orgflow.store.proposals import StaleRevision


class UsernameTaken(RuleBroken):
    """Another account, of whichever government, bears the user name."""

    code = "username_taken"


class LastAdministrator(RuleBroken):
    """The government would be left without an active administrator."""

    code = "last_administrator"


class AccountAlreadySo(RuleBroken):
    """The account is closed, or open, already."""

    code = "account_already_so"


class PasswordWrong(RuleBroken):
    """What was typed as the present password is not it."""

    code = "password_wrong"


class PasswordUnchanged(RuleBroken):
    """The new password is the present one."""

    code = "password_unchanged"


@dataclass(frozen=True, slots=True)
class AddUser:
    """Enter an account; who adds it hands the password over, and it must be changed at the first visit."""

    username: str
    display_name: str
    roles: frozenset[Role]
    unit_id: UnitId | None
    password: str
    must_change_password: bool = True


@dataclass(frozen=True, slots=True)
class ChangeUser:
    """Change an account's name, roles and unit."""

    user_id: UserId
    seen_revision: int
    display_name: str
    roles: frozenset[Role]
    unit_id: UnitId | None


@dataclass(frozen=True, slots=True)
class CloseAccount:
    """Let nobody sign in with the account any more; what it did stays."""

    user_id: UserId
    seen_revision: int


@dataclass(frozen=True, slots=True)
class OpenAccountAgain:
    """Let the account sign in again."""

    user_id: UserId
    seen_revision: int


@dataclass(frozen=True, slots=True)
class ResetPassword:
    """Give an account a password that must be changed at the next visit."""

    user_id: UserId
    seen_revision: int
    password: str


@dataclass(frozen=True, slots=True)
class ChangeOwnPassword:
    """Choose one's own password."""

    present: str
    chosen: str


@use_case(requires=Permission.MANAGE_USERS)
def add_user(ctx: Context, command: AddUser) -> UUID:
    """Enter an account.

    Raises:
        UsernameInvalid, UsernameTaken, PasswordTooShort, PasswordTooLong, PasswordTooCommon.
        RoleMissing, RolesIncompatible, UnitNeeded, UnknownUnit.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    return enter_account(ctx, command)


def enter_account(ctx: Context, command: AddUser) -> UUID:
    """Enter an account in the gate's session and return its id; refused as ``add_user`` says."""
    username = check_username(command.username)
    if access.row_by_username(ctx.session, username) is not None:
        raise UsernameTaken(field="username", username=username)
    row = UserRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        username=username,
        display_name=clean_name(command.display_name, field="display_name"),
        password_hash=hash_password(check_password(command.password, username=username)),
        unit_id=_checked_unit(ctx, command.roles, command.unit_id),
        is_active=True,
        must_change_password=command.must_change_password,
        revision=1,
        created_at=ctx.now,
        changed_at=ctx.now,
    )
    ctx.session.add(row)
    ctx.session.flush()
    access.put_roles(ctx.session, row, command.roles)
    _record(ctx, row, "added")
    return row.id


@use_case(requires=Permission.MANAGE_USERS)
def change_user(ctx: Context, command: ChangeUser) -> UUID:
    """Change an account; when its roles or unit change, its sessions end.

    Raises:
        UnknownUser, StaleRevision, LastAdministrator.
        RoleMissing, RolesIncompatible, UnitNeeded, UnknownUnit.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    if Role.SYSTEM_ADMINISTRATOR not in command.roles:
        _require_other_administrator(ctx, command.user_id)
    row = _seen(ctx, command.user_id, command.seen_revision)
    before = access.account(ctx.session, row)
    row.display_name = clean_name(command.display_name, field="display_name")
    row.unit_id = _checked_unit(ctx, command.roles, command.unit_id)
    access.put_roles(ctx.session, row, command.roles)
    if (before.roles, before.unit_id) != (command.roles, row.unit_id):
        access.end_sessions(ctx.session, row.id)
    _touch(ctx, row)
    _record(ctx, row, "changed")
    return row.id


@use_case(requires=Permission.MANAGE_USERS)
def close_account(ctx: Context, command: CloseAccount) -> UUID:
    """Close an account and end its sessions.

    Raises:
        UnknownUser, StaleRevision, AccountAlreadySo, LastAdministrator.
    """
    _require_other_administrator(ctx, command.user_id)
    row = _seen(ctx, command.user_id, command.seen_revision)
    if not row.is_active:
        raise AccountAlreadySo()
    row.is_active = False
    access.end_sessions(ctx.session, row.id)
    _touch(ctx, row)
    _record(ctx, row, "deactivated")
    return row.id


@use_case(requires=Permission.MANAGE_USERS)
def open_account_again(ctx: Context, command: OpenAccountAgain) -> UUID:
    """Open a closed account.

    Raises:
        UnknownUser, StaleRevision, AccountAlreadySo.
    """
    row = _seen(ctx, command.user_id, command.seen_revision)
    if row.is_active:
        raise AccountAlreadySo()
    row.is_active = True
    _touch(ctx, row)
    _record(ctx, row, "activated")
    return row.id


@use_case(requires=Permission.MANAGE_USERS)
def reset_password(ctx: Context, command: ResetPassword) -> UUID:
    """Set an account's password and end its sessions.

    Raises:
        UnknownUser, StaleRevision, PasswordTooShort, PasswordTooLong, PasswordTooCommon.
    """
    row = _seen(ctx, command.user_id, command.seen_revision)
    row.password_hash = hash_password(check_password(command.password, username=row.username))
    row.must_change_password = True
    access.end_sessions(ctx.session, row.id)
    _touch(ctx, row)
    _record(ctx, row, "password_reset")
    return row.id


@use_case(requires=Permission.SIGN_IN)
def change_own_password(ctx: Context, command: ChangeOwnPassword) -> UUID:
    """Choose one's own password; every session of the account ends, this one too.

    Raises:
        PasswordWrong, PasswordUnchanged, PasswordTooShort, PasswordTooLong, PasswordTooCommon.
    """
    row = access.user_row(ctx.session, ctx.government_id, _own_id(ctx))
    if not is_password(row.password_hash, command.present):
        raise PasswordWrong(field="present")
    if command.chosen == command.present:
        raise PasswordUnchanged(field="chosen")
    row.password_hash = hash_password(check_password(command.chosen, username=row.username))
    row.must_change_password = False
    access.end_sessions(ctx.session, row.id)
    _touch(ctx, row)
    _record(ctx, row, "password_changed")
    return row.id


def _own_id(ctx: Context) -> UserId:
    if ctx.actor.user_id is None:
        raise LookupError("only a person has a password")
    return ctx.actor.user_id


def _seen(ctx: Context, user_id: UserId, seen: int) -> UserRow:
    row = access.user_row(ctx.session, ctx.government_id, user_id)
    ctx.session.refresh(row, with_for_update=True)
    if row.revision != seen:
        raise StaleRevision(seen=seen, present=row.revision)
    return row


def _require_other_administrator(ctx: Context, user_id: UserId) -> None:
    holders = sessions.locked_holders(ctx.session, ctx.government_id, Role.SYSTEM_ADMINISTRATOR)
    if holders == {user_id}:
        raise LastAdministrator()


def _checked_unit(ctx: Context, roles: frozenset[Role], unit_id: UnitId | None) -> UnitId | None:
    check_assignment(roles, unit_id)
    if unit_id is None:
        return None
    return structure_today(ctx).unit(unit_id).id


def _touch(ctx: Context, row: UserRow) -> None:
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.session.flush()


def _record(ctx: Context, row: UserRow, act: str) -> None:
    roles = ", ".join(sorted(access.account(ctx.session, row).roles))
    ctx.record(UserChanged(str(row.id), act, row.username, roles))
