"""A row of our own form read cell by cell: what each says, and what is wrong with it."""

from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar

from orgflow.domain.calendar import parse_date
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.records import FunctionKind, PostRole, SuccessionKind
from orgflow.domain.organisation.roster import RowFault, RowFaultCode, Sheet
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import (
    NAME_LENGTH,
    TEXT_LENGTH,
    NameUnreadable,
    TextTooLong,
    TextUnprintable,
    clean_line,
    clean_text,
    clean_words,
)
from orgflow.exchange.columns import COLUMNS
from orgflow.exchange.raw import RawRow

Choice = TypeVar("Choice")

PLACEMENTS: Final = {
    "pasti": Placement.VERIFIED,
    "belum diverifikasi": Placement.UNVERIFIED,
    "belum diketahui": Placement.UNKNOWN,
}
ROLES: Final = {"kepala": PostRole.HEAD, "gubernur": PostRole.GOVERNOR, "anggota": PostRole.MEMBER}
QUALITIES: Final = {
    "definitif": AppointmentKind.DEFINITIVE,
    "plt.": AppointmentKind.ACTING,
    "plh.": AppointmentKind.DAILY_ACTING,
    "pj.": AppointmentKind.INTERIM,
    "pjs.": AppointmentKind.TEMPORARY,
}
POINTS: Final = {"tugas": FunctionKind.DUTY, "fungsi": FunctionKind.FUNCTION}
WAYS: Final = {
    "gabung": SuccessionKind.MERGE,
    "pecah": SuccessionKind.SPLIT,
    "pengganti": SuccessionKind.REPLACEMENT,
}
ANSWERS: Final = {"ya": True, "tidak": False}
SHORT: Final = 60
CODE: Final = 100
_PROSE: Final = frozenset({"source", "text"})
_LIMITS: Final = {
    (Sheet.UNITS, "code"): SHORT,
    (Sheet.UNITS, "kind_code"): SHORT,
    (Sheet.UNITS, "parent_code"): SHORT,
    (Sheet.UNITS, "letter_code"): SHORT,
    (Sheet.UNITS, "duty_field"): 500,
    (Sheet.POSTS, "code"): CODE,
    (Sheet.POSTS, "echelon"): SHORT,
    (Sheet.POSTS, "functional_rank"): SHORT,
    (Sheet.HOLDERS, "nip"): SHORT,
    (Sheet.HOLDERS, "letter"): 500,
    (Sheet.FUNCTIONS, "code"): CODE,
    (Sheet.FUNCTIONS, "text"): 2_000,
    (Sheet.REGULATIONS, "kind"): SHORT,
    (Sheet.REGULATIONS, "number"): SHORT,
    (Sheet.REGULATIONS, "gazette_number"): SHORT,
    (Sheet.REGULATIONS, "title"): 500,
    (Sheet.REGULATIONS, "amends"): 2_000,
    (Sheet.ARTICLES, "number"): SHORT,
}
"""As the registry keeps them; what is not named here is a name's length, a source 500."""


class Row:
    """A row being read; a faulty one is not taken, and the rest of it is still looked at."""

    def __init__(self, sheet: Sheet, raw: RawRow, faults: list[RowFault]) -> None:
        self.number = raw.number
        self.is_whole = True
        self._sheet = sheet
        self._raw = raw
        self._faults = faults
        self._headings = {column.field: column.heading for column in COLUMNS[sheet]}
        for column in COLUMNS[sheet]:
            if column.is_required and column.heading not in raw.cells:
                self.refuse(column.field, RowFaultCode.VALUE_MISSING)

    @property
    def known_by(self) -> str:
        """What other lines would name this one by; empty if they cannot."""
        named = (self.held(field) for field in ("code", "key") if field in self._headings)
        return next((text for text in named if text is not None), "")

    def refuse(self, field: str, code: RowFaultCode, value: str = "") -> None:
        """Note a fault of a cell."""
        self.is_whole = False
        self._faults.append(RowFault(self._sheet, self.number, self._headings[field], code, value[:80]))

    def held(self, field: str) -> str | None:
        """Return a cell as it stands."""
        return self._raw.cells.get(self._headings[field])

    def text(self, field: str) -> str | None:
        """Return a cell's text on one line."""
        held = self.held(field)
        if held is None:
            return None
        limit = _LIMITS.get((self._sheet, field), 500 if field == "source" else NAME_LENGTH)
        try:
            if field in _PROSE:
                return clean_line(held, field=field, limit=limit)
            # A cell may be wrapped; what it names is one line, in which every character is seen.
            return clean_words(" ".join(held.split("\n")), field=field, limit=limit)
        except TextTooLong:
            self.refuse(field, RowFaultCode.TEXT_TOO_LONG, str(limit))
        except (NameUnreadable, TextUnprintable):
            self.refuse(field, RowFaultCode.TEXT_UNPRINTABLE)
        except DomainError:
            self.refuse(field, RowFaultCode.VALUE_MISSING)
        return None

    def prose(self, field: str) -> str:
        """Return a cell's text with its lines, as long as a cell may be; a missing one has been noted."""
        try:
            return clean_text(self.held(field) or "", field=field)
        except TextTooLong:
            self.refuse(field, RowFaultCode.TEXT_TOO_LONG, str(TEXT_LENGTH))
        except TextUnprintable:
            self.refuse(field, RowFaultCode.TEXT_UNPRINTABLE)
        return ""

    def needed(self, field: str) -> str:
        """Return a cell's text; that it is missing has been noted."""
        return self.text(field) or ""

    def day(self, field: str) -> date | None:
        """Return a cell's date."""
        held = self.held(field)
        if held is None:
            return None
        try:
            return parse_date(held, field=field)
        except DomainError:
            self.refuse(field, RowFaultCode.BAD_DATE, held)
            return None

    def count(self, field: str, least: int, most: int) -> int | None:
        """Return a cell's whole number; both bounds are allowed."""
        held = self.held(field)
        if held is None:
            return None
        is_number = held.isascii() and held.isdigit() and len(held) <= len(str(most)) + 2
        if not is_number or not least <= int(held) <= most:
            self.refuse(field, RowFaultCode.BAD_NUMBER, held)
            return None
        return int(held)

    def choice(self, field: str, offered: Mapping[str, Choice], usual: Choice) -> Choice:
        """Return what a cell chooses; an empty one is the usual."""
        held = self.held(field)
        if held is None:
            return usual
        said = " ".join(held.casefold().split()).rstrip(".")
        for word, meant in offered.items():
            if said == word.rstrip("."):
                return meant
        self.refuse(field, RowFaultCode.BAD_CHOICE, held)
        return usual

    def period(self) -> tuple[date | None, date | None]:
        """Return from when the row holds, and until when."""
        start, end = self.day("valid_from"), self.day("valid_to")
        if start is not None and end is not None and end <= start:
            self.refuse("valid_to", RowFaultCode.PERIOD_EMPTY, end.isoformat())
        return start, end
