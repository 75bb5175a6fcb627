"""The command that draws the chart of a day, or of two, to a file."""

from datetime import date
from pathlib import Path

import click

from orgflow.cli.command import (
    context_for,
    data_option,
    government_option,
    opened,
    read_day,
    read_day_or_none,
    stop,
    write_file,
)
from orgflow.cli.speech import OfficeCommand
from orgflow.domain.organisation.chart.paper import Sheet, Turn
from orgflow.domain.values import comparable
from orgflow.services.context import Context
from orgflow.services.organisation.charting import (
    ChartFileKind,
    ChartPage,
    ChartQuestion,
    Printing,
    chart_file,
    show_chart,
)


@click.command("chart", cls=OfficeCommand)
@data_option
@government_option
@click.option("--on", callback=read_day, required=True, metavar="YYYY-MM-DD", help="Keadaan per tanggal ini.")
@click.option(
    "--compare",
    "compared_with",
    callback=read_day_or_none,
    default=None,
    metavar="YYYY-MM-DD",
    help="Tanggal lain; perbedaannya ditandai.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([kind.value for kind in ChartFileKind]),
    required=True,
    help="Bentuk berkas.",
)
@click.option(
    "--paper",
    type=click.Choice([sheet.value for sheet in Sheet]),
    default=None,
    help="Kertas (bawaan: kertas surat pemerintah daerah itu).",
)
@click.option("--landscape/--portrait", "is_landscape", default=True, help="Arah kertas (bawaan: mendatar).")
@click.option("--names", "has_holders", is_flag=True, help="Cantumkan nama pejabat.")
@click.option("--root", "root", default=None, metavar="NAMA", help="Unit di puncak bagan, dengan namanya.")
@click.option(
    "--annex", "annex", multiple=True, metavar="BARIS", help="Baris keterangan lampiran; boleh berulang."
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="BERKAS",
    help="Ditulis ke berkas ini.",
)
def chart(
    *,
    data: Path | None,
    code: str | None,
    on: date,
    compared_with: date | None,
    form: str,
    paper: str | None,
    is_landscape: bool,
    has_holders: bool,
    root: str | None,
    annex: tuple[str, ...],
    output: Path,
) -> None:
    """Gambar bagan susunan organisasi pada suatu tanggal."""
    with opened(data) as installation:
        ctx = context_for(installation, code, "orgflow structure chart")
        question = _question(ctx, ChartQuestion(on, compared_with, None, has_holders), root)
        printing = Printing(
            ChartFileKind(form),
            Sheet(paper) if paper is not None else None,
            Turn.LANDSCAPE if is_landscape else Turn.PORTRAIT,
            "\n".join(annex),
        )
        drawn = chart_file(ctx, question, printing)
    write_file(output, drawn.content)


def _question(ctx: Context, question: ChartQuestion, root: str | None) -> ChartQuestion:
    """Return the question with the unit so named at the top."""
    if root is None:
        return question
    page: ChartPage = show_chart(ctx, question)
    named = [unit.id for unit in page.chart.units.values() if comparable(unit.name) == comparable(root)]
    if len(named) != 1:
        stop(f"Ada {len(named)} unit bernama {root} pada tanggal itu. Tulis namanya yang lengkap.", code=1)
    return ChartQuestion(question.on, question.compared_with, named[0], question.has_holders)
