"""A commencement in a process of its own that is killed at any point, and what it left in the database.

The process has the clock and the numbers of every other run of it, so that what it writes is the same to the
last letter: a database is either as it was before, or as a run that was left alone leaves it.
"""

import hashlib
import multiprocessing
import signal
import time
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from sqlalchemy import Connection as Database
from sqlalchemy import Engine, event, select, text

from orgflow.domain.access.roles import Actor, Role
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.enactment import Commence, commence
from orgflow.store.session import make_engine
from orgflow.store.tables import metadata
from tests.factories.copies import bring_database, keep_database
from tests.factories.office import Clock, Office, resources_at
from tests.factories.roads import revision

A_MINUTE: Final = 60
_NUMBERS_FROM: Final = 1_000_000
"""Where a run's own numbers begin, beyond those that its office gave."""
_PROCESSES: Final = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


class Gate(StrEnum):
    """The gate as it is, or a copy that was broken on purpose: it commits amid the records."""

    WHOLE = "whole"
    BROKEN = "broken"


class Left(StrEnum):
    """What a killed process left behind."""

    NOTHING = "nothing"
    ALL = "all"
    A_PART = "a part"


@dataclass(frozen=True, slots=True)
class Point:
    """Where a process is killed: at the n-th thing it does to the database, or on its way from there."""

    number: int
    is_on_its_way: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What the process is to do, and with what."""

    url: str
    folder: Path
    actor: Actor
    command: Commence
    now: datetime


class Killing:
    """A promulgated regulation whose commencement is killed again and again, each time from the beginning."""

    def __init__(self, office: Office, proposal_id: ProposalId, url: str, folder: Path) -> None:
        """Keep the office's database, and learn what a commencement leaves that nobody kills."""
        self.office = office
        command = Commence(proposal_id, revision(office, proposal_id))
        actor = office.actors[Role.LETTER_ADMINISTRATOR]
        self._order = Order(url, folder, actor, command, office.clock.now)
        office.close()
        self._kept = keep_database(url)
        self._before = digest(url)
        self.steps = self._run(Point(0), Gate.WHOLE)
        self._after = digest(url)

    def left_at(self, point: Point, gate: Gate = Gate.WHOLE) -> Left:
        """Kill a commencement at a point and return what it left."""
        bring_database(self._kept, self._order.url)
        self._run(point, gate)
        wait_until_alone(self._order.url)
        found = digest(self._order.url)
        if found == self._before:
            return Left.NOTHING
        return Left.ALL if found == self._after else Left.A_PART

    def _run(self, point: Point, gate: Gate) -> int:
        """Run a commencement, kill it when it says that it is there, and return the step it was at."""
        there, here = _PROCESSES.Pipe()
        process = _PROCESSES.Process(target=commence_here, args=(self._order, point, gate, here))
        process.start()
        here.close()
        reached = int(there.recv())
        if point.number:
            process.kill()
        process.join(A_MINUTE)
        there.close()
        allowed = {0} if not point.number else {-signal.SIGKILL, *([0] if point.is_on_its_way else [])}
        assert process.exitcode in allowed, process.exitcode
        return reached


def commence_here(order: Order, point: Point, gate: Gate, pipe: Connection) -> None:
    """Let the regulation commence; say when the point is reached, and wait there to be killed.

    Point 0 is never reached: at the end it says how many there were.
    """
    resources, _, close = resources_at(order.url, order.folder, Clock.at(order.now), _NUMBERS_FROM)
    steps = 0

    def step(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps == point.number:
            pipe.send(steps)
            if not point.is_on_its_way:
                time.sleep(A_MINUTE)

    engine = resources.writing.kw["bind"]
    assert isinstance(engine, Engine)
    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(engine, moment, step)
    event.listen(resources.writing, "after_commit", step)
    if gate is Gate.BROKEN:
        event.listen(engine, "after_cursor_execute", _commit_amid)
    commence(Context(resources, order.actor), order.command)
    close()
    if not point.number:
        pipe.send(steps)


def _commit_amid(connection: Database, _: object, statement: str, *__: object) -> None:
    if statement.startswith("INSERT INTO unit_versions"):
        connection.connection.commit()


def digest(url: str) -> str:
    """Return a digest of every row of every table."""
    engine, found = make_engine(url), hashlib.sha256()
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in sorted(map(repr, connection.execute(select(table)))):
                found.update(f"{table.name} {row}\n".encode())
    engine.dispose()
    return found.hexdigest()


def wait_until_alone(url: str) -> None:
    """Wait until a server has noticed that the killed process is gone."""
    engine = make_engine(url)
    if engine.dialect.name == "postgresql":
        others = text(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        until = time.monotonic() + A_MINUTE
        while time.monotonic() < until:
            with engine.connect() as connection:
                if not connection.execute(others).scalar():
                    break
            time.sleep(0.01)
    engine.dispose()
