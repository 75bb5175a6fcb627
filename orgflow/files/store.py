"""A folder of files named by their content: written once, safe on disk before anybody is told."""

import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from orgflow.domain.errors import Unavailable


class FileGone(Unavailable):
    """The store does not hold the bytes it should."""

    code = "file_gone"


class FileStoreFull(Unavailable):
    """The disk takes no more."""

    code = "file_store_full"


class FileStore:
    """Bytes by their SHA-256, in two levels of folders."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256 in hex; the same bytes are kept once.

        Written beside, synced, renamed, and the folder synced: after the return a power cut loses nothing.

        Raises:
            FileStoreFull: the disk refuses.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._path(sha256)
        if target.exists():
            return sha256
        try:
            self._write(target, content)
        except OSError as error:
            raise FileStoreFull() from error
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            FileGone: they are missing or no longer have this digest.
        """
        try:
            content = self._path(sha256).read_bytes()
        except OSError as error:
            raise FileGone(sha256=sha256) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise FileGone(sha256=sha256)
        return content

    def has(self, sha256: str) -> bool:
        """Say whether a file of this name lies in the store."""
        return self._path(sha256).is_file()

    def names(self) -> Iterator[tuple[str, float]]:
        """Yield each file's name with the time it was last written, as a POSIX timestamp."""
        for path in self._root.glob("??/*"):
            yield path.name, path.stat().st_mtime

    def _path(self, sha256: str) -> Path:
        return self._root / sha256[:2] / sha256

    def _write(self, target: Path, content: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{secrets.token_hex(8)}")
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.rename(target)
        finally:
            beside.unlink(missing_ok=True)
        for folder in (target.parent, self._root):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
