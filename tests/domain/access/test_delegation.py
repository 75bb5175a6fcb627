"""Who may lend tasks to whom, and what is lent on a day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from orgflow.domain.access.delegation import (
    Delegate,
    DelegationState,
    check_delegation,
    check_own,
    check_recall,
    lent_by_person,
    lent_with_post,
    own_tasks,
)
from orgflow.domain.access.delegation_errors import (
    DelegateUnfit,
    DelegationBackdated,
    DelegationEnded,
    DelegationOverlaps,
    DelegationPeriodUnfit,
    DelegationToItself,
    NothingDelegated,
    PostNeeded,
    Redelegation,
    TaskNotOwn,
)
from orgflow.domain.access.holding import HeldPost, in_office
from orgflow.domain.access.roles import Actor, DelegationKind, Permission, Role
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import UserId
from tests.factories.access import an_actor
from tests.factories.delegations import FIRST, LAST, POST, a_delegation, acting_for
from tests.factories.organisation import unit_id

P = Permission
HEAD = an_actor(Role.BUREAU_HEAD, unit_id=unit_id(2))
DEPUTY = an_actor(Role.DRAFTER, unit_id=unit_id(3))
RECALLED = datetime(2026, 3, 3, tzinfo=UTC)


def as_delegate(actor: Actor, *, is_active: bool = True) -> Delegate:
    return Delegate(UserId(actor.user_id or unit_id(0)), actor.name, actor.roles, is_active)


def test_a_person_lends_the_own_tasks_of_the_procedure_and_no_others() -> None:
    assert own_tasks(HEAD) == (P.SUBMIT_PROPOSAL, P.REVIEW_AS_UNIT)
    assert own_tasks(an_actor(Role.SYSTEM_ADMINISTRATOR)) == ()


def test_what_was_lent_is_not_lent_on() -> None:
    deputy = acting_for(HEAD, DEPUTY, P.REVIEW_AS_UNIT)

    with pytest.raises(Redelegation):
        check_own(a_delegation(deputy, HEAD, (P.REVIEW_AS_UNIT,)), deputy, FIRST)

    assert deputy.may(P.REVIEW_AS_UNIT)
    assert P.REVIEW_AS_UNIT not in own_tasks(deputy)


def test_nobody_lends_what_is_not_his() -> None:
    with pytest.raises(TaskNotOwn):
        check_own(a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_LEGAL,)), HEAD, FIRST)
    with pytest.raises(TaskNotOwn):
        check_own(a_delegation(HEAD, DEPUTY, post_id=POST), HEAD, FIRST)


def test_a_person_lends_from_today_on_only() -> None:
    held = a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,))

    check_own(held, HEAD, FIRST)
    with pytest.raises(DelegationBackdated):
        check_own(held, HEAD, date(2026, 3, 3))


@pytest.mark.parametrize(
    ("held", "delegate", "refusal"),
    [
        (a_delegation(HEAD, HEAD, (P.REVIEW_AS_UNIT,)), as_delegate(HEAD), DelegationToItself),
        (
            a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,)),
            as_delegate(DEPUTY, is_active=False),
            DelegateUnfit,
        ),
        (
            a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,)),
            as_delegate(an_actor(Role.AUDITOR)),
            DelegateUnfit,
        ),
        (
            a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,), days=(LAST, FIRST)),
            as_delegate(DEPUTY),
            DelegationPeriodUnfit,
        ),
        (a_delegation(HEAD, DEPUTY), as_delegate(DEPUTY), NothingDelegated),
        (
            a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,), kind=DelegationKind.DAILY_ACTING),
            as_delegate(DEPUTY),
            PostNeeded,
        ),
        (a_delegation(HEAD, DEPUTY, (P.MANAGE_USERS,)), as_delegate(DEPUTY), TaskNotOwn),
    ],
)
def test_a_delegation_that_does_not_fit_is_refused(
    held: object, delegate: Delegate, refusal: type[RuleBroken]
) -> None:
    assert isinstance(held, type(a_delegation(HEAD, DEPUTY)))

    with pytest.raises(refusal):
        check_delegation(held, delegate, ())


def test_one_task_is_in_one_pair_of_hands_at_a_time() -> None:
    held = a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,))
    again = a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,), number=2, days=(LAST, LAST))
    later = a_delegation(
        HEAD, DEPUTY, (P.REVIEW_AS_UNIT,), number=3, days=(date(2026, 3, 7), date(2026, 3, 9))
    )
    other_task = a_delegation(HEAD, DEPUTY, (P.SUBMIT_PROPOSAL,), number=4)

    with pytest.raises(DelegationOverlaps):
        check_delegation(again, as_delegate(DEPUTY), [held])
    check_delegation(again, as_delegate(DEPUTY), [replace(held, recalled_at=RECALLED)])
    check_delegation(later, as_delegate(DEPUTY), [held])
    check_delegation(other_task, as_delegate(DEPUTY), [held])


def test_a_post_has_one_substitute_at_a_time_whoever_is_named() -> None:
    held = a_delegation(None, DEPUTY, kind=DelegationKind.DAILY_ACTING, post_id=POST)
    again = a_delegation(None, HEAD, number=2, kind=DelegationKind.ACTING, post_id=POST)

    with pytest.raises(DelegationOverlaps):
        check_delegation(again, as_delegate(HEAD), [held])


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 3, 1), DelegationState.COMING),
        (FIRST, DelegationState.RUNNING),
        (LAST, DelegationState.RUNNING),
        (date(2026, 3, 7), DelegationState.ENDED),
    ],
)
def test_a_delegation_holds_from_its_first_day_through_its_last(on: date, state: DelegationState) -> None:
    held = a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,))

    assert held.state_on(on) is state
    assert bool(lent_by_person(held, HEAD, on)) is (state is DelegationState.RUNNING)


def test_a_recalled_delegation_lends_nothing_and_is_not_recalled_again() -> None:
    held = a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,), recalled_at=RECALLED)

    assert lent_by_person(held, HEAD, FIRST) == ()
    with pytest.raises(DelegationEnded):
        check_recall(held, FIRST)


def test_a_lent_task_reaches_no_further_than_it_did_with_its_owner() -> None:
    (unit_bound,) = lent_by_person(a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT,)), HEAD, FIRST)
    legal = an_actor(Role.LEGAL_REVIEWER)
    (unbound,) = lent_by_person(a_delegation(legal, DEPUTY, (P.REVIEW_AS_LEGAL,)), legal, FIRST)

    assert unit_bound.unit_ids == {unit_id(2)}
    assert unbound.unit_ids is None


def test_who_no_longer_has_a_task_no_longer_lends_it() -> None:
    held = a_delegation(HEAD, DEPUTY, (P.REVIEW_AS_UNIT, P.SUBMIT_PROPOSAL))

    assert lent_by_person(held, an_actor(Role.LEGAL_REVIEWER), FIRST) == ()


def test_a_substitute_has_the_tasks_of_the_post_without_what_nobody_lends() -> None:
    held = a_delegation(None, DEPUTY, kind=DelegationKind.DAILY_ACTING, post_id=POST)
    post = HeldPost(POST, unit_id(2), frozenset({Role.BUREAU_HEAD}))

    (lent,) = lent_with_post(held, post, FIRST)

    assert lent.posts == {POST}
    assert lent.unit_ids == {unit_id(2)}
    assert P.REVIEW_AS_UNIT in lent.permissions
    assert P.EDIT_PROPOSAL not in lent.permissions


def test_a_task_that_comes_with_a_post_may_be_lent_by_its_holder() -> None:
    post = HeldPost(POST, unit_id(2), frozenset({Role.BUREAU_HEAD}))
    holder = in_office(an_actor(), [post], frozenset({Role.BUREAU_HEAD}))

    check_own(a_delegation(holder, DEPUTY, (P.REVIEW_AS_UNIT,), post_id=POST), holder, FIRST)

    assert holder.holds(POST)
