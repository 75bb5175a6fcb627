"""The road of a proposal: who takes which step, in which order, and what it asks for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role, system_actor
from orgflow.domain.proposals.proposal import drafters_with
from orgflow.domain.proposals.refusals import (
    NotEditable,
    OutOfTurn,
    OwnWork,
    StepDateInFuture,
    StepNeeds,
    StepTakenAlready,
    TransitionNotAllowed,
)
from orgflow.domain.proposals.states import Action, ProposalState
from tests.factories.access import an_actor
from tests.factories.proposals import ROAD, TODAY, a_proposal, all_given, nothing_given, walked

A, R, S = Action, Role, ProposalState


def test_the_road_leads_from_a_draft_to_the_registry() -> None:
    implemented = walked(S.IMPLEMENTED)

    assert implemented.state is S.IMPLEMENTED
    assert [step.action for step in implemented.steps] == [action for action, _, _ in ROAD]
    assert not implemented.is_running


def test_a_heads_own_submission_goes_to_biro_organisasi_directly() -> None:
    head = an_actor(R.BUREAU_HEAD)

    submitted = a_proposal().advance(A.FORWARD, head, nothing_given(), TODAY)

    assert submitted.state is S.ORG_REVIEW


def test_a_drafter_hands_over_to_the_head_and_cannot_forward() -> None:
    drafter = an_actor(R.DRAFTER)

    assert a_proposal().allowed_actions(drafter) == (A.SUBMIT, A.WITHDRAW)
    with pytest.raises(PermissionMissing):
        a_proposal().advance(A.FORWARD, drafter, nothing_given(), TODAY)


def test_a_head_forwards_and_is_not_offered_to_submit_to_herself() -> None:
    assert a_proposal().allowed_actions(an_actor(R.BUREAU_HEAD)) == (A.FORWARD, A.WITHDRAW)


@pytest.mark.parametrize(
    ("state", "action", "step"),
    [
        (S.UNIT_REVIEW, A.APPROVE, "unit"),
        (S.ORG_REVIEW, A.APPROVE, "organisation"),
        (S.LEGAL_REVIEW, A.APPROVE, "legal"),
        (S.INITIALLING, A.PARAF, "assistant"),
        (S.SIGNING, A.SIGN, "governor"),
    ],
)
def test_who_drafted_a_proposal_does_not_decide_on_it(
    state: ProposalState, action: Action, step: str | None
) -> None:
    everybody = an_actor(*Role)
    own = replace(walked(state), drafters=drafters_with(walked(state), everybody))

    with pytest.raises(OwnWork):
        own.advance(action, everybody, all_given(step=step), TODAY)
    assert action not in own.allowed_actions(everybody)


def test_no_step_is_taken_out_of_its_state() -> None:
    with pytest.raises(TransitionNotAllowed):
        a_proposal().advance(A.SIGN, an_actor(R.GOVERNOR_OFFICE), all_given(step="governor"), TODAY)


def test_the_assistant_initials_before_the_secretary() -> None:
    with pytest.raises(OutOfTurn) as refused:
        walked(S.INITIALLING).advance(A.PARAF, an_actor(R.SECRETARY), nothing_given(step="secretary"), TODAY)

    assert refused.value.facts["first"] == "Asisten"


def test_nobody_initials_twice_in_a_round() -> None:
    assistant = an_actor(R.ASSISTANT)
    initialled = walked(S.INITIALLING).advance(A.PARAF, assistant, nothing_given(step="assistant"), TODAY)

    with pytest.raises(StepTakenAlready):
        initialled.advance(A.PARAF, assistant, nothing_given(step="assistant"), TODAY)


def test_after_going_back_everybody_initials_anew() -> None:
    secretary, assistant = an_actor(R.SECRETARY), an_actor(R.ASSISTANT)
    signing = walked(S.SIGNING)

    back = signing.advance(A.RETURN, an_actor(R.GOVERNOR_OFFICE), all_given(step="assistant"), TODAY)

    assert back.state is S.INITIALLING
    assert set(back.progress.done) == {"unit", "organisation", "legal"}
    with pytest.raises(OutOfTurn):
        back.advance(A.PARAF, secretary, nothing_given(step="secretary"), TODAY)
    again = back.advance(A.PARAF, assistant, nothing_given(step="assistant"), TODAY)
    assert again.advance(A.PARAF, secretary, nothing_given(step="secretary"), TODAY).state is S.SIGNING


def test_a_letter_is_sent_after_it_was_signed() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)
    signing = walked(S.SIGNING)

    with pytest.raises(OutOfTurn):
        signing.advance(A.SEND, office, nothing_given(), TODAY)
    signed = signing.advance(A.SIGN, an_actor(R.GOVERNOR_OFFICE), all_given(step="governor"), TODAY)
    assert signed.state is S.SIGNING
    assert signed.advance(A.SEND, office, nothing_given(), TODAY).state is S.SUBMITTED


@pytest.mark.parametrize(
    ("state", "action", "step"),
    [
        (S.INITIALLING, A.PARAF, "assistant"),
        (S.SIGNING, A.SIGN, "governor"),
        (S.SIGNING, A.RETURN, None),
        (S.INITIALLING, A.RETURN, "legal"),
    ],
)
def test_tu_records_a_leaders_step_with_the_leaders_name(
    state: ProposalState, action: Action, step: str | None
) -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)

    taken = walked(state).advance(action, office, all_given(step=step), TODAY)

    assert taken.steps[-1].is_recorded
    with pytest.raises(StepNeeds):
        walked(state).advance(action, office, replace(all_given(step=step), person=None), TODAY)
    with pytest.raises(StepNeeds):
        walked(state).advance(action, office, replace(all_given(step=step), has_scan=False), TODAY)


def test_a_leaders_own_step_is_not_marked_as_recorded() -> None:
    taken = walked(S.INITIALLING).advance(
        A.PARAF, an_actor(R.ASSISTANT), nothing_given(step="assistant"), TODAY
    )

    assert not taken.steps[-1].is_recorded


def test_tu_records_nothing_for_reviewers() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)

    with pytest.raises(PermissionMissing):
        walked(S.ORG_REVIEW).advance(A.RETURN, office, all_given(), TODAY)
    assert walked(S.ORG_REVIEW).allowed_actions(office) == ()


@pytest.mark.parametrize("role", [R.LEGAL_REVIEWER, R.ASSISTANT, R.SECRETARY, R.GOVERNOR_OFFICE])
def test_nobody_returns_what_lies_on_anothers_desk(role: Role) -> None:
    with pytest.raises(PermissionMissing):
        walked(S.ORG_REVIEW).advance(A.RETURN, an_actor(role), all_given(), TODAY)


@pytest.mark.parametrize("action", [A.RETURN, A.REJECT])
def test_sending_back_and_rejecting_need_a_reason(action: Action) -> None:
    reviewer = an_actor(R.ORGANISATION_REVIEWER)

    with pytest.raises(StepNeeds) as refused:
        walked(S.ORG_REVIEW).advance(action, reviewer, nothing_given(), TODAY)

    assert refused.value.facts["missing"] == ("reason",)


def test_a_returned_proposal_is_a_draft_again_and_may_be_edited() -> None:
    drafter = an_actor(R.DRAFTER)
    returned = walked(S.LEGAL_REVIEW).advance(A.RETURN, an_actor(R.LEGAL_REVIEWER), all_given(), TODAY)

    assert returned.state is S.DRAFT
    assert returned.edited_by(drafter).revision == returned.revision + 1


def test_a_submitted_proposal_may_not_be_edited() -> None:
    with pytest.raises(NotEditable):
        walked(S.ORG_REVIEW).edited_by(an_actor(R.DRAFTER))


def test_whoever_edits_a_draft_becomes_one_of_its_drafters() -> None:
    head = an_actor(R.BUREAU_HEAD)

    assert head.user_id in a_proposal().edited_by(head).drafters
    assert a_proposal().edited_by(system_actor("uji")).drafters == frozenset()


def test_a_step_is_not_recorded_for_a_day_that_has_not_come() -> None:
    with pytest.raises(StepDateInFuture):
        walked(S.SUBMITTED).advance(
            A.RECEIVE, an_actor(R.LETTER_ADMINISTRATOR), nothing_given(TODAY + timedelta(days=1)), TODAY
        )


@pytest.mark.parametrize(
    "action", [A.ANSWER_APPROVED, A.ANSWER_APPROVED_WITH_NOTES, A.ANSWER_ASKS_COMPLETION, A.ANSWER_REJECTED]
)
def test_every_answer_of_the_ministry_carries_its_letter(action: Action) -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)

    with pytest.raises(StepNeeds) as refused:
        walked(S.MINISTRY_REVIEW).advance(action, office, nothing_given(), TODAY)

    missing = refused.value.facts["missing"]
    assert isinstance(missing, tuple)
    assert {"document", "scan"} <= set(missing)


def test_a_completion_is_sent_after_the_ministry_asked_for_it() -> None:
    office = an_actor(R.LETTER_ADMINISTRATOR)
    waiting = walked(S.MINISTRY_REVIEW)

    with pytest.raises(OutOfTurn):
        waiting.advance(A.COMPLETE, office, all_given(), TODAY)
    asked = waiting.advance(A.ANSWER_ASKS_COMPLETION, office, all_given(), TODAY)
    completed = asked.advance(A.COMPLETE, office, all_given(), TODAY)
    assert completed.advance(A.ANSWER_APPROVED, office, all_given(), TODAY).state is S.HARMONIZATION


def test_what_was_enacted_is_neither_withdrawn_nor_sent_back() -> None:
    everybody = an_actor(*Role)

    assert walked(S.ENACTED).allowed_actions(everybody) == (A.PROMULGATE,)


def test_the_system_decides_for_no_leader_but_records_it() -> None:
    taken = walked(S.INITIALLING).advance(A.PARAF, system_actor("uji"), all_given(step="assistant"), TODAY)

    assert taken.steps[-1].is_recorded
    with pytest.raises(StepNeeds):
        walked(S.INITIALLING).advance(A.PARAF, system_actor("uji"), nothing_given(step="assistant"), TODAY)
