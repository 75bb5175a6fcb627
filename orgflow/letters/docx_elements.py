"""Paragraphs, runs and tables of a Word file, written as elements at once.

python-docx looks a style up in all styles for each paragraph, and a cell by walking over all that stand
before it; here an element is made with what it holds. Children stand in the order of the schema.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from lxml import etree

from orgflow.letters.docx_styles import new_element, twips

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIDES: Final = ("top", "left", "bottom", "right")


class RunMark(StrEnum):
    """How words stand out, in the order in which Word wants it told."""

    BOLD = "w:b"
    ITALIC = "w:i"
    STRUCK = "w:strike"
    UNDERLINED = "w:u"
    RAISED = "w:vertAlign"


_VALUES: Final = {RunMark.UNDERLINED: "single", RunMark.RAISED: "superscript"}


class Rules(Enum):
    """Whether cells have lines around them; those without have no room inside either."""

    NONE = "none"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Form:
    """What one paragraph has besides its style; what is ``None`` is as the style says, lengths in cm.

    Attributes:
        item_of: the list whose item it is, and the level from 0.
        first_cm: how far the first line stands in; below zero it hangs out.
    """

    item_of: tuple[int, int] | None = None
    keeps_next: bool | None = None
    keeps_together: bool | None = None
    starts_page: bool | None = None
    before_cm: float | None = None
    after_cm: float | None = None
    left_cm: float | None = None
    first_cm: float | None = None
    right_cm: float | None = None


AS_STYLED: Final = Form()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with one paragraph at least; it may be filled and run through some columns."""

    paragraphs: tuple[etree._Element, ...]
    fill: str = ""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, never broken over pages; a head stands on each page."""

    cells: tuple[Cell, ...]
    is_head: bool = False


def style_id(name: str) -> str:
    """Return how a file refers to the style that ``set_styles`` gave this name."""
    return name.replace(" ", "")


def run(words: str, *marks: RunMark, style: str = "") -> etree._Element:
    """Return words in one style; a tab and a line's end in them are Word's own.

    Args:
        style: the name of a character style.
    """
    written = new_element("w:r")
    if marks or style:
        form = _child(written, "w:rPr")
        if style:
            _child(form, "w:rStyle", val=style_id(style))
        for mark in sorted(marks, key=tuple(RunMark).index):
            value = _VALUES.get(mark)
            _child(form, mark, **({"val": value} if value is not None else {}))
    for number, line in enumerate(words.split("\n")):
        if number:
            _child(written, "w:br")
        for column, text in enumerate(line.split("\t")):
            if column:
                _child(written, "w:tab")
            if text:
                said = _child(written, "w:t")
                said.set(_SPACE, "preserve")
                said.text = text
    return written


def paragraph(style: str, runs: Iterable[etree._Element] = (), form: Form = AS_STYLED) -> etree._Element:
    """Return a paragraph of this style.

    Args:
        style: the name of a paragraph style.
    """
    written = new_element("w:p")
    told = _child(written, "w:pPr")
    _child(told, "w:pStyle", val=style_id(style))
    if form is not AS_STYLED:
        _tell(told, form)
    written.extend(runs)
    return written


def table(rows: Iterable[TableRow], widths: Sequence[int], rules: Rules) -> etree._Element:
    """Return a table whose columns have these widths in twips, whatever stands in them."""
    written = new_element("w:tbl")
    written.append(_table_form(sum(widths), rules))
    grid = _child(written, "w:tblGrid")
    for width in widths:
        _child(grid, "w:gridCol", w=str(width))
    written.extend(_row(row, widths) for row in rows)
    return written


def _child(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    made = new_element(tag, **attributes)
    parent.append(made)
    return made


def _tell(told: etree._Element, form: Form) -> None:
    for tag, holds in (
        ("w:keepNext", form.keeps_next),
        ("w:keepLines", form.keeps_together),
        ("w:pageBreakBefore", form.starts_page),
    ):
        if holds is not None:
            _child(told, tag, **({} if holds else {"val": "0"}))
    if form.item_of is not None:
        list_id, level = form.item_of
        placed = _child(told, "w:numPr")
        _child(placed, "w:ilvl", val=str(level))
        _child(placed, "w:numId", val=str(list_id))
    spacing = _lengths(before=form.before_cm, after=form.after_cm)
    if spacing:
        _child(told, "w:spacing", **spacing)
    first = form.first_cm
    indents = _lengths(
        left=form.left_cm,
        right=form.right_cm,
        firstLine=first if first is not None and first >= 0 else None,
        hanging=-first if first is not None and first < 0 else None,
    )
    if indents:
        _child(told, "w:ind", **indents)


def _lengths(**centimetres: float | None) -> dict[str, str]:
    return {name: twips(length) for name, length in centimetres.items() if length is not None}


def _table_form(across: int, rules: Rules) -> etree._Element:
    form = new_element("w:tblPr")
    _child(form, "w:tblW", w=str(across), type="dxa")
    _child(form, "w:tblInd", w="0", type="dxa")
    if rules is Rules.ALL:
        borders = _child(form, "w:tblBorders")
        for side in (*_SIDES, "insideH", "insideV"):
            _child(borders, f"w:{side}", val="single", sz="4", space="0", color="000000")
    _child(form, "w:tblLayout", type="fixed")
    margins = _child(form, "w:tblCellMar")
    for side, width in zip(_SIDES, (50, 80, 50, 80), strict=True):
        _child(margins, f"w:{side}", w=str(width if rules is Rules.ALL else 0), type="dxa")
    return form


def _row(row: TableRow, widths: Sequence[int]) -> etree._Element:
    written = new_element("w:tr")
    form = _child(written, "w:trPr")
    _child(form, "w:cantSplit")
    if row.is_head:
        _child(form, "w:tblHeader")
    begun = 0
    for cell in row.cells:
        width = sum(widths[begun : begun + cell.columns])
        begun += cell.columns
        made = _child(written, "w:tc")
        told = _child(made, "w:tcPr")
        _child(told, "w:tcW", w=str(width), type="dxa")
        if cell.columns > 1:
            _child(told, "w:gridSpan", val=str(cell.columns))
        if cell.fill:
            _child(told, "w:shd", val="clear", color="auto", fill=cell.fill)
        made.extend(cell.paragraphs)
    return written
