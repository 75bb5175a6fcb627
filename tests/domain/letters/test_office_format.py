"""The form in which an office prints its letters: what may be typed, and how it dresses a letter."""

import tomllib
from dataclasses import replace

import pytest

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.authority import Capitals
from orgflow.domain.letters.facts import (
    HEAD_LINES,
    Gap,
    HeadForm,
    LetterFacts,
    Margins,
    Paper,
    ParafBox,
    SignatureBlock,
)
from orgflow.domain.letters.lifecycle import SecurityClass, Urgency
from orgflow.domain.letters.office_format import (
    USUAL_WORDS,
    HeadOwner,
    OfficeFormat,
    dressed,
)
from orgflow.domain.letters.office_format_typed import ANCHORS, is_as_kept, settings_typed
from orgflow.domain.letters.ways_out import WayOut
from orgflow.letters import layout
from orgflow.letters.templates import load_sample
from tests.architecture.source import ROOT

OWNER = HeadOwner("Gubernur Uji", "Provinsi Uji")
KINDS = ROOT / "letter_templates"


def form_of(**typed: str) -> OfficeFormat:
    """Return the form of an office that typed these fields."""
    return OfficeFormat.of({key: value for key, value in settings_typed(typed).items() if value}, OWNER)


def letter(kind: str = "surat_gubernur") -> LetterFacts:
    """Return the facts of a sample letter."""
    return load_sample(KINDS, kind)


def test_what_is_not_set_is_printed_in_the_usual_form() -> None:
    form = form_of()

    facts = dressed(letter(), form, HeadForm.POSITION)

    assert (facts.paper, facts.shape.margins, facts.shape.size_pt) == (Paper.A4, Margins(20, 20, 25, 30), 12)
    assert (facts.words, facts.head_lines) == ({}, ())
    assert (form.way_out, form.keeps_change_set, form.anchor) == (WayOut.TO_SIGN, False, None)
    assert all(block.mark is None for block in facts.signatures)


def test_the_usual_words_and_lines_are_those_of_the_printed_form() -> None:
    frame = tomllib.loads((KINDS / "_shared" / "frame.toml").read_text("utf-8"))

    assert {word: frame[word] for word in USUAL_WORDS} == USUAL_WORDS
    assert set(HEAD_LINES) == set(layout.HEAD_LINES)


def test_paper_margins_and_type_are_the_offices() -> None:
    form = form_of(paper="f4", margin_top="15", margin_left="35", type_size="11", line_distance="150")

    facts = dressed(letter(), form, HeadForm.POSITION)

    assert (facts.paper, facts.shape.margins) == (Paper.F4, Margins(15, 20, 25, 35))
    assert (facts.shape.size_pt, facts.shape.lines_percent) == (11, 150)


def test_each_letterhead_has_its_own_lines_contact_and_emblem() -> None:
    kept = {"letterhead_contact": "Jalan Satu", "agency_contact": "Jalan Dua\nTelepon", "agency_emblem": "b"}
    form = OfficeFormat.of({**kept, "emblem": "a"}, OWNER)

    position = dressed(letter(), form, HeadForm.POSITION).letterhead
    agency = dressed(letter(), form, HeadForm.AGENCY).letterhead

    assert (position.lines, position.contact, position.emblem) == (("GUBERNUR UJI",), ("Jalan Satu",), "a")
    assert agency.lines == ("PEMERINTAH PROVINSI UJI", "SEKRETARIAT DAERAH")
    assert (agency.contact, agency.emblem, agency.form) == (("Jalan Dua", "Telepon"), "b", HeadForm.AGENCY)


def test_a_kind_without_letterhead_keeps_what_it_has() -> None:
    facts = letter()

    assert dressed(facts, form_of(), None).letterhead == facts.letterhead


def test_words_and_the_order_of_lines_are_the_offices() -> None:
    form = form_of(word_subject="Perihal", word_salutation="Kepada Yth.", order_subject="1", order_number="3")

    facts = dressed(letter(), form, HeadForm.POSITION)

    assert facts.words == {"subject": "Perihal", "salutation": "Kepada Yth."}
    assert facts.head_lines == ("subject", "number")


@pytest.mark.parametrize(
    ("typed", "urgency", "security", "printed"),
    [
        ({}, Urgency.URGENT, SecurityClass.ORDINARY, "Segera"),
        ({}, Urgency.URGENT, SecurityClass.CONFIDENTIAL, "Rahasia"),
        ({"class_print": "two"}, Urgency.URGENT, SecurityClass.CONFIDENTIAL, "Rahasia\nSegera"),
        ({"urgency_very_urgent": "Kilat"}, Urgency.VERY_URGENT, SecurityClass.ORDINARY, "Kilat"),
        ({"security_restricted": "Dinas"}, Urgency.ORDINARY, SecurityClass.RESTRICTED, "Dinas"),
    ],
)
def test_urgency_and_security_are_printed_in_the_offices_words(
    typed: dict[str, str], urgency: Urgency, security: SecurityClass, printed: str
) -> None:
    assert form_of(**typed).classes.printed(urgency, security) == printed


