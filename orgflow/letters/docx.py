"""How a letter becomes a Word file that a clerk can go on writing in: named styles, real numbering."""

import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, assert_never

from docx.document import Document
from docx.shared import Cm
from lxml import etree

from orgflow.domain.letters.facts import Face, HeadForm
from orgflow.letters import docx_styles as styles
from orgflow.letters.blocks import (
    Address,
    Annex,
    Copies,
    Head,
    Letter,
    Marker,
    Meta,
    MetaLine,
    PartName,
    Picture,
    Runs,
    Signature,
    Text,
    blocks_of,
)
from orgflow.letters.docx_blocks import BlockWriter, written_runs
from orgflow.letters.docx_elements import Form, Rules, paragraph
from orgflow.letters.docx_package import pack, set_properties
from orgflow.letters.docx_page import WordPage, open_page
from orgflow.letters.docx_signing import signed_paragraphs

EMBLEM_ROOM_CM: Final = 2.4
ANNEX_HEAD_CM: Final = 8.2
ABOVE_RULE_CM: Final = 0.18
BELOW_HEAD_CM: Final = 0.56
THICK_EIGHTHS, THIN_EIGHTHS, BETWEEN_TWIPS = 19, 6, 24


def write_docx(letter: Letter) -> bytes:
    """Return the letter as a Word file."""
    return _Writer(letter).written()


