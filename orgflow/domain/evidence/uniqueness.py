"""Claims of being the only one, found in a text and held against what is known of others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from orgflow.domain.evidence.claims import without_marks
from orgflow.domain.evidence.precedents import Precedent
from orgflow.domain.sentences import sentences_in

_ONLY_ONE: Final = re.compile(r"(?<!\w)satu(?:\s*[-\u2010-\u2013]\s*|\s+)satunya(?!\w)", re.IGNORECASE)
_ONLY: Final = re.compile(r"(?<!\w)hanya\s(?:[^!?;\n]{0,160}?\s)?yang(?!\w)", re.IGNORECASE)
_DENIED: Final = re.compile(r"(?:bukan(?:lah)?|tidak(?:lah)?|tak|tanpa)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SUBJECT: Final = re.compile(
    r"(?<!\w)(?:provinsi|daerah|biro|sekretariat|setda|nomenklatur|sumsel|sumatera|humas|kehumasan|publikasi"
    r"|hubungan\s+masyarakat)",
    re.IGNORECASE,
)
"""What a sentence with *hanya … yang* speaks of, where it claims that no other province does alike."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim, the sentence it stands in, and the precedents that speak against it."""

    claim: str
    sentence: str
    rows: tuple[Precedent, ...]


def contradictions(text: str, rows: Iterable[Precedent]) -> tuple[Contradiction, ...]:
    """Return the claims of a text which precedents with humas in their name contradict.

    Args:
        rows: the precedents of other provinces.
    """
    against = tuple(row for row in rows if row.has_humas)
    if not against:
        return ()
    return tuple(
        Contradiction(claim, " ".join(sentence.split()), against)
        for sentence in sentences_in(without_marks(text))
        for claim in _claims(sentence)
    )


def _claims(sentence: str) -> Iterator[str]:
    found = [match for match in _ONLY_ONE.finditer(sentence) if not _is_denied(sentence, match)]
    if _SUBJECT.search(sentence):
        found += [match for match in _ONLY.finditer(sentence) if not _is_denied(sentence, match)]
    yield from dict.fromkeys(" ".join(match[0].split()) for match in found)


def _is_denied(sentence: str, match: re.Match[str]) -> bool:
    return _DENIED.search(sentence[: match.start()]) is not None
