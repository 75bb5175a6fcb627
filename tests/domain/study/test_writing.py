"""What may be written in a section and answered beside it."""

import pytest

from orgflow.domain.letters.passages import PASSAGE_LENGTH, PassageTooLong
from orgflow.domain.study.outline import form_of
from orgflow.domain.study.sections import StudyForm, UnknownSection
from orgflow.domain.study.writing import YearAhead, YearUnreadable, clean_answer, clean_section
from orgflow.domain.values import TextUnprintable


def test_thirty_thousand_words_are_refused_with_how_many_characters_they_are() -> None:
    words = "kata " * 30_000

    with pytest.raises(PassageTooLong) as refused:
        clean_section("saran", words)

    assert refused.value.facts["length"] == len(words.strip())
    assert refused.value.facts["limit"] == PASSAGE_LENGTH


def test_a_section_that_is_not_in_an_outline_is_refused() -> None:
    with pytest.raises(UnknownSection):
        clean_section("bab_enam", "kata")


def test_a_text_is_kept_in_one_form_and_without_control_characters() -> None:
    assert clean_section("saran", " satu \r\ndua\n") == "satu\ndua"
    with pytest.raises(TextUnprintable):
        clean_section("saran", "satu\x00")


@pytest.mark.parametrize("year", ["dua ribu", "22", "2022,5", "\u0662\u0660\u0662\u0662"])
def test_the_year_of_the_data_is_four_digits(year: str) -> None:
    with pytest.raises(YearUnreadable):
        clean_answer("ruang_lingkup", year, 2026)


def test_data_are_of_no_year_that_has_not_begun() -> None:
    assert clean_answer("ruang_lingkup", " 2026 ", 2026) == "2026"
    with pytest.raises(YearAhead):
        clean_answer("ruang_lingkup", "2027", 2026)


def test_an_answer_is_kept_only_where_something_is_asked() -> None:
    assert clean_answer("pilihan", "Tidak menyebut kehumasan.", 2026) == "Tidak menyebut kehumasan."
    assert clean_answer("saran", "apa pun", 2026) == ""


def test_a_section_belongs_to_one_form() -> None:
    assert form_of("saran") is StudyForm.STUDY
    assert form_of("ts_saran") is StudyForm.SHORT
