"""How an office came to be as it is, for as long as nothing happens to it that is not told."""

import time
from pathlib import Path
from threading import Lock
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, event, make_url

from orgflow.services.context import Resources
from tests.postgresql import shared_server

_PATIENCE_S: Final = 0.5


class Numbers:
    """Ids that are counted up, so that a test can tell them beforehand."""

    def __init__(self, first: int) -> None:
        self._lock = Lock()
        self.next = first

    def __call__(self) -> UUID:
        """Return the next one."""
        with self._lock:
            self.next += 1
            return UUID(int=self.next - 1)


class Standing:
    """What happened to an office, in words; the seal breaks when anything else does.

    Attributes:
        url: the address of its database.
        folder: where its files lie, in ``files``.
        past: what happened to it so far, until the seal is broken.
    """

    def __init__(self, url: str, folder: Path, past: str, resources: Resources) -> None:
        self.url, self.folder, self.past = url, folder, past
        self.resources = resources
        self._commits = 0
        event.listen(self.engine, "commit", self._count)
        self.seal()

    @property
    def engine(self) -> Engine:
        """The office's own way to its database."""
        bound = self.resources.reading.kw["bind"]
        assert isinstance(bound, Engine)
        return bound

    @property
    def numbers(self) -> Numbers:
        """Where its ids come from."""
        numbers = self.resources.new_id
        assert isinstance(numbers, Numbers)
        return numbers

    @property
    def is_quick(self) -> bool:
        """Whether its database is copied in no time: a file, not one of a server's."""
        return make_url(self.url).get_backend_name() == "sqlite"

    def seal(self) -> None:
        """Take it as it is now for what its past tells."""
        self._seal = self._marks()

    def is_sealed(self, resources: Resources) -> bool:
        """Tell whether nothing else happened to the office that works with these resources."""
        return resources is self.resources and self._seal == self._marks() and self._is_alone()

    def _count(self, connection: object) -> None:
        self._commits += 1

    def _marks(self) -> tuple[int, ...]:
        marks = [self._commits, self.numbers.next]
        for path in self._database_files():
            found = path.stat() if path.exists() else None
            marks += [found.st_size, found.st_mtime_ns] if found is not None and found.st_size else [0, 0]
        return tuple(marks)

    def _database_files(self) -> tuple[Path, ...]:
        held = make_url(self.url).database or ""
        return (Path(held), Path(f"{held}-wal")) if self.is_quick else ()

    def _is_alone(self) -> bool:
        """Tell whether nobody else is connected: on SQLite its files tell who wrote."""
        if self.is_quick:
            return True
        self.engine.dispose()
        held, until = make_url(self.url).database or "", time.monotonic() + _PATIENCE_S
        while (others := shared_server().connected_to(held)) and time.monotonic() < until:
            time.sleep(0.01)
        return not others
