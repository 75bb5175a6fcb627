"""The comparison of duties as a PDF and as a Word file: lying, the header on every page, no row broken."""

import hashlib
from html import escape
from typing import Final, assert_never

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from lxml import etree
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from orgflow.letters import docx_styles as styles
from orgflow.letters.chart_svg import FONTS
from orgflow.letters.docx_package import pack, set_properties, strip_template
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.overlap_sheet import (
    MARGIN_MM,
    SIZE_MM,
    WIDTHS_MM,
    OverlapSheet,
    SheetCell,
    SheetFormat,
)
from orgflow.letters.page import MARKS_APART
from orgflow.letters.pdf import VARIANT, warnings_fail

TITLE, HEADING, CELL = "Judul Persandingan", "Kepala Kolom", "Isi Sel"
NOTE, FOLIO = "Catatan Persandingan", "Halaman Persandingan"
_SIZES: Final = {TITLE: 12.0, HEADING: 9.5, CELL: 9.5, NOTE: 9.0, FOLIO: 9.0}
_BOLD: Final = (TITLE, HEADING)
_ALIGNED: Final = {
    TITLE: WD_ALIGN_PARAGRAPH.CENTER,
    HEADING: WD_ALIGN_PARAGRAPH.CENTER,
    FOLIO: WD_ALIGN_PARAGRAPH.RIGHT,
}
_LOOK: Final = f"""
@page {{ size: {SIZE_MM[0]}mm {SIZE_MM[1]}mm; margin: {MARGIN_MM + 5}mm {MARGIN_MM}mm;
  @top-center {{ content: string(mark); font: bold 10pt {FONTS}; color: #767676 }}
  @bottom-right {{ content: counter(page) " / " counter(pages); font: 9pt {FONTS} }} }}
html {{ font: 9.5pt/1.3 {FONTS}; color: #000; hyphens: none; overflow-wrap: anywhere }}
body, p, table {{ margin: 0 }}
.mark {{ string-set: mark content(); height: 0; overflow: hidden; color: #fff; line-height: 0 }}
h1 {{ font: bold 12pt/1.3 {FONTS}; text-align: center; margin: 0 0 10pt }}
h1 span {{ display: block }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100% }}
th, td {{ border: 0.6pt solid #000; padding: 3pt 4pt; vertical-align: top; text-align: left }}
th {{ text-align: center; background: #eee }}
tr {{ break-inside: avoid }}
.note {{ font-style: italic }}
.gap {{ background: #fbeec6 }}
.after {{ font-size: 9pt; margin-top: 6pt; max-width: 220mm }}
"""


def write_overlap(sheet: OverlapSheet, file_format: SheetFormat) -> bytes:
    """Return the table as one file of the format.

    Raises:
        GlyphMissing, RenderFailed: as ``warnings_fail``.
    """
    match file_format:
        case SheetFormat.PDF:
            return write_overlap_pdf(sheet)
        case SheetFormat.DOCX:
            return write_overlap_docx(sheet)
        case _:
            assert_never(file_format)


def write_overlap_pdf(sheet: OverlapSheet) -> bytes:
    """Return the table as a tagged PDF with its fonts inside.

    Raises:
        GlyphMissing, RenderFailed: as ``warnings_fail``.
    """
    html = _page(sheet)
    fonts, fetcher = FontConfiguration(), EmblemFetcher(None)
    with warnings_fail():
        return HTML(string=html, url_fetcher=fetcher).write_pdf(
            stylesheets=[CSS(string=_LOOK, font_config=fonts, url_fetcher=fetcher)],
            font_config=fonts,
            pdf_variant=VARIANT,
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        )


