"""Delegations between actors, as the rules see them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.delegation import Delegation, lent_by_person, with_standing
from orgflow.domain.access.roles import Actor, DelegationKind, Permission
from orgflow.domain.values import PostId, UserId

FIRST: Final = date(2026, 3, 2)
LAST: Final = date(2026, 3, 6)
POST: Final = PostId(UUID(int=70))


def a_delegation(
    principal: Actor | None,
    delegate: Actor,
    tasks: Iterable[Permission] = (),
    *,
    number: int = 1,
    kind: DelegationKind = DelegationKind.DELEGATED,
    post_id: PostId | None = None,
    days: tuple[date, date] = (FIRST, LAST),
    recalled_at: datetime | None = None,
) -> Delegation:
    """Return a delegation from one user to another, from Monday 2 to Friday 6 March 2026."""
    return Delegation(
        id=UUID(int=number),
        kind=kind,
        principal="Pejabat Contoh",
        principal_id=principal.user_id if principal is not None else None,
        delegate_id=UserId(delegate.user_id or UUID(int=0)),
        valid_from=days[0],
        valid_to=days[1] + timedelta(days=1),
        tasks=frozenset(tasks),
        post_id=post_id,
        recalled_at=recalled_at,
    )


def acting_for(principal: Actor, delegate: Actor, task: Permission, on: date = FIRST) -> Actor:
    """Return the delegate as he is on a day, the task lent by the principal from 2 to 6 March 2026."""
    held = a_delegation(principal, delegate, (task,))
    return with_standing(delegate, (*delegate.standing, *lent_by_person(held, principal, on)))
