"""One rendering: a template and frozen facts in, a Word file and a PDF with the same words out."""

from typing import Protocol

from orgflow.domain.letters.facts import LetterFacts
from orgflow.letters.chart_files import write_chart
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.compose import compose_letter, gaps_in, with_initials
from orgflow.letters.docx import write_docx
from orgflow.letters.findings import Finding
from orgflow.letters.overlap_files import write_overlap
from orgflow.letters.overlap_sheet import OverlapSheet, SheetFormat
from orgflow.letters.paper_files import write_paper
from orgflow.letters.paper_source import PaperSource
from orgflow.letters.pdf import write_pdf
from orgflow.letters.pdf_copies import AskedCopy, FileCopy, copy_to_sign
from orgflow.letters.pdf_text import count_pages, draw_screens, find_gaps
from orgflow.letters.preflight import check_letter
from orgflow.letters.rendered import GapPlace, RenderedLetter
from orgflow.letters.templates import LetterTemplate


def render_letter(template: LetterTemplate, facts: LetterFacts, emblem: bytes | None) -> RenderedLetter:
    """Return the letter as Word file and as the copy to sign; the same arguments give the same bytes.

    Raises:
        EmblemMismatch, PictureUnreadable: the emblem is another, or cannot be drawn.
        UnprintableText, LetterTooLong, FactsUnfit, UnknownGap: as ``compose_letter``.
        TemplateRefused, TemplateUnreadable, MarkupRefused: the wording itself is at fault.
        GlyphMissing, RenderFailed: as ``write_pdf``.
    """
    letter = compose_letter(template, facts, emblem)
    docx = write_docx(letter)
    pdf = write_pdf(letter, template.stylesheet, copy_to_sign(letter.signatures))
    return RenderedLetter(docx, pdf, gaps_in(letter), count_pages(pdf))


def render_copy(template: LetterTemplate, facts: LetterFacts, emblem: bytes | None, kind: AskedCopy) -> bytes:
    """Return the letter's PDF as another copy than the one to sign.

    Raises:
        DomainError: as ``render_letter``.
    """
    letter = compose_letter(template, facts, emblem)
    if isinstance(kind, FileCopy):
        letter = with_initials(letter, facts)
    return write_pdf(letter, template.stylesheet, kind)


class Renderer(Protocol):
    """What a use case needs of rendering, in this process or in another."""

    def render(self, template: LetterTemplate, facts: LetterFacts, emblem: bytes | None) -> RenderedLetter:
        """Return the letter in both formats, its PDF being the copy to sign."""

    def copy(
        self, template: LetterTemplate, facts: LetterFacts, emblem: bytes | None, kind: AskedCopy
    ) -> bytes:
        """Return the letter's PDF as a copy to read, to keep with its data, or to bear initials."""

    def check(
        self, template: LetterTemplate, facts: LetterFacts, letter: RenderedLetter
    ) -> tuple[Finding, ...]:
        """Return what keeps the letter from being signed."""

    def pictures(self, pdf: bytes, width_px: int) -> tuple[bytes, ...]:
        """Return each page as a WebP picture of this width."""

    def gap_places(self, template: LetterTemplate, pdf: bytes) -> tuple[GapPlace, ...]:
        """Return where on the pages each gap stands."""

    def chart(self, chart: ChartPages, file_format: ChartFormat) -> bytes:
        """Return a chart's pages as one file."""

    def paper(self, source: PaperSource, file_format: ChartFormat) -> bytes:
        """Return a derived document as one file."""

    def overlap(self, sheet: OverlapSheet, file_format: SheetFormat) -> bytes:
        """Return the comparison of duties as one file."""

    def close(self) -> None:
        """Give back what is held; the renderer may be used again."""


class InProcessRenderer:
    """Renders in the process that asks: for tests and for the child of ``LetterRenderer``."""

    def render(self, template: LetterTemplate, facts: LetterFacts, emblem: bytes | None) -> RenderedLetter:
        """Return the letter in both formats, as ``render_letter``."""
        return render_letter(template, facts, emblem)

    def copy(
        self, template: LetterTemplate, facts: LetterFacts, emblem: bytes | None, kind: AskedCopy
    ) -> bytes:
        """Return the letter's PDF as another copy, as ``render_copy``."""
        return render_copy(template, facts, emblem, kind)

    def check(
        self, template: LetterTemplate, facts: LetterFacts, letter: RenderedLetter
    ) -> tuple[Finding, ...]:
        """Return what keeps the letter from being signed, as ``check_letter``."""
        return check_letter(template, facts, letter.docx, letter.pdf)

    def pictures(self, pdf: bytes, width_px: int) -> tuple[bytes, ...]:
        """Return each page as a WebP picture of this width."""
        return draw_screens(pdf, width_px)

    def gap_places(self, template: LetterTemplate, pdf: bytes) -> tuple[GapPlace, ...]:
        """Return where on the pages each gap stands."""
        return find_gaps(pdf, template.gap_labels)

    def chart(self, chart: ChartPages, file_format: ChartFormat) -> bytes:
        """Return a chart's pages as one file, as ``write_chart``."""
        return write_chart(chart, file_format)

    def paper(self, source: PaperSource, file_format: ChartFormat) -> bytes:
        """Return a derived document as one file, as ``write_paper``."""
        return write_paper(source, file_format)

    def overlap(self, sheet: OverlapSheet, file_format: SheetFormat) -> bytes:
        """Return the comparison of duties as one file, as ``write_overlap``."""
        return write_overlap(sheet, file_format)

    def close(self) -> None:
        """Nothing is held."""
