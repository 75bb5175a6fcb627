"""What goes with a letter: one list, its numbers, and the block at the head of each."""

from dataclasses import replace
from datetime import date

from orgflow.domain.letters.enclosing import (
    AskedDocument,
    Enclosure,
    GivenNumber,
    enclosures_of,
    head_of,
    letter_name,
    roman,
    titles_of,
)
from orgflow.domain.letters.facts import Gap, LetterFacts
from orgflow.domain.letters.facts_json import facts_from_json, facts_to_json
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.letters.numbering import BLANK
from orgflow.domain.papers.kinds import PaperKind
from tests.domain.letters.test_facts import some_facts

STUDY = AskedDocument("KAJIAN", "Kajian perubahan nomenklatur", is_derived=False, is_brought=True)
MATRIX = AskedDocument("MATRIKS", "Matriks persandingan", is_derived=True, is_brought=False)
CHART = AskedDocument("BAGAN", "Bagan susunan organisasi", is_derived=True, is_brought=False)
DRAFT = AskedDocument("RANPERGUB", "Rancangan Peraturan Gubernur", is_derived=False, is_brought=True)
ASKED = (STUDY, MATRIX, CHART, DRAFT)


def a_letter(*titles: str, kind: LetterKind = LetterKind.GOVERNOR_LETTER) -> LetterFacts:
    facts = some_facts()
    body = {**facts.body, "governor": "Gubernur Contoh", "enclosure_titles": titles}
    return replace(facts, kind=str(kind), body=body, enclosed=titles)


def test_what_a_letter_names_is_numbered_in_its_order() -> None:
    facts = a_letter("kajian perubahan nomenklatur", "matriks  persandingan;", "Bagan susunan organisasi")

    held = enclosures_of(facts, ASKED)

    assert held == (
        Enclosure("I", "Kajian perubahan nomenklatur", document="KAJIAN"),
        Enclosure("II", "Matriks  persandingan", paper=PaperKind.MATRIX),
        Enclosure("III", "Bagan susunan organisasi", paper=PaperKind.CHART_DIFFERENCE),
    )


def test_the_only_enclosure_bears_no_number() -> None:
    (one,) = enclosures_of(a_letter("matriks persandingan"), ASKED)

    assert one.numeral == ""


def test_a_file_that_was_brought_comes_before_one_that_would_be_derived() -> None:
    facts = a_letter("rancangan Peraturan Gubernur")
    missing = replace(DRAFT, is_brought=False)

    assert enclosures_of(facts, (DRAFT,))[0].document == "RANPERGUB"
    assert enclosures_of(facts, (missing,))[0].paper is PaperKind.REGULATION


def test_what_other_letters_name_is_found_by_the_names_of_the_documents() -> None:
    facts = a_letter("daftar dampak", "telaahan staf", kind=LetterKind.MEMO)

    impact, study = enclosures_of(facts, ASKED)

    assert impact.paper is PaperKind.IMPACT
    assert (study.paper, study.document, study.is_within) == (None, None, False)


def test_the_matrix_of_a_completion_stands_in_its_own_file() -> None:
    (one,) = enclosures_of(a_letter("matriks tindak lanjut", kind=LetterKind.COMPLETION), ASKED)

    assert one.is_within


def test_a_letter_frozen_before_titles_were_kept_encloses_what_it_lists() -> None:
    facts = replace(a_letter("matriks persandingan"), enclosed=())

    assert titles_of(facts) == ("matriks persandingan",)


def test_the_titles_are_kept_with_the_letter_and_change_nothing_where_there_are_none() -> None:
    facts = a_letter("matriks persandingan")
    bare = replace(facts, enclosed=())

    assert facts_from_json(facts_to_json(facts)).enclosed == ("matriks persandingan",)
    assert '"enclosed"' not in facts_to_json(bare)


def test_the_head_says_the_letter_with_its_number_as_it_is_printed_until_one_is_recorded() -> None:
    facts = replace(a_letter(), number=("000/", Gap("unit_letter_code")), date=(f"{BLANK}Maret 2026",))
    enclosure = Enclosure("II", "Matriks persandingan", paper=PaperKind.MATRIX)

    blank = head_of(enclosure, facts, None)
    given = head_of(enclosure, facts, GivenNumber("000/CONTOH-7/2026", date(2026, 3, 24)))

    assert [(part.word, part.numeral, part.pieces) for part in blank] == [
        ("annex", "II", ("Surat Gubernur Contoh",)),
        ("number", "", facts.number),
        ("date", "", facts.date),
    ]
    assert [part.pieces for part in given[1:]] == [("000/CONTOH-7/2026",), ("24 Maret 2026",)]


def test_another_systems_variables_never_stand_in_an_enclosure() -> None:
    facts = replace(a_letter(), number=("${nomor_naskah}",), date=("${tanggal_naskah}",))

    head = head_of(Enclosure("", "Matriks"), facts, None)

    assert [part.pieces for part in head[1:]] == [(BLANK,), (BLANK,)]


def test_a_letter_that_bears_no_number_has_none_in_its_enclosures() -> None:
    facts = replace(a_letter(kind=LetterKind.STAFF_STUDY), number=())

    assert [part.word for part in head_of(Enclosure("", "Kajian"), facts, None)] == ["annex", "date"]


def test_an_enclosure_calls_its_letter_by_its_kind() -> None:
    assert letter_name(a_letter(kind=LetterKind.SUBMISSION_MEMO)) == "Nota Dinas"
    assert letter_name(replace(a_letter(), body={})) == "Surat Gubernur"


def test_numbers_are_roman() -> None:
    assert [roman(number) for number in (1, 4, 6, 9, 14, 21)] == ["I", "IV", "VI", "IX", "XIV", "XXI"]
