"""What a Word file says and on what paper, with the numbers that Word would print before its items."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from orgflow.letters.blocks import Marker
from orgflow.letters.docx_numbering import FORMATS
from orgflow.letters.markers import marker_text

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS_IN_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class WordText:
    """The words of the body, a line a paragraph, and the paper in millimetres."""

    words: str
    size_mm: tuple[int, int]


def read_docx(content: bytes) -> WordText:
    """Return what a Word file written by this package says."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        document = _parsed(archive.read("word/document.xml"))
        numbering = _parsed(archive.read("word/numbering.xml"))
    counters = _Counters(numbering)
    size = document.find(f".//{_W}pgSz")
    width, height = (0, 0) if size is None else (_mm(size, "w"), _mm(size, "h"))
    lines = (counters.marker(paragraph) + _words(paragraph) for paragraph in document.iter(f"{_W}p"))
    return WordText("\n".join(lines), (width, height))


class _Counters:
    """Counts the items of every list as Word does."""

    def __init__(self, numbering: etree._Element) -> None:
        levels = {
            (definition.get(f"{_W}abstractNumId"), level.get(f"{_W}ilvl")): _marker(level)
            for definition in numbering.iter(f"{_W}abstractNum")
            for level in definition.iter(f"{_W}lvl")
        }
        definitions = {
            number.get(f"{_W}numId"): _value(number, "abstractNumId") for number in numbering.iter(f"{_W}num")
        }
        self._levels = levels
        self._definitions = definitions
        self._counts: dict[tuple[str, str], int] = {}

    def marker(self, paragraph: etree._Element) -> str:
        placed = paragraph.find(f"{_W}pPr/{_W}numPr")
        if placed is None:
            return ""
        list_id, level = _value(placed, "numId"), _value(placed, "ilvl")
        for deeper in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[deeper]
        self._counts[list_id, level] = self._counts.get((list_id, level), 0) + 1
        kind = self._levels[self._definitions[list_id], level]
        return f"{marker_text(kind, self._counts[list_id, level])} "


def _marker(level: etree._Element) -> Marker:
    written = _value(level, "numFmt")
    return next(marker for marker, name in FORMATS.items() if name == written)


def _words(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif (holder := element.getparent()) is not None and holder.tag == f"{_W}r":
            yield "\t" if element.tag == f"{_W}tab" else "\n"


def _value(element: etree._Element, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else child.get(f"{_W}val", "")


def _mm(size: etree._Element, name: str) -> int:
    return round(int(size.get(f"{_W}{name}", "0")) / _TWIPS_IN_MM)


def _parsed(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
