"""All rows of an office's database, told apart: those of the registry, and those of each proposal."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import make_url

from orgflow.store.tables import metadata

_OF_REFUSALS: Final = frozenset({"audit_events", "audit_heads"})
"""What a refusal may write: that it was refused."""
_REGISTRY: Final = ("appointment", "function", "official", "post", "succession", "unit")
"""How the tables of the registry begin."""
_SHARED: Final = frozenset({"granted_operations", "instruments", "note_replies", "proposal_routes", "routes"})
"""Tables that belong to proposals and do not name them."""
_TABLES: Final = tuple(table for table in metadata.sorted_tables if table.name not in _OF_REFUSALS)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds: a mark of all of it, of its registry, of what proposals share, and of each."""

    whole: int
    registry: int
    shared: int
    proposals: dict[str, int]

    def of(self, proposal_id: UUID) -> int:
        """Return a mark that is another whenever any row of a proposal is."""
        return hash((self.shared, self.proposals.get(proposal_id.hex)))


class Database:
    """A SQLite database that is read from outside, as it was last committed."""

    def __init__(self, url: str) -> None:
        """Open it for reading."""
        self._connection = sqlite3.connect(f"file:{make_url(url).database}?mode=ro", uri=True)
        self._last: tuple[int, Contents] | None = None

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()

    def read(self) -> Contents:
        """Return what it holds; the same object as before where nobody committed since."""
        version = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        if self._last is None or self._last[0] != version:
            found = self._read()
            if self._last is not None and found.whole == self._last[1].whole:
                found = self._last[1]
            self._last = (version, found)
        return self._last[1]

    def _read(self) -> Contents:
        marks: dict[str, int] = {}
        proposals: dict[str, list[object]] = defaultdict(list)
        for table in _TABLES:
            rows = self._connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()
            marks[table.name] = hash((table.name, tuple(rows)))
            name = "id" if table.name == "proposals" else "proposal_id"
            if name in table.c:
                at = list(table.c.keys()).index(name)
                for row in rows:
                    proposals[str(row[at])].append((table.name, row))
        registry = tuple(mark for name, mark in marks.items() if name.startswith(_REGISTRY))
        shared = tuple(mark for name, mark in marks.items() if name in _SHARED)
        each = {held: hash(tuple(rows)) for held, rows in proposals.items()}
        return Contents(hash(tuple(marks.items())), hash(registry), hash(shared), each)
