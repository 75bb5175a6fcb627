"""Planned changes of an import in words, for its page and for the command line."""

from collections.abc import Callable
from typing import Final

from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange
from orgflow.domain.organisation.roster import Sheet
from orgflow.web.sentences.marking import say

A = PlannedAct

THINGS: Final = {
    Sheet.UNITS: say("unit"),
    Sheet.POSTS: say("jabatan"),
    Sheet.HOLDERS: say("pejabat"),
    Sheet.FUNCTIONS: say("tugas dan fungsi"),
    Sheet.SUCCESSIONS: say("asal-usul unit"),
    Sheet.REGULATIONS: say("peraturan"),
    Sheet.ARTICLES: say("pasal"),
}
ACTS: Final = {
    A.FOUND: say("baru"),
    A.CHANGE: say("berubah"),
    A.CORRECT: say("diralat"),
    A.APPOINT: say("mulai menjabat"),
    A.LEAVE: say("tidak lagi menjabat"),
    A.SUCCEED: say("dicatat"),
}
_FROM_TO: Final = say("%(name)s (%(act)s): %(before)s → %(after)s")
_TO: Final = say("%(name)s (%(act)s): %(after)s")
_FROM: Final = say("%(name)s (%(act)s): %(before)s")
_COUNT: Final = say("%(count)s %(thing)s %(act)s")


def change_sentence(change: PlannedChange, translate: Callable[[str], str] = str) -> str:
    """Return one change with what was and what is to be."""
    form = _FROM_TO if change.before and change.after else (_FROM if change.before else _TO)
    return translate(form) % {
        "name": change.name,
        "act": translate(ACTS[change.act]),
        "before": change.before,
        "after": change.after,
    }


def count_words(sheet: Sheet, act: PlannedAct, count: int, translate: Callable[[str], str] = str) -> str:
    """Return how many changes of a kind there are: ``12 unit baru``."""
    return translate(_COUNT) % {
        "count": count,
        "thing": translate(THINGS[sheet]),
        "act": translate(ACTS[act]),
    }
