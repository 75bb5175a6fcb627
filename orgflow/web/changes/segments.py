"""The words of the matriks as its page marks them: what went, what came, and what stayed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


class Word(Protocol):
    """A stretch of words and whether it differs from the other side."""

    @property
    def text(self) -> str:
        """The words, with the blank after them."""

    @property
    def is_changed(self) -> bool:
        """Whether they differ."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words in the matriks."""

    kind: str
    text: str


def marked(before: Sequence[Word], after: Sequence[Word]) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Return both sides with what differs marked; a text of which most words differ is marked whole."""
    is_whole = _is_another(before) or _is_another(after)
    return tuple(_side(before, "del", is_whole=is_whole)), tuple(_side(after, "ins", is_whole=is_whole))


def _is_another(words: Sequence[Word]) -> bool:
    """Say whether more than half of the words differ."""
    changed = sum(len(word.text.split()) for word in words if word.is_changed)
    return changed * 2 > sum(len(word.text.split()) for word in words)


def _side(words: Sequence[Word], kind: str, *, is_whole: bool) -> Iterator[Segment]:
    if is_whole and words:
        yield Segment(kind, "".join(word.text for word in words))
        return
    for word in words:
        if not word.is_changed:
            yield Segment("same", word.text)
            continue
        # The blank after a changed word is no change: a line under it would show.
        text = word.text.rstrip(" ")
        yield Segment(kind, text)
        if len(text) < len(word.text):
            yield Segment("same", word.text[len(text) :])
