"""Whether a page still shows what is recorded: nobody overwrites what they have not seen."""

from datetime import datetime

from orgflow.domain.errors import Conflict
from orgflow.store.dated import Recorded


class RecordStale(Conflict):
    """Somebody else changed the record after this page was opened; ``by`` and ``at`` say who and when."""

    code = "record_stale"


def require_fresh(newest: Recorded | None, seen_at: datetime | None, name: str) -> None:
    """Refuse a change made on a page opened before the newest recording.

    Raises:
        RecordStale.
    """
    if seen_at is not None and newest is not None and newest.at > seen_at:
        raise RecordStale(unit=name, by=newest.by or "", at=newest.at.isoformat())
