"""What was written in a section and answered beside it, as it is kept."""

from typing import Final

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.passages import clean_passage
from orgflow.domain.study.outline import SECTIONS, section_asked
from orgflow.domain.study.sections import Asked
from orgflow.domain.values import LINE_LENGTH, clean_text

YEAR_DIGITS: Final = 4


class YearUnreadable(RuleBroken):
    """The year of the data is no year of four digits."""

    code = "study_year_unreadable"


class YearAhead(RuleBroken):
    """The year of the data has not begun; ``year`` is the present one."""

    code = "study_year_ahead"


def clean_section(key: str, text: str) -> str:
    """Return a section's text as it is kept.

    Raises:
        UnknownSection: neither form has a section of this key.
        PassageTooLong, TextUnprintable: as ``clean_passage``.
    """
    section_asked(key)
    return clean_passage(key, text, SECTIONS)


def clean_answer(key: str, answer: str, this_year: int) -> str:
    """Return what was answered besides a section's text, as it is kept; empty where nothing is asked.

    Args:
        this_year: data can be of no later one.

    Raises:
        UnknownSection: neither form has a section of this key.
        YearUnreadable, YearAhead: it is to be a year.
        TextTooLong, TextUnprintable: more than 500 characters for a year, 20,000 for anything else.
    """
    match section_asked(key).asks:
        case None:
            return ""
        case Asked.YEAR:
            year = clean_text(answer, field=Asked.YEAR, limit=LINE_LENGTH)
            if year and not (year.isascii() and year.isdigit() and len(year) == YEAR_DIGITS):
                raise YearUnreadable(field=Asked.YEAR)
            if year and int(year) > this_year:
                raise YearAhead(field=Asked.YEAR, year=str(this_year))
            return year
        case Asked.WEAKNESS:
            return clean_text(answer, field=Asked.WEAKNESS)
