"""Commands that look at what is held: governments and the structure on a day."""

import json
from datetime import date
from pathlib import Path

import click

from orgflow.cli.beginning import add_government
from orgflow.cli.changes import COMMANDS
from orgflow.cli.command import context_for, data_option, government_option, opened, read_day
from orgflow.cli.exporting import export
from orgflow.cli.speech import OfficeGroup
from orgflow.domain.access.roles import ANONYMOUS
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.services.context import Context
from orgflow.services.organisation.pages import show_structure
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


@click.group(cls=OfficeGroup, name="structure")
def structure_group() -> None:
    """Susunan organisasi."""


structure_group.add_command(export)


@structure_group.command("show")
@data_option
@government_option
@click.option("--on", callback=read_day, required=True, metavar="YYYY-MM-DD", help="Keadaan per tanggal ini.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran."
)
def show(data: Path | None, code: str | None, on: date, form: str) -> None:
    """Tampilkan susunan organisasi yang berlaku pada suatu tanggal."""
    with opened(data) as installation:
        page = show_structure(context_for(installation, code, "orgflow structure show"), on)
    if form == "json":
        units = [_record(page.structure, unit) for unit in _in_order(page.structure)]
        answer = {
            "government": page.government.code,
            "on": on.isoformat(),
            "recorded_in_part": page.is_partial,
            "units": units,
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    if page.is_partial:
        click.echo("Susunan pada tanggal ini baru tercatat sebagian.", err=True)
    for unit in _in_order(page.structure):
        depth = len(page.structure.path(unit.id)) - 1
        click.echo(f"{'  ' * depth}{unit.name}")


def _in_order(structure: Structure) -> tuple[Unit, ...]:
    return structure.subtree(structure.root().id) if structure.units else ()


def _record(structure: Structure, unit: Unit) -> dict[str, str | int | None]:
    return {
        "id": str(unit.id),
        "name": unit.name,
        "kind": unit.kind.code,
        "parent_id": str(unit.parent_id) if unit.parent_id is not None else None,
        "level": len(structure.path(unit.id)) - 1,
        "letter_code": unit.letter_code,
        "placement": str(unit.placement),
    }


for command in COMMANDS:
    structure_group.add_command(command)
