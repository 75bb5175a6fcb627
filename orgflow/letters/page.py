"""How the parts of a letter are written as the HTML that the PDF is made from."""

from html import escape
from typing import Final, assert_never

from orgflow.domain.letters.facts import Face, HeadForm
from orgflow.letters.blocks import (
    Address,
    Annex,
    Copies,
    Head,
    Initials,
    Letter,
    Marker,
    Meta,
    MetaLine,
    Paragraph,
    PartName,
    Signature,
    blocks_of,
)
from orgflow.letters.page_blocks import marked, write_block, write_runs, write_words

EMBLEM_URL: Final = "orgflow:emblem"
MARKS_APART: Final = " · "
FAMILIES: Final = {
    Face.ARIAL: '"Liberation Sans", "Arimo", "Arial"',
    Face.BOOKMAN: '"TeX Gyre Bonum", "Bookman Old Style"',
}
"""The free twins of the faces that the form asks for come first."""

SIGNING_PLACE: Final = "ttd-{number}"
"""The id of the place where a signer signs, counted from 1 in reading order."""


def write_page(letter: Letter) -> str:
    """Return a whole HTML page that is XML too; every word of the letter is escaped."""
    return "".join(
        (
            f'<!DOCTYPE html><html lang="id" class="{letter.face}"><head><meta charset="utf-8"/>',
            f"<title>{write_words(letter.title)}</title></head><body>",
            _running(letter.marks),
            _head(letter.head) if letter.head is not None else "",
            *(_part(letter, name) for name in letter.order),
            _initials(letter.initials),
            _annex(letter.annex) if letter.annex is not None else "",
            "</body></html>",
        )
    )


def page_size(letter: Letter) -> str:
    """Return the style rules that set this letter's paper, margins and type."""
    (width, height), shape = letter.paper.size_mm, letter.shape
    edges = shape.margins
    return (
        f"@page {{ size: {width}mm {height}mm; "
        f"margin: {edges.top}mm {edges.right}mm {edges.bottom}mm {edges.left}mm; }} "
        f"html {{ font-family: {FAMILIES[letter.face]}; font-size: {shape.size_pt}pt; "
        f"line-height: {_TRUE_SINGLE * shape.lines_percent / 100:.4f}; }}"
    )


_TRUE_SINGLE: Final = 1.15
"""What Word calls single for these faces, as a share of the type's size."""


def _part(letter: Letter, name: PartName) -> str:
    written = ""
    match name:
        case PartName.DATE:
            written = f'<p class="date">{write_runs(letter.place_and_date)}</p>'
        case PartName.META:
            written = _meta(letter.meta)
        case PartName.ADDRESS:
            written = _address(letter.address)
        case PartName.HEADING:
            lines = "".join(f"<p>{write_runs(line)}</p>" for line in letter.heading)
            written = f'<div class="heading-lines">{lines}</div>'
        case PartName.BODY:
            written = _body(letter)
        case PartName.SIGNATURES if len(letter.signatures) > 1:
            written = _signers(letter.signatures)
        case PartName.COPIES if letter.copies:
            written = _copies(letter.copies)
        case PartName.SIGNATURES | PartName.COPIES:
            # One signer stands with the end of the text, written there.
            pass
        case _:
            assert_never(name)
    return written


def _body(letter: Letter) -> str:
    *earlier, last = letter.body or (Paragraph(()),)
    close = ""
    if isinstance(last, Paragraph):
        close = write_block(last)
    else:
        earlier.append(last)
    alone = letter.signatures[:1] if len(letter.signatures) == 1 else ()
    signed = "".join(_signature(signature, 1) for signature in alone)
    return (
        f'<div class="body">{"".join(write_block(block) for block in earlier)}</div>'
        f'<div class="close">{close}{signed}</div>'
    )


def _running(marks: tuple[str, ...]) -> str:
    mark = f'<p class="mark">{write_words(MARKS_APART.join(marks))}</p>' if marks else ""
    return (
        f'<div class="running-first">{mark}</div><div class="running-rest">{mark}<p class="folio"></p></div>'
    )


