"""Harmonisation and facilitation in the office's order, and days told late or out of order."""

from dataclasses import replace
from datetime import timedelta

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.refusals import (
    OutOfTurn,
    StepDateBeforePrevious,
    StepNeeds,
    StepTakenAlready,
)
from orgflow.domain.proposals.states import REVIEWS, Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome
from tests.factories.access import an_actor
from tests.factories.proposals import TODAY, all_given, walked

A, R, S = Action, Role, ProposalState
LAW = an_actor(R.LEGAL_REVIEWER)
OFFICE = an_actor(R.LETTER_ADMINISTRATOR)
YESTERDAY = TODAY - timedelta(days=1)


def answered(*reviews: ProposalState) -> Proposal:
    """Return a proposal that the ministry approved in an office of this order of reviews."""
    waiting = replace(walked(S.MINISTRY_REVIEW), reviews=reviews or REVIEWS)
    return waiting.advance(A.ANSWER_APPROVED, OFFICE, all_given(), TODAY)


@pytest.mark.parametrize("order", [REVIEWS, tuple(reversed(REVIEWS))])
def test_the_reviews_follow_one_another_in_the_offices_order(order: tuple[ProposalState, ...]) -> None:
    recording = {S.HARMONIZATION: A.RECORD_HARMONIZATION, S.FACILITATION: A.RECORD_FACILITATION}
    proposal = answered(*order)

    for review, following in zip(order, (order[1], order[1]), strict=True):
        assert proposal.state is review
        with pytest.raises(OutOfTurn):
            proposal.advance(A.ENACT, LAW, all_given(), TODAY)
        proposal = proposal.advance(recording[review], LAW, all_given(), TODAY)
        assert proposal.state is following

    assert proposal.standing.is_reviewed
    assert proposal.advance(A.ENACT, LAW, all_given(), TODAY).state is S.ENACTED


def test_a_review_that_found_something_to_mend_is_not_finished() -> None:
    mending = replace(all_given(), outcome=ReviewOutcome.NEEDS_REPAIR)

    found = answered().advance(A.RECORD_HARMONIZATION, LAW, mending, TODAY)

    assert found.state is S.HARMONIZATION
    assert found.steps[-1].outcome is ReviewOutcome.NEEDS_REPAIR
    assert found.advance(A.RECORD_HARMONIZATION, LAW, all_given(), TODAY).state is S.FACILITATION
    with pytest.raises(StepNeeds) as refused:
        answered().advance(A.RECORD_HARMONIZATION, LAW, replace(mending, reason=None), TODAY)
    assert refused.value.facts["missing"] == ("reason",)


def test_a_review_that_ended_with_notes_is_finished_and_tells_them() -> None:
    noted = replace(all_given(), outcome=ReviewOutcome.FINISHED_WITH_NOTES)

    after = answered().advance(A.RECORD_HARMONIZATION, LAW, noted, TODAY)

    assert after.state is S.FACILITATION
    with pytest.raises(StepTakenAlready):
        after.advance(A.RECORD_HARMONIZATION, LAW, all_given(), TODAY)
    with pytest.raises(StepNeeds) as refused:
        answered().advance(A.RECORD_HARMONIZATION, LAW, replace(noted, reason=None), TODAY)
    assert refused.value.facts["missing"] == ("reason",)


def test_a_finished_review_is_not_recorded_again() -> None:
    both = answered().advance(A.RECORD_HARMONIZATION, LAW, all_given(), TODAY)

    with pytest.raises(StepTakenAlready):
        both.advance(A.RECORD_HARMONIZATION, LAW, all_given(), TODAY)


def test_a_review_out_of_order_is_recorded_with_a_reason() -> None:
    with pytest.raises(StepNeeds) as refused:
        answered().advance(A.RECORD_FACILITATION, LAW, all_given(), TODAY)
    assert refused.value.facts["missing"] == ("late_reason",)

    told = replace(all_given(), late_reason="Surat fasilitasi datang lebih dahulu.")
    early = answered().advance(A.RECORD_FACILITATION, LAW, told, TODAY)

    assert early.state is S.HARMONIZATION
    assert not early.standing.is_reviewed
    finished = early.advance(A.RECORD_HARMONIZATION, LAW, all_given(), TODAY)
    assert finished.standing.is_reviewed
    assert finished.advance(A.ENACT, LAW, all_given(), TODAY).state is S.ENACTED


def test_an_outside_letter_older_than_the_step_before_it_is_recorded_with_a_reason_only() -> None:
    waiting = walked(S.MINISTRY_REVIEW)
    old = all_given(YESTERDAY)

    with pytest.raises(StepDateBeforePrevious) as refused:
        waiting.advance(A.ANSWER_APPROVED, OFFICE, old, TODAY)

    assert refused.value.facts["previous"] == TODAY.isoformat()
    told = replace(old, late_reason="Tanda terimanya baru dicatat hari ini.")
    assert waiting.advance(A.ANSWER_APPROVED, OFFICE, told, TODAY).steps[-1].acted_on == YESTERDAY


def test_nobody_decides_for_himself_on_a_day_before_the_step_before_it() -> None:
    old = replace(all_given(YESTERDAY, step="assistant"), late_reason="Lupa mencatat.")

    with pytest.raises(StepDateBeforePrevious):
        walked(S.INITIALLING).advance(A.PARAF, an_actor(R.ASSISTANT), old, TODAY)
    recorded = walked(S.INITIALLING).advance(A.PARAF, OFFICE, old, TODAY)
    assert recorded.steps[-1].acted_on == YESTERDAY


@pytest.mark.parametrize("order", [REVIEWS, tuple(reversed(REVIEWS))])
def test_of_the_reviews_only_those_after_the_present_one_are_ahead(order: tuple[ProposalState, ...]) -> None:
    recording = {S.HARMONIZATION: A.RECORD_HARMONIZATION, S.FACILITATION: A.RECORD_FACILITATION}
    waiting = replace(walked(S.MINISTRY_REVIEW), reviews=order)
    first = answered(*order)
    second = first.advance(recording[order[0]], LAW, all_given(), TODAY)
    both = second.advance(recording[order[1]], LAW, all_given(), TODAY)

    ahead = [proposal.progress.ahead.reviews for proposal in (waiting, first, second, both)]

    assert ahead == [order, order[1:], (), ()]
