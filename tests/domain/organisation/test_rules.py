"""What the rules of structure find, and which rules may be kept."""

from datetime import date

import pytest

from orgflow.domain.changes.findings import FindingCode, GuidelineName
from orgflow.domain.changes.perda import review_perda
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.guideline import checked_kind, checked_name
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.rules import (
    EchelonOf,
    MaximumBelow,
    NeedsPerda,
    RuleFindingCode,
    StructureRule,
    UnitAct,
    checked_rule,
    review_change,
    review_structure,
)
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import UnitId
from orgflow.services.starting.rules import structure_rules, unit_kinds
from tests.factories.organisation import unit_id as a_unit_id

KINDS = {kind.code: kind for kind in unit_kinds("Gubernur Uji")}
ON = date(2026, 1, 1)
SOURCE = "Karangan untuk uji"
ROOT, LAW, MEDIA, INFO = (a_unit_id(number) for number in (1, 2, 3, 4))


def a_structure(*units: Unit) -> Structure:
    root = Unit(ROOT, KINDS["pemerintah"], "Pemerintah Uji", None, 1)
    return Structure.of(ON, (root, *units))


def a_unit(
    unit_id: UnitId,
    kind: str,
    name: str,
    parent: UnitId = ROOT,
    placement: Placement = Placement.VERIFIED,
) -> Unit:
    return Unit(unit_id, KINDS[kind], name, parent, 1, placement=placement)


def at_most(amount: int) -> MaximumBelow:
    return MaximumBelow(
        kind_code="biro", below_kind_code="bagian", amount=amount, citation=SOURCE, is_verified=False
    )


def perda(kind: str) -> NeedsPerda:
    return NeedsPerda(kind_code=kind, citation=SOURCE, is_verified=False)


def test_more_units_than_the_limit_are_told_of_their_superior() -> None:
    divisions = [a_unit(a_unit_id(10 + n), "bagian", f"Bagian {n}", LAW) for n in range(3)]
    structure = a_structure(a_unit(LAW, "biro", "Biro Hukum"), *divisions)

    found = review_structure(structure, {}, [at_most(2)], [])

    assert [(f.code, f.unit.id, f.detail) for f in found] == [(RuleFindingCode.TOO_MANY_BELOW, LAW, "3")]
    assert not found[0].is_verified
    assert review_structure(structure, {}, [at_most(3)], []) == ()


def test_a_unit_whose_place_is_unknown_counts_under_no_other() -> None:
    lost = a_unit(MEDIA, "bagian", "Bagian Media", LAW, Placement.UNKNOWN)
    kept = a_unit(INFO, "bagian", "Bagian Lain", LAW)
    structure = a_structure(a_unit(LAW, "biro", "Biro Hukum"), lost, kept)

    assert review_structure(structure, {}, [at_most(1)], []) == ()


@pytest.mark.parametrize(
    ("recorded", "is_told"), [("II.b", False), ("IIb", False), ("II b", False), ("III.a", True)]
)
def test_an_echelon_is_read_however_it_is_written(recorded: str, is_told: bool) -> None:
    rule = EchelonOf(kind_code="biro", echelon="II.b", citation=SOURCE, is_verified=False)
    structure = a_structure(a_unit(LAW, "biro", "Biro Hukum"))

    assert bool(review_structure(structure, {LAW: recorded}, [rule], [])) is is_told


def test_a_name_outside_the_guideline_is_told_with_the_guidelines_own() -> None:
    guideline = (
        GuidelineName("biro", "Biro Hukum", None, SOURCE, is_verified=False),
        GuidelineName("biro", "Biro Umum", "Biro Umum dan Perlengkapan", SOURCE, is_verified=False),
    )
    structure = a_structure(
        a_unit(LAW, "biro", "biro  HUKUM"),
        a_unit(MEDIA, "biro", "Biro Umum dan Perlengkapan"),
        a_unit(INFO, "biro", "Biro Antah Berantah"),
        a_unit(a_unit_id(5), "dinas", "Dinas Apa Saja"),
    )

    found = review_structure(structure, {}, [], guideline)

    assert {(f.unit.name, f.detail) for f in found} == {
        ("Biro Umum dan Perlengkapan", "Biro Umum"),
        ("Biro Antah Berantah", None),
    }


