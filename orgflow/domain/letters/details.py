"""What only people know of a document: when the meeting is, who is invited, what was agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.calendar import parse_date
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.values import clean_line, clean_text

LINE_LIMIT: Final = 500
LINES_LIMIT: Final = 20_000
LINES_MOST: Final = 400
CELL_MARK: Final = "|"


class DetailForm(StrEnum):
    """How a detail is written."""

    LINE = "line"
    LINES = "lines"
    GROUPS = "groups"
    """Lines in groups, an empty line between two groups."""
    DAY = "day"
    ROWS = "rows"
    """A line is a row, its cells parted by ``|``."""
    FLAG = "flag"


class UnknownDetail(RuleBroken):
    """Documents of this kind have no such detail."""

    code = "unknown_letter_detail"


class DetailRowTooWide(RuleBroken):
    """A row has more cells than its kind of table; ``line`` counts from 1."""

    code = "letter_detail_row_too_wide"


class DetailTooLong(RuleBroken):
    """More lines than one document may hold."""

    code = "letter_detail_too_long"


@dataclass(frozen=True, slots=True)
class DetailAsked:
    """A detail that a kind asks for; ``columns`` names the cells of its rows."""

    key: str
    form: DetailForm
    columns: tuple[str, ...] = ()


_LINE, _LINES, _DAY = DetailForm.LINE, DetailForm.LINES, DetailForm.DAY
SUBJECT: Final = DetailAsked("subject", _LINE)
ADDRESSEES: Final = DetailAsked("addressees", DetailForm.GROUPS)
ADDRESSEE_PLACE: Final = DetailAsked("addressee_place", _LINE)
THROUGH: Final = DetailAsked("through", _LINES)
ENCLOSED: Final = DetailAsked("enclosed", _LINES)
PLAIN_NAME: Final = DetailAsked("plain_name", _LINE)
"""The signer's name without degrees, as regulations and decrees bear it."""
_MEETING: Final = (
    DetailAsked("meeting_on", _DAY),
    DetailAsked("meeting_time", _LINE),
    DetailAsked("meeting_venue", _LINE),
)
_ADDRESSED: Final = (ADDRESSEES, ADDRESSEE_PLACE)
_PARTIES: Final = DetailAsked("parties", DetailForm.ROWS, ("title", "name", "rank", "nip"))
_REQUEST: Final = (
    DetailAsked("ministry_number", _LINE),
    DetailAsked("ministry_on", _DAY),
    DetailAsked("ministry_subject", _LINE),
)

DETAILS: Final[Mapping[LetterKind, tuple[DetailAsked, ...]]] = {
    LetterKind.GOVERNOR_LETTER: (),
    LetterKind.SECRETARY_LETTER: (
        DetailAsked("topics", _LINES),
        DetailAsked("wished_time", _LINE),
        *_ADDRESSED,
        ENCLOSED,
        SUBJECT,
    ),
    LetterKind.BUREAU_LETTER: (
        *_ADDRESSED,
        DetailAsked("overlaps", _LINES),
        DetailAsked("answer_by", _DAY),
        ENCLOSED,
        SUBJECT,
    ),
    LetterKind.MEMO: (
        ADDRESSEES,
        THROUGH,
        DetailAsked("options", _LINES),
        DetailAsked("chosen_option", _LINE),
        DetailAsked("coordination", _LINES),
        DetailAsked("touches_budget", DetailForm.FLAG),
        ENCLOSED,
        SUBJECT,
    ),
    LetterKind.SUBMISSION_MEMO: (ADDRESSEES, THROUGH, DetailAsked("reviewed_by", _LINES), ENCLOSED, SUBJECT),
    LetterKind.STAFF_STUDY: (DetailAsked("options", _LINES), SUBJECT),
    LetterKind.COVER_LETTER: (
        *_ADDRESSED,
        DetailAsked("sent", DetailForm.ROWS, ("what", "amount", "note")),
        SUBJECT,
    ),
    LetterKind.INVITATION: (
        *_ADDRESSED,
        *_MEETING,
        DetailAsked("agenda", _LINES),
        ENCLOSED,
        SUBJECT,
    ),
    LetterKind.ATTENDANCE: (*_MEETING, DetailAsked("people", DetailForm.ROWS, ("name", "office")), SUBJECT),
    LetterKind.MINUTES: (
        *_MEETING[::2],
        DetailAsked("present", _LINES),
        DetailAsked("agreed", _LINES),
        _PARTIES,
        SUBJECT,
    ),
    LetterKind.NOTES: (
        *_MEETING,
        DetailAsked("agenda", _LINES),
        DetailAsked("said", _LINES),
        DetailAsked("concluded", _LINES),
        DetailAsked("minutes_taker", _LINE),
        SUBJECT,
    ),
    LetterKind.DISPOSITION: (
        DetailAsked("incoming_sender", _LINE),
        DetailAsked("incoming_number", _LINE),
        DetailAsked("incoming_on", _DAY),
        DetailAsked("incoming_subject", _LINE),
        DetailAsked("received_on", _DAY),
        DetailAsked("agenda_number", _LINE),
        DetailAsked("forward_to", _LINES),
    ),
    LetterKind.COMPLETION: (
        *_REQUEST,
        DetailAsked("answers", DetailForm.ROWS, ("note", "answer", "place")),
        ENCLOSED,
        SUBJECT,
    ),
    LetterKind.FOLLOW_UP: (DetailAsked("contact_person", _LINE), SUBJECT),
    LetterKind.ASSIGNMENT: (
        DetailAsked("bases", _LINES),
        DetailAsked("people", DetailForm.ROWS, ("name", "office")),
        DetailAsked("tasks", _LINES),
    ),
    LetterKind.DECREE: (
        SUBJECT,
        DetailAsked("considerations", _LINES),
        DetailAsked("bases", _LINES),
        DetailAsked("dicta", _LINES),
        PLAIN_NAME,
    ),
}
"""What each kind asks, in the order in which a page asks it."""


