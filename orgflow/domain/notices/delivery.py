"""How a mail goes out: waiting, sending, sent or given up, and when it is tried again."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

CLAIM_LASTS: Final = timedelta(minutes=10)
"""After this the worker that was sending is gone; longer than a server may keep one waiting."""

RETRY_MINUTES: Final = (1, 5, 15, 60, 240, 720)
"""How long after each failed try the next one comes; there is none after the last."""


class MailMode(StrEnum):
    """How somebody wants to be told by mail."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    NEVER = "never"


class MailState(StrEnum):
    """Where a mail stands; ``dropped``: its receiver takes no mail any more."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class MailFault(StrEnum):
    """Why a try failed.

    ``refused``: the server will never take it. ``deferred``: not now. ``unreachable``: no server answered.
    ``unsure``: the server may have taken it before the connection broke.
    """

    REFUSED = "refused"
    DEFERRED = "deferred"
    UNREACHABLE = "unreachable"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A mail's way to its server.

    ``available_at`` is when the next try may begin, ``claimed_at`` when the present one began.
    """

    state: MailState
    attempts: int
    available_at: datetime
    claimed_at: datetime | None = None
    may_be_double: bool = False
    fault: MailFault | None = None

    def is_due(self, now: datetime) -> bool:
        """Say whether a worker may try it now."""
        if self.state is MailState.WAITING:
            return self.available_at <= now
        return self.is_abandoned(now)

    def is_abandoned(self, now: datetime) -> bool:
        """Say whether the worker that was sending it is gone."""
        return self.state is MailState.SENDING and (
            self.claimed_at is None or self.claimed_at + CLAIM_LASTS < now
        )

    @property
    def is_given_up(self) -> bool:
        """Whether no worker will try it any more, though it has not gone out."""
        return self.state in (MailState.FAILED, MailState.DROPPED)

    @property
    def is_exhausted(self) -> bool:
        """Whether the worker at its last try is gone too: perhaps the mail itself ends whoever sends it."""
        return self.state is MailState.SENDING and self.attempts > len(RETRY_MINUTES)

    def claimed(self, now: datetime) -> "Delivery":
        """Return it as a worker begins to send; what was being sent before may have gone already."""
        may_be_double = self.may_be_double or self.state is MailState.SENDING
        return replace(
            self,
            state=MailState.SENDING,
            attempts=self.attempts + 1,
            claimed_at=now,
            may_be_double=may_be_double,
        )

    def sent(self) -> "Delivery":
        """Return it as the server has taken it."""
        return replace(self, state=MailState.SENT, fault=None)

    def failed(self, fault: MailFault, now: datetime) -> "Delivery":
        """Return it after a failed try: due again later, or given up."""
        may_be_double = self.may_be_double or fault is MailFault.UNSURE
        tried = replace(self, fault=fault, may_be_double=may_be_double)
        if fault is MailFault.REFUSED or self.attempts > len(RETRY_MINUTES):
            return replace(tried, state=MailState.FAILED)
        later = now + timedelta(minutes=RETRY_MINUTES[self.attempts - 1])
        return replace(tried, state=MailState.WAITING, available_at=later)

    def again(self, now: datetime) -> "Delivery":
        """Return it as somebody asks for it to be sent after all, with all its tries before it."""
        return replace(self, state=MailState.WAITING, attempts=0, available_at=now)
