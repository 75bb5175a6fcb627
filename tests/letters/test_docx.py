"""The Word file is one a clerk can go on writing in: named styles, real numbering, the office's measures."""

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx2python import docx2python

from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.numbering import SRIKANDI_DATE, SRIKANDI_NUMBER
from orgflow.letters.docx_text import read_docx
from orgflow.letters.renderer import render_letter
from orgflow.letters.templates import LetterTemplate
from tests.letters.examples import a_draft, a_template, a_wording, an_emblem, some_facts, with_emblem

NESTED = """<ol type="1">
<li><p>satu</p><ol type="a"><li><p>x</p></li><li><p>y</p></li></ol><p>antara</p>
<ol type="a"><li><p>z</p></li></ol></li>
<li><p>dua</p><ol type="1"><li><p>angka</p></li></ol></li>
<li><p>tiga</p><ol type="a"><li><p>lagi</p></li></ol></li>
</ol><p>sela</p><ol type="a"><li><p>huruf</p></li></ol>
<ol type="1"><li><p>mulai lagi</p></li></ol><p>akhir</p>"""


def content_of(
    facts: LetterFacts, emblem: bytes | None = None, template: LetterTemplate | None = None
) -> bytes:
    """Return the Word file of these facts."""
    return render_letter(template or a_template(), facts, emblem).docx


def document_of(facts: LetterFacts, emblem: bytes | None = None) -> Document:
    """Return the Word file of these facts, opened."""
    return docx.Document(io.BytesIO(content_of(facts, emblem)))


def test_the_page_has_the_margins_of_the_form() -> None:
    section = document_of(some_facts()).sections[0]

    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(margin.cm, 1) if margin else None for margin in margins] == [2.0, 2.0, 2.5, 3.0]


def test_every_paragraph_is_in_a_named_style_of_arial() -> None:
    document = document_of(a_draft())

    names = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Kop Surat", "Tanggal Surat", "Alamat Surat", "Isi Surat", "Butir 1", "Butir 2"} <= names
    assert "Normal" not in names
    assert {style.font.name for style in document.styles if style.name in names} == {"Arial"}
    assert document.styles["Isi Surat"].font.size == Pt(12)
    assert document.styles["Isi Surat"].paragraph_format.alignment is WD_ALIGN_PARAGRAPH.JUSTIFY


def test_the_language_is_indonesian_everywhere() -> None:
    with zipfile.ZipFile(io.BytesIO(content_of(some_facts()))) as archive:
        styles, settings = archive.read("word/styles.xml"), archive.read("word/settings.xml")

    assert b'w:lang w:val="id-ID"' in styles
    assert b'w:themeFontLang w:val="id-ID"' in settings
    assert b"Theme=" not in styles


def test_lists_are_counted_by_word_and_each_from_its_beginning() -> None:
    content = content_of(replace(some_facts(), body={}), template=a_wording(NESTED))

    words = read_docx(content).words
    for line in ["1. satu", "a. x", "b. y", "antara", "a. z", "2. dua", "1. angka", "3. tiga", "a. lagi"]:
        assert f"\n{line}\n" in words
    assert "\na. huruf\n1. mulai lagi\nakhir\n" in words


def test_another_reader_finds_the_same_words() -> None:
    facts = some_facts()
    with docx2python(io.BytesIO(content_of(facts))) as document:
        text = document.text

    for line in read_docx(content_of(facts)).words.splitlines():
        # The other reader counts with brackets: 1) where Word prints 1.
        assert re.sub(r"^[a-z0-9]\. ", "", line) in text


def test_the_colons_stand_in_a_table_of_fixed_widths_without_borders() -> None:
    (table,) = document_of(some_facts()).tables

    assert [row.cells[0].text for row in table.rows] == ["Nomor", "Sifat", "Lampiran", "Hal"]
    assert {row.cells[1].text for row in table.rows} == {":"}
    assert table.autofit is False
    assert table.style is None or table.style.name in {"Normal Table", "Table Normal"}
    assert table._tbl.find(f".//{qn('w:tblBorders')}") is None


def test_a_variable_stands_whole_in_one_run() -> None:
    document = document_of(replace(some_facts(), number=(SRIKANDI_NUMBER,), date=(SRIKANDI_DATE,)))

    runs = [run.text for row in document.tables[0].rows for run in row.cells[2].paragraphs[0].runs]
    runs += [run.text for paragraph in document.paragraphs for run in paragraph.runs]
    assert "${nomor_naskah}" in runs
    assert any("${tanggal_naskah}" in run for run in runs)


def test_the_signing_block_stays_with_the_end_of_the_text() -> None:
    paragraphs = document_of(some_facts()).paragraphs
    at = next(i for i, p in enumerate(paragraphs) if p.style and p.style.name == "Jabatan Penanda Tangan")

    closing, title, name = paragraphs[at - 1 : at + 2]
    assert closing.paragraph_format.keep_with_next
    assert closing.paragraph_format.keep_together
    assert title.style is not None
    assert title.style.paragraph_format.keep_with_next
    assert name.text == "Dra. Contoh Pertiwi, M.Si."
    assert name.style is not None
    assert (name.style.paragraph_format.space_before or 0) > Cm(2)


def test_the_second_page_bears_its_number_and_every_page_its_marks() -> None:
    section = document_of(a_draft()).sections[0]

    assert section.different_first_page_header_footer
    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == ["KONSEP · CONTOH"]
    mark, number = section.header.paragraphs
    assert mark.text == "KONSEP · CONTOH"
    assert number.text == "-  -"
    assert b'fldSimple w:instr=" PAGE "' in section.header.part.blob


def test_a_letter_without_marks_has_a_bare_first_header() -> None:
    section = document_of(replace(some_facts(), is_sample=False)).sections[0]

    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [""]
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["-  -"]


def test_the_emblem_has_words_for_those_who_cannot_see_it() -> None:
    emblem = an_emblem()

    (picture,) = document_of(with_emblem(some_facts(), emblem), emblem).inline_shapes

    assert picture._inline.docPr.get("descr") == "Lambang Provinsi Contoh"
    assert round(picture.height.cm, 1) == 2.2


def test_without_an_emblem_its_place_stays_empty() -> None:
    document = document_of(some_facts())

    assert len(document.inline_shapes) == 0
    assert (document.paragraphs[0].paragraph_format.space_before or 0) > Cm(1.5)


def test_a_gap_is_marked_so_that_it_is_seen() -> None:
    runs = [run for paragraph in document_of(a_draft()).paragraphs for run in paragraph.runs]

    gaps = [run for run in runs if run.text.startswith("[belum diisi: ")]
    assert gaps
    assert {run.style.name for run in gaps} == {"Belum Diisi"}


def test_the_file_brings_nothing_along() -> None:
    with zipfile.ZipFile(io.BytesIO(content_of(some_facts()))) as archive:
        names = archive.namelist()
        dates = {entry.date_time for entry in archive.infolist()}
        rels = b"".join(archive.read(name) for name in names if name.endswith(".rels"))

    assert dates == {(1980, 1, 1, 0, 0, 0)}
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "vba" in name.lower()]
    assert b"External" not in rels
    assert names[0] == "[Content_Types].xml"


@pytest.mark.parametrize("prop", ["created", "modified"])
def test_the_properties_do_not_tell_when(prop: str) -> None:
    properties = document_of(some_facts()).core_properties

    assert getattr(properties, prop).year == 2000
    assert properties.title == some_facts().subject
    assert properties.author == "GUBERNUR CONTOH"
    assert properties.language == "id-ID"
