"""Letters to measure with: the shipped wordings and their examples, with an emblem, each of its own words.

The letter of the targets is the one page that asks the ministry to go on with a proposal: most letters of the
procedure have one page. The governor's letter has two, and is measured beside it where that says more.
"""

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

from orgflow.domain.letters.facts import FactValue, LetterFacts
from orgflow.letters.blocks import Letter
from orgflow.letters.compose import compose_letter
from orgflow.letters.templates import LetterTemplate, load_sample, load_template
from orgflow.resources import letter_templates

ONE_PAGE: Final = "surat_tindak_lanjut"
TWO_PAGES: Final = "surat_gubernur"
_SENTENCE: Final = 30
"""Characters from which a text is no date, number or title."""
_HEIGHT: Final = 520
"""Pixels of the emblem: 2.2 cm at the 600 dots an inch of an office's printer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a letter is rendered from."""

    template: LetterTemplate
    facts: LetterFacts
    emblem: bytes

    def composed(self) -> Letter:
        """Return the letter as blocks."""
        return compose_letter(self.template, self.facts, self.emblem)


def letters(count: int, first: int = 0, kind: str = ONE_PAGE) -> Iterator[Asked]:
    """Yield so many letters, none of whose words are those of another; ``first`` numbers them on."""
    template, emblem = load_template(letter_templates(), kind), drawn_emblem()
    sample = load_sample(letter_templates(), kind)
    for number in range(first, first + count):
        facts = replace(
            sample,
            number=(f"000.8.1.2/CONTOH-{number}/BPP.CONTOH/2026",),
            subject=f"{sample.subject} {number}",
            body={name: _of_its_own(value, number) for name, value in sample.body.items()},
        )
        yield Asked(template, with_emblem(facts, emblem), emblem)


def with_emblem(facts: LetterFacts, emblem: bytes) -> LetterFacts:
    """Return the facts with a letterhead that names this picture."""
    named = hashlib.sha256(emblem).hexdigest()
    return replace(facts, letterhead=replace(facts.letterhead, emblem=named))


@cache
def drawn_emblem() -> bytes:
    """Return a shield in three colours as an RGB picture."""
    width = _HEIGHT * 4 // 5
    picture = Image.new("RGB", (width, _HEIGHT), "white")
    pen = ImageDraw.Draw(picture)
    shield = [(0, 0), (width - 1, 0), (width - 1, _HEIGHT // 2), (width // 2, _HEIGHT - 1), (0, _HEIGHT // 2)]
    pen.polygon(shield, fill="#0f4a2f", outline="#c9a227", width=12)
    for ring in range(8):
        edge = width // 5 + ring * 10
        pen.ellipse((edge, edge, width - edge, width - edge), outline="#c9a227", width=4)
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _of_its_own(value: FactValue, number: int) -> FactValue:
    """Return what a passage is made from with the letter's number behind each sentence of some length."""
    if isinstance(value, str):
        return f"{value} {number}" if len(value) >= _SENTENCE else value
    if isinstance(value, Mapping):
        return {name: _of_its_own(inner, number) for name, inner in value.items()}
    return tuple(_of_its_own(inner, number) for inner in value) if isinstance(value, tuple) else value
