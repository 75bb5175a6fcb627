"""Options of a proposal: up to four change-sets side by side, one of them in the hands of who drafts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import NotFound, RuleBroken

TITLE_LENGTH: Final = 200
SENTENCE_LENGTH: Final = 1_000
REASON_LENGTH: Final = 4_000


class OptionLetter(StrEnum):
    """What an option is called beside the others; there are no more than these."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class OptionStart(StrEnum):
    """From what a new option is begun."""

    KEEP = "keep"
    GUIDELINE = "guideline"
    COPY = "copy"


class OptionsFull(RuleBroken):
    """A proposal has as many options as are put side by side."""

    code = "options_full"


class UnknownOption(NotFound):
    """The proposal has no option of this letter."""

    code = "unknown_option"


class OptionInHand(RuleBroken):
    """The option that is being worked on is what the proposal proposes: it is not taken away."""

    code = "option_in_hand"


class OptionReasonMissing(RuleBroken):
    """An option is chosen with a reason, which the study states."""

    code = "option_reason_missing"


class NoGuidelineName(RuleBroken):
    """The guideline ties no other name to the unit, so that none can be complied with."""

    code = "no_guideline_name"


class NothingToChoose(RuleBroken):
    """There is only one option, which needs no choice."""

    code = "nothing_to_choose"


@dataclass(frozen=True, slots=True)
class Choice:
    """That an option was chosen, by whom and why."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OptionName:
    """An option without its operations.

    Attributes:
        is_in_hand: its operations are the proposal's own, which the change pages edit.
        choice: None while it is not the one chosen.
    """

    letter: OptionLetter
    title: str
    sentence: str
    is_in_hand: bool
    choice: Choice | None = None


def next_letter(taken: Iterable[OptionLetter]) -> OptionLetter:
    """Return the first letter that no option bears.

    Raises:
        OptionsFull: all are taken.
    """
    held = frozenset(taken)
    for letter in OptionLetter:
        if letter not in held:
            return letter
    raise OptionsFull(most=len(OptionLetter))


def is_undecided(options: Iterable[OptionName]) -> bool:
    """Say whether there are several options and what is being worked on is not the one chosen."""
    held = tuple(options)
    return len(held) > 1 and not any(one.is_in_hand and one.choice is not None for one in held)
