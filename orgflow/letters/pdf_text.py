"""What the pages of a PDF say, on what paper, where each gap stands, and how they look."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from orgflow.letters.blocks import Blank
from orgflow.letters.rendered import GapPlace

WIDEST_PICTURE = 3_000
TOP_MARGIN_PT = 2 / 2.54 * 72

_MM_IN_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class PageText:
    """One page: ``words`` below the top margin, ``running`` above it, the paper in millimetres."""

    words: str
    running: str
    size_mm: tuple[int, int]


def read_pages(pdf: bytes, foot_mm: float = 0) -> tuple[PageText, ...]:
    """Return what each page says.

    Args:
        foot_mm: how high the foot is whose words are none of the text.
    """
    return tuple(_page_text(page, foot_mm / _MM_IN_POINT) for page in each_page(pdf))


def count_pages(pdf: bytes) -> int:
    """Return how many pages there are, without reading what they say."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def find_gaps(pdf: bytes, gap_labels: Mapping[str, str]) -> tuple[GapPlace, ...]:
    """Return every place where a gap is printed, in the order they are read; one key may stand in several."""
    wanted = {"".join(Blank(key, label).words.split()): key for key, label in gap_labels.items()}
    return tuple(
        place
        for number, page in enumerate(each_page(pdf), start=1)
        for place in _gaps_on(page, number, wanted)
    )


def draw_pages(pdf: bytes, width_px: int) -> tuple[bytes, ...]:
    """Return each page as a PNG picture of this width, 3,000 pixels at most."""
    return tuple(_picture(page, min(width_px, WIDEST_PICTURE)) for page in each_page(pdf))


def draw_screens(pdf: bytes, width_px: int) -> tuple[bytes, ...]:
    """Return each page as a lossless WebP picture, half as large as the PNG, to be shown on a screen."""
    screens: list[bytes] = []
    for content in draw_pages(pdf, width_px):
        screen = io.BytesIO()
        with Image.open(io.BytesIO(content)) as picture:
            picture.convert("RGB").save(screen, "WEBP", lossless=True)
        screens.append(screen.getvalue())
    return tuple(screens)


def each_page(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    """Yield the pages, each open until the next is asked for."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            try:
                yield page
            finally:
                page.close()
    finally:
        document.close()


@contextmanager
def text_of(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfTextPage]:
    """Hold what a page says open."""
    text = page.get_textpage()
    try:
        yield text
    finally:
        text.close()


def words_in_box(pdf: bytes, number: int, box_mm: tuple[float, float, float, float]) -> str:
    """Return what a page, from 1, says within a box: its left, top, width and height in millimetres."""
    left, top, width, height = (length / _MM_IN_POINT for length in box_mm)
    for at, page in enumerate(each_page(pdf), start=1):
        if at == number:
            foot = page.get_size()[1] - top - height
            with text_of(page) as text:
                return text.get_text_bounded(left, foot, left + width, foot + height)
    return ""


def _page_text(page: pypdfium2.PdfPage, foot: float) -> PageText:
    width, height = page.get_size()
    edge = height - TOP_MARGIN_PT
    with text_of(page) as text:
        return PageText(
            words=text.get_text_bounded(0, foot, width, edge),
            running=text.get_text_bounded(0, edge, width, height),
            size_mm=(round(width * _MM_IN_POINT), round(height * _MM_IN_POINT)),
        )


def _gaps_on(page: pypdfium2.PdfPage, number: int, wanted: Mapping[str, str]) -> Iterator[GapPlace]:
    width, height = page.get_size()
    with text_of(page) as text:
        characters = [
            (place, character)
            for place in range(text.count_chars())
            if (character := text.get_text_range(place, 1)).isprintable() and character.strip()
        ]
        words = "".join(character for _, character in characters)
        found = sorted((at, key) for printed, key in wanted.items() for at in _all(words, printed))
        for at, key in found:
            left, _, _, top = text.get_charbox(characters[at][0])
            yield GapPlace(number, key, round(left / width, 4), round(1 - top / height, 4))


def _all(words: str, printed: str) -> Iterator[int]:
    at = words.find(printed)
    while at >= 0:
        yield at
        at = words.find(printed, at + len(printed))


def _picture(page: pypdfium2.PdfPage, width_px: int) -> bytes:
    bitmap = page.render(scale=width_px / page.get_size()[0])
    try:
        png = io.BytesIO()
        picture = bitmap.to_pil().convert("RGB")
        picture.quantize(128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            png, "PNG", optimize=True
        )
        return png.getvalue()
    finally:
        bitmap.close()
