"""The form in which an office's letters are printed, read from its settings."""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

from orgflow.domain.letters.facts import HeadForm
from orgflow.domain.letters.kinds import UnknownLetterKind
from orgflow.domain.letters.office_format import HeadOwner, OfficeFormat
from orgflow.letters.layout import read_layout
from orgflow.services.context import Context
from orgflow.store import governments


def office_format(ctx: Context) -> OfficeFormat:
    """Return the form of the actor's government; asked in the gate's session."""
    held = governments.government(ctx.session, ctx.government_id)
    settings = governments.settings(ctx.session, held.id)
    return OfficeFormat.of(settings, HeadOwner(held.head, held.name))


def format_version(settings: Mapping[str, str]) -> str:
    """Return a short mark of what an office keeps: it changes with any of it."""
    written = "\n".join(f"{key}={value}" for key, value in sorted(settings.items()))
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def format_revision(settings: Mapping[str, str]) -> int:
    """Return the mark as the revision that a form bears."""
    return int(format_version(settings)[:7], 16)


def head_of(root: Path, kind: str) -> HeadForm | None:
    """Return whose letterhead a kind of letter bears; read from its description alone, which takes no time.

    Raises:
        UnknownLetterKind, TemplateUnreadable.
    """
    described = root / kind / "letter.toml"
    if not described.is_file():
        raise UnknownLetterKind(kind=kind)
    return read_layout(tomllib.loads(described.read_text("utf-8"))).head_form
