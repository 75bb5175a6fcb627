"""What a chart is printed from and to; apart from the printing, which loads the libraries that draw."""

from dataclasses import dataclass
from enum import StrEnum


class ChartFormat(StrEnum):
    """The files that a chart's pages are printed to."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class ChartPages:
    """A chart ready to be printed; ``size_mm`` is the paper as it lies, margins included."""

    title: str
    size_mm: tuple[int, int]
    pages: tuple[str, ...]
