"""What is done once for all letters changes no letter: the bytes are those of WeasyPrint's own way."""

import io
from dataclasses import replace

import pytest
from PIL import Image
from weasyprint import CSS, HTML

from orgflow.domain.letters.facts import LetterFacts
from orgflow.letters.blocks import Letter
from orgflow.letters.compose import compose_letter
from orgflow.letters.errors import RenderFailed
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.page import page_size, write_page
from orgflow.letters.page_print import LetterPage
from orgflow.letters.pdf import VARIANT, look_of, warnings_fail, write_pdf
from orgflow.letters.pdf_copies import copy_to_sign
from orgflow.letters.pdf_fields import FIELD_RULES, FieldWriter, mark_places
from orgflow.letters.templates import letter_kinds, load_sample, load_template
from tests.letters.examples import KIND, ROOT, a_draft, a_template, an_emblem, some_facts, with_emblem


def composed(kind: str, facts: LetterFacts, emblem: bytes | None) -> Letter:
    """Return the letter of these facts, under this emblem if its kind has a letterhead."""
    template = load_template(ROOT, kind)
    if emblem is None or template.layout.head_form is None:
        return compose_letter(template, facts, None)
    return compose_letter(template, with_emblem(facts, emblem), emblem)


def printed_plainly(letter: Letter, stylesheet: str, signers: tuple[str, ...] = ()) -> bytes:
    """Return what WeasyPrint makes of the page when it is asked as anyone would ask it."""
    fonts, look = look_of(stylesheet)
    emblem = letter.head.emblem if letter.head is not None else None
    rules = f"{page_size(letter)} {FIELD_RULES if signers else ''}"
    with warnings_fail():
        html = HTML(
            string=write_page(letter), url_fetcher=EmblemFetcher(None if emblem is None else emblem.content)
        )
        if signers:
            mark_places(html)
        return html.write_pdf(
            stylesheets=[look, CSS(string=rules)],
            font_config=fonts,
            pdf_variant=VARIANT,
            pdf_identifier=bytes.fromhex(letter.digest)[:16],
            finisher=FieldWriter(signers) if signers else None,
        )


def a_jpeg() -> bytes:
    """Return an emblem as a photograph."""
    picture = io.BytesIO()
    Image.new("RGB", (40, 50), (15, 42, 79)).save(picture, "JPEG")
    return picture.getvalue()


@pytest.mark.parametrize("kind", letter_kinds(ROOT))
def test_every_kind_of_letter_is_printed_as_weasyprint_would(kind: str) -> None:
    letter, sheet = composed(kind, load_sample(ROOT, kind), an_emblem()), load_template(ROOT, kind).stylesheet

    first, second = write_pdf(letter, sheet), write_pdf(letter, sheet)

    assert first == second == printed_plainly(letter, sheet)


@pytest.mark.parametrize(
    "emblem", [None, an_emblem(), an_emblem(45), a_jpeg()], ids=["none", "png", "other", "jpeg"]
)
def test_an_emblem_is_printed_as_weasyprint_would(emblem: bytes | None) -> None:
    letter = composed(KIND, some_facts(), emblem)

    first, second = (write_pdf(letter, a_template().stylesheet) for _ in range(2))

    assert first == second == printed_plainly(letter, a_template().stylesheet)


def test_a_draft_full_of_gaps_is_printed_as_weasyprint_would() -> None:
    facts = replace(a_draft(), subject='Hal <dua> & "tiga"  dan tiga\nbaris')

    letter = composed(KIND, facts, None)

    assert write_pdf(letter, a_template().stylesheet) == printed_plainly(letter, a_template().stylesheet)


def test_a_copy_to_sign_is_printed_as_weasyprint_would() -> None:
    letter, sheet = composed(KIND, some_facts(), an_emblem()), a_template().stylesheet

    copy = copy_to_sign(letter.signatures)

    assert write_pdf(letter, sheet, copy) == printed_plainly(letter, sheet, copy.signers)


def test_a_page_with_a_character_that_no_page_may_hold_is_refused() -> None:
    with pytest.raises(RenderFailed) as refused:
        LetterPage("<html><body>\x0b</body></html>", EmblemFetcher(None))

    assert refused.value.facts["reason"] == "page_unreadable"
