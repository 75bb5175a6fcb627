"""How a derived document becomes a Word file: named styles, markers written out, tables of fixed columns.

Tables are written as elements at once: python-docx looks a cell up by walking over all that stand before it.
"""

import io
from collections.abc import Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final, assert_never

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section
from docx.shared import Cm, Mm
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from orgflow.domain.organisation.chart.paper import MARGIN_MM
from orgflow.domain.papers.document import (
    Block,
    Contents,
    Document,
    EmblemPlace,
    Face,
    Figure,
    Line,
    Mark,
    NewPage,
    Row,
    Runs,
    Style,
    Table,
)
from orgflow.letters import docx_elements as elements
from orgflow.letters import docx_styles as styles
from orgflow.letters import paper_docx_outline as long
from orgflow.letters.chart_files import add_chart_page, add_figure, chart_pictures
from orgflow.letters.chart_pages import ChartPages
from orgflow.letters.docx_elements import Cell, Form, Rules, RunMark, TableRow
from orgflow.letters.docx_ground import open_ground
from orgflow.letters.docx_package import pack, set_properties
from orgflow.letters.docx_page import add_page_number
from orgflow.letters.docx_styles import Look
from orgflow.letters.page import MARKS_APART
from orgflow.letters.paper_outline import outline_of
from orgflow.letters.paper_page import EMBLEM_LABEL

FONTS: Final = {Face.LETTER: "Arial", Face.REGULATION: "Bookman Old Style"}
STEP_CM: Final = 0.9
CELL: Final = "Isi Tabel"
CELL_HEAD: Final = "Kepala Tabel"
BARE: Final = "Isi Rincian"
HEAD: Final = "Kepala Lampiran"
HEAD_CM: Final = (2.6, 0.4, 6.4)
"""The columns of the block that says with which letter a document goes, at the right of its line."""
_MARGINS_CM: Final = (3.0, 2.0)
_LEFT, _CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
_JUSTIFY: Final = WD_ALIGN_PARAGRAPH.JUSTIFY
_NAMES: Final = {
    Style.TITLE: "Judul Naskah",
    Style.HEADING: "Judul Bagian",
    Style.CENTRED: "Isi Tengah",
    Style.BODY: "Isi Naskah",
    Style.ITEM: "Butir Naskah",
    Style.SIGN: "Jabatan Penanda Tangan",
    Style.NAME: "Nama Penanda Tangan",
    Style.LEFT: "Isi Kiri",
    Style.LEFT_NAME: "Nama Kiri",
    Style.NOTE: "Catatan Naskah",
}
_MARKS: Final[Mapping[Mark, tuple[RunMark, ...]]] = {
    Mark.PLAIN: (),
    Mark.GAP: (),
    Mark.BOLD: (RunMark.BOLD,),
    Mark.DELETED: (RunMark.STRUCK,),
    Mark.INSERTED: (RunMark.BOLD, RunMark.UNDERLINED),
    Mark.RAISED: (RunMark.RAISED,),
}


def _looks(document: Document) -> dict[str, Look]:
    is_letter = document.face is Face.LETTER
    return {
        _NAMES[Style.TITLE]: Look(
            size_pt=13 if is_letter else 12, align=_CENTER, after_pt=4, is_bold=is_letter, keeps_next=True
        ),
        _NAMES[Style.HEADING]: Look(
            align=_LEFT if is_letter else _CENTER,
            before_pt=12,
            after_pt=6,
            is_bold=is_letter,
            keeps_next=True,
        ),
        _NAMES[Style.CENTRED]: Look(align=_CENTER, after_pt=6),
        _NAMES[Style.BODY]: Look(align=_JUSTIFY, after_pt=6),
        _NAMES[Style.ITEM]: Look(align=_JUSTIFY, after_pt=4),
        _NAMES[Style.SIGN]: Look(left_cm=7.5, keeps_next=True),
        _NAMES[Style.NAME]: Look(left_cm=7.5, before_pt=58, after_pt=16),
        _NAMES[Style.LEFT]: Look(after_pt=3),
        _NAMES[Style.LEFT_NAME]: Look(before_pt=58, after_pt=12),
        _NAMES[Style.NOTE]: Look(size_pt=10, after_pt=3),
        CELL: Look(size_pt=10, lines=1.05),
        CELL_HEAD: Look(size_pt=10, lines=1.05, align=_CENTER, is_bold=True, keeps_next=True),
        BARE: Look(align=_JUSTIFY, after_pt=4),
        HEAD: Look(size_pt=11, lines=1.05, keeps_next=True),
        styles.MARK: Look(size_pt=10, align=_CENTER, lines=1, is_bold=True, is_grey=True),
        styles.FOLIO: Look(align=_CENTER, lines=1),
        styles.HEAD_PLACE: Look(align=_CENTER, after_pt=10, lines=1, keeps_next=True),
    }


