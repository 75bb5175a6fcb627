"""A Redis server of our own on a loopback port, started by the test that asks; it keeps nothing on disk."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mail_server import free_port

PATIENCE_S = 10


@pytest.fixture(scope="session")
def _redis_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a server that lives as long as this process."""
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    asked = {"bind": "127.0.0.1", "port": str(port), "save": "", "appendonly": "no", "dir": str(folder)}
    words = [word for name, value in asked.items() for word in (f"--{name}", value)]
    with (folder / "server.log").open("w") as log:
        # Debian's redis-tools holds the server's program under the name of its check, without any service.
        server = subprocess.Popen(["redis-server", *words], executable=_program(), stdout=log, stderr=log)
    try:
        _await(port)
        yield port
    finally:
        server.terminate()
        server.wait()


@pytest.fixture
def redis_url(_redis_port: int) -> str:
    """The address of an empty Redis."""
    _ask(_redis_port, "flushall")
    return f"redis://127.0.0.1:{_redis_port}/0"


def _program() -> Path:
    for name in ("redis-server", "redis-check-rdb"):
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    return pytest.fail("Redis is not installed: run `make setup-test`", pytrace=False)


def _await(port: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while _ask(port, "ping") != "PONG":
        if time.monotonic() > until:
            pytest.fail("Redis does not answer", pytrace=False)
        time.sleep(0.05)


def _ask(port: int, command: str) -> str:
    asked = ["redis-cli", "-h", "127.0.0.1", "-p", str(port), command]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
