"""Actors to test with."""

from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Role
from orgflow.domain.values import GovernmentId, UnitId, UserId

GOVERNMENT_ID: Final = GovernmentId(UUID(int=900))
_NUMBERS: Final = {role: number for number, role in enumerate(Role, start=901)}


def an_actor(
    *roles: Role,
    user: int | None = None,
    government_id: GovernmentId = GOVERNMENT_ID,
    unit_id: UnitId | None = None,
) -> Actor:
    """Return somebody who holds these roles; the same role gives the same person."""
    number = user or _NUMBERS[roles[0] if roles else Role.AUDITOR]
    names = ", ".join(roles) or "tanpa peran"
    return Actor(f"Contoh ({names})", government_id, UserId(UUID(int=number)), frozenset(roles), unit_id)
