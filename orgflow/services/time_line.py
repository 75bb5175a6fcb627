"""A proposal's time line: where it stood, from when to when, and how many working days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.papers.document import (
    Block,
    Document,
    Face,
    Figure,
    Line,
    Row,
    Style,
    Table,
    plain,
)
from orgflow.domain.proposals.monthly_paper import STATE_WORDS
from orgflow.domain.proposals.stays import Course, Stay
from orgflow.letters.plot_svg import Bar, BarPlot, bars_figure, bars_svg
from orgflow.services.context import Context
from orgflow.services.evidence_files import EvidencePaper
from orgflow.services.monthly import reported, titles_of
from orgflow.services.papers.marks import SAMPLE
from orgflow.services.register_files import office_of
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.services.working_days import workdays_of
from orgflow.store import governments, proposals

TITLE: Final = "Garis waktu usulan"
HEADS: Final = ("Tahap", "Sejak", "Sampai", "Hari kerja")
_WIDTHS: Final = (40, 23, 23, 14)
_RUNNING: Final = "sekarang"
_LEAST_SHARE: Final = 0.005
"""The least part of the whole time that a stay is drawn as: one that ended on its first day is seen too."""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Where a proposal stood, in the order of time.

    Attributes:
        age: in working days, from its beginning to its end or to ``today``.
        ending: in words how its road ended and the day; None while it runs.
    """

    title: str
    stays: tuple[Stay, ...]
    ending: tuple[str, date] | None
    age: int
    today: date

    @property
    def sentence(self) -> str:
        """The whole time in one sentence."""
        begun = format_date(self.stays[0].since)
        if self.ending is None:
            return f"Sejak {begun} sampai {format_date(self.today)} sudah {self.age} hari kerja."
        words, on = self.ending
        return f"Dari {begun} sampai {format_date(on)} {self.age} hari kerja: {words.lower()}."

    @property
    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """The stays as the columns of ``HEADS``."""
        return tuple(
            (
                STATE_WORDS[stay.state],
                format_date(stay.since),
                format_date(stay.until) if stay.until is not None else _RUNNING,
                str(stay.days),
            )
            for stay in self.stays
        )

    @property
    def plot(self) -> BarPlot:
        """The stays as bars that begin where the one above ends."""
        first = self.stays[0].since
        whole = max((self._end(self.stays[-1]) - first).days, 1)
        return BarPlot(
            TITLE,
            tuple(
                Bar(
                    STATE_WORDS[stay.state],
                    max((self._end(stay) - stay.since).days, whole * _LEAST_SHARE),
                    f"{stay.days} hari kerja",
                    (stay.since - first).days,
                )
                for stay in self.stays
            ),
        )

    @property
    def drawing(self) -> str:
        """The bars as an SVG that stands within a page."""
        return bars_svg(self.plot)

    def _end(self, stay: Stay) -> date:
        return stay.until if stay.until is not None else max(self.today, stay.since)


@read(requires=Permission.VIEW_PROPOSALS)
def show_time_line(ctx: Context, proposal_id: UUID) -> TimeLine:
    """Return a proposal's time line.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    return _time_line(ctx, proposal_id)


@read(requires=Permission.VIEW_PROPOSALS)
def time_line_paper(ctx: Context, proposal_id: UUID) -> EvidencePaper:
    """Return the same as a document.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    line, office = _time_line(ctx, proposal_id), office_of(ctx)
    is_sample = governments.government(ctx.session, ctx.government_id).is_sample
    document = Document(
        TITLE,
        office.paper,
        is_landscape=False,
        face=Face.LETTER,
        marks=(SAMPLE,) if is_sample else (),
        blocks=tuple(_blocks(line)),
    )
    return EvidencePaper("garis-waktu", document)


def _blocks(line: TimeLine) -> Iterator[Block]:
    yield Line(Style.TITLE, plain(TITLE.upper()))
    yield Line(Style.TITLE, plain(line.title))
    yield Line(Style.BODY, plain(line.sentence))
    yield Figure(bars_figure(line.plot), TITLE)
    yield Table(HEADS, _WIDTHS, tuple(Row(tuple(map(plain, cells))) for cells in line.rows))


def _time_line(ctx: Context, proposal_id: UUID) -> TimeLine:
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    zone = governments.government(ctx.session, ctx.government_id).zone
    today, count = ctx.today(zone), workdays_of(ctx).between
    (held,) = reported(ctx, (row,), zone)
    return TimeLine(
        titles_of(ctx, (row,))[held.id],
        held.course.stays(today, count),
        _ending(held.course),
        held.course.age(today, count),
        today,
    )


def _ending(course: Course) -> tuple[str, date] | None:
    step = course.ending
    return (STATE_WORDS[step.target], step.on) if step is not None else None
