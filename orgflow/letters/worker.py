"""Rendering out of the way: in child processes with limits of time and memory, started when first needed."""

import os
import threading
import time
from typing import TYPE_CHECKING

from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.facts_json import facts_to_json
from orgflow.domain.letters.stored import Plain
from orgflow.letters.child_process import ChildProcess, Died, TooSlow
from orgflow.letters.errors import RenderFailed, error_named
from orgflow.letters.findings import Finding
from orgflow.letters.frames import Frame
from orgflow.letters.letter_frames import copy_frame, facts_from_plain, finding_from_plain
from orgflow.letters.overlap_sheet import OverlapSheet, SheetFormat, sheet_to_json
from orgflow.letters.paper_frames import paper_frame
from orgflow.letters.pdf_copies import AskedCopy
from orgflow.letters.rendered import GapPlace, RenderedLetter
from orgflow.letters.templates import LetterTemplate

if TYPE_CHECKING:
    # The child draws; whoever only asks it need not wait for the libraries that do.
    from orgflow.letters.chart_pages import ChartFormat, ChartPages
    from orgflow.letters.paper_source import PaperSource

GIBIBYTE = 1 << 30
CHART_PATIENCE = 3
"""How many times as long as a letter a chart may take: it may have fifty pages."""


class LetterRenderer:
    """A few rendering processes, shared by the threads of one process; after a fork the child starts its own.

    A process that takes longer than ``timeout_s`` is killed and replaced. A request waits at most as long
    for a free process; then it is refused, so that a queue cannot grow without bound.
    """

    def __init__(self, workers: int = 2, timeout_s: float = 15, memory_bytes: int = GIBIBYTE) -> None:
        self._workers = workers
        self._timeout_s = timeout_s
        self._memory_bytes = memory_bytes
        self._pool = _Pool(workers)

    def render(self, template: LetterTemplate, facts: LetterFacts, emblem: bytes | None) -> RenderedLetter:
        """Return the letter in both formats.

        Raises:
            RenderFailed: ``reason`` is timeout, busy, died, memory, warned or fetch_refused.
            DomainError: whatever ``render_letter`` raises, with the same code and facts.
        """
        files = () if emblem is None else (emblem,)
        request: dict[str, Plain] = {
            "act": "render",
            "template": template.source,
            "facts": facts_to_json(facts),
        }
        answer = self._ask(Frame(request, files))
        docx, pdf = answer.files
        page_count = answer.head["page_count"]
        return RenderedLetter(
            docx, pdf, _texts(answer.head["gaps"]), page_count if isinstance(page_count, int) else 0
        )

    def copy(
        self, template: LetterTemplate, facts: LetterFacts, emblem: bytes | None, kind: AskedCopy
    ) -> bytes:
        """Return the letter's PDF as a copy to read, to keep with its data, or to bear initials.

        Raises:
            RenderFailed, DomainError: as ``render``.
        """
        (pdf,) = self._ask(copy_frame(template, facts, emblem, kind)).files
        return pdf

    def check(
        self, template: LetterTemplate, facts: LetterFacts, letter: RenderedLetter
    ) -> tuple[Finding, ...]:
        """Return what keeps the letter from being signed.

        Raises:
            RenderFailed: as ``render``.
        """
        request: dict[str, Plain] = {
            "act": "check",
            "template": template.source,
            "facts": facts_to_json(facts),
        }
        answer = self._ask(Frame(request, (letter.docx, letter.pdf)))
        return tuple(finding_from_plain(found) for found in _items(answer.head["findings"]))

    def pictures(self, pdf: bytes, width_px: int) -> tuple[bytes, ...]:
        """Return each page as a WebP picture of this width.

        Raises:
            RenderFailed: as ``render``.
        """
        return self._ask(Frame({"act": "pictures", "width_px": width_px}, (pdf,))).files

    def gap_places(self, template: LetterTemplate, pdf: bytes) -> tuple[GapPlace, ...]:
        """Return where on the pages each gap stands.

        Raises:
            RenderFailed: as ``render``.
        """
        answer = self._ask(Frame({"act": "gap_places", "template": template.source}, (pdf,)))
        return tuple(_place(place) for place in _items(answer.head["places"]))

    def chart(self, chart: "ChartPages", file_format: "ChartFormat") -> bytes:
        """Return a chart's pages as one file.

        Raises:
            GlyphMissing: as ``write_chart``.
            RenderFailed: as ``render``.
        """
        width, height = chart.size_mm
        request: dict[str, Plain] = {
            "act": "chart",
            "format": str(file_format),
            "title": chart.title,
            "size_mm": f"{width}x{height}",
        }
        (file,) = self._ask(
            Frame(request, tuple(page.encode() for page in chart.pages)), CHART_PATIENCE
        ).files
        return file

    def paper(self, source: "PaperSource", file_format: "ChartFormat") -> bytes:
        """Return a derived document as one file.

        Raises:
            GlyphMissing: as ``write_paper``.
            RenderFailed: as ``render``.
        """
        (file,) = self._ask(paper_frame(source, file_format), CHART_PATIENCE).files
        return file

    def overlap(self, sheet: OverlapSheet, file_format: SheetFormat) -> bytes:
        """Return the comparison of duties as one file.

        Raises:
            GlyphMissing: as ``write_overlap``.
            RenderFailed: as ``render``.
        """
        request: dict[str, Plain] = {"act": "overlap", "format": str(file_format)}
        (file,) = self._ask(Frame(request, (sheet_to_json(sheet),)), CHART_PATIENCE).files
        return file

    def close(self) -> None:
        """End the idle processes; the renderer may be used again."""
        self._own_pool().close()

    def _ask(self, request: Frame, patience: int = 1) -> Frame:
        pool, until = self._own_pool(), time.monotonic() + self._timeout_s * patience
        if not pool.slots.acquire(timeout=self._timeout_s):
            raise RenderFailed(reason="busy")
        try:
            answer = self._answered(pool, request, until)
        finally:
            pool.slots.release()
        code, told = answer.head.get("error"), answer.head.get("facts")
        if isinstance(code, str):
            raise error_named(code)(**(facts_from_plain(told) if isinstance(told, dict) else {}))
        return answer

    def _answered(self, pool: "_Pool", request: Frame, until: float) -> Frame:
        child = pool.take() or ChildProcess(self._memory_bytes)
        try:
            answer = child.ask(request, until - time.monotonic())
        except TooSlow as slow:
            child.kill()
            raise RenderFailed(reason="timeout") from slow
        except Died as dead:
            child.bury()
            raise RenderFailed(reason="died") from dead
        except BaseException:
            child.kill()
            raise
        if _ran_out_of_memory(answer):
            # What the process still holds would leave too little for the next letter.
            child.kill()
        else:
            pool.give_back(child)
        return answer

    def _own_pool(self) -> "_Pool":
        if self._pool.owner != os.getpid():
            inherited, self._pool = self._pool, _Pool(self._workers)
            inherited.forget()
        return self._pool


class _Pool:
    """The idle processes of one parent."""

    def __init__(self, workers: int) -> None:
        self.owner = os.getpid()
        self.slots = threading.BoundedSemaphore(workers)
        self._idle: list[ChildProcess] = []

    def take(self) -> ChildProcess | None:
        while self._idle:
            child = self._idle.pop()
            if child.is_alive():
                return child
            child.forget()
        return None

    def give_back(self, child: ChildProcess) -> None:
        self._idle.append(child)

    def close(self) -> None:
        while self._idle:
            self._idle.pop().kill()

    def forget(self) -> None:
        while self._idle:
            self._idle.pop().forget()


def _ran_out_of_memory(answer: Frame) -> bool:
    facts = answer.head.get("facts")
    return isinstance(facts, dict) and facts.get("reason") == "memory"


def _place(told: Plain) -> GapPlace:
    page, key, x, y = _texts(told)
    return GapPlace(int(page), key, float(x), float(y))


def _texts(told: Plain) -> tuple[str, ...]:
    return tuple(str(text) for text in _items(told))


def _items(told: Plain) -> list[Plain]:
    return told if isinstance(told, list) else []
