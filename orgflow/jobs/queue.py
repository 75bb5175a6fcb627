"""The queue of background work: every minute it is looked for what is due, each piece is its own task."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol
from uuid import UUID

from huey import Huey, crontab
from huey.consumer import Consumer

from orgflow.bootstrap import Installation, build
from orgflow.config import Settings
from orgflow.domain.access.roles import system_actor
from orgflow.jobs.storage import open_storage
from orgflow.jobs.tables import PIECES, RECURRING, Recurring
from orgflow.services.context import Context
from orgflow.services.jobs import BATCH, REASON

WORKERS: Final = 2
CROWDED: Final = 4 * BATCH
"""With so many tasks before the workers nothing more is looked for: it would only stand there twice."""


class Installed(Protocol):
    """What gives a worker the context it works in."""

    def context(self) -> Context:
        """Return a context of this very process."""


@dataclass(slots=True)
class WorkerInstallation:
    """The installation a worker process builds for itself: connections do not survive a fork."""

    settings: Settings
    held: dict[int, Installation] = field(default_factory=dict)

    def context(self) -> Context:
        """Return a context of this very process."""
        process = os.getpid()
        if process not in self.held:
            self.held[process] = build(self.settings)
        return Context(self.held[process].resources, system_actor(REASON))


@dataclass(frozen=True, slots=True)
class Queue:
    """The queue with its tasks: ``look`` finds what is due, ``do`` does one piece."""

    huey: Huey
    look: Callable[[], object]
    do: Callable[[str, str], object]

    def consumer(self) -> Consumer:
        """Return the consumer with its worker processes."""
        return self.huey.create_consumer(workers=WORKERS, worker_type="process", periodic=True, max_delay=2.0)


def open_queue(url: str, installed: Installed) -> Queue:
    """Return the queue at an address.

    The queue may lose a task with its worker; the row stays due and is found again.

    Raises:
        QueueUnavailable.
    """
    huey = open_storage(url)
    by_name = {pieces.name: pieces for pieces in PIECES}

    @huey.task()
    def do(name: str, piece_id: str) -> None:
        by_name[name].do(installed.context(), UUID(piece_id))

    @huey.periodic_task(crontab(minute="*"))
    def look() -> None:
        for pieces in PIECES:
            if huey.pending_count() >= CROWDED:
                return
            for piece_id in pieces.find(installed.context(), BATCH):
                do(pieces.name, str(piece_id))

    for recurring in RECURRING:
        _recur(huey, recurring, installed)
    return Queue(huey, look, do)


def _recur(huey: Huey, recurring: Recurring, installed: Installed) -> None:
    """Enter recurring work in the queue's table."""

    @huey.periodic_task(crontab(minute=recurring.minute, hour=recurring.hour), name=recurring.name)
    def run() -> None:
        recurring.run(installed.context())


def work_once(ctx: Context) -> int:
    """Do all that recurs and all that is due now, in this process; return how many pieces were looked at.

    What fails is due again later, and is left for then.
    """
    for recurring in RECURRING:
        recurring.run(ctx)
    count = 0
    for pieces in PIECES:
        while found := pieces.find(ctx, BATCH):
            for piece_id in found:
                pieces.do(ctx, piece_id)
            count += len(found)
    return count
