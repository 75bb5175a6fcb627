"""A proposal's whole file as it was at one moment, and its one canonical text."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.proposals.states import Action

VERSION: Final = 1
FREEZES: Final = frozenset({Action.SUBMIT, Action.FORWARD, Action.SEND, Action.COMPLETE})
"""Steps at which the file is frozen: each submission, and whatever goes to the ministry."""
TO_MINISTRY: Final = frozenset({Action.SEND, Action.COMPLETE})
"""Those of them whose file is kept as it was printed too."""


class Section(StrEnum):
    """The parts of a file, in the order in which they are read."""

    FACTS = "facts"
    OPERATIONS = "operations"
    OPTIONS = "options"
    PAPERS = "papers"
    LETTERS = "letters"
    STUDY = "study"
    EVIDENCE = "evidence"
    DOCUMENTS = "documents"


class SnapshotUnreadable(RuleBroken):
    """A stored text is no snapshot of this version, or not the one that was frozen."""

    code = "snapshot_unreadable"


class UnknownSnapshot(NotFound):
    """The proposal was not frozen as often, or not for this actor."""

    code = "unknown_snapshot"


class PieceTwice(RuleBroken):
    """Two pieces of a section bear one key."""

    code = "piece_twice"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a file.

    Attributes:
        key: tells it from the others of its section, in every snapshot of the proposal.
        text: what a person reads in it; compared by words.
        checksum: the SHA-256 of the file that it is, "" where it is none.
        source: canonical JSON of what it is written from, "" where the text is all.
    """

    section: Section
    key: str
    title: str
    text: str = ""
    checksum: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All pieces, in the order of the sections and of each section's own."""

    pieces: tuple[Piece, ...]

    def of(self, section: Section) -> tuple[Piece, ...]:
        """Return the pieces of one section in their order."""
        return tuple(piece for piece in self.pieces if piece.section is section)


def snapshot_of(pieces: Iterable[Piece]) -> Snapshot:
    """Return the snapshot of these pieces, each section's in the order given.

    Raises:
        PieceTwice: two of a section bear one key.
    """
    order = {section: place for place, section in enumerate(Section)}
    listed = sorted(pieces, key=lambda piece: order[piece.section])
    counted = Counter((piece.section, piece.key) for piece in listed)
    for (section, key), count in counted.items():
        if count > 1:
            raise PieceTwice(section=str(section), key=key)
    return Snapshot(tuple(listed))


def snapshot_to_json(snapshot: Snapshot) -> str:
    """Return the one canonical text of a snapshot."""
    written = [
        {
            "section": piece.section.value,
            "key": piece.key,
            "title": piece.title,
            "text": piece.text,
            "checksum": piece.checksum,
            "source": piece.source,
        }
        for piece in snapshot.pieces
    ]
    held = {"v": VERSION, "pieces": written}
    return json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def snapshot_digest(text: str) -> str:
    """Return the address of a snapshot's text: its SHA-256 in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def snapshot_from_json(text: str, digest: str) -> Snapshot:
    """Return the snapshot that was frozen under an address.

    Raises:
        SnapshotUnreadable: the text is another one, or no snapshot of this version.
    """
    if snapshot_digest(text) != digest:
        raise SnapshotUnreadable(digest=digest[:12])
    try:
        held = json.loads(text)
        if held["v"] != VERSION:
            raise SnapshotUnreadable(digest=digest[:12])
        return snapshot_of(_piece(one) for one in held["pieces"])
    except (ValueError, KeyError, TypeError) as broken:
        raise SnapshotUnreadable(digest=digest[:12]) from broken


def _piece(told: dict[str, str]) -> Piece:
    return Piece(
        Section(told["section"]),
        str(told["key"]),
        str(told["title"]),
        str(told["text"]),
        str(told["checksum"]),
        str(told["source"]),
    )
