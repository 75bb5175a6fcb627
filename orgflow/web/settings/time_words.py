"""The words for the desks that have a deadline, and for the kinds of days off."""

from typing import Final

from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.days_off import DayOffKind
from orgflow.services.step_words import step_word

DAY_KINDS: Final[dict[DayOffKind, LazyString]] = {
    DayOffKind.NATIONAL: lazy_gettext("Libur nasional"),
    DayOffKind.COLLECTIVE: lazy_gettext("Cuti bersama"),
    DayOffKind.LOCAL: lazy_gettext("Libur daerah"),
}


def step_said(code: str) -> str:
    """Return what is done at a desk, in the language of the page."""
    return gettext(step_word(code))


def step_title(code: str) -> str:
    """Return what is done at a desk, as a title."""
    word = step_said(code)
    return f"{word[:1].upper()}{word[1:]}"
