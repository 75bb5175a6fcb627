"""A letter that comes back from Word: untouched it differs in nothing, edits are found in their passages."""

import io
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from lxml import etree

from orgflow.domain.letters.facts import LetterFacts
from orgflow.letters.compose import compose_letter
from orgflow.letters.docx import write_docx
from orgflow.letters.templates import letter_kinds, load_sample, load_template
from orgflow.letters.word_lines import WordUnreadable
from orgflow.letters.word_return import LetterComparison, PieceDifference, compare_returned
from tests.letters.examples import ROOT

KINDS = letter_kinds(ROOT)
GOVERNOR, MEMO = "surat_gubernur", "nota_dinas"
WITH_TABLE = "Uraian kegiatan:\n| Kegiatan | Jumlah |\n| Rapat | 3 kali |\n| Telaah | 2 kali |"


def sent(kind: str, facts: LetterFacts) -> bytes:
    """Return the Word file of these facts."""
    return write_docx(compose_letter(load_template(ROOT, kind), facts, None))


def returned(
    kind: str, edit: Callable[[Document], None], facts: LetterFacts | None = None
) -> LetterComparison:
    """Return what is found of an edit that a clerk made in the kind's Word file."""
    held = facts or load_sample(ROOT, kind)
    file = sent(kind, held)
    document = docx.Document(io.BytesIO(file))
    edit(document)
    saved = io.BytesIO()
    document.save(saved)
    return compare_returned(load_template(ROOT, kind), held, file, saved.getvalue())


def paragraph_with(document: Document, words: str) -> Paragraph:
    """Return the first paragraph that holds these words."""
    return next(one for one in document.paragraphs if words in one.text)


def style_of(paragraph: Paragraph) -> str | None:
    """Return the name of a paragraph's style."""
    return paragraph.style.name if paragraph.style is not None else None


def take_away(element: BaseOxmlElement) -> None:
    """Take an element out of the document."""
    holder = element.getparent()
    assert holder is not None
    holder.remove(element)


def say(paragraph: Paragraph, words: str) -> None:
    """Let a paragraph say this in its first run alone."""
    for run in paragraph.runs[1:]:
        take_away(run._r)
    paragraph.runs[0].text = words


def add_after(paragraph: Paragraph, words: str) -> None:
    """Add a paragraph below, as the return key makes one."""
    copied = deepcopy(paragraph._p)
    paragraph._p.addnext(copied)
    say(Paragraph(copied, paragraph._parent), words)


@pytest.mark.parametrize("kind", KINDS)
def test_an_untouched_file_differs_in_nothing(kind: str) -> None:
    facts = load_sample(ROOT, kind)

    found = compare_returned(load_template(ROOT, kind), facts, sent(kind, facts), sent(kind, facts))

    assert (found.passages, found.others, found.found_percent) == ((), (), 100)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if load_template(ROOT, kind).passages])
def test_every_passage_is_found_when_it_is_edited_and_its_text_brings_the_same_file(kind: str) -> None:
    template, facts = load_template(ROOT, kind), load_sample(ROOT, kind)
    for asked in template.passages:
        own = f"Kalimat {asked.key}.\n1. butir satu\n   a. rincian\n2. butir dua\n{WITH_TABLE}"
        written = replace(facts, passages={**facts.passages, asked.key: own})

        found = compare_returned(template, facts, sent(kind, facts), sent(kind, written))

        assert [passage.key for passage in found.passages] == [asked.key]
        assert found.others == ()
        assert found.passages[0].text == own


def test_an_edited_paragraph_is_found_with_both_wordings() -> None:
    found = returned(
        MEMO, lambda document: say(paragraph_with(document, "mohon arahan lebih"), "Demikian, terima kasih.")
    )

    (passage,) = found.passages
    assert passage.key == "penutup"
    assert passage.text == "Demikian, terima kasih."
    assert passage.differences[-1].after == "Demikian, terima kasih."


def test_an_added_point_stands_in_its_list_and_the_others_stay() -> None:
    found = returned(
        MEMO, lambda document: add_after(paragraph_with(document, "Perubahan dimaksud"), "Butir tambahan.")
    )

    (passage,) = found.passages
    assert passage.key == "laporan"
    (difference,) = passage.differences
    assert (difference.before, difference.after[3:]) == ("", "Butir tambahan.")
    assert f"{difference.after[0]}. Butir tambahan." in passage.text.split("\n")


def test_a_point_within_a_point_keeps_its_level() -> None:
    found = returned(
        GOVERNOR,
        lambda document: add_after(paragraph_with(document, "nomenklatur semula"), "nomenklatur lain;"),
    )

    (passage,) = found.passages
    assert passage.key == "penjelasan"
    assert "   b. nomenklatur lain;" in passage.text.split("\n")


