"""How words taken from two files are compared: line breaks count for nothing, every character does."""

import unicodedata
from collections import Counter
from dataclasses import dataclass

_EXCERPT = 60
_LINE_END_HYPHEN = "\x02"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Difference:
    """The words around the first place where two texts part, without their spaces."""

    one: str
    other: str


def bare(text: str) -> str:
    """Return the text without spaces and invisible characters, in the form that PDF readers give it back."""
    plain = unicodedata.normalize("NFKC", text.replace(_LINE_END_HYPHEN, "-"))
    return "".join(
        character
        for character in plain
        if not character.isspace() and unicodedata.category(character) not in {"Cf", "Cc"}
    )


def first_difference(one: str, other: str) -> Difference | None:
    """Return where two texts first differ; ``None`` when they hold the same words.

    A PDF gives right-to-left script back in drawing order, brackets and quotation marks turned round: where
    there is any, the characters are counted.
    """
    left, right = bare(one), bare(other)
    if left == right:
        return None
    is_mixed = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in left)
    if is_mixed and _counted(left) == _counted(right):
        return None
    at = next(
        (place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )
    start = max(0, at - _EXCERPT // 3)
    return Difference(left[start : start + _EXCERPT], right[start : start + _EXCERPT])


def occurrences(piece: str, text: str) -> int:
    """Return how often the words of a piece stand in a text, both without their spaces.

    A piece with right-to-left script stands there once when all its characters do: see ``first_difference``.
    """
    wanted, held = bare(piece), bare(text)
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in wanted):
        return int(_counted(wanted) <= _counted(held))
    return held.count(wanted) if wanted else 0


def _counted(text: str) -> Counter[str]:
    return Counter(character for character in text if not _is_turned(character))


def _is_turned(character: str) -> bool:
    """Return whether a bracket or a quotation mark, which is printed the other way round."""
    return bool(unicodedata.mirrored(character)) or unicodedata.category(character) in {"Pi", "Pf"}
