"""Where quoted words stand in a text: exactly, or as nearly as they were written anew."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from orgflow.domain.errors import RuleBroken

CONTEXT: Final = 60
"""Characters kept of the text before and after a quote."""
ALIKE: Final = 0.6
"""From this likeness on (0 to 1) words count as the quoted ones written anew."""
STRONG: Final = 0.8
"""From this likeness on they do so whatever else there is; few words must be as like as this."""
TELLING: Final = 3
"""From how many words on a quote is told from others by its words alone."""
_CANDIDATES: Final = 5
_SLACK: Final = 3
"""Words by which a stretch may be longer than its quote's length allows."""
_GAP: Final = 3
"""What stands between unchanged surroundings may be at most so many times as long as the quote."""
_SURE_CONTEXT: Final = 12
"""Characters that text before and after must have to tell a place by themselves."""
_WORD: Final = re.compile(r"\S+")


class QuoteNotThere(RuleBroken):
    """The quoted words do not stand in the place."""

    code = "quote_not_there"


class QuoteAmbiguous(RuleBroken):
    """The quoted words stand in the place several times; ``times`` says how often."""

    code = "quote_ambiguous"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text, with some of what stood before and after them."""

    exact: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Where words stand in a text: ``start`` included, ``end`` not; ``likeness`` 1 is word for word."""

    start: int
    end: int
    likeness: float
    context: float

    @property
    def is_exact(self) -> bool:
        """Whether it is word for word, whatever the blanks between the words."""
        return self.likeness == 1.0


def cut_quote(text: str, words: str) -> Quote:
    """Return words of a text with what stands around them.

    Raises:
        QuoteNotThere: the text does not hold them.
        QuoteAmbiguous: it holds them several times.
    """
    found = list(_spans(text, words))
    if not found:
        raise QuoteNotThere(field="quote")
    if len(found) > 1:
        raise QuoteAmbiguous(field="quote", times=len(found))
    start, end = found[0]
    return Quote(text[start:end], text[max(start - CONTEXT, 0) : start], text[end : end + CONTEXT])


def find_exact(quote: Quote, text: str) -> Match | None:
    """Return where the quoted words stand word for word; of several places the one in the likest company."""
    found = (
        Match(start, end, 1.0, _context(quote, text, start, end)) for start, end in _spans(text, quote.exact)
    )
    return max(found, key=lambda match: match.context, default=None)


def find_alike(quote: Quote, text: str) -> Match | None:
    """Return the words that are most like the quoted ones; None where none are like enough.

    What stands between the unchanged text before and the unchanged text after counts as written anew.
    """
    found = [*_windows(quote, text), *_between(quote, text)]
    return max(found, key=lambda match: (match.likeness, match.context), default=None)


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; blanks and case make no difference.

    Whole words count as much as letters: sentences of one language share most of their letters anyway.
    Of few words only the letters count, or a slip in one would leave nothing.
    """
    left, right = _folded(one), _folded(other)
    if len(left.split()) < TELLING:
        return _ratio(left, right)
    words = SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio()
    return (_ratio(left, right) + words) / 2


def _spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    wanted = words.split()
    if not wanted:
        return
    for found in re.finditer(r"\s+".join(re.escape(word) for word in wanted), text):
        yield found.span()


def _windows(quote: Quote, text: str) -> Iterator[Match]:
    """Yield stretches of the text that share words in their order with the quote.

    Each word that both have votes for where the quote would begin; only the few places with most votes
    are looked at closely, so that a long text costs little.
    """
    words = list(_WORD.finditer(text))
    asked = _folded(quote.exact).split()
    if not words or not asked:
        return
    folded = [word.group().casefold() for word in words]
    for place in _likely_places(asked, folded):
        first, last = max(place - len(asked), 0), min(place + 2 * len(asked) + _SLACK, len(words))
        for begin, end in _runs(asked, folded[first:last]):
            start, stop = words[first + begin].start(), words[first + end - 1].end()
            found = likeness(quote.exact, text[start:stop])
            if found >= (ALIKE if len(asked) >= TELLING else STRONG):
                # Word for word is told by find_exact alone; here at most the case is another.
                yield Match(start, stop, min(found, 0.99), _context(quote, text, start, stop))


def _likely_places(asked: list[str], words: list[str]) -> Iterable[int]:
    where: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        where.setdefault(word, []).append(at)
    votes = Counter(at - place for place, word in enumerate(asked) for at in where.get(word, ()))
    slack = max(1, len(asked) // 4)
    near = {place: sum(votes[place + shift] for shift in range(-slack, slack + 1)) for place in votes}
    return sorted(near, key=lambda place: (-near[place], place))[:_CANDIDATES]


def _runs(asked: list[str], words: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the run of words that shares most with the quote for its length, its ends maybe written anew."""
    blocks = SequenceMatcher(None, asked, words, autojunk=False).get_matching_blocks()[:-1]
    best, run = 0.0, None
    for place, first in enumerate(blocks):
        shared = 0
        for last in blocks[place:]:
            shared += last.size
            ratio = 2 * shared / (len(asked) + last.b + last.size - first.b)
            if ratio > best:
                best, run = ratio, (first, last)
    if run is None:
        return
    begin, end = run[0].b, run[1].b + run[1].size
    missing = len(asked) - run[1].a - run[1].size
    for ahead in {0, min(run[0].a, begin)}:
        for behind in {0, min(missing, len(words) - end)}:
            yield begin - ahead, end + behind


def _between(quote: Quote, text: str) -> Iterator[Match]:
    before, after = quote.before.strip(), quote.after.strip()
    if len(before) < _SURE_CONTEXT or len(after) < _SURE_CONTEXT:
        return
    for _, start in _spans(text, before):
        for end, _ in _spans(text, after):
            words = text[start:end]
            if start < end and words.strip() and len(words) <= _GAP * len(quote.exact) + CONTEXT:
                yield Match(start + len(words) - len(words.lstrip()), start + len(words.rstrip()), ALIKE, 1.0)
                break


def _context(quote: Quote, text: str, start: int, end: int) -> float:
    before = text[max(start - len(quote.before), 0) : start]
    after = text[end : end + len(quote.after)]
    return (_ratio(quote.before, before) + _ratio(quote.after, after)) / 2


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
