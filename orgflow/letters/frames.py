"""How two processes hand each other a request or an answer: a few plain values and some files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from orgflow.domain.letters.stored import Plain

HEADER_BYTES = 8
LARGEST_FRAME = 256 * 1024 * 1024


class BrokenFrame(Exception):
    """The bytes are not a frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """``head`` is JSON; ``files`` are handed over as they are."""

    head: Mapping[str, Plain]
    files: tuple[bytes, ...] = ()


def pack_frame(frame: Frame) -> bytes:
    """Return the frame as bytes, its length first."""
    head = json.dumps({"head": dict(frame.head), "sizes": [len(file) for file in frame.files]}).encode()
    content = b"".join((len(head).to_bytes(HEADER_BYTES, "big"), head, *frame.files))
    return len(content).to_bytes(HEADER_BYTES, "big") + content


def frame_length(header: bytes) -> int:
    """Return how many bytes follow the first ``HEADER_BYTES``.

    Raises:
        BrokenFrame: more than any letter needs.
    """
    length = int.from_bytes(header, "big")
    if length > LARGEST_FRAME:
        raise BrokenFrame(str(length))
    return length


def unpack_frame(content: bytes) -> Frame:
    """Return the frame in these bytes, its length already taken off.

    Raises:
        BrokenFrame: the bytes are not what ``pack_frame`` writes.
    """
    start = HEADER_BYTES + int.from_bytes(content[:HEADER_BYTES], "big")
    try:
        told: Plain = json.loads(content[HEADER_BYTES:start])
    except ValueError as broken:
        raise BrokenFrame("head") from broken
    head, sizes = (told.get("head"), told.get("sizes")) if isinstance(told, dict) else (None, None)
    if not isinstance(head, dict) or not isinstance(sizes, list):
        raise BrokenFrame("head")
    files: list[bytes] = []
    for size in sizes:
        if not isinstance(size, int):
            raise BrokenFrame("sizes")
        files.append(content[start : start + size])
        start += size
    if start != len(content):
        raise BrokenFrame("length")
    return Frame(head, tuple(files))
