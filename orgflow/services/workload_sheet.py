"""*Data beban kerja*: volumes, their trend and the calculation as a paper, and a table to fill in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import Final
from uuid import UUID

from orgflow.domain.calendar import format_date
from orgflow.domain.organisation.chart.paper import Sheet, Turn, page_mm, room_within
from orgflow.domain.papers.document import (
    Block,
    Document,
    Face,
    Line,
    Mark,
    Row,
    Run,
    Runs,
    Style,
    Table,
    plain,
)
from orgflow.domain.workload.activities import Activity, by_function
from orgflow.domain.workload.figures import format_figure
from orgflow.domain.workload.reckoning import Reckoning
from orgflow.domain.workload.trends import Panel
from orgflow.exchange.activity_rows import write_activities_xlsx
from orgflow.letters.chart_pages import ChartPages
from orgflow.letters.plot_lines import pictures_of, write_line_pages, write_lines
from orgflow.services.context import Context
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.papers.printing import printed_document
from orgflow.services.trust_words import TRUST, doubt_words
from orgflow.services.workload_pages import WorkloadPage, show_workload
from orgflow.services.workload_words import rule_words

TITLE: Final = "Data Beban Kerja"
TREND: Final = "KECENDERUNGAN VOLUME KEGIATAN"
SCREEN_PT: Final = 460.0
NEED_PLACES: Final = 4
"""Digits behind the comma of a need before it is rounded."""
_SAMPLE: Final = "CONTOH"
_OPEN: Final = "[belum diisi]"
_VOLUME_WIDTHS: Final = (5, 27, 13, 8, 11, 36)
_LOAD_WIDTHS: Final = (7, 33, 15, 13, 14, 18)


class WorkloadFormat(StrEnum):
    """The files the data are handed out as; the workbook is one that can be brought back."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """What a browser is told the file is."""
        office = "application/vnd.openxmlformats-officedocument"
        return {
            "pdf": "application/pdf",
            "docx": f"{office}.wordprocessingml.document",
            "xlsx": f"{office}.spreadsheetml.sheet",
        }[self.value]


@dataclass(frozen=True, slots=True)
class WorkloadFile:
    """The data as a file."""

    name: str
    media_type: str
    content: bytes


def workload_file(ctx: Context, proposal_id: UUID, file_format: WorkloadFormat) -> WorkloadFile:
    """Return the data of a proposal's workload as a file, rendered with no transaction open.

    Raises:
        UnknownProposal.
        GlyphMissing, RenderFailed, TemplateUnreadable: it cannot be printed.
    """
    page = show_workload(ctx, proposal_id)
    if file_format is WorkloadFormat.XLSX:
        content = write_activities_xlsx(held.activity for held in page.activities)
    else:
        form = PaperFormat(file_format.value)
        content = printed_document(ctx, workload_document(page), form, trend_pages(page))
    name = f"data-beban-kerja-{page.government.code}.{file_format}"
    return WorkloadFile(name, file_format.media_type, content)


def workload_document(page: WorkloadPage) -> Document:
    """Return the paper: what was counted, from where, and the calculation if it was chosen."""
    marks = (_SAMPLE,) if page.government.is_sample else ()
    blocks = (
        Line(Style.TITLE, plain(TITLE.upper())),
        Line(Style.TITLE, plain(page.unit_name.upper())),
        *volume_blocks(page),
        *reckoning_blocks(page),
    )
    return Document(TITLE, page.paper, is_landscape=True, face=Face.LETTER, marks=marks, blocks=blocks)


def trend_pages(page: WorkloadPage) -> ChartPages | None:
    """Return the pictures of the trends on pages of their own; None while no activity has two years."""
    size = page_mm(Sheet(page.paper.value), Turn.LANDSCAPE)
    pages = write_line_pages(pictures_of(page.panels), room_within(size), TREND)
    return ChartPages("Kecenderungan volume kegiatan", size, pages) if pages else None


def panel_drawings(panel: Panel, attributes: str) -> tuple[str, ...]:
    """Return the pictures of one panel as SVG for a page, which has the title as its own.

    Args:
        attributes: what each SVG element is given, already escaped.
    """
    untitled = (replace(picture, title="") for picture in pictures_of((panel,)))
    return tuple(write_lines(picture, SCREEN_PT, attributes) for picture in untitled)


def volume_blocks(page: WorkloadPage) -> Iterator[Block]:
    """Yield the volumes of every year, by function."""
    yield Line(Style.HEADING, plain("Volume kegiatan"), keeps_next=True)
    activities = [held.activity for held in page.activities]
    if not activities:
        yield Line(Style.BODY, (Run("[belum diisi: kegiatan dan volumenya]", Mark.GAP),))
        return
    heads = ("No", "Kegiatan", "Satuan hasil", "Tahun", "Volume", "Sumber")
    yield Table(heads, _VOLUME_WIDTHS, tuple(_volume_rows(activities)))


def reckoning_blocks(page: WorkloadPage) -> Iterator[Block]:
    """Yield the calculation with its formula, its norm and its rounding; nothing while nobody chose."""
    found = page.reckoning
    if found is None:
        return
    yield Line(Style.HEADING, plain(f"Perhitungan kebutuhan jabatan Tahun {found.year}"), keeps_next=True)
    yield load_table(found)
    yield from (Line(Style.NOTE, plain(sentence)) for sentence in reckoning_sentences(found))


def load_table(found: Reckoning) -> Table:
    """Return what each activity takes and needs, summed by function and whole."""
    heads = ("No", "Kegiatan", "Volume", "Norma waktu (menit)", "Beban kerja (menit)", "Kebutuhan")
    return Table(heads, _LOAD_WIDTHS, tuple(_load_rows(found)))


def reckoning_sentences(found: Reckoning) -> Iterator[str]:
    """Yield how the number of posts comes about, and what it leaves out."""
    time = found.time
    yield (
        f"Waktu kerja efektif: {format_figure(time.minutes)} menit setahun; dasar: {time.citation}"
        f" ({TRUST[time.is_verified]})."
    )
    yield "Rumus: kebutuhan jabatan = Σ (volume × norma waktu) ÷ waktu kerja efektif setahun."
    yield (
        f"Hitungan: {format_figure(found.minutes)} ÷ {format_figure(time.minutes)} ="
        f" {format_figure(found.needed, NEED_PLACES)}; pembulatan {rule_words(found.rule)}:"
        f" {format_figure(found.posts)} jabatan."
    )
    if found.uncounted:
        names = ", ".join(activity.name for activity in found.uncounted)
        yield f"Belum dihitung karena norma waktunya belum diisi: {names}."
    if not found.is_verified:
        yield "Hitungan ini memuat angka yang belum diverifikasi."


def _volume_rows(activities: list[Activity]) -> Iterator[Row]:
    number = 0
    for function, held in by_function(activities):
        yield Row((plain(function),))
        for activity in held:
            number += 1
            yield Row(
                (
                    plain(f"{number}."),
                    plain(activity.name),
                    plain(activity.product),
                    plain(str(activity.year)),
                    plain(format_figure(activity.volume)),
                    plain(source_words(activity)),
                )
            )


def source_words(activity: Activity) -> str:
    """Return where a volume stands and whether that was looked up."""
    return f"{dated_source(activity)}{doubt_words(activity.is_verified)}"


def dated_source(activity: Activity) -> str:
    """Return where a volume stands."""
    dated = f", {format_date(activity.dated_on)}" if activity.dated_on is not None else ""
    return f"{activity.source}{dated}"


def _load_rows(found: Reckoning) -> Iterator[Row]:
    number = 0
    for one in found.functions:
        yield Row((plain(one.function),))
        for load in one.loads:
            number += 1
            activity = load.activity
            norm = format_figure(activity.norm) if activity.norm is not None else _OPEN
            yield Row(
                (
                    plain(f"{number}."),
                    plain(activity.name),
                    plain(f"{format_figure(activity.volume)} {activity.product}"),
                    plain(norm),
                    plain(format_figure(load.minutes)),
                    plain(format_figure(load.minutes / found.time.minutes, NEED_PLACES)),
                )
            )
        yield _sum(f"Jumlah {one.function}", format_figure(one.minutes), one.needed)
    yield _sum("Jumlah seluruhnya", format_figure(found.minutes), found.needed)


def _sum(words: str, minutes: str, needed: Fraction) -> Row:
    return Row(((), _bold(words), (), (), _bold(minutes), _bold(format_figure(needed, NEED_PLACES))))


def _bold(words: str) -> Runs:
    return (Run(words, Mark.BOLD),)
