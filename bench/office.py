"""LibreOffice to measure against: started anew for each letter, and as a server that stays warm."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
