"""Codes under which letters are filed, and how long what bears them is kept.

Source: [PERMENDAGRI-83-2022].
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import clean_line, clean_name, clean_words

LONGEST_RETENTION: Final = 100
_CODE: Final = re.compile(r"\d{3}(\.\d{1,3}){0,6}")


class ClassificationUnfit(RuleBroken):
    """A classification code is not three digits, with numbers after dots where it goes deeper."""

    code = "classification_unfit"


class ClassificationTaken(RuleBroken):
    """The code stands in the table already; ``classification`` is the code."""

    code = "classification_taken"


class ClassificationNotOffered(RuleBroken):
    """A letter is to bear a code that the office does not hold, or has ended."""

    code = "classification_not_offered"


class RetentionUnfit(RuleBroken):
    """Years of retention are no whole number from 0 to ``most``."""

    code = "retention_unfit"


class FinalFate(StrEnum):
    """What becomes of a file when its retention has run out."""

    KEPT = "kept"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationCode:
    """A code with its retention; None is *belum diisi*.

    Attributes:
        active_years, inactive_years: how long a file stays with the office, then in its record centre.
        source: where the row was seen or read, in words.
    """

    code: str
    title: str
    active_years: int | None
    inactive_years: int | None
    fate: FinalFate | None
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class HeldClassification:
    """A code with what it is changed by; from ``ended_on`` on it is no longer offered."""

    id: UUID
    revision: int
    entry: ClassificationCode
    ended_on: date | None


def checked_code(typed: ClassificationCode) -> ClassificationCode:
    """Return a code as it is kept.

    Raises:
        ClassificationUnfit, RetentionUnfit, NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    code = clean_words(typed.code, field="code", limit=60)
    if not (code.isascii() and _CODE.fullmatch(code)):
        raise ClassificationUnfit(field="code", classification=code)
    for field, years in (("active_years", typed.active_years), ("inactive_years", typed.inactive_years)):
        if years is not None and not 0 <= years <= LONGEST_RETENTION:
            raise RetentionUnfit(field=field, most=LONGEST_RETENTION)
    return replace(
        typed,
        code=code,
        title=clean_name(typed.title, field="title"),
        source=clean_line(typed.source, field="source"),
    )


def order_of(code: str) -> tuple[int, ...]:
    """Return by what codes are put in order: each of their numbers, so that .10 comes after .9."""
    return tuple(int(part) for part in code.split("."))
