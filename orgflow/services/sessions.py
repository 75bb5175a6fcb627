"""Signing in and out, and the sessions of browsers: opened, found again, seen, ended."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import ANONYMOUS, Actor, Permission
from orgflow.domain.audit.events import SignedIn, SignedOut, SignInFailed
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.values import UserId
from orgflow.services.context import Context
from orgflow.services.passwords import hash_password, is_password, needs_new_hash
from orgflow.services.standing import present_actor
from orgflow.services.use_case import PUBLIC, housekeeping, read, use_case
from orgflow.store import access, sessions
from orgflow.store.access import Account
from orgflow.store.sessions import HeldSession

TRY_LIMIT: Final = 10
TRY_WINDOW: Final = timedelta(minutes=5)
SEEN_EVERY: Final = timedelta(minutes=1)


class SignInRefused(RuleBroken):
    """The name and password do not belong together, or the account is closed; which, is not said."""

    code = "sign_in_refused"


class TooManyTries(RuleBroken):
    """Ten tries failed within five minutes, for the account or from the address."""

    code = "too_many_tries"


class UnknownSession(NotFound):
    """The account has no such session."""

    code = "unknown_session"


@dataclass(frozen=True, slots=True)
class Lifetime:
    """How long a session lives: unused, and at all."""

    idle: timedelta = timedelta(minutes=30)
    absolute: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class LoadedSession:
    """A living session; ``actor`` is None until somebody has signed in."""

    data: str
    actor: Actor | None
    must_change_password: bool
    is_seen_lately: bool


@dataclass(frozen=True, slots=True)
class OwnSession:
    """One of an account's own sessions, as its owner sees it."""

    handle: str
    address: str
    created_at: datetime
    seen_at: datetime
    is_current: bool


@dataclass(frozen=True, slots=True)
class SignIn:
    """A name and a password, and the token that the browser is given when they are right."""

    username: str
    password: str
    token: str
    lifetime: Lifetime = Lifetime()


@dataclass(frozen=True, slots=True)
class EndSession:
    """End one of the actor's own sessions."""

    handle: str


def key_of(token: str) -> str:
    """Return the key under which a session is kept; the token itself is kept nowhere."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign_in(ctx: Context, command: SignIn) -> UUID:
    """Open a session for who knows the password; a try counts before the password is looked at.

    Raises:
        TooManyTries: too many failed lately.
        SignInRefused: the name, the password or the account is not good.
    """
    ctx = replace(ctx, idempotency_key=None)
    username = command.username.strip().casefold()[:60]
    try_id = ctx.new_id()
    held = count_try(ctx, try_id, username)
    looked = _look_up(ctx, username, command.password)
    if not looked.may_enter or looked.account is None:
        reason = "limit_reached" if held + 1 >= TRY_LIMIT else "refused"
        government_id = looked.account.government_id if looked.account is not None else None
        refused = replace(ctx, actor=replace(ANONYMOUS, government_id=government_id))
        record_refusal(refused, Refusal(username, reason))
        raise SignInRefused()
    stronger = hash_password(command.password) if looked.weak_hash is not None else None
    return open_account(
        replace(ctx, actor=looked.account.actor()), OpenAccount(command, try_id, looked.weak_hash, stronger)
    )


@housekeeping
def count_try(ctx: Context, try_id: UUID, username: str) -> int:
    """Enter a try and return how many failed before it.

    Raises:
        TooManyTries.
    """
    sessions.lock_tries(ctx.session)
    since = ctx.now - TRY_WINDOW
    sessions.drop_old_tries(ctx.session, since)
    address = ctx.origin.address
    held = max(access.tries_since(ctx.session, since, username=username, address=address))
    if held >= TRY_LIMIT:
        raise TooManyTries(minutes=TRY_WINDOW // timedelta(minutes=1))
    sessions.add_try(ctx.session, try_id, username, address, ctx.now)
    return held


@dataclass(frozen=True, slots=True)
class _Looked:
    """What stands behind a name; ``weak_hash`` is kept with settings of yesterday."""

    account: Account | None
    may_enter: bool
    weak_hash: str | None


@read(requires=PUBLIC)
def _look_up(ctx: Context, username: str, password: str) -> _Looked:
    row = access.row_by_username(ctx.session, username)
    is_right = is_password(row.password_hash if row is not None else None, password)
    account = access.account(ctx.session, row) if row is not None else None
    kept = row.password_hash if row is not None and is_right else None
    weak = kept if kept is not None and needs_new_hash(kept) else None
    return _Looked(account, is_right and account is not None and account.is_active, weak)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sign-in that was refused, by the name that was typed."""

    username: str
    reason: str


