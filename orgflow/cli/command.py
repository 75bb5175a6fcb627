"""What every command shares: a data folder, an installation opened and closed, refusals as one sentence."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

import click

from orgflow.bootstrap import DatabaseBehind, Installation, build, check_current
from orgflow.cli.refusals import sentence
from orgflow.cli.speech import Unfit
from orgflow.config import SettingRefused, read_settings
from orgflow.domain.access.roles import ANONYMOUS, system_actor
from orgflow.domain.calendar import DateUnreadable, parse_date
from orgflow.domain.errors import DomainError
from orgflow.services.context import Context
from orgflow.services.settings import held_governments
from orgflow.web.messages import message_for

REFUSED: Final = 2

data_option = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="FOLDER",
    help="Folder data OrgFlow (bawaan: ./var, atau ORGFLOW_DATA).",
)
government_option = click.option(
    "--government",
    "code",
    default=None,
    metavar="KODE",
    help="Kode pemerintah daerah (bawaan: yang pertama).",
)


def stop(sentence: str, code: int = REFUSED) -> NoReturn:
    """Say why nothing more is done, and end."""
    click.echo(sentence, err=True)
    sys.exit(code)


def refuse(error: DomainError) -> NoReturn:
    """Say in one sentence what stands against it, and end."""
    if isinstance(error, DatabaseBehind):
        stop("Basis data belum disiapkan atau belum diperbarui. Jalankan: orgflow init")
    stop(str(message_for(error)), code=1)


@contextmanager
def opened(
    data: Path | None, *, is_empty_fine: bool = False, told: Callable[[DomainError], NoReturn] = refuse
) -> Iterator[Installation]:
    """Open the installation in a data folder; every refusal ends the program with its sentence.

    Args:
        told: ends the program in another way on a broken rule, as with JSON.
    """
    try:
        installation = build(read_settings(os.environ, data), may_create=is_empty_fine)
        try:
            if not is_empty_fine:
                check_current(installation)
            yield installation
        finally:
            installation.close()
    except SettingRefused as refused:
        stop(sentence(refused))
    except DomainError as error:
        told(error)


def context_for(installation: Installation, code: str | None, reason: str) -> Context:
    """Return the system's context in the government with the code, the first when none is named.

    Raises:
        UnknownGovernment: none has the code, or none is held.
    """
    anonymous = Context(installation.resources, ANONYMOUS)
    held = held_governments(anonymous)
    for government in held:
        if code is None or government.code == code:
            return Context(installation.resources, system_actor(reason, government.id))
    if not held:
        stop("Belum ada pemerintah daerah yang dicatat.", code=1)
    return stop(f"Tidak ada pemerintah daerah berkode {code}. Lihat: orgflow government list", code=1)


def read_day_or_none(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return the day as ``read_day``, None when none is written."""
    return read_day(ctx, param, value) if value is not None else None


def write_file(output: Path, content: bytes) -> None:
    """Write a file and say so, or say why it cannot be written and end."""
    try:
        output.write_bytes(content)
    except OSError as error:
        stop(f"Berkas {output} tidak dapat ditulis: {error.strerror}.", code=1)
    click.echo(f"Ditulis: {output} ({len(content)} bita)")


def read_day(_ctx: click.Context, _param: click.Parameter, value: str) -> date:
    """Return the day written as YYYY-MM-DD, or as the office writes it."""
    try:
        return parse_date(value, field="on")
    except DateUnreadable as error:
        raise Unfit(f"{value!r} bukan tanggal. Tulis seperti 2022-12-07.") from error
    except DomainError as error:
        raise Unfit(str(message_for(error))) from error
