"""P4: letters a second by rendering processes, against LibreOffice cold and warm; two processes against one.

A rendering gives both files of a letter; LibreOffice is given the Word file and makes the PDF alone, as
a tagged PDF/A-3 like ours. The warm one is unoserver, asked by its own command for each letter; the line also
tells what a client that keeps its connection gets from the same LibreOffice. Beside two processes stands what
a bare loop gains from a second process on this machine at this time: letters cannot gain more.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from bench.letters import Asked, letters
from bench.office import office_server, print_cold, require_office, warm_office
from bench.pairs import Pair, measure, report_rate
from orgflow.letters.docx import write_docx
from orgflow.letters.rendered import RenderedLetter
from orgflow.letters.worker import LetterRenderer

COLD: Final = 12.0
WARM: Final = 2.5
TWO: Final = 1.7
COLD_TURNS: Final = 5
WARM_TURNS: Final = 12
BATCHES: Final = 5
BATCH: Final = 12
PATIENCE_S: Final = 120
"""A machine that does other work beside is slow to both; a measurement does not end for it."""
_BARE_LOOP: Final = "for _ in range(20_000_000): pass"

Both = tuple[Asked, Path]


def main() -> None:
    """Measure one process against both kinds of LibreOffice, and two processes against one."""
    require_office()
    one = LetterRenderer(workers=1, timeout_s=PATIENCE_S)
    with tempfile.TemporaryDirectory(prefix="orgflow-bench-") as name:
        _render(one, list(letters(3, first=90_000)), 1)
        _against_cold(one, Path(name))
        _against_warm(one, Path(name))
    two = LetterRenderer(workers=2, timeout_s=PATIENCE_S)
    _render(two, list(letters(6, first=91_000)), 2)
    batches = [list(letters(BATCH, first=1_000 + BATCH * batch)) for batch in range(2 * BATCHES)]
    pairs = list(zip(batches[:BATCHES], batches[BATCHES:], strict=True))
    pair = measure(pairs, lambda both: _render(two, both[0], 2), lambda both: _render(one, both[1], 1))
    report_rate(
        "P4",
        1 / pair.ratio,
        TWO,
        f"two processes, {BATCH / pair.ours:.1f} letters a second; one, {BATCH / pair.theirs:.1f};"
        f" a bare loop gains {_room_for_two():.2f} here",
    )
    one.close()
    two.close()


def _against_cold(one: LetterRenderer, folder: Path) -> None:
    pair = measure(
        _with_word_files(COLD_TURNS, 0, folder),
        lambda both: _one(one, both[0]),
        lambda both: print_cold(both[1]),
    )
    report_rate("P4", 1 / pair.ratio, COLD, _note(pair, "LibreOffice started for each letter"))


def _against_warm(one: LetterRenderer, folder: Path) -> None:
    with office_server() as printed:
        pair = _pair_with(one, folder, printed, first=100)
    with warm_office() as printed:
        held = _pair_with(one, folder, printed, first=200)
    note = f"{_note(pair, 'unoserver')}; {1 / held.theirs:.2f} by a client that keeps its connection"
    report_rate("P4", 1 / pair.ratio, WARM, note)


def _pair_with(one: LetterRenderer, folder: Path, printed: Callable[[Path], bytes], first: int) -> Pair:
    for _asked, docx in _with_word_files(3, 92_000, folder):
        if not printed(docx).startswith(b"%PDF"):
            raise AssertionError("LibreOffice made no PDF")
    return measure(
        _with_word_files(WARM_TURNS, first, folder),
        lambda both: _one(one, both[0]),
        lambda both: printed(both[1]),
    )


def _with_word_files(count: int, first: int, folder: Path) -> Iterator[Both]:
    for number, asked in enumerate(letters(count, first), start=first):
        docx = folder / f"surat-{number}.docx"
        docx.write_bytes(write_docx(asked.composed()))
        yield asked, docx


def _one(renderer: LetterRenderer, asked: Asked) -> RenderedLetter:
    return renderer.render(asked.template, asked.facts, asked.emblem)


def _render(renderer: LetterRenderer, batch: list[Asked], threads: int) -> list[RenderedLetter]:
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(lambda asked: _one(renderer, asked), batch))


def _room_for_two() -> float:
    """Return how many times as much a loop without memory or files gets done by two processes as by one."""

    def run(processes: int) -> None:
        started = [subprocess.Popen([sys.executable, "-c", _BARE_LOOP]) for _ in range(processes)]
        for process in started:
            process.wait()

    pair = measure(range(BATCHES), lambda _: run(2), lambda _: run(1))
    return 2 / pair.ratio


def _note(pair: Pair, against: str) -> str:
    return f"{1 / pair.ours:.1f} letters a second against {1 / pair.theirs:.2f} by {against}"


if __name__ == "__main__":
    main()
