"""What a file made by others leaves unsaid about a unit or a post, guessed from its words."""

from collections.abc import Mapping

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.values import comparable


def guess_kind(name: str, parent_kind: str | None, kinds: Mapping[str, UnitKind]) -> str:
    """Return the kind a unit most likely is: the one its name begins with, else the next below its parent.

    ``kinds`` holds at least one.
    """
    said = comparable(name)
    by_length = sorted(kinds.values(), key=lambda kind: (-len(kind.name), kind.code))
    for kind in by_length:
        word = comparable(kind.name)
        if said == word or said.startswith(f"{word} "):
            return kind.code
    level = kinds[parent_kind].level if parent_kind in kinds and parent_kind is not None else -1
    below = sorted(
        (kind for kind in kinds.values() if kind.level > level),
        key=lambda kind: (kind.standing.is_beside, kind.level, kind.is_agency, kind.code),
    )
    deepest = max(kinds.values(), key=lambda kind: (not kind.standing.is_beside, kind.level, kind.code))
    return below[0].code if below and not below[0].standing.is_beside else deepest.code


def is_head_title(title: str, unit_name: str, kind: UnitKind) -> bool:
    """Say whether a post's title is that of the unit's head."""
    said = comparable(title)
    return said in {
        comparable(kind.head_of(unit_name)),
        comparable(f"Kepala {unit_name}"),
        comparable(unit_name),
    }
