"""The small part of HTML that a letter's wording may use, and the blocks it stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NoReturn

from orgflow.letters.blocks import (
    Blank,
    Block,
    Item,
    Listing,
    Look,
    Marker,
    Paragraph,
    Part,
    Passage,
    Run,
    Runs,
    Table,
    Text,
)
from orgflow.letters.errors import MarkupRefused, UnknownGap

_SPACES = re.compile(r"[ \t\r\n\f]+")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_STYLES = frozenset({"b", "i", "u"})
_PARENTS = {
    "passage": frozenset({""}),
    "p": frozenset({"", "passage", "li"}),
    "ol": frozenset({"", "passage", "li"}),
    "li": frozenset({"ol"}),
    "table": frozenset({"", "passage"}),
    "tr": frozenset({"table"}),
    "th": frozenset({"tr"}),
    "td": frozenset({"tr"}),
    "gap": frozenset({"p", "th", "td", "b", "i", "u"}),
    "b": frozenset({"p", "th", "td", "i", "u"}),
    "i": frozenset({"p", "th", "td", "b", "u"}),
    "u": frozenset({"p", "th", "td", "b", "i"}),
}
_HOLDERS = frozenset({"p", "th", "td"})
DEEPEST_LIST = 2
_RULES = ("all", "none")
_WHOLE = 100


def read_markup(markup: str, gap_labels: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the parts that the markup stands for.

    Args:
        markup: ``passage`` (key) of what follows; ``p`` (look), ``ol`` (type 1, a or A), ``li`` of ``p`` and
            ``ol``; ``table`` (widths in percent; rules, none for no lines) of ``tr`` of ``th`` and ``td``;
            ``b``, ``i``, ``u``, ``gap`` (key).

    Raises:
        MarkupRefused: another element, attribute or nesting; something left open; words outside a paragraph;
            a table whose rows do not fit its widths.
        UnknownGap: a gap's key has no label.
    """
    reader = _Reader(gap_labels)
    reader.feed(markup)
    reader.close()
    return reader.finished()


@dataclass(slots=True)
class _Open:
    tag: str
    blocks: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    cells: list[Runs] = field(default_factory=list)
    rows: list[tuple[Runs, ...]] = field(default_factory=list)
    heads: tuple[Runs, ...] = ()
    marker: Marker = Marker.NUMBER
    look: Look = Look.BODY
    widths: tuple[int, ...] = ()
    is_ruled: bool = True
    key: str = ""


