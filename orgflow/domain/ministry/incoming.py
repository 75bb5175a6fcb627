"""Agenda surat masuk: when an incoming letter may be entered, and what is out of order."""

from datetime import date

from orgflow.domain.errors import RuleBroken
from orgflow.domain.ministry.rounds import LateReasonMissing


class ReceivedBeforeWritten(RuleBroken):
    """A letter cannot come before the day it bears."""

    code = "received_before_written"


class ReceivedInFuture(RuleBroken):
    """A letter is entered for a day that has not come."""

    code = "received_in_future"


class IncomingTwice(RuleBroken):
    """The letter of this sender, number and date is in the register already; ``agenda`` is its number."""

    code = "incoming_twice"


def check_days(dated_on: date, received_on: date, today: date) -> None:
    """Refuse days that cannot be.

    Raises:
        ReceivedInFuture, ReceivedBeforeWritten.
    """
    if received_on > today:
        raise ReceivedInFuture(field="received_on", received_on=received_on.isoformat())
    if received_on < dated_on:
        raise ReceivedBeforeWritten(
            field="received_on", received_on=received_on.isoformat(), dated_on=dated_on.isoformat()
        )


def require_order(received_on: date, latest: date | None, reason: str) -> bool:
    """Say whether a letter is entered out of order: one received later stands in the register already.

    Args:
        latest: the last day of receipt in the register; None while it is empty.

    Raises:
        LateReasonMissing: it is, and nobody says why.
    """
    is_late = latest is not None and received_on < latest
    if is_late and not reason.strip():
        raise LateReasonMissing(field="late_reason", latest=latest.isoformat() if latest else None)
    return is_late
