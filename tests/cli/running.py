"""Running a command: in this process, as its program runs it, or as the program itself."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from orgflow.cli.main import main

PROGRAM = (sys.executable, "-c", "from orgflow.cli.main import main; main()")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, what it said beside, and how it ended."""

    code: object
    printed: bytes
    said: str


def run(*words: str, told: Mapping[str, str] | None = None) -> Answer:
    """Run a command in this process: starting Python some hundred times would take minutes."""
    printed, said = _stream(), _stream()
    code: object = 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed), redirect_stderr(said):
        for name in [name for name in os.environ if name.startswith("ORGFLOW_")]:
            patch.delenv(name)
        for name, value in (told or {}).items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["orgflow", *words])
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
    return Answer(code, _written(printed), _written(said).decode())


def orgflow(
    *words: str, data: Path | None, told: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command on a data folder in this process, as if the program had been started."""
    called = [*words, *(["--data", str(data)] if data is not None else [])]
    answer = run(*called, told=told)
    assert isinstance(answer.code, int), answer.code
    return subprocess.CompletedProcess(called, answer.code, answer.printed.decode(), answer.said)


def orgflow_itself(
    *words: str, data: Path, told: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program with nobody at its keyboard."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ORGFLOW_")}
    return subprocess.run(
        [*PROGRAM, *words, "--data", str(data)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**environment, **(told or {})},
    )


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _written(stream: io.TextIOWrapper) -> bytes:
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue()
