"""How the blocks of a body become paragraphs, lists and tables of a Word file."""

from itertools import zip_longest
from typing import Final, assert_never

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import Blank, Block, Item, Listing, Look, Paragraph, Run, Runs, Table, Text
from orgflow.letters.docx_elements import (
    AS_STYLED,
    Cell,
    Form,
    Rules,
    RunMark,
    TableRow,
    paragraph,
    run,
    table,
)
from orgflow.letters.docx_numbering import Numbering, inner_marker

HEAD_FILL: Final = "ECECEC"
_LOOKS: Final = {
    Look.BODY: styles.BODY,
    Look.PLAIN: styles.PLAIN,
    Look.CENTRED: styles.CENTRED,
    Look.HEADING: styles.SECTION,
}
_KEPT_NEXT = qn("w:keepNext")
_P, _TR, _PPR, _PSTYLE = qn("w:p"), qn("w:tr"), qn("w:pPr"), qn("w:pStyle")


class BlockWriter:
    """Writes one element below another; ``room_cm`` is the length of the document's lines."""

    def __init__(self, document: Document, room_cm: float) -> None:
        self._body: etree._Element = document.element.body
        self._room_cm = room_cm
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

    def add(self, style: str, runs: Runs, form: Form = AS_STYLED) -> None:
        """Write one paragraph in a named style."""
        self.place(paragraph(style, written_runs(runs), form))

    def place(self, element: etree._Element) -> None:
        """Write an element below the last, before what describes the section."""
        self._body.insert(len(self._body) - 1, element)

    def table(
        self,
        rows: tuple[tuple[tuple[etree._Element, ...], ...], ...],
        widths_cm: tuple[float, ...],
        rules: Rules,
    ) -> None:
        """Write a table whose cells hold these paragraphs."""
        written = (TableRow(tuple(Cell(cell) for cell in row)) for row in rows)
        self.place(table(written, tuple(int(styles.twips(width)) for width in widths_cm), rules))

    def keep_last_with_next(self) -> None:
        """Keep what was written last on one page with what follows: a paragraph, or a table's last row."""
        if len(self._body) == 1:
            return
        last = self._body[-2]
        held = [last] if last.tag == _P else list(list(last.iter(_TR))[-1].iter(_P))
        for one in held:
            form = one.find(_PPR)
            if form is not None:
                for told in form.findall(_KEPT_NEXT):
                    form.remove(told)
                at = 0 if form.find(_PSTYLE) is None else 1
                form.insert(at, styles.new_element("w:keepLines"))
                form.insert(at, styles.new_element("w:keepNext"))

    def _listing(self, listing: Listing, list_id: int, level: int) -> None:
        for item in listing.items:
            self._item(item, listing, list_id, level)

    def _item(self, item: Item, listing: Listing, list_id: int, level: int) -> None:
        form = Form(item_of=(list_id, level), keeps_next=True if item.rest else None)
        self.add(styles.ITEM[level], item.first.runs, form)
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

    def _table(self, block: Table) -> None:
        style = styles.CELL if block.is_ruled else styles.BARE
        rows = [
            TableRow(tuple(Cell((paragraph(style, written_runs(cell)),)) for cell in row))
            for row in block.rows
        ]
        if block.heads:
            heads = (
                Cell((paragraph(styles.CELL_HEAD, written_runs(head)),), HEAD_FILL) for head in block.heads
            )
            rows.insert(0, TableRow(tuple(heads), is_head=True))
        widths = tuple(int(styles.twips(self._room_cm * share / 100)) for share in block.widths)
        self.place(table(rows, widths, Rules.ALL if block.is_ruled else Rules.NONE))


def written_runs(runs: Runs) -> tuple[etree._Element, ...]:
    """Return runs of words as elements."""
    return tuple(_written(one) for one in runs)


def _written(one: Run) -> etree._Element:
    match one:
        case Blank():
            return run(one.words, style=styles.GAP)
        case Text(words=words):
            held = (
                (RunMark.BOLD, one.is_bold),
                (RunMark.ITALIC, one.is_italic),
                (RunMark.UNDERLINED, one.is_underlined),
            )
            return run(words, *(mark for mark, holds in held if holds))
        case _:
            assert_never(one)
