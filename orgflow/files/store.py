"""A folder of files named by what is in them: written whole, safe on disk before anything refers to them."""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from orgflow.domain.errors import Unavailable

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_FOLDER: Final = re.compile(r"[0-9a-f]{2}\Z")
_NO_SPACE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
UNFINISHED: Final = "tmp"


class StorageFull(Unavailable):
    """The disk has no room left; nothing was kept."""

    code = "storage_full"


class StorageUnavailable(Unavailable):
    """The folder of files cannot be read or written."""

    code = "storage_unavailable"


class FileMissing(Unavailable):
    """A file that is on record is not in the folder."""

    code = "file_missing"


class FileDamaged(Unavailable):
    """A file in the folder is no longer what was kept."""

    code = "file_damaged"


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file in the folder; ``sha256`` is its name, not yet compared with its bytes."""

    sha256: str
    size: int
    modified_at: datetime


class FileStore:
    """The folder; a file lies under the first two digits of its SHA-256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256; when this returns they outlive a power cut.

        Raises:
            StorageFull, StorageUnavailable.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        place = self._place(sha256)
        with _disk_errors():
            if not self._is_kept(place, len(content)):
                self._write(place, content)
            _sync_folder(place.parent)
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            FileMissing: there is no such file.
            FileDamaged: its bytes are not those that were kept.
            StorageUnavailable.
        """
        with _disk_errors():
            try:
                content = self._place(sha256).read_bytes()
            except FileNotFoundError:
                raise FileMissing(sha256=sha256) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise FileDamaged(sha256=sha256)
        return content

    def has(self, sha256: str) -> bool:
        """Say whether a file of this name lies in the folder."""
        return self._place(sha256).is_file()

    def names(self) -> Iterator[HeldFile]:
        """Yield every file in the folder, in the order of their names."""
        for place in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            sha256 = place.parent.name + place.name
            if _is_digest(sha256):
                with suppress(FileNotFoundError):
                    yield HeldFile(sha256, *_measure(place))

    def unfinished(self) -> Iterator[tuple[str, datetime]]:
        """Yield names of writes that never ended, each with when it began."""
        for place in sorted((self._folder / UNFINISHED).glob("*")):
            with suppress(FileNotFoundError):
                yield place.name, _measure(place)[1]

    def oddities(self) -> Iterator[str]:
        """Yield what lies in the folder and is none of ours: its path within the folder."""
        for place in sorted(self._folder.rglob("*")):
            parts = place.relative_to(self._folder).parts
            is_ours = len(parts) == 1 and place.is_dir() and bool(_FOLDER.match(parts[0]))
            is_ours = is_ours or (len(parts) == 2 and place.is_file() and _is_digest("".join(parts)))
            if not is_ours and parts[0] != UNFINISHED:
                yield place.relative_to(self._folder).as_posix()

    def sweep(self, before: datetime) -> int:
        """Remove writes that never ended and began before the instant; return how many."""
        stale = [name for name, began_at in self.unfinished() if began_at < before]
        for name in stale:
            (self._folder / UNFINISHED / name).unlink(missing_ok=True)
        return len(stale)

    def drop(self, sha256: str, before: datetime) -> bool:
        """Remove a file to which nothing refers, unless it was kept at or after the instant.

        It is taken aside first and looked at there: whoever keeps the same bytes meanwhile either
        finds no file and writes it, or has made it new, and then it is put back.
        """
        place = self._place(sha256)
        aside = self._folder / UNFINISHED / f"{sha256}.aside"
        with _disk_errors():
            aside.parent.mkdir(parents=True, exist_ok=True)
            try:
                place.rename(aside)
            except FileNotFoundError:
                return False
            if _measure(aside)[1] >= before:
                aside.rename(place)
                return False
            aside.unlink()
        return True

    def _is_kept(self, place: Path, size: int) -> bool:
        """Say whether the bytes lie in their place, and make them new: they are referred to again."""
        try:
            os.utime(place)
            return place.stat().st_size == size
        except FileNotFoundError:
            return False

    def _place(self, sha256: str) -> Path:
        if not _is_digest(sha256):
            raise FileMissing(sha256=sha256[:64])
        return self._folder / sha256[:2] / sha256[2:]

    def _write(self, place: Path, content: bytes) -> None:
        waiting = self._folder / UNFINISHED
        waiting.mkdir(parents=True, exist_ok=True)
        if not place.parent.is_dir():
            place.parent.mkdir(exist_ok=True)
            _sync_folder(self._folder)
        handle, name = tempfile.mkstemp(dir=waiting)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(0o640)
            Path(name).rename(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _is_digest(name: str) -> bool:
    return _DIGEST.fullmatch(name) is not None


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise StorageFull() from error
        raise StorageUnavailable(reason=type(error).__name__) from error


def _measure(place: Path) -> tuple[int, datetime]:
    measured = place.stat()
    return measured.st_size, datetime.fromtimestamp(measured.st_mtime, UTC)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
