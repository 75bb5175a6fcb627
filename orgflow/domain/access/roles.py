"""Roles, what each may do, and the actor who asks."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import Forbidden
from orgflow.domain.values import GovernmentId, PostId, UnitId, UserId


class Permission(StrEnum):
    """What a use case or a page requires."""

    SIGN_IN = "sign_in"
    VIEW_STRUCTURE = "view_structure"
    VIEW_PROPOSALS = "view_proposals"
    EDIT_PROPOSAL = "edit_proposal"
    SUBMIT_PROPOSAL = "submit_proposal"
    REVIEW_AS_UNIT = "review_as_unit"
    REVIEW_AS_ORGANISATION = "review_as_organisation"
    REVIEW_AS_LEGAL = "review_as_legal"
    PARAF_AS_ASSISTANT = "paraf_as_assistant"
    PARAF_AS_SECRETARY = "paraf_as_secretary"
    SIGN_AS_GOVERNOR = "sign_as_governor"
    RECORD_FOR_LEADERS = "record_for_leaders"
    RECORD_MINISTRY = "record_ministry"
    RECORD_REGULATION = "record_regulation"
    COMMENCE = "commence"
    VIEW_LETTERS = "view_letters"
    EDIT_LETTER = "edit_letter"
    ISSUE_LETTER = "issue_letter"
    KEEP_REGISTRY = "keep_registry"
    MANAGE_SETTINGS = "manage_settings"
    MANAGE_USERS = "manage_users"
    VIEW_AUDIT = "view_audit"


class Role(StrEnum):
    """Who somebody is in the procedure."""

    DRAFTER = "drafter"
    BUREAU_HEAD = "bureau_head"
    ORGANISATION_REVIEWER = "organisation_reviewer"
    LEGAL_REVIEWER = "legal_reviewer"
    ASSISTANT = "assistant"
    SECRETARY = "secretary"
    GOVERNOR_OFFICE = "governor_office"
    LETTER_ADMINISTRATOR = "letter_administrator"
    SYSTEM_ADMINISTRATOR = "system_administrator"
    AUDITOR = "auditor"


_P = Permission
_EVERYBODY: Final = frozenset({_P.SIGN_IN, _P.VIEW_STRUCTURE, _P.VIEW_PROPOSALS, _P.VIEW_LETTERS})

PERMISSIONS: Final[dict[Role, frozenset[Permission]]] = {
    Role.DRAFTER: _EVERYBODY | {_P.EDIT_PROPOSAL, _P.SUBMIT_PROPOSAL, _P.EDIT_LETTER},
    Role.BUREAU_HEAD: _EVERYBODY | {_P.EDIT_PROPOSAL, _P.SUBMIT_PROPOSAL, _P.REVIEW_AS_UNIT, _P.EDIT_LETTER},
    Role.ORGANISATION_REVIEWER: _EVERYBODY | {_P.REVIEW_AS_ORGANISATION},
    Role.LEGAL_REVIEWER: _EVERYBODY | {_P.REVIEW_AS_LEGAL, _P.RECORD_REGULATION},
    Role.ASSISTANT: _EVERYBODY | {_P.PARAF_AS_ASSISTANT},
    Role.SECRETARY: _EVERYBODY | {_P.PARAF_AS_SECRETARY},
    Role.GOVERNOR_OFFICE: _EVERYBODY | {_P.SIGN_AS_GOVERNOR},
    Role.LETTER_ADMINISTRATOR: _EVERYBODY
    | {
        _P.RECORD_FOR_LEADERS,
        _P.RECORD_MINISTRY,
        _P.RECORD_REGULATION,
        _P.COMMENCE,
        _P.EDIT_LETTER,
        _P.ISSUE_LETTER,
        _P.MANAGE_SETTINGS,
        _P.KEEP_REGISTRY,
        _P.VIEW_AUDIT,
    },
    Role.SYSTEM_ADMINISTRATOR: _EVERYBODY
    | {_P.MANAGE_USERS, _P.MANAGE_SETTINGS, _P.KEEP_REGISTRY, _P.VIEW_AUDIT},
    Role.AUDITOR: _EVERYBODY | {_P.VIEW_AUDIT},
}

UNIT_BOUND: Final = frozenset({Role.DRAFTER, Role.BUREAU_HEAD})
"""Roles whose holders see and touch only the proposals of their own unit and below it."""


class PermissionMissing(Forbidden):
    """The actor holds no role with the permission."""

    code = "permission_missing"


class SignInRequired(Forbidden):
    """Nobody is signed in."""

    code = "sign_in_required"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a signed-in user, or the system with a named reason.

    ``unit_id`` bounds what a user of unit-bound roles sees; ``is_system`` holds every permission and
    is what the command line and the jobs act as. ``posts`` are those whose tasks the person has today,
    his own or by substitution.
    """

    name: str
    government_id: GovernmentId | None
    user_id: UserId | None = None
    roles: frozenset[Role] = frozenset()
    unit_id: UnitId | None = None
    is_system: bool = False
    posts: frozenset[PostId] = frozenset()

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the actor's roles allow."""
        if self.is_system:
            return frozenset(Permission)
        return frozenset().union(*(PERMISSIONS[role] for role in self.roles))

    @property
    def is_unit_bound(self) -> bool:
        """Whether every role the actor holds is bound to the actor's unit."""
        return not self.is_system and bool(self.roles) and self.roles <= UNIT_BOUND

    def may(self, permission: Permission) -> bool:
        """Say whether the actor holds the permission."""
        return permission in self.permissions

    def holds(self, post_id: PostId) -> bool:
        """Say whether the tasks of the post are the actor's today."""
        return post_id in self.posts

    def require(self, *anyone_of: Permission) -> None:
        """Refuse an actor who holds none of the permissions.

        Raises:
            SignInRequired: the actor is nobody.
            PermissionMissing: the actor's roles do not hold it.
        """
        if self.user_id is None and not self.is_system:
            raise SignInRequired()
        if not any(self.may(permission) for permission in anyone_of):
            raise PermissionMissing(permission=tuple(str(permission) for permission in anyone_of))


ANONYMOUS: Final = Actor(name="", government_id=None)


def system_actor(reason: str, government_id: GovernmentId | None = None) -> Actor:
    """Return the system acting for a named reason."""
    return Actor(name=f"sistem: {reason}", government_id=government_id, is_system=True)
