"""Kata penyambung: the first word of the next page, at the foot of each page from which the text goes on."""

from collections.abc import Iterator
from typing import Final

from orgflow.letters.blocks import Letter
from orgflow.letters.pdf_text import count_pages, words_in_box
from orgflow.letters.wording import bare

_LOOK: Final = "vertical-align: top; text-align: right; padding-top: 3pt; white-space: nowrap"


def catchword_rules(letter: Letter, pdf: bytes) -> str:
    """Return the style rules that print the catch-words of a letter; none where the text goes on nowhere.

    Args:
        pdf: the letter as printed without them, which the words are read from.

    Source: [PERMENDAGRI-1-2023] in docs/sources.md.
    """
    if letter.catchword_end is None:
        return ""
    return " ".join(
        f"@page :nth({number}) {{ @bottom-right {{ content: {_quoted(word)}; {_LOOK} }} }}"
        for number, word in _foot_words(letter, letter.catchword_end, pdf)
    )


def _foot_words(letter: Letter, ending: str, pdf: bytes) -> Iterator[tuple[int, str]]:
    """Yield each page, from 1, with the first word of the next and its ending; the annex is another text."""
    (width, height), edges = letter.paper.size_mm, letter.shape.margins
    text = (0.0, float(edges.top), float(width), float(height - edges.top - edges.bottom))
    annex = _annex_begins(letter)
    for number in range(2, count_pages(pdf) + 1):
        said = words_in_box(pdf, number, text)
        words = said.split()
        if annex and bare(said).startswith(annex):
            return
        if words:
            yield number - 1, f"{words[0]}{ending}"


def _annex_begins(letter: Letter) -> str:
    if letter.annex is None:
        return ""
    values = ("".join(run.words for runs in line.lines for run in runs) for line in letter.annex.head[:1])
    return bare("".join(f"{line.label}:" for line in letter.annex.head[:1]) + "".join(values))


def _quoted(words: str) -> str:
    """Return a string of a style sheet, each of its characters by its number."""
    return '"' + "".join(f"\\{ord(character):x} " for character in words) + '"'
