"""The chart of a day or of two, on a page and as a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, assert_never
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.chart.boxes import Boxes, size_boxes
from orgflow.domain.organisation.chart.charted import Chart, Mark, chart_of, chart_of_both
from orgflow.domain.organisation.chart.paging import draw_whole
from orgflow.domain.organisation.chart.paper import Sheet, Turn, check_size, page_mm, room_within
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.organisation.structure import Structure, UnknownUnit
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure, holder_on
from orgflow.domain.values import UnitId, clean_text, lines_of
from orgflow.letters.chart_metrics import text_width
from orgflow.letters.chart_page import Heading, write_pages, write_screen, write_sheet
from orgflow.letters.chart_pages import ChartFormat, ChartPages
from orgflow.letters.chart_svg import Picture
from orgflow.letters.chart_words import box_words, load_chart_words
from orgflow.services.context import Context
from orgflow.services.use_case import read
from orgflow.store import governments, organisation, posts, structures
from orgflow.store.governments import Government
from orgflow.store.posts import PostTenure

ANNEX_LINES: Final = 8
ANNEX_LENGTH: Final = 1_000


class ChartFileKind(StrEnum):
    """The files a chart is handed out as."""

    SVG = "svg"
    PDF = "pdf"
    DOCX = "docx"

    @property
    def media_type(self) -> str:
        """What a browser is told the file is."""
        match self:
            case ChartFileKind.SVG:
                return "image/svg+xml"
            case ChartFileKind.PDF:
                return "application/pdf"
            case ChartFileKind.DOCX:
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            case _:
                assert_never(self)


class AnnexTooLong(RuleBroken):
    """The lampiran block has more than ``most`` lines."""

    code = "annex_too_long"


class ChartEmpty(RuleBroken):
    """Nothing is recorded of the day ``on``, so there is nothing to draw."""

    code = "chart_empty"


@dataclass(frozen=True, slots=True)
class ChartQuestion:
    """Which chart is asked for.

    Attributes:
        on: the day; None is today.
        compared_with: another day; then the chart shows both, the earlier as *semula*.
        root: the unit at its top; None shows all.
        has_holders: whether the heads' names are printed.
    """

    on: date | None = None
    compared_with: date | None = None
    root: UUID | None = None
    has_holders: bool = False


@dataclass(frozen=True, slots=True)
class Printing:
    """How a chart is printed.

    Attributes:
        sheet: None is the office's paper for letters.
        annex: the lines of the lampiran block at the upper right, as typed.
    """

    file_kind: ChartFileKind
    sheet: Sheet | None = None
    turn: Turn = Turn.LANDSCAPE
    annex: str = ""


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A chart with what a page or a printing needs of it.

    Attributes:
        earlier: the other day of a comparison, else None.
        tops: the units that may be chosen as the top: all that have any below, in order, with their depth.
        sheet: the office's own paper.
    """

    government: Government
    on: date
    earlier: date | None
    today: date
    chart: Chart
    boxes: Boxes
    root: UnitId | None
    tops: tuple[tuple[UnitId, str, int], ...]
    is_partial: bool
    sheet: Sheet
    words: Mapping[str, str]

    def day_of(self, unit_id: UnitId) -> date:
        """Return the last of the chart's days on which a unit stands."""
        is_gone = self.earlier is not None and Mark.GONE in self.chart.units[unit_id].marks
        return self.earlier if is_gone and self.earlier is not None else self.on


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart as it is handed out."""

    name: str
    media_type: str
    content: bytes


@read(requires=Permission.VIEW_STRUCTURE)
def show_chart(ctx: Context, question: ChartQuestion) -> ChartPage:
    """Return the chart that is asked for.

    Raises:
        UnknownUnit: the top is valid on none of the days.
        ChartTooLarge: it holds more units than are drawn at once.
        TemplateUnreadable: the chart's words.
    """
    held = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(held.zone)
    days = sorted({question.on or today, question.compared_with or question.on or today})
    held_on = [structures.structure_on(ctx.session, held.id, day) for day in days]
    holders = _holders(ctx, held_on) if question.has_holders else {}
    is_both = question.compared_with is not None
    if is_both:
        unknown = organisation.unknown_starts(ctx.session, held.id)
        whole = chart_of_both(held_on[0], held_on[-1], holders, unknown)
    else:
        whole = chart_of(held_on[-1], holders)
    root = UnitId(question.root) if question.root is not None else None
    if root is not None and root not in whole.units:
        raise UnknownUnit(unit_id=str(root), on=days[-1].isoformat())
    chart = whole.branch(root) if root is not None else whole
    check_size(chart)
    words = load_chart_words(ctx.resources.letter_templates)
    whole_from = held.recorded_whole_from
    profile = Profile.of(governments.settings(ctx.session, held.id))
    return ChartPage(
        held,
        days[-1],
        days[0] if is_both else None,
        today,
        chart,
        size_boxes(chart, box_words(words), text_width),
        root,
        tuple(
            (one, whole.units[one].name, depth)
            for one, depth in whole.depths().items()
            if whole.below.get(one)
        ),
        whole_from is not None and days[0] < whole_from,
        Sheet(profile.paper.value),
        words,
    )


def chart_picture(page: ChartPage, address: Callable[[UnitId], str], attributes: str) -> str:
    """Return the chart in one piece for a screen, every box a link; nothing for a chart of nothing.

    Args:
        address: where a unit's box leads.
        attributes: what the SVG element is given besides its size, already escaped.
    """
    if not page.chart.units:
        return ""
    addresses = {unit_id: address(unit_id) for unit_id in page.chart.units}
    drawing = draw_whole(page.chart, page.boxes)
    picture = Picture(page.chart, page.boxes, drawing, page.words, addresses, {}, {})
    return write_screen(picture, attributes)


def chart_file(ctx: Context, question: ChartQuestion, printing: Printing) -> ChartFile:
    """Return the chart as a file.

    Raises:
        UnknownUnit, ChartTooLarge, TemplateUnreadable: as ``show_chart``.
        ChartEmpty: nothing is recorded of the day.
        TextTooLong, TextUnprintable, AnnexTooLong: the lampiran block.
        GlyphMissing, RenderFailed: it cannot be printed.
    """
    page = show_chart(ctx, question)
    if not page.chart.units:
        raise ChartEmpty(on=page.on.isoformat())
    heading = _heading(page, _annex(printing.annex))
    name = f"bagan-{page.government.code}-{page.on.isoformat()}.{printing.file_kind}"
    media_type = printing.file_kind.media_type
    if printing.file_kind is ChartFileKind.SVG:
        drawing = draw_whole(page.chart, page.boxes)
        picture = Picture(page.chart, page.boxes, drawing, page.words, {}, {}, {})
        return ChartFile(name, media_type, write_sheet(picture, heading).encode())
    size_mm = page_mm(printing.sheet or page.sheet, printing.turn)
    pages = write_pages(page.chart, page.boxes, room_within(size_mm), heading, page.words)
    printed = ChartPages(" ".join(heading.titles), size_mm, pages)
    return ChartFile(
        name, media_type, ctx.resources.renderer.chart(printed, ChartFormat(printing.file_kind.value))
    )


def _annex(typed: str) -> tuple[str, ...]:
    lines = lines_of(clean_text(typed, field="annex", limit=ANNEX_LENGTH))
    if len(lines) > ANNEX_LINES:
        raise AnnexTooLong(most=ANNEX_LINES)
    return lines


def _heading(page: ChartPage, annex: tuple[str, ...]) -> Heading:
    words, later = page.words, format_date(page.on).upper()
    days = words["on_day"].replace("{day}", later)
    if page.earlier is not None:
        days = (
            words["on_days"].replace("{earlier}", format_date(page.earlier).upper()).replace("{later}", later)
        )
    names = [page.chart.units[root].name.upper() for root in page.chart.roots[:1]]
    if page.root is not None:
        names.append(page.government.name.upper())
    notes = (words["in_part"],) if page.is_partial else ()
    return Heading((words["title"], *names, days), annex, notes, page.government.is_sample)


def _holders(ctx: Context, days: list[Structure]) -> dict[UnitId, str]:
    """Return who is known to lead each unit, on the later day for a unit that stands on both."""
    units = {unit_id for structure in days for unit_id in structure.units}
    of_unit: dict[UnitId, list[PostTenure]] = {}
    for held in posts.tenures_of(ctx.session, ctx.government_id, units):
        if held.leads:
            of_unit.setdefault(held.unit_id, []).append(held)
    found: dict[UnitId, str] = {}
    for structure in days:
        for unit_id in structure.units:
            holder = holder_on((one.tenure for one in of_unit.get(unit_id, ())), structure.on)
            found[unit_id] = _named(holder) if holder is not None else ""
    return found


def _named(holder: Tenure) -> str:
    if holder.kind is AppointmentKind.DEFINITIVE:
        return holder.official_name
    return f"{holder.kind.value.capitalize()}. {holder.official_name}"
