"""How many statements reach the database, whoever asks them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, event

from tests.factories.office import Office


@dataclass(slots=True)
class Counted:
    """The statements that were asked."""

    statements: list[str]

    @property
    def count(self) -> int:
        """How many there were."""
        return len(self.statements)


@contextmanager
def counting(office: Office) -> Iterator[Counted]:
    """Yield the statements that the office's database is asked meanwhile; what begins one is left out."""
    with office.resources.reading() as session:
        engine = session.get_bind()
    assert isinstance(engine, Engine)
    counted = Counted([])

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if not statement.startswith("BEGIN"):
            counted.statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield counted
    finally:
        event.remove(engine, "before_cursor_execute", note)
