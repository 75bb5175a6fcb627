"""How the objects of a PDF are gone through, and what of them are words or numbers."""

from collections.abc import Iterator

import pikepdf

PdfDict = pikepdf.Dictionary


def every_dictionary(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Return every dictionary of the file, those of streams and those within others too."""
    for entry in document.objects:
        yield from _within(entry)


def kids(array: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    """Return what an array holds; a single thing in its place stands for an array of one."""
    if isinstance(array, pikepdf.Array):
        for position in range(len(array)):
            yield array[position]
    elif array is not None:
        yield array


def words_of(text: pikepdf.Object | None) -> str:
    """Return the words of a text; anything else has none."""
    return str(text) if isinstance(text, pikepdf.String | str) else ""


def number_of(number: object) -> float:
    """Return a number; anything else is 0."""
    try:
        return float(str(number))
    except ValueError:
        return 0.0


def _within(entry: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
        yield entry
        for value in dict(entry.items()).values():
            yield from _direct(value)
    elif isinstance(entry, pikepdf.Array):
        for value in kids(entry):
            yield from _direct(value)


def _direct(value: object) -> Iterator[pikepdf.Object]:
    """Go on within what stands here itself: what is only referred to is an object of the file already."""
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        yield from _within(value)
