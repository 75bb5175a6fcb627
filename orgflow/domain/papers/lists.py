"""Lists of units or functions inside an article: the same list as it is to read, its letters counted anew."""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from orgflow.domain.values import comparable

K = TypeVar("K", bound=Hashable)
_ITEM: Final = re.compile(r"^(\s*)([a-z])\.\s+(.*?)(?:;\s*dan|;|\.|,)?\s*$")
_BETWEEN: Final = r"(?:,\s*dan\s+|,\s*serta\s+|\s+dan\s+|,\s+)"
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class ListChange(Generic[K]):
    """A list before and after: each entry's key with its words, in order."""

    before: Mapping[K, str]
    after: Mapping[K, str]

    @property
    def is_changed(self) -> bool:
        """Whether entries came, went or changed places; other words for one alone are none of these."""
        return list(self.before) != list(self.after)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text and what is to stand there."""

    start: int
    end: int
    words: str


def lettered(text: str, change: ListChange[K], owner: str) -> Iterator[Stretch]:
    """Yield each lettered list of the text that holds all entries, as it is to read.

    Entries that are nobody's, such as a closing one of other duties, stay where they stand. A list of which
    nothing is left becomes a visible gap.
    """
    for start, end, lines in _lettered_runs(text):
        matches = [_ITEM.match(line) for line in lines]
        items = [match[3] for match in matches if match is not None]
        keys = {comparable(words): key for key, words in change.before.items()}
        held = [keys.get(comparable(item)) for item in items]
        if not set(change.before) <= set(held) or not change.before:
            continue
        new = _merged(items, held, change)
        if not new:
            yield Stretch(start, end, _nothing_left(owner))
        elif len(new) <= len(LETTERS):
            last = lines[-1].rstrip()[-1:]
            yield Stretch(start, end, _written(new, last if last in ".;" else "."))


def running(text: str, change: ListChange[K], owner: str) -> Iterator[Stretch]:
    """Yield each list within a sentence that names all entries in their order, as it is to read.

    A list of one entry is taken for one only where its line names the owner before it. A list of which
    nothing is left becomes a visible gap.
    """
    if not change.before:
        return
    new = in_sentence(list(change.after.values())) if change.after else _nothing_left(owner)
    words = [r"\s+".join(map(re.escape, name.split())) for name in change.before.values()]
    pattern = re.compile(rf"(?<!\w){_BETWEEN.join(words)}(?!\w)", re.IGNORECASE)
    for found in pattern.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        if len(words) == 1 and comparable(owner) not in comparable(line):
            continue
        yield Stretch(found.start(), found.end(), new)


def _nothing_left(owner: str) -> str:
    return f"[belum diisi: susunan {owner}, yang tidak ada lagi isinya]"


def in_sentence(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: ``A``, ``A dan B``, ``A, B, dan C``."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _merged(items: Sequence[str], held: Sequence[K | None], change: ListChange[K]) -> list[str]:
    """Return the items with those that went left out and those that came behind whom they follow."""
    kept = [key for key in held if key is not None and key in change.after]
    ordered = iter([key for key in change.after if key in kept])
    entries: list[tuple[K | None, str]] = []
    for key, item in zip(held, items, strict=True):
        if key is None:
            entries.append((None, item))
        elif key in change.after:
            follows = next(ordered)
            entries.append((follows, change.after[follows]))
    earlier: K | None = None
    for key, words in change.after.items():
        if key not in kept:
            keys = [entry[0] for entry in entries]
            at = keys.index(earlier) + 1 if earlier in keys and earlier is not None else 0
            entries.insert(at, (key, words))
        earlier = key
    return [words for _, words in entries]


def _written(items: Sequence[str], last: str) -> str:
    ends = [";"] * (len(items) - 1) + [last]
    if len(items) > 1:
        ends[-2] = "; dan"
    return "\n".join(
        f"{letter}. {item}{end}" for letter, item, end in zip(LETTERS, items, ends, strict=False)
    )


def _lettered_runs(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the stretches of lines that bear letters, with where they begin and end."""
    at, start, lines = 0, 0, list[str]()
    for line in text.split("\n"):
        match = _ITEM.match(line)
        goes_on = match is not None and len(lines) < len(LETTERS) and match[2] == LETTERS[len(lines)]
        if lines and not goes_on:
            yield start, at - 1, lines
            lines = []
            goes_on = match is not None and match[2] == "a"
        if goes_on:
            start = at if not lines else start
            lines.append(line)
        at += len(line) + 1
    if lines:
        yield start, at - 1, lines
