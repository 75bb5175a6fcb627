"""Commands on the governments that are held."""

import json
from pathlib import Path

import click

from orgflow.cli.beginning import add_government
from orgflow.cli.command import data_option, opened
from orgflow.cli.speech import OfficeGroup
from orgflow.domain.access.roles import ANONYMOUS
from orgflow.services.context import Context
from orgflow.services.settings import held_governments


@click.group(cls=OfficeGroup, name="government")
def government_group() -> None:
    """Pemerintah daerah yang dicatat di sini."""


government_group.add_command(add_government)


@government_group.command("list")
@data_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran."
)
def list_governments(data: Path | None, form: str) -> None:
    """Daftar pemerintah daerah; yang pertama dipakai bila --government tidak ditulis."""
    with opened(data) as installation:
        held = held_governments(Context(installation.resources, ANONYMOUS))
    if form == "json":
        rows = [
            {
                "code": government.code,
                "name": government.name,
                "zone": government.zone,
                "sample": government.is_sample,
            }
            for government in held
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for government in held:
        click.echo(f"{government.code}\t{government.name}{' (CONTOH)' if government.is_sample else ''}")