@dataclass(frozen=True, slots=True)
class Details:
    """What was given, by key; days as ISO dates."""

    given: Mapping[str, str]

    def line(self, key: str) -> str | None:
        """Return a line; None where nothing was given."""
        return self.given.get(key) or None

    def flag(self, key: str) -> bool:
        """Return whether it was said to be so."""
        return bool(self.given.get(key))

    def lines(self, key: str) -> tuple[str, ...]:
        """Return the lines that hold anything."""
        return tuple(line.strip() for line in self.given.get(key, "").split("\n") if line.strip())

    def points(self, key: str) -> tuple[str, ...]:
        """Return the lines without their last marks; the list that prints them ends each its own way."""
        return without_ends(self.lines(key))

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return the groups of lines."""
        groups: list[list[str]] = [[]]
        for line in self.given.get(key, "").split("\n"):
            if line.strip():
                groups[-1].append(line.strip())
            elif groups[-1]:
                groups.append([])
        return tuple(tuple(group) for group in groups if group)

    def day(self, key: str) -> date | None:
        """Return a day; None where nothing was given."""
        text = self.given.get(key)
        return date.fromisoformat(text) if text else None

    def rows(self, key: str, columns: int) -> tuple[tuple[str, ...], ...]:
        """Return the rows, each filled up with empty cells to this number of columns."""
        found = (tuple(cell.strip() for cell in line.split(CELL_MARK)) for line in self.lines(key))
        return tuple((*cells, *("" for _ in range(columns - len(cells)))) for cells in found)


def without_ends(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return points without the marks that end them."""
    return tuple(line.rstrip(" .;,") for line in lines)


def clean_details(kind: LetterKind, given: Mapping[str, str]) -> dict[str, str]:
    """Return what was given for a document of the kind, each as it is kept; empty ones are left out.

    Raises:
        UnknownDetail, DetailRowTooWide, DetailTooLong.
        TextTooLong, TextUnprintable, DateUnreadable, DateImpossible, YearOutOfRange.
    """
    asked = {detail.key: detail for detail in DETAILS[kind]}
    unknown = set(given) - set(asked)
    if unknown:
        raise UnknownDetail(details=", ".join(sorted(unknown))[:200])
    cleaned = {key: _cleaned(asked[key], text) for key, text in given.items() if text.strip()}
    return {key: text for key, text in cleaned.items() if text}


def _cleaned(asked: DetailAsked, text: str) -> str:
    match asked.form:
        case DetailForm.LINE:
            return clean_line(text, field=asked.key, limit=LINE_LIMIT)
        case DetailForm.DAY:
            return parse_date(text, field=asked.key).isoformat()
        case DetailForm.FLAG:
            return "1"
        case DetailForm.LINES | DetailForm.GROUPS | DetailForm.ROWS:
            return _cleaned_lines(asked, clean_text(text, field=asked.key, limit=LINES_LIMIT))


def _cleaned_lines(asked: DetailAsked, text: str) -> str:
    lines = text.split("\n")
    if len(lines) > LINES_MOST:
        raise DetailTooLong(field=asked.key, most=LINES_MOST)
    for number, line in enumerate(lines, start=1):
        if asked.columns and line.count(CELL_MARK) >= len(asked.columns):
            raise DetailRowTooWide(field=asked.key, line=number, columns=len(asked.columns))
    return text
