"""A database's file is its owner's alone."""

import os
import stat
from pathlib import Path

from sqlalchemy import text

from orgflow.store.session import make_engine


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def test_a_new_file_and_its_log_are_private_whatever_the_mask(tmp_path: Path) -> None:
    mask = os.umask(0)
    engine = make_engine(f"sqlite:///{tmp_path / 'baru.db'}")
    try:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE t (n INTEGER)"))
            held = modes(tmp_path)
    finally:
        os.umask(mask)
        engine.dispose()

    assert {"baru.db", "baru.db-wal"} <= set(held)
    assert set(held.values()) == {0o600}


def test_a_file_that_others_could_read_is_shut(tmp_path: Path) -> None:
    file = tmp_path / "lama.db"
    file.touch(0o644)
    file.chmod(0o644)

    make_engine(f"sqlite:///{file}").dispose()

    assert modes(tmp_path) == {"lama.db": 0o600}
