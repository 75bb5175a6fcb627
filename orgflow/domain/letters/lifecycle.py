"""The life of a letter: its states, where its number comes from, and what may be done when."""

from enum import StrEnum
from typing import Final

from orgflow.domain.errors import RuleBroken


class LetterState(StrEnum):
    """Where a letter stands."""

    DRAFT = "draft"
    ISSUED = "issued"
    SIGNED = "signed"
    SENT = "sent"
    VOID = "void"


class NumberSource(StrEnum):
    """Who numbers a letter."""

    EXTERNAL = "external"
    OWN_BOOK = "own_book"
    SRIKANDI = "srikandi"


class Urgency(StrEnum):
    """How fast a letter must be handled."""

    ORDINARY = "ordinary"
    IMPORTANT = "important"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"


class SecurityClass(StrEnum):
    """Who may read a letter."""

    ORDINARY = "ordinary"
    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"
    STRICTLY_CONFIDENTIAL = "strictly_confidential"


URGENCY_WORDS: Final[dict[Urgency, str]] = {
    Urgency.ORDINARY: "Biasa",
    Urgency.IMPORTANT: "Penting",
    Urgency.URGENT: "Segera",
    Urgency.VERY_URGENT: "Sangat Segera",
}
SECURITY_WORDS: Final[dict[SecurityClass, str]] = {
    SecurityClass.ORDINARY: "Biasa",
    SecurityClass.RESTRICTED: "Terbatas",
    SecurityClass.CONFIDENTIAL: "Rahasia",
    SecurityClass.STRICTLY_CONFIDENTIAL: "Sangat Rahasia",
}

VOID_REASON_MINIMUM: Final = 10


class LetterNotInState(RuleBroken):
    """What is asked for does not fit the letter's present state."""

    code = "letter_not_in_state"


class NumberTaken(RuleBroken):
    """Another letter bears the number already."""

    code = "letter_number_taken"


class NumberMissing(RuleBroken):
    """The letter has no number or no date yet."""

    code = "letter_number_missing"


class LetterNotReady(RuleBroken):
    """The final check found what must be mended before the letter is issued."""

    code = "letter_not_ready"


class VoidReasonTooShort(RuleBroken):
    """A void needs a reason of at least ten characters."""

    code = "void_reason_too_short"


def require_state(present: LetterState, *allowed: LetterState) -> None:
    """Refuse what does not fit the present state.

    Raises:
        LetterNotInState.
    """
    if present not in allowed:
        raise LetterNotInState(state=str(present), allowed=tuple(str(state) for state in allowed))
