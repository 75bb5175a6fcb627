"""Duties beside another unit's: what is likely alike, what was said, and what must be looked at again."""

from dataclasses import replace

import pytest

from orgflow.domain.changes.overlap import (
    LIKELY,
    MOST,
    Judgement,
    Measure,
    Verdict,
    branch_functions,
    side_by_side,
)
from orgflow.domain.changes.overlap_words import telling_words
from orgflow.domain.organisation.organisation import Function
from tests.factories.changes import function_id
from tests.factories.organisation import unit_id
from tests.factories.secretariat import HUMAS, KOMINFO, PUBLIKASI, a_function, a_secretariat

PUBLIC = a_function(function_id(101), KOMINFO, 1, "pengelolaan informasi dan komunikasi publik")
MEDIA = a_function(function_id(102), KOMINFO, 2, "pelaksanaan hubungan media dan kemitraan komunikasi publik")
SECRET = a_function(function_id(103), KOMINFO, 3, "penyelenggaraan persandian")
OTHERS = (PUBLIC, MEDIA, SECRET)
PRESS = a_function(function_id(1), HUMAS, 1, "pelaksanaan hubungan media dan kerja sama media massa")
GUESTS = a_function(function_id(2), HUMAS, 2, "penyiapan penerimaan tamu pimpinan")


def said_of(own: Function, other: Function, revision: int = 1) -> Judgement:
    return Judgement(
        own.id, other.id, own.text, other.text, Verdict.INTERSECTING, "lingkup pimpinan", revision, "Contoh"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("penyusunan bahan kehumasan", "pelaksanaan hubungan masyarakat"),
        ("pengelolaan situs", "penyiapan laman"),
        ("pemberitaan", "berita"),
        ("dokumentasi kegiatan", "pendokumentasian kegiatan"),
    ],
)
def test_two_ways_to_say_one_thing_leave_the_same_words(one: str, other: str) -> None:
    assert telling_words(one) == telling_words(other) != ""


def test_words_of_the_genre_make_nothing_alike() -> None:
    one = a_function(function_id(1), HUMAS, 1, "penyusunan bahan pelaksanaan kebijakan protokol")
    other = a_function(function_id(2), KOMINFO, 1, "penyusunan bahan pelaksanaan kebijakan persandian")

    assert Measure((one, other)).of(one, other) == 0


def test_the_measure_is_the_same_both_ways_and_whole_for_the_same_words() -> None:
    measure = Measure((PRESS, *OTHERS))
    shouted = replace(PRESS, text=PRESS.text.upper())

    assert measure.of(PRESS, MEDIA) == measure.of(MEDIA, PRESS)
    assert LIKELY < measure.of(PRESS, MEDIA) < 1
    assert measure.of(PRESS, shouted) == 1


def test_likely_pairs_come_first_and_a_duty_alone_stays_in_the_list() -> None:
    held = side_by_side((PRESS, GUESTS), OTHERS, ())

    (press, pairs), (guests, alone) = held.pairs
    assert (press, guests) == (PRESS, GUESTS)
    assert pairs[0].other == MEDIA
    assert [pair.likeness for pair in pairs] == sorted((pair.likeness for pair in pairs), reverse=True)
    assert alone == ()
    assert SECRET in held.others
    assert held.unjudged == pairs
    assert held.next == pairs[0]


def test_no_more_than_a_few_pairs_of_one_duty_are_put_before_a_person() -> None:
    many = [a_function(function_id(200 + n), KOMINFO, n, f"hubungan media nomor {n}") for n in range(6)]

    assert len(side_by_side((PRESS,), many, ()).pairs[0][1]) == MOST


def test_a_pair_that_was_judged_is_listed_however_unlike() -> None:
    held = side_by_side((GUESTS,), OTHERS, [said_of(GUESTS, SECRET)])

    ((_, (pair,)),) = held.pairs
    assert pair.other == SECRET
    assert pair.is_settled
    assert held.next is None
    assert SECRET not in held.others


@pytest.mark.parametrize("side", ["own", "other"])
def test_a_text_changed_after_it_was_judged_is_to_be_looked_at_again(side: str) -> None:
    judgement = said_of(PRESS, MEDIA)
    own = replace(PRESS, text="hubungan media pimpinan") if side == "own" else PRESS
    other = replace(MEDIA, text="kemitraan media") if side == "other" else MEDIA

    held = side_by_side((own,), (other,), [judgement])

    pair = held.pair(own.id, other.id)
    assert pair is not None
    assert pair.is_outdated
    assert pair.judgement == judgement
    assert held.outdated == (pair,)
    assert held.next == pair


def test_what_was_said_of_a_duty_that_is_no_more_is_kept_apart() -> None:
    judgement = said_of(PRESS, MEDIA)

    held = side_by_side((GUESTS,), (SECRET,), [judgement])

    assert held.past == (judgement,)
    assert held.count == 0


def test_the_duties_of_a_branch_are_those_of_all_units_in_it() -> None:
    secretariat = a_secretariat()

    found = branch_functions(secretariat, HUMAS)

    assert {held.unit_id for held in found} > {PUBLIKASI}
    assert {held.text for held in found} == {held.text for held in secretariat.functions.values()}
    assert branch_functions(secretariat, KOMINFO) == ()


def test_the_duties_of_a_unit_that_ends_are_looked_for_with_its_heirs() -> None:
    secretariat = a_secretariat()

    assert branch_functions(secretariat, unit_id(99), [PUBLIKASI]) == branch_functions(secretariat, PUBLIKASI)
