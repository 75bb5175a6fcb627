"""Sentences of an office's text: where one ends, and what only looks like its end."""

import re
from typing import Final

_ABBREVIATED: Final = (
    *("No", "Prov", "Kab", "dll", "dsb", "dst", "jo", "cq", "c.q", "a.n", "u.b"),
    *("Dr", "Ir", "H", "Hj", "Drs", "Prof", "Plt", "Plh", "Pj"),
)
_NOT_CUT: Final = "".join(rf"(?<!\b{re.escape(short)}\.)" for short in _ABBREVIATED)
END: Final = re.compile(rf"(?:[!?]|\.{_NOT_CUT})(?=\s|$)")
"""Where a sentence ends; not after what is only cut short."""
_BETWEEN: Final = re.compile(rf"(?:(?<=[!?;])|(?<=\.){_NOT_CUT})\s+|\n+")


def sentences_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each part of an enumeration as one of them."""
    return tuple(sentence.strip() for sentence in _BETWEEN.split(text) if sentence.strip())
