"""The report of a month: what is counted, what ran at its end, and how long things took."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.papers.document import texts_of
from orgflow.domain.proposals.monthly import (
    Happening,
    Month,
    MonthlyReport,
    MonthUnreadable,
    Reported,
    parse_month,
    report_of,
)
from orgflow.domain.proposals.monthly_paper import HAPPENING_WORDS, STATE_WORDS, monthly_document
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.stays import Course, DatedStep
from orgflow.domain.values import ProposalId

A, S, H = Action, ProposalState, Happening
MARCH = Month(2026, 3)
FORWARD = (A.FORWARD, S.DRAFT, S.ORG_REVIEW)
RETURN = (A.RETURN, S.ORG_REVIEW, S.DRAFT)
REJECT = (A.REJECT, S.ORG_REVIEW, S.REJECTED)


def every_day(first: date, last: date) -> int:
    return (last - first).days


def a_proposal(
    number: int, begun_on: date, *steps: tuple[tuple[Action, ProposalState, ProposalState], date]
) -> Reported:
    dated = tuple(DatedStep(*step, on) for step, on in steps)
    return Reported(ProposalId(UUID(int=number)), f"Biro {number}", Course(begun_on, dated))


ONE = a_proposal(
    1,
    date(2026, 2, 20),
    (FORWARD, date(2026, 3, 2)),
    (RETURN, date(2026, 3, 12)),
    (FORWARD, date(2026, 4, 1)),
)
TWO = a_proposal(2, date(2026, 3, 5), (FORWARD, date(2026, 3, 6)), (REJECT, date(2026, 3, 26)))
THREE = a_proposal(3, date(2026, 4, 2))


def march() -> MonthlyReport:
    return report_of((ONE, TWO, THREE), MARCH, date(2026, 4, 10), every_day)


def test_a_month_counts_what_happened_in_it() -> None:
    happened = march().happened

    told = {what: count for what, count in happened.items() if count}
    assert told == {H.BEGUN: 1, H.SUBMITTED: 2, H.RETURNED: 1, H.REJECTED: 1}


def test_what_ran_at_its_end_stands_as_it_stood_then() -> None:
    (running,) = march().running

    assert (running.state, running.days, running.age) == (S.DRAFT, 19, 39)


def test_what_ended_in_it_is_told_with_its_result() -> None:
    (ended,) = march().ended

    assert (ended.state, ended.on, ended.age) == (S.REJECTED, date(2026, 3, 26), 21)


def test_times_are_medians_of_the_stays_that_ended() -> None:
    times = {step.state: step for step in march().steps}

    assert (times[S.DRAFT].count, times[S.DRAFT].median, times[S.DRAFT].longest) == (2, 5.5, 10)
    assert (times[S.ORG_REVIEW].count, times[S.ORG_REVIEW].median) == (2, 15.0)


def test_bureaus_are_told_apart() -> None:
    units = {unit.unit_name: unit for unit in march().units}

    assert (units["Biro 1"].running, units["Biro 1"].ended, units["Biro 1"].median) == (1, 0, None)
    assert (units["Biro 2"].running, units["Biro 2"].ended, units["Biro 2"].median) == (0, 1, 21.0)
    assert "Biro 3" not in units


def test_a_month_that_lasts_is_counted_to_today() -> None:
    report = report_of((ONE, TWO, THREE), Month(2026, 4), date(2026, 4, 10), every_day)

    assert report.as_of == date(2026, 4, 10)
    assert {one.id: one.days for one in report.running} == {ONE.id: 9, THREE.id: 8}


def test_a_month_that_has_not_come_brought_nothing() -> None:
    report = report_of((ONE, TWO), Month(2027, 1), date(2026, 4, 10), every_day)

    assert not any(report.happened.values())


def test_every_state_and_happening_has_words() -> None:
    assert set(STATE_WORDS) == set(ProposalState)
    assert set(HAPPENING_WORDS) == set(Happening)


def test_the_document_tells_each_proposal_once_in_its_table() -> None:
    titles = {ONE.id: "Nomenklatur A diubah menjadi B", TWO.id: "Penataan susunan Biro 2"}

    texts = texts_of(monthly_document(march(), "Provinsi Contoh", titles, is_sample=True))

    assert "Nomenklatur A diubah menjadi B Biro 1 Penyusunan 19 39" in texts
    assert "Penataan susunan Biro 2 Biro 2 Ditolak 26 Maret 2026 21" in texts
    assert "Penyusunan 2 5,5 10" in texts


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-00", "26-01", "x", "1200-01", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(MonthUnreadable):
        parse_month(text)


def test_months_follow_one_another_over_the_year() -> None:
    assert parse_month("2026-12").later(1) == Month(2027, 1)
    assert Month(2026, 1).later(-1) == Month(2025, 12)
    assert Month(2024, 2).last == date(2024, 2, 29)
    assert MARCH.words == "Maret 2026"
