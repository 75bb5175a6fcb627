"""The one gate around use cases: permission, transaction, audit, commit."""

import functools
from collections.abc import Callable
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar, overload
from uuid import UUID

from sqlalchemy.orm import Session

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.chain import Head, Link
from orgflow.domain.audit.events import AccessDenied, AuditEvent
from orgflow.domain.errors import DomainError, Forbidden
from orgflow.services.answering import answer_key
from orgflow.services.context import Context
from orgflow.services.standing import with_present_standing
from orgflow.store import audit as audit_store
from orgflow.store import gate as gate_store
from orgflow.store.session import database_errors

Command = TypeVar("Command")
Answer = TypeVar("Answer")
P = ParamSpec("P")

PUBLIC: Final[tuple[Permission, ...]] = ()
"""What requires nothing: signing in and what it needs."""

Requirement = Permission | tuple[Permission, ...]
Refusals = tuple[type[DomainError], ...]


class NothingRecorded(Exception):
    """A use case changed something and recorded no audit event; it is not committed."""


class FactUnsealed(Exception):
    """Housekeeping recorded an audit event; what is a fact belongs in a use case."""


class Gate(Protocol):
    """What makes a function a use case, whatever its command."""

    def __call__(self, function: Callable[[Context, Command], UUID]) -> Callable[[Context, Command], UUID]:
        """Return the function behind the gate."""


@overload
def use_case(*, requires: Requirement, tells: Refusals = ()) -> Gate: ...


@overload
def use_case(
    *, requires: Callable[[Command], tuple[Permission, ...]], tells: Refusals = ()
) -> Callable[[Callable[[Context, Command], UUID]], Callable[[Context, Command], UUID]]: ...


def use_case(
    *, requires: Requirement | Callable[[Command], tuple[Permission, ...]], tells: Refusals = ()
) -> Gate | Callable[[Callable[[Context, Command], UUID]], Callable[[Context, Command], UUID]]:
    """Make a function a use case: the only place where a change is committed.

    Changes of one government are made one after another, so that what a rule read still stands when
    the change is written. The function returns the id of what it changed; a form sent twice is answered
    with the same id. Sent again with other content it is another form, which is looked at anew.

    Args:
        requires: the permission, several of which any will do, or a function that reads them from
            the command. ``PUBLIC`` requires nothing.
        tells: refusals that the audit keeps too, besides those for want of a permission.
    """
    kept: Refusals = (Forbidden, *tells)

    def gate(function: Callable[[Context, Command], UUID]) -> Callable[[Context, Command], UUID]:
        @functools.wraps(function)
        def through(ctx: Context, command: Command) -> UUID:
            needed = _all(requires(command) if callable(requires) else requires)
            try:
                _require(ctx, needed)
                return _change(ctx, function, command, needed)
            except kept as refused:
                _record_denial(ctx, function.__name__, refused)
                raise

        return through

    return gate


def read(
    *, requires: Requirement
) -> Callable[[Callable[Concatenate[Context, P], Answer]], Callable[Concatenate[Context, P], Answer]]:
    """Make a function a reading: permission, a session, and nothing written."""

    def gate(
        function: Callable[Concatenate[Context, P], Answer],
    ) -> Callable[Concatenate[Context, P], Answer]:
        @functools.wraps(function)
        def through(ctx: Context, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
            needed = _all(requires)
            _require(ctx, needed)
            with database_errors(), ctx.resources.reading() as session:
                return function(ctx.inside(session, needed), *args, **kwargs)

        return through

    return gate


def housekeeping(
    function: Callable[Concatenate[Context, P], Answer],
) -> Callable[Concatenate[Context, P], Answer]:
    """Make a function housekeeping: it writes what is no fact about the office and leaves no audit event.

    For what the program keeps for itself: when a session was last seen, whose turn a piece of work is.
    It asks for no permission; no command from outside reaches it alone.
    """

    @functools.wraps(function)
    def through(ctx: Context, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
        with database_errors(), ctx.resources.writing() as session:
            inside = ctx.inside(session)
            answer = function(inside, *args, **kwargs)
            if inside.events:
                raise FactUnsealed(function.__name__)
            session.commit()
            return answer

    return through


def answered_before(
    ctx: Context, function: Callable[[Context, Command], UUID], command: Command
) -> UUID | None:
    """Return the answer that this very form got from a use case before; None when it got none.

    For what does work of its own before it comes to the gate: sent twice, it is answered alike too.
    """
    key = answer_key(ctx, function.__name__, command)
    if key is None:
        return None
    with database_errors(), ctx.resources.reading() as session:
        row = gate_store.answer(session, key)
        return UUID(row.result) if row is not None and row.result is not None else None


def _all(needed: Requirement) -> tuple[Permission, ...]:
    return needed if isinstance(needed, tuple) else (needed,)


def _require(ctx: Context, needed: tuple[Permission, ...]) -> None:
    if needed:
        ctx.actor.require(*needed)


def _change(
    ctx: Context,
    function: Callable[[Context, Command], UUID],
    command: Command,
    needed: tuple[Permission, ...],
) -> UUID:
    with database_errors(), ctx.resources.writing() as session:
        inside = ctx.inside(session, needed)
        if inside.actor.government_id is not None:
            gate_store.take_turn(session, inside.government_id)
            inside = with_present_standing(inside)
            _require(inside, needed)
        key = answer_key(inside, function.__name__, command)
        if key is not None and not gate_store.reserve_answer(
            session, inside.government_id, key, function.__name__, inside.now
        ):
            return _earlier_answer(session, key)
        result = function(inside, command)
        if not inside.events:
            raise NothingRecorded(function.__name__)
        head = _write_events(inside, session, inside.events)
        if key is not None:
            gate_store.keep_answer(session, key, str(result))
        session.commit()
        _keep_head(ctx, head)
        return result


def _earlier_answer(session: Session, key: str) -> UUID:
    row = gate_store.answer(session, key)
    if row is None or row.result is None:
        raise LookupError("an answer is reserved and given in one transaction")
    return UUID(row.result)


def _write_events(ctx: Context, session: Session, events: list[AuditEvent]) -> Head:
    at = ctx.now.isoformat()
    links = [
        Link(
            0,
            str(ctx.actor.government_id or ""),
            at,
            str(ctx.actor.user_id or ""),
            ctx.actor.name,
            event.event,
            event.subject_kind,
            event.subject_id,
            event.payload(),
            ctx.origin.request_id,
            ctx.origin.address,
        )
        for event in events
    ]
    return audit_store.append(session, links, ctx.resources.audit_key)


def _record_denial(ctx: Context, name: str, refused: DomainError) -> None:
    with database_errors(), ctx.resources.writing() as session:
        head = _write_events(ctx, session, [AccessDenied(name, refused.code)])
        session.commit()
        _keep_head(ctx, head)


def _keep_head(ctx: Context, head: Head) -> None:
    if ctx.resources.audit_head is not None:
        ctx.resources.audit_head.keep(head)
