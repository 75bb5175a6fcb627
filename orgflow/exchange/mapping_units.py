"""The units of a file that names them by name, told apart and given codes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.values import comparable
from orgflow.exchange.row_reading import SHORT

_NO_CODE: Final = re.compile(r"[^a-z0-9]+")
_NUMBERED: Final = 5
"""How many characters are left for a number that tells codes apart."""


@dataclass(frozen=True, slots=True)
class PresentUnit:
    """A unit that the registry holds on the day; ``is_top`` says that it stands right below the root."""

    code: str
    name: str
    parent: str
    is_top: bool = False


@dataclass(frozen=True, slots=True)
class Present:
    """What of the registry a foreign file is read against.

    Attributes:
        root: the government's name as the top of its structure, for a registry that is empty yet.
        is_empty: whether the registry holds no unit.
        names: comparable names by which a file may mean the government itself as a parent.
    """

    units: tuple[PresentUnit, ...]
    kinds: Mapping[str, UnitKind]
    root: str
    is_empty: bool
    names: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class NamedUnit:
    """A unit as its first row names it; ``code`` is empty until it is known.

    ``parent`` and ``parent_code`` are as the file has them.
    """

    row: int
    name: str
    parent: str
    parent_code: str
    code: str = ""
    cells: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """What the unit is told apart by when it has no code."""
        return comparable(self.name), comparable(self.parent or self.parent_code)


def give_codes(units: Sequence[NamedUnit], present: Iterable[PresentUnit]) -> None:
    """Give every unit without a code the one that the registry knows it by, else one made from its name."""
    held = list(present)
    taken = {unit.code for unit in units if unit.code}
    nameless = [unit for unit in units if not unit.code]
    exact = {(comparable(one.name), ""): one.code for one in held if one.is_top}
    exact |= {(comparable(one.name), comparable(one.parent)): one.code for one in held}
    for unit in nameless:
        _take(unit, exact.get(unit.key, ""), taken)
    by_name: dict[str, list[str]] = {}
    for one in held:
        by_name.setdefault(comparable(one.name), []).append(one.code)
    borne = [comparable(unit.name) for unit in units]
    for unit in nameless:
        codes = by_name.get(comparable(unit.name), [])
        if not unit.code and len(codes) == 1 and borne.count(comparable(unit.name)) == 1:
            _take(unit, codes[0], taken)
    for unit in nameless:
        if not unit.code:
            _take(unit, next(code for code in _made(unit) if code not in taken), taken)


def code_from(name: str) -> str:
    """Return a code made from a name: ``biro-umum``."""
    return _NO_CODE.sub("-", comparable(name)).strip("-")[: SHORT - _NUMBERED].strip("-") or "unit"


def _take(unit: NamedUnit, code: str, taken: set[str]) -> None:
    if code and code not in taken:
        unit.code = code
        taken.add(code)


def _made(unit: NamedUnit) -> Iterable[str]:
    short = code_from(unit.name)
    yield short
    above = unit.parent or unit.parent_code
    if above:
        yield code_from(f"{above} {unit.name}")
    for number in count(2):
        yield f"{short}-{number}"
