"""How the terminal helps an office to begin: the setup code, and a government entered without the page."""

from pathlib import Path

import click

from orgflow.bootstrap import Installation
from orgflow.cli.command import data_option, opened
from orgflow.cli.speech import OfficeCommand
from orgflow.domain.access.roles import ANONYMOUS, system_actor
from orgflow.domain.letters.facts import Paper
from orgflow.domain.organisation.beginning import Zone
from orgflow.domain.values import GovernmentId
from orgflow.services.context import Context
from orgflow.services.starting.beginning import OpenGovernment, open_government, show_beginning
from orgflow.setup_code import CODE_FILE, offered_code, withdraw_code


def offer_beginning(installation: Installation, where: str) -> None:
    """Tell the setup code while nobody has an account; afterwards there is none."""
    folder = installation.settings.data
    if show_beginning(Context(installation.resources, ANONYMOUS)).has_account:
        withdraw_code(folder)
        return
    code = offered_code(folder)
    if code is None:
        click.echo(f"Kode pemasangan tidak dapat ditulis ke {folder}. Pakai: orgflow user add", err=True)
        return
    click.echo(f"Belum ada akun. {where} dan isi kode pemasangan: {code}")
    click.echo(f"Kode ini juga ada di {folder / CODE_FILE} dan tidak berlaku lagi sesudah akun pertama.")


@click.command("add", cls=OfficeCommand)
@data_option
@click.argument("code", metavar="KODE")
@click.option("--name", required=True, metavar="NAMA", help="Nama lengkap, seperti Provinsi Contoh.")
@click.option("--capital", required=True, metavar="KOTA", help="Kota kedudukan.")
@click.option(
    "--zone", type=click.Choice([zone.name for zone in Zone]), default=Zone.WIB.name, help="Zona waktu."
)
@click.option(
    "--paper",
    type=click.Choice([str(paper) for paper in Paper]),
    default=str(Paper.A4),
    help="Kertas surat.",
)
def add_government(*, data: Path | None, code: str, name: str, capital: str, zone: str, paper: str) -> None:
    """Catat pemerintah provinsi yang masih kosong, dengan aturan bawaan."""
    with opened(data) as installation:
        government_id = GovernmentId(installation.resources.new_id())
        actor = system_actor("orgflow government add", government_id)
        command = OpenGovernment(code, name, capital, Zone[zone], Paper(paper))
        open_government(Context(installation.resources, actor), command)
    click.echo(f"{name} dicatat dengan kode {code}. Lanjutkan: orgflow user add --government {code}")
