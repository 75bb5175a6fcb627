"""Authority by post and day: whoever holds the post acts, and nobody else whose person is known."""

from datetime import date

import pytest

from orgflow.domain.access.assignment import ALONE, RolesIncompatible
from orgflow.domain.access.roles import PERMISSIONS, Permission, Role
from orgflow.domain.errors import DomainError
from orgflow.services.account_links import (
    ChangePostRole,
    LinkAccount,
    PersonHasAccount,
    PostRoleAlreadySo,
    give_post_role,
    link_account,
    show_link,
    take_post_role,
    unlinked_followers,
)
from orgflow.services.accounts import ChangeUser, change_user
from orgflow.services.overview import list_proposals
from orgflow.store import access
from tests.factories.authority import (
    a_post_with_holder,
    acting,
    actor_now,
    lend,
    make_person,
    user_of,
)
from tests.factories.governments import HUMAS
from tests.factories.office import Office
from tests.factories.registry import Keeper
from tests.factories.roads import a_draft

R, P = Role, Permission
OLD, NEW = "Contoh Lama, S.E.", "Contoh Baru, S.E."
CHANGE = date(2026, 3, 4)


def given_alone(office: Office, role: Role, alone: Role) -> None:
    """Give whoever began with a role one that is held alone."""
    with office.resources.reading() as session:
        seen = access.user_row(session, office.government_id, user_of(office, role)).revision
    changed = ChangeUser(user_of(office, role), seen, "Contoh", frozenset({alone}), None)
    change_user(office.context(R.SYSTEM_ADMINISTRATOR), changed)


def test_the_tasks_follow_the_post_on_the_day_its_holder_changes(office: Office) -> None:
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, OLD, until=CHANGE)
    keeper = Keeper(office, dict(office.units), {"jabatan": post_id})
    keeper.appoint(NEW, "jabatan", CHANGE)
    make_person(office, R.BUREAU_HEAD, OLD)
    make_person(office, R.DRAFTER, NEW)

    before = actor_now(office, R.BUREAU_HEAD), actor_now(office, R.DRAFTER)
    office.clock.set_to(CHANGE)
    after = actor_now(office, R.BUREAU_HEAD), actor_now(office, R.DRAFTER)

    assert [one.may(P.REVIEW_AS_UNIT) for one in before] == [True, False]
    assert [one.may(P.REVIEW_AS_UNIT) for one in after] == [False, True]
    assert [one.holds(post_id) for one in after] == [False, True]


def test_who_lost_the_post_sees_no_proposal_any_more(office: Office) -> None:
    a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, OLD, until=CHANGE)
    make_person(office, R.BUREAU_HEAD, OLD)
    a_draft(office, by=R.DRAFTER)
    seen = len(list_proposals(acting(office, R.BUREAU_HEAD)).cards)

    office.clock.set_to(CHANGE)

    assert seen == 1
    assert list_proposals(acting(office, R.BUREAU_HEAD)).cards == ()


def test_an_account_of_nobody_keeps_its_role_and_is_pointed_out(office: Office) -> None:
    a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, OLD)

    ctx = office.context(R.SYSTEM_ADMINISTRATOR)

    assert actor_now(office, R.BUREAU_HEAD).may(P.REVIEW_AS_UNIT)
    assert unlinked_followers(ctx) == {user_of(office, R.BUREAU_HEAD)}
    assert show_link(ctx, user_of(office, R.BUREAU_HEAD)).following == (R.BUREAU_HEAD,)


def test_where_no_post_brings_a_role_the_account_has_it(office: Office) -> None:
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, OLD, until=CHANGE)
    make_person(office, R.BUREAU_HEAD, OLD)
    office.clock.set_to(CHANGE)
    lost = actor_now(office, R.BUREAU_HEAD)

    take_post_role(office.context(R.SYSTEM_ADMINISTRATOR), ChangePostRole(post_id, R.BUREAU_HEAD))

    assert not lost.may(P.REVIEW_AS_UNIT)
    assert actor_now(office, R.BUREAU_HEAD).may(P.REVIEW_AS_UNIT)


def test_a_person_has_one_account_and_a_post_a_role_once(office: Office) -> None:
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, OLD)
    official_id = make_person(office, R.BUREAU_HEAD, OLD)
    ctx = office.context(R.SYSTEM_ADMINISTRATOR)

    with pytest.raises(PersonHasAccount):
        link_account(ctx, LinkAccount(user_of(office, R.DRAFTER), 1, official_id))
    with pytest.raises(PostRoleAlreadySo):
        give_post_role(ctx, ChangePostRole(post_id, R.BUREAU_HEAD))
    with pytest.raises(DomainError):
        link_account(office.context(R.LETTER_ADMINISTRATOR), LinkAccount(user_of(office, R.DRAFTER), 1, None))


@pytest.mark.parametrize("alone", ALONE)
def test_who_administers_or_audits_gains_nothing_by_a_post_linked_before(office: Office, alone: Role) -> None:
    post_id = a_post_with_holder(office, R.SECRETARY, HUMAS, OLD)
    make_person(office, R.DRAFTER, OLD)
    before = actor_now(office, R.DRAFTER)

    given_alone(office, R.DRAFTER, alone)

    after = actor_now(office, R.DRAFTER)
    assert before.holds(post_id)
    assert after.permissions == PERMISSIONS[alone]
    assert (after.posts, after.standing) == (frozenset(), ())


@pytest.mark.parametrize("alone", ALONE)
def test_who_administers_or_audits_gains_nothing_by_what_was_lent_before(office: Office, alone: Role) -> None:
    lend(office, R.LEGAL_REVIEWER, R.DRAFTER, P.REVIEW_AS_LEGAL)
    before = actor_now(office, R.DRAFTER)

    given_alone(office, R.DRAFTER, alone)

    assert before.may(P.REVIEW_AS_LEGAL)
    assert actor_now(office, R.DRAFTER).permissions == PERMISSIONS[alone]


@pytest.mark.parametrize("alone", ALONE)
def test_an_account_that_administers_or_audits_is_no_person_of_a_post(office: Office, alone: Role) -> None:
    a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, OLD)

    with pytest.raises(RolesIncompatible) as refused:
        make_person(office, alone, OLD)

    assert refused.value.facts == {"field": "official_id", "alone": str(alone)}
