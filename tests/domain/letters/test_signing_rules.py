"""What holds of every signature block, of drafts, of mandates and of the rules kept as rows."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.authority import Capitals, MandateForm, SigningKind, SigningWish
from orgflow.domain.letters.authority_errors import (
    MandateFormUnfit,
    MandateKindUnfit,
    MandatePeriodUnfit,
    MandateToItself,
    RuleMonthsUnfit,
    RuleReachUnfit,
    RuleSeverityUnfit,
    SignerNotBelow,
    SigningRefused,
    UnknownSigningPost,
)
from orgflow.domain.letters.authority_mandates import checked_mandate
from orgflow.domain.letters.authority_rules import (
    Severity,
    SigningRule,
    SigningRuleCode,
    checked_signing_rule,
    months_after,
)
from orgflow.domain.letters.signing import Authority, SignedAs, signed_as, sketch_of
from orgflow.domain.values import TextEmpty
from orgflow.services.starting.signing_rules import signing_rules
from tests.factories.signing import ASSISTANT, GOVERNOR, PLT, PROVINCE, a_mandate, a_tenure, found, printed

MAY_5 = date(2025, 5, 5)
OWN = SigningWish(kind=SigningKind.LETTER, signer="sekda", on=MAY_5)
FOR_GOVERNOR = replace(OWN, on_behalf_of="gub")


def everything_signed() -> list[tuple[SigningWish, SignedAs]]:
    """Return every wish of the province that is granted, over posts, names, kinds and days."""
    granted = []
    days = [date(2020, 1, 2) + timedelta(days=97 * n) for n in range(25)]
    names = [None, *PROVINCE.posts]
    for kind, signer, name_of, on in product(SigningKind, PROVINCE.posts, names, days):
        wish = SigningWish(kind=kind, signer=signer, on=on, on_behalf_of=name_of)
        try:
            granted.append((wish, signed_as(wish, PROVINCE)))
        except SigningRefused:
            continue
    return granted


def test_in_every_block_the_last_title_alone_ends_with_a_comma() -> None:
    granted = everything_signed()

    assert len(granted) > 200
    for _, signed in granted:
        *before, last = signed.block.title_lines
        assert last.endswith(",")
        assert not any(line.endswith(",") for line in before)


def test_a_block_in_anothers_name_rests_on_a_mandate_of_the_day_and_no_other_does() -> None:
    for wish, signed in everything_signed():
        is_for_another = signed.block.title_lines[0].startswith("a.n. ")

        assert is_for_another is not wish.is_in_own_name
        assert is_for_another is (signed.mandate is not None)
        if signed.mandate is not None:
            assert signed.mandate.holds_on(wish.on)
            assert ("u.b." in signed.block.title_lines) is (signed.mandate.form is MandateForm.BY_DELEGATION)


def test_a_governor_and_a_legal_product_have_no_rank_and_no_nip() -> None:
    for wish, signed in everything_signed():
        is_bare = signed.signer.role.is_state_official or wish.kind.bears_plain_name

        assert (signed.block.rank is None) is is_bare
        assert (signed.block.nip is None) is is_bare


def test_whoever_signs_held_the_post_on_that_day() -> None:
    for wish, signed in everything_signed():
        assert signed.holder.holds_on(wish.on)
        assert signed.holder in signed.signer.tenures


def test_titles_stand_as_written_where_the_office_wants_them_so() -> None:
    wish = replace(FOR_GOVERNOR, capitals=Capitals.AS_WRITTEN)

    assert signed_as(wish, PROVINCE).block.title_lines == ("a.n. Gubernur Contoh", "Sekretaris Daerah,")


def test_a_draft_shows_what_is_known_and_gaps_for_the_rest() -> None:
    unknown = replace(OWN, signer="dinas", on_behalf_of="gub")
    unplaced = replace(OWN, signer="lepas", on_behalf_of="gub")
    expired = replace(FOR_GOVERNOR, on=date(2026, 5, 4))

    assert printed(sketch_of(unknown, PROVINCE)) == (
        "a.n. GUBERNUR CONTOH / KEPALA DINAS CONTOH, / [signatory_name] / [signatory_rank] / [signatory_nip]"
    )
    assert printed(sketch_of(unplaced, PROVINCE)).startswith("KEPALA BIRO UMUM, / Contoh Dua Belas")
    assert printed(sketch_of(expired, PROVINCE)).startswith("a.n. GUBERNUR CONTOH / SEKRETARIS DAERAH, /")


def test_what_a_draft_shows_is_what_is_signed_once_it_may_be() -> None:
    for wish, signed in everything_signed():
        assert sketch_of(wish, PROVINCE) == signed.block


def test_a_post_that_is_not_recorded_signs_nothing() -> None:
    with pytest.raises(UnknownSigningPost):
        signed_as(replace(OWN, signer="antah"), PROVINCE)
    with pytest.raises(UnknownSigningPost):
        signed_as(replace(OWN, on_behalf_of="antah"), PROVINCE)


def test_posts_in_a_circle_are_refused_and_do_not_hang() -> None:
    circle = Authority.of(
        (GOVERNOR, replace(ASSISTANT, key="a", above="b"), replace(ASSISTANT, key="b", above="a"))
    )

    with pytest.raises(SignerNotBelow):
        signed_as(replace(OWN, signer="a", on_behalf_of="gub"), circle)


def test_two_terms_without_a_break_count_as_one() -> None:
    acting = replace(
        PROVINCE.posts["sekda"],
        tenures=(
            a_tenure("Contoh Enam, S.T.", "2024-03-01", "2024-09-01", PLT),
            a_tenure("Contoh Enam, S.T.", "2024-09-01", None, PLT),
        ),
    )
    broken = replace(
        acting, tenures=(a_tenure("Contoh Enam, S.T.", "2024-03-01", "2024-08-31", PLT), acting.tenures[1])
    )

    assert found(signed_as(OWN, Authority.of((acting,), (), signing_rules()))) == "term_too_long"
    assert found(signed_as(OWN, Authority.of((broken,), (), signing_rules()))) == ""


def test_a_finding_names_its_source_and_whether_it_was_looked_up() -> None:
    wish = replace(OWN, kind=SigningKind.PROPOSAL, signer="gub", on=date(2025, 6, 3))

    signed = signed_as(wish, PROVINCE)

    assert signed.needs_reason
    (finding,) = signed.findings
    assert "UU 30/2014" in finding.citation
    assert finding.is_verified is False
    assert finding.facts["name"] == "Contoh Empat, S.E."


def test_a_decree_that_leaves_structure_alone_is_signed_by_whoever_acts() -> None:
    wish = replace(OWN, kind=SigningKind.DECREE, signer="gub", on=date(2025, 6, 3))

    assert not signed_as(wish, PROVINCE).needs_reason
    assert signed_as(replace(wish, is_about_structure=True), PROVINCE).needs_reason


def test_a_rule_that_an_office_made_lighter_tells_instead_of_refusing() -> None:
    lighter = [
        replace(rule, severity=Severity.NEEDS_REASON) if rule.code is SigningRuleCode.KEPT_TO else rule
        for rule in PROVINCE.rules
    ]
    wish = replace(OWN, kind=SigningKind.PROPOSAL)

    signed = signed_as(wish, replace(PROVINCE, rules=tuple(lighter)))

    assert found(signed) == "kept_to!"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2025-03-31", 3, "2025-06-30"),
        ("2025-08-01", 3, "2025-11-01"),
    ],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_a_mandate_is_kept_with_clean_words_and_its_kinds_in_order() -> None:
    typed = replace(
        a_mandate("gub", "sekda", "2025-01-02", None, SigningKind.ASSIGNMENT, SigningKind.LETTER),
        letter="  ",
        source="  surat   CONTOH ",
    )

    kept = checked_mandate(typed, PROVINCE.posts, PROVINCE.rules)

    assert kept.kinds == (SigningKind.LETTER, SigningKind.ASSIGNMENT)
    assert (kept.letter, kept.source) == (None, "surat CONTOH")


@pytest.mark.parametrize(
    ("giver", "receiver", "changed", "refusal"),
    [
        ("gub", "gub", {}, MandateToItself),
        ("gub", "asisten", {}, MandateFormUnfit),
        ("gub", "sekda", {"form": MandateForm.BY_DELEGATION}, MandateFormUnfit),
        ("gub", "biro", {"form": MandateForm.BY_DELEGATION}, MandateFormUnfit),
        ("sekda", "gub", {}, SignerNotBelow),
        ("gub", "antah", {}, UnknownSigningPost),
        ("gub", "sekda", {"valid_to": date(2025, 1, 2)}, MandatePeriodUnfit),
        ("gub", "sekda", {"kinds": (SigningKind.DECREE,)}, MandateKindUnfit),
        ("gub", "sekda", {"source": " "}, TextEmpty),
    ],
)
def test_a_mandate_that_cannot_be_is_not_kept(
    giver: str, receiver: str, changed: dict[str, object], refusal: type[RuleBroken]
) -> None:
    mandate = replace(a_mandate(giver, receiver, "2025-01-02"), **changed)

    with pytest.raises(refusal):
        checked_mandate(mandate, PROVINCE.posts, PROVINCE.rules)


def test_the_rules_every_government_starts_from_may_be_kept_and_none_is_called_verified() -> None:
    for rule in signing_rules():
        assert checked_signing_rule(rule) == rule
        assert not rule.is_verified


@pytest.mark.parametrize(
    ("code", "changed", "refusal"),
    [
        (SigningRuleCode.STRATEGIC_DECISION, {"severity": Severity.REFUSES}, RuleSeverityUnfit),
        (SigningRuleCode.TERM_TOO_LONG, {"months": 0}, RuleMonthsUnfit),
        (SigningRuleCode.TERM_TOO_LONG, {"months": None}, RuleMonthsUnfit),
        (SigningRuleCode.TERM_TOO_LONG, {"months": 121}, RuleMonthsUnfit),
        (SigningRuleCode.NOT_ON_BEHALF, {"kinds": ()}, RuleReachUnfit),
        (SigningRuleCode.KEPT_TO, {"roles": ()}, RuleReachUnfit),
        (SigningRuleCode.KEPT_TO, {"citation": ""}, TextEmpty),
    ],
)
def test_a_rule_that_says_nothing_is_not_kept(
    code: SigningRuleCode, changed: dict[str, object], refusal: type[RuleBroken]
) -> None:
    rule: SigningRule = next(rule for rule in signing_rules() if rule.code is code)

    with pytest.raises(refusal):
        checked_signing_rule(replace(rule, **changed))
