"""How a file meets the registry: what it changes, row by row, and every row that cannot be."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.reconcile_holders import take_holders
from orgflow.domain.organisation.reconcile_posts import take_functions, take_posts
from orgflow.domain.organisation.reconcile_units import take_successions, take_units
from orgflow.domain.organisation.reconciled import Reconciled, Work
from orgflow.domain.organisation.roster import Roster
from orgflow.domain.organisation.soundness import refusals
from orgflow.domain.values import InstrumentId


def reconcile(
    history: History,
    roster: Roster,
    on: date,
    *,
    new_id: Callable[[], UUID],
    source: str,
    instruments: Mapping[str, InstrumentId],
) -> Reconciled:
    """Return the registry with a file taken in, as changes from ``on`` or, for a history, as recorded.

    An empty cell leaves what is recorded. A file that was taken in before changes nothing.

    Args:
        source: what records without a source of their own are said to rest on.
        instruments: the id of each regulation that lines name by key.
    """
    work = Work(history, on, new_id, source, instruments)
    ids = take_units(work, roster)
    if not work.faults:
        take_posts(work, roster, ids)
        take_holders(work, roster, ids)
        take_functions(work, roster, ids)
        take_successions(work, roster.successions, ids)
    if not work.faults:
        since = None if roster.is_history else on
        for refused in refusals(work.history, since):
            work.refuse_later(refused)
    mentioned = {ids[line.code] for line in roster.units}
    left = tuple(
        record.name
        for record in history.units_on(on)
        if roster.units and record.unit_id not in mentioned and record.parent_id is not None
    )
    faults = sorted(dict.fromkeys(work.faults), key=lambda fault: (fault.sheet, fault.row, fault.column))
    return Reconciled(work.history, tuple(work.changes), tuple(faults), left, tuple(work.doubts))
