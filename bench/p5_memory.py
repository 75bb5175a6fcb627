"""P5: what a rendering process holds after 200 different letters, against what it held after 40."""

import os
import re
from pathlib import Path
from typing import Final

from bench.letters import letters
from bench.pairs import report
from orgflow.letters.worker import LetterRenderer

TARGET: Final = 1.15
EARLY, LATE = 40, 200


def main() -> None:
    """Render the letters one after the other in one process and look at it twice."""
    renderer = LetterRenderer(workers=1)
    held: dict[int, int] = {}
    pids: set[int] = set()
    for number, asked in enumerate(letters(LATE), start=1):
        renderer.render(asked.template, asked.facts, asked.emblem)
        if number in (EARLY, LATE):
            (pid,) = _renderers()
            pids.add(pid)
            held[number] = _resident_kib(pid)
    renderer.close()
    if len(pids) != 1:
        raise AssertionError("one process must have rendered all letters")
    note = f"{held[LATE] / 1024:.0f} MiB after {LATE} letters, {held[EARLY] / 1024:.0f} MiB after {EARLY}"
    report("P5", held[LATE] / held[EARLY], TARGET, note)


def _renderers() -> list[int]:
    """Return the rendering processes that this one started."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            status, command = (entry / "status").read_text(), (entry / "cmdline").read_bytes()
        except OSError:
            # It ended while we looked.
            continue
        if f"PPid:\t{os.getpid()}\n" in status and b"worker_child" in command:
            found.append(int(entry.name))
    return found


def _resident_kib(pid: int) -> int:
    found = re.search(r"^VmRSS:\s+(\d+) kB$", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    if found is None:
        raise AssertionError("the process is gone")
    return int(found[1])


if __name__ == "__main__":
    main()
