"""In whose name a step is taken: who may decide on a proposal, and who never may."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.access.delegation import with_standing
from orgflow.domain.access.roles import Actor, Permission, PermissionMissing, Role
from orgflow.domain.errors import Forbidden
from orgflow.domain.proposals.acting import Hat, hat_for, offered_to
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.refusals import OwnWork
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import UserId
from tests.factories.access import an_actor
from tests.factories.delegations import acting_for
from tests.factories.organisation import unit_id
from tests.factories.proposals import walked

P, S, A = Permission, ProposalState, Action
HEAD = an_actor(Role.BUREAU_HEAD, unit_id=unit_id(2))
OTHER_HEAD = an_actor(Role.BUREAU_HEAD, user=940, unit_id=unit_id(9))
COLLEAGUE = an_actor(Role.DRAFTER, unit_id=unit_id(2))
LEGAL = an_actor(Role.LEGAL_REVIEWER)
AFTER = date(2026, 3, 7)

DESK = {
    S.UNIT_REVIEW: ("unit", P.REVIEW_AS_UNIT, HEAD),
    S.ORG_REVIEW: ("organisation", P.REVIEW_AS_ORGANISATION, an_actor(Role.ORGANISATION_REVIEWER)),
    S.LEGAL_REVIEW: ("legal", P.REVIEW_AS_LEGAL, LEGAL),
    S.INITIALLING: ("assistant", P.PARAF_AS_ASSISTANT, an_actor(Role.ASSISTANT)),
    S.SIGNING: ("governor", P.SIGN_AS_GOVERNOR, an_actor(Role.GOVERNOR_OFFICE)),
}


def on_desk(state: ProposalState) -> Proposal:
    """Return a proposal that came as far as a state, and whose drafters are none of the people here."""
    return replace(walked(state), drafters=frozenset())


def hat_of(proposal: Proposal, key: str, actor: Actor) -> Hat:
    """Return in whose name the actor takes the step of a key."""
    return hat_for(proposal, proposal.route.step(key).action, actor, key)


def may_take(proposal: Proposal, key: str, actor: Actor) -> bool:
    """Say whether the actor is offered the step of a key."""
    return key in {move.key for move in offered_to(proposal, actor)}


def drafted_by(proposal: Proposal, *people: Actor) -> Proposal:
    users = (UserId(one.user_id) for one in people if one.user_id is not None)
    return replace(proposal, drafters=frozenset(users))


@pytest.mark.parametrize("state", DESK)
def test_a_delegate_decides_in_the_name_of_who_lent_the_task(state: ProposalState) -> None:
    key, task, owner = DESK[state]

    hat = hat_of(on_desk(state), key, acting_for(owner, COLLEAGUE, task))

    assert hat.loan is not None
    assert hat.loan.principal_id == owner.user_id
    assert hat.actor.user_id == COLLEAGUE.user_id
    assert may_take(on_desk(state), key, acting_for(owner, COLLEAGUE, task))


@pytest.mark.parametrize("state", DESK)
@pytest.mark.parametrize("on", [date(2026, 3, 1), AFTER])
def test_before_and_after_its_days_a_delegation_lets_nobody_decide(state: ProposalState, on: date) -> None:
    key, task, owner = DESK[state]

    with pytest.raises(PermissionMissing):
        hat_of(on_desk(state), key, acting_for(owner, COLLEAGUE, task, on))


@pytest.mark.parametrize("state", DESK)
def test_who_drafted_decides_for_nobody(state: ProposalState) -> None:
    key, task, owner = DESK[state]
    proposal = drafted_by(on_desk(state), COLLEAGUE)
    delegate = acting_for(owner, COLLEAGUE, task)

    with pytest.raises(OwnWork):
        hat_of(proposal, key, delegate)
    assert not may_take(proposal, key, delegate)


@pytest.mark.parametrize("state", DESK)
def test_nobody_decides_for_one_who_drafted(state: ProposalState) -> None:
    key, task, owner = DESK[state]
    proposal = drafted_by(on_desk(state), owner)
    delegate = acting_for(owner, COLLEAGUE, task)

    with pytest.raises(OwnWork):
        hat_of(proposal, key, delegate)
    assert not may_take(proposal, key, delegate)


@pytest.mark.parametrize("state", DESK)
def test_who_drafted_decides_neither_himself(state: ProposalState) -> None:
    key, _, owner = DESK[state]

    with pytest.raises(OwnWork):
        hat_of(drafted_by(on_desk(state), owner), key, owner)


def test_a_drafter_does_not_forward_the_own_draft_past_the_head_of_the_unit() -> None:
    proposal = drafted_by(on_desk(S.DRAFT), COLLEAGUE)
    delegate = acting_for(HEAD, COLLEAGUE, P.REVIEW_AS_UNIT)

    with pytest.raises(OwnWork):
        hat_for(proposal, A.FORWARD, delegate)
    offered = [move.action for move in offered_to(proposal, delegate)]
    assert A.SUBMIT in offered
    assert A.FORWARD not in offered


def test_a_task_bound_to_one_unit_decides_on_no_other_units_proposal() -> None:
    proposal = on_desk(S.UNIT_REVIEW)
    lent_elsewhere = acting_for(OTHER_HEAD, LEGAL, P.REVIEW_AS_UNIT)
    lent_here = acting_for(HEAD, LEGAL, P.REVIEW_AS_UNIT)

    with pytest.raises(PermissionMissing):
        hat_of(proposal, "unit", lent_elsewhere)
    assert not may_take(proposal, "unit", lent_elsewhere)
    assert hat_of(proposal, "unit", lent_here).loan is not None


def test_the_own_name_comes_before_anothers() -> None:
    other_legal = an_actor(Role.LEGAL_REVIEWER, user=941)

    hat = hat_of(on_desk(S.LEGAL_REVIEW), "legal", acting_for(other_legal, LEGAL, P.REVIEW_AS_LEGAL))

    assert hat.loan is None


def test_one_of_two_delegations_suffices_where_the_other_is_of_a_drafter() -> None:
    second = an_actor(Role.LEGAL_REVIEWER, user=941)
    first_lent = acting_for(LEGAL, COLLEAGUE, P.REVIEW_AS_LEGAL)
    both = with_standing(
        first_lent,
        (*first_lent.standing, *acting_for(second, COLLEAGUE, P.REVIEW_AS_LEGAL).standing),
    )

    hat = hat_of(drafted_by(on_desk(S.LEGAL_REVIEW), LEGAL), "legal", both)

    assert hat.loan is not None
    assert hat.loan.principal_id == second.user_id


def test_who_lent_a_task_keeps_it() -> None:
    assert hat_of(on_desk(S.LEGAL_REVIEW), "legal", LEGAL).loan is None


def test_tu_records_a_leaders_step_in_no_others_name() -> None:
    office = an_actor(Role.LETTER_ADMINISTRATOR)

    hat = hat_of(on_desk(S.INITIALLING), "assistant", office)

    assert hat.loan is None


@pytest.mark.parametrize("actor", [COLLEAGUE, an_actor(Role.AUDITOR), OTHER_HEAD])
def test_who_holds_no_task_of_the_desk_takes_no_step(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        hat_of(on_desk(S.LEGAL_REVIEW), "legal", actor)
