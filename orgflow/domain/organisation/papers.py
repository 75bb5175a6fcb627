"""The legal instruments behind a registry, and the short names by which lines of a file call them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from orgflow.domain.organisation.instruments import Article, Instrument
from orgflow.domain.values import InstrumentId

KEY_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Papers:
    """The instruments of a government, the articles of each in order, and pairs of amending and amended."""

    instruments: tuple[Instrument, ...] = ()
    articles: Mapping[InstrumentId, tuple[Article, ...]] = field(default_factory=dict)
    amendments: frozenset[tuple[InstrumentId, InstrumentId]] = frozenset()


def regulation_keys(instruments: Iterable[Instrument]) -> Mapping[InstrumentId, str]:
    """Return the key of each instrument: ``pergub 12/2019``, or its title while it has no number.

    No two are alike, none holds a semicolon, and the same instruments have the same keys at every call.
    """
    keys: dict[InstrumentId, str] = {}
    taken: set[str] = set()
    for held in sorted(instruments, key=lambda one: one.id.int):
        plain = _key(held)
        key, count = plain, 1
        while key in taken:
            count += 1
            key = f"{plain} ({count})"
        taken.add(key)
        keys[held.id] = key
    return keys


def _key(held: Instrument) -> str:
    if held.number is None:
        words = f"{held.kind} {held.year or ''} {held.title}"
    else:
        words = f"{held.kind} {held.number}/{held.year}" if held.year else f"{held.kind} {held.number}"
    return " ".join(words.replace(";", ",").split())[:KEY_LENGTH].strip()
