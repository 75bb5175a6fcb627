"""How a file is looked at in a process apart, so that what it does to the reader stays there."""

import json
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

SECONDS: Final = 20
_KEPT_VARIABLES: Final = {"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}


class Kind(StrEnum):
    """What a person was asked to bring."""

    PDF = "pdf"
    PICTURE = "picture"
    WORD = "word"

    @property
    def marks(self) -> tuple[bytes, ...]:
        """The first bytes of such a file."""
        match self:
            case Kind.PDF:
                return (b"%PDF-",)
            case Kind.PICTURE:
                return (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
            case Kind.WORD:
                return (b"PK\x03\x04",)


class Verdict(StrEnum):
    """What the look found."""

    FIT = "fit"
    WRONG_KIND = "wrong_kind"
    TOO_LARGE = "too_large"
    DANGEROUS = "dangerous"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Inspection:
    """A verdict; ``reason`` says in a short code what is dangerous."""

    verdict: Verdict
    media_type: str = ""
    extension: str = ""
    reason: str = ""


def inspect(kind: Kind, content: bytes) -> Inspection:
    """Return the verdict of a child process with limits of time and memory; one that dies is BROKEN."""
    try:
        told = json.loads(_answer(kind, content))
        return Inspection(
            Verdict(told["verdict"]), str(told["media_type"]), str(told["extension"]), str(told["reason"])
        )
    except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError):
        return Inspection(Verdict.BROKEN)


class _Python(subprocess.Popen[bytes]):
    """An interpreter that runs a module of our own; only what it reads is foreign."""


def _answer(kind: Kind, content: bytes) -> bytes:
    with _Python(
        [sys.executable, "-P", "-m", "orgflow.files.inspector", str(kind)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**_KEPT_VARIABLES, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as child:
        try:
            answer, _ = child.communicate(content, timeout=SECONDS)
        finally:
            child.kill()
    return answer if child.returncode == 0 else b""
