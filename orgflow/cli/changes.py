"""``orgflow structure derive``, ``apply`` and ``diff``: organisations compared, nothing recorded."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import click

from orgflow.cli.changes_output import (
    change_set_record,
    difference_record,
    result_record,
    tell_change_set,
    tell_difference,
    tell_result,
)
from orgflow.cli.command import context_for, data_option, government_option, opened, stop
from orgflow.cli.speech import OfficeCommand, Unfit
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.services.context import Context
from orgflow.services.deriving import apply_change_set, derive_change_set, read_change_set
from orgflow.services.structure_files import (
    FileFaulty,
    Side,
    StructureFile,
    government_name,
    held_kinds,
    side_of_day,
    side_of_file,
    usual_kinds,
)
from orgflow.web.importing.faults import fault_place, fault_sentence
from orgflow.web.messages import sentence

REASON: Final = "orgflow structure"
FIRST: Final = "first"
SECOND: Final = "second"
_EPOCH: Final = date(2000, 1, 1)

form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Bentuk keluaran."
)
by_name_option = click.option(
    "--by-name", is_flag=True, help="Abaikan kode; cocokkan menurut nama dan letak saja."
)
map_option = click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BERKAS.toml",
    help="Arti kolom berkas buatan sendiri.",
)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where files and days are read: with a registry, or without one for files alone."""

    ctx: Context | None
    kinds: Mapping[str, UnitKind]
    government: str
    on: date

    def side(self, given: date | Path, role: str, map_file: Path | None) -> Side:
        if isinstance(given, date):
            if self.ctx is None:
                raise LookupError("a day is read from a registry")
            return side_of_day(self.ctx, given)
        said = map_file.read_bytes() if map_file is not None else None
        file = StructureFile(given.name, given.read_bytes(), said)
        return side_of_file(file, self.kinds, self.on, role=role, government=self.government)


def read_side(_ctx: click.Context, _param: click.Parameter, value: str) -> date | Path:
    """Return the file of this name, or the day written as YYYY-MM-DD."""
    path = Path(value)
    if path.is_file():
        return path
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Unfit(f"{value!r} bukan berkas yang ada dan bukan tanggal.") from error


before_argument = click.argument("before", callback=read_side, metavar="DARI")
after_argument = click.argument("after", callback=read_side, metavar="KE")


@click.command("derive", cls=OfficeCommand)
@before_argument
@after_argument
@map_option
@by_name_option
@data_option
@government_option
@form_option
def derive(
    before: date | Path,
    after: date | Path,
    *,
    map_file: Path | None,
    by_name: bool,
    data: Path | None,
    code: str | None,
    form: str,
) -> None:
    """Turunkan daftar perubahan dari susunan DARI ke susunan KE.

    DARI dan KE adalah berkas berbentuk impor, atau tanggal. Pasangan yang meragukan disebut untuk diputuskan.
    --map berlaku bagi KE; bagi DARI juga, bila DARI bukan berkas berbentuk impor.
    """
    with _desk(data, code, before, after) as desk:
        first = _first_side(desk, before, map_file)
        second = desk.side(after, SECOND, map_file)
        derived = derive_change_set(first, second, by_name=by_name)
    if form == "json":
        _print(change_set_record(derived, first.coded, second.coded))
    else:
        tell_change_set(derived, first.coded, second.coded)


@click.command("apply", cls=OfficeCommand)
@click.argument(
    "change_set", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="PERUBAHAN.json"
)
@before_argument
@map_option
@data_option
@government_option
@form_option
def apply(
    change_set: Path,
    before: date | Path,
    *,
    map_file: Path | None,
    data: Path | None,
    code: str | None,
    form: str,
) -> None:
    """Tampilkan susunan yang dihasilkan daftar perubahan dari susunan DARI. Catatan tidak diubah."""
    with _desk(data, code, before) as desk:
        operations = read_change_set(change_set.name, change_set.read_bytes())
        result = apply_change_set(operations, desk.side(before, FIRST, map_file))
    if form == "json":
        _print(result_record(result))
    else:
        tell_result(result)


@click.command("diff", cls=OfficeCommand)
@before_argument
@after_argument
@map_option
@by_name_option
@data_option
@government_option
@form_option
def diff(
    before: date | Path,
    after: date | Path,
    *,
    map_file: Path | None,
    by_name: bool,
    data: Path | None,
    code: str | None,
    form: str,
) -> None:
    """Hitung apa yang berbeda antara susunan DARI dan susunan KE."""
    with _desk(data, code, before, after) as desk:
        first = _first_side(desk, before, map_file)
        second = desk.side(after, SECOND, map_file)
        derived = derive_change_set(first, second, by_name=by_name)
    if form == "json":
        _print(difference_record(derived, first.coded, second.coded))
    else:
        tell_difference(derived)


def _first_side(desk: _Desk, given: date | Path, map_file: Path | None) -> Side:
    """Return the first side; a map is for the second, and for the first where it is not in our form."""
    try:
        return desk.side(given, FIRST, None)
    except FileFaulty:
        if map_file is None:
            raise
        return desk.side(given, FIRST, map_file)


@contextmanager
def _desk(data: Path | None, code: str | None, *given: date | Path) -> Iterator[_Desk]:
    """Open the registry where a day or a folder is named; files alone need none."""
    is_needed = data is not None or "ORGFLOW_DATA" in os.environ
    if not is_needed and not any(isinstance(one, date) for one in given):
        with _told():
            yield _Desk(None, usual_kinds(), "", _EPOCH)
        return
    with opened(data) as installation, _told():
        ctx = context_for(installation, code, REASON)
        yield _Desk(ctx, held_kinds(ctx), government_name(ctx), ctx.now.date())


@contextmanager
def _told() -> Iterator[None]:
    """Tell of every faulty row of a file, or of a broken rule, and stop."""
    try:
        yield
    except FileFaulty as faulty:
        for fault in faulty.faults:
            click.echo(f"{fault_place(fault)}: {fault_sentence(fault)}", err=True)
        stop(sentence(faulty), code=1)
    except DomainError as refused:
        stop(sentence(refused), code=1)


def _print(record: object) -> None:
    click.echo(json.dumps(record, ensure_ascii=False, indent=2))
