"""How the blocks of a letter are written as the HTML that the PDF is made from."""

from html import escape
from typing import assert_never

from orgflow.letters.blocks import (
    Address,
    Blank,
    Block,
    Copies,
    Head,
    Item,
    Letter,
    Listing,
    Marker,
    MetaLine,
    Paragraph,
    Run,
    Runs,
    Signature,
    Text,
)
from orgflow.letters.markers import marker_text

EMBLEM_URL = "orgflow:emblem"
MARKS_APART = " · "


def write_page(letter: Letter) -> str:
    """Return a whole HTML page; every word of the letter is escaped."""
    *earlier, last = letter.body or (Paragraph(()),)
    close = ""
    if isinstance(last, Paragraph):
        close = _block(last)
    else:
        earlier.append(last)
    return "".join(
        (
            '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">',
            f"<title>{_words(letter.title)}</title></head><body>",
            _running(letter.marks),
            _head(letter.head),
            f'<p class="date">{_runs(letter.place_and_date)}</p>',
            _meta(letter.meta),
            _address(letter.address),
            f'<div class="body">{"".join(_block(block) for block in earlier)}</div>',
            f'<div class="close">{close}{_signature(letter.signature)}</div>',
            _copies(letter.copies) if letter.copies else "",
            "</body></html>",
        )
    )


def page_size(letter: Letter) -> str:
    """Return the style rule that sets this letter's paper."""
    width, height = letter.paper.size_mm
    return f"@page {{ size: {width}mm {height}mm; }}"


def _running(marks: tuple[str, ...]) -> str:
    mark = f'<p class="mark">{_words(MARKS_APART.join(marks))}</p>' if marks else ""
    return (
        f'<div class="running-first">{mark}</div><div class="running-rest">{mark}<p class="folio"></p></div>'
    )


def _head(head: Head) -> str:
    emblem = '<div class="emblem-place"></div>'
    if head.emblem:
        emblem = f'<img class="emblem" src="{EMBLEM_URL}" alt="{escape(head.emblem.label)}">'
    lines = "".join(f'<p class="head-line">{_words(line)}</p>' for line in head.lines)
    contact = "".join(f'<p class="contact">{_words(line)}</p>' for line in head.contact)
    return f'<div class="head">{emblem}{lines}{contact}</div>'


def _meta(lines: tuple[MetaLine, ...]) -> str:
    return f'<table class="meta">{"".join(_meta_line(line) for line in lines)}</table>'


def _meta_line(line: MetaLine) -> str:
    width = "wide" if line.is_wide else "narrow"
    return (
        f'<tr><td class="label">{_words(line.label)}</td><td class="colon">:</td>'
        f'<td class="{width}">{_runs(line.value)}</td></tr>'
    )


def _address(address: Address) -> str:
    first, *rest = address.lines or ("",)
    lines = "".join(f"<p>{_words(line)}</p>" for line in rest)
    salutation = f'<span class="salutation">{_words(address.salutation)}</span>'
    return (
        f'<div class="address"><p>{salutation}{_words(first)}</p>'
        f'{lines}<p class="preposition">{_words(address.preposition)}</p><p>{_words(address.place)}</p></div>'
    )


def _block(block: Block) -> str:
    match block:
        case Paragraph(runs=runs):
            return f"<p>{_runs(runs)}</p>"
        case Listing(marker=marker, items=items):
            return "".join(_item(marker, position, item) for position, item in enumerate(items, start=1))
        case _:
            assert_never(block)


def _item(marker: Marker, position: int, item: Item) -> str:
    rest = "".join(_block(block) for block in item.rest)
    first = f"<p>{_marked(marker_text(marker, position))}{_runs(item.first.runs)}</p>"
    return f'<div class="item">{first}{rest}</div>'


def _signature(signature: Signature) -> str:
    titles = "".join(f"<p>{_words(line)}</p>" for line in signature.title_lines)
    signer = "".join(f'<p class="signer">{_runs(line)}</p>' for line in signature.signer)
    mark = f"<p>{_words(signature.mark)}</p>" if signature.mark else ""
    return f'<div class="signature">{titles}<div class="signing-place">{mark}</div>{signer}</div>'


def _copies(copies: Copies) -> str:
    lines = "".join(
        f'<div class="item"><p>{_marked(marker_text(Marker.NUMBER, position))}{_words(line)}</p></div>'
        for position, line in enumerate(copies.lines, start=1)
    )
    return f'<div class="copies"><p>{_words(copies.heading)}</p>{lines}</div>'


def _marked(marker: str) -> str:
    return f'<span class="marker">{marker}</span>'


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    match run:
        case Blank():
            return f'<span class="gap">{_words(run.words)}</span>'
        case Text(words=words):
            written = _words(words)
            for tag, holds in (("b", run.is_bold), ("i", run.is_italic), ("u", run.is_underlined)):
                written = f"<{tag}>{written}</{tag}>" if holds else written
            return written
        case _:
            assert_never(run)


def _words(words: str) -> str:
    """Return the words escaped, with repeated spaces kept."""
    return escape(words).replace("  ", " \N{NO-BREAK SPACE}")
