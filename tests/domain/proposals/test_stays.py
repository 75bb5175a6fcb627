"""Where a proposal stood, for how many days, and how old it is."""

from datetime import date

from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.stays import Course, DatedStep

A, S = Action, ProposalState
BEGUN = date(2026, 3, 2)


def every_day(first: date, last: date) -> int:
    return (last - first).days


def a_course(*steps: tuple[Action, ProposalState, ProposalState, int]) -> Course:
    return Course(BEGUN, tuple(DatedStep(act, was, now, date(2026, 3, day)) for act, was, now, day in steps))


FORWARDED = (A.FORWARD, S.DRAFT, S.ORG_REVIEW, 5)
RETURNED = (A.RETURN, S.ORG_REVIEW, S.DRAFT, 9)
AGAIN = (A.FORWARD, S.DRAFT, S.ORG_REVIEW, 20)
REJECTED = (A.REJECT, S.ORG_REVIEW, S.REJECTED, 25)


def test_a_new_proposal_has_stood_in_its_draft_since_it_was_begun() -> None:
    (stay,) = a_course().stays(date(2026, 3, 12), every_day)

    assert (stay.state, stay.since, stay.until, stay.days) == (S.DRAFT, BEGUN, None, 10)


def test_each_time_in_a_state_is_a_stay_of_its_own() -> None:
    stays = a_course(FORWARDED, RETURNED, AGAIN).stays(date(2026, 3, 31), every_day)

    assert [(stay.state, stay.days) for stay in stays] == [
        (S.DRAFT, 3),
        (S.ORG_REVIEW, 4),
        (S.DRAFT, 11),
        (S.ORG_REVIEW, 11),
    ]


def test_a_step_that_moves_nothing_ends_no_stay() -> None:
    within = (A.ANSWER_ASKS_COMPLETION, S.MINISTRY_REVIEW, S.MINISTRY_REVIEW, 12)
    came = (A.RECEIVE, S.SUBMITTED, S.MINISTRY_REVIEW, 10)

    stays = a_course(came, within).stays(date(2026, 3, 20), every_day)

    assert stays[-1].days == 10
    assert len(stays) == 2


def test_an_ended_road_stands_nowhere_and_grows_no_older() -> None:
    course = a_course(FORWARDED, RETURNED, AGAIN, REJECTED)

    assert course.stays(date(2027, 1, 1), every_day)[-1].state is S.ORG_REVIEW
    assert course.ended_on == date(2026, 3, 25)
    assert course.age(date(2027, 1, 1), every_day) == 23


def test_what_supersedes_an_ended_proposal_does_not_end_it_again() -> None:
    later = (A.SUPERSEDE, S.REJECTED, S.SUPERSEDED, 30)

    course = a_course(FORWARDED, REJECTED, later)

    assert course.ended_on == date(2026, 3, 25)
    assert len(course.stays(date(2026, 4, 1), every_day)) == 2


def test_a_step_recorded_late_shortens_no_stay_below_nothing() -> None:
    early = (A.APPROVE, S.ORG_REVIEW, S.LEGAL_REVIEW, 3)

    stays = a_course(FORWARDED, early).stays(date(2026, 3, 8), every_day)

    assert [stay.days for stay in stays] == [3, 0, 3]


def test_the_way_up_to_a_day_knows_nothing_later() -> None:
    course = a_course(FORWARDED, RETURNED, AGAIN).until(date(2026, 3, 10))

    assert course.state is S.DRAFT
    assert len(course.steps) == 2
