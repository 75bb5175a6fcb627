"""The names of roles as people read them."""

from collections.abc import Iterable

from flask_babel import gettext

from orgflow.domain.access.roles import Role
from orgflow.web.words import ROLES


def role_name(role: Role) -> str:
    """Return a role's name."""
    return gettext(ROLES[role])


def role_names(roles: Iterable[Role]) -> str:
    """Return the names of several roles in one line."""
    return ", ".join(role_name(role) for role in roles)
