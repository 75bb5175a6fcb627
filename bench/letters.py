"""Letters to measure with: the shipped wording and its example, with an emblem, each of its own words."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

from orgflow.domain.letters.facts import LetterFacts
from orgflow.letters.blocks import Letter
from orgflow.letters.compose import compose_letter
from orgflow.letters.templates import LetterTemplate, load_sample, load_template
from orgflow.resources import letter_templates

KIND: Final = "surat_gubernur"
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


def letters(count: int, first: int = 0) -> Iterator[Asked]:
    """Yield so many letters, none of whose words are those of another; ``first`` numbers them on."""
    template, sample, emblem = wording(), load_sample(letter_templates(), KIND), drawn_emblem()
    for number in range(first, first + count):
        facts = replace(
            sample,
            number=(f"000.8.1.2/CONTOH-{number}/BPP.CONTOH/2026",),
            subject=f"{sample.subject} {number}",
            body={
                **sample.body,
                "duty_field": f"publikasi kegiatan {number} pimpinan, hubungan media, dan keprotokolan",
                "considerations": tuple(
                    f"{reason}, dengan catatan {number}.{position}"
                    for position, reason in enumerate(_reasons(sample), start=1)
                ),
            },
        )
        yield Asked(template, with_emblem(facts, emblem), emblem)


def wording() -> LetterTemplate:
    """Return the wording of the letters."""
    return load_template(letter_templates(), KIND)


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


def _reasons(sample: LetterFacts) -> tuple[str, ...]:
    reasons = sample.body["considerations"]
    if not isinstance(reasons, tuple):
        raise TypeError("the example has considerations")
    return tuple(str(reason) for reason in reasons)
