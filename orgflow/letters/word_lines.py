"""What a Word file says after somebody worked in it: paragraph by paragraph, as Word would print it.

The cells of a table's row stand beside each other as one line. Insertions that are tracked count as said,
deletions as gone; lists that Word counts by itself have their numbers written out.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from orgflow.domain.errors import RuleBroken

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSAID: Final = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
"""What was deleted or moved away, and the second telling of a drawing for older programs."""
BODY: Final = "word/document.xml"
LISTS: Final = "word/numbering.xml"
LARGEST: Final = 20_000_000
"""Bytes of text in a Word file, unpacked; a regulation has some hundred thousand."""


class WordUnreadable(RuleBroken):
    """The file is no Word document that can be read."""

    code = "word_unreadable"


def read_word_lines(content: bytes) -> tuple[str, ...]:
    """Return every paragraph that says something, blanks made single.

    Raises:
        WordUnreadable: it is no Word document, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = word_part(archive, BODY)
            lists = word_part(archive, LISTS) if LISTS in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, RuntimeError, etree.XMLSyntaxError) as broken:
        raise WordUnreadable(field="upload") from broken
    counter = _Counter(lists)
    found = (
        " ".join(f"{counter.marker(one)} {words_said(one)}" for one in together)
        for together in _together(body)
    )
    return tuple(line for line in (" ".join(words.split()) for words in found) if line)


def _together(body: etree._Element) -> Iterator[list[etree._Element]]:
    """Yield the paragraphs that make one line: each by itself, those of a table's row at once."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}p":
            yield [element]
        elif element.tag == f"{_W}tr":
            yield list(element.iter(f"{_W}p"))
        else:
            waiting += list(reversed(element))


def word_part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """Return the root of one part of a Word file.

    Raises:
        WordUnreadable: it is larger than 20 MB.
        KeyError, RuntimeError, zipfile.BadZipFile, XMLSyntaxError: it is missing or broken.
    """
    if archive.getinfo(name).file_size > LARGEST:
        raise WordUnreadable(field="upload")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(name), parser)


def words_said(paragraph: etree._Element) -> str:
    """Return what a paragraph says, tracked insertions taken as made and deletions too."""
    return "".join(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}noBreakHyphen"):
        ancestors = {ancestor.tag for ancestor in element.iterancestors()}
        if ancestors & _UNSAID:
            continue
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            yield " "


class _Counter:
    """Counts the items of the lists that Word counts by itself."""

    def __init__(self, lists: etree._Element | None) -> None:
        self._formats: dict[tuple[str, str], tuple[str, str]] = {}
        self._definitions: dict[str, str] = {}
        self._counts: dict[tuple[str, str], int] = {}
        if lists is None:
            return
        for definition in lists.iter(f"{_W}abstractNum"):
            for level in definition.iter(f"{_W}lvl"):
                key = (definition.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", ""))
                self._formats[key] = (value_of(level, "numFmt"), value_of(level, "lvlText"))
        for number in lists.iter(f"{_W}num"):
            self._definitions[number.get(f"{_W}numId", "")] = value_of(number, "abstractNumId")

    def marker(self, paragraph: etree._Element) -> str:
        """Return what Word prints before a paragraph; nothing where it prints none, or a mere bullet."""
        placed = paragraph.find(f"{_W}pPr/{_W}numPr")
        if placed is None:
            return ""
        list_id, level = value_of(placed, "numId"), value_of(placed, "ilvl") or "0"
        kind, pattern = self._formats.get((self._definitions.get(list_id, ""), level), ("", ""))
        for deeper in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[deeper]
        count = self._counts.get((list_id, level), 0) + 1
        self._counts[list_id, level] = count
        if kind == "decimal":
            shown = str(count)
        elif kind == "lowerLetter" and count <= 26:
            shown = chr(ord("a") + count - 1)
        else:
            return ""
        return pattern.replace(f"%{int(level) + 1}", shown) if level.isdecimal() else ""


def value_of(element: etree._Element, name: str) -> str:
    """Return the value that a child of this name bears; nothing where there is none."""
    child = element.find(f"{_W}{name}")
    return "" if child is None else child.get(f"{_W}val", "")
