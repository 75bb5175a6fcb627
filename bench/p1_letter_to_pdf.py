"""P1 and P2: a letter as PDF, warm, from its facts to the bytes.

P1 holds it against WeasyPrint alone: once at its best, with one font configuration and the sheet parsed
before, making the same kind of PDF of a page that is given; once as it is first written, with the sheet
inside the page. P2 holds the PDF/A against the same page without the variant.
"""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from weasyprint import CSS, HTML

from bench.letters import Asked, letters
from bench.pairs import Pair, measure, report
from orgflow.letters.compose import compose_letter
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.page import EMBLEM_URL, page_size, write_page
from orgflow.letters.pdf import VARIANT, look_of, write_pdf

BARE: Final = 1.10
NAIVE: Final = 0.75
ARCHIVAL: Final = 1.10
TURNS: Final = 24


@dataclass(frozen=True, slots=True)
class _Written:
    """A letter with its page at hand, for whom the page is given."""

    asked: Asked
    page: str
    size: str

    @property
    def look(self) -> str:
        return self.asked.template.stylesheet

    @property
    def one_text(self) -> str:
        """The page with its sheet and its emblem inside."""
        emblem = f"data:image/png;base64,{base64.b64encode(self.asked.emblem).decode()}"
        style = f"<style>{self.look}\n{self.size}</style></head>"
        return self.page.replace(EMBLEM_URL, emblem).replace("</head>", style, 1)


def main() -> None:
    """Measure the product's function against WeasyPrint at its best, and as it is first written."""
    _warm()
    pair = measure(_written(), _product, _archival)
    report("P1", pair.ratio, BARE, _note(pair, "by WeasyPrint alone on the same page"))
    texts = [(letter, letter.one_text) for letter in _written(TURNS)]
    pair = measure(texts, lambda both: _product(both[0]), lambda both: HTML(string=both[1]).write_pdf())
    report("P1", pair.ratio, NAIVE, _note(pair, "with the sheet inside the page, parsed each time"))


def main_archival() -> None:
    """Measure the PDF/A against the same page without the variant."""
    _warm()
    pair = measure(_written(2 * TURNS), _archival, _plain)
    report("P2", pair.ratio, ARCHIVAL, _note(pair, f"without {VARIANT}"))


def _product(letter: _Written) -> bytes:
    asked = letter.asked
    return write_pdf(compose_letter(asked.template, asked.facts, asked.emblem), letter.look)


def _archival(letter: _Written) -> bytes:
    return _bare(letter, VARIANT)


def _plain(letter: _Written) -> bytes:
    return _bare(letter, None)


def _bare(letter: _Written, variant: str | None) -> bytes:
    fonts, look = look_of(letter.look)
    fetcher = EmblemFetcher(letter.asked.emblem)
    size = CSS(string=letter.size, font_config=fonts)
    return HTML(string=letter.page, url_fetcher=fetcher).write_pdf(
        stylesheets=[look, size],
        font_config=fonts,
        pdf_variant=variant,
        pdf_identifier=b"orgflow bench",
    )


def _written(first: int = 0) -> Iterator[_Written]:
    for asked in letters(TURNS, first):
        letter = asked.composed()
        yield _Written(asked, write_page(letter), page_size(letter))


def _warm() -> None:
    for letter in list(_written(10_000))[:3]:
        _product(letter)
        _plain(letter)


def _note(pair: Pair, against: str) -> str:
    return f"letter, {pair.ours * 1000:.0f} ms against {pair.theirs * 1000:.0f} ms {against}"


if __name__ == "__main__":
    main()
    main_archival()
