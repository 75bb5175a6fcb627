"""How a letter becomes a Word file that a clerk can go on writing in: named styles, real numbering."""

import io
from typing import assert_never

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import _Header
from docx.shared import Cm, Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from orgflow.domain.letters.facts import HeadForm
from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import (
    Address,
    Annex,
    Copies,
    Head,
    Initials,
    Letter,
    Marker,
    Meta,
    MetaLine,
    PartName,
    Picture,
    Runs,
    Signature,
    Text,
    blocks_of,
)
from orgflow.letters.docx_blocks import BlockWriter
from orgflow.letters.docx_numbering import Numbering
from orgflow.letters.docx_package import pack, set_properties, strip_template
from orgflow.letters.docx_signing import signed_lines
from orgflow.letters.page import MARKS_APART


def write_docx(letter: Letter) -> bytes:
    """Return the letter as a Word file."""
    return _Writer(letter).written()


class _Writer:
    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._document: Document = docx.Document()
        strip_template(self._document)
        font = styles.FONTS[letter.face]
        styles.set_styles(self._document, styles.looks_of(letter.shape), font)
        edges = letter.shape.margins
        self._room_cm = (letter.paper.size_mm[0] - edges.left - edges.right) / 10
        self._blocks = BlockWriter(self._document, self._room_cm)

    def written(self) -> bytes:
        letter = self._letter
        self._set_page()
        if letter.head is not None:
            self._head(letter.head)
        for name in letter.order:
            self._part(name)
        for box in letter.initials:
            self._initials(box)
        if letter.annex is not None:
            self._annex(letter.annex)
        author = letter.head.lines[0] if letter.head and letter.head.lines else ""
        set_properties(self._document, letter.title, author)
        return pack(self._document)

    def _part(self, name: PartName) -> None:
        letter = self._letter
        match name:
            case PartName.DATE:
                self._add(styles.DATE, letter.place_and_date)
            case PartName.META:
                self._meta(letter.meta)
            case PartName.ADDRESS:
                self._address(letter.address)
            case PartName.HEADING:
                self._heading(letter.heading)
            case PartName.BODY:
                self._blocks.write(letter.body)
                if letter.signatures:
                    self._blocks.keep_last_with_next()
            case PartName.SIGNATURES:
                self._signatures(letter.signatures)
            case PartName.COPIES:
                if letter.copies:
                    self._copies(letter.copies)
            case _:
                assert_never(name)

    def _set_page(self) -> None:
        section, edges = self._document.sections[0], self._letter.shape.margins
        width, height = self._letter.paper.size_mm
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin, section.right_margin = Mm(edges.left), Mm(edges.right)
        section.top_margin, section.bottom_margin = Mm(edges.top), Mm(edges.bottom)
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
        if head.form is HeadForm.AGENCY:
            self._agency_head(head)
            return
        place = self._add(styles.HEAD_PLACE, ())
        if head.emblem is None:
            place.paragraph_format.space_before = Cm(styles.EMBLEM_CM - 0.5)
        else:
            _draw(place, head.emblem)
        for line in head.lines:
            self._add(styles.HEAD, (Text(line),))
        for line in head.contact:
            self._add(styles.CONTACT, (Text(line),))

    def _agency_head(self, head: Head) -> None:
        """Write the emblem beside the lines, with a thick and a thin rule below both."""
        (row,) = self._bare_table(1, (2.4, self._room_cm - 2.4)).rows
        place, lines = (cell.paragraphs[0] for cell in row.cells)
        place.style = styles.HEAD_PLACE
        if head.emblem is not None:
            _draw(place, head.emblem)
        cell = row.cells[1]
        for position, line in enumerate(head.lines):
            paragraph = lines if position == 0 else cell.add_paragraph()
            paragraph.style = styles.AGENCY if position == 0 else styles.AGENCY_UNIT
            paragraph.add_run(line)
        for line in head.contact:
            cell.add_paragraph(style=styles.CONTACT).add_run(line)
        for drawn in row.cells:
            borders = styles.new_element("w:tcBorders")
            rule = {"val": "thickThinSmallGap", "sz": "24", "space": "0", "color": "000000"}
            borders.append(styles.new_element("w:bottom", **rule))
            drawn_form: etree._Element = drawn._tc.get_or_add_tcPr()
            drawn_form.append(borders)
        self._add(styles.CONTACT, ())

    def _heading(self, lines: tuple[Runs, ...]) -> None:
        for position, runs in enumerate(lines, start=1):
            paragraph = self._add(styles.TITLE, runs)
            if position == len(lines):
                paragraph.paragraph_format.space_after = Cm(0.42)
            if position == 1 and self._letter.face.value == "arial":
                for run in paragraph.runs:
                    run.bold = True

    def _meta(self, meta: Meta) -> None:
        if not meta.lines:
            return
        table = self._meta_table(meta.lines, self._room_cm)
        if meta.is_closed:
            for cell in table.rows[-1].cells:
                borders = styles.new_element("w:tcBorders")
                borders.append(
                    styles.new_element("w:bottom", val="single", sz="8", space="0", color="000000")
                )
                cell_form: etree._Element = cell._tc.get_or_add_tcPr()
                cell_form.append(borders)
            self._add(styles.CONTACT, ())

    def _meta_table(self, lines: tuple[MetaLine, ...], room_cm: float) -> WordTable:
        """Write the lines as a borderless table of fixed widths, so that the colons stand in one column."""
        table = self._bare_table(len(lines), (*styles.META_CM, room_cm - sum(styles.META_CM)))
        for row, line in zip(table.rows, lines, strict=True):
            label, colon, value = row.cells
            for cell, words in ((label, line.label), (colon, ":")):
                cell.paragraphs[0].style = styles.META
                cell.paragraphs[0].add_run(words)
            for position, runs in enumerate(line.lines):
                paragraph = value.paragraphs[0] if position == 0 else value.add_paragraph()
                paragraph.style = styles.META
                self._blocks.runs(paragraph, runs)
                if not line.is_wide:
                    paragraph.paragraph_format.right_indent = Cm(styles.NARROWER_CM)
        return table

    def _bare_table(self, rows: int, widths: tuple[float, ...]) -> WordTable:
        table: WordTable = self._document.add_table(rows=rows, cols=len(widths))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        properties: etree._Element = table._tbl.tblPr
        properties.append(styles.new_element("w:tblInd", w="0", type="dxa"))
        margins = styles.new_element("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(styles.new_element(f"w:{side}", w="0", type="dxa"))
        properties.append(margins)
        for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
            column.set(qn("w:w"), styles.twips(width))
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
        return table

    def _address(self, address: Address) -> None:
        first, *rest = address.lines or ("",)
        opening = self._add(styles.ADDRESS, (Text(f"{address.salutation}\t{first}"),))
        opening.paragraph_format.first_line_indent = Cm(-styles.SALUTATION_CM)
        opening.paragraph_format.space_before = Cm(0.5)
        last = opening
        for line in rest:
            last = self._add(styles.ADDRESS, (Text(line),))
        if address.place:
            preposition = self._add(styles.ADDRESS, (Text(address.preposition),))
            preposition.paragraph_format.left_indent = Cm(0)
            last = self._add(styles.ADDRESS, (Text(address.place),))
        last.paragraph_format.space_after = Cm(0.5)

    def _signatures(self, signatures: tuple[Signature, ...]) -> None:
        if len(signatures) == 1:
            for style, runs, before in signed_lines(signatures[0]):
                paragraph = self._document.add_paragraph()
                self._sign(paragraph, style, runs, before)
                paragraph.paragraph_format.left_indent = Cm(self._room_cm / 2)
                if style == styles.SIGN_NAME:
                    paragraph.paragraph_format.keep_with_next = len(signatures[0].signer) > 1
            return
        if not signatures:
            return
        cells: list[Signature | None] = list(signatures)
        if len(cells) % 2:
            cells.insert(len(cells) - 1, None)
        table = self._bare_table(len(cells) // 2, (self._room_cm / 2, self._room_cm / 2))
        held = [cell for row in table.rows for cell in row.cells]
        for cell, signature in zip(held, cells, strict=True):
            for position, (style, runs, before) in enumerate(signed_lines(signature) if signature else ()):
                paragraph = cell.paragraphs[0] if position == 0 else cell.add_paragraph()
                self._sign(paragraph, style, runs, before)

    def _sign(self, paragraph: WordParagraph, style: str, runs: Runs, before_cm: float | None) -> None:
        paragraph.style = style
        self._blocks.runs(paragraph, runs)
        if before_cm is not None:
            paragraph.paragraph_format.space_before = Cm(before_cm)

    def _copies(self, copies: Copies) -> None:
        self._add(styles.COPIES_HEAD, (Text(copies.heading),))
        list_id = self._blocks.numbering.open(Marker.NUMBER, Marker.LETTER)
        for position, line in enumerate(copies.lines, start=1):
            paragraph = self._add(styles.COPIES, (Text(line),))
            Numbering.number(paragraph._p.get_or_add_pPr(), list_id, 0)
            paragraph.paragraph_format.keep_with_next = position < len(copies.lines)

    def _initials(self, box: Initials) -> None:
        self._add(styles.CONTACT, ())
        rows = ((Text(box.title),), ()), *(((Text(line),), ()) for line in box.lines)
        self._blocks.table(tuple(rows), (5.0, 2.5), styles.INITIALS)

    def _annex(self, annex: Annex) -> None:
        opening = self._add(styles.CONTACT, ())
        opening.paragraph_format.page_break_before = True
        table = self._meta_table(annex.head, 8.2)
        table.alignment = WD_TABLE_ALIGNMENT.RIGHT
        self._add(styles.CONTACT, ())
        self._blocks.write(blocks_of(annex.parts))

    def _add(self, style: str, runs: Runs) -> WordParagraph:
        return self._blocks.add(style, runs)


def _draw(place: WordParagraph, emblem: Picture) -> None:
    drawn = place.add_run().add_picture(io.BytesIO(emblem.content), height=Cm(styles.EMBLEM_CM))
    drawn._inline.docPr.set("descr", emblem.label)


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
