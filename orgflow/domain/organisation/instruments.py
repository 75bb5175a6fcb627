"""Legal instruments as pages and letters read them: regulations, decrees, and their articles."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.values import InstrumentId

REGIONAL_REGULATION: Final = "perda"
"""The kind of a Perda, which the governor makes together with the council."""


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
