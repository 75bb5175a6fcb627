"""A derived document as a PDF and as a Word file, its charts on pages of their own at the end."""

import hashlib
from collections.abc import Mapping

from weasyprint import CSS, HTML

from orgflow.domain.organisation.chart.paper import MARGIN_MM
from orgflow.domain.papers.encoding import document_to_json
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.chart_print import LOOK, page_html
from orgflow.letters.fetcher import EmblemFetcher
from orgflow.letters.paper_docx import write_paper_docx
from orgflow.letters.paper_outline import outline_of, printed_pages
from orgflow.letters.paper_page import paper_size, write_paper_page
from orgflow.letters.paper_source import PaperSource
from orgflow.letters.pdf import VARIANT, look_of, warnings_fail


def write_paper(source: PaperSource, file_format: ChartFormat) -> bytes:
    """Return the document as one file of the format; the same source gives the same bytes.

    Raises:
        GlyphMissing, RenderFailed: as ``warnings_fail``.
        PictureUnreadable: the emblem cannot be drawn.
    """
    if file_format is ChartFormat.DOCX:
        return write_paper_docx(source.document, source.emblem, source.annex, _pages(source))
    return _write_pdf(source)


def _pages(source: PaperSource) -> Mapping[str, str]:
    """Return the number printed on the page of each line that contents name, as the PDF's pages fall."""
    outline = outline_of(source.document)
    if not outline.is_long:
        return {}
    fetcher = EmblemFetcher(source.emblem)
    fonts, look = look_of(source.stylesheet)
    html = write_paper_page(source.document, has_emblem=source.emblem is not None)
    with warnings_fail():
        sheet = CSS(string=f"{paper_size(source.document)} {LOOK}", font_config=fonts, url_fetcher=fetcher)
        laid = HTML(string=html, url_fetcher=fetcher).render(stylesheets=[look, sheet], font_config=fonts)
    sheets = {anchor: number for number, page in enumerate(laid.pages) for anchor in page.anchors}
    return printed_pages(outline, sheets)


def _write_pdf(source: PaperSource) -> bytes:
    html = write_paper_page(source.document, has_emblem=source.emblem is not None)
    size = f"{paper_size(source.document)} {LOOK}"
    if source.annex is not None:
        pages = "".join(page_html(page) for page in source.annex.pages)
        html = html.replace("</body>", f'<div class="annex">{pages}</div></body>')
        width, height = source.annex.size_mm
        paper = f"size: {width}mm {height}mm; margin: {MARGIN_MM}mm; @top-center {{ content: none }}"
        size += f" @page annex {{ {paper} }} .annex {{ page: annex }}"
    fetcher = EmblemFetcher(source.emblem)
    fonts, look = look_of(source.stylesheet)
    digest = hashlib.sha256(f"{document_to_json(source.document)}{html}".encode()).digest()
    with warnings_fail():
        sheet = CSS(string=size, font_config=fonts, url_fetcher=fetcher)
        return HTML(string=html, url_fetcher=fetcher).write_pdf(
            stylesheets=[look, sheet], font_config=fonts, pdf_variant=VARIANT, pdf_identifier=digest[:16]
        )
