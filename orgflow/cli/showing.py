"""The structure of a day, as text or JSON."""

import json
from datetime import date
from pathlib import Path

import click

from orgflow.cli.command import context_for, data_option, government_option, opened, read_day
from orgflow.cli.speech import OfficeCommand
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.services.organisation.pages import show_structure


@click.command("show", cls=OfficeCommand)
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
