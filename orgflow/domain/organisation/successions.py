"""Who came out of whom: recorded, corrected where it was wrongly recorded, or taken back."""

from dataclasses import replace

from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Succession
from orgflow.domain.organisation.timeline import NothingChanges
from orgflow.domain.values import UnitId


class SuccessionTwice(RuleBroken):
    """The succession is recorded already, or names one unit twice."""

    code = "succession_twice"


class UnknownSuccession(NotFound):
    """It is not recorded that the one unit came out of the other."""

    code = "unknown_succession"


def record_succession(history: History, succession: Succession) -> History:
    """Return the registry in which one unit came out of another.

    Raises:
        SuccessionTwice: it is recorded already, or names one unit twice.
        UnknownUnit.
    """
    history.unit(succession.predecessor_id), history.unit(succession.successor_id)
    pairs = {(held.predecessor_id, held.successor_id) for held in history.successions}
    pair = (succession.predecessor_id, succession.successor_id)
    if pair in pairs or pair[0] == pair[1]:
        raise SuccessionTwice(
            predecessor=history.name_on(pair[0], succession.on),
            successor=history.name_on(pair[1], succession.on),
        )
    return replace(history, successions=(*history.successions, succession))


def held_succession(history: History, predecessor_id: UnitId, successor_id: UnitId) -> Succession:
    """Return how one unit came out of another.

    Raises:
        UnknownSuccession.
    """
    for held in history.successions:
        if (held.predecessor_id, held.successor_id) == (predecessor_id, successor_id):
            return held
    raise UnknownSuccession(predecessor_id=str(predecessor_id), successor_id=str(successor_id))


def correct_succession(history: History, succession: Succession) -> History:
    """Return the registry in which the succession of a pair is as given, in the place of the one recorded.

    Raises:
        UnknownSuccession, NothingChanges.
    """
    held = held_succession(history, succession.predecessor_id, succession.successor_id)
    if held == succession:
        raise NothingChanges()
    kept = tuple(succession if one == held else one for one in history.successions)
    return replace(history, successions=kept)


def withdraw_succession(history: History, predecessor_id: UnitId, successor_id: UnitId) -> History:
    """Return the registry in which the one unit did not come out of the other.

    Raises:
        UnknownSuccession.
    """
    held = held_succession(history, predecessor_id, successor_id)
    return replace(history, successions=tuple(one for one in history.successions if one != held))


def without_successions_of(history: History, unit_id: UnitId) -> History:
    """Return the registry in which a unit came out of no other, and no other out of it."""
    kept = tuple(
        held for held in history.successions if unit_id not in (held.predecessor_id, held.successor_id)
    )
    return replace(history, successions=kept)
