"""Commands that start something: the demo, an installation, its server, its workers."""

import json
import os
import secrets
import socket
from dataclasses import replace
from pathlib import Path

import click

from orgflow.bootstrap import Installation, build, check_durable, prepare
from orgflow.cli.beginning import offer_beginning
from orgflow.cli.command import data_option, opened, stop
from orgflow.cli.speech import OfficeCommand
from orgflow.cli.web_server import WebServer
from orgflow.config import is_loopback
from orgflow.domain.access.roles import ANONYMOUS, Role
from orgflow.jobs.queue import WorkerInstallation, open_queue, work_once
from orgflow.services.context import Context
from orgflow.services.demo.accounts import DemoAccount
from orgflow.services.demo.load import load_demo
from orgflow.services.files import sweep_files
from orgflow.services.settings import held_governments

ACCOUNTS_FILE = "demo-accounts.json"
DEMO_HOST = "127.0.0.1"


@click.command("init", cls=OfficeCommand)
@data_option
def init(data: Path | None) -> None:
    """Siapkan folder data dan basis data; aman diulang."""
    with opened(data, is_empty_fine=True) as installation:
        prepare(installation)
        click.echo(f"Siap di {installation.settings.data}.")
        held = held_governments(Context(installation.resources, ANONYMOUS))
        names = ", ".join(government.name for government in held)
        click.echo(f"Pemerintah daerah: {names or 'belum ada yang dicatat'}.")
        offer_beginning(installation, "Jalankan orgflow serve, buka /mulai di peramban")


@click.command("serve", cls=OfficeCommand)
@data_option
@click.option(
    "--host", default=DEMO_HOST, metavar="ALAMAT", show_default=True, help="Alamat yang didengarkan."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Nomor port.")
@click.option("--workers", type=click.IntRange(1, 32), default=2, show_default=True, help="Banyaknya proses.")
def serve(data: Path | None, host: str, port: int, workers: int) -> None:
    """Jalankan server; pekerjaan latar yang tertunda dikerjakan saat diminta."""
    with opened(data) as installation:
        if not is_loopback(host) and not installation.settings.is_https:
            stop("Di luar komputer ini OrgFlow hanya boleh dibuka lewat HTTPS. Isi ORGFLOW_HTTPS=1.")
        check_durable(installation)
        sweep_files(Context(installation.resources, ANONYMOUS))
        _refuse_taken_port(host, port)
        offer_beginning(installation, f"Buka http://{host}:{port}/mulai")
        WebServer(installation, host, port, workers).run()


@click.command("demo", cls=OfficeCommand)
@data_option
@click.option(
    "--host", default=DEMO_HOST, metavar="ALAMAT", show_default=True, help="Hanya alamat komputer ini."
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Nomor port.")
def demo(data: Path | None, host: str, port: int) -> None:
    """Buka peragaan: kasus nyata Sumatera Selatan dan Provinsi Contoh."""
    if not is_loopback(host):
        stop("Peragaan hanya boleh dibuka di komputer ini (127.0.0.1): sandinya terbuka di sini.")
    with opened(data, is_empty_fine=True) as installation:
        prepare(installation)
        accounts = _accounts(installation)
        sweep_files(Context(installation.resources, ANONYMOUS))
        settings = installation.settings
    _refuse_taken_port(host, port)
    with_accounts = build(settings, demo=accounts)
    click.echo(f"Peragaan OrgFlow: http://{host}:{port}")
    click.echo(f"Akun peragaan: {settings.data / ACCOUNTS_FILE}")
    WebServer(with_accounts, host, port, 2).run()


@click.command("jobs", cls=OfficeCommand)
@data_option
@click.option("--once", is_flag=True, help="Kerjakan yang jatuh tempo sekarang, lalu selesai.")
def jobs(data: Path | None, once: bool) -> None:
    """Jalankan pekerja latar; boleh berjalan di samping server."""
    with opened(data) as installation:
        settings = installation.settings
        if (settings.data / ACCOUNTS_FILE).exists():
            settings = replace(settings, smtp_url=None)
        worker = WorkerInstallation(settings)
        if once:
            click.echo(f"Selesai: {work_once(worker.context())} pekerjaan.")
            return
        queue = open_queue(settings.queue_url, worker)
    queue.look()
    queue.consumer().run()


def _accounts(installation: Installation) -> tuple[DemoAccount, ...]:
    """Return the demo's accounts, loading the demo into an installation that has none of it yet."""
    path = installation.settings.data / ACCOUNTS_FILE
    opened_now = load_demo(installation.resources)
    if opened_now:
        _keep(path, [_record(account) for account in opened_now])
    try:
        records = json.loads(path.read_text("utf-8"))
        return tuple(_account(record) for record in records)
    except (OSError, ValueError, KeyError, TypeError):
        stop(f"{path} tidak dapat dibaca. Hapus folder {path.parent}, lalu jalankan lagi.")


def _account(record: dict[str, str]) -> DemoAccount:
    return DemoAccount(
        Role(record["role"]), record["username"], record["password"], record["government"], record["label"]
    )


def _record(account: DemoAccount) -> dict[str, str]:
    return {
        "role": str(account.role),
        "username": account.username,
        "password": account.password,
        "government": account.government_code,
        "label": account.label,
    }


def _keep(path: Path, records: list[dict[str, str]]) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(records, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            stop(f"Port {port} di {host} tidak dapat dipakai ({error.strerror}). Pilih lain dengan --port.")
