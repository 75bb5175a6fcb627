"""The published table of routes; run as a module it writes routes.txt anew."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from orgflow.bootstrap import build
from orgflow.config import read_settings
from orgflow.domain.access.roles import Role
from orgflow.services.demo.accounts import DemoAccount
from orgflow.web.app import create_app
from orgflow.web.permissions import Route, routes

SNAPSHOT = Path(__file__).with_name("routes.txt")
# The demonstration has a door of its own: with an account it is in the table.
SOMEBODY = DemoAccount(Role.DRAFTER, "penyusun", "a password", "contoh", "Penyusun")


@contextmanager
def application(
    data: Path, demo: Sequence[DemoAccount] = (SOMEBODY,), database: str | None = None
) -> Iterator[Flask]:
    """Yield the application of an installation in a folder."""
    told = {} if database is None else {"ORGFLOW_DATABASE_URL": database}
    installation = build(read_settings(told, data), may_create=True, demo=tuple(demo))
    try:
        yield create_app(installation)
    finally:
        installation.close()


def table(published: Sequence[Route]) -> str:
    """Return the routes as aligned lines: method, path, endpoint, permission, scope."""
    rows = [(route.method, route.path, route.endpoint, route.permission, route.scope) for route in published]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def write() -> None:
    """Write the snapshot anew."""
    with tempfile.TemporaryDirectory() as folder, application(Path(folder)) as app:
        SNAPSHOT.write_text(table(routes(app)), encoding="utf-8")


if __name__ == "__main__":
    write()
