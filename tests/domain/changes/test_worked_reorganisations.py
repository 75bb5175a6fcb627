"""Reorganisations as a secretariat proposes them, worked out whole: units, posts, functions and impact."""

from orgflow.domain.changes.impact import ImpactCode
from orgflow.domain.changes.lineage import descents, heirs
from orgflow.domain.changes.operations import (
    AbolishPost,
    AbolishUnit,
    Below,
    Fate,
    Point,
    ReviseFunctions,
)
from orgflow.domain.organisation.records import FunctionKind, SuccessionKind
from tests.factories.changes import function_id
from tests.factories.reorganisations import WORKED
from tests.factories.secretariat import (
    ANALYST,
    COVERAGE,
    GUESTS,
    HEADS,
    HUKUM,
    HUMAS,
    KOMINFO,
    LIPUTAN,
    MEDIA,
    MONITORING,
    NEW,
    PRESS,
    PROTOKOL,
    PUBLIKASI,
    SETDA,
    UMUM,
    WRITER,
    a_secretariat,
    reorganised,
)


def test_the_name_is_kept_and_only_the_duties_are_drawn_clear_of_the_agencys() -> None:
    worked = reorganised(*WORKED["the name is kept"])

    assert worked.name(HUMAS) == "Biro Humas dan Protokol"
    assert worked.owner(MONITORING) == KOMINFO
    assert worked.codes() == set()
    assert worked.found.touched_posts == ()


def test_the_guidelines_name_is_taken_and_publication_stays_inside() -> None:
    worked = reorganised(*WORKED["the guideline's name"])

    assert worked.below(HUMAS) == [
        "Bagian Perencanaan dan Kepegawaian",
        "Bagian Materi dan Komunikasi Pimpinan",
        "Bagian Protokol",
    ]
    assert worked.owner(PRESS) == PUBLIKASI
    assert worked.after.title_of(worked.after.post(HEADS[HUMAS])) == "Kepala Biro Administrasi Pimpinan"
    assert worked.codes() == set()
    assert HEADS[HUMAS] in worked.found.touched_posts


def test_the_hybrid_name_is_one_rename_that_touches_the_units_below() -> None:
    worked = reorganised(*WORKED["the hybrid name"])

    assert worked.name(HUMAS) == "Biro Administrasi Pimpinan dan Humas"
    assert [line.unit_id for line in worked.found.lines] == [PUBLIKASI, PROTOKOL]
    assert worked.found.touched_posts == (HEADS[HUMAS],)


def test_two_subdivisions_become_one_and_one_function_goes_elsewhere_before() -> None:
    worked = reorganised(*WORKED["two subdivisions become one"])

    assert worked.below(PUBLIKASI) == ["Subbagian Peliputan dan Media"]
    assert (worked.owner(COVERAGE), worked.owner(MONITORING)) == (NEW[0], PROTOKOL)
    assert (worked.home(HEADS[MEDIA]), worked.home(WRITER)) == (NEW[0], NEW[0])
    assert [(line.code, line.post_id) for line in worked.found.lines if line.post_id] == [
        (ImpactCode.POST_WITHOUT_HOME, HEADS[LIPUTAN])
    ]


def test_units_of_two_bureaus_become_one_under_a_third() -> None:
    worked = reorganised(*WORKED["units of two bureaus become one under a third"])

    assert worked.below(HUKUM) == ["Bagian Protokol dan Rumah Tangga"]
    assert worked.below(NEW[0]) == ["Subbagian Acara"]
    assert worked.owner(GUESTS) == NEW[0]
    assert worked.below(UMUM) == ["Bagian Persuratan"]


def test_a_bureau_is_split_and_each_part_takes_its_own() -> None:
    operations = WORKED["a bureau is split"]

    worked = reorganised(*operations)

    assert worked.below(NEW[0]) == ["Bagian Publikasi"]
    assert worked.below(NEW[1]) == ["Bagian Protokol"]
    assert worked.home(HEADS[HUMAS]) == NEW[0]
    assert worked.codes() == {ImpactCode.UNIT_WITHOUT_HEAD, ImpactCode.UNIT_WITHOUT_FUNCTIONS}
    assert heirs(operations) == {HUMAS: NEW[1]}
    assert {(one.successor_id, one.kind) for one in descents(worked.before, worked.after, operations)} == {
        (NEW[0], SuccessionKind.SPLIT),
        (NEW[1], SuccessionKind.SPLIT),
    }


