"""One wording gives two formats with the same words, and the same bytes each time."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from orgflow.domain.letters.facts import LetterFacts, Paper
from orgflow.domain.letters.numbering import BLANK, SRIKANDI_DATE, SRIKANDI_NUMBER
from orgflow.letters.docx_text import read_docx
from orgflow.letters.errors import (
    EmblemMismatch,
    GlyphMissing,
    LetterTooLong,
    PictureUnreadable,
    UnprintableText,
)
from orgflow.letters.pdf_text import read_pages
from orgflow.letters.renderer import RenderedLetter, render_letter
from orgflow.letters.templates import letter_kinds, load_sample, load_template, template_from_source
from orgflow.letters.wording import bare, first_difference
from tests.letters.examples import ROOT, a_draft, a_template, an_emblem, some_facts, with_emblem

LONG_NAME = "Biro " + "Administrasi Protokol dan Hubungan Masyarakat Pimpinan " * 4
ODD_NAMES = [
    "Biro A & B",
    "Biro <b>Umum</b> </p><script>",
    "Biro \"Humas\" 'Protokol' “Pimpinan” `x`",
    "Biro &amp; &#32; &lt;",
    "Biro  Dua   Spasi",
    "Biro Humas-dan-Protokol-" * 6,
    "Biro {{ unit_name }} {% if %} ${x} #{y}",
    "Biro é à ñ ž Ω ½ € — … ™",
    "Biro الإدارة العامة (Umum)",
    "Biro \u200bTak\u00adTampak\u00a0Rapat",
    LONG_NAME[:200],
    "X" * 200,
]


def docx_words(letter: RenderedLetter) -> str:
    """Return what the Word file says."""
    return read_docx(letter.docx).words


def pdf_words(letter: RenderedLetter) -> str:
    """Return what the PDF says, without what runs above its pages."""
    return "\n".join(page.words for page in read_pages(letter.pdf))


@pytest.mark.parametrize("kind", letter_kinds(ROOT))
def test_every_kind_says_the_same_in_both_formats(kind: str) -> None:
    letter = render_letter(load_template(ROOT, kind), load_sample(ROOT, kind), None)

    assert first_difference(docx_words(letter), pdf_words(letter)) is None
    assert len(bare(docx_words(letter))) > 300
    assert letter.gaps == ()
    assert letter.page_count == len(read_pages(letter.pdf))


@pytest.mark.parametrize("make", [some_facts, a_draft])
def test_the_same_facts_give_the_same_bytes(make: Callable[[], LetterFacts]) -> None:
    emblem = an_emblem()
    facts = with_emblem(make(), emblem)

    assert render_letter(a_template(), facts, emblem) == render_letter(a_template(), facts, emblem)


def test_a_template_kept_as_text_gives_the_same_letter_later() -> None:
    template = a_template()

    kept = template_from_source(template.source)

    assert kept == template
    assert render_letter(kept, some_facts(), None) == render_letter(template, some_facts(), None)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_stands_in_both_formats_as_typed(name: str) -> None:
    facts = replace(
        some_facts(unit_name=name, changes=({"before": name, "after": f"{name} Baru"},)),
        subject=f"Hal {name}",
        copies=(name,),
        letterhead=replace(some_facts().letterhead, lines=(name,)),
    )

    letter = render_letter(a_template(), facts, None)

    # Lines are cleaned of their endings; all else is as typed.
    assert name in docx_words(letter)
    assert f"Hal {name}" in docx_words(letter)
    assert f"menjadi “{name} Baru”" in docx_words(letter)
    assert first_difference(docx_words(letter), pdf_words(letter)) is None


def test_a_long_name_wraps_within_the_page() -> None:
    facts = replace(some_facts(), subject="X" * 200)

    page = read_pages(render_letter(a_template(), facts, None).pdf)[0]

    assert max(len(line) for line in page.words.splitlines() if line.startswith("X")) < 60


def test_a_variable_of_the_correspondence_system_stays_whole() -> None:
    facts = replace(some_facts(), number=(SRIKANDI_NUMBER,), date=(SRIKANDI_DATE,))

    letter = render_letter(a_template(), facts, None)

    assert "${nomor_naskah}" in pdf_words(letter)
    assert "${tanggal_naskah}" in docx_words(letter)


def test_the_blank_for_a_number_is_kept() -> None:
    facts = replace(some_facts(), number=(f"000.8.1.2/{BLANK}/ORG/2026",))

    assert f"/{BLANK}/" in docx_words(render_letter(a_template(), facts, None))


@pytest.mark.parametrize("paper", list(Paper))
def test_every_page_has_the_size_of_the_paper(paper: Paper) -> None:
    letter = render_letter(a_template(), replace(some_facts(), paper=paper), None)

    assert {page.size_mm for page in read_pages(letter.pdf)} == {paper.size_mm}
    assert read_docx(letter.docx).size_mm == paper.size_mm


def test_all_gaps_are_reported_at_once_in_reading_order() -> None:
    letter = render_letter(a_template(), a_draft(), None)

    assert letter.gaps == (
        "letter_date",
        "unit_letter_code",
        "setda_regulation_number",
        "setda_regulation_year",
        "setda_regulation_title",
        "unit_duty_field",
        "considerations",
        "posts_before",
        "posts_after",
        "signatory_name",
    )
    for key in letter.gaps:
        assert f"[belum diisi: {a_template().gap_labels[key]}]" in docx_words(letter)


def test_the_emblem_must_be_the_one_the_facts_name() -> None:
    facts = with_emblem(some_facts(), an_emblem())

    for emblem in (None, b"another"):
        with pytest.raises(EmblemMismatch):
            render_letter(a_template(), facts, emblem)
    with pytest.raises(EmblemMismatch):
        render_letter(a_template(), some_facts(), an_emblem())


@pytest.mark.parametrize(
    "content", [b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", an_emblem()[:60]]
)
def test_an_emblem_that_cannot_be_drawn_is_refused(content: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        render_letter(a_template(), with_emblem(some_facts(), content), content)


def test_characters_that_no_font_has_are_named() -> None:
    with pytest.raises(GlyphMissing) as refused:
        render_letter(a_template(), replace(some_facts(), subject="Biro \U00013000 dan \U00013001"), None)

    assert refused.value.facts == {"characters": ("\U00013000", "\U00013001")}


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\u202eb", "a\ud800b", "a\ufffeb"])
def test_text_that_cannot_be_printed_is_refused_with_all_its_places(text: str) -> None:
    facts = replace(some_facts(unit_name=text), subject=text)

    with pytest.raises(UnprintableText) as refused:
        render_letter(a_template(), facts, None)

    assert refused.value.facts == {"places": ("subject", "body.unit_name")}


def test_too_much_text_is_refused() -> None:
    facts = replace(some_facts(considerations=("x",) * 201), subject="x" * 20_001)

    with pytest.raises(LetterTooLong) as refused:
        render_letter(a_template(), facts, None)

    assert refused.value.facts == {"places": ("subject", "body.considerations")}


def test_line_breaks_in_a_fact_become_spaces() -> None:
    facts = replace(some_facts(considerations=("satu\ndua\r\ntiga",)), subject="satu\ndua")

    words = docx_words(render_letter(a_template(), facts, None))

    assert "satu dua tiga." in words
    assert "satu dua" in words
