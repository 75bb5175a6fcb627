"""How blocks of running text, lists and tables are written as HTML."""

from html import escape
from typing import assert_never

from orgflow.letters.blocks import (
    Blank,
    Block,
    Item,
    Listing,
    Look,
    Marker,
    Paragraph,
    Run,
    Runs,
    Table,
    Text,
)
from orgflow.letters.markers import marker_text


def write_block(block: Block) -> str:
    """Return one block as HTML, every word escaped."""
    match block:
        case Paragraph(runs=runs, look=Look.BODY):
            return f"<p>{write_runs(runs)}</p>"
        case Paragraph(runs=runs, look=look):
            return f'<p class="{look}">{write_runs(runs)}</p>'
        case Listing(marker=marker, items=items):
            return "".join(_item(marker, position, item) for position, item in enumerate(items, start=1))
        case Table():
            return _table(block)
        case _:
            assert_never(block)


def marked(marker: Marker, position: int) -> str:
    """Return what stands before an item, hanging to its left."""
    return f'<span class="marker">{marker_text(marker, position)}</span>'


def write_runs(runs: Runs) -> str:
    """Return runs of words as HTML."""
    return "".join(_run(run) for run in runs)


def write_words(words: str) -> str:
    """Return the words escaped, with repeated spaces kept."""
    return escape(words).replace("  ", " \N{NO-BREAK SPACE}")


def _item(marker: Marker, position: int, item: Item) -> str:
    rest = "".join(write_block(block) for block in item.rest)
    first = f"<p>{marked(marker, position)}{write_runs(item.first.runs)}</p>"
    return f'<div class="item">{first}{rest}</div>'


def _table(table: Table) -> str:
    columns = "".join(f'<col style="width: {width}%"/>' for width in table.widths)
    heads = "".join(f'<th scope="col">{write_runs(head)}</th>' for head in table.heads)
    head = f"<thead><tr>{heads}</tr></thead>" if heads else ""
    rows = "".join(
        f"<tr>{''.join(f'<td>{write_runs(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    look = "ruled" if table.is_ruled else "bare"
    return f'<table class="{look}"><colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody></table>'


def _run(run: Run) -> str:
    match run:
        case Blank():
            return f'<span class="gap">{write_words(run.words)}</span>'
        case Text(words=words):
            written = write_words(words)
            for tag, holds in (("b", run.is_bold), ("i", run.is_italic), ("u", run.is_underlined)):
                written = f"<{tag}>{written}</{tag}>" if holds else written
            return written
        case _:
            assert_never(run)
