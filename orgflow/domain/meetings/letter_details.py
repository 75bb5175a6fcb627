"""What a meeting tells the letters that are written about it; nothing of it is typed twice."""

from collections.abc import Iterable, Mapping
from typing import Final

from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.meetings.meeting import CELL_MARK, Meeting, MeetingState, offices_in, people_in

BEFORE: Final = (LetterKind.INVITATION, LetterKind.ATTENDANCE)
AFTER: Final = (LetterKind.MINUTES, LetterKind.NOTES)


def kinds_for(meeting: Meeting) -> tuple[LetterKind, ...]:
    """Return the letters that may be begun from the meeting as it stands."""
    if meeting.state is MeetingState.CANCELLED:
        return ()
    return BEFORE if meeting.state is MeetingState.PLANNED else (*BEFORE, *AFTER)


def details_from(meeting: Meeting, agreed: Iterable[str], kind: LetterKind) -> Mapping[str, str]:
    """Return what a letter of the kind is told by the meeting, by the detail's key.

    Args:
        agreed: the agreed points in their order.
    """
    day, points = meeting.held_on.isoformat(), "\n".join(agreed)
    held = {"meeting_on": day, "meeting_time": meeting.time, "meeting_venue": meeting.venue}
    invited, present = people_in(meeting.invited), people_in(meeting.present)
    match kind:
        case LetterKind.INVITATION:
            addressees = "\n\n".join(offices_in(invited))
            told = {**held, "addressees": addressees, "agenda": meeting.agenda}
        case LetterKind.ATTENDANCE:
            people = "\n".join(f"{one.name} {CELL_MARK} {one.office}".strip() for one in present or invited)
            told = {**held, "people": people}
        case LetterKind.MINUTES:
            told = {
                "meeting_on": day,
                "meeting_venue": meeting.venue,
                "present": "\n".join(offices_in(present)),
                "agreed": points,
            }
        case LetterKind.NOTES:
            told = {**held, "agenda": meeting.agenda, "said": meeting.said, "concluded": points}
        case _:
            told = {}
    return {key: text for key, text in told.items() if text}
