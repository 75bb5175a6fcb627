"""The process that renders: it takes one request at a time from its standard input and knows nothing else."""

import gc
import os
import resource
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import BinaryIO

from orgflow.domain.errors import DomainError
from orgflow.domain.letters.facts_json import facts_from_json
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.frames import HEADER_BYTES, Frame, frame_length, pack_frame, unpack_frame
from orgflow.letters.letter_frames import copy_asked, facts_to_plain, finding_to_plain
from orgflow.letters.overlap_sheet import SheetFormat, sheet_from_json
from orgflow.letters.paper_asked import paper_of
from orgflow.letters.rendered import RenderedLetter
from orgflow.letters.renderer import InProcessRenderer
from orgflow.letters.templates import template_from_source

_RENDERER = InProcessRenderer()
_template = lru_cache(maxsize=8)(template_from_source)


def _render(frame: Frame) -> Frame:
    emblem = frame.files[0] if frame.files else None
    letter = _RENDERER.render(
        _template(_text(frame, "template")), facts_from_json(_text(frame, "facts")), emblem
    )
    return Frame({"gaps": list(letter.gaps), "page_count": letter.page_count}, (letter.docx, letter.pdf))


def _check(frame: Frame) -> Frame:
    docx, pdf = frame.files
    findings = _RENDERER.check(
        _template(_text(frame, "template")),
        facts_from_json(_text(frame, "facts")),
        RenderedLetter(docx, pdf, (), 0),
    )
    return Frame({"findings": [finding_to_plain(found) for found in findings]})


def _copy(frame: Frame) -> Frame:
    emblem, kind = copy_asked(frame)
    template, facts = _template(_text(frame, "template")), facts_from_json(_text(frame, "facts"))
    return Frame({}, (_RENDERER.copy(template, facts, emblem, kind),))


def _pictures(frame: Frame) -> Frame:
    width = frame.head["width_px"]
    return Frame({}, _RENDERER.pictures(frame.files[0], width if isinstance(width, int) else 1))


def _gap_places(frame: Frame) -> Frame:
    places = _RENDERER.gap_places(_template(_text(frame, "template")), frame.files[0])
    return Frame({"places": [[place.page, place.key, str(place.x), str(place.y)] for place in places]})


def _chart(frame: Frame) -> Frame:
    width, height = (int(side) for side in _text(frame, "size_mm").split("x"))
    pages = tuple(page.decode() for page in frame.files)
    chart = ChartPages(_text(frame, "title"), (width, height), pages)
    return Frame({}, (_RENDERER.chart(chart, ChartFormat(_text(frame, "format"))),))


def _paper(frame: Frame) -> Frame:
    source, file_format = paper_of(frame)
    return Frame({}, (_RENDERER.paper(source, file_format),))


def _overlap(frame: Frame) -> Frame:
    sheet = sheet_from_json(frame.files[0])
    return Frame({}, (_RENDERER.overlap(sheet, SheetFormat(_text(frame, "format"))),))


ACTS: Mapping[str, Callable[[Frame], Frame]] = {
    "render": _render,
    "copy": _copy,
    "check": _check,
    "pictures": _pictures,
    "gap_places": _gap_places,
    "chart": _chart,
    "paper": _paper,
    "overlap": _overlap,
}


def answer(frame: Frame) -> Frame:
    """Return what the request asks for, or the error that came of it."""
    try:
        answered = ACTS[_text(frame, "act")](frame)
    except DomainError as refused:
        return Frame({"error": refused.code, "facts": facts_to_plain(refused.facts)})
    except MemoryError:
        return Frame({"error": "letter_render_failed", "facts": {"reason": "memory"}})
    return answered


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until the parent closes its end."""
    while header := requests.read(HEADER_BYTES):
        content = requests.read(frame_length(header))
        answers.write(pack_frame(answer(unpack_frame(content))))
        answers.flush()


def main(memory_bytes: int) -> None:
    """Limit this process, keep its output for answers alone, and serve."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What is loaded stays for the life of the process: the collector need not look at it for each letter.
    gc.collect()
    gc.freeze()
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        serve(sys.stdin.buffer, answers)


def _text(frame: Frame, name: str) -> str:
    value = frame.head.get(name)
    return value if isinstance(value, str) else ""


if __name__ == "__main__":
    main(int(sys.argv[1]))
