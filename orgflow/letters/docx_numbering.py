"""How a letter's lists become real numbering in Word, each counted from its own beginning."""

from collections.abc import Mapping

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from orgflow.letters.blocks import Listing, Marker
from orgflow.letters.docx_styles import STEP_CM, new_element, twips

FORMATS: Mapping[Marker, str] = {
    Marker.NUMBER: "decimal",
    Marker.LETTER: "lowerLetter",
    Marker.CAPITAL: "upperLetter",
}


class Numbering:
    """The numbering part of one document; every list opened gets a definition of its own."""

    def __init__(self, document: Document) -> None:
        self._root: etree._Element = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._opened = 0

    def open(self, outer: Marker, inner: Marker) -> int:
        """Return the id of a new two-level list."""
        self._opened += 1
        definition = new_element("w:abstractNum", abstractNumId=str(self._opened))
        definition.append(new_element("w:multiLevelType", val="multilevel"))
        for level, marker in enumerate((outer, inner)):
            definition.append(_level(level, marker))
        self._root.insert(self._opened - 1, definition)
        number = new_element("w:num", numId=str(self._opened))
        number.append(new_element("w:abstractNumId", val=str(self._opened)))
        self._root.append(number)
        return self._opened

    @staticmethod
    def number(properties: etree._Element, list_id: int, level: int) -> None:
        """Make the paragraph with these properties an item of the list."""
        placed = new_element("w:numPr")
        placed.append(new_element("w:ilvl", val=str(level)))
        placed.append(new_element("w:numId", val=str(list_id)))
        style = properties.find(qn("w:pStyle"))
        properties.insert(0 if style is None else 1, placed)


def inner_marker(listing: Listing) -> Marker:
    """Return how the first list inside this one is counted; letters if there is none."""
    for item in listing.items:
        for block in item.rest:
            if isinstance(block, Listing):
                return block.marker
    return Marker.LETTER


def _level(level: int, marker: Marker) -> etree._Element:
    element = new_element("w:lvl", ilvl=str(level))
    element.append(new_element("w:start", val="1"))
    element.append(new_element("w:numFmt", val=FORMATS[marker]))
    element.append(new_element("w:lvlText", val=f"%{level + 1}."))
    element.append(new_element("w:lvlJc", val="left"))
    properties = new_element("w:pPr")
    properties.append(new_element("w:ind", left=twips((level + 1) * STEP_CM), hanging=twips(STEP_CM)))
    element.append(properties)
    return element
