"""What comes back from drawing a letter, known without the libraries that draw."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """Both files of one letter; ``gaps`` are the keys of what is not known, in the order they are read."""

    docx: bytes
    pdf: bytes
    gaps: tuple[str, ...]
    page_count: int


@dataclass(frozen=True, slots=True)
class GapPlace:
    """Where a gap begins: the page from 1, and fractions of the page from its top left."""

    page: int
    key: str
    x: float
    y: float
