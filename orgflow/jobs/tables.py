"""What the workers do: pieces of work that are looked for every minute, and what recurs by the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.services.commencing_by_itself import commence_due
from orgflow.services.context import Context
from orgflow.services.files import sweep_files
from orgflow.services.jobs import do_one, due_work
from orgflow.services.mailing import due_mails, promise_digests, send_mail
from orgflow.services.reminders import remind_all


@dataclass(frozen=True, slots=True)
class Pieces:
    """Work of one kind: ``find`` returns the ids of what is due, ``do`` does one of them."""

    name: str
    find: Callable[[Context, int], tuple[UUID, ...]]
    do: Callable[[Context, UUID], object]


@dataclass(frozen=True, slots=True)
class Recurring:
    """What is done whenever the clock shows this minute, in every hour or the one named."""

    name: str
    run: Callable[[Context], object]
    minute: str
    hour: str = "*"


PIECES: Final = (
    Pieces("outbox", due_work, do_one),
    Pieces("mail", due_mails, send_mail),
)
RECURRING: Final = (
    Recurring("digests", promise_digests, minute="5"),
    Recurring("commencements", commence_due, minute="7"),
    Recurring("reminders", remind_all, minute="11"),
    Recurring("tidy", sweep_files, minute="17"),
)
"""A new line is all that new recurring work needs."""
