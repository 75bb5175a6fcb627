"""A chart's pages, each a whole SVG, as a PDF and as a Word file; the same pages give the same bytes."""

import hashlib
import io
from html import escape
from typing import Final, assert_never

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from orgflow.domain.organisation.chart.paper import MARGIN_MM, room_within
from orgflow.letters import docx_styles as styles
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.chart_print import LOOK, page_html
from orgflow.letters.docx_package import pack, set_properties, strip_template
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.pdf import VARIANT, warnings_fail
from orgflow.letters.pdf_text import draw_pages

DOTS_AN_INCH: Final = 200
_POINTS_AN_INCH: Final = 72
_SPARE_PT: Final = 6.0
"""What Word's line keeps under a picture that fills a page."""
_SVG_TYPE: Final = "image/svg+xml"
_SVG_EXTENSION: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="%s"/>'
    "</a:ext></a:extLst>"
)


def write_chart(chart: ChartPages, file_format: ChartFormat) -> bytes:
    """Return the pages as one file of the format.

    Raises:
        GlyphMissing, RenderFailed: as ``warnings_fail``.
    """
    match file_format:
        case ChartFormat.PDF:
            return write_chart_pdf(chart)
        case ChartFormat.DOCX:
            return write_chart_docx(chart)
        case _:
            assert_never(file_format)


def write_chart_pdf(chart: ChartPages) -> bytes:
    """Return the pages as a PDF with its fonts inside.

    Raises:
        GlyphMissing, RenderFailed: as ``warnings_fail``.
    """
    width, height = chart.size_mm
    return _printed(chart, f"size: {width}mm {height}mm; margin: {MARGIN_MM}mm")


def write_chart_docx(chart: ChartPages) -> bytes:
    """Return the pages as a Word file: each one picture, as vectors where the program reads them.

    Raises:
        GlyphMissing, RenderFailed: as ``write_chart_pdf``, which the plain pictures are drawn from.
    """
    document: Document = docx.Document()
    strip_template(document)
    styles.set_styles(document)
    width, height = chart.size_mm
    section = document.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(5)
    pictures = chart_pictures(chart)
    for number, (page, picture) in enumerate(zip(chart.pages, pictures, strict=True), start=1):
        add_chart_page(document, chart, number, page, picture)
    set_properties(document, chart.title, "")
    return pack(document)


def add_chart_page(document: Document, chart: ChartPages, number: int, page: str, picture: bytes) -> None:
    """Add one page of a chart to a Word file: a picture, as vectors where the program reads them."""
    room = room_within(chart.size_mm)
    paragraph = document.add_paragraph()
    form = paragraph.paragraph_format
    form.page_break_before = number > 1
    form.line_spacing, form.space_before, form.space_after = 1, Pt(0), Pt(0)
    drawn = paragraph.add_run().add_picture(io.BytesIO(picture), height=Pt(room.height - _SPARE_PT))
    _add_vector(document, drawn, page, f"bagan{number}")
    properties = drawn._inline.docPr
    properties.set("name", f"Bagan {number}")
    properties.set("descr", _page_title(chart, number))


def add_figure(document: Document, paragraph: Paragraph, svg: str, label: str, number: int) -> None:
    """Add a picture in the run of the text to a paragraph, as vectors where the program reads them.

    Raises:
        GlyphMissing, RenderFailed: as ``write_chart_pdf``.
    """
    width, height = size_of(svg)
    html = page_html(svg)
    bare = _written(html, label, f"size: {width:.3f}pt {height:.3f}pt; margin: 0")
    (picture,) = draw_pages(bare, round(width / _POINTS_AN_INCH * DOTS_AN_INCH))
    drawn = paragraph.add_run().add_picture(io.BytesIO(picture), width=Pt(width))
    _add_vector(document, drawn, svg, f"gambar{number}")
    drawn._inline.docPr.set("descr", label)


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and height of a whole SVG, in points."""
    page = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    width, height = (float(page.get(side, "0pt").removesuffix("pt")) for side in ("width", "height"))
    return width, height


def _add_vector(document: Document, drawn: InlineShape, svg: str, name: str) -> None:
    part = PackURI(f"/word/media/{name}.svg")
    vector = Part(part, _SVG_TYPE, svg.encode(), document.part.package)
    relation = document.part.relate_to(vector, RT.IMAGE)
    blip: etree._Element = next(drawn._inline.iter(qn("a:blip")))
    blip.append(parse_xml(_SVG_EXTENSION % relation))


def chart_pictures(chart: ChartPages) -> tuple[bytes, ...]:
    """Return each page without its margins as a PNG."""
    room = room_within(chart.size_mm)
    bare = _printed(chart, f"size: {room.width:.3f}pt {room.height:.3f}pt; margin: 0")
    return draw_pages(bare, round(room.width / _POINTS_AN_INCH * DOTS_AN_INCH))


def _printed(chart: ChartPages, paper: str) -> bytes:
    return _written("".join(page_html(page) for page in chart.pages), chart.title, paper)


def _written(pages: str, title: str, paper: str) -> bytes:
    html = (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"</head><body>{pages}</body></html>"
    )
    fonts, fetcher = FontConfiguration(), EmblemFetcher(None)
    sheet = f"@page {{ {paper} }} body {{ margin: 0 }} {LOOK}"
    with warnings_fail():
        return HTML(string=html, url_fetcher=fetcher).write_pdf(
            stylesheets=[CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)],
            font_config=fonts,
            pdf_variant=VARIANT,
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        )


def _page_title(chart: ChartPages, number: int) -> str:
    return f"{chart.title}, halaman {number} dari {len(chart.pages)}"
