"""What a study shows of its unit's work: the volumes with their trend, and the reckoned posts."""

from collections.abc import Iterator
from dataclasses import replace

from orgflow.domain.papers.document import Block, Figure, Line, Row, Style, Table, plain
from orgflow.domain.workload.activities import Activity, by_function
from orgflow.domain.workload.figures import format_figure
from orgflow.letters.plot_lines import pictures_of, write_lines
from orgflow.services.study_source import StudySource
from orgflow.services.workload_pages import WorkloadPage, workload_of
from orgflow.services.workload_sheet import load_table, reckoning_sentences, source_words

FIGURE_PT = 450.0
"""As wide as the text of an upright page."""
_HEADS = ("Kegiatan", "Satuan hasil", "Tahun", "Volume", "Sumber")
_WIDTHS = (30, 14, 9, 12, 35)


def volume_study_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the volumes by function and year, and their lines; nothing while none is recorded."""
    page = workload_of(source.ctx, source.dossier)
    if not page.activities:
        return ()
    activities = [held.activity for held in page.activities]
    title = Line(Style.TABLE_TITLE, plain(f"Volume kegiatan {page.unit_name}"), keeps_next=True)
    return (title, Table(_HEADS, _WIDTHS, tuple(_rows(activities))), *_figures(page))


def reckoning_study_blocks(source: StudySource) -> tuple[Block, ...]:
    """Return the calculation with its formula and norm; nothing while nobody chose how to reckon."""
    found = workload_of(source.ctx, source.dossier).reckoning
    if found is None:
        return ()
    words = f"Perhitungan kebutuhan jabatan Tahun {found.year}"
    return (
        Line(Style.TABLE_TITLE, plain(words), keeps_next=True),
        load_table(found),
        *(Line(Style.BODY, plain(sentence)) for sentence in reckoning_sentences(found)),
    )


def _rows(activities: list[Activity]) -> Iterator[Row]:
    for function, held in by_function(activities):
        yield Row((plain(function),))
        for activity in held:
            cells = (
                activity.name,
                activity.product,
                str(activity.year),
                format_figure(activity.volume),
                source_words(activity),
            )
            yield Row(tuple(map(plain, cells)))


def _figures(page: WorkloadPage) -> Iterator[Block]:
    for picture in pictures_of(page.panels):
        title = f"Volume {picture.title} menurut tahun ({picture.product})"
        # What the figure shows stands under it.
        yield Figure(write_lines(replace(picture, title=""), FIGURE_PT), title)
        yield Line(Style.FIGURE_TITLE, plain(title))
