"""How a derived document is written as the HTML that its PDF is made from."""

from collections.abc import Iterable
from html import escape
from typing import Final, assert_never

from orgflow.domain.papers.document import (
    Contents,
    Document,
    EmblemPlace,
    Figure,
    HeadLine,
    Line,
    Mark,
    NewPage,
    Part,
    Row,
    Run,
    Runs,
    Style,
    Table,
)
from orgflow.letters.chart_print import page_html
from orgflow.letters.page import EMBLEM_URL, MARKS_APART
from orgflow.letters.paper_outline import Entry, outline_of

EMBLEM_LABEL: Final = "Lambang negara"
_LINES: Final = {Style.FRONT: "h1", Style.CHAPTER: "h1", Style.SECTION: "h2"}
_TAGS: Final = {Mark.DELETED: "del", Mark.INSERTED: "ins", Mark.BOLD: "b", Mark.RAISED: "sup"}


def write_paper_page(document: Document, *, has_emblem: bool) -> str:
    """Return a whole HTML page; every word of the document is escaped."""
    parts = sum(isinstance(block, NewPage) and block.part is not None for block in document.blocks)
    turn = "landscape" if document.is_landscape else "portrait"
    mark = f'<p class="mark">{_escaped(MARKS_APART.join(document.marks))}</p>' if document.marks else ""
    return "".join(
        (
            f'<!DOCTYPE html><html lang="id" class="{document.face} {turn}"><head><meta charset="utf-8">',
            f"<title>{_escaped(document.title)}</title></head><body>",
            f'<div class="running-first">{mark}</div>',
            f'<div class="running-rest">{mark}<p class="folio"></p></div>',
            f'<div class="running-front">{mark}<p class="folio is-roman"></p></div>' if parts else "",
            _head(document.head),
            *_blocks(document, has_emblem=has_emblem),
            "</div>" * parts,
            "</body></html>",
        )
    )


def paper_size(document: Document) -> str:
    """Return the style rule that sets this document's paper."""
    width, height = document.sheet.size_mm
    if document.is_landscape:
        width, height = height, width
    return f"@page {{ size: {width}mm {height}mm; }}"


def _head(lines: tuple[HeadLine, ...]) -> str:
    """Return the block at the top right of the first page; nothing where the document has none."""
    if not lines:
        return ""
    rows = "".join(
        f"<tr><td>{_escaped(line.label)}</td><td>:</td><td>{_runs(line.value)}</td></tr>" for line in lines
    )
    columns = '<colgroup><col class="label"><col class="colon"><col></colgroup>'
    return f'<table class="enclosed">{columns}<tbody>{rows}</tbody></table>'


def _blocks(document: Document, *, has_emblem: bool) -> Iterable[str]:
    outline, breaks = outline_of(document), ""
    for place, block in enumerate(document.blocks):
        match block:
            case Line():
                yield _line(block, breaks, outline.anchors.get(place, ""))
            case Table():
                yield _table(block)
            case EmblemPlace(is_large=is_large) if has_emblem:
                large = " is-large" if is_large else ""
                yield f'<img class="emblem{large}" src="{EMBLEM_URL}" alt="{EMBLEM_LABEL}">'
            case EmblemPlace(is_large=is_large):
                yield f'<div class="emblem-place{" is-large" if is_large else ""}"></div>'
            case NewPage(part=Part() as part):
                yield f'<div class="part-{part}">'
                continue
            case NewPage():
                breaks = " new-page"
                continue
            case Figure(svg=svg, label=label):
                yield f'<div class="figure" role="img" aria-label="{_escaped(label)}">{page_html(svg)}</div>'
            case Contents(listed=listed):
                yield "".join(_entry(entry) for entry in outline.entries[listed])
            case _:
                assert_never(block)
        breaks = ""


def _entry(entry: Entry) -> str:
    look = f"entry{' is-deep' if entry.is_deep else ''}"
    roman = ' class="is-roman"' if entry.part is Part.FRONT else ""
    return f'<p class="{look}"><a href="#{entry.anchor}"{roman}>{_escaped(entry.words)}</a></p>'


def _line(line: Line, breaks: str, anchor: str) -> str:
    level = f" level-{line.level}" if line.level else ""
    keeps = " keeps" if line.keeps_next else ""
    tag, place = _LINES.get(line.style, "p"), f' id="{anchor}"' if anchor else ""
    marker = f'<span class="marker">{_escaped(line.marker)}</span> ' if line.marker and place else ""
    if line.marker and not place:
        marker = f'<span class="marker">{_escaped(line.marker)}</span>'
    return f'<{tag} class="{line.style}{level}{keeps}{breaks}"{place}>{marker}{_runs(line.runs)}</{tag}>'


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width: {width}%">' for width in table.widths)
    heads = "".join(f'<th scope="col">{_escaped(head)}</th>' for head in table.heads)
    head = f"<thead><tr>{heads}</tr></thead>" if heads else ""
    rows = "".join(_row(row, len(table.widths)) for row in table.rows)
    look = "ruled" if table.heads else "bare"
    return f'<table class="{look}"><colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody></table>'


def _row(row: Row, columns: int) -> str:
    if len(row.cells) == 1:
        return f'<tr class="group"><td class="group" colspan="{columns}">{_runs(row.cells[0])}</td></tr>'
    return f"<tr>{''.join(f'<td>{_runs(cell)}</td>' for cell in row.cells)}</tr>"


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = _escaped(run.words)
    if run.mark is Mark.GAP:
        return f'<span class="gap">{words}</span>'
    tag = _TAGS.get(run.mark)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _escaped(words: str) -> str:
    """Return the words escaped, with repeated spaces kept."""
    return escape(words).replace("  ", " \N{NO-BREAK SPACE}")
