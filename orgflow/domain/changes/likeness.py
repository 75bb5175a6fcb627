"""How alike two names are: by the words they share, rare words counting more, or letter by letter."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from math import log
from typing import Final

from orgflow.domain.organisation.words import words_in_order
from orgflow.domain.values import comparable

_TYPING: Final = 0.85
_NEARLY: Final = 0.95


class Likeness:
    """Compares names among all those given; a word that many of them have says little."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words: dict[str, frozenset[str]] = {}
        count: Counter[str] = Counter()
        total = 0
        for name in names:
            total += 1
            if name not in self._words:
                self._words[name] = frozenset(words_in_order(name))
            count.update(self._words[name])
        self._weights = {word: log(1 + total / often) for word, often in count.items()}
        self._often = count

    def words(self, name: str) -> frozenset[str]:
        """Return a name's words."""
        if name not in self._words:
            self._words[name] = frozenset(words_in_order(name))
        return self._words[name]

    def rare_words(self, name: str, most: int) -> frozenset[str]:
        """Return those words of a name that at most so many names have."""
        return frozenset(word for word in self.words(name) if self._often[word] <= most)

    def of(self, one: str, other: str) -> float:
        """Return how alike two names are, from 0 to 1; 1 is the same but for case and spaces."""
        if comparable(one) == comparable(other):
            return 1.0
        first, second = self.words(one), self.words(other)
        both = self._weight(first) + self._weight(second)
        shared = min(2 * self._weight(first & second) / both, _NEARLY) if both else 0.0
        letters = SequenceMatcher(None, comparable(one), comparable(other), autojunk=False)
        if letters.real_quick_ratio() < _TYPING or letters.quick_ratio() < _TYPING:
            return shared
        ratio = letters.ratio()
        return (
            max(shared, min(ratio, _NEARLY))
            if ratio >= _TYPING and not _differs_in_number(one, other)
            else shared
        )

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._weights.get(word, 1.0) for word in words)


def _differs_in_number(one: str, other: str) -> bool:
    """Say whether the numbers in two names differ: *Wilayah I* and *Wilayah 2* are not a slip of the pen."""
    numbers = [sorted(filter(str.isdigit, words_in_order(name))) for name in (one, other)]
    return numbers[0] != numbers[1]