def write_paper_docx(
    document: Document,
    emblem: bytes | None,
    annex: ChartPages | None,
    pages: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return the document as a Word file.

    Args:
        pages: the number that is printed on the page of each anchor of its outline.

    Raises:
        GlyphMissing, RenderFailed: the annexed charts or its figures cannot be drawn.
    """
    return _Writer(document, emblem, annex, pages).written()


class _Writer:
    def __init__(
        self, document: Document, emblem: bytes | None, annex: ChartPages | None, pages: Mapping[str, str]
    ) -> None:
        self._held, self._emblem, self._annex = document, emblem, annex
        self._outline, self._pages = outline_of(document), pages
        is_pictured = any(isinstance(block, Figure) for block in document.blocks)
        looks = _looks(document) | (long.LOOKS if self._outline.is_long or is_pictured else {})
        self._document: WordDocument = open_ground(looks, FONTS[document.face])

    def written(self) -> bytes:
        self._set_page(self._document.sections[0])
        self._head()
        self._blocks()
        if self._annex is not None:
            self._charts(self._annex)
        set_properties(self._document, self._held.title, "")
        return pack(self._document)

    def _set_page(self, section: Section) -> None:
        width, height = self._held.sheet.size_mm
        if self._held.is_landscape:
            width, height = height, width
            section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin, section.right_margin = (Cm(side) for side in _MARGINS_CM)
        section.top_margin, section.bottom_margin = Cm(2), Cm(2.5)
        section.header_distance = section.footer_distance = Cm(0.8)
        section.different_first_page_header_footer = True
        for header in (section.first_page_header, section.header):
            header.is_linked_to_previous = False
            first = header.paragraphs[0]
            first.style = styles.MARK
            first.add_run(MARKS_APART.join(self._held.marks))
        folio = section.header.add_paragraph(style=styles.FOLIO)
        folio.add_run("- ")
        add_page_number(folio._p)
        folio.add_run(" -")

    def _head(self) -> None:
        if not self._held.head:
            return
        rows = (
            TableRow(
                tuple(
                    Cell((elements.paragraph(HEAD, runs),))
                    for runs in ((), (elements.run(line.label),), (elements.run(":"),), _runs(line.value))
                )
            )
            for line in self._held.head
        )
        widths = (self._room_cm() - sum(HEAD_CM), *HEAD_CM)
        self._add_table(elements.table(rows, [int(styles.twips(width)) for width in widths], Rules.NONE))
        self._document.add_paragraph(style=_NAMES[Style.NOTE])

    def _room_cm(self) -> float:
        width, height = self._held.sheet.size_mm
        return (height if self._held.is_landscape else width) / 10 - sum(_MARGINS_CM)

    def _add_table(self, written: etree._Element) -> None:
        body = self._document.element.body
        body.insert(len(body) - 1, written)

    def _blocks(self) -> None:
        starts_page = False
        for place, block in enumerate(self._held.blocks):
            if isinstance(block, NewPage):
                starts_page = block.part is None
                if block.part is not None:
                    long.begin_part(self._document, block.part)
                continue
            written = self._written(place, block)
            if starts_page and written is not None:
                written.paragraph_format.page_break_before = True
            starts_page = False

    def _written(self, place: int, block: Block) -> WordParagraph | None:
        """Write a block; a single paragraph is returned, to be put on a page of its own."""
        match block:
            case Line():
                return self._line(block, self._outline.anchors.get(place))
            case Table():
                self._table(block)
            case EmblemPlace(is_large=is_large):
                self._emblem_place(is_large=is_large)
            case Figure(svg=svg, label=label):
                paragraph = self._document.add_paragraph(style=long.PICTURE)
                add_figure(self._document, paragraph, svg, label, place)
            case Contents(listed=listed):
                for entry in long.contents(listed, self._outline, self._pages, self._room_cm()):
                    self._add_table(entry)
            case NewPage():
                pass
            case _:
                assert_never(block)
        return None

    def _line(self, line: Line, anchor: str | None) -> WordParagraph:
        paragraph = self._document.add_paragraph(style=(_NAMES | long.NAMES)[line.style])
        written: etree._Element = paragraph._p
        form = paragraph.paragraph_format
        if line.keeps_next:
            form.keep_with_next = True
        if anchor is not None:
            written.extend(long.headed(line, anchor, _runs(line.runs)))
            return paragraph
        if line.level:
            form.left_indent = Cm(STEP_CM * line.level)
            form.first_line_indent = Cm(-STEP_CM if line.marker else 0)
        if line.marker:
            paragraph.add_run(f"{line.marker}\t")
        written.extend(_runs(line.runs))
        return paragraph

    def _emblem_place(self, *, is_large: bool) -> None:
        place = self._document.add_paragraph(style=styles.HEAD_PLACE)
        height = long.EMBLEM_CM if is_large else styles.EMBLEM_CM
        apart = long.APART_CM if is_large else 0.0
        if self._emblem is None or is_large:
            place.paragraph_format.space_before = Cm(apart + (height - 0.5 if self._emblem is None else 0))
        if self._emblem is None:
            return
        drawn = place.add_run().add_picture(io.BytesIO(self._emblem), height=Cm(height))
        drawn._inline.docPr.set("descr", EMBLEM_LABEL)

    def _table(self, table: Table) -> None:
        widths = [int(styles.twips(self._room_cm() * share / 100)) for share in table.widths]
        style = CELL if table.heads else BARE
        rows: Iterable[TableRow] = (_row(row, len(widths), style) for row in table.rows)
        if table.heads:
            rows = chain((_head_row(table.heads),), rows)
        self._add_table(elements.table(rows, widths, Rules.ALL if table.heads else Rules.NONE))
        if table.heads:
            self._document.add_paragraph(style=_NAMES[Style.NOTE])

    def _charts(self, annex: ChartPages) -> None:
        width, height = annex.size_mm
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(MARGIN_MM)
        section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
        section.header_distance = section.footer_distance = Mm(5)
        section.different_first_page_header_footer = False
        section.header.is_linked_to_previous = False
        pictures = chart_pictures(annex)
        for number, (page, picture) in enumerate(zip(annex.pages, pictures, strict=True), start=1):
            add_chart_page(self._document, annex, number, page, picture)


def _head_row(heads: tuple[str, ...]) -> TableRow:
    return TableRow(
        tuple(Cell((elements.paragraph(CELL_HEAD, (elements.run(head),)),), fill="ECECEC") for head in heads),
        is_head=True,
    )


def _row(row: Row, columns: int, style: str) -> TableRow:
    if len(row.cells) == 1 and columns > 1:
        bold = (elements.run(run.words, RunMark.BOLD) for run in row.cells[0])
        title = elements.paragraph(style, bold, Form(keeps_next=True))
        return TableRow((Cell((title,), fill="F6F6F6", columns=columns),))
    return TableRow(tuple(Cell((elements.paragraph(style, _runs(runs)),)) for runs in row.cells))


def _runs(runs: Runs) -> Iterable[etree._Element]:
    for run in runs:
        marks = _MARKS[run.mark]
        yield elements.run(run.words, *marks, style=styles.GAP if run.mark is Mark.GAP else "")
