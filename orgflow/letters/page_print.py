"""The page of a letter as WeasyPrint is given it: read once, styled by few rules, its emblem packed once.

WeasyPrint reads any page of the web; ours is written by ``page.write_page`` and known. Three things are done
for it that WeasyPrint would do anew for each letter, with the same bytes in the end: docs/adr says why, and
tests/letters/test_page_print.py holds each letter against WeasyPrint's own way.
"""

import io
from collections.abc import Sequence
from functools import lru_cache
from hashlib import md5
from typing import Final
from xml.etree.ElementTree import fromstring

from cssselect2 import ElementWrapper
from PIL import Image
from pydyf import Dictionary, Object, Stream
from weasyprint import CSS, HTML
from weasyprint.images import RasterImage
from weasyprint.text.fonts import FontConfiguration

from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.page import EMBLEM_URL

GROUND_RULES: Final = """
head, meta, title { display: none }
html, body, div, p { display: block }
table { display: table; border-spacing: 2px; border-collapse: separate; border-color: gray; text-indent: initial;
        box-sizing: border-box }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle; border-color: inherit }
tbody { display: table-row-group; vertical-align: middle; border-color: inherit }
tr { display: table-row; vertical-align: inherit; border-color: inherit }
td, th { display: table-cell; padding: 1px; vertical-align: inherit; border-color: gray }
th, b { font-weight: bold }
i { font-style: italic }
u { text-decoration: underline }
p { margin-top: 1em; margin-bottom: 1em }
body { margin: 8px }
img { overflow: hidden }
html { color-scheme: light }
:link { color: blue; text-decoration: underline }
@page { margin: 75px; @top-center { text-align: center; vertical-align: middle } }
"""
"""What WeasyPrint's own sheet says of the elements that a letter is written with."""


_EMBLEM_ID: Final = md5(EMBLEM_URL.encode(), usedforsecurity=False).hexdigest()
"""How WeasyPrint names this picture itself."""


class LetterPage(HTML):
    """A page of ``write_page``, read as XML, with no more rules of its own than its elements need."""

    def __init__(self, page: str, url_fetcher: EmblemFetcher) -> None:
        # HTML's own beginning reads text by the rules for broken pages, in Python.
        self.base_url = None
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(fromstring(page), content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: object = None) -> Sequence[CSS]:
        """Return the sheet that WeasyPrint begins with."""
        return (_ground_sheet(),)


class PackedEmblem(RasterImage):
    """An emblem whose picture is packed for the PDF once, not for each letter."""

    def get_x_object(self, interpolate: bool, dpi_ratio: float) -> Stream:
        """Return the picture's object: a new one, for each PDF gives its objects numbers."""
        if self._packed is None:
            self._packed = super().get_x_object(interpolate, dpi_ratio)
        return _copied(self._packed)

    _packed: Stream | None = None


@lru_cache(maxsize=4)
def packed_emblem(content: bytes) -> PackedEmblem:
    """Return the emblem as WeasyPrint keeps pictures, read once for the life of the process."""
    return PackedEmblem(Image.open(io.BytesIO(content)), _EMBLEM_ID, content)


@lru_cache(maxsize=16)
def sheet_of(rules: str, fonts: FontConfiguration) -> CSS:
    """Return the few rules of a letter's own, parsed once for all letters that share them."""
    return CSS(string=rules, font_config=fonts, url_fetcher=EmblemFetcher(None))


@lru_cache(maxsize=1)
def _ground_sheet() -> CSS:
    return CSS(string=GROUND_RULES, url_fetcher=EmblemFetcher(None))


def _copied(packed: Stream) -> Stream:
    told = Dictionary(packed.extra)
    if isinstance(mask := told.get("SMask"), Stream):
        told["SMask"] = _copied(mask)
    return Stream(list(packed.stream), told)
