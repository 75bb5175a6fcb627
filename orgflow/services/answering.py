"""Which form an answer belongs to: who sent it, its key, and what it asked for."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import Final

from orgflow.services.context import Context

NOT_ASKED: Final = MappingProxyType({"is_asked": False})
"""Metadata of a command's field that the program derived itself: no part of what was asked for."""

_DIGITS: Final = 32


def answer_key(ctx: Context, name: str, command: object) -> str | None:
    """Return under which key a use case's answer is kept; None when the form bore none.

    The key that a form bears is not enough: a page gone back to sends it again with other content.
    """
    if ctx.idempotency_key is None or ctx.actor.government_id is None:
        return None
    asked = f"{ctx.idempotency_key}:{digest_of(command)[:_DIGITS]}"
    return f"{ctx.actor.user_id or 'system'}:{name}:{asked}"


def digest_of(command: object) -> str:
    """Return the SHA-256 of what a command asks for, in hex; equal commands have equal ones."""
    return hashlib.sha256(_canonical(command).encode()).hexdigest()


def _canonical(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        asked = (held for held in fields(value) if held.metadata.get("is_asked", True))
        return f"({_listed(f'{held.name}={_canonical(getattr(value, held.name))}' for held in asked)})"
    match value:
        case str():
            written = json.dumps(str(value))
        case bytes():
            written = hashlib.sha256(value).hexdigest()
        case Mapping():
            pairs = (f"{_canonical(name)}:{_canonical(held)}" for name, held in value.items())
            written = f"{{{_listed(sorted(pairs))}}}"
        case AbstractSet():
            written = f"<{_listed(sorted(map(_canonical, value)))}>"
        case tuple() | list():
            written = f"[{_listed(map(_canonical, value))}]"
        case _:
            written = repr(value)
    return written


def _listed(pieces: Iterable[str]) -> str:
    return ",".join(pieces)
