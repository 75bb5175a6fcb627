"""One thing that a proposal rests on: what it says, where that stands, who recorded it, and its version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.errors import NotFound, RuleBroken


class EvidenceKind(StrEnum):
    """Where an entry is kept."""

    TALLY = "tally"
    """A count that somebody published, with its source."""
    PARTNERS = "partners"
    """The office's own register of media, counted on a day."""
    PRECEDENT = "precedent"
    WORKLOAD = "workload"
    OVERLAP = "overlap"
    DOCUMENT = "document"
    REGULATION = "regulation"


KEY_WORDS: Final[Mapping[EvidenceKind, str]] = {
    EvidenceKind.TALLY: "hitungan",
    EvidenceKind.PARTNERS: "mitra",
    EvidenceKind.PRECEDENT: "pembanding",
    EvidenceKind.WORKLOAD: "beban",
    EvidenceKind.OVERLAP: "persandingan",
    EvidenceKind.DOCUMENT: "dokumen",
    EvidenceKind.REGULATION: "peraturan",
}
"""How an entry is called in a text: ``[bukti:pembanding-2]``."""


class UnknownEvidence(NotFound):
    """No such entry, or not of this government, or taken out of its register."""

    code = "unknown_evidence"


class EvidenceTwice(RuleBroken):
    """The proposal rests on this entry already."""

    code = "evidence_twice"


class SourceMissing(RuleBroken):
    """An entry is verified only where its source says something."""

    code = "source_missing"


@dataclass(frozen=True, slots=True)
class EvidenceRef:
    """An entry by the register that keeps it and its id there."""

    kind: EvidenceKind
    id: UUID


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """One thing that a proposal rests on, as it is now.

    Attributes:
        key: what a text calls it by; it stays the entry's own within a proposal.
        sentence: what it says, whole: ``Bali bernama Biro Humas dan Protokol (Desember 2025).``
        value: the figure or name at its heart, as it is printed: ``213``, ``Biro Humas dan Protokol``.
        source: where it stands; '' while nobody said so.
        dated: the day, month or year it is of, as the office writes it; '' where it is not known.
        version: grows with every change of what the entry says or of its trust.
        is_withdrawn: it was taken out of its register.
    """

    ref: EvidenceRef
    key: str
    sentence: str
    value: str
    source: str
    dated: str
    recorded_by: str
    is_verified: bool
    version: int
    is_withdrawn: bool = False


def key_of(kind: EvidenceKind, number: int) -> str:
    """Return what a proposal's texts call its entry of a kind by."""
    return f"{KEY_WORDS[kind]}-{number}"


def next_number(given: Iterable[int]) -> int:
    """Return the number of a proposal's next entry of a kind; one that was ever given is not given again."""
    return max(given, default=0) + 1
