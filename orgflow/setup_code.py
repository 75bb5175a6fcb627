"""The one-time code that lets its holder begin an empty installation, kept beside the data."""

import base64
import os
import secrets
from pathlib import Path
from typing import Final

CODE_FILE: Final = "setup-code.txt"
GROUP: Final = 5
GROUPS: Final = 4
"""Twenty letters of base 32: 100 random bits, which no number of tries exhausts."""


def held_code(folder: Path) -> str | None:
    """Return the code that is offered; None when there is none or it cannot be read."""
    try:
        return (folder / CODE_FILE).read_text(encoding="ascii").strip() or None
    except (OSError, ValueError):
        return None


def offered_code(folder: Path) -> str | None:
    """Return the code, made now if there is none; of two makers at once, the first one's holds.

    None means that the folder cannot be written.
    """
    held = held_code(folder)
    if held is not None:
        return held
    letters = base64.b32encode(secrets.token_bytes(GROUP * GROUPS)).decode()[: GROUP * GROUPS]
    code = "-".join(letters[at : at + GROUP] for at in range(0, GROUP * GROUPS, GROUP))
    beside = folder / f".{CODE_FILE}.{secrets.token_hex(4)}"
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as stream:
            stream.write(code + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        _keep_first(beside, folder / CODE_FILE)
    except OSError:
        return None
    return held_code(folder)


def withdraw_code(folder: Path) -> None:
    """Forget the code: the first account stands. Where the file cannot be removed, it opens nothing."""
    try:
        (folder / CODE_FILE).unlink(missing_ok=True)
    except OSError:
        return


def _keep_first(beside: Path, kept: Path) -> None:
    try:
        os.link(beside, kept)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
