"""Roles that come and go with the post."""

import pytest

from orgflow.domain.access.holding import HeldPost, RoleNotOfPost, check_post_role, in_office
from orgflow.domain.access.roles import Permission, Role
from tests.factories.access import an_actor
from tests.factories.delegations import POST
from tests.factories.organisation import unit_id

FOLLOWING = frozenset({Role.BUREAU_HEAD, Role.SECRETARY})
HEADED = HeldPost(POST, unit_id(2), frozenset({Role.BUREAU_HEAD}))


def test_who_holds_the_post_has_its_role_in_its_unit() -> None:
    new_head = in_office(an_actor(Role.DRAFTER, unit_id=unit_id(3)), [HEADED], FOLLOWING)

    assert new_head.may(Permission.REVIEW_AS_UNIT)
    assert new_head.reach((Permission.REVIEW_AS_UNIT,)) == {unit_id(2)}
    assert new_head.reach((Permission.EDIT_PROPOSAL,)) == {unit_id(2), unit_id(3)}
    assert new_head.holds(POST)


def test_who_no_longer_holds_the_post_no_longer_acts_and_sees_nobodys_proposals() -> None:
    former = in_office(an_actor(Role.BUREAU_HEAD, unit_id=unit_id(2)), [], FOLLOWING)

    assert not former.may(Permission.REVIEW_AS_UNIT)
    assert former.may(Permission.SIGN_IN)
    assert former.reach() == frozenset()


def test_a_role_that_follows_no_post_stays_with_the_account() -> None:
    assistant = in_office(an_actor(Role.ASSISTANT), [], FOLLOWING)

    assert assistant.may(Permission.PARAF_AS_ASSISTANT)
    assert assistant.reach() is None


def test_a_post_without_a_role_still_counts_as_held() -> None:
    head_of_law = HeldPost(POST, unit_id(2))

    actor = in_office(an_actor(Role.LEGAL_REVIEWER), [head_of_law], frozenset())

    assert actor.holds(POST)
    assert actor.reach() is None


@pytest.mark.parametrize("role", [Role.DRAFTER, Role.LETTER_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR])
def test_a_role_that_stands_for_no_post_comes_with_none(role: Role) -> None:
    with pytest.raises(RoleNotOfPost):
        check_post_role(role)
