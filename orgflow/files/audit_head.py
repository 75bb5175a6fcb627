"""The audit chain's head kept outside the database: a small file that only ever goes forward."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from orgflow.domain.audit.chain import Head


class AuditHeadFile:
    """The file; written after each commit, so that it may lag behind by what was committed last."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, head: Head) -> None:
        """Write the head unless one further on stands there; a disk that refuses is no reason to stop."""
        with suppress(OSError), self._alone():
            held = self.read()
            if held is not None and held.length >= head.length:
                return
            beside = self._path.with_name(f".{self._path.name}")
            written = {"length": head.length, "seal": head.seal, "mark": head.mark}
            beside.write_text(json.dumps(written) + "\n", encoding="ascii")
            beside.chmod(0o600)
            beside.replace(self._path)

    def read(self) -> Head | None:
        """Return the head that was kept; None when none can be read."""
        try:
            held = json.loads(self._path.read_text(encoding="ascii"))
            return Head(int(held["length"]), str(held["seal"]), str(held["mark"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._path.with_name(f".{self._path.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