def test_a_division_moves_with_all_that_is_below_it_and_in_it() -> None:
    worked = reorganised(*WORKED["a division moves"])

    assert worked.below(UMUM) == ["Bagian Rumah Tangga", "Bagian Persuratan", "Bagian Publikasi"]
    assert worked.below(PUBLIKASI) == ["Subbagian Peliputan", "Subbagian Media"]
    assert (worked.home(ANALYST), worked.owner(PRESS)) == (PUBLIKASI, PUBLIKASI)
    assert set(worked.found.touched_posts) == {HEADS[PUBLIKASI], ANALYST}


def test_two_bureaus_swap_their_names() -> None:
    worked = reorganised(*WORKED["two bureaus swap their names"])

    assert (worked.name(UMUM), worked.name(HUKUM)) == ("Biro Hukum", "Biro Umum")
    assert worked.below(UMUM) == ["Bagian Rumah Tangga", "Bagian Persuratan"]


def test_a_unit_that_heads_another_is_abolished_and_what_is_below_goes_to_its_parent() -> None:
    worked = reorganised(*WORKED["a unit that heads another is abolished"])

    assert worked.below(HUMAS) == ["Bagian Publikasi", "Subbagian Acara"]
    assert worked.owner(GUESTS) == PUBLIKASI
    assert [held.text for held in worked.after.functions_of(PUBLIKASI)] == [
        "pelaksanaan kerja sama media",
        "penerimaan tamu",
    ]
    assert HEADS[PROTOKOL] not in worked.after.posts
    assert worked.codes() == set()


def test_a_bureau_is_abolished_with_its_branch_and_the_ministry_asks_where_its_functions_went() -> None:
    worked = reorganised(AbolishUnit(HUMAS, KOMINFO, Below.ENDED, Fate.ENDED))

    assert "Biro Humas dan Protokol" not in worked.below(SETDA)
    assert {line.function_id for line in worked.found.lines if line.function_id} == {
        PRESS,
        COVERAGE,
        MONITORING,
        GUESTS,
    }
    assert worked.codes() == {ImpactCode.FUNCTION_ORPHANED}


def test_subdivisions_give_way_to_functional_posts() -> None:
    worked = reorganised(*WORKED["subdivisions give way to functional posts"])

    assert worked.below(PUBLIKASI) == []
    assert len(worked.after.functions_of(PUBLIKASI)) == 3
    assert worked.codes() == set()
    totals = {total.echelon: total for total in worked.found.totals}
    assert (totals["IV.a"].seats_before, totals["IV.a"].seats_after) == (3, 1)
    assert (totals[None].seats_before, totals[None].seats_after) == (5, 7)
    assert list(totals) == ["II.b", "III.a", "IV.a", None]


def test_a_subdivision_becomes_a_division_beside_its_old_parent() -> None:
    worked = reorganised(*WORKED["a subdivision becomes a division"])

    assert worked.below(HUMAS) == ["Bagian Acara", "Bagian Publikasi", "Bagian Protokol"]


def test_a_name_set_free_by_an_abolition_is_borne_by_a_new_unit() -> None:
    worked = reorganised(*WORKED["a name set free is borne by others"])

    assert worked.below(UMUM) == worked.below(HUKUM) == ["Bagian Persuratan"]


def test_a_function_that_two_units_bear_after_the_change_is_pointed_out() -> None:
    held = a_secretariat().function(PRESS)
    worked = reorganised(
        ReviseFunctions(KOMINFO, added=(Point(function_id(9), FunctionKind.FUNCTION, 1, held.text.upper()),)),
        AbolishPost(WRITER),
    )

    (line,) = [line for line in worked.found.lines if line.code is ImpactCode.FUNCTION_OWNED_TWICE]
    assert {line.unit_id, line.other_id} == {KOMINFO, PUBLIKASI}
    assert worked.codes() == {ImpactCode.FUNCTION_OWNED_TWICE}
