"""Options measured: rules kept and broken, posts, overlaps, precedents and likely objections."""

from dataclasses import replace

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.changes.operations import CreateUnit, NewUnit, Operation, RenameUnit
from orgflow.domain.changes.overlap import Judgement, SideBySide, Verdict, side_by_side
from orgflow.domain.options.measures import Measures, OptionResult, Yardstick, count_overlaps, measured
from orgflow.domain.options.objections import Ground, KnownObjection
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.rules import EchelonOf, MaximumBelow, NeedsPerda, RuleFindingCode
from tests.factories.changes import an_organisation, function_id, post_id
from tests.factories.organisation import DIVISION, a_unit, unit_id

OWN, BELOW = unit_id(2), unit_id(3)
PATTERN = GuidelineName(
    "biro", "Biro Administrasi Pimpinan", "Biro Humas", "Permendagri contoh", is_verified=False
)
AT_MOST_ONE = MaximumBelow(
    kind_code="biro", below_kind_code="bagian", amount=1, citation="Batas contoh", is_verified=False
)
ECHELON = EchelonOf(kind_code="biro", echelon="II.b", citation="Eselon contoh", is_verified=True)
KNOWN = (
    KnownObjection(Ground.NAME_DEVIATES, "Nama menyimpang.", "contoh satu", is_verified=False),
    KnownObjection(Ground.BEARS_WORDS, "Urusan dinas.", "contoh dua", is_verified=False, words=("humas",)),
    KnownObjection(Ground.GROWS, "Menambah.", "contoh tiga", is_verified=False),
)
YARDSTICK = Yardstick(
    OWN,
    (AT_MOST_ONE, ECHELON),
    (PATTERN,),
    KNOWN,
    (("Bali", "biro  humas"), ("Riau", "Biro Administrasi Pimpinan"), ("Riau", "Biro Humas Lama")),
)


def the_bureau() -> Organisation:
    return an_organisation(
        [a_unit(2, "Biro Humas"), a_unit(3, "Bagian Media", parent=OWN, kind=DIVISION)],
        [
            Post(post_id(1), OWN, PostRole.HEAD, echelon="II.b"),
            Post(post_id(2), BELOW, PostRole.HEAD, echelon="III.a"),
        ],
        [Function(function_id(1), OWN, FunctionKind.FUNCTION, 1, "penyusunan bahan")],
    )


def measure(*operations: Operation, by: Yardstick = YARDSTICK) -> Measures:
    before = the_bureau()
    return measured(OptionResult(before, apply_proposed(before, operations), operations), by)


def a_division(number: int, name: str) -> CreateUnit:
    return CreateUnit(NewUnit(unit_id(number), "bagian", name, OWN, 2))


def objected(measures: Measures) -> list[Ground]:
    return [known.ground for known in measures.objections]


def test_an_option_without_operations_is_measured_as_what_stands() -> None:
    kept = measure()

    assert kept.names == ("Biro Humas",)
    assert [one.code for one in kept.broken] == [RuleFindingCode.NAME_OUTSIDE_GUIDELINE]
    assert [one.code for one in kept.kept] == [
        RuleFindingCode.TOO_MANY_BELOW,
        RuleFindingCode.ECHELON_DIFFERS,
    ]
    assert (kept.units, kept.posts, kept.seats) == ((2, 2), (2, 2), (2, 2))
    assert kept.precedents.matching == ("Bali",)
    assert objected(kept) == [Ground.NAME_DEVIATES, Ground.BEARS_WORDS]


def test_an_option_that_complies_breaks_no_rule_and_leaves_no_ground_for_an_objection() -> None:
    complying = measure(RenameUnit(OWN, "Biro Administrasi Pimpinan"))

    assert complying.broken == ()
    assert RuleFindingCode.NAME_OUTSIDE_GUIDELINE in [one.code for one in complying.kept]
    assert complying.precedents.matching == ("Riau",)
    assert complying.precedents.known == 2
    assert complying.objections == ()


def test_every_rule_that_is_asked_of_the_branch_is_kept_or_broken() -> None:
    grown = measure(a_division(9, "Bagian Humas"))

    assert {one.code for one in grown.broken} == {
        RuleFindingCode.NAME_OUTSIDE_GUIDELINE,
        RuleFindingCode.TOO_MANY_BELOW,
    }
    assert [one.code for one in grown.kept] == [RuleFindingCode.ECHELON_DIFFERS]
    assert grown.units == (2, 3)
    assert Ground.GROWS in objected(grown)


def test_two_rules_of_one_citation_are_told_apart() -> None:
    other = replace(AT_MOST_ONE, below_kind_code="subbagian")
    by = replace(YARDSTICK, rules=(AT_MOST_ONE, other))

    grown = measure(a_division(9, "Bagian Dua"), by=by)

    assert [one.code for one in grown.kept] == [RuleFindingCode.TOO_MANY_BELOW]


def test_what_needs_a_perda_is_told_with_its_unit() -> None:
    rule = NeedsPerda(kind_code="biro", citation="contoh", is_verified=False)

    renamed = measure(RenameUnit(OWN, "Biro Lain"), by=replace(YARDSTICK, rules=(rule,)))

    assert [(one.unit.name, one.detail) for one in renamed.needs_perda] == [("Biro Lain", "renamed")]


def test_a_word_of_an_objection_is_found_as_a_whole_word_only() -> None:
    by = replace(YARDSTICK, known=(replace(KNOWN[1], words=("huma",)),))

    assert measure(by=by).objections == ()


def test_echelons_are_counted_before_and_after_in_the_branch_alone() -> None:
    assert [(one.echelon, one.posts_before, one.posts_after) for one in measure().echelons] == [
        ("II.b", 1, 1),
        ("III.a", 1, 1),
    ]


def a_comparison(verdict: Verdict | None, *, text: str = "pelayanan informasi") -> SideBySide:
    own = Function(function_id(1), OWN, FunctionKind.FUNCTION, 1, "pelayanan informasi")
    other = Function(function_id(2), unit_id(7), FunctionKind.FUNCTION, 1, "pelayanan informasi")
    said = (
        ()
        if verdict is None
        else (Judgement(own.id, other.id, text, other.text, verdict, "Batasnya.", 1, "Contoh"),)
    )
    return side_by_side([own], [other], said)


def test_pairs_are_counted_by_what_was_said_of_them() -> None:
    sides = (
        a_comparison(Verdict.OVERLAPPING),
        a_comparison(Verdict.INTERSECTING),
        a_comparison(Verdict.DISTINCT),
        a_comparison(None),
    )

    counted = count_overlaps(sides)

    assert (counted.overlapping, counted.intersecting, counted.settled, counted.open) == (1, 1, 1, 1)
    assert counted.compared == 4


def test_a_judgement_of_an_older_text_counts_as_open() -> None:
    counted = count_overlaps([a_comparison(Verdict.DISTINCT, text="bunyi lama")])

    assert (counted.settled, counted.open) == (0, 1)
