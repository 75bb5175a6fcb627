"""How a letter becomes a tagged PDF/A with its fonts inside, the same bytes each time."""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from orgflow.letters.blocks import Letter
from orgflow.letters.errors import GlyphMissing, RenderFailed
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.page import page_size, write_page

VARIANT = "pdf/a-3a"

_NO_GLYPH = re.compile(r"unsupported by fonts: \"(.+)\" \(U\+", re.DOTALL)
_LOG = logging.getLogger("weasyprint")


def write_pdf(letter: Letter, stylesheet: str) -> bytes:
    """Return the letter as PDF.

    Raises:
        GlyphMissing: no font can print a character.
        RenderFailed: WeasyPrint warned of anything, or was to fetch what is not the letter's own.
    """
    emblem = letter.head.emblem if letter.head is not None else None
    fetcher = EmblemFetcher(emblem.content if emblem else None)
    fonts, look = look_of(stylesheet)
    with warnings_fail():
        size = CSS(string=page_size(letter), font_config=fonts, url_fetcher=fetcher)
        return HTML(string=write_page(letter), url_fetcher=fetcher).write_pdf(
            stylesheets=[look, size],
            font_config=fonts,
            pdf_variant=VARIANT,
            pdf_identifier=bytes.fromhex(letter.digest)[:16],
        )


@lru_cache(maxsize=4)
def look_of(stylesheet: str) -> tuple[FontConfiguration, CSS]:
    """Return a sheet parsed once for the life of the process, with the fonts it was parsed with."""
    fonts = FontConfiguration()
    with warnings_fail():
        return fonts, CSS(string=stylesheet, font_config=fonts, url_fetcher=EmblemFetcher(None))


@contextmanager
def warnings_fail() -> Iterator[None]:
    """Turn whatever WeasyPrint warns of into a failure.

    Raises:
        GlyphMissing: no font can print a character.
        RenderFailed: any other warning, or an address that is not the document's own.
    """
    heard = _Heard()
    _LOG.addHandler(heard)
    try:
        with warnings.catch_warnings():
            # WeasyPrint leaves the file of its colour profile to the collector.
            warnings.simplefilter("ignore", ResourceWarning)
            yield
    except FatalURLFetchingError as refused:
        raise RenderFailed(reason="fetch_refused", detail=str(refused)) from refused
    finally:
        _LOG.removeHandler(heard)
    missing = [found[1] for message in heard.messages if (found := _NO_GLYPH.search(message))]
    if missing and len(missing) == len(heard.messages):
        raise GlyphMissing(characters=tuple(dict.fromkeys(missing)))
    if heard.messages:
        raise RenderFailed(reason="warned", detail="; ".join(heard.messages)[:500])


class _Heard(logging.Handler):
    """Collects what WeasyPrint logs as a warning: it would write the PDF all the same."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