@pytest.mark.parametrize(
    ("before", "after", "act"),
    [
        (None, ("dinas", "Dinas Baru"), UnitAct.FOUNDED),
        (("dinas", "Dinas Lama"), None, UnitAct.ENDED),
        (("dinas", "Dinas Lama"), ("dinas", "Dinas Baru"), UnitAct.RENAMED),
        (("dinas", "Dinas Lama"), ("badan", "Dinas Lama"), UnitAct.RETYPED),
        (("biro", "Biro Lama"), ("dinas", "Biro Lama"), UnitAct.RETYPED),
        (("dinas", "Dinas Lama"), ("biro", "Dinas Lama"), UnitAct.RETYPED),
    ],
)
def test_what_needs_a_perda_is_told(
    before: tuple[str, str] | None, after: tuple[str, str] | None, act: UnitAct
) -> None:
    old = a_structure(*([a_unit(LAW, *before)] if before else []))
    new = a_structure(*([a_unit(LAW, *after)] if after else []))

    found = review_change(old, new, [perda("dinas")])
    told = review_perda(old, new, [perda("dinas")])

    assert [(f.unit.id, f.detail) for f in found] == [(LAW, str(act))]
    assert [(f.code, f.detail, f.is_verified) for f in told] == [(FindingCode.NEEDS_PERDA, str(act), False)]


def test_what_a_governors_regulation_settles_is_not_told() -> None:
    old = a_structure(a_unit(LAW, "biro", "Biro Lama"), a_unit(INFO, "dinas", "Dinas Tetap"))
    new = a_structure(a_unit(LAW, "biro", "Biro Baru"), a_unit(INFO, "dinas", "Dinas  tetap"))

    assert review_change(old, new, [perda("dinas")]) == ()


def test_the_rules_an_office_starts_from_may_be_kept_and_none_is_verified() -> None:
    rules = structure_rules()

    assert [checked_rule(rule, KINDS, rules[:at]) for at, rule in enumerate(rules)] == list(rules)
    assert not any(rule.is_verified for rule in rules)
    assert all(rule.citation for rule in rules)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (at_most(0), "rule_amount_unfit"),
        (at_most(1000), "rule_amount_unfit"),
        (perda("kerajaan"), "unknown_unit_kind"),
        (
            MaximumBelow(
                kind_code="bagian", below_kind_code="biro", amount=1, citation=SOURCE, is_verified=False
            ),
            "rule_kinds_reversed",
        ),
        (
            EchelonOf(kind_code="biro", echelon="V.z", citation=SOURCE, is_verified=False),
            "echelon_unreadable",
        ),
        (NeedsPerda(kind_code="biro", citation="  ", is_verified=False), "text_empty"),
        (perda("dinas"), "rule_twice"),
    ],
)
def test_an_unfit_rule_is_refused(rule: StructureRule, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        checked_rule(rule, KINDS, [perda("dinas")])

    assert refused.value.code == code


def test_a_name_of_the_guideline_is_kept_once_a_kind() -> None:
    name = GuidelineName("biro", " Biro  Hukum ", "", SOURCE, is_verified=True)
    held = checked_name(name, KINDS)

    assert (held.name, held.counterpart_of) == ("Biro Hukum", None)
    with pytest.raises(RuleBroken) as refused:
        checked_name(name, KINDS, [held])
    assert refused.value.code == "rule_twice"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (UnitKind("UPTD Baru", "UPTD", 2, "Kepala {unit}"), "kind_code_unfit"),
        (UnitKind("uptb", "UPTB", 21, "Kepala {unit}"), "kind_level_unfit"),
        (UnitKind("uptb", "UPTB", -1, "Kepala {unit}"), "kind_level_unfit"),
        (UnitKind("biro", "Biro Lain", 3, "Kepala {unit}"), "kind_twice"),
        (UnitKind("biro_lain", "biro", 3, "Kepala {unit}"), "kind_twice"),
        (UnitKind("uptb", "UPTB", 2, " "), "text_empty"),
    ],
)
def test_an_unfit_kind_of_unit_is_refused(kind: UnitKind, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        checked_kind(kind, KINDS.values())

    assert refused.value.code == code
