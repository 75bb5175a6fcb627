"""Two texts word by word, with as few words marked as there can be, however long they are.

Source: [MYERS-1986].
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from orgflow.domain.changes.matrix import Word

MOST: Final = 500
"""How many words are told apart one by one; a stretch that differs in more counts as changed whole."""
_WORD: Final = re.compile(r"\s*\S+|\s+")

Stretch = tuple[int, int, int, int, bool]
"""Places of the earlier text, of the later one, and whether both are the same there."""


def compare_texts(before: str, after: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return both texts with what differs marked; joined, each is given back as it was.

    What differs in nothing but blanks is not marked.
    """
    left: list[Word] = []
    right: list[Word] = []
    if not _words(left, right, before, after):
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            one, other = "".join(old[i1:i2]), "".join(new[j1:j2])
            if tag == "equal" or not _words(left, right, one, other):
                _put(left, one, is_changed=tag != "equal")
                _put(right, other, is_changed=tag != "equal")
    return tuple(left), tuple(right)


def _words(left: list[Word], right: list[Word], before: str, after: str) -> bool:
    """Put the words of both with what differs marked; False, and nothing put, where too much does."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    found = stretches([word.strip() for word in old], [word.strip() for word in new])
    if found is None:
        return False
    for i1, i2, j1, j2, is_same in found:
        _put(left, "".join(old[i1:i2]), is_changed=not is_same)
        _put(right, "".join(new[j1:j2]), is_changed=not is_same)
    return True


def stretches(old: Sequence[str], new: Sequence[str]) -> list[Stretch] | None:
    """Return the shortest way from one list of words to the other; None where it takes too many words."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    trace = _trace(old[first : len(old) - last], new[first : len(new) - last])
    if trace is None:
        return None
    found: list[Stretch] = [(0, first, 0, first, True)] if first else []
    for i1, i2, j1, j2, is_same in _way(trace, len(old) - last - first, len(new) - last - first):
        found.append((i1 + first, i2 + first, j1 + first, j2 + first, is_same))
    if last:
        found.append((len(old) - last, len(old), len(new) - last, len(new), True))
    return found


def _trace(old: Sequence[str], new: Sequence[str]) -> list[dict[int, int]] | None:
    """Return how far each diagonal reaches for each number of words told apart, up to the end."""
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    for told in range(min(len(old) + len(new), MOST) + 1):
        trace.append(dict(reach))
        for diagonal in range(-told, told + 1, 2):
            at = _start(reach, diagonal, told)
            while at < len(old) and at - diagonal < len(new) and old[at] == new[at - diagonal]:
                at += 1
            reach[diagonal] = at
            if at >= len(old) and at - diagonal >= len(new):
                return trace
    return None


def _start(reach: dict[int, int], diagonal: int, told: int) -> int:
    """Return where a diagonal begins: by a word more of the later text, or one less of the earlier."""
    if diagonal == -told or (diagonal != told and reach[diagonal - 1] < reach[diagonal + 1]):
        return reach[diagonal + 1]
    return reach[diagonal - 1] + 1


def _way(trace: list[dict[int, int]], length: int, other: int) -> Iterator[Stretch]:
    """Yield the stretches of the way that the trace found, from the beginning on."""
    found: list[Stretch] = []
    x, y = length, other
    for told in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[told], x - y
        down = diagonal == -told or (diagonal != told and reach[diagonal - 1] < reach[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        old_x = reach[before] if told else 0
        old_y = old_x - before if told else 0
        start_x = (old_x if down else old_x + 1) if told else 0
        start_y = start_x - diagonal if told else 0
        if x > start_x:
            found.append((start_x, x, start_y, y, True))
        if told:
            found.append((old_x, start_x, old_y, start_y, False))
        x, y = old_x, old_y
    yield from reversed(found)


def _put(words: list[Word], text: str, *, is_changed: bool) -> None:
    """Add a stretch of words; one that is marked like the last is joined to it."""
    if not text:
        return
    if words and words[-1].is_changed == is_changed:
        words[-1] = Word(words[-1].text + text, is_changed)
    else:
        words.append(Word(text, is_changed))
