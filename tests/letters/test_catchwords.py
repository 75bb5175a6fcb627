"""Kata penyambung: at the foot of each page from which the text goes on, and no word of the text."""

from dataclasses import replace

import pytest

from orgflow.domain.letters.facts import LetterFacts, Margins
from orgflow.letters.docx_text import read_docx
from orgflow.letters.pdf_text import read_pages, words_in_box
from orgflow.letters.preflight import check_letter
from orgflow.letters.renderer import render_letter
from orgflow.letters.templates import load_sample, load_template
from tests.letters.examples import ROOT, a_template, some_facts


def long_facts(**body: tuple[str, ...]) -> LetterFacts:
    """Return a letter of several pages in an office that prints catch-words."""
    given = {"considerations": tuple(f"alasan ke-{n} yang cukup panjang untuk satu baris" for n in range(40))}
    facts = some_facts(**{**given, **body})
    return replace(facts, shape=replace(facts.shape, has_catchword=True))


def feet(pdf: bytes, facts: LetterFacts) -> list[str]:
    """Return what stands in the bottom margin of each page."""
    (width, height), foot = facts.paper.size_mm, facts.shape.margins.bottom
    box = (0.0, float(height - foot), float(width), float(foot))
    return [words_in_box(pdf, number, box).strip() for number in range(1, len(read_pages(pdf)) + 1)]


def test_each_page_but_the_last_ends_with_the_first_word_of_the_next() -> None:
    facts = long_facts()

    pdf = render_letter(a_template(), facts, None).pdf

    firsts = [page.words.split()[0] for page in read_pages(pdf)]
    assert len(firsts) > 2
    assert feet(pdf, facts) == [*(f"{word}…" for word in firsts[1:]), ""]


def test_without_the_setting_nothing_stands_at_the_foot() -> None:
    facts = long_facts()
    plain = replace(facts, shape=replace(facts.shape, has_catchword=False))

    assert set(feet(render_letter(a_template(), plain, None).pdf, facts)) == {""}


def test_a_letter_of_one_page_has_none() -> None:
    template, facts = load_template(ROOT, "surat_tugas"), load_sample(ROOT, "surat_tugas")
    facts = replace(facts, shape=replace(facts.shape, has_catchword=True))

    assert feet(render_letter(template, facts, None).pdf, facts) == [""]


def test_the_word_changes_neither_the_text_nor_its_pages() -> None:
    facts = long_facts()
    plain = replace(facts, shape=replace(facts.shape, has_catchword=False))

    letter, other = render_letter(a_template(), facts, None), render_letter(a_template(), plain, None)

    foot = facts.shape.margins.bottom
    assert [page.words for page in read_pages(letter.pdf, foot)] == [
        page.words for page in read_pages(other.pdf, foot)
    ]
    assert read_docx(letter.docx).words == read_docx(other.docx).words
    assert render_letter(a_template(), facts, None).pdf == letter.pdf


@pytest.mark.parametrize("edges", [Margins(20, 20, 25, 30), Margins(30, 25, 30, 30)])
def test_the_last_check_counts_the_word_for_none_of_the_text(edges: Margins) -> None:
    facts = long_facts()
    facts = replace(facts, shape=replace(facts.shape, margins=edges))
    plain = replace(facts, shape=replace(facts.shape, has_catchword=False))

    letter, other = render_letter(a_template(), facts, None), render_letter(a_template(), plain, None)

    found = check_letter(a_template(), facts, letter.docx, letter.pdf)
    assert found == check_letter(a_template(), plain, other.docx, other.pdf)


def test_signs_of_style_sheets_are_words_in_a_catch_word() -> None:
    facts = long_facts(considerations=tuple(f'"}}\\\\{n}<b>;' * 2 for n in range(60)))

    pdf = render_letter(a_template(), facts, None).pdf

    firsts = [page.words.split()[0] for page in read_pages(pdf, facts.shape.margins.bottom)]
    assert [foot.rstrip("…") for foot in feet(pdf, facts)] == [*firsts[1:], ""]


def test_no_word_leads_over_to_the_annex_which_is_another_text() -> None:
    template, facts = load_template(ROOT, "surat_penyampaian"), load_sample(ROOT, "surat_penyampaian")
    facts = replace(facts, shape=replace(facts.shape, has_catchword=True))

    pdf = render_letter(template, facts, None).pdf

    pages = [page.words.split()[0] for page in read_pages(pdf)]
    assert "Lampiran" in pages[1:]
    assert feet(pdf, facts)[pages.index("Lampiran") - 1] == ""
