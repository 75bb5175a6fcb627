"""How a letter becomes a Word file that a clerk can go on writing in: named styles, real numbering."""

import io
from typing import assert_never

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import _Header
from docx.shared import Cm, Mm
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import (
    Address,
    Blank,
    Block,
    Copies,
    Head,
    Item,
    Letter,
    Listing,
    Marker,
    MetaLine,
    Paragraph,
    Runs,
    Signature,
    Text,
)
from orgflow.letters.docx_numbering import Numbering, inner_marker
from orgflow.letters.docx_package import pack, set_properties, strip_template
from orgflow.letters.page import MARKS_APART


def write_docx(letter: Letter) -> bytes:
    """Return the letter as a Word file."""
    return _Writer(letter).written()


class _Writer:
    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._document: Document = docx.Document()
        self._numbering = Numbering(self._document)
        strip_template(self._document)
        styles.set_styles(self._document)

    def written(self) -> bytes:
        letter = self._letter
        self._set_page()
        self._head(letter.head)
        self._add(styles.DATE, letter.place_and_date)
        self._meta(letter.meta)
        self._address(letter.address)
        self._body(letter.body)
        self._signature(letter.signature)
        if letter.copies:
            self._copies(letter.copies)
        set_properties(self._document, letter.title, letter.head.lines[0] if letter.head.lines else "")
        return pack(self._document)

    def _set_page(self) -> None:
        section = self._document.sections[0]
        width, height = self._letter.paper.size_mm
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin, section.right_margin = Cm(3), Cm(2)
        section.top_margin, section.bottom_margin = Cm(2), Cm(2.5)
        section.header_distance = section.footer_distance = Cm(0.8)
        section.different_first_page_header_footer = True
        self._running(section.first_page_header)
        self._running(section.header)
        folio = section.header.add_paragraph(style=styles.FOLIO)
        folio.add_run("- ")
        add_page_number(folio._p)
        folio.add_run(" -")
        if not self._letter.marks:
            unused = section.header.paragraphs[0]._p
            section.header._element.remove(unused)

    def _running(self, header: _Header) -> None:
        header.is_linked_to_previous = False
        first = header.paragraphs[0]
        first.style = styles.MARK
        first.add_run(MARKS_APART.join(self._letter.marks))

    def _head(self, head: Head) -> None:
        place = self._add(styles.HEAD_PLACE, ())
        if head.emblem is None:
            place.paragraph_format.space_before = Cm(styles.EMBLEM_CM - 0.5)
        else:
            drawn = place.add_run().add_picture(io.BytesIO(head.emblem.content), height=Cm(styles.EMBLEM_CM))
            drawn._inline.docPr.set("descr", head.emblem.label)
        for line in head.lines:
            self._add(styles.HEAD, (Text(line),))
        for line in head.contact:
            self._add(styles.CONTACT, (Text(line),))

    def _meta(self, lines: tuple[MetaLine, ...]) -> None:
        """Write the lines as a borderless table of fixed widths, so that the colons stand in one column."""
        table = self._document.add_table(rows=len(lines), cols=3)
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        properties = table._tbl.tblPr
        properties.append(styles.new_element("w:tblInd", w="0", type="dxa"))
        margins = styles.new_element("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(styles.new_element(f"w:{side}", w="0", type="dxa"))
        properties.append(margins)
        for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), styles.META_CM, strict=True):
            column.set(qn("w:w"), styles.twips(width))
        for row, line in zip(table.rows, lines, strict=True):
            words: tuple[Runs, ...] = ((Text(line.label),), (Text(":"),), line.value)
            for cell, runs, width in zip(row.cells, words, styles.META_CM, strict=True):
                cell.width = Cm(width)
                cell.paragraphs[0].style = styles.META
                self._write(cell.paragraphs[0], runs)
            if not line.is_wide:
                row.cells[2].paragraphs[0].paragraph_format.right_indent = Cm(styles.NARROWER_CM)

    def _address(self, address: Address) -> None:
        first, *rest = address.lines or ("",)
        opening = self._add(styles.ADDRESS, (Text(f"{address.salutation}\t{first}"),))
        opening.paragraph_format.first_line_indent = Cm(-styles.SALUTATION_CM)
        opening.paragraph_format.space_before = Cm(0.5)
        for line in rest:
            self._add(styles.ADDRESS, (Text(line),))
        preposition = self._add(styles.ADDRESS, (Text(address.preposition),))
        preposition.paragraph_format.left_indent = Cm(0)
        place = self._add(styles.ADDRESS, (Text(address.place),))
        place.paragraph_format.space_after = Cm(0.5)

    def _body(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            match block:
                case Paragraph(runs=runs):
                    self._add(styles.BODY, runs)
                case Listing(marker=marker):
                    self._listing(block, self._numbering.open(marker, inner_marker(block)), 0)
                case _:
                    assert_never(block)
        if self._document.paragraphs:
            closing = self._document.paragraphs[-1].paragraph_format
            closing.keep_with_next = closing.keep_together = True

    def _listing(self, listing: Listing, list_id: int, level: int) -> None:
        for item in listing.items:
            self._item(item, listing, list_id, level)

    def _item(self, item: Item, listing: Listing, list_id: int, level: int) -> None:
        first = self._add(styles.ITEM[level], item.first.runs)
        Numbering.number(first._p.get_or_add_pPr(), list_id, level)
        first.paragraph_format.keep_with_next = bool(item.rest) or None
        is_counted = False
        for block in item.rest:
            match block:
                case Paragraph(runs=runs):
                    self._add(styles.ITEM_REST[level], runs)
                case Listing(marker=marker):
                    goes_on = not is_counted and marker is inner_marker(listing)
                    inner_id = list_id if goes_on else self._numbering.open(listing.marker, marker)
                    self._listing(block, inner_id, level + 1)
                    is_counted = True
                case _:
                    assert_never(block)

    def _signature(self, signature: Signature) -> None:
        for position, line in enumerate(signature.title_lines):
            title = self._add(styles.SIGN_TITLE, (Text(line),))
            title.paragraph_format.space_before = Cm(0.42) if position == 0 else None
        if signature.mark:
            mark = self._add(styles.SIGN_TITLE, (Text(signature.mark),))
            mark.paragraph_format.space_before = Cm(0.8)
        for position, runs in enumerate(signature.signer):
            signer = self._add(styles.SIGN_REST if position else styles.SIGN_NAME, runs)
            if signature.mark and position == 0:
                signer.paragraph_format.space_before = Cm(0.8)
            signer.paragraph_format.keep_with_next = position < len(signature.signer) - 1

    def _copies(self, copies: Copies) -> None:
        self._add(styles.COPIES_HEAD, (Text(copies.heading),))
        list_id = self._numbering.open(Marker.NUMBER, Marker.LETTER)
        for position, line in enumerate(copies.lines, start=1):
            paragraph = self._add(styles.COPIES, (Text(line),))
            Numbering.number(paragraph._p.get_or_add_pPr(), list_id, 0)
            paragraph.paragraph_format.keep_with_next = position < len(copies.lines)

    def _add(self, style: str, runs: Runs) -> WordParagraph:
        paragraph = self._document.add_paragraph(style=style)
        self._write(paragraph, runs)
        return paragraph

    @staticmethod
    def _write(paragraph: WordParagraph, runs: Runs) -> None:
        for run in runs:
            match run:
                case Blank():
                    paragraph.add_run(run.words, style=styles.GAP)
                case Text():
                    written = paragraph.add_run(run.words)
                    written.bold = run.is_bold or None
                    written.italic = run.is_italic or None
                    written.underline = run.is_underlined or None
                case _:
                    assert_never(run)


def add_page_number(paragraph: etree._Element) -> None:
    """Add the field that Word counts pages with; 2 is shown until it does."""
    field, run, shown = (
        styles.new_element("w:fldSimple", instr=" PAGE "),
        styles.new_element("w:r"),
        styles.new_element("w:t"),
    )
    shown.text = "2"
    run.append(shown)
    field.append(run)
    paragraph.append(field)
