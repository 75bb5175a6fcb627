"""Commands that look for faults: the store's consistency, the audit chain, and what the machine lacks."""

import dataclasses
import json
import os
import sys
from pathlib import Path
from typing import Final, NoReturn

import click

from orgflow.bootstrap import HEAD_FILE
from orgflow.cli.command import data_option, opened, refuse
from orgflow.cli.refusals import sentence
from orgflow.cli.speech import OfficeCommand, OfficeGroup
from orgflow.config import SettingRefused, Settings, read_settings
from orgflow.domain.access.roles import system_actor
from orgflow.domain.errors import DomainError
from orgflow.services.check_findings import CheckFinding
from orgflow.services.checking import check_store
from orgflow.services.context import Context
from orgflow.services.doctor import Need, examine
from orgflow.services.history import outside_head, verify_audit

_BROKEN: Final = {
    "sequence": "ada peristiwa yang hilang atau disisipkan",
    "previous_seal": "peristiwa ini tidak menyambung pada yang sebelumnya",
    "seal": "isi peristiwa ini diubah",
    "head": "riwayat tidak berakhir pada kepala rantai; ada yang dipotong atau ditambahkan",
    "head_mark": "kepala rantai ditulis tanpa kunci",
    "truncated": "riwayat lebih pendek daripada kepala rantai yang disimpan di luar basis data",
    "rewritten": "riwayat berbeda dari kepala rantai yang disimpan di luar basis data",
}
DAMAGED: Final = "database_damaged"


@click.command("check", cls=OfficeCommand)
@data_option
@click.option("--json", "as_json", is_flag=True, help="Keluaran sebagai JSON.")
def check(data: Path | None, as_json: bool) -> None:
    """Periksa keutuhan data; selesai dengan kode 0 bila tidak ada temuan."""
    with opened(data, told=_tell_as_json if as_json else refuse) as installation:
        ctx = Context(installation.resources, system_actor("orgflow check"))
        findings = check_store(ctx)
    if as_json:
        _write_json(findings)
    elif not findings:
        click.echo("Tidak ada temuan. Data utuh.")
    else:
        for finding in findings:
            click.echo(f"{finding.code}: {finding.subject} {finding.detail}")
    sys.exit(1 if findings else 0)


def _tell_as_json(error: DomainError) -> NoReturn:
    """Tell of a store that cannot even be opened as of any other fault."""
    code = "database_integrity" if error.code == DAMAGED else "database_unusable"
    _write_json((CheckFinding(code, "database", error.code),))
    sys.exit(1)


def _write_json(findings: tuple[CheckFinding, ...]) -> None:
    click.echo(
        json.dumps([dataclasses.asdict(finding) for finding in findings], ensure_ascii=False, indent=2)
    )


@click.group(cls=OfficeGroup, name="audit")
def audit_group() -> None:
    """Riwayat pencatatan."""


@audit_group.command("verify")
@data_option
def verify(data: Path | None) -> None:
    """Periksa rantai riwayat dari awal sampai akhir."""
    with opened(data) as installation:
        ctx = Context(installation.resources, system_actor("orgflow audit verify"))
        report, outside = verify_audit(ctx), outside_head(ctx)
    if report.broken_at is not None:
        why = _BROKEN.get(report.reason or "", report.reason)
        click.echo(f"TIDAK UTUH pada peristiwa {report.broken_at}: {why}.", err=True)
        sys.exit(1)
    click.echo(f"Utuh: {report.length} peristiwa. Kepala rantai: {report.head}")
    if outside is None:
        click.echo(
            f"Catatan: {HEAD_FILE} tidak ada, jadi riwayat yang dipotong bersama kepalanya tidak terlihat."
        )
    elif outside.length < report.length:
        click.echo(f"Catatan: {HEAD_FILE} tertinggal pada peristiwa {outside.length}.")


@click.command("doctor", cls=OfficeCommand)
@data_option
def doctor(data: Path | None) -> None:
    """Periksa pustaka sistem, huruf, dan basis data; sebutkan yang kurang dan cara melengkapinya."""
    try:
        settings: Settings | None = read_settings(os.environ, data)
    except SettingRefused as refused:
        settings = None
        click.echo(f"kurang  pengaturan: {sentence(refused)}")
    needs = examine(settings.database_url if settings else None, settings.smtp_url if settings else None)
    for need in needs:
        click.echo(
            f"{'ada   ' if need.is_met else 'kurang'}  {need.name}{'' if need.is_met else f': {need.mend}'}"
        )
    packages = _packages(needs)
    if packages:
        click.echo(f"\nLengkapi dengan satu baris ini:\n  apt-get install --no-install-recommends {packages}")
    sys.exit(1 if settings is None or any(not need.is_met and need.is_required for need in needs) else 0)


def _packages(needs: tuple[Need, ...]) -> str:
    missing = [need.package for need in needs if not need.is_met and need.package is not None]
    return " ".join(dict.fromkeys(missing))
