"""What the posts that a person holds today make of the roles of the account."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from orgflow.domain.access.roles import (
    EVERYBODY,
    PERMISSIONS,
    UNIT_BOUND,
    Actor,
    Permission,
    Role,
    Standing,
)
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import PostId, UnitId

POST_ROLES: Final = (Role.BUREAU_HEAD, Role.ASSISTANT, Role.SECRETARY, Role.GOVERNOR_OFFICE)
"""Roles that stand for a post, and may therefore come and go with it."""


class RoleNotOfPost(RuleBroken):
    """The role stands for no post."""

    code = "role_not_of_post"


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post as it is today, with the roles that come with it.

    Attributes:
        unit_id: the unit of the post, to which the unit-bound roles are bound.
    """

    post_id: PostId
    unit_id: UnitId
    roles: frozenset[Role] = frozenset()

    def standings(self) -> tuple[Standing, ...]:
        """Return what the post brings: bound to its unit and unbound, each where there is any."""
        posts = frozenset({self.post_id})
        bound, free = self.roles & UNIT_BOUND, self.roles - UNIT_BOUND
        found = [Standing(_all_of(bound), frozenset({self.unit_id}), posts)] if bound else []
        if free:
            found.append(Standing(_all_of(free), None, posts))
        return tuple(found) or (Standing(frozenset(), frozenset(), posts),)


def check_post_role(role: Role) -> Role:
    """Return the role if it may come with a post.

    Raises:
        RoleNotOfPost.
    """
    if role not in POST_ROLES:
        raise RoleNotOfPost(field="role", role=str(role))
    return role


def in_office(actor: Actor, held: Iterable[HeldPost], following: frozenset[Role]) -> Actor:
    """Return a person's authority of today: by the posts held, and by the roles that follow no post.

    Args:
        actor: the account by its roles.
        held: the posts that the account's person holds today.
        following: the roles that follow their post in this government.
    """
    posts = tuple(held)
    standing = tuple(one for post in posts for one in post.standings())
    roles = actor.roles - following
    if not roles and not any(one.permissions for one in standing):
        standing = (*standing, Standing(EVERYBODY, frozenset()))
    return replace(actor, roles=roles, posts=frozenset(post.post_id for post in posts), standing=standing)


def _all_of(roles: frozenset[Role]) -> frozenset[Permission]:
    return frozenset().union(*(PERMISSIONS[role] for role in roles))
