"""The queue of background work: every minute the outbox is looked into, each piece is its own task."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from huey import Huey, SqliteHuey, crontab
from huey.consumer import Consumer

from orgflow.bootstrap import Installation, build
from orgflow.config import Settings
from orgflow.domain.access.roles import system_actor
from orgflow.services.commencing_by_itself import commence_due
from orgflow.services.context import Context
from orgflow.services.files import sweep_files
from orgflow.services.jobs import BATCH, REASON, do_one, due_work

WORKERS = 2


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
    """The queue with its tasks.

    ``look`` finds what is due and ``do`` does one piece of it; ``tidy`` sweeps and ``commence`` lets
    regulations commence whose day has come, each once an hour.
    """

    huey: Huey
    look: Callable[[], object]
    do: Callable[[str], object]
    tidy: Callable[[], object]
    commence: Callable[[], object]

    def consumer(self) -> Consumer:
        """Return the consumer with its worker processes."""
        return self.huey.create_consumer(workers=WORKERS, worker_type="process", periodic=True, max_delay=2.0)


def open_queue(settings: Settings) -> Queue:
    """Return the queue of an installation, on SQLite.

    The queue may lose a task with its worker; the outbox row stays due and is found again.
    """
    settings.queue.parent.mkdir(parents=True, exist_ok=True)
    huey = SqliteHuey("orgflow", filename=str(settings.queue))
    installed = WorkerInstallation(settings)

    @huey.task()
    def do(work_id: str) -> None:
        do_one(installed.context(), UUID(work_id))

    @huey.periodic_task(crontab(minute="*"))
    def look() -> None:
        for work_id in due_work(installed.context(), BATCH):
            do(str(work_id))

    @huey.periodic_task(crontab(minute="17"))
    def tidy() -> None:
        sweep_files(installed.context())

    @huey.periodic_task(crontab(minute="7"))
    def commence() -> None:
        commence_due(installed.context())

    return Queue(huey, look, do, tidy, commence)
