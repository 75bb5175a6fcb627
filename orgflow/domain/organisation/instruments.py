"""Legal instruments as pages and letters read them: regulations, decrees, and their articles."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.values import InstrumentId

REGIONAL_REGULATION: Final = "perda"
"""The kind of a Perda, which the governor makes together with the council."""


KINDS_IN_FULL: Final = {
    "undang-undang": "uu",
    "peraturan pemerintah": "pp",
    "peraturan menteri dalam negeri": "permendagri",
    "peraturan menteri panrb": "permenpanrb",
    "peraturan daerah": REGIONAL_REGULATION,
    "peraturan gubernur": "pergub",
    "keputusan gubernur": "kepgub",
    "surat edaran": "se",
    "naskah hukum lain": "lain",
}
"""The code of each kind of instrument, by its name as an office writes it in full, in small letters."""


def kind_in_full(code: str) -> str:
    """Return a kind's name in small letters; empty for a kind of the office's own."""
    return next((name for name, held in KINDS_IN_FULL.items() if held == code), "")


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its number as printed and its text."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument as pages and letters read it."""

    id: InstrumentId
    kind: str
    number: str | None
    year: int | None
    title: str
    enacted_on: date | None
    promulgated_on: date | None
    effective_on: date | None
    gazette_number: str | None
    file_id: UUID | None
    source: str
    is_verified: bool
