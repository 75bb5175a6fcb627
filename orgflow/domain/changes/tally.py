"""What became of the units and posts of one organisation in another, counted and named."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import PostId, UnitId


class Became(StrEnum):
    """What became of a unit or post; one that was renamed and moved is both."""

    KEPT = "kept"
    RENAMED = "renamed"
    MOVED = "moved"
    CREATED = "created"
    ABOLISHED = "abolished"


@dataclass(frozen=True, slots=True)
class Tally:
    """The units and posts by what became of them; what is kept keeps its name and place."""

    units: dict[Became, tuple[UnitId, ...]]
    posts: dict[Became, tuple[PostId, ...]]


def tally(before: Organisation, after: Organisation) -> Tally:
    """Return what became of every unit and post.

    A post moves when it goes to another unit, not with its unit; a head's title follows the unit's name
    and is no renaming of the post.
    """
    units: dict[Became, list[UnitId]] = {became: [] for became in Became}
    for unit_id in dict.fromkeys((*before.units, *after.units)):
        old, new = before.units.get(unit_id), after.units.get(unit_id)
        for became in _became(
            None if old is None else (old.name, old.parent_id),
            None if new is None else (new.name, new.parent_id),
        ):
            units[became].append(unit_id)
    posts: dict[Became, list[PostId]] = {became: [] for became in Became}
    for post_id in dict.fromkeys((*before.posts, *after.posts)):
        one, other = before.posts.get(post_id), after.posts.get(post_id)
        for became in _became(
            None if one is None else (one.title, one.unit_id),
            None if other is None else (other.title, other.unit_id),
        ):
            posts[became].append(post_id)
    return Tally(
        {became: tuple(found) for became, found in units.items()},
        {became: tuple(found) for became, found in posts.items()},
    )


def _became(
    old: tuple[str | None, UnitId | None] | None, new: tuple[str | None, UnitId | None] | None
) -> Iterable[Became]:
    if old is None:
        return (Became.CREATED,)
    if new is None:
        return (Became.ABOLISHED,)
    said = ((Became.RENAMED, old[0] != new[0]), (Became.MOVED, old[1] != new[1]))
    return [became for became, is_so in said if is_so] or (Became.KEPT,)
