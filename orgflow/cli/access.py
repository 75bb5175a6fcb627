"""Commands on accounts."""

import secrets
import sys
from pathlib import Path

import click

from orgflow.bootstrap import Installation
from orgflow.cli.command import context_for, data_option, government_option, opened, stop
from orgflow.cli.speech import OfficeGroup
from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import UnitId
from orgflow.services.accounts import AddUser, add_user
from orgflow.services.context import Context
from orgflow.services.organisation.pages import show_structure
from orgflow.setup_code import withdraw_code


@click.group(cls=OfficeGroup, name="user")
def user_group() -> None:
    """Akun pengguna."""


@user_group.command("add")
@data_option
@government_option
@click.argument("username", metavar="NAMA_PENGGUNA")
@click.option(
    "--name", "display_name", required=True, metavar="NAMA", help="Nama atau jabatan yang ditampilkan."
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice([str(role) for role in Role]),
    metavar="PERAN",
    help="Peran; boleh lebih dari satu kali: " + ", ".join(str(role) for role in Role) + ".",
)
@click.option("--unit", default=None, metavar="NAMA_UNIT", help="Unit bagi penyusun dan kepala biro.")
@click.option("--password-stdin", is_flag=True, help="Baca kata sandi dari masukan baku.")
def add(
    *,
    data: Path | None,
    code: str | None,
    username: str,
    display_name: str,
    roles: tuple[str, ...],
    unit: str | None,
    password_stdin: bool,
) -> None:
    """Tambah akun; tanpa --password-stdin kata sandinya dibuat acak dan ditulis sekali ini saja."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else secrets.token_urlsafe(15)
    with opened(data) as installation:
        ctx = _context(installation, code)
        unit_id = _unit(show_structure(ctx).structure, unit) if unit is not None else None
        held = frozenset(Role(role) for role in roles)
        add_user(ctx, AddUser(username, display_name, held, unit_id, password))
        withdraw_code(installation.settings.data)
    click.echo(f"Akun {username} ditambahkan.")
    if not password_stdin:
        click.echo(f"Kata sandi (hanya ditampilkan sekali): {password}")


def _context(installation: Installation, code: str | None) -> Context:
    return context_for(installation, code, "orgflow user add")


def _unit(structure: Structure, name: str) -> UnitId:
    found = [unit.id for unit in structure.units.values() if unit.name.casefold() == name.casefold()]
    if len(found) != 1:
        stop(f"Tidak ada tepat satu unit bernama {name}. Lihat: orgflow structure show", code=1)
    return found[0]
