"""The forms in which a document is handed out, and a file of one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never


class PaperFormat(StrEnum):
    """The files a document is handed out as."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    SVG = "svg"

    @property
    def media_type(self) -> str:
        """What a browser is told the file is."""
        office = "application/vnd.openxmlformats-officedocument"
        match self:
            case PaperFormat.PDF:
                return "application/pdf"
            case PaperFormat.DOCX:
                return f"{office}.wordprocessingml.document"
            case PaperFormat.XLSX:
                return f"{office}.spreadsheetml.sheet"
            case PaperFormat.SVG:
                return "image/svg+xml"
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A document as it is handed out."""

    name: str
    media_type: str
    content: bytes
