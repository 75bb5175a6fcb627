"""The installation's settings: read once from ORGFLOW_* and refused when one is unknown or unsafe."""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

PREFIX: Final = "ORGFLOW_"
MINIMUM_SECRET: Final = 32
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})

NAMES: Final = (
    "DATA",
    "DATABASE_URL",
    "FILES_URL",
    "QUEUE_URL",
    "SMTP_URL",
    "SECRET_KEY",
    "AUDIT_KEY",
    "TRUSTED_HOSTS",
    "TRUSTED_PROXIES",
    "HTTPS",
    "SESSION_IDLE_MINUTES",
    "SESSION_HOURS",
    "UPLOAD_MAX_BYTES",
    "RENDER_SECONDS",
    "LOG_LEVEL",
)


class SettingRefused(Exception):
    """A setting stops the start; the text says in Indonesian which one and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an installation may set.

    Attributes:
        data: folder of the embedded database, files and secrets.
        secret_key: signs nothing lasting; random in ``secret.key`` unless given.
        audit_key: keys the audit chain's seals; derived from the secret unless given.
        trusted_hosts: host names requests may bear; empty allows loopback names alone.
        trusted_proxies: how many proxies stand before the server.
        is_https: whether browsers reach it over TLS.
    """

    data: Path
    database_url: str
    files: Path
    queue_url: str
    smtp_url: str | None
    secret_key: str
    audit_key: bytes
    trusted_hosts: tuple[str, ...]
    trusted_proxies: int
    is_https: bool
    session_idle_minutes: int
    session_hours: int
    upload_max_bytes: int
    render_seconds: int
    log_level: str


def read_settings(data: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings of the environment; ``data`` on the command line wins over ``ORGFLOW_DATA``.

    Raises:
        SettingRefused: a name is unknown or a value unusable.
    """
    given = _given(os.environ if environment is None else environment)
    folder = (data or Path(given.get("DATA", "var"))).resolve()
    secret = given.get("SECRET_KEY")
    if secret is None:
        secret = _kept_secret(folder)
    _check_secret("SECRET_KEY", secret)
    audit_key = given.get("AUDIT_KEY")
    if audit_key is not None:
        _check_secret("AUDIT_KEY", audit_key)
    return Settings(
        data=folder,
        database_url=_database(given.get("DATABASE_URL"), folder),
        files=_files(given.get("FILES_URL"), folder),
        queue_url=_queue(given.get("QUEUE_URL"), folder),
        smtp_url=_smtp(given.get("SMTP_URL")),
        secret_key=secret,
        audit_key=audit_key.encode() if audit_key is not None else _derived(secret, b"orgflow audit chain"),
        trusted_hosts=tuple(
            host.strip() for host in given.get("TRUSTED_HOSTS", "").split(",") if host.strip()
        ),
        trusted_proxies=_number(given, "TRUSTED_PROXIES", 0, 0, 5),
        is_https=_flag(given, "HTTPS"),
        session_idle_minutes=_number(given, "SESSION_IDLE_MINUTES", 30, 1, 24 * 60),
        session_hours=_number(given, "SESSION_HOURS", 12, 1, 24 * 7),
        upload_max_bytes=_number(given, "UPLOAD_MAX_BYTES", 10 * 1024 * 1024, 1024, 200 * 1024 * 1024),
        render_seconds=_number(given, "RENDER_SECONDS", 15, 1, 120),
        log_level=_level(given.get("LOG_LEVEL", "INFO")),
    )


def _given(environment: Mapping[str, str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in environment.items():
        if not name.startswith(PREFIX):
            continue
        short = name.removeprefix(PREFIX)
        if short not in NAMES:
            raise SettingRefused(
                f"Pengaturan {name} tidak dikenal. Periksa ejaannya di docs/how-to/configure.md, atau hapus."
            )
        if value:
            given[short] = value
    return given


def _kept_secret(folder: Path) -> str:
    """Return the installation's own secret, made at the first start with nobody else reading it."""
    path = folder / "secret.key"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("utf-8").strip()
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    return path.read_text("utf-8").strip()


def _check_secret(name: str, secret: str) -> None:
    if len(secret) < MINIMUM_SECRET or len(set(secret)) < 12:
        raise SettingRefused(
            f"Pengaturan {PREFIX}{name} terlalu lemah. Pakai sedikitnya {MINIMUM_SECRET} karakter acak,"
            " atau hapus agar OrgFlow membuatnya sendiri."
        )


def _derived(secret: str, purpose: bytes) -> bytes:
    return hmac.new(secret.encode(), purpose, hashlib.sha256).digest()


def _database(url: str | None, folder: Path) -> str:
    if url is None:
        return f"sqlite:///{folder / 'orgflow.db'}"
    if re.match(r"^(sqlite:///.+|postgresql(\+psycopg)?://.*)$", url):
        return url
    raise SettingRefused(
        f"Pengaturan {PREFIX}DATABASE_URL tidak dapat dipakai. Tulis sqlite:///BERKAS atau postgresql://..."
    )


def _files(url: str | None, folder: Path) -> Path:
    if url is None:
        return folder / "files"
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path.startswith("/") and not parts.netloc:
        return Path(parts.path)
    raise SettingRefused(f"Pengaturan {PREFIX}FILES_URL tidak dapat dipakai. Tulis file:///FOLDER.")


def _queue(url: str | None, folder: Path) -> str:
    if url is None:
        return f"sqlite:///{folder / 'queue.db'}"
    if re.match(r"^sqlite:///.+$", url):
        return url
    raise SettingRefused(f"Pengaturan {PREFIX}QUEUE_URL tidak dapat dipakai. Tulis sqlite:///BERKAS.")


def _smtp(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme in ("smtp", "smtps") and parts.hostname:
        return url
    raise SettingRefused(
        f"Pengaturan {PREFIX}SMTP_URL tidak dapat dipakai. Tulis smtp://PENGGUNA@SERVER:PORT."
    )


def _number(given: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    text = given.get(name)
    if text is None:
        return default
    if text.isascii() and text.isdigit() and least <= int(text) <= most:
        return int(text)
    raise SettingRefused(f"Pengaturan {PREFIX}{name} harus angka dari {least} sampai {most}, bukan {text!r}.")


def _flag(given: Mapping[str, str], name: str) -> bool:
    text = given.get(name, "0")
    if text in ("0", "1"):
        return text == "1"
    raise SettingRefused(f"Pengaturan {PREFIX}{name} harus 0 atau 1, bukan {text!r}.")


def _level(text: str) -> str:
    if text.upper() in ("DEBUG", "INFO", "WARNING", "ERROR"):
        return text.upper()
    raise SettingRefused(
        f"Pengaturan {PREFIX}LOG_LEVEL harus DEBUG, INFO, WARNING, atau ERROR, bukan {text!r}."
    )
