"""Words of a text as a search compares them: without diacritics, case and punctuation."""

import re
import unicodedata
from typing import Final

WORD_LENGTH: Final = 60
_WORD: Final = re.compile(r"[^\W_]+")


def search_words(text: str) -> frozenset[str]:
    """Return the words of a text in the form under which they are found; each at most 60 characters."""
    return frozenset(words_in_order(text))


def words_in_order(text: str) -> tuple[str, ...]:
    """Return the words of a text as ``search_words``, in their order."""
    plain = unicodedata.normalize("NFKD", text)
    without = "".join(character for character in plain if not unicodedata.combining(character))
    return tuple(word[:WORD_LENGTH] for word in _WORD.findall(without.casefold()))


def matches(asked: tuple[str, ...], text: str) -> bool:
    """Say whether every word asked for begins some word of the text."""
    held = words_in_order(text)
    return all(any(word.startswith(prefix) for word in held) for prefix in asked)