def test_a_changed_cell_and_an_added_row_are_found_in_the_passages_table() -> None:
    facts = replace(load_sample(ROOT, MEMO), passages={"laporan": WITH_TABLE})

    def edit(document: Document) -> None:
        table = next(one for one in document.tables if one.cell(0, 0).text == "Kegiatan")
        say(table.cell(1, 1).paragraphs[0], "4 kali")
        copied = deepcopy(table.rows[2]._tr)
        table.rows[2]._tr.addnext(copied)
        say(table.cell(3, 0).paragraphs[0], "Sidang")

    found = returned(MEMO, edit, facts)

    (passage,) = found.passages
    assert passage.differences == (
        PieceDifference("Rapat | 3 kali", "Rapat | 4 kali"),
        PieceDifference("", "Sidang | 2 kali"),
    )
    assert passage.text == WITH_TABLE.replace("3 kali", "4 kali") + "\n| Sidang | 2 kali |"


def test_an_empty_passage_is_filled_by_what_is_written_in_its_place() -> None:
    found = returned(
        "surat_penyampaian",
        lambda document: add_after(paragraph_with(document, "Menindaklanjuti surat"), "Penjelasan biro."),
    )

    assert [(passage.key, passage.text) for passage in found.passages] == [("tambahan", "Penjelasan biro.")]


def test_a_removed_paragraph_leaves_its_passage_without_words() -> None:
    def edit(document: Document) -> None:
        closing = paragraph_with(document, "mohon arahan lebih")
        take_away(closing._p)

    (passage,) = returned(MEMO, edit).passages

    assert (passage.key, passage.text, passage.differences[0].after) == ("penutup", "", "")


def test_what_comes_from_data_is_told_apart_and_belongs_to_no_passage() -> None:
    def edit(document: Document) -> None:
        name = next(one for one in document.paragraphs if style_of(one) == "Nama Penanda Tangan")
        say(name, "Orang Lain")
        add_after(name, "Tambahan di bawah nama")

    found = returned(GOVERNOR, edit)

    assert found.passages == ()
    assert {difference.after for difference in found.others} == {"Orang Lain", "Tambahan di bawah nama"}


def test_tracked_changes_count_as_made() -> None:
    def edit(document: Document) -> None:
        closing = paragraph_with(document, "mohon arahan lebih")
        for tag, words in (("w:del", ""), ("w:ins", "Demikian laporan ini.")):
            tracked = parse_xml(f"<{tag} {nsdecls('w')}><w:r><w:t>{words}</w:t></w:r></{tag}>")
            etree.ElementBase.append(closing._p, tracked)
            if tag == "w:del":
                tracked.append(closing.runs[0]._r)

    (passage,) = returned(MEMO, edit).passages

    assert (passage.key, passage.text) == ("penutup", "Demikian laporan ini.")


def test_points_typed_by_hand_become_points_and_lines_with_bars_stay_words() -> None:
    def edit(document: Document) -> None:
        asking = paragraph_with(document, "kami mohon arahan dan persetujuan")
        add_after(asking, "| bukan tabel |")
        add_after(asking, "a. rincian")
        add_after(asking, "1. satu")

    (passage,) = returned(MEMO, edit).passages

    assert passage.text.split("\n")[1:] == ["1. satu", "   a. rincian", "\\| bukan tabel |"]


def test_a_table_between_points_leaves_the_counting_as_it_is() -> None:
    own = "1. satu\n   | Kegiatan | Jumlah |\n   | Rapat | 3 |\n2. dua\nPenutup.\n| A | B |\n| c | d |"
    facts = load_sample(ROOT, MEMO)
    written = replace(facts, passages={"laporan": own})

    found = compare_returned(load_template(ROOT, MEMO), facts, sent(MEMO, facts), sent(MEMO, written))

    assert [passage.text for passage in found.passages] == [own]


def test_another_document_is_hardly_found_again() -> None:
    def edit(document: Document) -> None:
        for paragraph in document.paragraphs:
            take_away(paragraph._p)
        for table in document.tables:
            take_away(table._tbl)
        document.add_paragraph("Daftar belanja pasar")

    assert returned(MEMO, edit).found_percent < 20


def test_a_file_that_is_no_word_document_is_refused() -> None:
    facts = load_sample(ROOT, MEMO)

    with pytest.raises(WordUnreadable):
        compare_returned(load_template(ROOT, MEMO), facts, sent(MEMO, facts), b"PK\x03\x04 rusak")


def test_numbering_that_a_style_brings_counts_too() -> None:
    def edit(document: Document) -> None:
        asking = paragraph_with(document, "kami mohon arahan dan persetujuan")
        add_after(asking, "arahan pertama")
        point = paragraph_with(document, "Perubahan dimaksud")
        style = document.styles.add_style("Daftar Bernomor", WD_STYLE_TYPE.PARAGRAPH)
        numbered = deepcopy(next(point._p.iter(qn("w:numPr"))))
        style.element.get_or_add_pPr().append(numbered)
        paragraph_with(document, "arahan pertama").style = style

    (passage,) = returned(MEMO, edit).passages

    assert passage.text.split("\n")[1:] == ["1. arahan pertama"]
