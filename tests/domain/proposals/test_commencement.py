"""The days of a regulation, what is found of them, and the tasks that follow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.proposals.commencement import (
    CommencementTooFar,
    DatesOutOfOrder,
    EarlyWithoutReason,
    RegulationDays,
    earlier_by_months,
    later_by_years,
    next_new_year,
)
from orgflow.domain.proposals.commencement_findings import (
    CommencementFinding,
    CommencementFindingCode,
    Election,
    InaugurationForm,
    InaugurationRule,
    review_commencement,
)
from orgflow.domain.proposals.follow_up import (
    ChangeKind,
    FollowUp,
    FollowUpDayAhead,
    FollowUpNeedsDay,
    FollowUpNeedsReason,
    FollowUpNews,
    FollowUpRule,
    FollowUpState,
    follow_ups_for,
    kinds_of_change,
)
from tests.factories.reorganisations import WORKED
from tests.factories.secretariat import a_secretariat

ENACTED, PROMULGATED, NEW_YEAR = date(2026, 3, 2), date(2026, 3, 5), date(2027, 1, 1)
DAYS = RegulationDays(ENACTED, PROMULGATED, NEW_YEAR)
C, K, S = CommencementFindingCode, ChangeKind, FollowUpState
NO_ELECTION = Election(None, None)
ELECTION = Election(date(2029, 9, 22), date(2030, 2, 20))
NEAR = InaugurationRule(InaugurationForm.NEAR_ELECTION, 6, "UU CONTOH", is_verified=False)
ACTING = InaugurationRule(InaugurationForm.ACTING_HEAD, None, "PP CONTOH", is_verified=False)


def found(day: date | None, election: Election = ELECTION, head: AppointmentKind | None = None) -> list[str]:
    days = replace(DAYS, effective_on=day)
    return [finding.code for finding in review_commencement(days, election, (NEAR, ACTING), head)]


def test_the_commencement_may_be_unknown_yet() -> None:
    RegulationDays(ENACTED, PROMULGATED, None).check("")

    assert found(None) == []


def test_a_regulation_is_not_promulgated_before_it_is_enacted() -> None:
    with pytest.raises(DatesOutOfOrder):
        replace(DAYS, promulgated_on=ENACTED - timedelta(days=1)).check("")


def test_a_commencement_before_the_promulgation_needs_its_reason() -> None:
    early = replace(DAYS, effective_on=PROMULGATED - timedelta(days=1))

    early.check("menurut pasal penutup")

    with pytest.raises(EarlyWithoutReason):
        early.check("  ")


def test_a_commencement_far_beyond_belief_is_refused() -> None:
    replace(DAYS, effective_on=date(2031, 3, 5)).check("")

    with pytest.raises(CommencementTooFar):
        replace(DAYS, effective_on=date(2031, 3, 6)).check("")


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2029, 9, 22), 6, date(2029, 3, 22)),
        (date(2029, 3, 22), 6, date(2028, 9, 22)),
        (date(2029, 8, 31), 6, date(2029, 2, 28)),
        (date(2028, 8, 31), 6, date(2028, 2, 29)),
        (date(2029, 1, 31), 1, date(2028, 12, 31)),
        (date(2029, 12, 31), 12, date(2028, 12, 31)),
    ],
)
def test_months_back_end_on_a_day_that_there_is(day: date, months: int, earlier: date) -> None:
    assert earlier_by_months(day, months) == earlier


def test_years_on_end_on_a_day_that_there_is() -> None:
    assert later_by_years(date(2028, 2, 29), 5) == date(2033, 2, 28)


def test_a_day_within_the_budget_year_is_found_and_the_next_new_year_offered() -> None:
    day = date(2026, 4, 1)

    finding = review_commencement(replace(DAYS, effective_on=day), ELECTION, (), None)

    assert finding == (CommencementFinding(C.WITHIN_BUDGET_YEAR, day, NEW_YEAR),)
    assert next_new_year(NEW_YEAR) == date(2028, 1, 1)
    assert found(NEW_YEAR) == []


def test_a_commencement_before_the_promulgation_is_found_even_with_a_reason() -> None:
    assert C.BEFORE_PROMULGATION in found(PROMULGATED - timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "is_barred"),
    [
        (date(2029, 3, 21), False),
        (date(2029, 3, 22), True),
        (date(2030, 2, 20), True),
        (date(2030, 2, 21), False),
    ],
)
def test_inaugurations_are_barred_from_months_before_the_candidates_to_the_end_of_the_term(
    day: date, is_barred: bool
) -> None:
    assert (C.NEAR_ELECTION in found(day)) is is_barred


def test_a_term_without_an_end_bars_without_an_end() -> None:
    assert C.NEAR_ELECTION in found(date(2033, 1, 1), Election(date(2029, 9, 22), None))


def test_an_election_whose_day_is_not_filled_in_is_said_to_be_unknown() -> None:
    assert found(NEW_YEAR, NO_ELECTION) == [C.ELECTION_UNKNOWN]


@pytest.mark.parametrize(
    ("head", "is_found"),
    [(None, False), (AppointmentKind.DEFINITIVE, False), (AppointmentKind.INTERIM, True)],
)
def test_an_acting_head_of_region_is_found(head: AppointmentKind | None, is_found: bool) -> None:
    assert (C.ACTING_HEAD in found(NEW_YEAR, ELECTION, head)) is is_found


@pytest.mark.parametrize(
    ("case", "kinds"),
    [
        ("the hybrid name", {K.NAMES}),
        ("the name is kept", {K.DUTIES}),
        ("a division moves", {K.STRUCTURE}),
        ("subdivisions give way to functional posts", {K.STRUCTURE, K.POSTS, K.DUTIES}),
    ],
)
def test_what_follows_depends_on_what_changed(case: str, kinds: set[ChangeKind]) -> None:
    before = a_secretariat()

    assert kinds_of_change(before, apply_all(before, WORKED[case])) >= kinds


def test_a_list_has_the_tasks_of_the_kinds_of_change_that_are_still_asked() -> None:
    rules = (
        FollowUpRule("CAP", "Cap", "unit", frozenset({K.NAMES}), "kebiasaan", is_verified=False),
        FollowUpRule("ABK", "ABK", "Ortala", frozenset({K.POSTS}), "kebiasaan", is_verified=False),
        FollowUpRule(
            "LAMA", "Lama", "unit", frozenset({K.NAMES}), "dahulu", is_verified=False, is_active=False
        ),
    )

    tasks = follow_ups_for(rules, frozenset({K.NAMES, K.DUTIES}))

    assert [(task.code, task.state) for task in tasks] == [("CAP", S.OPEN)]


TASK, TODAY = FollowUp("CAP", "Cap", "unit"), date(2026, 5, 4)


def test_a_task_that_is_done_bears_who_when_and_what() -> None:
    done = TASK.told(FollowUpNews(S.DONE, "Contoh Satu", TODAY, "cap baru diterima"), TODAY)

    assert (done.state, done.who, done.acted_on, done.is_closed) == (S.DONE, "Contoh Satu", TODAY, True)


def test_a_task_that_was_done_may_be_opened_again() -> None:
    done = TASK.told(FollowUpNews(S.DONE, "Contoh Satu", TODAY), TODAY)

    again = done.told(FollowUpNews(S.BEGUN, "Contoh Dua"), TODAY)

    assert (again.state, again.acted_on, again.is_closed) == (S.BEGUN, None, False)


@pytest.mark.parametrize(
    ("news", "refusal"),
    [
        (FollowUpNews(S.NOT_NEEDED), FollowUpNeedsReason),
        (FollowUpNews(S.DONE), FollowUpNeedsDay),
        (FollowUpNews(S.DONE, acted_on=TODAY + timedelta(days=1)), FollowUpDayAhead),
    ],
)
def test_what_is_told_of_a_task_must_be_whole(news: FollowUpNews, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        TASK.told(news, TODAY)
