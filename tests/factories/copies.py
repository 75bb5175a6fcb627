"""Copies of whole databases: one that took long to fill is filled once a process."""

import atexit
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import make_url

from tests.in_memory import scratch
from tests.postgresql import shared_server

_FOLDER: Final = Path(tempfile.mkdtemp(prefix="kept-", dir=scratch()))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)


def a_folder() -> Path:
    """Return a new folder that is there as long as this process."""
    return Path(tempfile.mkdtemp(dir=_FOLDER))


def keep_database(url: str) -> str:
    """Keep a copy of a database that nobody is connected to; return the copy's name."""
    name = f"kept_{uuid4().hex}"
    held = make_url(url).database or ""
    if make_url(url).get_backend_name() == "sqlite":
        _copy(Path(held), _FOLDER / name)
    else:
        shared_server().create(name, template=held)
    return name


def bring_database(name: str, url: str) -> None:
    """Put a kept copy into the place of a database that nobody is connected to."""
    held = make_url(url).database or ""
    if make_url(url).get_backend_name() == "sqlite":
        _copy(_FOLDER / name, Path(held))
        return
    server = shared_server()
    server.drop(held)
    server.create(held, template=name)


def _copy(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as one, sqlite3.connect(target) as other:
        one.backup(other)
    one.close()
    other.close()
