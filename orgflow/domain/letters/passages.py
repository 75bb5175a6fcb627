"""The passages of a letter that an office words itself, and when its words are kept."""

import hashlib
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.values import clean_text

PASSAGE_LENGTH: Final = 20_000
"""Characters of one passage, included."""
TOLD: Final = 1_000
"""Characters of a change that the history keeps; the letter itself keeps all."""
_PASTED: Final = PASSAGE_LENGTH * 10


class UnknownPassage(NotFound):
    """The letter has no passage of this key."""

    code = "unknown_letter_passage"


class PassageTooLong(RuleBroken):
    """A passage holds more than 20,000 characters; ``length`` says how many."""

    code = "letter_passage_too_long"


@dataclass(frozen=True, slots=True)
class Written:
    """What an office wrote in a passage's place, and the derived wording that it replaced."""

    text: str
    upon: str


def clean_passage(key: str, text: str, known: Collection[str]) -> str:
    """Return a passage's text as it is kept: in NFC, its lines without blanks at their ends.

    Raises:
        UnknownPassage: ``known``, the keys of the letter's passages, does not hold the key.
        PassageTooLong: more than 20,000 characters.
        TextUnprintable: it holds a control character, a lone surrogate or a direction override.
    """
    if key not in known:
        raise UnknownPassage(key=key[:60])
    cleaned = clean_text(text, field=key, limit=max(_PASTED, len(text)))
    kept = tidied(cleaned)
    if len(kept) > PASSAGE_LENGTH:
        raise PassageTooLong(field=key, limit=PASSAGE_LENGTH, length=len(kept))
    return kept


def written(text: str, derived: str) -> Written | None:
    """Return what is kept of a cleaned text; None when it says what is derived, and so follows the facts."""
    return None if text == derived else Written(text, derived)


def follows_no_more(held: Written, derived: str) -> bool:
    """Say whether the facts would now give another wording than the one that was replaced."""
    return held.upon != derived


def tidied(text: str) -> str:
    """Return a text in NFC with uniform line ends, its lines without blanks at their ends."""
    even = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.rstrip() for line in even.strip().split("\n"))


def mark_of(text: str) -> str:
    """Return a short mark by which a page says which text it showed."""
    return hashlib.sha256(tidied(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def told_apart(before: str, after: str) -> tuple[str, str]:
    """Return the lines of both texts from the first that differs to the last, for the history; shortened."""
    old, new = before.split("\n"), after.split("\n")
    ahead = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    old, new = old[ahead:], new[ahead:]
    behind = next(
        (at for at, (one, other) in enumerate(zip(old[::-1], new[::-1], strict=False)) if one != other),
        min(len(old), len(new)),
    )
    return _shortened(old[: len(old) - behind]), _shortened(new[: len(new) - behind])


def _shortened(lines: list[str]) -> str:
    text = "\n".join(lines)
    return text if len(text) <= TOLD else f"{text[: TOLD - 1]}…"
