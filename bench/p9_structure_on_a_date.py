"""P9: the structure on a date out of 1.1 million records, against the bare driver fetching its rows."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bench.databases import postgres, sqlite
from bench.nation import GOVERNMENTS, government_id, write_nation
from bench.pairs import measure, report
from orgflow.domain.values import GovernmentId
from orgflow.store.session import make_engine, reading
from orgflow.store.structures import structure_on

TARGET: Final = 2.5
TURNS: Final = 120
Asked = tuple[GovernmentId, date]
COLUMNS: Final = (
    "unit_id, kind_code, name, parent_id, position, short_name, letter_code, duty_field, placement"
)


def main() -> None:
    """Measure on both databases."""
    for name, place in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        with place() as url:
            engine = make_engine(url)
            write_nation(engine)
            _measure(name, engine)
            engine.dispose()


def _measure(name: str, engine: Engine) -> None:
    chance = random.Random(9)
    asked: list[Asked] = [
        (
            government_id(number),
            date(chance.randint(2016, 2026), chance.randint(1, 12), chance.randint(1, 28)),
        )
        for number in chance.sample(range(1, GOVERNMENTS + 1), TURNS)
    ]
    sessions = reading(engine)
    with sessions() as session, _bare(engine) as fetch:
        for warm in asked[:5]:
            structure_on(session, *warm)
            fetch(warm)
        rows = len(structure_on(session, *asked[0]).units)
        pair = measure(asked, lambda one: structure_on(session, *one), fetch)
        plan = _plan(session, engine, asked[0])
    is_scanned = "SCAN unit_versions" in plan or "Seq Scan on unit_versions" in plan
    note = f"{name}, {rows} units, {pair.ours * 1000:.2f} ms against {pair.theirs * 1000:.2f} ms,"
    note += " full scan in the plan" if is_scanned else " no full scan"
    report("P9", pair.ratio, TARGET, note, is_met=pair.ratio <= TARGET and not is_scanned)


@contextmanager
def _bare(engine: Engine) -> Iterator[Callable[[Asked], list[tuple[object, ...]]]]:
    """Give a function that fetches the rows by the driver alone."""
    is_sqlite = engine.dialect.name == "sqlite"
    mark = "?" if is_sqlite else "%s"
    statement = (
        f"SELECT {COLUMNS} FROM unit_versions WHERE government_id = {mark} AND superseded_at IS NULL"
        f" AND valid_from <= {mark} AND (valid_to IS NULL OR valid_to > {mark})"
    )
    raw = engine.raw_connection()
    cursor = raw.cursor()

    def fetch(asked: Asked) -> list[tuple[object, ...]]:
        key, day = asked
        if is_sqlite:
            cursor.execute(statement, (key.hex, day.isoformat(), day.isoformat()))
        else:
            cursor.execute(statement, (key, day, day))
        return list(cursor.fetchall())

    yield fetch
    cursor.close()
    raw.close()


def _plan(session: Session, engine: Engine, asked: Asked) -> str:
    key, day = asked
    explain = "EXPLAIN QUERY PLAN" if engine.dialect.name == "sqlite" else "EXPLAIN"
    shown = key.hex if engine.dialect.name == "sqlite" else str(key)
    rows = session.connection().exec_driver_sql(
        f"{explain} SELECT {COLUMNS} FROM unit_versions WHERE government_id = '{shown}'"
        f" AND superseded_at IS NULL AND valid_from <= '{day}' AND (valid_to IS NULL OR valid_to > '{day}')"
    )
    return "\n".join(" ".join(str(part) for part in row) for row in rows)


if __name__ == "__main__":
    main()
