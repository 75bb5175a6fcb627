"""A derived document as the process that renders it is asked for it."""

from orgflow.domain.papers.encoding import document_from_json
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.frames import Frame
from orgflow.letters.paper_source import PaperSource


def paper_of(frame: Frame) -> tuple[PaperSource, ChartFormat]:
    """Return what ``paper_frame`` asked for."""
    head, files = frame.head, list(frame.files)
    emblem = files.pop(0) if head["has_emblem"] else None
    annex, told = None, head["annex"]
    if isinstance(told, list):
        title, width, height = told
        pages = tuple(page.decode() for page in files)
        annex = ChartPages(str(title), (int(str(width)), int(str(height))), pages)
    document = document_from_json(str(head["document"]))
    source = PaperSource(document, str(head["stylesheet"]), emblem, annex)
    return source, ChartFormat(str(head["format"]))
