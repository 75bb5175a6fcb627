"""Which revision a database is at, and which is the newest: told without the library that migrates."""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

_VERSIONS = Path(__file__).with_name("versions")


def code_head() -> str:
    """Return the newest revision this program knows: a migration's file begins with its revision.

    Raises:
        LookupError: no migration is held.
    """
    held = sorted(path.name.partition("_")[0] for path in _VERSIONS.glob("[0-9]*_*.py"))
    if not held:
        raise LookupError("no migration is held")
    return held[-1]


def database_head(engine: Engine) -> str | None:
    """Return the database's revision; None when it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return str(found) if found is not None else None
