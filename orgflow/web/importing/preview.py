"""The preview of an import as its page prints it: counts, faulty rows, changes, what stays."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.organisation.reconciled import PlannedChange
from orgflow.services.organisation.importing_pages import ImportPreview
from orgflow.web.formats import show_date, show_number
from orgflow.web.importing.faults import fault_place, fault_sentence
from orgflow.web.importing.words import ACTS, THINGS, count_words

SHOWN: Final = 200
NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class FaultView:
    """A faulty row: where, and why."""

    place: str
    sentence: str


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
    counts: tuple[str, ...]
    faults: tuple[FaultView, ...]
    fault_count: int
    more_faults: str
    changes: tuple[ChangeView, ...]
    change_count: int
    more_changes: str
    left: tuple[str, ...]
    left_count: int
    more_left: str
    is_history: bool
    is_mapped: bool
    happened: str


def preview_view(import_id: UUID, page: ImportPreview, happened: str = "") -> PreviewView:
    """Return the preview; ``happened`` says why it is shown once more."""
    return PreviewView(
        page.file_name,
        show_date(page.on),
        url_for("organisation.show", pada=page.on.isoformat()),
        url_for("importing.columns", import_id=import_id),
        tuple(count_words(sheet, act, count, gettext) for (sheet, act), count in page.counts),
        tuple(
            FaultView(fault_place(fault, gettext), fault_sentence(fault, gettext))
            for fault in page.faults[:SHOWN]
        ),
        len(page.faults),
        _more(len(page.faults), SHOWN),
        tuple(map(_change, page.changes[:SHOWN])),
        len(page.changes),
        _more(len(page.changes), SHOWN),
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
