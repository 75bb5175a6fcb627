"""What a derived document is written from; apart from the writing, which loads the libraries that draw."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from orgflow.domain.papers.document import Document
from orgflow.letters.chart_pages import ChartPages
from orgflow.letters.errors import TemplateUnreadable
from orgflow.letters.templates import SHARED

SHEET_NAME: Final = "paper.css"


@dataclass(frozen=True, slots=True)
class PaperSource:
    """All that a document is written from; ``annex`` holds its charts, None for none."""

    document: Document
    stylesheet: str
    emblem: bytes | None = None
    annex: ChartPages | None = None


def load_paper_sheet(root: Path) -> str:
    """Return the style sheet of derived documents.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        TemplateUnreadable: it is not there.
    """
    try:
        return (root / SHARED / SHEET_NAME).read_text("utf-8")
    except OSError as broken:
        raise TemplateUnreadable(at=SHEET_NAME) from broken
