"""Kinds of unit: ranks of a legal scheme, kept as data; code asks their properties, never their names."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a unit of the kind stands to its superior, and with which line a chart joins the two."""

    LINE = "line"
    """Below it, by a line of command (garis komando)."""
    ADVISORY = "advisory"
    """Beside it, by a line of coordination (garis koordinasi), such as staf ahli."""
    FUNCTIONAL = "functional"
    """Beside it, by a line of coordination and drawn as a grid: a kelompok jabatan fungsional."""

    @property
    def is_beside(self) -> bool:
        """Whether it hangs beside its superior instead of below."""
        return self is not Standing.LINE


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
        standing: how its units stand to their superior.
    """

    code: str
    name: str
    level: int
    head_title: str
    may_propose: bool = False
    is_agency: bool = False
    standing: Standing = Standing.LINE

    def head_of(self, unit_name: str) -> str:
        """Return the title of the head of a unit so named."""
        return self.head_title.replace("{unit}", unit_name)
