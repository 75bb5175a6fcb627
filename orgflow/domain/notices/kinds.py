"""Of what a person is told, and which words each kind of notice bears."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.values import ProposalId


class NoticeKind(StrEnum):
    """Why somebody is told something."""

    YOUR_TURN = "your_turn"
    RETURNED = "returned"
    RECORDED_FOR_YOU = "recorded_for_you"
    MINISTRY_ANSWERED = "ministry_answered"
    ENDED = "ended"
    COMMENCED = "commenced"
    COMMENCEMENT_STOPPED = "commencement_stopped"
    ROUTE_CHANGED = "route_changed"
    REMINDER_BEFORE = "reminder_before"
    REMINDER_ON = "reminder_on"
    REMINDER_AFTER = "reminder_after"
    ESCALATED = "escalated"
    DELEGATION_BEGINS = "delegation_begins"
    DELEGATION_ENDS = "delegation_ends"
    NOTE_NEEDS_ANSWER = "note_needs_answer"
    MENTIONED = "mentioned"
    MEETING_CALLED = "meeting_called"
    MEETING_MOVED = "meeting_moved"
    MEETING_CHANGED = "meeting_changed"
    MEETING_CANCELLED = "meeting_cancelled"
    TASK_GIVEN = "task_given"
    WORK_FAILED = "work_failed"


K = NoticeKind

WORDS: Final[Mapping[NoticeKind, frozenset[str]]] = {
    K.YOUR_TURN: frozenset({"state"}),
    K.RETURNED: frozenset({"by"}),
    K.RECORDED_FOR_YOU: frozenset({"by", "action"}),
    K.MINISTRY_ANSWERED: frozenset({"action"}),
    K.ENDED: frozenset({"state"}),
    K.COMMENCED: frozenset({"effective_on"}),
    K.COMMENCEMENT_STOPPED: frozenset({"effective_on"}),
    K.ROUTE_CHANGED: frozenset({"by"}),
    K.REMINDER_BEFORE: frozenset({"due_on"}),
    K.REMINDER_ON: frozenset({"due_on"}),
    K.REMINDER_AFTER: frozenset({"due_on"}),
    K.ESCALATED: frozenset({"desk", "due_on"}),
    K.DELEGATION_BEGINS: frozenset({"post", "person", "begins_on", "ends_on"}),
    K.DELEGATION_ENDS: frozenset({"post", "person", "ends_on"}),
    K.NOTE_NEEDS_ANSWER: frozenset({"by"}),
    K.MENTIONED: frozenset({"by"}),
    K.MEETING_CALLED: frozenset({"meets_on"}),
    K.MEETING_MOVED: frozenset({"was_on", "meets_on"}),
    K.MEETING_CHANGED: frozenset({"meets_on"}),
    K.MEETING_CANCELLED: frozenset({"meets_on"}),
    K.TASK_GIVEN: frozenset({"task"}),
    K.WORK_FAILED: frozenset({"work"}),
}
"""The words beside the unit's name, which every notice about a proposal bears of itself.

A word whose name ends in ``_on`` is a date as YYYY-MM-DD; ``state`` and ``action`` are codes of the road.
"""


ABOUT_NO_PROPOSAL: Final = frozenset({K.DELEGATION_BEGINS, K.DELEGATION_ENDS, K.TASK_GIVEN, K.WORK_FAILED})
"""Kinds that may be about no proposal; the sentences of all others name its unit."""


class NoticeWordsUnfit(ValueError):
    """A notice was given other words than its kind's sentence has places for."""


def check_words(kind: NoticeKind, proposal_id: ProposalId | None, words: Mapping[str, str]) -> None:
    """Refuse words that the kind's sentence has no places for, and places without a word.

    Raises:
        NoticeWordsUnfit.
    """
    if proposal_id is None and kind not in ABOUT_NO_PROPOSAL:
        raise NoticeWordsUnfit(f"{kind} is about a proposal")
    if frozenset(words) != WORDS[kind]:
        raise NoticeWordsUnfit(f"{kind} bears {sorted(WORDS[kind])}, given were {sorted(words)}")
    for name, word in words.items():
        if name.endswith("_on") and not _is_day(word):
            raise NoticeWordsUnfit(f"{name} is a date as YYYY-MM-DD, given was {word!r}")


def _is_day(word: str) -> bool:
    try:
        date.fromisoformat(word)
    except ValueError:
        return False
    return True
