"""Which roles one account may hold together, and when it must belong to a unit."""

from typing import Final

from orgflow.domain.access.roles import UNIT_BOUND, Role
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import UnitId

ALONE: Final = (Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR)
"""Who administers or audits takes no part in the procedure."""


class RoleMissing(RuleBroken):
    """An account holds at least one role."""

    code = "role_missing"


class RolesIncompatible(RuleBroken):
    """A role that is held alone was given together with another; ``alone`` names it."""

    code = "roles_incompatible"


class UnitNeeded(RuleBroken):
    """A drafter or head belongs to a unit."""

    code = "unit_needed"


def check_assignment(roles: frozenset[Role], unit_id: UnitId | None) -> None:
    """Refuse roles that do not fit together or lack their unit.

    Raises:
        RoleMissing, RolesIncompatible, UnitNeeded.
    """
    if not roles:
        raise RoleMissing(field="roles")
    for role in ALONE:
        if role in roles and len(roles) > 1:
            raise RolesIncompatible(field="roles", alone=str(role))
    if roles & UNIT_BOUND and unit_id is None:
        raise UnitNeeded(field="unit_id")


def role_alone(roles: frozenset[Role]) -> Role | None:
    """Return the role that keeps its holder out of the procedure; None where none does."""
    return next((role for role in ALONE if role in roles), None)
