"""Every kind of letter, from its example: ready to sign, in the office's shape, each part in its place."""

import hashlib
import io
from dataclasses import replace
from functools import cache
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from orgflow.domain.letters.facts import HeadForm, LetterFacts, Margins, PageShape, ParafBox
from orgflow.domain.letters.numbering import SRIKANDI_DATE, SRIKANDI_NUMBER
from orgflow.letters.blocks import Passage
from orgflow.letters.compose import compose_letter, default_parts
from orgflow.letters.docx_styles import FONTS
from orgflow.letters.docx_text import read_docx
from orgflow.letters.pdf_copies import READING, FileCopy
from orgflow.letters.pdf_fonts import read_fonts
from orgflow.letters.pdf_structure import read_structure
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.preflight import check_letter
from orgflow.letters.rendered import RenderedLetter
from orgflow.letters.renderer import render_copy, render_letter
from orgflow.letters.structured_text import is_writable, write_text
from orgflow.letters.templates import letter_kinds, load_sample, load_template
from orgflow.letters.wording import bare
from tests.letters.examples import ROOT, an_emblem, with_emblem

KINDS = letter_kinds(ROOT)


def an_example(kind: str) -> tuple[LetterFacts, bytes | None]:
    """Return a kind's example with an emblem where it has a letterhead."""
    facts = load_sample(ROOT, kind)
    if load_template(ROOT, kind).layout.head_form is None:
        return facts, None
    emblem = an_emblem()
    return with_emblem(facts, emblem), emblem


@cache
def the_example(kind: str) -> RenderedLetter:
    """Return the files of a kind's example, written once."""
    return render_letter(load_template(ROOT, kind), *an_example(kind))


def word_file(kind: str, facts: LetterFacts, emblem: bytes | None) -> Document:
    """Return the Word file of these facts, opened."""
    return docx.Document(io.BytesIO(render_letter(load_template(ROOT, kind), facts, emblem).docx))


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_passes_the_last_check(kind: str) -> None:
    template, (facts, _) = load_template(ROOT, kind), an_example(kind)

    letter = the_example(kind)

    assert check_letter(template, facts, letter.docx, letter.pdf) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_facts_give_the_same_bytes(kind: str) -> None:
    template, (facts, emblem) = load_template(ROOT, kind), an_example(kind)

    one, other = the_example(kind), render_letter(template, facts, emblem)

    assert hashlib.sha256(one.pdf).digest() == hashlib.sha256(other.pdf).digest()
    assert hashlib.sha256(one.docx).digest() == hashlib.sha256(other.docx).digest()


@pytest.mark.parametrize("kind", KINDS)
def test_every_passage_is_named_and_can_be_typed_out(kind: str) -> None:
    template, facts = load_template(ROOT, kind), load_sample(ROOT, kind)

    passages = [part for part in default_parts(template, facts) if isinstance(part, Passage)]

    assert [passage.key for passage in passages] == [asked.key for asked in template.passages]
    assert all(is_writable(passage.blocks) for passage in passages)


@pytest.mark.parametrize("kind", KINDS)
def test_the_letter_is_the_copy_to_sign_and_its_word_file_a_form(kind: str) -> None:
    template, (facts, emblem) = load_template(ROOT, kind), an_example(kind)
    unsent = replace(facts, number=(SRIKANDI_NUMBER,), date=(SRIKANDI_DATE,))

    letter = render_letter(template, unsent, emblem)

    structure, document = read_structure(letter.pdf), docx.Document(io.BytesIO(letter.docx))
    assert [field.name for field in structure.fields] == [
        f"ttd_{place}" for place in range(1, len(facts.signatures) + 1)
    ]
    assert structure.attachments == ()
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size.mm) if size else 0 for size in sizes] == [*facts.paper.size_mm, 20, 30]
    styles = {part.style.name for part in document.paragraphs if part.style}
    assert styles
    assert "Normal" not in styles
    faces = {style.font.name for style in document.styles if style.name in styles}
    assert faces == {FONTS[facts.shape.face or template.layout.face]}
    texts = [text.text or "" for text in document.element.iter(qn("w:t"))]
    for text in [text for text in texts if "$" in text]:
        assert SRIKANDI_NUMBER in text or SRIKANDI_DATE in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_tables_for_initials_stand_on_the_file_copy_alone(kind: str) -> None:
    template, (facts, emblem) = load_template(ROOT, kind), an_example(kind)
    facts = replace(facts, paraf=(ParafBox("Paraf Contoh", ("Kepala Bagian Contoh",)),))

    letter = render_letter(template, facts, emblem)
    kept = bare("".join(page.words for page in read_pages(render_copy(template, facts, emblem, FileCopy()))))

    letter_words = bare("".join(page.words for page in read_pages(letter.pdf)))
    read_words = "".join(page.words for page in read_pages(render_copy(template, facts, emblem, READING)))
    table = bare("Paraf Contoh Kepala Bagian Contoh")
    assert table in kept
    assert kept.replace(table, "") == letter_words == bare(read_words)
    assert table not in bare(read_docx(letter.docx).words)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if load_template(ROOT, kind).passages])
