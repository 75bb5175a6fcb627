"""What a letter's Word file says, piece by piece: paragraphs, numbered points and rows of tables."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lxml import etree

from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import Marker
from orgflow.letters.docx_elements import style_id
from orgflow.letters.docx_numbering import FORMATS
from orgflow.letters.markup import DEEPEST_LIST
from orgflow.letters.word_lines import BODY, LISTS, WordUnreadable, value_of, word_part, words_said

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES: Final = "word/styles.xml"
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_TYPED: Final = re.compile(
    r"(?:(?P<number>\d{1,3})|(?P<letter>[a-z])|(?P<capital>[A-Z]))[.)]\s+(?P<words>.+)"
)
_MARKERS: Final = {name: marker for marker, name in FORMATS.items()}
_RUNNING: Final = frozenset({styles.BODY, styles.PLAIN, *styles.ITEM, *styles.ITEM_REST})
FRAME: Final = frozenset(styles.LOOKS) - _RUNNING - {styles.CELL, styles.CELL_HEAD, styles.BARE}
"""The styles of what stands around the body."""
_OWN: Final = {style_id(name): name for name in styles.LOOKS}


class PieceKind(StrEnum):
    """What a piece is; a rest goes on with the point above it."""

    PARAGRAPH = "paragraph"
    POINT = "point"
    REST = "rest"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph or one row.

    Attributes:
        cells: what it says, more than one text for a row; a marker typed by hand is taken off.
        said: the whole as it stands, the marker typed by hand included.
        level: of points and rests, from 0.
        group: which list or which table it belongs to; empty for neither.
        style: the name of its style, that of its first cell for a row.
    """

    kind: PieceKind
    cells: tuple[str, ...]
    said: str
    style: str
    level: int = 0
    marker: Marker = Marker.NUMBER
    group: str = ""

    @property
    def likeness(self) -> tuple[PieceKind, int, str]:
        """What two pieces have in common that say the same in the same form."""
        told = "\x1f".join(cell.replace("\N{NO-BREAK SPACE}", " ") for cell in self.cells)
        return self.kind, self.level, told


def read_word_pieces(content: bytes) -> tuple[Piece, ...]:
    """Return every paragraph that says something and every row of every table, in the reading order.

    Raises:
        WordUnreadable: it is no Word document, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = frozenset(archive.namelist())
            body = word_part(archive, BODY)
            lists = word_part(archive, LISTS) if LISTS in names else None
            looks = word_part(archive, _STYLES) if _STYLES in names else None
    except (zipfile.BadZipFile, KeyError, RuntimeError, etree.XMLSyntaxError) as broken:
        raise WordUnreadable(field="upload") from broken
    return tuple(_Reader(lists, looks).read(body))


def blanks_single(words: str) -> str:
    """Return words with every run of blanks as one; blanks that hold words together stay."""
    return _BLANKS.sub(" ", words).strip(" ")


class _Reader:
    def __init__(self, lists: etree._Element | None, looks: etree._Element | None) -> None:
        self._definitions: dict[str, str] = {}
        self._formats: dict[tuple[str, str], str] = {}
        self._names: dict[str, str] = {}
        self._listed: dict[str, etree._Element] = {}
        self._above: Piece | None = None
        self._tables = 0
        for number in lists.iter(f"{_W}num") if lists is not None else ():
            self._definitions[number.get(f"{_W}numId", "")] = value_of(number, "abstractNumId")
        for definition in lists.iter(f"{_W}abstractNum") if lists is not None else ():
            for level in definition.iter(f"{_W}lvl"):
                key = (definition.get(f"{_W}abstractNumId", ""), level.get(f"{_W}ilvl", ""))
                self._formats[key] = value_of(level, "numFmt")
        for look in looks.iter(f"{_W}style") if looks is not None else ():
            named = look.get(f"{_W}styleId", "")
            self._names[named] = value_of(look, "name")
            placed = look.find(f"{_W}pPr/{_W}numPr")
            if placed is not None:
                self._listed[named] = placed

    def read(self, body: etree._Element) -> Iterator[Piece]:
        waiting = [body]
        while waiting:
            element = waiting.pop()
            if element.tag == f"{_W}p":
                piece = self._paragraph(element)
                if piece is not None:
                    self._above = piece
                    yield piece
            elif element.tag == f"{_W}tbl":
                self._tables += 1
                yield from self._rows(element)
            else:
                waiting += list(reversed(element))

    def _rows(self, table: etree._Element) -> Iterator[Piece]:
        group = f"table {self._tables}"
        for row in table.iterfind(f"{_W}tr"):
            if row.find(f"{_W}trPr/{_W}del") is not None:
                continue
            held = [list(cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
            cells = tuple(blanks_single(" ".join(map(words_said, cell))) for cell in held)
            style = self._style(held[0][0]) if held and held[0] else ""
            yield Piece(PieceKind.ROW, cells, blanks_single(" ".join(cells)), style, group=group)

    def _style(self, paragraph: etree._Element) -> str:
        form = paragraph.find(f"{_W}pPr")
        named = "" if form is None else value_of(form, "pStyle")
        return _OWN.get(named) or self._names.get(named, named)

    def _paragraph(self, paragraph: etree._Element) -> Piece | None:
        said = blanks_single(words_said(paragraph))
        if not said:
            return None
        style = self._style(paragraph)
        counted = self._counted(paragraph)
        if counted is not None:
            group, level, marker = counted
            return Piece(PieceKind.POINT, (said,), said, style, level, marker, group)
        typed = _TYPED.fullmatch(said) if style not in FRAME else None
        if typed is not None:
            return self._typed_point(typed, said, style)
        for level in range(DEEPEST_LIST):
            if style in (styles.ITEM[level], styles.ITEM_REST[level]):
                return Piece(PieceKind.REST, (said,), said, style, level)
        return Piece(PieceKind.PARAGRAPH, (said,), said, style)

    def _counted(self, paragraph: etree._Element) -> tuple[str, int, Marker] | None:
        """Return the list of a paragraph that Word counts, its level and how it is counted."""
        form = paragraph.find(f"{_W}pPr")
        if form is None:
            return None
        placed = form.find(f"{_W}numPr")
        if placed is None:
            placed = self._listed.get(value_of(form, "pStyle"))
        number = "" if placed is None else value_of(placed, "numId")
        if placed is None or number in ("", "0"):
            return None
        written = value_of(placed, "ilvl") or "0"
        level = min(int(written) if written.isdecimal() else 0, DEEPEST_LIST - 1)
        usual = Marker.LETTER if level else Marker.NUMBER
        told = self._formats.get((self._definitions.get(number, ""), written), "")
        return number, level, _MARKERS.get(told, usual)

    def _typed_point(self, typed: re.Match[str], said: str, style: str) -> Piece:
        """Return a point whose marker was typed by hand; letters below a number stand within it."""
        marker = Marker.NUMBER
        if typed["number"] is None:
            marker = Marker.LETTER if typed["letter"] is not None else Marker.CAPITAL
        above, level = self._above, 0
        if above is not None and above.kind is PieceKind.POINT and marker is not Marker.NUMBER:
            level = 1 if above.level or above.marker is not marker else 0
        return Piece(PieceKind.POINT, (typed["words"],), said, style, level, marker, "typed")
