"""The program as a running demo needs it, started by forking a process that has loaded it already."""

import multiprocessing
import os
import sys
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from orgflow.cli.main import main

_FORKING: Final = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["orgflow.cli.serving", __name__])


def program(*words: str, log: Path) -> ForkServerProcess:
    """Start ``orgflow`` as the leader of its own group of processes; what it says goes to the log.

    Loading it takes seconds, and every browser test begins with a program of its own.
    """
    process = _FORKING.Process(target=_run, args=(words, log))
    process.start()
    return process


def _run(words: tuple[str, ...], log: Path) -> None:
    os.setsid()
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(output, sys.stdout.fileno())
    os.dup2(output, sys.stderr.fileno())
    for name in [name for name in os.environ if name.startswith("ORGFLOW_")]:
        del os.environ[name]
    sys.argv = ["orgflow", *words]
    main()
