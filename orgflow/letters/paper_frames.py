"""How a derived document is handed to the process that renders it."""

from orgflow.domain.letters.facts import Plain
from orgflow.domain.papers.encoding import document_from_json, document_to_json
from orgflow.letters.chart_files import ChartFormat, ChartPages
from orgflow.letters.frames import Frame
from orgflow.letters.paper_files import PaperSource


def paper_frame(source: PaperSource, file_format: ChartFormat) -> Frame:
    """Return the request for a document as one file: the emblem first, then the pages of its charts."""
    head: dict[str, Plain] = {
        "act": "paper",
        "format": str(file_format),
        "document": document_to_json(source.document),
        "stylesheet": source.stylesheet,
        "has_emblem": source.emblem is not None,
        "annex": None,
    }
    files = [source.emblem] if source.emblem is not None else []
    if source.annex is not None:
        head["annex"] = [source.annex.title, *source.annex.size_mm]
        files += [page.encode() for page in source.annex.pages]
    return Frame(head, tuple(files))


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
