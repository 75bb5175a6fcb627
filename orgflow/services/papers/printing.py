"""A document printed with the office's own sheet."""

from orgflow.domain.papers.document import Document
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.paper_source import PaperSource, load_paper_sheet
from orgflow.services.context import Context
from orgflow.services.papers.formats import PaperFormat


def printed_document(
    ctx: Context, document: Document, file_format: PaperFormat, annex: ChartPages | None = None
) -> bytes:
    """Return a document as a PDF or a Word file, drawn with no transaction open.

    Args:
        annex: charts on pages of their own at its end.

    Raises:
        GlyphMissing, RenderFailed, TemplateUnreadable: it cannot be printed.
    """
    sheet = load_paper_sheet(ctx.resources.letter_templates)
    source = PaperSource(document, sheet, None, annex)
    return ctx.resources.renderer.paper(source, ChartFormat(file_format.value))