@use_case(requires=PUBLIC)
def record_refusal(ctx: Context, command: Refusal) -> UUID:
    """Record a refused sign-in where the account's government can see it."""
    ctx.record(SignInFailed(command.username or "-", command.reason))
    return ctx.new_id()


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """A sign-in whose password was right; ``stronger`` takes the place of the hash that was kept weakly."""

    command: SignIn
    try_id: UUID
    weak_hash: str | None = None
    stronger: str | None = None


@use_case(requires=Permission.SIGN_IN)
def open_account(ctx: Context, command: OpenAccount) -> UUID:
    """Open the session, forget the try, clear away sessions that have ended, and keep the password well."""
    lifetime = command.command.lifetime
    sessions.drop_try(ctx.session, command.try_id)
    sessions.drop_stale_sessions(ctx.session, ctx.now - lifetime.idle, ctx.now - lifetime.absolute)
    user_id = _signed_in(ctx)
    held = HeldSession(key_of(command.command.token), user_id, "{}", ctx.origin.address, ctx.now, ctx.now)
    sessions.open_session(ctx.session, held, ctx.actor.government_id)
    row = access.user_row(ctx.session, ctx.government_id, user_id)
    if command.stronger is not None and row.password_hash == command.weak_hash:
        row.password_hash = command.stronger
        ctx.session.flush()
    ctx.record(SignedIn(str(user_id), access.account(ctx.session, row).username))
    return user_id


@use_case(requires=Permission.SIGN_IN)
def sign_out(ctx: Context, token: str) -> UUID:
    """End the session that the browser bears."""
    user_id = _signed_in(ctx)
    sessions.drop_session(ctx.session, key_of(token))
    account = access.account(ctx.session, access.user_row(ctx.session, ctx.government_id, user_id))
    ctx.record(SignedOut(str(user_id), account.username))
    return user_id


@use_case(requires=Permission.SIGN_IN)
def end_session(ctx: Context, command: EndSession) -> UUID:
    """End another of the actor's own sessions.

    Raises:
        UnknownSession.
    """
    user_id = _signed_in(ctx)
    for held in sessions.sessions_of(ctx.session, user_id):
        if held.handle == command.handle:
            sessions.drop_session(ctx.session, held.key)
            account = access.account(ctx.session, access.user_row(ctx.session, ctx.government_id, user_id))
            ctx.record(SignedOut(str(user_id), account.username))
            return user_id
    raise UnknownSession(handle=command.handle[:16])


@read(requires=Permission.SIGN_IN)
def own_sessions(ctx: Context, token: str, lifetime: Lifetime) -> tuple[OwnSession, ...]:
    """Return the actor's living sessions, the most recently seen first."""
    present = key_of(token)
    return tuple(
        OwnSession(held.handle, held.address, held.created_at, held.seen_at, held.key == present)
        for held in sessions.sessions_of(ctx.session, _signed_in(ctx))
        if _lives(held, lifetime, ctx.now)
    )


@read(requires=PUBLIC)
def load_session(ctx: Context, token: str, lifetime: Lifetime) -> LoadedSession | None:
    """Return the session a browser bears; None when it has ended or its account is closed."""
    held = sessions.held_session(ctx.session, key_of(token))
    if held is None or not _lives(held, lifetime, ctx.now):
        return None
    is_seen_lately = ctx.now - held.seen_at < SEEN_EVERY
    if held.user_id is None:
        return LoadedSession(held.data, None, must_change_password=False, is_seen_lately=is_seen_lately)
    account = sessions.account_of(ctx.session, held.user_id)
    if account is None or not account.is_active:
        return None
    actor = present_actor(ctx.session, account, ctx.now)
    return LoadedSession(held.data, actor, account.must_change_password, is_seen_lately)


@housekeeping
def begin_session(ctx: Context, token: str, data: str, lifetime: Lifetime) -> None:
    """Open a session in which nobody has signed in yet."""
    sessions.drop_stale_sessions(ctx.session, ctx.now - lifetime.idle, ctx.now - lifetime.absolute)
    held = HeldSession(key_of(token), None, data, ctx.origin.address, ctx.now, ctx.now)
    sessions.open_session(ctx.session, held, None)


@housekeeping
def write_session(ctx: Context, token: str, data: str) -> bool:
    """Write what a session holds; False when it has ended meanwhile."""
    return sessions.write_session(ctx.session, key_of(token), data, ctx.now)


@housekeeping
def see_session(ctx: Context, token: str) -> None:
    """Write that a session is in use."""
    sessions.see_session(ctx.session, key_of(token), ctx.now)


@housekeeping
def drop_session(ctx: Context, token: str) -> None:
    """Forget a session in which nobody has signed in."""
    sessions.drop_session(ctx.session, key_of(token))


def _lives(held: HeldSession, lifetime: Lifetime, now: datetime) -> bool:
    return now - held.seen_at < lifetime.idle and now - held.created_at < lifetime.absolute


def _signed_in(ctx: Context) -> UserId:
    if ctx.actor.user_id is None:
        raise LookupError("only a person has sessions")
    return ctx.actor.user_id
