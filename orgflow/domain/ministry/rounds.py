"""Rounds with the ministry: each sending begins one, and a letter belongs to the round it answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.errors import RuleBroken
from orgflow.domain.proposals.states import Action

SENDS: Final = (Action.SEND, Action.COMPLETE)
"""The steps by which something goes out to the ministry."""


class LetterBeforeSending(RuleBroken):
    """The ministry's letter is dated before anything was sent to it."""

    code = "letter_before_sending"


class LateReasonMissing(RuleBroken):
    """What is recorded late or out of order says why."""

    code = "late_reason_missing"


class UnknownRound(RuleBroken):
    """Nothing was sent in a round of this number."""

    code = "unknown_round"


@dataclass(frozen=True, slots=True)
class Taken:
    """A step of the road as rounds are counted from it."""

    action: Action
    acted_on: date


@dataclass(frozen=True, slots=True)
class Round:
    """One round: what was sent, and when; ``number`` counts from 1."""

    number: int
    action: Action
    sent_on: date


def rounds_of(steps: Iterable[Taken]) -> tuple[Round, ...]:
    """Return the rounds that were begun, in their order."""
    sent = (step for step in steps if step.action in SENDS)
    return tuple(Round(number, step.action, step.acted_on) for number, step in enumerate(sent, start=1))


def round_on(rounds: Sequence[Round], day: date) -> int:
    """Return the number of the round that a letter of this day answers; 0 before anything was sent."""
    return max((one.number for one in rounds if one.sent_on <= day), default=0)


def answered_round(rounds: Sequence[Round], dated_on: date) -> int:
    """Return the number of the round that the ministry's letter answers.

    Raises:
        LetterBeforeSending: nothing had been sent on the letter's day.
    """
    number = round_on(rounds, dated_on)
    if number == 0:
        first = rounds[0].sent_on.isoformat() if rounds else None
        raise LetterBeforeSending(field="dated_on", dated_on=dated_on.isoformat(), sent_on=first)
    return number


def require_late_reason(rounds: Sequence[Round], number: int, reason: str) -> bool:
    """Say whether an answer comes out of order: to a round after which another was sent.

    Raises:
        LateReasonMissing: it does, and nobody says why.
    """
    is_late = bool(rounds) and number < rounds[-1].number
    if is_late and not reason.strip():
        raise LateReasonMissing(field="late_reason", round=number)
    return is_late
