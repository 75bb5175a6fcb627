"""LibreOffice to measure against: started anew for each letter, and as a server that stays warm.

The warm one is unoserver, asked as programs ask it, by its command ``unoconvert`` for each letter. Beside it
stands the least that a warm LibreOffice can take: one client that keeps its connection.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Final

SYSTEM_PYTHON: Final = "/usr/bin/python3"
"""Debian's own: LibreOffice's module for Python is there, and in no environment of ours."""
_CLIENT: Final = Path(__file__).with_name("office_client.py")
_ARCHIVAL: Final = (
    'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
"""A tagged PDF/A-3, the kind of file that the letters are."""
_CONVERTED: Final = (
    *("--host-location", "local", "--dont-update-index"),
    *("--filter-option", "SelectPdfVersion=3", "--filter-option", "UseTaggedPDF=true"),
)
_PATIENCE_S: Final = 60
_QUIET: Final = ("--headless", "--norestore", "--nologo", "--nofirststartwizard")


def require_office() -> None:
    """End with one line that says what to install, unless LibreOffice and its module are there."""
    asked = [SYSTEM_PYTHON, "-c", "import uno"]
    if shutil.which("soffice") is None or subprocess.run(asked, capture_output=True, check=False).returncode:
        sys.exit("P4 needs LibreOffice: run `scripts/system_packages.sh bench`")


def print_cold(docx: Path) -> bytes:
    """Return a Word file as PDF by a LibreOffice that starts with a profile of its own, and ends."""
    with tempfile.TemporaryDirectory(prefix="orgflow-office-") as folder:
        command = [
            "soffice",
            _profile(Path(folder)),
            *_QUIET,
            "--convert-to",
            _ARCHIVAL,
            "--outdir",
            folder,
            str(docx),
        ]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        return (Path(folder) / docx.name).with_suffix(".pdf").read_bytes()


@contextmanager
def office_server() -> Iterator[Callable[[Path], bytes]]:
    """Give what turns a Word file into a PDF by ``unoconvert``, asking an unoserver that runs.

    Raises:
        TimeoutError: the server did not answer within a minute.
    """
    with tempfile.TemporaryDirectory(prefix="orgflow-office-", ignore_cleanup_errors=True) as name:
        folder, port = Path(name), _free_port()
        ask = [SYSTEM_PYTHON, "-c", "from unoserver.client import {0}; raise SystemExit({0}())"]
        serve = [
            *(SYSTEM_PYTHON, "-m", "unoserver.server", "--executable", "soffice"),
            *("--port", str(port), "--uno-port", str(_free_port())),
            *("--user-installation", str(folder / "profile")),
        ]
        server = subprocess.Popen(
            serve, env=_with_unoserver(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

        def asked(command: str, *arguments: str) -> bool:
            line = [*ask[:2], ask[2].format(command), "--port", str(port), *arguments]
            return not subprocess.run(
                line, env=_with_unoserver(), capture_output=True, check=False
            ).returncode

        def printed(docx: Path) -> bytes:
            target = folder / f"{docx.stem}.pdf"
            if not asked("converter_main", *_CONVERTED, str(docx), str(target)):
                raise OSError("unoserver did not answer")
            return target.read_bytes()

        try:
            until = time.monotonic() + _PATIENCE_S
            while not asked("ping_main"):
                if time.monotonic() > until:
                    raise TimeoutError("unoserver did not start")
            yield printed
        finally:
            server.terminate()
            server.wait(30)


@contextmanager
def warm_office() -> Iterator[Callable[[Path], bytes]]:
    """Give what turns a Word file into a PDF by a LibreOffice that runs and is asked through a pipe."""
    with tempfile.TemporaryDirectory(prefix="orgflow-office-", ignore_cleanup_errors=True) as name:
        folder, pipe = Path(name), f"orgflow-bench-{os.getpid()}"
        accept = f"--accept=pipe,name={pipe};urp;"
        server = subprocess.Popen(
            ["soffice", _profile(folder), *_QUIET, accept],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        client = subprocess.Popen(
            [SYSTEM_PYTHON, str(_CLIENT), pipe], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

        def printed(docx: Path) -> bytes:
            target = folder / f"{docx.stem}.pdf"
            if client.stdin is None or client.stdout is None:
                raise OSError("the client has no pipes")
            client.stdin.write(f"{docx}\t{target}\n")
            client.stdin.flush()
            if client.stdout.readline().strip() != "ok":
                raise OSError("LibreOffice did not answer")
            return target.read_bytes()

        try:
            yield printed
        finally:
            # At the end of its input the client asks LibreOffice to end.
            client.communicate()
            server.wait(30)


def _profile(folder: Path) -> str:
    return f"-env:UserInstallation={(folder / 'profile').as_uri()}"


def _with_unoserver() -> dict[str, str]:
    """Return the surroundings in which Debian's Python finds our unoserver beside LibreOffice's module."""
    found = find_spec("unoserver")
    if found is None or found.origin is None:
        sys.exit("P4 needs unoserver: run `make bench`")
    return {**os.environ, "PYTHONPATH": str(Path(found.origin).parents[1])}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port
