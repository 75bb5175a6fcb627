"""The page of a letter as WeasyPrint is given it: read once, under few rules, with its emblem packed once.

WeasyPrint reads any page of the web; a letter's is our own, known in every element. So three things are not
done anew for each letter. ADR 0027 says why; tests/letters/test_page_print.py holds every kind of letter
against WeasyPrint's own way, byte for byte.
"""

import io
from collections.abc import Sequence
from functools import lru_cache
from hashlib import md5
from typing import Final
from xml.etree.ElementTree import ParseError, fromstring

from PIL import Image
from pydyf import Dictionary, Stream
from weasyprint import CSS, HTML
from weasyprint.images import RasterImage
from weasyprint.text.fonts import FontConfiguration

from orgflow.letters.errors import RenderFailed
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.page import EMBLEM_URL

GROUND_RULES: Final = """
head, meta, title { display: none }
html, body, div, p { display: block }
html { color-scheme: light }
body { margin: 8px }
p { margin-top: 1em; margin-bottom: 1em }
table { display: table; border-spacing: 2px; border-collapse: separate; box-sizing: border-box }
table { border-color: gray; text-indent: initial }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle; border-color: inherit }
tbody { display: table-row-group; vertical-align: middle; border-color: inherit }
tr { display: table-row; vertical-align: inherit; border-color: inherit }
td, th { display: table-cell; vertical-align: inherit; padding: 1px; border-color: gray }
th, b { font-weight: bold }
i { font-style: italic }
u { text-decoration: underline }
:link { color: blue; text-decoration: underline }
img { overflow: hidden }
@page { margin: 75px; @top-center { text-align: center; vertical-align: middle } }
"""
"""What WeasyPrint's own sheet says of the elements that a letter is written with, and nothing of others."""

_EMBLEM_ID: Final = md5(EMBLEM_URL.encode(), usedforsecurity=False).hexdigest()
"""How WeasyPrint itself names a picture from this address."""


class LetterPage(HTML):
    """A page of ``write_page``, read as XML.

    Raises:
        RenderFailed: the page holds a character that no XML may.
    """

    def __init__(self, page: str, url_fetcher: EmblemFetcher) -> None:
        # What HTML keeps besides the tree is set by itself, for an empty page.
        super().__init__(string="<html>", url_fetcher=url_fetcher)
        try:
            # Our own page, every word of it escaped: it can declare no entity.
            root = fromstring(page)
        except ParseError as broken:
            raise RenderFailed(reason="page_unreadable", detail=str(broken)) from broken
        self.wrapper_element = type(self.wrapper_element).from_html_root(root, content_language=None)
        self.etree_element = root

    def _ua_stylesheets(self, _forms: object = None) -> Sequence[CSS]:
        """Return the sheet that stands below those of the letter."""
        return (_ground_sheet(),)


class PackedEmblem(RasterImage):
    """An emblem that is packed for the PDF once, where WeasyPrint would pack it for each letter."""

    _packed: Stream | None = None

    def get_x_object(self, interpolate: object, dpi_ratio: float) -> Stream:
        """Return the picture as an object of a PDF: always another, for each PDF numbers its own."""
        if self._packed is None:
            self._packed = super().get_x_object(interpolate, dpi_ratio)
        return _copied(self._packed)


@lru_cache(maxsize=4)
def packed_emblem(content: bytes) -> PackedEmblem:
    """Return the emblem as WeasyPrint holds pictures, the same for the life of the process."""
    return PackedEmblem(Image.open(io.BytesIO(content)), _EMBLEM_ID, content)


@lru_cache(maxsize=16)
def sheet_of(rules: str, fonts: FontConfiguration) -> CSS:
    """Return a letter's own few rules, parsed once for all letters that have the same."""
    return CSS(string=rules, font_config=fonts, url_fetcher=EmblemFetcher(None))


@lru_cache(maxsize=1)
def _ground_sheet() -> CSS:
    return CSS(string=GROUND_RULES, url_fetcher=EmblemFetcher(None))


def _copied(packed: Stream) -> Stream:
    told = Dictionary(packed.extra)
    if isinstance(mask := told.get("SMask"), Stream):
        told["SMask"] = _copied(mask)
    return Stream(packed.stream, told)
