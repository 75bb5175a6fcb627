"""Which move a proposal waits for, so that a page can name one button and one person."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext

from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.states import ACTIONS
from orgflow.services.overview import is_forward
from orgflow.web.proposals.words import desk_of, taker_of


def main_move(allowed: Iterable[Move], awaited: Sequence[Move]) -> Move | None:
    """Return the one move to put before the reader; None when nobody but others can bring it on."""
    forward = [move for move in allowed if is_forward(move.action)]
    wanted = [move for move in forward if move in awaited]
    return next(iter(wanted or forward), None)


def awaited_people(awaited: Iterable[Move], unit: Unit) -> str:
    """Return whoever must act now, as the office calls them; nobody at an end of the road."""
    names = [
        taker_of(move.step, unit) if move.step is not None else desk_of(ACTIONS[move.action].permission, unit)
        for move in awaited
    ]
    return gettext(" dan ").join(dict.fromkeys(names))


def is_usually_recorded(awaited: Iterable[Move]) -> bool:
    """Say whether an awaited step is one that the letter administrator may record for a leader."""
    return any(move.step is not None and move.step.is_recordable for move in awaited)
