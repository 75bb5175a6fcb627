"""Commands on letters: what there is, and a letter's file."""

import json
from pathlib import Path
from uuid import UUID

import click

from orgflow.bootstrap import Installation
from orgflow.cli.command import context_for, data_option, government_option, opened, stop, write_file
from orgflow.cli.speech import OfficeGroup
from orgflow.domain.access.roles import ANONYMOUS
from orgflow.services.context import Context
from orgflow.services.letter_list import list_letters
from orgflow.services.letters import LetterBytes, letter_bytes
from orgflow.services.settings import held_governments


@click.group(cls=OfficeGroup, name="letter")
def letter_group() -> None:
    """Surat."""


@letter_group.command("list")
@data_option
@government_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran."
)
def list_all(data: Path | None, code: str | None, form: str) -> None:
    """Daftar surat: id, jenis, nomor, hal, keadaan."""
    with opened(data) as installation:
        found = list_letters(context_for(installation, code, "orgflow letter list"))
    if form == "json":
        rows = [
            {
                "id": str(letter.id),
                "kind": letter.kind,
                "number": letter.number,
                "subject": letter.subject,
                "state": str(letter.state),
                "dated_on": letter.dated_on.isoformat() if letter.dated_on is not None else None,
                "sample": letter.is_sample,
            }
            for letter in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for letter in found:
        click.echo(f"{letter.id}\t{letter.kind}\t{letter.number or '-'}\t{letter.state}\t{letter.subject}")


@letter_group.command("export")
@data_option
@click.argument("letter_id", metavar="ID", type=click.UUID)
@click.option("--format", "form", type=click.Choice(["pdf", "docx"]), required=True, help="Bentuk berkas.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="BERKAS",
    help="Ditulis ke berkas ini.",
)
def export(data: Path | None, letter_id: UUID, form: str, output: Path) -> None:
    """Tulis berkas surat; selama masih konsep, setiap halaman bertulisan KONSEP."""
    with opened(data) as installation:
        letter = _found(installation, letter_id, form)
    write_file(output, letter.content)


def _found(installation: Installation, letter_id: UUID, form: str) -> LetterBytes:
    for held in held_governments(Context(installation.resources, ANONYMOUS)):
        ctx = context_for(installation, held.code, "orgflow letter export")
        if letter_id in {letter.id for letter in list_letters(ctx)}:
            return letter_bytes(ctx, letter_id, form)
    return stop(f"Tidak ada surat dengan id {letter_id}. Lihat: orgflow letter list", code=1)
