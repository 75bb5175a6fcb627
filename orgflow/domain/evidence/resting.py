"""Whether a claim still rests on what it names: the entry as it was when somebody last held both together."""

from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.evidence.entries import EvidenceEntry


class ClaimStale(Conflict):
    """The entry changed again, or the sentence did, after the page was opened."""

    code = "claim_stale"


class ClaimUnfounded(RuleBroken):
    """Nobody can stand by a claim whose entry is not there; the sentence is what must change."""

    code = "claim_unfounded"


class TextKind(StrEnum):
    """What kind of text a claim stands in."""

    LETTER = "letter"
    STUDY = "study"


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """One text of a proposal; ``key`` names it within its kind."""

    kind: TextKind
    key: str


class ClaimState(StrEnum):
    """How a claim stands to its entry."""

    UNKNOWN = "unknown"
    """No entry of this key is chosen for the proposal."""
    WITHDRAWN = "withdrawn"
    """The register holds the entry no more."""
    RECHECK = "recheck"
    """The entry changed since somebody held both together."""
    UNVERIFIED = "unverified"
    """It rests on the entry as it is, which nobody verified."""
    HELD = "held"


CONFIRMABLE = frozenset({ClaimState.RECHECK})


def claim_state(entry: EvidenceEntry | None, version: int | None) -> ClaimState:
    """Return how a claim stands.

    Args:
        entry: the entry of the claim's key, None where the proposal has none.
        version: the entry's version when both were last held together, None for never.
    """
    if entry is None:
        return ClaimState.UNKNOWN
    if entry.is_withdrawn:
        return ClaimState.WITHDRAWN
    if entry.version != version:
        return ClaimState.RECHECK
    return ClaimState.HELD if entry.is_verified else ClaimState.UNVERIFIED
