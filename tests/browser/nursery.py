"""The program as a running demo needs it, started by forking a process that has loaded it already."""

import atexit
import multiprocessing
import os
import shutil
import sys
import tempfile
from functools import cache
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from flask import Flask
from jinja2 import FileSystemBytecodeCache

from orgflow.cli.main import main
from tests.in_memory import scratch

_FORKING: Final = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["orgflow.cli.serving", __name__])


def program(*words: str, log: Path) -> ForkServerProcess:
    """Start ``orgflow`` as the leader of its own group of processes; what it says goes to the log.

    Loading it takes seconds, and every browser test begins with a program of its own.
    """
    process = _FORKING.Process(target=_run, args=(words, log, _compiled_templates()))
    process.start()
    return process


@cache
def _compiled_templates() -> Path:
    """Return where the demos of this process keep templates once one of them has compiled them."""
    folder = Path(tempfile.mkdtemp(prefix="compiled-", dir=scratch()))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _run(words: tuple[str, ...], log: Path, compiled: Path) -> None:
    os.setsid()
    Flask.jinja_options = {"bytecode_cache": FileSystemBytecodeCache(str(compiled))}
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(output, sys.stdout.fileno())
    os.dup2(output, sys.stderr.fileno())
    for name in [name for name in os.environ if name.startswith("ORGFLOW_")]:
        del os.environ[name]
    sys.argv = ["orgflow", *words]
    main()
