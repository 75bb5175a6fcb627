"""``orgflow structure import``: a spreadsheet taken into the registry, or looked at with ``--dry-run``."""

from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from orgflow.bootstrap import Installation
from orgflow.cli.command import context_for, data_option, government_option, opened, read_day, stop
from orgflow.cli.speech import OfficeCommand
from orgflow.domain.calendar import format_date
from orgflow.domain.organisation.roster import RowFault
from orgflow.services.context import Context
from orgflow.services.organisation.importing import (
    ConfirmImport,
    ImportUnreadable,
    PrepareImport,
    bring_table,
    confirm_import,
    prepare_import,
)
from orgflow.services.organisation.importing_maps import bring_map
from orgflow.services.organisation.importing_pages import ImportPreview, preview_file
from orgflow.web.importing.faults import fault_place, fault_sentence, unreadable_fault
from orgflow.web.importing.words import change_sentence, count_words

FAULTY: Final = 1
REASON: Final = "orgflow structure import"


@click.command("import", cls=OfficeCommand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="BERKAS")
@data_option
@government_option
@click.option("--on", callback=read_day, required=True, metavar="YYYY-MM-DD", help="Keadaan per tanggal ini.")
@click.option("--dry-run", is_flag=True, help="Tampilkan apa yang akan berubah, tanpa mengubahnya.")
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BERKAS.toml",
    help="Arti kolom berkas buatan sendiri (kunci: unit_name, parent_name, post, holder, nip, ...).",
)
def import_structure(
    file: Path, data: Path | None, code: str | None, on: date, *, dry_run: bool, map_file: Path | None
) -> None:
    """Impor susunan organisasi dari CSV atau XLSX: seluruhnya, atau tidak sama sekali.

    Berakhir dengan 0 bila diterima, 1 bila ada baris yang harus diperbaiki; semuanya disebut.
    """
    with opened(data) as installation:
        preview, change = _looked_at(installation, file, code, on, map_file)
        if preview.faults:
            _stop_at(preview.faults)
        _tell(preview)
        if dry_run:
            click.echo("Uji coba: tidak ada yang diubah.")
        elif not preview.changes:
            click.echo("Semua isi berkas ini sudah tercatat. Tidak ada yang diubah.")
        else:
            import_id = prepare_import(*change)
            confirm_import(change[0], ConfirmImport(import_id, preview.digest))
            click.echo(f"Diimpor: {len(preview.changes)} perubahan, keadaan per {format_date(on)}.")


def _looked_at(
    installation: Installation, file: Path, code: str | None, on: date, map_file: Path | None
) -> tuple[ImportPreview, tuple[Context, PrepareImport]]:
    ctx = context_for(installation, code, REASON)
    said = bring_map(map_file.read_bytes()) if map_file is not None else None
    try:
        upload = bring_table(file.read_bytes(), "file", file.name)
    except ImportUnreadable as refused:
        _stop_at((unreadable_fault(refused),))
    preview = preview_file(ctx, upload.content, upload.name, on, said)
    return preview, (ctx, PrepareImport(upload, on, said))


def _stop_at(faults: tuple[RowFault, ...]) -> NoReturn:
    for fault in faults:
        click.echo(f"{fault_place(fault)}: {fault_sentence(fault)}", err=True)
    stop(f"Tidak ada yang diimpor: {len(faults)} tempat perlu diperbaiki.", FAULTY)


def _tell(preview: ImportPreview) -> None:
    for change in preview.changes:
        click.echo(change_sentence(change))
    for (sheet, act), count in preview.counts:
        click.echo(count_words(sheet, act, count))
    if preview.left:
        click.echo(f"{len(preview.left)} unit yang tidak disebut di berkas ini tetap seperti tercatat.")
