"""Whether a letter is printed on its paper, within its margins, and under its marks."""

from collections.abc import Iterator

import pypdfium2

from orgflow.domain.letters.facts import Gap, PageShape
from orgflow.letters.findings import Finding, FindingCode, PagePlace
from orgflow.letters.page import MARKS_APART
from orgflow.letters.pdf_text import TOP_MARGIN_PT, each_page, text_of
from orgflow.letters.preflight_seen import MM_IN_POINT, Seen, found
from orgflow.letters.wording import bare

_TOUCH_MM = 1.0
_LONGEST_SAID = 60
_MARK_AT = (0.5, 0.03)


def check_pages(seen: Seen) -> Iterator[Finding]:
    """Yield what is wrong with the paper, the margins and what runs above the pages."""
    yield from _paper(seen)
    yield from _word_margins(seen)
    for number, page in enumerate(each_page(seen.pdf), start=1):
        outside = _outside(page, number, seen.facts.shape)
        if outside is not None:
            yield outside
    yield from _marks(seen)
    yield from _running(seen)


def _paper(seen: Seen) -> Iterator[Finding]:
    sizes = [(0, section.size_mm) for section in seen.sheet.sections]
    sizes += [(number, page.size_mm) for number, page in enumerate(seen.pages, start=1)]
    for number, (width, height) in sizes:
        if (width, height) != seen.facts.paper.size_mm:
            place = PagePlace(number, 0, 0) if number else None
            yield found(FindingCode.WRONG_PAPER, place, page=number, width_mm=width, height_mm=height)


def _word_margins(seen: Seen) -> Iterator[Finding]:
    for number, section in enumerate(seen.sheet.sections, start=1):
        if section.margins != seen.facts.shape.margins:
            yield found(FindingCode.WRONG_MARGINS, section=number)


def _outside(page: pypdfium2.PdfPage, number: int, shape: PageShape) -> Finding | None:
    """Return the first words of the page that stand over its margins; what runs above it is none of them."""
    width, height = page.get_size()
    edges = shape.margins
    with text_of(page) as text:
        for line in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(line)
            if bottom >= height - TOP_MARGIN_PT:
                continue
            foot_mm = bottom * MM_IN_POINT
            if shape.has_catchword and top * MM_IN_POINT < edges.bottom:
                continue
            room = (
                (height - top) * MM_IN_POINT - edges.top,
                (width - right) * MM_IN_POINT - edges.right,
                foot_mm - edges.bottom,
                left * MM_IN_POINT - edges.left,
            )
            if min(room) < -_TOUCH_MM:
                words = text.get_text_bounded(left, bottom, right, top).strip()[:_LONGEST_SAID]
                place = PagePlace(number, _share(left / width), _share(1 - top / height))
                return found(FindingCode.OUTSIDE_MARGINS, place, page=number, words=words)
    return None


def _marks(seen: Seen) -> Iterator[Finding]:
    """Look for KONSEP over a draft and one that has no number yet, and for CONTOH over an example."""
    is_draft = seen.facts.is_concept or any(isinstance(piece, Gap) for piece in seen.facts.number)
    for word, holds in (("concept", is_draft), ("sample", seen.facts.is_sample)):
        mark = seen.frame.word(word)
        if not holds:
            continue
        if not seen.sheet.headers or any(mark not in header for header in seen.sheet.headers):
            yield found(FindingCode.MARK_MISSING, page=0, mark=mark)
        for number, page in enumerate(seen.pages, start=1):
            if mark not in page.running:
                place = PagePlace(number, *_MARK_AT)
                yield found(FindingCode.MARK_MISSING, place, page=number, mark=mark)


def _running(seen: Seen) -> Iterator[Finding]:
    """Look for anything else above the text than the marks and the page's number."""
    marks = bare(MARKS_APART.join(seen.frame.marks()))
    for number, page in enumerate(seen.pages, start=1):
        folio = f"-{number}-" if number > 1 else ""
        running = bare(page.running)
        if running not in (marks + folio, folio):
            place = PagePlace(number, *_MARK_AT)
            words = page.running.strip()[:_LONGEST_SAID]
            yield found(FindingCode.OUTSIDE_MARGINS, place, page=number, words=words)


def _share(of_the_side: float) -> float:
    return round(min(max(of_the_side, 0.0), 1.0), 4)
