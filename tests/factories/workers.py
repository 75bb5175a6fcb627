"""Workers to be killed: the consumer of a queue with its two processes, under a clock that runs fast.

Run as ``python -m tests.factories.workers QUEUE_URL SINCE``; the settings come from the environment.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from orgflow.config import read_settings
from orgflow.jobs.queue import WorkerInstallation, open_queue
from orgflow.services.context import Context

HASTE = 240
"""So many of the office's seconds pass in one: a worker that is gone is missed in 2.5 instead of 600."""


def fast_clock(since: datetime) -> Callable[[], datetime]:
    """Return a clock that has run fast since an instant, alike in every process."""

    def now() -> datetime:
        return since + (datetime.now(UTC) - since) * HASTE

    return now


@dataclass(frozen=True, slots=True)
class HastyInstallation:
    """The installation of a worker that lives fast."""

    installed: WorkerInstallation
    since: datetime

    def context(self) -> Context:
        """Return a context of this very process."""
        held = self.installed.context()
        return replace(held, resources=replace(held.resources, clock=fast_clock(self.since)))


def main(queue_url: str, since: str) -> None:
    """Run the consumer until it is killed."""
    settings = read_settings(os.environ, Path(os.environ["ORGFLOW_DATA"]))
    installed = HastyInstallation(WorkerInstallation(settings), datetime.fromisoformat(since))
    open_queue(queue_url, installed).consumer().run()


if __name__ == "__main__":
    main(*sys.argv[1:])
