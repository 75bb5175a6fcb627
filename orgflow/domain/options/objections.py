"""What the ministry is likely to object to an option: known objections, and on what ground each is raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.organisation.words import words_in_order


class Ground(StrEnum):
    """On what ground an objection is raised."""

    NAME_DEVIATES = "name_deviates"
    BEARS_WORDS = "bears_words"
    OVERLAP_OPEN = "overlap_open"
    GROWS = "grows"


@dataclass(frozen=True, slots=True)
class KnownObjection:
    """An objection seen elsewhere.

    Attributes:
        words: phrases of which one stands in a name or duty, where the ground is ``BEARS_WORDS``.
        source: where it was seen.
        is_verified: whether the rule behind it was looked up.
    """

    ground: Ground
    sentence: str
    source: str
    is_verified: bool
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """What of an option an objection may rest on; ``texts`` are its names and duties."""

    deviates: bool
    has_open_overlap: bool
    grows: bool
    texts: tuple[str, ...]


def likely_objections(facts: ObjectionFacts, known: Iterable[KnownObjection]) -> tuple[KnownObjection, ...]:
    """Return those of the known objections whose ground an option gives, in their order."""
    said = tuple(_phrase(text) for text in facts.texts)
    return tuple(one for one in known if _is_given(one, facts, said))


def _is_given(one: KnownObjection, facts: ObjectionFacts, said: tuple[str, ...]) -> bool:
    match one.ground:
        case Ground.NAME_DEVIATES:
            return facts.deviates
        case Ground.OVERLAP_OPEN:
            return facts.has_open_overlap
        case Ground.GROWS:
            return facts.grows
        case Ground.BEARS_WORDS:
            return any(_phrase(word) in text for word in one.words for text in said)


def _phrase(text: str) -> str:
    """Return a text's words with a blank on either side of each, so that whole words are found in it."""
    return f" {' '.join(words_in_order(text))} "