def test_titles_are_in_capitals_unless_the_office_writes_them_as_recorded() -> None:
    assert form_of().capitals is Capitals.UPPER
    assert form_of(title_capitals="as_written").capitals is Capitals.AS_WRITTEN


@pytest.mark.parametrize("anchor", ANCHORS)
def test_the_anchor_stands_exactly_once_where_the_official_signs(anchor: str) -> None:
    receiver = SignatureBlock(("Yang menerima",), "....", None, None)
    official = SignatureBlock(("KEPALA BIRO,",), "Dua", "Pembina", "1")
    form = form_of(esign_anchor=anchor)

    first = dressed(replace(letter(), signatures=(official, receiver)), form, HeadForm.AGENCY)
    second = dressed(replace(letter(), signatures=(receiver, official)), form, HeadForm.AGENCY)
    alone = dressed(replace(letter(), signatures=(receiver,)), form, HeadForm.POSITION)

    assert [block.mark for block in first.signatures] == [anchor, None]
    assert [block.mark for block in second.signatures] == [None, anchor]
    assert [block.mark for block in alone.signatures] == [anchor]


def test_a_place_that_another_system_fills_bears_no_anchor() -> None:
    filled = (SignatureBlock(("A,",), "Satu", None, None, "${ttd_pengirim}"),)

    facts = dressed(replace(letter(), signatures=filled), form_of(esign_anchor="#"), HeadForm.POSITION)

    assert facts.signatures[0].mark == "${ttd_pengirim}"


def test_boxes_for_initials_are_printed_where_the_office_has_them() -> None:
    facts = replace(letter(), paraf=(ParafBox("Paraf", ("Asisten",)),))

    assert dressed(facts, form_of(), HeadForm.POSITION).paraf == ()
    assert dressed(facts, form_of(paraf_boxes="yes"), HeadForm.POSITION).paraf == facts.paraf


def test_the_kinds_code_fills_the_gap_in_its_number() -> None:
    facts = replace(letter("nota_dinas"), number=("1/", Gap("letter_kind_code"), "/2026"))

    known = dressed(facts, form_of(code_nota_dinas="ND", code_undangan_rapat=""), HeadForm.AGENCY)
    unknown = dressed(facts, form_of(), HeadForm.AGENCY)

    assert known.number == ("1/ND/2026",)
    assert unknown.number == facts.number


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("margin_top", "9", "measure_out_of_range"),
        ("margin_left", "51", "measure_out_of_range"),
        ("margin_left", "2,5", "measure_out_of_range"),
        ("margin_left", "-3", "measure_out_of_range"),
        ("margin_left", "٢٥", "measure_out_of_range"),
        ("margin_left", "9" * 5000, "measure_out_of_range"),
        ("type_size", "15", "measure_out_of_range"),
        ("line_distance", "99", "measure_out_of_range"),
        ("paper", "a5", "choice_unknown"),
        ("way_out", "faks", "choice_unknown"),
        ("esign_anchor", "##", "choice_unknown"),
        ("esign_anchor", "a", "choice_unknown"),
        ("paraf_boxes", "tidak", "choice_unknown"),
        ("agency_lines", "A\nB\nC\nD\nE", "too_many_lines"),
        ("letterhead_contact", "x" * 1001, "text_too_long"),
        ("word_subject", "x" * 41, "text_too_long"),
        ("word_subject", "Ha\u200bl", "name_unreadable"),
        ("agency_contact", "Jalan \x00 Satu", "text_unprintable"),
        ("number_pattern", "", "text_empty"),
        ("order_subject", "10", "measure_out_of_range"),
        ("order_lain", "1", "choice_unknown"),
        ("code_nota_dinas", "N" * 21, "text_too_long"),
    ],
)
def test_what_cannot_be_printed_is_refused_beside_its_field(field: str, text: str, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        settings_typed({field: text})

    assert (refused.value.code, refused.value.facts["field"]) == (code, field)


def test_a_pattern_with_an_unknown_token_is_refused() -> None:
    with pytest.raises(RuleBroken) as refused:
        settings_typed({"number_pattern": "{klasifikasi}/{bulan}"})

    assert refused.value.code == "unknown_number_token"


def test_two_lines_cannot_stand_at_one_place() -> None:
    with pytest.raises(RuleBroken) as refused:
        settings_typed({"order_subject": "2", "order_number": "2"})

    assert (refused.value.code, refused.value.facts["place"]) == ("line_place_taken", 2)


def test_the_usual_value_kept_in_so_many_words_counts_as_unchanged() -> None:
    assert is_as_kept("paper", "a4", "")
    assert is_as_kept("paper", None, "")
    assert not is_as_kept("paper", "f4", "")
    assert not is_as_kept("kind_codes", "nota_dinas ND", "")
