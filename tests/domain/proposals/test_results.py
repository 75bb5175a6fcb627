"""Results of reviews as documents: which one counts, and what they keep back."""

from orgflow.domain.proposals.completeness import (
    Necessity,
    NeededFor,
    RequiredDocument,
    blocking,
    lacks_of,
)
from orgflow.domain.proposals.results import newest_results
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome, Step
from tests.domain.proposals.test_completeness import WHOLE

A, S = Action, ProposalState
HARMONIZED = "HASIL_HARMONISASI"


def a_result(outcome: ReviewOutcome, action: Action = A.RECORD_HARMONIZATION) -> Step:
    return Step(action, S.HARMONIZATION, S.HARMONIZATION, None, outcome=outcome)


def test_the_newest_result_of_each_review_counts() -> None:
    steps = (
        Step(A.ANSWER_APPROVED, S.MINISTRY_REVIEW, S.HARMONIZATION, None),
        a_result(ReviewOutcome.NEEDS_REPAIR),
        a_result(ReviewOutcome.FINISHED, A.RECORD_FACILITATION),
        a_result(ReviewOutcome.FINISHED_WITH_NOTES),
    )

    assert newest_results(steps[:2]) == {HARMONIZED: 1}
    assert newest_results(steps) == {HARMONIZED: 3, "HASIL_FASILITASI": 2}


def test_a_result_from_before_the_proposal_went_back_counts_no_more() -> None:
    back = Step(A.RETURN, S.SIGNING, S.DRAFT, None)

    assert newest_results((a_result(ReviewOutcome.FINISHED), back)) == {}
    assert newest_results((back, a_result(ReviewOutcome.FINISHED))) == {HARMONIZED: 1}


def test_a_missing_result_keeps_no_letter_back() -> None:
    asked = RequiredDocument(
        HARMONIZED, "Hasil", Necessity.REQUIRED, NeededFor.ENACTMENT, "Uji", False, False
    )

    lacks = lacks_of(WHOLE, [asked], frozenset())

    assert [lack.document for lack in lacks] == [asked]
    assert asked.result_of is A.RECORD_HARMONIZATION
    assert blocking(lacks, NeededFor.ISSUE) == ()
    assert blocking(lacks, NeededFor.ENACTMENT) == lacks
