"""Who carries out what was agreed in a meeting, and whose desk that is."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from orgflow.domain.access.roles import Actor, Permission


class Responsible(StrEnum):
    """Whose task an agreed point is; ``OTHER`` is somebody outside, told by name."""

    PROPOSER = "proposer"
    ORGANISATION = "organisation"
    LEGAL = "legal"
    OFFICE = "office"
    OTHER = "other"


DESKS: Final[Mapping[Responsible, Permission]] = {
    Responsible.PROPOSER: Permission.EDIT_PROPOSAL,
    Responsible.ORGANISATION: Permission.REVIEW_AS_ORGANISATION,
    Responsible.LEGAL: Permission.REVIEW_AS_LEGAL,
    Responsible.OFFICE: Permission.RECORD_MINISTRY,
}
"""By which permission somebody is one of those responsible; nobody here is for what others do."""

KEEPERS: Final = tuple(DESKS.values())
"""Who calls meetings and writes down what was agreed."""


def tasks_of(actor: Actor) -> frozenset[Responsible]:
    """Return for whom the actor carries out what was agreed."""
    return frozenset(one for one, permission in DESKS.items() if actor.may(permission))


def may_settle(responsible: Responsible, actor: Actor) -> bool:
    """Say whether the actor may record that a point was carried out.

    What somebody outside does is recorded by whoever keeps meetings.
    """
    if responsible is Responsible.OTHER:
        return any(actor.may(permission) for permission in KEEPERS)
    return responsible in tasks_of(actor)
