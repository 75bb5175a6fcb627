"""The command that writes the registry into a file, or hands it on to the next program."""

import sys
from datetime import date
from pathlib import Path

import click

from orgflow.cli.command import context_for, data_option, government_option, opened, read_day, stop
from orgflow.cli.speech import OfficeCommand
from orgflow.services.organisation.exporting import ExportFormat, Extent, export_structure


@click.command(cls=OfficeCommand, name="export")
@data_option
@government_option
@click.option("--on", callback=read_day, required=True, metavar="YYYY-MM-DD", help="Keadaan per tanggal ini.")
@click.option(
    "--format",
    "form",
    type=click.Choice([str(form) for form in ExportFormat]),
    required=True,
    help="Bentuk berkas.",
)
@click.option(
    "--history",
    "extent",
    flag_value=Extent.HISTORY,
    default=Extent.DAY,
    type=click.UNPROCESSED,
    help="Seluruh riwayat dan rencana, bukan satu hari saja.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="BERKAS",
    help="Ditulis ke berkas ini (bawaan: keluaran standar).",
)
def export(
    *, data: Path | None, code: str | None, on: date, form: str, extent: Extent, output: Path | None
) -> None:
    """Tulis susunan organisasi ke berkas: tabel, JSON, atau data tertaut W3C ORG."""
    with opened(data) as installation:
        ctx = context_for(installation, code, "orgflow structure export")
        written = export_structure(ctx, on, ExportFormat(form), extent)
    if written.units == 0:
        click.echo("Belum ada susunan yang tercatat pada tanggal ini.", err=True)
    if output is None:
        sys.stdout.buffer.write(written.content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(written.content)
    except OSError as error:
        stop(f"Berkas {output} tidak dapat ditulis: {error.strerror}.", code=1)
    click.echo(f"Ditulis: {output} ({len(written.content)} bita)")
