"""A demo of one's own: the real program, started on a free port in a folder of its own."""

import json
import os
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.browser.nursery import program
from tests.cli.running import orgflow

STARTS_WITHIN_S = 180


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and how it ended."""

    code: int
    printed: str
    said: str


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo: where it is served, where its data lies, and its accounts."""

    address: str
    data: Path

    def password_of(self, username: str) -> str:
        """Return the password that was made at this demo's first start."""
        accounts = json.loads((self.data / "demo-accounts.json").read_text())
        return next(str(account["password"]) for account in accounts if account["username"] == username)

    def command(self, *words: str) -> Answer:
        """Run ``orgflow`` on this demo's data, beside the running program."""
        ended = orgflow(*words, data=self.data)
        return Answer(ended.returncode, ended.stdout, ended.stderr)


@contextmanager
def running_demo(data: Path, *, is_asked_to_end: bool = False) -> Iterator[Demo]:
    """Start a demo and end it with all its processes, at once or in its own good time."""
    with _running("demo", data, is_asked_to_end=is_asked_to_end) as demo:
        yield demo


@contextmanager
def running_office(data: Path) -> Iterator[Demo]:
    """Start an installation that holds nothing, as an office would, and end it with all its processes."""
    assert Demo("", data).command("init").code == 0
    with _running("serve", data) as office:
        yield office


@contextmanager
def _running(word: str, data: Path, *, is_asked_to_end: bool = False) -> Iterator[Demo]:
    port = _free_port()
    log = data.with_suffix(".log")
    process = program(word, "--data", str(data), "--port", str(port), log=log)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/masuk", process, log)
        yield Demo(address, data)
    finally:
        if is_asked_to_end:
            process.terminate()
            process.join(timeout=30)
        with suppress(ProcessLookupError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: ForkServerProcess, log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        if not process.is_alive():
            break
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"the demo did not start:\n{log.read_text(errors='replace')[-2000:]}")
