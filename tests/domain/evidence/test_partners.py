"""Media are counted on a day by their contracts, and a published count adds up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.evidence.partners import (
    ContractBegins,
    ContractEmpty,
    KindCount,
    Partner,
    PartnerKind,
    PartnerTaken,
    checked_partner,
    counts_on,
    day_count,
    require_untaken,
    total_of,
)
from orgflow.domain.evidence.tallies import (
    CountOutOfRange,
    Tally,
    TallyEmpty,
    TallyUnsound,
    checked_tally,
)
from orgflow.domain.values import TextEmpty

K = PartnerKind
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
PARTNER = Partner(K.PRINT, "Harian Contoh", FIRST, LAST)
PUBLISHED = (
    KindCount(K.PRINT, 71),
    KindCount(K.ONLINE, 115),
    KindCount(K.TELEVISION, 10),
    KindCount(K.RADIO, 17),
)
TALLY = Tally("Mitra media", date(2022, 12, 7), 213, PUBLISHED, "topsumbar.co.id")


def test_a_contract_covers_its_first_and_its_last_day() -> None:
    days = [FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1)]

    assert [PARTNER.covers(day) for day in days] == [False, True, True, False]


def test_a_contract_without_an_end_goes_on_and_one_without_a_beginning_covers_nothing() -> None:
    endless, unknown = replace(PARTNER, last_day=None), replace(PARTNER, starts_on=None, last_day=None)

    assert endless.covers(date(2100, 1, 1))
    assert not unknown.covers(FIRST)


def test_every_kind_is_counted_and_social_media_are_one() -> None:
    held = (PARTNER, replace(PARTNER, name="Lain"), Partner(K.SOCIAL, "FOMS", FIRST))

    counts = counts_on(held, FIRST)

    assert [(one.kind, one.count) for one in counts if one.count] == [(K.PRINT, 2), (K.SOCIAL, 1)]
    assert [one.kind for one in counts] == list(K)


def test_a_count_is_verified_where_there_is_something_and_all_of_it_was_verified() -> None:
    sure, unsure = replace(PARTNER, is_verified=True), replace(PARTNER, name="Lain")
    later = replace(unsure, starts_on=LAST)

    counted = [day_count(held, FIRST) for held in ((), (sure,), (sure, later), (sure, unsure))]

    assert [(one.total, one.is_verified) for one in counted] == [(0, False), (1, True), (1, True), (2, False)]
    assert [one.kind for one in counted[1].found] == [PARTNER.kind]


@given(
    st.lists(
        st.tuples(st.sampled_from(K), st.dates(FIRST, LAST), st.integers(0, 400)),
        max_size=20,
    ),
    st.dates(FIRST, LAST),
)
def test_the_counts_of_a_day_make_the_number_of_contracts_that_cover_it(
    contracts: list[tuple[PartnerKind, date, int]], day: date
) -> None:
    held = [
        Partner(kind, f"Media {place}", start, start + timedelta(days=days))
        for place, (kind, start, days) in enumerate(contracts)
    ]

    assert total_of(counts_on(held, day)) == sum(one.covers(day) for one in held)


def test_a_contract_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ContractEmpty):
        checked_partner(replace(PARTNER, last_day=FIRST - timedelta(days=1)))
    with pytest.raises(ContractBegins):
        checked_partner(replace(PARTNER, starts_on=None))
    assert checked_partner(replace(PARTNER, last_day=FIRST)).last_day == FIRST


def test_a_medium_of_one_kind_and_name_stands_once_whatever_its_letters() -> None:
    with pytest.raises(PartnerTaken):
        require_untaken(PARTNER, [replace(PARTNER, name="HARIAN  CONTOH", starts_on=None, last_day=None)])

    require_untaken(PARTNER, [replace(PARTNER, kind=K.ONLINE)])


def test_a_medium_without_a_name_is_refused() -> None:
    with pytest.raises(TextEmpty):
        checked_partner(replace(PARTNER, name="  "))


def test_a_published_count_whose_parts_make_its_total_is_taken() -> None:
    assert checked_tally(replace(TALLY, parts=PUBLISHED[::-1])) == TALLY


def test_a_count_whose_parts_do_not_make_its_total_is_refused_with_both() -> None:
    with pytest.raises(TallyUnsound) as refused:
        checked_tally(replace(TALLY, total=214))

    assert (refused.value.facts["parts"], refused.value.facts["total"]) == (213, 214)


def test_a_count_below_zero_or_of_nothing_is_refused() -> None:
    parts = (KindCount(K.PRINT, -1), KindCount(K.ONLINE, 214))
    with pytest.raises(CountOutOfRange):
        checked_tally(replace(TALLY, parts=parts))
    with pytest.raises(TallyEmpty):
        checked_tally(replace(TALLY, parts=(), total=0))


def test_a_count_without_a_source_is_refused() -> None:
    with pytest.raises(TextEmpty):
        checked_tally(replace(TALLY, source=" "))
