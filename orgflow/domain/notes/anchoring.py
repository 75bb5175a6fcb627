"""Where a note stands in a proposal, and where it stands once the text under it has moved."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import NotFound
from orgflow.domain.notes.finding import (
    STRONG,
    TELLING,
    Match,
    Quote,
    cut_quote,
    find_alike,
    find_exact,
    likeness,
)
from orgflow.domain.values import comparable


class PlaceKind(StrEnum):
    """What a note can be put on."""

    PROPOSAL = "proposal"
    SECTION = "section"
    OPERATION = "operation"
    MATRIX_ROW = "matrix_row"
    PASSAGE = "passage"
    DOCUMENT = "document"
    STUDY_SECTION = "study_section"


class UnknownPlace(NotFound):
    """The proposal has no such place."""

    code = "unknown_place"


class Fit(StrEnum):
    """What became of the words that a note was put on."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place a note was put on.

    Attributes:
        key: stable within its kind: an operation's id, a row's key, a letter's id with a passage's key,
            a document's code, a study section's key; empty for the proposal itself.
        words: what the place said when the note was put on it.
        quote: the words of it that the note is about; None when it is about the whole place.
    """

    kind: PlaceKind
    key: str
    words: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a note stands now: in which place of its kind, on which of its characters.

    ``key`` is None when the place is gone; ``span`` is None when the note is about the whole place.
    """

    key: str | None
    fit: Fit
    span: tuple[int, int] | None = None

    def has_moved(self, anchor: Anchor) -> bool:
        """Say whether it stands in another place than it was put on."""
        return self.key is not None and self.key != anchor.key


GONE: Final = Standing(None, Fit.GONE)


def anchor_on(kind: PlaceKind, key: str, words: str, quoted: str) -> Anchor:
    """Return the anchor of a note on a place, or on the words quoted from it.

    Raises:
        QuoteNotThere, QuoteAmbiguous: as ``cut_quote``.
    """
    return Anchor(kind, key, words, cut_quote(words, quoted) if quoted.strip() else None)


def stand(anchor: Anchor, places: Mapping[str, str]) -> Standing:
    """Return where a note stands now.

    Args:
        places: what each place of the anchor's kind says now, by key.
    """
    if anchor.quote is None:
        return _whole(anchor, places)
    return _quoted(anchor.key, anchor.quote, places)


def _quoted(key: str, quote: Quote, places: Mapping[str, str]) -> Standing:
    """Look word for word, then by likeness; in the own place first, then in the others."""
    own = {key: places[key]} if key in places else {}
    others = {one: text for one, text in places.items() if one != key} if _is_telling(quote.exact) else {}
    exact = _best(find_exact(quote, text) for text in own.values())
    if exact is not None:
        return Standing(key, Fit.SAME, (exact.start, exact.end))
    alike = _best(find_alike(quote, text) for text in own.values())
    if alike is not None and alike.likeness >= STRONG:
        return Standing(key, Fit.CHANGED, (alike.start, alike.end))
    moved = _likest({one: find_exact(quote, text) for one, text in others.items()})
    if moved is not None:
        return Standing(moved[0], Fit.SAME, (moved[1].start, moved[1].end))
    if alike is not None:
        return Standing(key, Fit.CHANGED, (alike.start, alike.end))
    near = _likest({one: find_alike(quote, text) for one, text in others.items()})
    if near is not None and near[1].likeness >= STRONG:
        return Standing(near[0], Fit.CHANGED, (near[1].start, near[1].end))
    return GONE


def _whole(anchor: Anchor, places: Mapping[str, str]) -> Standing:
    own = places.get(anchor.key)
    if own is not None:
        return Standing(anchor.key, Fit.SAME if _same(own, anchor.words) else Fit.CHANGED)
    if not _is_telling(anchor.words):
        return GONE
    for key, text in places.items():
        if _same(text, anchor.words):
            return Standing(key, Fit.SAME)
    near = {key: likeness(text, anchor.words) for key, text in places.items()}
    likest = max(near, key=lambda key: near[key], default=None)
    return Standing(likest, Fit.CHANGED) if likest is not None and near[likest] >= STRONG else GONE


def _best(found: Iterator[Match | None]) -> Match | None:
    return next((match for match in found if match is not None), None)


def _likest(found: Mapping[str, Match | None]) -> tuple[str, Match] | None:
    held = [(key, match) for key, match in found.items() if match is not None]
    return max(held, key=lambda pair: (pair[1].likeness, pair[1].context), default=None)


def _is_telling(words: str) -> bool:
    return len(words.split()) >= TELLING


def _same(one: str, other: str) -> bool:
    return comparable(one) == comparable(other)
