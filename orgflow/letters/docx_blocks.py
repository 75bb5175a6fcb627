"""How the blocks of a body become paragraphs, lists and tables of a Word file.

Tables are written as elements at once: python-docx looks a cell up by walking over all that stand before it.
"""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final, assert_never

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import Blank, Block, Item, Listing, Look, Paragraph, Run, Runs, Table, Text
from orgflow.letters.docx_numbering import Numbering, inner_marker

_LOOKS: Final = {
    Look.BODY: styles.BODY,
    Look.PLAIN: styles.PLAIN,
    Look.CENTRED: styles.CENTRED,
    Look.HEADING: styles.SECTION,
}
_P, _TBL, _TR = qn("w:p"), qn("w:tbl"), qn("w:tr")
_PPR, _PSTYLE = qn("w:pPr"), qn("w:pStyle")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class BlockWriter:
    """Writes blocks at the end of a document; ``room_cm`` is the length of its lines."""

    def __init__(self, document: Document, room_cm: float) -> None:
        self._document = document
        self._room_cm = room_cm
        self._style_ids = {style.name: style.style_id for style in document.styles}
        self.numbering = Numbering(document)

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Write the blocks of a body."""
        for block, following in zip_longest(blocks, blocks[1:]):
            match block:
                case Paragraph(runs=runs, look=look):
                    self.add(_LOOKS[look], runs)
                case Listing(marker=marker):
                    self._listing(block, self.numbering.open(marker, inner_marker(block)), 0)
                case Table(is_ruled=is_ruled):
                    self._table(block)
                    if is_ruled or isinstance(following, Table):
                        # Two tables side by side would be one in Word.
                        self.add(styles.CONTACT, ())
                case _:
                    assert_never(block)

    def keep_last_with_next(self) -> None:
        """Keep what was written last on one page with what follows: a paragraph, or a table's last row."""
        body: etree._Element = self._document.element.body
        written = [element for element in body if element.tag in (_P, _TBL)]
        if not written:
            return
        last = written[-1]
        paragraphs = [last] if last.tag == _P else list(list(last.iter(_TR))[-1].iter(_P))
        for paragraph in paragraphs:
            form = paragraph.find(_PPR)
            if form is None:
                form = styles.new_element("w:pPr")
                paragraph.insert(0, form)
            at = 0 if form.find(_PSTYLE) is None else 1
            form.insert(at, styles.new_element("w:keepLines"))
            form.insert(at, styles.new_element("w:keepNext"))

    def add(self, style: str, runs: Runs) -> WordParagraph:
        """Write one paragraph in a named style."""
        paragraph = self._document.add_paragraph()
        paragraph._p.get_or_add_pPr().style = self._style_ids[style]
        self.runs(paragraph, runs)
        return paragraph

    def runs(self, paragraph: WordParagraph, runs: Runs) -> None:
        """Add runs of words to a paragraph."""
        written: etree._Element = paragraph._p
        written.extend(self._runs(runs))

    def table(self, rows: tuple[tuple[Runs, ...], ...], widths_cm: tuple[float, ...], style: str) -> None:
        """Write a ruled table without a head."""
        self._place(self._table_of(rows, widths_cm, style, has_rules=True))

    def _listing(self, listing: Listing, list_id: int, level: int) -> None:
        for item in listing.items:
            self._item(item, listing, list_id, level)

    def _item(self, item: Item, listing: Listing, list_id: int, level: int) -> None:
        first = self.add(styles.ITEM[level], item.first.runs)
        Numbering.number(first._p.get_or_add_pPr(), list_id, level)
        if item.rest:
            first.paragraph_format.keep_with_next = True
        is_counted = False
        for block in item.rest:
            match block:
                case Paragraph(runs=runs):
                    self.add(styles.ITEM_REST[level], runs)
                case Listing(marker=marker):
                    goes_on = not is_counted and marker is inner_marker(listing)
                    inner_id = list_id if goes_on else self.numbering.open(listing.marker, marker)
                    self._listing(block, inner_id, level + 1)
                    is_counted = True
                case Table():
                    self._table(block)
                case _:
                    assert_never(block)

    def _table(self, table: Table) -> None:
        widths = tuple(self._room_cm * share / 100 for share in table.widths)
        style = styles.CELL if table.is_ruled else styles.BARE
        written = self._table_of(table.rows, widths, style, has_rules=table.is_ruled)
        if table.heads:
            head = self._row(table.heads, widths, styles.CELL_HEAD)
            form = styles.new_element("w:trPr")
            form.append(styles.new_element("w:cantSplit"))
            form.append(styles.new_element("w:tblHeader"))
            head.replace(head[0], form)
            for cell in head.iter(f"{{{head.nsmap['w']}}}tcPr"):
                cell.append(styles.new_element("w:shd", val="clear", color="auto", fill="ECECEC"))
            written.insert(2, head)
        self._place(written)

    def _place(self, table: etree._Element) -> None:
        body = self._document.element.body
        body.insert(len(body) - 1, table)

    def _table_of(
        self,
        rows: tuple[tuple[Runs, ...], ...],
        widths_cm: tuple[float, ...],
        style: str,
        *,
        has_rules: bool,
    ) -> etree._Element:
        grid = styles.new_element("w:tblGrid")
        for width in widths_cm:
            grid.append(styles.new_element("w:gridCol", w=styles.twips(width)))
        written = styles.new_element("w:tbl")
        written.append(_form(sum(widths_cm), has_rules=has_rules))
        written.append(grid)
        written.extend(self._row(row, widths_cm, style) for row in rows)
        return written

    def _row(self, cells: tuple[Runs, ...], widths_cm: tuple[float, ...], style: str) -> etree._Element:
        written, form = styles.new_element("w:tr"), styles.new_element("w:trPr")
        form.append(styles.new_element("w:cantSplit"))
        written.append(form)
        for runs, width in zip(cells, widths_cm, strict=True):
            cell, shape = styles.new_element("w:tc"), styles.new_element("w:tcPr")
            shape.append(styles.new_element("w:tcW", w=styles.twips(width), type="dxa"))
            paragraph, look = styles.new_element("w:p"), styles.new_element("w:pPr")
            look.append(styles.new_element("w:pStyle", val=self._style_ids[style]))
            paragraph.append(look)
            paragraph.extend(self._runs(runs))
            cell.append(shape)
            cell.append(paragraph)
            written.append(cell)
        return written

    def _runs(self, runs: Runs) -> Iterable[etree._Element]:
        for run in runs:
            written = styles.new_element("w:r")
            form = self._form_of(run)
            if len(form):
                written.append(form)
            text = styles.new_element("w:t")
            text.set(_SPACE, "preserve")
            for position, piece in enumerate(run.words.split("\t")):
                if position:
                    written.append(text)
                    written.append(styles.new_element("w:tab"))
                    text = styles.new_element("w:t")
                    text.set(_SPACE, "preserve")
                text.text = piece
            written.append(text)
            yield written

    def _form_of(self, run: Run) -> etree._Element:
        form = styles.new_element("w:rPr")
        match run:
            case Blank():
                form.append(styles.new_element("w:rStyle", val=self._style_ids[styles.GAP]))
            case Text():
                for tag, holds in (("w:b", run.is_bold), ("w:i", run.is_italic)):
                    if holds:
                        form.append(styles.new_element(tag))
                if run.is_underlined:
                    form.append(styles.new_element("w:u", val="single"))
            case _:
                assert_never(run)
        return form


def _form(across_cm: float, *, has_rules: bool) -> etree._Element:
    form = styles.new_element("w:tblPr")
    form.append(styles.new_element("w:tblW", w=styles.twips(across_cm), type="dxa"))
    form.append(styles.new_element("w:tblInd", w="0", type="dxa"))
    if has_rules:
        borders = styles.new_element("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            borders.append(styles.new_element(f"w:{side}", val="single", sz="4", space="0", color="000000"))
        form.append(borders)
    form.append(styles.new_element("w:tblLayout", type="fixed"))
    margins = styles.new_element("w:tblCellMar")
    for side, width in (("top", 50), ("left", 80), ("bottom", 50), ("right", 80)):
        margins.append(styles.new_element(f"w:{side}", w=str(width if has_rules else 0), type="dxa"))
    form.append(margins)
    return form
