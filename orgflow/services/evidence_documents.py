"""The evidence registers as documents: the precedents as a lampiran, counts of media with their bars."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.evidence.partners import DayCount, KindCount, total_of
from orgflow.domain.evidence.precedents import Precedent
from orgflow.domain.evidence.tallies import Tally
from orgflow.domain.papers.document import Document, Face, Line, Row, Runs, Style, Table, plain
from orgflow.domain.workload.figures import format_figure
from orgflow.letters.plot_svg import Bar, BarPlot, bars_svg
from orgflow.services.evidence_words import (
    KIND_NAMES,
    REGISTER_SOURCE,
    STANCES,
    partners_sentence,
)
from orgflow.services.papers.citing import gap
from orgflow.services.papers.marks import SAMPLE
from orgflow.services.register_files import Office
from orgflow.services.trust_words import doubt_words

PRECEDENT_HEADS: Final = (
    "No",
    "Provinsi",
    "Nama unit",
    "Sejak",
    "Dasar",
    "Terlihat pada",
    "Bagi usulan",
)
_PRECEDENT_WIDTHS: Final = (5, 13, 22, 10, 13, 21, 16)
COUNT_HEADS: Final = ("Jenis", "Jumlah")
_COUNT_WIDTHS: Final = (70, 30)
PRECEDENTS_TITLE: Final = "Pembanding Nomenklatur Provinsi Lain"
PARTNERS_TITLE: Final = "Mitra Media"
TALLY_TITLE: Final = "Jumlah Media Menurut Jenis"
TOTAL: Final = "Jumlah"
_NO_ROWS: Final = "Belum ada pembanding yang tercatat."
_UNTRUSTED: Final = "Yang bertanda * belum diverifikasi pada sumbernya."
_STAR: Final = " *"


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of media as they are shown and printed: their sentence, source and bars."""

    title: str
    sentence: str
    source: str
    counts: tuple[KindCount, ...]
    is_verified: bool

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The kinds with their numbers, and the total."""
        named = tuple((KIND_NAMES[one.kind], format_figure(one.count)) for one in self.counts)
        return (*named, (TOTAL, format_figure(total_of(self.counts))))

    @property
    def plot(self) -> BarPlot:
        """The counts as bars."""
        return counts_plot(self.title, self.counts)

    @property
    def drawing(self) -> str:
        """The bars as an SVG that stands within a page."""
        return bars_svg(self.plot)


def counts_plot(title: str, counts: Iterable[KindCount]) -> BarPlot:
    """Return counts by kind as bars."""
    bars = (Bar(KIND_NAMES[one.kind], float(one.count), format_figure(one.count)) for one in counts)
    return BarPlot(title, tuple(bars))


def counted_partners(held: DayCount) -> Counted:
    """Return what the register counts on a day."""
    title = f"Mitra media menurut jenis per {format_date(held.day)}"
    return Counted(title, partners_sentence(held), REGISTER_SOURCE, held.found, held.is_verified)


def counted_tally(tally: Tally, sentence: str) -> Counted:
    """Return a count that somebody published."""
    title = f"{tally.subject} menurut jenis per {format_date(tally.on)}"
    return Counted(title, sentence, tally.source, tally.parts, tally.is_verified)


def precedents_document(rows: Sequence[Precedent], office: Office, *, is_sample: bool) -> Document:
    """Return the precedents as a table to be enclosed."""
    return Document(
        PRECEDENTS_TITLE,
        office.paper,
        is_landscape=True,
        face=Face.LETTER,
        marks=(SAMPLE,) if is_sample else (),
        blocks=(
            Line(Style.TITLE, plain(PRECEDENTS_TITLE.upper())),
            Line(Style.TITLE, plain(office.name.upper())),
            *precedent_blocks(rows),
        ),
    )


def precedent_blocks(rows: Sequence[Precedent]) -> Iterator[Line | Table]:
    """Yield the precedents as a table with what is to be known of it, for any document."""
    if not rows:
        yield Line(Style.BODY, plain(_NO_ROWS))
        return
    lines = tuple(Row(_precedent_cells(number, held)) for number, held in enumerate(rows, start=1))
    yield Table(PRECEDENT_HEADS, _PRECEDENT_WIDTHS, lines)
    if not all(held.is_verified for held in rows):
        yield Line(Style.NOTE, plain(_UNTRUSTED))


def counts_document(title: str, held: Counted, office: Office, *, is_sample: bool) -> Document:
    """Return counts of media with their table; the bars are annexed."""
    return Document(
        title,
        office.paper,
        is_landscape=False,
        face=Face.LETTER,
        marks=(SAMPLE,) if is_sample else (),
        blocks=(
            Line(Style.TITLE, plain(title.upper())),
            Line(Style.TITLE, plain(office.name.upper())),
            *count_blocks(held),
        ),
    )


def count_blocks(held: Counted) -> Iterator[Line | Table]:
    """Yield counts of media as a sentence, a table and their source, for any document."""
    yield Line(Style.BODY, plain(held.sentence))
    yield Table(
        COUNT_HEADS, _COUNT_WIDTHS, tuple(Row((plain(kind), plain(count))) for kind, count in held.rows)
    )
    yield Line(Style.NOTE, plain(f"Sumber: {held.source}{doubt_words(held.is_verified)}."))


def _precedent_cells(number: int, held: Precedent) -> tuple[Runs, ...]:
    star = "" if held.is_verified else _STAR
    former = f" (sebelumnya {held.former_name})" if held.former_name else ""
    seen = f", {held.seen.words}" if held.seen is not None else ""
    return (
        plain(f"{number}."),
        plain(held.province),
        plain(f"{held.unit_name}{former}"),
        plain(held.since.words) if held.since is not None else (gap("sejak"),),
        plain(held.regulation) if held.regulation else (gap("dasar"),),
        plain(f"{held.source}{seen}{star}"),
        plain(STANCES[held.stance]),
    )
