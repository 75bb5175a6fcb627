"""A long document as PDF and Word: headings, captions, lists of contents with pages, parts counted anew."""

import io
import re

import docx
import pytest
from pikepdf import pdfa

from orgflow.domain.letters.enclosing import roman
from orgflow.domain.letters.facts import Paper
from orgflow.domain.papers.document import (
    Block,
    Contents,
    Document,
    EmblemPlace,
    Face,
    Figure,
    Line,
    Listed,
    NewPage,
    Part,
    Row,
    Style,
    Table,
    plain,
)
from orgflow.domain.papers.encoding import document_from_json, document_to_json
from orgflow.letters import paper_files
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.paper_files import write_paper
from orgflow.letters.paper_outline import outline_of, printed_pages
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.letters.pdf_structure import read_structure
from orgflow.letters.pdf_text import read_pages
from orgflow.resources import letter_templates
from tests.letters.test_pdf_structure import UNSUPPORTED

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40" width="100pt" height="40pt">'
    '<g fill="none" stroke="#000" font-family="Arial" font-size="10" text-anchor="middle">'
    '<path d="M10 10H90"/><text x="50" y="30" fill="#000" stroke="none">Biro Contoh</text></g></svg>'
)
BLOCKS: tuple[Block, ...] = (
    Line(Style.COVER_TITLE, plain("KAJIAN")),
    EmblemPlace(is_large=True),
    NewPage(Part.FRONT),
    Line(Style.FRONT, plain("KATA PENGANTAR")),
    Line(Style.BODY, plain("Untuk apa ini disusun.")),
    NewPage(),
    Line(Style.FRONT, plain("DAFTAR ISI")),
    Contents(Listed.HEADINGS),
    Contents(Listed.TABLES),
    Contents(Listed.FIGURES),
    NewPage(Part.BODY),
    Line(Style.CHAPTER, plain("PENDAHULUAN"), "BAB I", keeps_next=True),
    Line(Style.SECTION, plain("Latar Belakang"), "A.", keeps_next=True),
    Line(Style.BODY, plain("Apa yang terjadi.")),
    NewPage(),
    Line(Style.CHAPTER, plain("ANALISIS"), "BAB II", keeps_next=True),
    Line(Style.TABLE_TITLE, plain("Satuan"), "Tabel 1.", keeps_next=True),
    Table(("Uraian", "Jumlah"), (70, 30), (Row((plain("Rapat"), plain("3"))),)),
    Figure(SVG, "Bagan contoh"),
    Line(Style.FIGURE_TITLE, plain("Bagan contoh"), "Gambar 1."),
)
DOCUMENT = Document(
    "Kajian contoh", Paper.A4, is_landscape=False, face=Face.LETTER, marks=("CONTOH",), blocks=BLOCKS
)
SOURCE = PaperSource(DOCUMENT, load_paper_sheet(letter_templates()))
LISTED = (
    ("KATA PENGANTAR", "i"),
    ("DAFTAR ISI", "ii"),
    ("BAB I PENDAHULUAN", "1"),
    ("A. Latar Belakang", "1"),
    ("BAB II ANALISIS", "2"),
    ("Tabel 1. Satuan", "2"),
    ("Gambar 1. Bagan contoh", "2"),
)


def test_a_long_document_is_the_same_once_it_was_handed_to_another_process() -> None:
    assert document_from_json(document_to_json(DOCUMENT)) == DOCUMENT


def test_the_pdf_lists_each_heading_with_the_number_printed_on_its_page() -> None:
    pages = read_pages(write_paper(SOURCE, ChartFormat.PDF))

    listed = " ".join(re.sub(r"[.]{2,}", " ", pages[2].words).split())
    for words, number in LISTED:
        assert f"{words} {number}" in listed
    assert "- i -" in pages[1].running
    assert "- 1 -" in pages[3].running
    assert "- 2 -" in pages[4].running


def test_the_pdf_is_archivable_and_its_headings_and_links_are_told_aloud(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = read_structure(write_paper(SOURCE, ChartFormat.PDF))
    monkeypatch.setattr(paper_files, "VARIANT", "pdf/a-3b")
    twin = write_paper(SOURCE, ChartFormat.PDF)

    report = pdfa.validate_written(io.BytesIO(twin), "3b")

    assert {(found.rule, found.message) for found in report.findings} <= UNSUPPORTED
    assert (held.part, held.conformance, held.is_tagged) == ("3", "A", True)
    assert {"H1", "H2", "Table", "Link"} <= set(held.roles)


def test_the_word_file_has_real_headings_and_lists_that_stand_there_already() -> None:
    document = docx.Document(io.BytesIO(write_paper(SOURCE, ChartFormat.DOCX)))

    styled = {
        (held.style.name, held.text.replace("\n", " ").replace("\t", " "))
        for held in document.paragraphs
        if held.style is not None
    }
    assert ("Heading 1", "BAB I PENDAHULUAN") in styled
    assert ("Heading 2", "A. Latar Belakang") in styled
    assert ("Caption", "Tabel 1. Satuan") in styled
    xml = document.element.xml
    assert 'TOC \\o "1-2" \\h \\z \\u' in xml
    assert xml.count("PAGEREF") == len(LISTED)
    listed = [
        "".join(node.text or "\t" for node in held._p.iter() if str(node.tag).endswith(("}t", "}tab")))
        for held in document.paragraphs
        if held.style is not None and held.style.name in ("toc 1", "toc 2", "table of figures")
    ]
    assert [tuple(text.strip().split("\t")[-2:]) for text in listed] == list(LISTED)


def test_parts_of_the_word_file_are_counted_anew_in_their_numerals() -> None:
    document = docx.Document(io.BytesIO(write_paper(SOURCE, ChartFormat.DOCX)))

    counted = re.findall(r'<w:pgNumType w:fmt="(\w+)" w:start="1"/>', document.element.xml)

    assert counted == ["lowerRoman", "decimal"]


def test_the_same_document_gives_the_same_bytes() -> None:
    for form in (ChartFormat.PDF, ChartFormat.DOCX):
        assert write_paper(SOURCE, form) == write_paper(SOURCE, form)


def test_pages_are_numbered_from_the_first_of_each_part() -> None:
    outline = outline_of(DOCUMENT)
    sheets = {entry.anchor: 4 for held in outline.entries.values() for entry in held}
    first, *_ = outline.entries[Listed.HEADINGS]

    pages = printed_pages(outline, sheets | {first.anchor: 1})

    assert pages[first.anchor] == "i"
    assert pages[outline.entries[Listed.HEADINGS][1].anchor] == "iv"
    assert pages[outline.entries[Listed.TABLES][0].anchor] == "1"
    assert [roman(number) for number in (4, 9, 14, 40, 99)] == ["IV", "IX", "XIV", "XL", "XCIX"]