def write_overlap_docx(sheet: OverlapSheet) -> bytes:
    """Return the table as a Word file that a clerk can go on writing in."""
    document: Document = docx.Document()
    strip_template(document)
    styles.set_styles(document)
    for name, size in _SIZES.items():
        _add_style(document, name, size)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(SIZE_MM[0]), Mm(SIZE_MM[1])
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM + 5)
    mark = section.header.paragraphs[0]
    mark.style = styles.MARK
    mark.add_run(MARKS_APART.join(sheet.marks))
    folio = section.footer.paragraphs[0]
    folio.style = FOLIO
    page_number: etree._Element = styles.new_element("w:fldSimple", instr="PAGE")
    folio._p.append(page_number)
    for line in sheet.title:
        document.add_paragraph(line, style=TITLE)
    document.paragraphs[-1].paragraph_format.space_after = Pt(8)
    _fill(document.add_table(rows=1 + len(sheet.rows), cols=len(sheet.headings)), sheet)
    for note in sheet.notes:
        document.add_paragraph(note, style=NOTE)
    set_properties(document, _title(sheet), "")
    return pack(document)


def _add_style(document: Document, name: str, size: float) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    style.font.size, style.font.bold = Pt(size), name in _BOLD
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(6 if name == NOTE else 0), Pt(2)
    form.alignment = _ALIGNED.get(name, WD_ALIGN_PARAGRAPH.LEFT)
    form.keep_with_next = name == TITLE


def _fill(table: Table, sheet: OverlapSheet) -> None:
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    borders = styles.new_element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(styles.new_element(f"w:{side}", val="single", sz="5", space="0", color="000000"))
    margins = styles.new_element("w:tblCellMar")
    for side, gap in (("top", "50"), ("left", "80"), ("bottom", "40"), ("right", "80")):
        margins.append(styles.new_element(f"w:{side}", w=gap, type="dxa"))
    properties: etree._Element = table._tbl.tblPr
    for element in (borders, margins):
        properties.append(element)
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), WIDTHS_MM, strict=True):
        column.set(qn("w:w"), styles.twips(width / 10))
    head, *rows = table.rows
    head._tr.get_or_add_trPr().append(styles.new_element("w:tblHeader"))
    for cell, words, width in zip(head.cells, sheet.headings, WIDTHS_MM, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].style = HEADING
        cell.paragraphs[0].add_run(words)
    for row, cells in zip(rows, sheet.rows, strict=True):
        _fill_row(row, cells)


def _fill_row(row: _Row, cells: tuple[SheetCell, ...]) -> None:
    properties: etree._Element = row._tr.get_or_add_trPr()
    properties.insert(0, styles.new_element("w:cantSplit"))
    for cell, said, width in zip(row.cells, cells, WIDTHS_MM, strict=True):
        cell.width = Mm(width)
        _fill_cell(cell, said)


def _fill_cell(cell: _Cell, said: SheetCell) -> None:
    first = cell.paragraphs[0]
    first.style = CELL
    written = [(said.words, "words"), (said.note, "note"), (said.gap, "gap")]
    for place, (text, kind) in enumerate(entry for entry in written if entry[0]):
        for number, line in enumerate(text.split("\n")):
            paragraph = first if place == 0 and number == 0 else cell.add_paragraph(style=CELL)
            run = paragraph.add_run(line)
            run.italic = True if kind == "note" else None
            if kind == "gap":
                run.style = styles.GAP


def _page(sheet: OverlapSheet) -> str:
    mark = f'<p class="mark">{escape(MARKS_APART.join(sheet.marks))}</p>' if sheet.marks else ""
    title = "".join(f"<span>{escape(line)}</span>" for line in sheet.title)
    columns = "".join(f'<col style="width: {width}mm">' for width in WIDTHS_MM)
    headings = "".join(f'<th scope="col">{escape(words)}</th>' for words in sheet.headings)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in sheet.rows)
    notes = "".join(f'<p class="after">{escape(note)}</p>' for note in sheet.notes)
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(_title(sheet))}</title>'
        f"</head><body>{mark}<h1>{title}</h1><table><colgroup>{columns}</colgroup>"
        f"<thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table>{notes}</body></html>"
    )


def _cell(said: SheetCell) -> str:
    words = "".join(f"<p>{escape(line)}</p>" for line in said.words.split("\n") if line)
    note = f'<p class="note">{escape(said.note)}</p>' if said.note else ""
    gap = f'<p><span class="gap">{escape(said.gap)}</span></p>' if said.gap else ""
    return f"<td>{words}{note}{gap}</td>"


def _title(sheet: OverlapSheet) -> str:
    return " ".join(sheet.title[:2])