def _head(head: Head) -> str:
    emblem = '<div class="emblem-place"></div>'
    if head.emblem:
        emblem = f'<img class="emblem" src="{EMBLEM_URL}" alt="{escape(head.emblem.label)}"/>'
    lines = "".join(f'<p class="head-line">{write_words(line)}</p>' for line in head.lines)
    contact = "".join(f'<p class="contact">{write_words(line)}</p>' for line in head.contact)
    if head.form is HeadForm.AGENCY:
        return f'<div class="head agency"><div class="agency-lines">{emblem}{lines}{contact}</div></div>'
    return f'<div class="head">{emblem}{lines}{contact}</div>'


def _meta(meta: Meta) -> str:
    if not meta.lines:
        return ""
    closed = " closed" if meta.is_closed else ""
    return _meta_table(f"meta{closed}", meta.lines)


def _meta_table(look: str, lines: tuple[MetaLine, ...]) -> str:
    return f'<table class="{look}"><tbody>{"".join(_meta_line(line) for line in lines)}</tbody></table>'


def _meta_line(line: MetaLine) -> str:
    width = "wide" if line.is_wide else "narrow"
    value = "".join(f"<p>{write_runs(runs)}</p>" for runs in line.lines)
    return (
        f'<tr><td class="label">{write_words(line.label)}</td><td class="colon">:</td>'
        f'<td class="{width}">{value}</td></tr>'
    )


def _address(address: Address) -> str:
    first, *rest = address.lines or ("",)
    lines = "".join(f"<p>{write_words(line)}</p>" for line in rest)
    salutation = f'<span class="salutation">{write_words(address.salutation)}</span>'
    place = (
        f'<p class="preposition">{write_words(address.preposition)}</p><p>{write_words(address.place)}</p>'
        if address.place
        else ""
    )
    return f'<div class="address"><p>{salutation}{write_words(first)}</p>{lines}{place}</div>'


def _signers(signatures: tuple[Signature, ...]) -> str:
    """Return several signers in pairs, the last of an odd number on the right."""
    cells = [f"<td>{_signature(signature, number)}</td>" for number, signature in enumerate(signatures, 1)]
    if len(cells) % 2:
        cells.insert(len(cells) - 1, "<td></td>")
    rows = "".join(f"<tr>{left}{right}</tr>" for left, right in zip(cells[::2], cells[1::2], strict=True))
    return f'<table class="signers"><tbody>{rows}</tbody></table>'


def _signature(signature: Signature, number: int) -> str:
    lead = "".join(f"<p>{write_runs(line)}</p>" for line in signature.lead)
    titles = "".join(f"<p>{write_words(line)}</p>" for line in signature.title_lines)
    signer = "".join(f'<p class="signer">{write_runs(line)}</p>' for line in signature.signer)
    mark = f"<p>{write_words(signature.mark)}</p>" if signature.mark else ""
    place = f'<div class="signing-place" id="{SIGNING_PLACE.format(number=number)}">{mark}</div>'
    return f'<div class="signature">{lead}{titles}{place}{signer}</div>'


def _copies(copies: Copies) -> str:
    lines = "".join(
        f'<div class="item"><p>{marked(Marker.NUMBER, position)}{write_words(line)}</p></div>'
        for position, line in enumerate(copies.lines, start=1)
    )
    return f'<div class="copies"><p>{write_words(copies.heading)}</p>{lines}</div>'


def _initials(boxes: tuple[Initials, ...]) -> str:
    return "".join(
        f'<table class="initials"><tbody><tr><th colspan="2">{write_words(box.title)}</th></tr>'
        + "".join(f"<tr><td>{write_words(line)}</td><td></td></tr>" for line in box.lines)
        + "</tbody></table>"
        for box in boxes
    )


def _annex(annex: Annex) -> str:
    body = "".join(write_block(block) for block in blocks_of(annex.parts))
    head = (
        f'<table class="annex-head"><tbody>{"".join(_meta_line(line) for line in annex.head)}</tbody></table>'
    )
    return f'<div class="annex">{head}<div class="body">{body}</div></div>'
