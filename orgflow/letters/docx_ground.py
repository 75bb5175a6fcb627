"""The empty Word file that writing begins with: its styles are set once for the life of the process."""

import io
from collections.abc import Mapping
from functools import lru_cache

import docx
from docx.document import Document
from lxml import etree

from orgflow.letters.docx_package import strip_template
from orgflow.letters.docx_styles import FONT, LOOKS, Look, set_styles


def open_ground(looks: Mapping[str, Look] = LOOKS, font: str = FONT) -> Document:
    """Return a new document that has these styles and nothing of the library's template, no list either."""
    return docx.Document(io.BytesIO(_ground(tuple(looks.items()), font)))


@lru_cache(maxsize=8)
def _ground(looks: tuple[tuple[str, Look], ...], font: str) -> bytes:
    document = docx.Document()
    numbering: etree._Element = document.part.numbering_part.element
    for definition in list(numbering):
        numbering.remove(definition)
    strip_template(document)
    set_styles(document, dict(looks), font)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
