"""The published table of routes."""

import dataclasses
import json
from pathlib import Path

import click

from orgflow.cli.command import data_option, opened
from orgflow.cli.speech import OfficeCommand
from orgflow.web.app import create_app
from orgflow.web.permissions import routes as published_routes


@click.command("routes", cls=OfficeCommand)
@data_option
@click.option("--json", "as_json", is_flag=True, help="Keluaran sebagai JSON.")
def routes(data: Path | None, as_json: bool) -> None:
    """Daftar alamat halaman beserta izin dan lingkupnya."""
    with opened(data, is_empty_fine=True) as installation:
        table = published_routes(create_app(installation))
    if as_json:
        click.echo(json.dumps([dataclasses.asdict(route) for route in table], ensure_ascii=False, indent=2))
        return
    for route in table:
        click.echo(f"{route.method:6} {route.path:50} {route.permission} ({route.scope})")
