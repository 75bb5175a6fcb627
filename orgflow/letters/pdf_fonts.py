"""Which fonts a PDF names, and whether it carries them inside."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


@dataclass(frozen=True, slots=True)
class PdfFont:
    """One font of a PDF; ``name`` is without the tag of its subset."""

    name: str
    is_embedded: bool


def read_fonts(pdf: bytes) -> tuple[PdfFont, ...]:
    """Return every font of every page, each once, by name."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = {font for page in document.pages for font in _fonts(page.obj.get("/Resources"))}
    return tuple(sorted(found, key=lambda font: (font.name, font.is_embedded)))


def _fonts(resources: pikepdf.Object | None) -> Iterator[PdfFont]:
    if resources is None:
        return
    for font in _values(resources.get("/Font")):
        yield from _described(font)
    for drawing in _values(resources.get("/XObject")):
        yield from _fonts(drawing.get("/Resources"))


def _described(font: pikepdf.Object) -> Iterator[PdfFont]:
    bearers = list(_items(font.get("/DescendantFonts"))) or [font]
    for bearer in bearers:
        name = str(bearer.get("/BaseFont", "/?")).removeprefix("/").split("+")[-1]
        descriptor = bearer.get("/FontDescriptor")
        yield PdfFont(name, descriptor is not None and any(file in descriptor for file in _FILES))


def _values(table: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    if table is not None:
        yield from dict(table.items()).values()


def _items(array: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    if array is not None:
        for position in range(len(array)):
            yield array[position]
