"""Which copy of a letter a PDF is: to be read, to be signed, to be kept, or to bear initials."""

from dataclasses import dataclass
from datetime import datetime

from orgflow.letters.blocks import Signature

CHANGE_SET_FILE = "usulan.json"


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """A letter to look at: nothing but its pages."""


@dataclass(frozen=True, slots=True)
class CopyToSign:
    """A letter with one empty signature field a signer; ``signers`` are their titles in reading order."""

    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArchiveCopy:
    """A letter with the proposal's changes as data inside; ``saved_at`` is when these were written down."""

    change_set: bytes
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class FileCopy:
    """A letter with the tables for initials at its end (pertinggal): it stays in the office."""


AskedCopy = ReadingCopy | ArchiveCopy | FileCopy
"""What may be asked for beside the copy to sign, which ``render`` makes."""

PdfCopy = AskedCopy | CopyToSign

READING = ReadingCopy()


def copy_to_sign(signatures: tuple[Signature, ...]) -> CopyToSign:
    """Return the copy for the signers of these blocks."""
    return CopyToSign(tuple(" ".join(block.title_lines).rstrip(", ") for block in signatures))
