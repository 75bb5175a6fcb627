"""One rendering process as its parent sees it: asked with a time limit, and ended when it does not answer."""

import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from orgflow.letters.frames import HEADER_BYTES, BrokenFrame, Frame, frame_length, pack_frame, unpack_frame

_KEPT_VARIABLES = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
)
_KEPT_PREFIX = "XDG_"
_CHUNK = 1 << 16
_LAST_WORDS_S = 1


class TooSlow(Exception):
    """The time was up."""


class Died(Exception):
    """The process ended, or what it wrote was no answer."""


class _Python(subprocess.Popen[bytes]):
    """An interpreter that runs a module of our own."""


class ChildProcess:
    """A process that renders; it sees no setting and no secret of its parent."""

    def __init__(self, memory_bytes: int) -> None:
        code = Path(__file__).parents[2]
        kept = {
            name: value
            for name, value in os.environ.items()
            if name in _KEPT_VARIABLES or name.startswith(_KEPT_PREFIX)
        }
        self._process = _Python(
            [sys.executable, "-P", "-m", "orgflow.letters.worker_child", str(memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**kept, "PYTHONPATH": str(code), "PYTHONDONTWRITEBYTECODE": "1"},
            bufsize=0,
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise Died
        self._requests, self._answers = self._process.stdin, self._process.stdout
        os.set_blocking(self._requests.fileno(), False)
        os.set_blocking(self._answers.fileno(), False)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def ask(self, frame: Frame, seconds: float) -> Frame:
        """Return the answer to a request.

        Raises:
            TooSlow: no whole answer within the time.
            Died: the process ended before it answered.
        """
        until = time.monotonic() + seconds
        try:
            self._write(memoryview(pack_frame(frame)), until)
            length = frame_length(self._read(HEADER_BYTES, until))
            return unpack_frame(self._read(length, until))
        except (OSError, BrokenFrame) as broken:
            raise Died from broken

    def bury(self) -> None:
        """End a process that broke down, leaving it a moment to say why on standard error."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LAST_WORDS_S)
        self.kill()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        self.forget()

    def forget(self) -> None:
        """Let go of a process that belongs to another parent, or is gone."""
        for pipe in (self._requests, self._answers):
            pipe.close()
        if self._process.returncode is None:
            self._process.returncode = 0

    def _write(self, content: memoryview, until: float) -> None:
        while content:
            self._wait(select.POLLOUT, until)
            content = content[os.write(self._requests.fileno(), content[:_CHUNK]) :]

    def _read(self, length: int, until: float) -> bytes:
        content = bytearray()
        while len(content) < length:
            self._wait(select.POLLIN, until)
            chunk = os.read(self._answers.fileno(), min(_CHUNK, length - len(content)))
            if not chunk:
                raise Died
            content += chunk
        return bytes(content)

    def _wait(self, event: int, until: float) -> None:
        pipe = self._requests if event == select.POLLOUT else self._answers
        waiting = select.poll()
        waiting.register(pipe, event)
        if not waiting.poll(max(0.0, until - time.monotonic()) * 1000):
            raise TooSlow
