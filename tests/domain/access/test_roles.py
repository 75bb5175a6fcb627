"""Who may do what."""

from dataclasses import replace
from uuid import UUID

import pytest

from orgflow.domain.access.roles import (
    ANONYMOUS,
    PERMISSIONS,
    Permission,
    PermissionMissing,
    Role,
    SignInRequired,
    system_actor,
)
from orgflow.domain.values import PostId
from tests.factories.access import an_actor

DECISIONS = frozenset(
    {
        Permission.REVIEW_AS_UNIT,
        Permission.REVIEW_AS_ORGANISATION,
        Permission.REVIEW_AS_LEGAL,
        Permission.PARAF_AS_ASSISTANT,
        Permission.PARAF_AS_SECRETARY,
        Permission.SIGN_AS_GOVERNOR,
    }
)


def test_every_role_has_its_permissions() -> None:
    assert set(PERMISSIONS) == set(Role)


def test_every_permission_is_held_by_some_role() -> None:
    assert frozenset().union(*PERMISSIONS.values()) == frozenset(Permission)


def test_a_drafter_decides_nothing() -> None:
    assert not DECISIONS & PERMISSIONS[Role.DRAFTER]


def test_the_letter_administrator_records_for_leaders_and_signs_for_none() -> None:
    held = PERMISSIONS[Role.LETTER_ADMINISTRATOR]

    assert Permission.RECORD_FOR_LEADERS in held
    assert not DECISIONS & held


def test_who_manages_accounts_does_not_walk_the_road() -> None:
    held = PERMISSIONS[Role.SYSTEM_ADMINISTRATOR]

    assert Permission.MANAGE_USERS in held
    assert Permission.SUBMIT_PROPOSAL not in held
    assert not DECISIONS & held


def test_an_actor_may_what_any_of_its_roles_may() -> None:
    both = an_actor(Role.DRAFTER, Role.AUDITOR)

    assert both.may(Permission.EDIT_PROPOSAL)
    assert both.may(Permission.VIEW_AUDIT)
    assert not both.may(Permission.ISSUE_LETTER)


def test_an_actor_holds_the_posts_whose_tasks_are_his_today_and_no_other() -> None:
    mine, another = PostId(UUID(int=1)), PostId(UUID(int=2))

    held = replace(an_actor(Role.ASSISTANT), posts=frozenset({mine}))

    assert held.holds(mine)
    assert not held.holds(another)
    assert not an_actor(Role.ASSISTANT).holds(mine)


def test_only_roles_of_a_unit_alone_bind_to_it() -> None:
    assert an_actor(Role.DRAFTER, Role.BUREAU_HEAD).is_unit_bound
    assert not an_actor(Role.DRAFTER, Role.AUDITOR).is_unit_bound
    assert not an_actor().is_unit_bound


def test_nobody_is_asked_to_sign_in() -> None:
    with pytest.raises(SignInRequired):
        ANONYMOUS.require(Permission.VIEW_STRUCTURE)


def test_a_missing_permission_is_named() -> None:
    with pytest.raises(PermissionMissing) as refused:
        an_actor(Role.DRAFTER).require(Permission.MANAGE_USERS)

    assert refused.value.facts["permission"] == ("manage_users",)


def test_any_of_several_permissions_will_do() -> None:
    an_actor(Role.DRAFTER).require(Permission.MANAGE_USERS, Permission.EDIT_PROPOSAL)


def test_the_system_may_everything_and_says_why() -> None:
    system = system_actor("peragaan")

    system.require(*Permission)
    assert system.name == "sistem: peragaan"
    assert system.permissions == frozenset(Permission)
