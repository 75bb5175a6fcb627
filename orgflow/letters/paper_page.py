"""How a derived document is written as the HTML that its PDF is made from."""

from collections.abc import Iterable
from html import escape
from typing import Final, assert_never

from orgflow.domain.papers.document import (
    Block,
    Document,
    EmblemPlace,
    HeadLine,
    Line,
    Mark,
    NewPage,
    Row,
    Run,
    Runs,
    Table,
)
from orgflow.letters.page import EMBLEM_URL, MARKS_APART

EMBLEM_LABEL: Final = "Lambang negara"
_TAGS: Final = {Mark.DELETED: "del", Mark.INSERTED: "ins", Mark.BOLD: "b", Mark.RAISED: "sup"}


def write_paper_page(document: Document, *, has_emblem: bool) -> str:
    """Return a whole HTML page; every word of the document is escaped."""
    turn = "landscape" if document.is_landscape else "portrait"
    mark = f'<p class="mark">{_escaped(MARKS_APART.join(document.marks))}</p>' if document.marks else ""
    return "".join(
        (
            f'<!DOCTYPE html><html lang="id" class="{document.face} {turn}"><head><meta charset="utf-8">',
            f"<title>{_escaped(document.title)}</title></head><body>",
            f'<div class="running-first">{mark}</div>',
            f'<div class="running-rest">{mark}<p class="folio"></p></div>',
            _head(document.head),
            *_blocks(document.blocks, has_emblem=has_emblem),
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


def _blocks(blocks: Iterable[Block], *, has_emblem: bool) -> Iterable[str]:
    breaks = ""
    for block in blocks:
        match block:
            case Line():
                yield _line(block, breaks)
            case Table():
                yield _table(block)
            case EmblemPlace() if has_emblem:
                yield f'<img class="emblem" src="{EMBLEM_URL}" alt="{EMBLEM_LABEL}">'
            case EmblemPlace():
                yield '<div class="emblem-place"></div>'
            case NewPage():
                breaks = " new-page"
                continue
            case _:
                assert_never(block)
        breaks = ""


def _line(line: Line, breaks: str) -> str:
    level = f" level-{line.level}" if line.level else ""
    keeps = " keeps" if line.keeps_next else ""
    marker = f'<span class="marker">{_escaped(line.marker)}</span>' if line.marker else ""
    return f'<p class="{line.style}{level}{keeps}{breaks}">{marker}{_runs(line.runs)}</p>'


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
