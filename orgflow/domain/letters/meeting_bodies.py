"""What the papers of a meeting say: its invitation, attendance, minutes and notes."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from orgflow.domain.calendar import MONTHS, WEEKDAYS, format_day
from orgflow.domain.letters.facts import FactValue
from orgflow.domain.letters.kind_frames import SECRETARY
from orgflow.domain.letters.kinds import Signatory
from orgflow.domain.letters.letter_inputs import LetterInputs
from orgflow.domain.letters.spelling import spell_number

BLANK_ROWS: Final = 20
"""How many rows an attendance list offers at least."""


def invitation(inputs: LetterInputs) -> Mapping[str, FactValue]:
    """Return what an invitation says."""
    return {
        "about": f"pembahasan usulan perubahan nomenklatur {inputs.proposal.unit_name}",
        **_meeting(inputs),
        "agenda": inputs.details.points("agenda"),
    }


def attendance(inputs: LetterInputs) -> Mapping[str, FactValue]:
    """Return the list to be signed by whoever comes, with blank rows after those who are expected."""
    people = inputs.details.rows("people", 2)
    rows = (*people, *(("", "") for _ in range(BLANK_ROWS - len(people))))
    return {
        **_meeting(inputs),
        "rows": tuple(
            {"number": f"{place}.", "name": name, "office": office}
            for place, (name, office) in enumerate(rows, start=1)
        ),
    }


def minutes(inputs: LetterInputs) -> Mapping[str, FactValue]:
    """Return what was agreed, and by whom."""
    day = inputs.details.day("meeting_on")
    return {
        "day_words": day_in_words(day) if day is not None else None,
        "venue": inputs.details.line("meeting_venue"),
        "about": f"rapat pembahasan usulan perubahan nomenklatur {inputs.proposal.unit_name}",
        "present": inputs.details.points("present") or (inputs.proposal.unit_name,),
        "agreed": inputs.details.points("agreed"),
    }


def notes(inputs: LetterInputs) -> Mapping[str, FactValue]:
    """Return the course of the meeting."""
    is_bureau = inputs.signatory is Signatory.BUREAU_HEAD
    return {
        **_meeting(inputs),
        "chair": f"Kepala {inputs.proposal.unit_name}" if is_bureau else SECRETARY,
        "agenda": inputs.details.points("agenda"),
        "said": inputs.details.points("said"),
        "concluded": inputs.details.points("concluded"),
    }


def day_in_words(day: date) -> str:
    """Return ``Selasa tanggal dua puluh empat bulan Maret tahun dua ribu dua puluh enam``."""
    weekday, month = WEEKDAYS[day.weekday()], MONTHS[day.month - 1]
    return f"{weekday} tanggal {spell_number(day.day)} bulan {month} tahun {spell_number(day.year)}"


def _meeting(inputs: LetterInputs) -> dict[str, FactValue]:
    day = inputs.details.day("meeting_on")
    return {
        "day": format_day(day) if day is not None else None,
        "time": inputs.details.line("meeting_time"),
        "venue": inputs.details.line("meeting_venue"),
    }
