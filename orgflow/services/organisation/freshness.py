"""Whether a page still shows what is recorded: nobody overwrites what they have not seen."""

from datetime import datetime
from typing import TypeVar

from orgflow.domain.errors import Conflict
from orgflow.services.context import Context
from orgflow.store.classifications import ClassificationRow
from orgflow.store.dated import Recorded
from orgflow.store.days_off import DayOffRow, HolidayDecreeRow
from orgflow.store.follow_ups import FollowUpRuleRow, InaugurationRuleRow
from orgflow.store.governments import GuidelineNameRow
from orgflow.store.mandates import MandateRow
from orgflow.store.media_partners import MediaPartnerRow
from orgflow.store.organisation import UnitKindRow
from orgflow.store.precedents import MediaTallyRow, PrecedentRow
from orgflow.store.proposals import StaleRevision
from orgflow.store.signing_rules import SigningRuleRow
from orgflow.store.structure_rules import StructureRuleRow
from orgflow.store.workload import WorkingTimeRow, WorkloadActivityRow

R = TypeVar(
    "R",
    StructureRuleRow,
    GuidelineNameRow,
    UnitKindRow,
    MandateRow,
    SigningRuleRow,
    ClassificationRow,
    HolidayDecreeRow,
    DayOffRow,
    FollowUpRuleRow,
    InaugurationRuleRow,
    MediaPartnerRow,
    MediaTallyRow,
    PrecedentRow,
    WorkingTimeRow,
    WorkloadActivityRow,
)


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


def as_seen(ctx: Context, row: R, seen: int) -> R:
    """Return a row, locked until the end of the transaction, if it is at the revision that was seen.

    Raises:
        StaleRevision.
    """
    ctx.session.refresh(row, with_for_update=True)
    if row.revision != seen:
        raise StaleRevision(seen=seen, present=row.revision)
    return row
