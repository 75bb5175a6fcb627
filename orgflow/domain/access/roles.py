"""Roles, what each may do, and the actor who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

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
EVERYBODY: Final = frozenset({_P.SIGN_IN, _P.VIEW_STRUCTURE, _P.VIEW_PROPOSALS, _P.VIEW_LETTERS})

PERMISSIONS: Final[dict[Role, frozenset[Permission]]] = {
    Role.DRAFTER: EVERYBODY | {_P.EDIT_PROPOSAL, _P.SUBMIT_PROPOSAL, _P.EDIT_LETTER},
    Role.BUREAU_HEAD: EVERYBODY | {_P.EDIT_PROPOSAL, _P.SUBMIT_PROPOSAL, _P.REVIEW_AS_UNIT, _P.EDIT_LETTER},
    Role.ORGANISATION_REVIEWER: EVERYBODY | {_P.REVIEW_AS_ORGANISATION},
    Role.LEGAL_REVIEWER: EVERYBODY | {_P.REVIEW_AS_LEGAL, _P.RECORD_REGULATION},
    Role.ASSISTANT: EVERYBODY | {_P.PARAF_AS_ASSISTANT},
    Role.SECRETARY: EVERYBODY | {_P.PARAF_AS_SECRETARY},
    Role.GOVERNOR_OFFICE: EVERYBODY | {_P.SIGN_AS_GOVERNOR},
    Role.LETTER_ADMINISTRATOR: EVERYBODY
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
    Role.SYSTEM_ADMINISTRATOR: EVERYBODY
    | {_P.MANAGE_USERS, _P.MANAGE_SETTINGS, _P.KEEP_REGISTRY, _P.VIEW_AUDIT},
    Role.AUDITOR: EVERYBODY | {_P.VIEW_AUDIT},
}

UNIT_BOUND: Final = frozenset({Role.DRAFTER, Role.BUREAU_HEAD})
"""Roles whose holders see and touch only the proposals of their own unit and below it."""


class PermissionMissing(Forbidden):
    """The actor holds no role with the permission."""

    code = "permission_missing"


class SignInRequired(Forbidden):
    """Nobody is signed in."""

    code = "sign_in_required"


class DelegationKind(StrEnum):
    """How somebody comes to act in another's place."""

    DELEGATED = "delegated"
    """Pendelegasian: named tasks of a person."""
    DAILY_ACTING = "plh"
    """Pelaksana harian: the tasks of a post whose holder is away."""
    ACTING = "plt"
    """Pelaksana tugas: the tasks of a post that nobody holds."""


@dataclass(frozen=True, slots=True)
class Loan:
    """In whose place, by which delegation and until when authority is used.

    Attributes:
        principal: the person or post, as the record of a step names it.
        principal_id: the account of the person in whose place; None where none is named.
        holder_ids: the accounts of whoever holds the post, where no person is named.
    """

    delegation_id: UUID
    kind: DelegationKind
    principal: str
    principal_id: UserId | None
    last_day: date
    holder_ids: frozenset[UserId] = frozenset()

    def is_of_any(self, user_ids: frozenset[UserId]) -> bool:
        """Say whether it is in the place of one of these accounts."""
        return self.principal_id in user_ids or bool(self.holder_ids & user_ids)


@dataclass(frozen=True, slots=True)
class Standing:
    """Authority of today beside the account's roles: of a post that is held, or lent by somebody.

    Attributes:
        permissions: what it allows.
        unit_ids: the units within which, with all below them; None is the whole government.
        posts: the posts whose tasks come with it.
        loan: None for the actor's own.
    """

    permissions: frozenset[Permission]
    unit_ids: frozenset[UnitId] | None = None
    posts: frozenset[PostId] = frozenset()
    loan: Loan | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a signed-in user, or the system with a named reason.

    ``unit_id`` bounds what a user of unit-bound roles sees; ``is_system`` holds every permission and
    is what the command line and the jobs act as. ``posts`` are those whose tasks the person has today,
    own or in somebody's place; ``standing`` is what comes with them and with delegations.
    """

    name: str
    government_id: GovernmentId | None
    user_id: UserId | None = None
    roles: frozenset[Role] = frozenset()
    unit_id: UnitId | None = None
    is_system: bool = False
    posts: frozenset[PostId] = frozenset()
    standing: tuple[Standing, ...] = ()

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the actor's roles and standing allow."""
        if self.is_system:
            return frozenset(Permission)
        own = (PERMISSIONS[role] for role in self.roles)
        return frozenset().union(*own, *(held.permissions for held in self.standing))

    @property
    def is_unit_bound(self) -> bool:
        """Whether all that the actor may do is bound to units."""
        return self.reach() is not None

    def reach(self, asked: Iterable[Permission] = ()) -> frozenset[UnitId] | None:
        """Return the units within which the actor holds any of the permissions; None is the whole government.

        Args:
            asked: none of them asks for any permission at all.
        """
        wanted = frozenset(asked)
        roles = {role for role in self.roles if not wanted or wanted & PERMISSIONS[role]}
        held = [one for one in self.standing if not wanted or wanted & one.permissions]
        is_unbound = self.is_system or not (self.roles or self.standing)
        if is_unbound or roles - UNIT_BOUND or any(one.unit_ids is None for one in held):
            return None
        own = {self.unit_id} if roles and self.unit_id is not None else set()
        return frozenset(own).union(*(one.unit_ids or frozenset() for one in held))

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
