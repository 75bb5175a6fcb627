"""What a sentence of the history is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from orgflow.domain.calendar import format_date

Payload = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Change:
    """What something was and is."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """What an event says beside who and when."""

    sentence: str
    reason: str = ""
    recorded_by: str = ""
    changes: tuple[Change, ...] = ()


def text_of(payload: Payload, name: str) -> str:
    """Return a field as text; empty when it is missing."""
    value = payload.get(name)
    return "" if value is None else str(value)


def day_of(text: str) -> str:
    """Return an ISO day in words; what is no day stays as it is."""
    try:
        return format_date(date.fromisoformat(text))
    except ValueError:
        return text