def test_a_passage_written_by_the_office_stands_in_its_place(kind: str) -> None:
    template, (facts, emblem) = load_template(ROOT, kind), an_example(kind)
    asked = template.passages[0]
    own = "Kalimat kantor.\n1. butir satu\n   a. rincian\n2. butir dua\n| Uraian | Jumlah |\n| Rapat | 3 |"

    letter = compose_letter(template, replace(facts, passages={asked.key: own}), emblem)
    files = render_letter(template, replace(facts, passages={asked.key: own}), emblem)

    (passage,) = [part for part in letter.parts if isinstance(part, Passage) and part.key == asked.key]
    assert passage.is_own
    assert write_text(passage.blocks) == own
    said = bare("".join(page.words for page in read_pages(files.pdf)))
    for words in ("Kalimat kantor.", "1. butir satu", "a. rincian", "Rapat 3"):
        assert bare(words) in said
        assert bare(words) in bare(read_docx(files.docx).words)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if load_template(ROOT, kind).passages])
def test_a_passage_left_empty_leaves_nothing_behind(kind: str) -> None:
    template, (facts, emblem) = load_template(ROOT, kind), an_example(kind)
    asked = template.passages[-1]

    letter = compose_letter(template, replace(facts, passages={asked.key: " \n"}), emblem)

    (passage,) = [part for part in letter.parts if isinstance(part, Passage) and part.key == asked.key]
    assert passage.blocks == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_margins_of_the_office_are_those_of_both_files(kind: str) -> None:
    facts, emblem = an_example(kind)
    wide = replace(facts, shape=PageShape(Margins(30, 25, 30, 40), size_pt=11))

    letter = render_letter(load_template(ROOT, kind), wide, emblem)

    section = docx.Document(io.BytesIO(letter.docx)).sections[0]
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(side.mm) if side else None for side in sides] == [30, 25, 30, 40]
    assert check_letter(load_template(ROOT, kind), wide, letter.docx, letter.pdf) == ()


def test_an_agencys_emblem_stands_beside_its_lines_over_a_double_rule() -> None:
    facts, emblem = an_example("nota_dinas")

    document = word_file("nota_dinas", facts, emblem)

    assert facts.letterhead.form is HeadForm.AGENCY
    place, lines = document.tables[0].rows[0].cells
    assert len(document.inline_shapes) == 1
    assert place.text == ""
    assert lines.text.splitlines()[:2] == ["PEMERINTAH PROVINSI CONTOH", "SEKRETARIAT DAERAH"]
    rules = next(document.element.iter(qn("w:pBdr")))
    assert [int(rule.get(qn("w:sz"))) for rule in rules] == [19, 6]


def test_a_memo_names_through_whose_hands_it_goes() -> None:
    facts, emblem = an_example("nota_dinas")

    said = read_docx(render_letter(load_template(ROOT, "nota_dinas"), facts, emblem).docx).words

    lines = ("Yth.", "Melalui", "Dari", "Tembusan", "Tanggal", "Nomor", "Sifat", "Lampiran", "Hal")
    at = [said.index(f"\n{line}\n:") for line in lines]
    assert at == sorted(at)
    assert "1. Kepala Biro Organisasi\n2. Kepala Biro Hukum" in said


def test_an_office_may_print_other_words_in_another_order() -> None:
    facts, emblem = an_example("surat_tindak_lanjut")
    other = replace(facts, words={"subject": "Perihal"}, head_lines=("subject", "number"))

    letter = compose_letter(load_template(ROOT, "surat_tindak_lanjut"), other, emblem)

    assert [line.label for line in letter.meta.lines] == ["Perihal", "Nomor", "Sifat", "Lampiran"]


def test_the_matrix_is_enclosed_from_a_new_page_on_with_its_block() -> None:
    facts, emblem = an_example("surat_penyampaian")

    pages = read_pages(render_letter(load_template(ROOT, "surat_penyampaian"), facts, emblem).pdf)

    assert "MATRIKS" not in pages[0].words
    assert bare(pages[1].words).startswith(bare("Lampiran : Surat Gubernur Nomor : 000.8.1.2/CONTOH-061"))
    assert bare("Halaman/dokumen") in bare(pages[1].words)


def test_all_who_sign_have_a_place_of_their_own() -> None:
    facts, emblem = an_example("berita_acara")

    letter = compose_letter(load_template(ROOT, "berita_acara"), facts, emblem)
    document = word_file("berita_acara", facts, emblem)

    assert len(letter.signatures) == 3
    assert [len(row.cells) for row in document.tables[-1].rows] == [2, 2]
    assert "KEPALA BIRO ORGANISASI," in document.tables[-1].rows[1].cells[1].text


def test_a_signer_below_a_table_stands_with_its_last_row() -> None:
    facts, emblem = an_example("keputusan_gubernur")

    pages = read_pages(render_letter(load_template(ROOT, "keputusan_gubernur"), facts, emblem).pdf)
    document = word_file("keputusan_gubernur", facts, emblem)

    signed = next(page.words for page in pages if "GUBERNUR CONTOH," in page.words.splitlines()[-8:])
    assert "KETIGA" in signed
    assert all(
        cell.paragraphs[0].paragraph_format.keep_with_next for cell in document.tables[-1].rows[-1].cells
    )


def test_two_tables_are_parted_in_word() -> None:
    facts, emblem = an_example("daftar_hadir")

    body = word_file("daftar_hadir", facts, emblem).element.body

    tags = [element.tag.rpartition("}")[2] for element in body]
    assert not any(one == other == "tbl" for one, other in pairwise(tags))


def test_a_decree_is_set_in_bookman() -> None:
    facts, emblem = an_example("keputusan_gubernur")

    fonts = read_fonts(render_letter(load_template(ROOT, "keputusan_gubernur"), facts, emblem).pdf)

    assert {font.name.replace("-", "")[:12] for font in fonts} == {"TeXGyreBonum"}
    document = word_file("keputusan_gubernur", facts, emblem)
    assert document.styles["Isi Surat"].font.name == "Bookman Old Style"
