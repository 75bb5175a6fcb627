"""The small part of HTML that a letter's wording may use, and the blocks it stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NoReturn

from orgflow.letters.blocks import Blank, Block, Item, Listing, Marker, Paragraph, Run, Runs, Text
from orgflow.letters.errors import MarkupRefused, UnknownGap

_SPACES = re.compile(r"[ \t\r\n\f]+")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_STYLES = frozenset({"b", "i", "u"})
_PARENTS = {
    "p": frozenset({"", "li"}),
    "ol": frozenset({"", "li"}),
    "li": frozenset({"ol"}),
    "gap": frozenset({"p", "b", "i", "u"}),
    "b": frozenset({"p", "i", "u"}),
    "i": frozenset({"p", "b", "u"}),
    "u": frozenset({"p", "b", "i"}),
}
DEEPEST_LIST = 2


def read_markup(markup: str, gap_labels: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the blocks that the markup stands for.

    Args:
        markup: ``p``, ``ol`` (type 1 or a), ``li`` of ``p`` and ``ol``, ``b``, ``i``, ``u``, ``gap`` (key).

    Raises:
        MarkupRefused: another element, attribute or nesting; something left open; words outside a paragraph.
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
    marker: Marker = Marker.NUMBER


class _Reader(HTMLParser):
    def __init__(self, gap_labels: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self._labels = gap_labels
        self._stack = [_Open("")]

    def finished(self) -> tuple[Block, ...]:
        if len(self._stack) != 1:
            self._refuse(f"<{self._stack[-1].tag}>")
        return tuple(self._stack[0].blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._stack[-1].tag not in _PARENTS.get(tag, frozenset()):
            self._refuse(f"<{tag}>")
        given = dict(attrs)
        opened = _Open(tag)
        if tag == "ol":
            opened.marker = self._marker(given.pop("type", Marker.NUMBER.value))
        if tag == "gap":
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
                holder.blocks.append(Paragraph(_trimmed(closed.runs)))
            case "ol":
                holder.blocks.append(Listing(closed.marker, tuple(closed.items)))
            case "li":
                holder.items.append(self._item(closed.blocks))

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
        return self._stack[-1].tag == "p" or self._stack[-1].tag in _STYLES

    def _paragraph(self) -> _Open:
        return next(entry for entry in reversed(self._stack) if entry.tag == "p")

    def _marker(self, value: str | None) -> Marker:
        if value not in tuple(Marker):
            self._refuse(f"<ol type={value}>")
        return Marker(value)

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
