"""Workers killed at random, on each kind of queue: every job is done, and none is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.notices.delivery import MailMode, MailState
from orgflow.jobs.queue import Queue, open_queue
from orgflow.services.context import Context
from orgflow.store.mails import MailRow
from tests.factories.mailing import SENDER, MailOffice
from tests.factories.office import Office, an_office
from tests.factories.workers import fast_clock
from tests.mail_server import MailBox, MailServerHere

QUEUES: Final = ("sqlite", "postgresql", "redis")
JOBS: Final = 400
"""How many jobs there are on each queue, a twentieth of them in the quick proof."""
PATIENCE_S: Final = 1500
SENDING_S: Final = 0.05
"""How long a mail takes, so that killing strikes in the midst of one."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """An office with mails to send, the queue, and how its workers are started."""

    post: MailOffice
    queue: Queue
    queue_url: str
    told: dict[str, str]
    since: datetime

    @contextmanager
    def consumer(self) -> Iterator[subprocess.Popen[bytes]]:
        """Start the consumer with its two processes in a group of their own, and end what is left of it."""
        asked = [sys.executable, "-m", "tests.factories.workers", self.queue_url, self.since.isoformat()]
        started = subprocess.Popen(
            asked, env={**os.environ, **self.told}, start_new_session=True, stderr=subprocess.DEVNULL
        )
        try:
            yield started
        finally:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()

    def rows(self) -> list[MailRow]:
        """Return every mail there is."""
        with self.post.office.resources.reading() as session:
            return list(session.query(MailRow))

    def is_done(self) -> bool:
        """Say whether every mail has gone out."""
        return all(row.state == MailState.SENT for row in self.rows())


@pytest.fixture(params=QUEUES)
def queue_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty queue, of each kind; on PostgreSQL its tables stand in a database beside."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'queue.db'}"
    url = request.getfixturevalue(f"{request.param}_url")
    assert isinstance(url, str)
    return url


@pytest.fixture
def office(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office on SQLite; its own promises are proven on both databases elsewhere."""
    office = an_office(sqlite_url, tmp_path)
    yield office
    office.close()


@contextmanager
def a_workplace(
    office: Office, queue_url: str, database_url: str, url: str, jobs: int
) -> Iterator[Workplace]:
    """Yield a workplace with so many mails to send."""
    since = datetime.now(UTC)
    hasty = replace(office, resources=replace(office.resources, clock=fast_clock(since)))
    post = MailOffice(hasty, url)
    post.wishes(Role.AUDITOR, MailMode.AT_ONCE)
    for number in range(jobs):
        post.tell(Role.AUDITOR, f"tugas {number}")
    told = {
        "ORGFLOW_DATA": str(Path(database_url.removeprefix("sqlite:///")).parent),
        "ORGFLOW_DATABASE_URL": database_url,
        "ORGFLOW_SMTP_URL": url,
        "ORGFLOW_MAIL_FROM": SENDER,
        "ORGFLOW_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyz",
    }
    queue = open_queue(queue_url, _Nobody())
    yield Workplace(post, queue, queue_url, told, since)
    queue.huey.storage.close()


class _Nobody:
    """Who only asks for work and does none."""

    def context(self) -> Context:
        """Refuse."""
        raise AssertionError("the test itself does no work")


def kill_until_done(place: Workplace, box: MailBox, chance: random.Random, kills: int) -> int:
    """Let workers work, killing one or all of them in the midst of it; return how many times it was done."""
    until, done = time.monotonic() + PATIENCE_S, 0
    while not place.is_done():
        before = len(box.arrived)
        with place.consumer() as consumer:
            while not place.is_done():
                assert time.monotonic() < until, Counter(row.state for row in place.rows())
                place.queue.look()
                time.sleep(0.2)
                if len(box.arrived) == before or done >= kills:
                    continue
                if chance.random() < 0.2:
                    done += 1
                    break
                if chance.random() < 0.6:
                    done += kill_a_worker(consumer.pid, chance)
    return done


def kill_a_worker(consumer: int, chance: random.Random) -> int:
    """Kill one of the consumer's processes; return how many were."""
    children = Path(f"/proc/{consumer}/task/{consumer}/children").read_text().split()
    if not children:
        return 0
    os.kill(int(chance.choice(children)), signal.SIGKILL)
    return 1


def prove(place: Workplace, mail_server: MailServerHere, kills: int) -> None:
    """Show that every job was done, none lost, and that what was done twice says so."""
    mail_server.box.on_data = lambda: time.sleep(SENDING_S)

    done = kill_until_done(place, mail_server.box, random.Random(20260302), kills)

    rows, arrived = place.rows(), Counter(mail_server.box.ids())
    ids = {f"<{row.id}@contoh.go.id>": row for row in rows}
    assert done >= kills
    assert set(arrived) == set(ids)
    assert {ident for ident, count in arrived.items() if count > 1} <= {
        ident for ident, row in ids.items() if row.may_be_double
    }


def test_every_job_is_done_though_workers_are_killed(
    office: Office, queue_url: str, sqlite_url: str, mail_server: MailServerHere
) -> None:
    with a_workplace(office, queue_url, sqlite_url, mail_server.url, JOBS // 20) as place:
        prove(place, mail_server, kills=1)


@pytest.mark.slow("jobs")
def test_every_one_of_many_jobs_is_done_though_workers_are_killed(
    office: Office, queue_url: str, sqlite_url: str, mail_server: MailServerHere
) -> None:
    with a_workplace(office, queue_url, sqlite_url, mail_server.url, JOBS) as place:
        prove(place, mail_server, kills=20)
