"""People named in a note as ``@nama.pengguna``: who is meant, and where the names stand in the text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from orgflow.domain.errors import RuleBroken

_NAMED: Final = re.compile(r"(?<![\w.@/-])@([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)")
"""A user name after an @ that does not belong to a word before it, as that of a mail address does."""


class MentionRefused(RuleBroken):
    """Nobody of this name may see the proposal; ``name`` is the first of them."""

    code = "mention_refused"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a note: plain words, or somebody's name with its @."""

    words: str
    is_name: bool


def names_in(text: str) -> tuple[str, ...]:
    """Return the user names that a note names, each once, in their order."""
    return tuple(dict.fromkeys(found[1].casefold() for found in _NAMED.finditer(text)))


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return a note in pieces that together are the whole text."""
    return tuple(_stretches(text))


def naming(username: str, text: str) -> str:
    """Return a note that names somebody: as it is where it does so already, else with the name before it."""
    return text if username in names_in(text) else f"@{username} {text}"


def check_names(named: Iterable[str], allowed: Iterable[str]) -> None:
    """Refuse a note that names somebody who may not see what it is about.

    Raises:
        MentionRefused.
    """
    held = frozenset(allowed)
    for name in named:
        if name not in held:
            raise MentionRefused(field="text", name=name)


def _stretches(text: str) -> Iterator[Stretch]:
    at = 0
    for found in _NAMED.finditer(text):
        if found.start() > at:
            yield Stretch(text[at : found.start()], is_name=False)
        yield Stretch(found[0], is_name=True)
        at = found.end()
    if at < len(text):
        yield Stretch(text[at:], is_name=False)
