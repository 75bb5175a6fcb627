"""The wording of a regulation as data: each rule with its source and whether anybody verified it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.papers.document import Mark, Run, Runs

USUAL_SOURCE: Final = "PERGUB-FORM"
_GAP: Final = re.compile(r"\[belum diisi: [^\]]*\]")
_ORDINALS: Final = (
    *("", " Kedua", " Ketiga", " Keempat", " Kelima", " Keenam", " Ketujuh", " Kedelapan"),
    *(" Kesembilan", " Kesepuluh", " Kesebelas", " Kedua Belas", " Ketiga Belas", " Keempat Belas"),
)


@dataclass(frozen=True, slots=True)
class DraftingRule:
    """How one part is worded; ``source`` says where it was seen."""

    wording: str
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Drafting:
    """All rules by their names."""

    rules: Mapping[str, DraftingRule]

    def say(self, rule: str, /, **places: str) -> str:
        """Return a rule's wording with these in its places."""
        words = self.rules[rule].wording
        for name, text in places.items():
            words = words.replace(f"{{{name}}}", text)
        return words


def runs_of(text: str) -> Runs:
    """Return a text with its gaps marked as gaps."""
    found: list[Run] = []
    at = 0
    for match in _GAP.finditer(text):
        if match.start() > at:
            found.append(Run(text[at : match.start()]))
        found.append(Run(match[0], Mark.GAP))
        at = match.end()
    if at < len(text) or not found:
        found.append(Run(text[at:]))
    return tuple(found)


def ordinal(earlier: int) -> str:
    """Return how a title counts an amendment after so many: nothing for the first, then `` Kedua``."""
    return _ORDINALS[earlier] if earlier < len(_ORDINALS) else " [belum diisi: perubahan ke berapa]"


def upper(text: str) -> str:
    """Return a text in capitals, its gaps as they are."""
    parts, at = [], 0
    for match in _GAP.finditer(text):
        parts += [text[at : match.start()].upper(), match[0]]
        at = match.end()
    return "".join((*parts, text[at:].upper()))
