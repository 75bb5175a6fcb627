"""PDFs to test with: a kind's example as each of the copies, and what stands where on its pages."""

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Final

import pikepdf
import pypdfium2
from pikepdf.exceptions import PageCopyWarning

from orgflow.letters.blocks import Letter
from orgflow.letters.compose import compose_letter, with_initials
from orgflow.letters.pdf import write_pdf
from orgflow.letters.pdf_copies import READING, ArchiveCopy, FileCopy, PdfCopy, copy_to_sign
from orgflow.letters.pdf_structure import Box
from orgflow.letters.templates import load_sample, load_template
from tests.letters.examples import ROOT

CHANGE_SET: Final = b'{"v": 1, "changes": []}'
ARCHIVE: Final = ArchiveCopy(CHANGE_SET, datetime(2026, 3, 17, 1, 2, 3, tzinfo=UTC))

_POINTS_IN_MM: Final = 72 / 25.4


@cache
def a_letter(kind: str) -> Letter:
    """Return a kind's example before it becomes a file."""
    return compose_letter(load_template(ROOT, kind), load_sample(ROOT, kind), None)


@cache
def as_copy(kind: str, copy: PdfCopy) -> bytes:
    """Return a kind's example as this copy."""
    return write_pdf(a_letter(kind), load_template(ROOT, kind).stylesheet, copy)


def to_read(kind: str) -> bytes:
    """Return a kind's example as it is looked at."""
    return as_copy(kind, READING)


def to_sign(kind: str) -> bytes:
    """Return a kind's example with a field for each of its signers."""
    return as_copy(kind, copy_to_sign(a_letter(kind).signatures))


def to_keep(kind: str) -> bytes:
    """Return a kind's example with a change-set inside."""
    return as_copy(kind, ARCHIVE)


@cache
def to_file(kind: str) -> bytes:
    """Return a kind's example as the office keeps it, with the tables for initials."""
    letter = with_initials(a_letter(kind), load_sample(ROOT, kind))
    return write_pdf(letter, load_template(ROOT, kind).stylesheet, FileCopy())


def broken(pdf: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """Return the PDF with one thing changed."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document, warnings.catch_warnings():
        # A field that the form does not name is one of the ways to break it.
        warnings.simplefilter("ignore", PageCopyWarning)
        change(document)
        document.save(written)
    return written.getvalue()


def words_in(pdf: bytes, page: int, box: Box) -> str:
    """Return what is printed within a box of a page, pages counting from 1."""
    with _page(pdf, page) as shown:
        text = shown.get_textpage()
        height = shown.get_size()[1]
        found = text.get_text_bounded(
            box.left * _POINTS_IN_MM,
            height - (box.top + box.height) * _POINTS_IN_MM,
            (box.left + box.width) * _POINTS_IN_MM,
            height - box.top * _POINTS_IN_MM,
        )
        text.close()
    return found.strip()


@contextmanager
def _page(pdf: bytes, number: int) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    page = document[number - 1]
    try:
        yield page
    finally:
        page.close()
        document.close()
