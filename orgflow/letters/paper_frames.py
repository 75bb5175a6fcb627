"""How a derived document is handed to the process that renders it."""

from typing import TYPE_CHECKING

from orgflow.domain.letters.stored import Plain
from orgflow.domain.papers.encoding import document_to_json
from orgflow.letters.frames import Frame

if TYPE_CHECKING:
    # Whoever only asks for a document need not wait for the libraries that write it.
    from orgflow.letters.chart_pages import ChartFormat
    from orgflow.letters.paper_source import PaperSource


def paper_frame(source: "PaperSource", file_format: "ChartFormat") -> Frame:
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
