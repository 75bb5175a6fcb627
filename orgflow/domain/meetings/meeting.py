"""A meeting about a proposal: called, held or cancelled, and what was agreed in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import Conflict, Forbidden, RuleBroken
from orgflow.domain.meetings.responsible import Responsible
from orgflow.domain.values import clean_line, clean_text, clean_words_if_any, lines_of

TIME_LENGTH: Final = 200
LINES_MOST: Final = 200
"""How many people or points one meeting may have."""
CELL_MARK: Final = "|"
POINT_LENGTH: Final = 2_000


class MeetingKind(StrEnum):
    """What a meeting is for."""

    DISCUSSION = "discussion"
    CONSULTATION = "consultation"
    HARMONISATION = "harmonisation"


class MeetingState(StrEnum):
    """Whether a meeting is still to come."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class PointState(StrEnum):
    """Whether an agreed point was carried out."""

    OPEN = "open"
    DONE = "done"


class MeetingNotYet(RuleBroken):
    """What came of a meeting is recorded on its day or later."""

    code = "meeting_not_yet"


class MeetingNotInState(RuleBroken):
    """The meeting was cancelled, or was not held yet."""

    code = "meeting_not_in_state"


class MeetingMovedOn(Conflict):
    """Somebody changed the meeting meanwhile; ``present`` is its revision now."""

    code = "meeting_moved_on"


class MeetingListTooLong(RuleBroken):
    """A list of a meeting has more than ``most`` lines."""

    code = "meeting_list_too_long"


class PersonUnreadable(RuleBroken):
    """A line names more than a person and an office; ``line`` counts from 1."""

    code = "meeting_person_unreadable"


class DueBeforeMeeting(RuleBroken):
    """An agreed point is due before the meeting in which it was agreed."""

    code = "point_due_before_meeting"


class ResponsibleUnnamed(RuleBroken):
    """It is not said who outside carries the point out."""

    code = "point_responsible_unnamed"


class PointSettled(RuleBroken):
    """The point was carried out already."""

    code = "point_settled"


class NotResponsible(Forbidden):
    """The point is another's task."""

    code = "point_not_responsible"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invited or present; a line without ``|`` names an office alone."""

    name: str
    office: str

    @property
    def addressed(self) -> str:
        """How an invitation addresses them: by office, else by name."""
        return self.office or self.name


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; lists stand one a line. ``present`` and ``said`` are told once it was held."""

    kind: MeetingKind
    state: MeetingState
    held_on: date
    time: str = ""
    venue: str = ""
    agenda: str = ""
    invited: str = ""
    present: str = ""
    said: str = ""

    def cleaned(self) -> "Meeting":
        """Return the meeting as it is kept.

        Raises:
            TextTooLong, TextUnprintable, MeetingListTooLong, PersonUnreadable.
        """
        return replace(
            self,
            time=clean_words_if_any(self.time, field="time", limit=TIME_LENGTH),
            venue=clean_words_if_any(self.venue, field="venue"),
            agenda=_lines(self.agenda, "agenda"),
            invited=_people(self.invited, "invited"),
            present=_people(self.present, "present"),
            said=_lines(self.said, "said"),
        )

    def check_held(self, today: date) -> None:
        """Refuse to record what came of a meeting that has not been, or never will be.

        Raises:
            MeetingNotInState: it was cancelled.
            MeetingNotYet: its day lies ahead.
        """
        if self.state is MeetingState.CANCELLED:
            raise MeetingNotInState(state=str(self.state))
        if self.held_on > today:
            raise MeetingNotYet(held_on=self.held_on.isoformat())

    def check_state(self, *allowed: MeetingState) -> None:
        """Refuse what the meeting's state does not allow.

        Raises:
            MeetingNotInState.
        """
        if self.state not in allowed:
            raise MeetingNotInState(state=str(self.state))


@dataclass(frozen=True, slots=True)
class AgreedPoint:
    """What was agreed, who carries it out, and by when; ``name`` tells who of those outside."""

    text: str
    responsible: Responsible
    name: str = ""
    due_on: date | None = None

    def cleaned(self, held_on: date) -> "AgreedPoint":
        """Return the point as it is kept.

        Raises:
            TextEmpty, TextTooLong, TextUnprintable, NameUnreadable.
            ResponsibleUnnamed: it is for somebody outside who is not named.
            DueBeforeMeeting.
        """
        name = clean_words_if_any(self.name, field="name", limit=200)
        if self.responsible is Responsible.OTHER and not name:
            raise ResponsibleUnnamed(field="name")
        if self.due_on is not None and self.due_on < held_on:
            raise DueBeforeMeeting(field="due_on", held_on=held_on.isoformat())
        is_outside = self.responsible is Responsible.OTHER
        text = clean_line(self.text, field="text", limit=POINT_LENGTH)
        return replace(self, text=text, name=name if is_outside else "")


def people_in(lines: str) -> tuple[Person, ...]:
    """Return who is named, one a line: ``nama | jabatan``, or an office alone."""
    return tuple(_person(line) for line in lines_of(lines))


def offices_in(people: Iterable[Person]) -> tuple[str, ...]:
    """Return the offices, or names where there is no office, each once."""
    return tuple(dict.fromkeys(person.addressed for person in people))


def _person(line: str) -> Person:
    name, mark, office = (part.strip() for part in line.partition(CELL_MARK))
    return Person(name, office) if mark else Person("", name)


def _lines(text: str, field: str) -> str:
    lines = lines_of(clean_text(text, field=field))
    if len(lines) > LINES_MOST:
        raise MeetingListTooLong(field=field, most=LINES_MOST)
    return "\n".join(lines)


def _people(text: str, field: str) -> str:
    kept = _lines(text, field)
    for number, line in enumerate(kept.split("\n"), start=1):
        if line.count(CELL_MARK) > 1:
            raise PersonUnreadable(field=field, line=number)
    return kept
