"""The page of a Word letter before anything stands on it: paper, margins, marks and numbers of pages.

It is laid out once for all letters on the same page: python-docx walks over every style for each paragraph
that it is asked to set in one.
"""

import io
from dataclasses import dataclass
from functools import lru_cache

import docx
from docx.document import Document
from docx.section import _Header
from docx.shared import Cm, Mm
from lxml import etree

from orgflow.domain.letters.facts import Face, PageShape, Paper
from orgflow.letters import docx_styles as styles
from orgflow.letters.docx_ground import open_ground
from orgflow.letters.page import MARKS_APART


@dataclass(frozen=True, slots=True)
class WordPage:
    """What letters have in common that look alike; ``marks`` stand at the head of each page."""

    paper: Paper
    shape: PageShape
    face: Face
    marks: tuple[str, ...]


def open_page(page: WordPage) -> Document:
    """Return a new document with this page, and nothing on it."""
    return docx.Document(io.BytesIO(_laid_out(page)))


def add_page_number(holder: etree._Element) -> None:
    """Add the field that Word counts pages with; 2 is shown until it does."""
    field, run, shown = (
        styles.new_element("w:fldSimple", instr=" PAGE "),
        styles.new_element("w:r"),
        styles.new_element("w:t"),
    )
    shown.text = "2"
    run.append(shown)
    field.append(run)
    holder.append(field)


@lru_cache(maxsize=16)
def _laid_out(page: WordPage) -> bytes:
    document = open_ground(styles.looks_of(page.shape), styles.FONTS[page.face])
    _set_page(document, page)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _set_page(document: Document, page: WordPage) -> None:
    section, edges = document.sections[0], page.shape.margins
    width, height = page.paper.size_mm
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(edges.left), Mm(edges.right)
    section.top_margin, section.bottom_margin = Mm(edges.top), Mm(edges.bottom)
    section.header_distance = section.footer_distance = Cm(0.8)
    section.different_first_page_header_footer = True
    _mark(section.first_page_header, page.marks)
    _mark(section.header, page.marks)
    folio = section.header.add_paragraph(style=styles.FOLIO)
    folio.add_run("- ")
    add_page_number(folio._p)
    folio.add_run(" -")
    if not page.marks:
        unused = section.header.paragraphs[0]._p
        section.header._element.remove(unused)


def _mark(header: _Header, marks: tuple[str, ...]) -> None:
    header.is_linked_to_previous = False
    first = header.paragraphs[0]
    first.style = styles.MARK
    first.add_run(MARKS_APART.join(marks))