class _Reader(HTMLParser):
    def __init__(self, gap_labels: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self._labels = gap_labels
        self._stack = [_Open("")]
        self._parts: list[Part] = []

    def finished(self) -> tuple[Part, ...]:
        if len(self._stack) != 1:
            self._refuse(f"<{self._stack[-1].tag}>")
        self._settle()
        return tuple(self._parts)

    def _settle(self) -> None:
        """Move what was read outside any passage among the parts."""
        self._parts.extend(self._stack[0].blocks)
        self._stack[0].blocks.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._stack[-1].tag not in _PARENTS.get(tag, frozenset()):
            self._refuse(f"<{tag}>")
        given = dict(attrs)
        opened = _Open(tag)
        match tag:
            case "ol":
                opened.marker = Marker(self._one_of("ol type", given.pop("type", "1"), tuple(Marker)))
            case "p":
                opened.look = Look(self._one_of("p look", given.pop("look", "body"), tuple(Look)))
            case "passage":
                opened.key = given.pop("key", None) or self._refuse("<passage>")
                self._settle()
            case "table":
                opened.widths = self._widths(given.pop("widths", None) or "")
                opened.is_ruled = self._one_of("table rules", given.pop("rules", "all"), _RULES) == "all"
            case "gap":
                self._add_gap(given.pop("key", None) or "")
        if given:
            self._refuse(f"<{tag} {next(iter(given))}>")
        self._stack.append(opened)
        if sum(entry.tag == "ol" for entry in self._stack) > DEEPEST_LIST:
            self._refuse("<ol>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._refuse(f"<{tag}/>")

    def handle_endtag(self, tag: str) -> None:
        if self._stack[-1].tag != tag:
            self._refuse(f"</{tag}>")
        closed = self._stack.pop()
        holder = self._stack[-1]
        match tag:
            case "p":
                holder.blocks.append(Paragraph(_trimmed(closed.runs), closed.look))
            case "ol":
                holder.blocks.append(Listing(closed.marker, tuple(closed.items)))
            case "li":
                holder.items.append(self._item(closed.blocks))
            case "th" | "td":
                holder.cells.append(_trimmed(closed.runs))
                holder.key = holder.key if holder.key in ("", tag) else self._refuse(f"<{tag}>")
                holder.key = tag
            case "tr":
                self._add_row(holder, closed)
            case "table":
                holder.blocks.append(
                    Table(closed.widths, closed.heads, tuple(closed.rows), is_ruled=closed.is_ruled)
                )
            case "passage":
                self._parts.append(Passage(closed.key, tuple(closed.blocks)))

    def handle_data(self, data: str) -> None:
        words = _SPACES.sub(" ", data)
        if not self._in_paragraph() and words.strip(" "):
            self._refuse(words.strip(" ")[:40])
        if self._in_paragraph():
            before = self._paragraph().runs
            if words.startswith(" ") and (not before or _ends_in_space(before[-1])):
                words = words[1:]
            self._add(words)

    def handle_charref(self, name: str) -> None:
        digits = name[1:] if name[:1] in "xX" else name
        try:
            self._add_words(chr(int(digits, 16 if name[:1] in "xX" else 10)))
        except (ValueError, OverflowError):
            self._refuse(f"&#{name};")

    def handle_entityref(self, name: str) -> None:
        if name not in _NAMED:
            self._refuse(f"&{name};")
        self._add_words(_NAMED[name])

    def handle_comment(self, data: str) -> None:
        self._refuse("<!--")

    def handle_decl(self, decl: str) -> None:
        self._refuse("<!")

    def unknown_decl(self, data: str) -> None:
        self._refuse("<![")

    def handle_pi(self, data: str) -> None:
        self._refuse("<?")

    def _add_words(self, words: str) -> None:
        if not self._in_paragraph():
            self._refuse(words)
        self._add(words)

    def _add(self, words: str) -> None:
        if not words:
            return
        tags = {entry.tag for entry in self._stack}
        run = Text(words, is_bold="b" in tags, is_italic="i" in tags, is_underlined="u" in tags)
        runs = self._paragraph().runs
        if runs and isinstance(runs[-1], Text) and _style(runs[-1]) == _style(run):
            runs[-1] = Text(runs[-1].words + words, run.is_bold, run.is_italic, run.is_underlined)
        else:
            runs.append(run)

    def _add_gap(self, key: str) -> None:
        if key not in self._labels:
            raise UnknownGap(key=key)
        self._paragraph().runs.append(Blank(key, self._labels[key]))

    def _in_paragraph(self) -> bool:
        return self._stack[-1].tag in _HOLDERS or self._stack[-1].tag in _STYLES

    def _paragraph(self) -> _Open:
        return next(entry for entry in reversed(self._stack) if entry.tag in _HOLDERS)

    def _one_of(self, what: str, value: str | None, allowed: tuple[str, ...]) -> str:
        if value not in allowed:
            self._refuse(f"<{what}={value}>")
        return value

    def _widths(self, written: str) -> tuple[int, ...]:
        shares = written.split()
        if not all(share.isdecimal() and int(share) for share in shares) or sum(map(int, shares)) != _WHOLE:
            self._refuse(f"<table widths={written}>")
        return tuple(map(int, shares))

    def _add_row(self, table: _Open, row: _Open) -> None:
        """Add a row; one of ``th`` is the table's head and stands first."""
        is_head = row.key == "th"
        if len(row.cells) != len(table.widths) or (is_head and (table.heads or table.rows)):
            self._refuse("<tr>")
        if is_head:
            table.heads = tuple(row.cells)
        else:
            table.rows.append(tuple(row.cells))

    def _item(self, blocks: list[Block]) -> Item:
        if not blocks or not isinstance(blocks[0], Paragraph):
            self._refuse("<li>")
        return Item(blocks[0], tuple(blocks[1:]))

    def _refuse(self, markup: str) -> NoReturn:
        raise MarkupRefused(markup=markup, line=self.getpos()[0])


def _style(run: Text) -> tuple[bool, bool, bool]:
    return (run.is_bold, run.is_italic, run.is_underlined)


def _ends_in_space(run: Run) -> bool:
    return isinstance(run, Text) and run.words.endswith(" ")


def _trimmed(runs: list[Run]) -> Runs:
    if runs and isinstance(runs[-1], Text):
        runs[-1] = Text(
            runs[-1].words.rstrip(" "), runs[-1].is_bold, runs[-1].is_italic, runs[-1].is_underlined
        )
    return tuple(run for run in runs if run.words)
