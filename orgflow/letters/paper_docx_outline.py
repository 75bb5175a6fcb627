"""What a long document has in Word besides: headings, captions, lists of contents, and parts counted anew."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from lxml import etree

from orgflow.domain.papers.document import Line, Listed, Part, Style
from orgflow.letters import docx_elements as elements
from orgflow.letters.docx_styles import Look, new_element, twips
from orgflow.letters.paper_outline import Entry, Outline

PICTURE: Final = "Gambar"
EMBLEM_CM: Final = 4.0
APART_CM: Final = 2.5
NAMES: Final = {
    Style.COVER_TITLE: "Judul Sampul",
    Style.COVER: "Isi Sampul",
    Style.FRONT: "Heading 1",
    Style.CHAPTER: "Heading 1",
    Style.SECTION: "Heading 2",
    Style.TABLE_TITLE: "Caption",
    Style.FIGURE_TITLE: "Caption",
}
_CENTER: Final = WD_ALIGN_PARAGRAPH.CENTER
_STEP_CM: Final = 0.9
_ENTRY: Final = ("toc 1", "toc 2")
_FIGURES: Final = "table of figures"
LOOKS: Final = {
    "Judul Sampul": Look(size_pt=20, align=_CENTER, is_bold=True),
    "Isi Sampul": Look(size_pt=14, align=_CENTER, is_bold=True),
    "Heading 1": Look(size_pt=13, align=_CENTER, after_pt=14, is_bold=True, keeps_next=True, outline=0),
    "Heading 2": Look(
        left_cm=_STEP_CM,
        first_cm=-_STEP_CM,
        before_pt=14,
        after_pt=6,
        is_bold=True,
        keeps_next=True,
        outline=1,
    ),
    "Caption": Look(size_pt=10, align=_CENTER, before_pt=8, after_pt=4, is_bold=True),
    PICTURE: Look(align=_CENTER, before_pt=10, lines=1, keeps_next=True),
    _ENTRY[0]: Look(left_cm=_STEP_CM, first_cm=-_STEP_CM, after_pt=3),
    _ENTRY[1]: Look(left_cm=2 * _STEP_CM, first_cm=-_STEP_CM, after_pt=3),
    _FIGURES: Look(left_cm=_STEP_CM, first_cm=-_STEP_CM, after_pt=3),
}
_INSTRUCTIONS: Final = {
    Listed.HEADINGS: ' TOC \\o "1-2" \\h \\z \\u ',
    Listed.TABLES: ' TOC \\h \\z \\c "Tabel" ',
    Listed.FIGURES: ' TOC \\h \\z \\c "Gambar" ',
}
_FORMATS: Final = {Part.FRONT: "lowerRoman", Part.BODY: "decimal"}


def begin_part(document: WordDocument, part: Part) -> None:
    """Begin pages that are counted from 1, in the numerals of their part."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = False
    told: etree._Element = section._sectPr
    for earlier in told.findall(qn("w:pgNumType")):
        told.remove(earlier)
    columns = told.find(qn("w:cols"))
    counted = new_element("w:pgNumType", fmt=_FORMATS[part], start="1")
    told.insert(told.index(columns) if columns is not None else len(told), counted)


def headed(line: Line, anchor: str, runs: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Yield what stands in a heading or caption, a bookmark around it that contents refer to."""
    number = anchor.rpartition("-")[2]
    yield new_element("w:bookmarkStart", id=number, name=_bookmark(anchor))
    match line.style:
        case Style.CHAPTER if line.marker:
            yield elements.run(f"{line.marker}\n")
        case Style.TABLE_TITLE | Style.FIGURE_TITLE:
            label, _, count = line.marker.partition(" ")
            yield elements.run(f"{label} ")
            yield from _field(f" SEQ {label} \\* ARABIC ", count.rstrip("."))
            yield elements.run(". ")
        case _ if line.marker:
            yield elements.run(f"{line.marker}\t")
        case _:
            pass
    yield from runs
    yield new_element("w:bookmarkEnd", id=number)


def contents(
    listed: Listed, outline: Outline, pages: Mapping[str, str], room_cm: float
) -> Iterator[etree._Element]:
    """Yield a list of contents: a field that Word fills anew, its entries standing there already."""
    entries = outline.entries[listed]
    for place, entry in enumerate(entries):
        written = elements.paragraph(_style(listed, entry))
        told: etree._Element = written[0]
        tabs = new_element("w:tabs")
        tabs.append(new_element("w:tab", val="right", leader="dot", pos=twips(room_cm)))
        told.append(tabs)
        if place == 0:
            written.extend((_mark("begin"), _instruction(_INSTRUCTIONS[listed]), _mark("separate")))
        link = new_element("w:hyperlink", anchor=_bookmark(entry.anchor), history="1")
        link.append(elements.run(f"{entry.words}\t"))
        link.extend(_field(f" PAGEREF {_bookmark(entry.anchor)} \\h ", pages.get(entry.anchor, "")))
        written.append(link)
        if place == len(entries) - 1:
            written.append(_mark("end"))
        yield written


def _style(listed: Listed, entry: Entry) -> str:
    return _ENTRY[entry.is_deep] if listed is Listed.HEADINGS else _FIGURES


def _bookmark(anchor: str) -> str:
    return f"_Toc{anchor.rpartition('-')[2]:0>8}"


def _field(instruction: str, shown: str) -> Iterator[etree._Element]:
    yield _mark("begin")
    yield _instruction(instruction)
    yield _mark("separate")
    yield elements.run(shown)
    yield _mark("end")


def _mark(kind: str) -> etree._Element:
    written = new_element("w:r")
    written.append(new_element("w:fldChar", fldCharType=kind))
    return written


def _instruction(words: str) -> etree._Element:
    written = new_element("w:r")
    told = new_element("w:instrText")
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    told.text = words
    written.append(told)
    return written
