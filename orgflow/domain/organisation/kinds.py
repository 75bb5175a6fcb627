"""Kinds of unit: ranks of a legal scheme, kept as data; code asks their properties, never their names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitKind:
    """One rank of the scheme.

    Attributes:
        code: stable code such as ``biro``; data, never tested by code.
        name: the printed word, ``Biro``.
        level: 0 is the government itself; a child's level is greater than its parent's.
        head_title: what the head is called, with ``{unit}`` for the unit's name.
        may_propose: whether a unit of this kind drafts proposals of its own.
        is_agency: whether it is a perangkat daerah beside the secretariat, such as a dinas.
    """

    code: str
    name: str
    level: int
    head_title: str
    may_propose: bool = False
    is_agency: bool = False

    def head_of(self, unit_name: str) -> str:
        """Return the title of the head of a unit so named."""
        return self.head_title.replace("{unit}", unit_name)
