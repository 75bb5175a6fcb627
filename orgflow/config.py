"""The settings of an installation: read once from the environment, refused when they are unknown or unfit."""

import hashlib
import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from orgflow.domain.errors import RuleBroken
from orgflow.domain.notices.addresses import clean_address

PREFIX: Final = "ORGFLOW_"
KEY_FILE: Final = "secret.key"
KEY_LENGTH: Final = 32
KEY_VARIETY: Final = 10

VARIABLES: Final = (
    "ORGFLOW_DATA",
    "ORGFLOW_DATABASE_URL",
    "ORGFLOW_FILES_URL",
    "ORGFLOW_QUEUE_URL",
    "ORGFLOW_SMTP_URL",
    "ORGFLOW_MAIL_FROM",
    "ORGFLOW_SECRET_KEY",
    "ORGFLOW_AUDIT_KEY",
    "ORGFLOW_TRUSTED_HOSTS",
    "ORGFLOW_TRUSTED_PROXIES",
    "ORGFLOW_HTTPS",
    "ORGFLOW_SESSION_IDLE_MINUTES",
    "ORGFLOW_SESSION_HOURS",
    "ORGFLOW_UPLOAD_MAX_BYTES",
    "ORGFLOW_RENDER_SECONDS",
    "ORGFLOW_LOG_LEVEL",
)
SMTP_SCHEMES: Final = ("smtp", "smtp+starttls", "smtps")
LOG_LEVELS: Final = ("debug", "info", "warning", "error")


class Refusal(StrEnum):
    """Why a setting stops the start."""

    UNKNOWN = "unknown"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_SWITCH = "not_a_switch"
    NOT_A_LEVEL = "not_a_level"
    DATABASE_URL = "database_url"
    FILES_URL = "files_url"
    QUEUE_URL = "queue_url"
    SMTP_URL = "smtp_url"
    MAIL_FROM = "mail_from"
    MAIL_FROM_NEEDED = "mail_from_needed"
    KEY_WEAK = "key_weak"
    KEY_MISSING = "key_missing"
    HOSTS_NEEDED = "hosts_needed"
    HTTPS_NEEDED = "https_needed"
    DATA_UNUSABLE = "data_unusable"


class SettingRefused(Exception):
    """A setting stops the start; ``name`` is the variable, ``facts`` what a sentence about it needs."""

    def __init__(self, refusal: Refusal, name: str, **facts: str | int) -> None:
        super().__init__(f"{name}: {refusal}")
        self.refusal = refusal
        self.name = name
        self.facts: Mapping[str, str | int] = facts


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation is told; nothing else of the environment is ever read."""

    data: Path
    database_url: str
    files: Path
    queue_url: str
    smtp_url: str | None
    mail_from: str | None
    secret_key: str | None
    audit_key: str | None
    trusted_hosts: tuple[str, ...]
    trusted_proxies: int
    is_https: bool
    session_idle: timedelta
    session_life: timedelta
    upload_max_bytes: int
    render_seconds: int
    log_level: str

    @property
    def public_address(self) -> str:
        """Where people reach the pages; '' on this machine only, where no mail need lead."""
        return f"https://{self.trusted_hosts[0]}" if self.is_https else ""


@dataclass(frozen=True, slots=True)
class Keys:
    """The two keys everything secret rests on."""

    secret: str
    audit: bytes


def read_settings(environment: Mapping[str, str], data: Path | None = None) -> Settings:
    """Return the settings; ``data`` from the command line goes before the environment's.

    Raises:
        SettingRefused.
    """
    given = {name: value.strip() for name, value in environment.items() if name.startswith(PREFIX)}
    for name in given:
        if name not in VARIABLES:
            raise SettingRefused(Refusal.UNKNOWN, name)
    known = {name.removeprefix(PREFIX): value for name, value in given.items() if value}
    folder = (data or Path(known.get("DATA", "var"))).absolute()
    settings = Settings(
        data=folder,
        database_url=_database_url(known.get("DATABASE_URL"), folder),
        files=_files_folder(known.get("FILES_URL"), folder),
        queue_url=_queue_url(known.get("QUEUE_URL"), folder),
        smtp_url=_smtp_url(known.get("SMTP_URL")),
        mail_from=_mail_from(known.get("MAIL_FROM")),
        secret_key=_secret("SECRET_KEY", known.get("SECRET_KEY")),
        audit_key=_secret("AUDIT_KEY", known.get("AUDIT_KEY")),
        trusted_hosts=tuple(
            host.strip() for host in known.get("TRUSTED_HOSTS", "").split(",") if host.strip()
        ),
        trusted_proxies=_number(known, "TRUSTED_PROXIES", 0, 0, 9),
        is_https=_switch(known, "HTTPS"),
        session_idle=timedelta(minutes=_number(known, "SESSION_IDLE_MINUTES", 30, 1, 720)),
        session_life=timedelta(hours=_number(known, "SESSION_HOURS", 12, 1, 168)),
        upload_max_bytes=_number(known, "UPLOAD_MAX_BYTES", 10_000_000, 1000, 100_000_000),
        render_seconds=_number(known, "RENDER_SECONDS", 15, 1, 300),
        log_level=_level(known.get("LOG_LEVEL", "info")),
    )
    _check_hosts(settings)
    if settings.smtp_url is not None and settings.mail_from is None:
        raise SettingRefused(Refusal.MAIL_FROM_NEEDED, "ORGFLOW_MAIL_FROM")
    return settings


def is_loopback(host: str) -> bool:
    """Say whether a host name or address means this machine only."""
    name = host.strip("[]").casefold()
    if name == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def keys_of(settings: Settings, *, may_create: bool) -> Keys:
    """Return the keys; the secret lies in the data folder unless it was given.

    Raises:
        SettingRefused: there is no secret yet and none may be made, or the one held is weak.
    """
    secret = settings.secret_key or _held_secret(settings.data / KEY_FILE, may_create=may_create)
    audit = settings.audit_key
    if audit is not None:
        return Keys(secret, audit.encode())
    return Keys(secret, hmac.new(secret.encode(), b"orgflow audit chain v1", hashlib.sha256).digest())


def _held_secret(path: Path, *, may_create: bool) -> str:
    try:
        held = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        if not may_create:
            raise SettingRefused(Refusal.KEY_MISSING, "ORGFLOW_SECRET_KEY", path=str(path)) from None
        return _new_secret(path)
    except (OSError, ValueError):
        raise SettingRefused(Refusal.DATA_UNUSABLE, "ORGFLOW_DATA", path=str(path)) from None
    return _secret("SECRET_KEY", held) or _new_secret(path)


def _new_secret(path: Path) -> str:
    """Make a secret that only its owner can read; of two makers at once, the first one's holds."""
    secret = secrets.token_urlsafe(48)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        raise SettingRefused(Refusal.DATA_UNUSABLE, "ORGFLOW_DATA", path=str(path)) from None
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secret + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    return secret


