"""Names of persons as a regulation prints them."""

import re
from typing import Final

_BEFORE: Final = re.compile(r"^(?:(?:Prof|Dr|Drs|Dra|Ir|H|Hj)\.?\s+)+(?=\S)")


def bare_name(name: str) -> str:
    """Return a person's name without degrees and titles.

    Source: [PERGUB-FORM] in docs/sources.md.
    """
    return _BEFORE.sub("", name.split(",", 1)[0].strip())
