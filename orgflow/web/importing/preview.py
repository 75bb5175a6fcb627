"""The preview of an import as its page prints it: counts, faulty rows, changes, what stays."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange
from orgflow.services.organisation.importing_pages import ImportPreview
from orgflow.web.formats import show_date, show_number
from orgflow.web.importing.faults import doubt_sentence, fault_place, fault_sentence
from orgflow.web.importing.words import ACTS, THINGS, count_words
from orgflow.web.registry.perda import lacking_words

SHOWN: Final = 50
SHOWN_AT_MOST: Final = 2_000
NAMED: Final = 20
_SYMBOLS: Final = {PlannedAct.CHANGE: "pen", PlannedAct.CORRECT: "pen", PlannedAct.LEAVE: "right"}


@dataclass(frozen=True, slots=True)
class FaultView:
    """A faulty or doubtful row, or a unit to look at: where, and why."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CountView:
    """How many changes of a kind there are, and its symbol."""

    symbol: str
    words: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change as a row of the table."""

    name: str
    act: str
    before: str
    after: str
    row: str


@dataclass(frozen=True, slots=True)
class PreviewView:
    """The page whole; ``more_*`` count what is not shown, empty for nothing."""

    file_name: str
    on: str
    structure_url: str
    columns_url: str
    whole_url: str
    counts: tuple[CountView, ...]
    faults: tuple[FaultView, ...]
    fault_count: int
    more_faults: str
    doubts: tuple[FaultView, ...]
    doubt_count: int
    more_doubts: str
    changes: tuple[ChangeView, ...]
    change_count: int
    more_changes: str
    left: tuple[str, ...]
    left_count: int
    more_left: str
    is_history: bool
    is_mapped: bool
    happened: str


def preview_view(
    import_id: UUID, page: ImportPreview, happened: str = "", *, is_whole: bool = False
) -> PreviewView:
    """Return the preview; ``happened`` says why it is shown once more, ``is_whole`` shows every row."""
    shown = SHOWN_AT_MOST if is_whole else SHOWN
    doubts = (
        *(FaultView(found.unit.name, lacking_words(found)) for found in page.needs_perda),
        *(FaultView(fault_place(doubt, gettext), doubt_sentence(doubt, gettext)) for doubt in page.doubts),
    )
    return PreviewView(
        page.file_name,
        show_date(page.on),
        url_for("organisation.show", pada=page.on.isoformat()),
        url_for("importing.columns", import_id=import_id),
        url_for("importing.show", import_id=import_id, tampil="semua") if not is_whole else "",
        tuple(
            CountView(_SYMBOLS.get(act, "plus"), count_words(sheet, act, count, gettext))
            for (sheet, act), count in page.counts
        ),
        tuple(
            FaultView(fault_place(fault, gettext), fault_sentence(fault, gettext))
            for fault in page.faults[:shown]
        ),
        len(page.faults),
        _more(len(page.faults), shown),
        doubts[:shown],
        len(doubts),
        _more(len(doubts), shown),
        tuple(map(_change, page.changes[:shown])),
        len(page.changes),
        _more(len(page.changes), shown),
        page.left[:NAMED],
        len(page.left),
        _more(len(page.left), NAMED),
        page.is_history,
        page.is_mapped,
        happened,
    )


def _change(change: PlannedChange) -> ChangeView:
    act = gettext("%(thing)s %(act)s", thing=gettext(THINGS[change.sheet]), act=gettext(ACTS[change.act]))
    before = change.before or gettext("belum tercatat")
    after = change.after or gettext("tidak lagi menjabat")
    return ChangeView(change.name, act, before, after, str(change.row))


def _more(count: int, shown: int) -> str:
    return show_number(count - shown) if count > shown else ""
