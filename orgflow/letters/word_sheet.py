"""On what paper a Word file is to be printed, how far from its edges, and what runs above its pages."""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from orgflow.domain.letters.facts import Margins

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS_IN_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class WordSection:
    """One section: its paper and its margins in millimetres."""

    size_mm: tuple[int, int]
    margins: Margins


@dataclass(frozen=True, slots=True)
class WordSheet:
    """All sections, and what each header that they use says."""

    sections: tuple[WordSection, ...]
    headers: tuple[str, ...]


def read_sheet(content: bytes) -> WordSheet:
    """Return on what a Word file written by this package is printed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        document = _parsed(archive.read("word/document.xml"))
        headers = tuple(
            "".join(text.text or "" for text in _parsed(archive.read(name)).iter(f"{_W}t"))
            for name in sorted(archive.namelist())
            if name.startswith("word/header")
        )
    return WordSheet(tuple(_section(section) for section in document.iter(f"{_W}sectPr")), headers)


def _section(section: etree._Element) -> WordSection:
    size, edges = (_lengths(section.find(f"{_W}{name}")) for name in ("pgSz", "pgMar"))
    sides = (edges.get(name, 0) for name in ("top", "right", "bottom", "left"))
    return WordSection((size.get("w", 0), size.get("h", 0)), Margins(*sides))


def _lengths(element: etree._Element | None) -> dict[str, int]:
    """Return the element's lengths in whole millimetres, by their name."""
    if element is None:
        return {}
    return {
        str(name).removeprefix(_W): round(int(value) / _TWIPS_IN_MM)
        for name, value in element.attrib.items()
        if str(value).isdigit()
    }


def _parsed(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