class _Writer:
    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        page = WordPage(letter.paper, letter.shape, letter.face, letter.marks)
        self._document: Document = open_page(page)
        edges = letter.shape.margins
        self._room_cm = (letter.paper.size_mm[0] - edges.left - edges.right) / 10
        self._blocks = BlockWriter(self._document, self._room_cm)

    def written(self) -> bytes:
        letter = self._letter
        if letter.head is not None:
            self._head(letter.head)
        for name in letter.order:
            self._part(name)
        if letter.annex is not None:
            self._annex(letter.annex)
        author = letter.head.lines[0] if letter.head and letter.head.lines else ""
        set_properties(self._document, letter.title, author)
        return pack(self._document)

    def _part(self, name: PartName) -> None:
        letter = self._letter
        match name:
            case PartName.DATE:
                self._blocks.add(styles.DATE, letter.place_and_date, Form(before_cm=self._below_head(name)))
            case PartName.META:
                self._meta(letter.meta)
            case PartName.ADDRESS:
                self._address(letter.address)
            case PartName.HEADING:
                self._heading(letter.heading)
            case PartName.BODY:
                self._blocks.write(letter.body)
                if letter.signatures:
                    self._blocks.keep_last_with_next()
            case PartName.SIGNATURES:
                self._signatures(letter.signatures)
            case PartName.COPIES:
                if letter.copies:
                    self._blocks.keep_last_with_next()
                    self._copies(letter.copies)
            case _:
                assert_never(name)

    def _head(self, head: Head) -> None:
        if head.form is HeadForm.AGENCY:
            self._agency_head(head)
            return
        if head.emblem is None:
            self._blocks.add(styles.HEAD_PLACE, (), Form(before_cm=styles.EMBLEM_CM - 0.5))
        else:
            self._blocks.place(self._drawn(head.emblem))
        for line in head.lines:
            self._blocks.add(styles.HEAD, (Text(line),))
        for line in head.contact:
            self._blocks.add(styles.CONTACT, (Text(line),))

    def _agency_head(self, head: Head) -> None:
        """Write the emblem beside the lines, with a thick and a thin rule below both."""
        emblem = self._drawn(head.emblem) if head.emblem is not None else paragraph(styles.HEAD_PLACE)
        names = (styles.AGENCY, *(styles.AGENCY_UNIT for _ in head.lines[1:]))
        lines = [_said(style, line) for style, line in zip(names, head.lines, strict=False)]
        lines += [_said(styles.CONTACT, line) for line in head.contact]
        row = ((emblem,), tuple(lines) or (paragraph(styles.AGENCY),))
        self._blocks.table((row,), (EMBLEM_ROOM_CM, self._room_cm - EMBLEM_ROOM_CM), Rules.NONE)
        self._double_rule()

    def _below_head(self, name: PartName) -> float | None:
        """Return how far a part stands below the letterhead; None where it is not the first below one."""
        letter = self._letter
        if letter.head is None or letter.order[0] is not name:
            return None
        return BELOW_HEAD_CM

    def _drawn(self, emblem: Picture) -> etree._Element:
        """Return a paragraph with the picture, taken out of where the library put it."""
        place = self._document.add_paragraph()
        drawn = place.add_run()
        inline = drawn.add_picture(io.BytesIO(emblem.content), height=Cm(styles.EMBLEM_CM))._inline
        inline.docPr.set("descr", emblem.label)
        for side in ("distT", "distB", "distL", "distR"):
            # Left unsaid, LibreOffice takes a third of a centimetre on each side and cuts the emblem off.
            inline.set(side, "0")
        self._document.element.body.remove(place._p)
        return paragraph(styles.HEAD_PLACE, (drawn._r,))

    def _rule(self, eighths: int, form: Form) -> None:
        """Draw a rule from margin to margin, so many eighths of a point thick."""
        line = paragraph(styles.CONTACT, (), form)
        _border(line, top=eighths)
        self._blocks.place(line)

    def _double_rule(self) -> None:
        """Draw a thick rule over a thin one: of Word's own double rules nobody is sure which is the upper."""
        line = paragraph(styles.CONTACT)
        _border(line, top=THICK_EIGHTHS, bottom=THIN_EIGHTHS)
        line[0].append(
            styles.new_element("w:spacing", before="0", after="0", line=str(BETWEEN_TWIPS), lineRule="exact")
        )
        self._blocks.place(line)

    def _heading(self, lines: tuple[Runs, ...]) -> None:
        for position, runs in enumerate(lines, start=1):
            is_bold = position == 1 and self._letter.face is Face.ARIAL
            shown = tuple(replace(run, is_bold=True) if isinstance(run, Text) else run for run in runs)
            form = Form(
                before_cm=self._below_head(PartName.HEADING) if position == 1 else None,
                after_cm=0.42 if position == len(lines) else None,
            )
            self._blocks.add(styles.TITLE, shown if is_bold else runs, form)

    def _meta(self, meta: Meta) -> None:
        if not meta.lines:
            return
        self._meta_table(meta.lines, self._room_cm)
        if meta.is_closed:
            self._rule(8, Form(before_cm=ABOVE_RULE_CM))

    def _meta_table(self, lines: tuple[MetaLine, ...], room_cm: float) -> None:
        """Write the lines as a borderless table of fixed widths, so that the colons stand in one column."""
        rows = tuple(
            ((_said(styles.META, line.label),), (_said(styles.META, ":"),), tuple(_values(line)))
            for line in lines
        )
        self._blocks.table(rows, (*styles.META_CM, room_cm - sum(styles.META_CM)), Rules.NONE)

    def _address(self, address: Address) -> None:
        first, *rest = address.lines or ("",)
        last = 0.5
        after = last if not rest and not address.place else None
        opening = Form(before_cm=0.5, after_cm=after, first_cm=-styles.SALUTATION_CM)
        self._blocks.add(styles.ADDRESS, (Text(f"{address.salutation}\t{first}"),), opening)
        for position, line in enumerate(rest, start=1):
            ends = position == len(rest) and not address.place
            self._blocks.add(styles.ADDRESS, (Text(line),), Form(after_cm=last if ends else None))
        if address.place:
            self._blocks.add(styles.ADDRESS, (Text(address.preposition),), Form(left_cm=0))
            self._blocks.add(styles.ADDRESS, (Text(address.place),), Form(after_cm=last))

    def _signatures(self, signatures: tuple[Signature, ...]) -> None:
        if len(signatures) == 1:
            for line in signed_paragraphs(signatures[0], left_cm=self._room_cm / 2):
                self._blocks.place(line)
            return
        if not signatures:
            return
        cells = [tuple(signed_paragraphs(signature, left_cm=0)) for signature in signatures]
        if len(cells) % 2:
            cells.insert(len(cells) - 1, (paragraph(styles.SIGN_TITLE),))
        rows = tuple(zip(cells[::2], cells[1::2], strict=True))
        self._blocks.table(rows, (self._room_cm / 2, self._room_cm / 2), Rules.NONE)

    def _copies(self, copies: Copies) -> None:
        self._blocks.add(styles.COPIES_HEAD, (Text(copies.heading),))
        list_id = self._blocks.numbering.open(Marker.NUMBER, Marker.LETTER)
        for position, line in enumerate(copies.lines, start=1):
            form = Form(item_of=(list_id, 0), keeps_next=position < len(copies.lines))
            self._blocks.add(styles.COPIES, (Text(line),), form)

    def _annex(self, annex: Annex) -> None:
        self._blocks.add(styles.CONTACT, (), Form(starts_page=True))
        indent = self._room_cm - ANNEX_HEAD_CM
        rows = tuple(
            (
                (paragraph(styles.META),),
                (_said(styles.META, line.label),),
                (_said(styles.META, ":"),),
                tuple(_values(line)),
            )
            for line in annex.head
        )
        widths = (indent, *styles.META_CM, ANNEX_HEAD_CM - sum(styles.META_CM))
        self._blocks.table(rows, widths, Rules.NONE)
        self._blocks.add(styles.CONTACT, ())
        self._blocks.write(blocks_of(annex.parts))


def _border(line: etree._Element, **eighths: int) -> None:
    """Draw rules at these sides of a paragraph, so many eighths of a point thick."""
    borders = styles.new_element("w:pBdr")
    for side, thick in eighths.items():
        borders.append(
            styles.new_element(f"w:{side}", val="single", sz=str(thick), space="0", color="000000")
        )
    line[0].insert(1, borders)


def _said(style: str, words: str) -> etree._Element:
    return paragraph(style, written_runs((Text(words),)))


def _values(line: MetaLine) -> Iterable[etree._Element]:
    form = Form(right_cm=None if line.is_wide else styles.NARROWER_CM)
    return (paragraph(styles.META, written_runs(runs), form) for runs in line.lines)