def _secret(name: str, value: str | None) -> str | None:
    if value is None:
        return None
    if len(value) < KEY_LENGTH or len(set(value)) < KEY_VARIETY:
        raise SettingRefused(Refusal.KEY_WEAK, PREFIX + name, length=KEY_LENGTH, variety=KEY_VARIETY)
    return value


def _number(known: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    value = known.get(name)
    if value is None:
        return default
    if not (value.isascii() and value.isdigit() and len(value) < 12 and least <= int(value) <= most):
        raise SettingRefused(Refusal.NOT_A_NUMBER, PREFIX + name, least=least, most=most)
    return int(value)


def _switch(known: Mapping[str, str], name: str) -> bool:
    value = known.get(name, "0")
    if value not in ("0", "1"):
        raise SettingRefused(Refusal.NOT_A_SWITCH, PREFIX + name)
    return value == "1"


def _level(value: str) -> str:
    if value.casefold() not in LOG_LEVELS:
        raise SettingRefused(Refusal.NOT_A_LEVEL, "ORGFLOW_LOG_LEVEL", levels=", ".join(LOG_LEVELS))
    return value.casefold()


def _database_url(value: str | None, folder: Path) -> str:
    if value is None:
        return f"sqlite:///{folder / 'orgflow.db'}"
    parts = urlsplit(value)
    is_file = parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1
    if not (is_file or (parts.scheme == "postgresql" and (parts.netloc or parts.query))):
        raise SettingRefused(Refusal.DATABASE_URL, "ORGFLOW_DATABASE_URL")
    return value


def _files_folder(value: str | None, folder: Path) -> Path:
    if value is None:
        return folder / "files"
    parts = urlsplit(value)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost") or not parts.path.startswith("/"):
        raise SettingRefused(Refusal.FILES_URL, "ORGFLOW_FILES_URL")
    return Path(parts.path)


def _queue_url(value: str | None, folder: Path) -> str:
    if value is None:
        return f"sqlite:///{folder / 'queue.db'}"
    parts = urlsplit(value)
    is_file = parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1
    is_server = parts.scheme in ("postgresql", "redis") and bool(parts.netloc or parts.query)
    if not (is_file or is_server):
        raise SettingRefused(Refusal.QUEUE_URL, "ORGFLOW_QUEUE_URL")
    return value


def _smtp_url(value: str | None) -> str | None:
    """Return the address of a mail server; a password goes to another machine under TLS only."""
    if value is None:
        return None
    parts = urlsplit(value)
    try:
        is_port = parts.port is None or parts.port > 0
        is_fit = parts.scheme in SMTP_SCHEMES and bool(parts.hostname) and parts.path in ("", "/") and is_port
    except ValueError:
        is_fit = False
    is_open = parts.scheme == "smtp" and parts.username is not None and not is_loopback(parts.hostname or "")
    if not is_fit or is_open:
        raise SettingRefused(Refusal.SMTP_URL, "ORGFLOW_SMTP_URL")
    return value


def _mail_from(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return clean_address(value)
    except RuleBroken:
        raise SettingRefused(Refusal.MAIL_FROM, "ORGFLOW_MAIL_FROM") from None


def _check_hosts(settings: Settings) -> None:
    if settings.is_https and not settings.trusted_hosts:
        raise SettingRefused(Refusal.HOSTS_NEEDED, "ORGFLOW_TRUSTED_HOSTS")
    foreign = [host for host in settings.trusted_hosts if not is_loopback(host)]
    if foreign and not settings.is_https:
        raise SettingRefused(Refusal.HTTPS_NEEDED, "ORGFLOW_HTTPS", host=foreign[0])
