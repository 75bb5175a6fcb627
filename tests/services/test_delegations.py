"""Tasks lent for a period: taken up, taken back, and told of in the record of a step."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.access.delegation_errors import DelegationEnded, DelegationOverlaps, Redelegation
from orgflow.domain.access.roles import DelegationKind, Permission, PermissionMissing, Role
from orgflow.domain.proposals.refusals import OwnWork
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.accounts import ChangeUser, CloseAccount, change_user, close_account
from orgflow.services.delegation_pages import own_delegations
from orgflow.services.delegations import (
    DelegateOwn,
    RecallDelegation,
    RecordDelegation,
    delegate_own,
    recall_delegation,
    record_delegation,
)
from orgflow.services.overview import desk_proposals
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.proposals import EditProposal, edit_proposal
from orgflow.services.road import TakeStep, take_step
from orgflow.store import delegations, officials
from orgflow.store.delegations import UnknownDelegation
from orgflow.store.proposals import UnknownProposal
from tests.factories.authority import (
    LAST,
    a_post_with_holder,
    acting,
    lend,
    lent,
    make_person,
    substitute,
    user_of,
)
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import Office
from tests.factories.roads import a_draft, a_proposal_in, page, revision, take

AWAY = "Contoh Cuti, S.E."
A, R, S, P = Action, Role, ProposalState, Permission


def test_a_step_taken_for_another_tells_both_names(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    lend(office, R.LEGAL_REVIEWER, R.ASSISTANT, P.REVIEW_AS_LEGAL)
    ctx = acting(office, R.ASSISTANT)

    on_desk = [card.is_on_desk for card in desk_proposals(ctx).cards]
    take_step(ctx, TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="legal"))

    step = page(office, proposal_id).steps[-1]
    assert on_desk == [True]
    assert step.actor_name == office.actors[R.ASSISTANT].name
    assert step.on_behalf_of == office.actors[R.LEGAL_REVIEWER].name
    assert step.on_behalf_kind is DelegationKind.DELEGATED


def test_after_its_last_day_a_delegation_lets_nobody_act(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    lend(office, R.LEGAL_REVIEWER, R.ASSISTANT, P.REVIEW_AS_LEGAL)
    opened_before = acting(office, R.ASSISTANT)

    office.clock.set_to(date(2026, 3, 7))

    with pytest.raises(PermissionMissing):
        take_step(
            opened_before, TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="legal")
        )
    assert page(office, proposal_id).state is S.LEGAL_REVIEW
    assert not acting(office, R.ASSISTANT).actor.may(P.REVIEW_AS_LEGAL)


def test_what_is_recalled_is_taken_back_at_once_even_from_an_open_page(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.LEGAL_REVIEW)
    delegation_id = lend(office, R.LEGAL_REVIEWER, R.ASSISTANT, P.REVIEW_AS_LEGAL)
    opened_before = acting(office, R.ASSISTANT)

    recall_delegation(acting(office, R.LEGAL_REVIEWER), RecallDelegation(delegation_id, 1, "Sudah kembali"))

    with pytest.raises(PermissionMissing):
        take_step(
            opened_before, TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="legal")
        )
    with pytest.raises(DelegationEnded):
        recall_delegation(acting(office, R.LEGAL_REVIEWER), RecallDelegation(delegation_id, 2, "Lagi"))


def test_whoever_was_lent_tasks_recalls_nothing_and_a_stranger_learns_of_none(office: Office) -> None:
    delegation_id = lend(office, R.LEGAL_REVIEWER, R.ASSISTANT, P.REVIEW_AS_LEGAL)
    command = RecallDelegation(delegation_id, 1, "Coba")

    with pytest.raises(PermissionMissing):
        recall_delegation(acting(office, R.ASSISTANT), command)
    with pytest.raises(UnknownDelegation):
        recall_delegation(acting(office, R.SECRETARY), command)


def test_a_post_is_lent_no_longer_when_the_lenders_account_is_closed(office: Office) -> None:
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, AWAY)
    make_person(office, R.BUREAU_HEAD, AWAY)
    terms = lent(user_of(office, R.LEGAL_REVIEWER), post_id=post_id)
    delegate_own(acting(office, R.BUREAU_HEAD), DelegateOwn(terms))
    before = acting(office, R.LEGAL_REVIEWER).actor

    close_account(office.context(R.SYSTEM_ADMINISTRATOR), CloseAccount(user_of(office, R.BUREAU_HEAD), 2))

    after = acting(office, R.LEGAL_REVIEWER).actor
    assert (before.holds(post_id), before.may(P.REVIEW_AS_UNIT)) == (True, True)
    assert (after.holds(post_id), after.may(P.REVIEW_AS_UNIT)) == (False, False)


def test_a_delegate_lends_nothing_on_and_a_task_is_lent_once(office: Office) -> None:
    lend(office, R.LEGAL_REVIEWER, R.ASSISTANT, P.REVIEW_AS_LEGAL)
    to_secretary = DelegateOwn(lent(user_of(office, R.SECRETARY), P.REVIEW_AS_LEGAL))

    with pytest.raises(Redelegation):
        delegate_own(acting(office, R.ASSISTANT), to_secretary)
    with pytest.raises(DelegationOverlaps):
        delegate_own(acting(office, R.LEGAL_REVIEWER), to_secretary)


def test_a_drafter_decides_on_the_own_draft_for_nobody(office: Office) -> None:
    proposal_id = a_draft(office, by=R.DRAFTER)
    take(office, proposal_id, A.SUBMIT, R.DRAFTER)
    lend(office, R.BUREAU_HEAD, R.DRAFTER, P.REVIEW_AS_UNIT)
    command = TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="unit")

    with pytest.raises(OwnWork):
        take_step(acting(office, R.DRAFTER), command)
    take_step(acting(office, R.BUREAU_HEAD), command)


def test_a_lent_task_opens_no_drafts_of_other_units(office: Office) -> None:
    proposal_id = a_draft(office, by=R.BUREAU_HEAD)
    drafter = user_of(office, R.DRAFTER)
    admin = office.context(R.SYSTEM_ADMINISTRATOR)
    change_user(admin, ChangeUser(drafter, 1, "Penyusun", frozenset({R.DRAFTER}), office.units[UMUM]))
    lend(office, R.LEGAL_REVIEWER, R.DRAFTER, P.REVIEW_AS_LEGAL)
    ctx = acting(office, R.DRAFTER)

    shown = show_proposal(ctx, proposal_id)

    assert not shown.is_editable
    with pytest.raises(UnknownProposal):
        edit_proposal(ctx, EditProposal(proposal_id, revision(office, proposal_id), "alasan", "", None, None))


def test_a_substitute_has_the_posts_tasks_while_the_period_runs(office: Office) -> None:
    proposal_id = a_draft(office, by=R.DRAFTER)
    take(office, proposal_id, A.SUBMIT, R.DRAFTER)
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, "Contoh Cuti, S.E.")
    substitute(office, post_id, R.LEGAL_REVIEWER, DelegationKind.DAILY_ACTING)
    ctx = acting(office, R.LEGAL_REVIEWER)

    take_step(ctx, TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="unit"))

    step = page(office, proposal_id).steps[-1]
    assert ctx.actor.holds(post_id)
    assert (step.on_behalf_of, step.on_behalf_kind) == (
        f"Jabatan {R.BUREAU_HEAD}",
        DelegationKind.DAILY_ACTING,
    )
    office.clock.set_to(date(2026, 3, 7))
    assert not acting(office, R.LEGAL_REVIEWER).actor.holds(post_id)


def test_both_see_the_delegation_and_nobody_else(office: Office) -> None:
    delegation_id: UUID = lend(office, R.LEGAL_REVIEWER, R.ASSISTANT, P.REVIEW_AS_LEGAL)

    given = own_delegations(acting(office, R.LEGAL_REVIEWER)).given
    received = own_delegations(acting(office, R.ASSISTANT)).received
    other = own_delegations(acting(office, R.SECRETARY))

    assert [view.id for view in given] == [delegation_id] == [view.id for view in received]
    assert given[0].last_day == LAST
    assert (other.given, other.received) == ((), ())


@pytest.mark.parametrize("is_named", [True, False])
def test_a_substitute_decides_on_no_draft_of_the_one_who_is_away(office: Office, is_named: bool) -> None:
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, AWAY)
    away = make_person(office, R.BUREAU_HEAD, AWAY)
    proposal_id = a_draft_of_the_head(office)
    absent = away if is_named else None
    substitute(office, post_id, R.LEGAL_REVIEWER, DelegationKind.DAILY_ACTING, absent)
    command = TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="unit")

    with pytest.raises(OwnWork):
        take_step(acting(office, R.LEGAL_REVIEWER), command)

    assert page(office, proposal_id).state is S.UNIT_REVIEW


def test_a_person_named_before_he_had_an_account_is_known_by_it_later(office: Office) -> None:
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, AWAY)
    with office.resources.reading() as session:
        held = officials.officials(session, office.government_id).values()
        away = next(one.official_id for one in held if one.name == AWAY)
    substitute(office, post_id, R.LEGAL_REVIEWER, DelegationKind.DAILY_ACTING, away)
    make_person(office, R.BUREAU_HEAD, AWAY)
    proposal_id = a_draft_of_the_head(office)
    command = TakeStep(proposal_id, A.APPROVE, revision(office, proposal_id), step="unit")

    with pytest.raises(OwnWork):
        take_step(acting(office, R.LEGAL_REVIEWER), command)

    assert page(office, proposal_id).state is S.UNIT_REVIEW


def test_an_account_says_itself_whose_it_is(office: Office) -> None:
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, AWAY)
    other = make_person(office, R.BUREAU_HEAD, AWAY)
    terms = lent(user_of(office, R.LEGAL_REVIEWER), post_id=post_id)
    mixed = RecordDelegation(DelegationKind.DELEGATED, terms, user_of(office, R.ASSISTANT), other)

    delegation_id = record_delegation(office.context(R.SYSTEM_ADMINISTRATOR), mixed)

    with office.resources.reading() as session:
        row = delegations.delegation_row(session, office.government_id, delegation_id)
        assert (row.principal_id, row.official_id) == (user_of(office, R.ASSISTANT), None)
    assert not acting(office, R.LEGAL_REVIEWER).actor.holds(post_id)


def a_draft_of_the_head(office: Office) -> ProposalId:
    """Return a proposal drafted by the head and submitted by the drafter, waiting for the unit."""
    proposal_id = a_draft(office, by=R.BUREAU_HEAD)
    take(office, proposal_id, A.SUBMIT, R.DRAFTER)
    return proposal_id
