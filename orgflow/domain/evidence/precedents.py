"""What other provinces call the unit: seen where and when, and whether that speaks for the proposal."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.errors import RuleBroken
from orgflow.domain.evidence.rough_dates import RoughDate
from orgflow.domain.values import clean_name, clean_text, clean_words, clean_words_if_any, comparable

_HUMAS: Final = ("humas", "hubungan masyarakat", "kehumasan")
_PREFIXES: Final = ("provinsi ", "prov. ", "pemerintah provinsi ")


class Stance(StrEnum):
    """What a precedent does for the proposal."""

    SUPPORTS = "supports"
    NEUTRAL = "neutral"
    OPPOSES = "opposes"


class PrecedentTaken(RuleBroken):
    """The register holds this unit of this province already."""

    code = "precedent_taken"


@dataclass(frozen=True, slots=True)
class Precedent:
    """What one province calls the unit.

    Attributes:
        former_name: what it was called before; '' where it is not known or was no other.
        since: since when it bears the name; None where it is not known.
        regulation: on which regulation; '' where it is not known.
        source: the address or title where it was seen.
        seen: of which day, month or year that is; None where it is not known.
    """

    province: str
    unit_name: str
    source: str
    stance: Stance = Stance.NEUTRAL
    former_name: str = ""
    since: RoughDate | None = None
    regulation: str = ""
    seen: RoughDate | None = None
    note: str = ""
    is_verified: bool = False

    @property
    def has_humas(self) -> bool:
        """Whether humas stands in the name."""
        name = f" {comparable(self.unit_name)} "
        return any(f" {word} " in name.replace(",", " ") for word in _HUMAS)

    @property
    def known_by(self) -> tuple[str, str]:
        """What two entries of one unit share."""
        return comparable_province(self.province), comparable(self.unit_name)


@dataclass(frozen=True, slots=True)
class HeldPrecedent:
    """A precedent as the register holds it."""

    id: UUID
    revision: int
    recorded_by: str
    precedent: Precedent


def comparable_province(name: str) -> str:
    """Return the form under which two names of a province count as the same."""
    said = comparable(name)
    for prefix in _PREFIXES:
        said = said.removeprefix(prefix)
    return said


def of_others(rows: Iterable[Precedent], own: str) -> tuple[Precedent, ...]:
    """Return the precedents but those of one's own province."""
    return tuple(row for row in rows if comparable_province(row.province) != comparable_province(own))


def checked_precedent(held: Precedent) -> Precedent:
    """Return the precedent with its texts as they are kept.

    Raises:
        TextEmpty, TextTooLong, TextUnprintable, NameUnreadable.
    """
    return replace(
        held,
        province=clean_name(held.province, field="province"),
        unit_name=clean_name(held.unit_name, field="unit_name"),
        source=clean_words(held.source, field="source"),
        former_name=clean_words_if_any(held.former_name, field="former_name", limit=200),
        regulation=clean_words_if_any(held.regulation, field="regulation"),
        note=clean_text(held.note, field="note", limit=1_000),
    )


def require_unrecorded(held: Precedent, others: Iterable[Precedent]) -> None:
    """Refuse a unit that the register holds already.

    Raises:
        PrecedentTaken.
    """
    if any(other.known_by == held.known_by for other in others):
        raise PrecedentTaken(field="unit_name", province=held.province, unit_name=held.unit_name)
