"""Records of the registry as rows that bear when, by whom and why they were entered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Dated,
    FunctionRecord,
    Official,
    PostRecord,
    Succession,
    UnitRecord,
)
from orgflow.domain.values import GovernmentId
from orgflow.store.functions import FunctionVersionRow
from orgflow.store.officials import FormerOfficialRow
from orgflow.store.organisation import SuccessionRow, UnitVersionRow
from orgflow.store.posts import AppointmentRow, PostVersionRow


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is recorded with every record of one change.

    ``reason`` is that of a correction, None for a change; ``proposal_id`` that of a commencement.
    """

    government_id: GovernmentId
    new_id: Callable[[], UUID]
    at: datetime
    recorded_by: str
    reason: str | None = None
    proposal_id: UUID | None = None


def unit_row(record: UnitRecord, stamp: Stamp) -> UnitVersionRow:
    """Return a unit as it is recorded."""
    return UnitVersionRow(
        **_stamped(stamp, record),
        unit_id=record.unit_id,
        kind_code=record.kind_code,
        name=record.name,
        short_name=record.short_name,
        parent_id=record.parent_id,
        position=record.position,
        letter_code=record.letter_code,
        duty_field=record.duty_field,
        placement=str(record.placement),
        **_period(record),
        is_start_known=record.is_start_known,
    )


def post_row(record: PostRecord, stamp: Stamp) -> PostVersionRow:
    """Return a post as it is recorded."""
    return PostVersionRow(
        **_stamped(stamp, record),
        post_id=record.post_id,
        unit_id=record.unit_id,
        role=str(record.role),
        title=record.title,
        echelon=record.echelon,
        functional_rank=record.functional_rank,
        seats=record.seats,
        **_period(record),
        proposal_id=stamp.proposal_id,
    )


def appointment_row(record: AppointmentRecord, stamp: Stamp) -> AppointmentRow:
    """Return an appointment as it is recorded."""
    return AppointmentRow(
        **_stamped(stamp, record),
        appointment_id=record.appointment_id,
        post_id=record.post_id,
        official_id=record.official_id,
        kind=str(record.kind),
        letter=record.letter,
        is_end_known=record.is_end_known,
        **_period(record),
    )


def function_row(record: FunctionRecord, stamp: Stamp) -> FunctionVersionRow:
    """Return a function as it is recorded."""
    return FunctionVersionRow(
        **_stamped(stamp, record),
        function_id=record.function_id,
        unit_id=record.unit_id,
        kind=str(record.kind),
        position=record.position,
        text=record.text,
        **_period(record),
        proposal_id=stamp.proposal_id,
    )


def succession_row(held: Succession, stamp: Stamp) -> SuccessionRow:
    """Return a succession as it is recorded."""
    return SuccessionRow(
        **_stamped(stamp, held),
        predecessor_id=held.predecessor_id,
        successor_id=held.successor_id,
        kind=str(held.kind),
        on_day=held.on,
        proposal_id=stamp.proposal_id,
    )


def former_official_row(held: Official, stamp: Stamp) -> FormerOfficialRow:
    """Return a person as believed until now."""
    row = FormerOfficialRow(
        id=stamp.new_id(),
        government_id=stamp.government_id,
        official_id=held.official_id,
        reason=stamp.reason,
        superseded_by=stamp.recorded_by,
        superseded_at=stamp.at,
    )
    row.say(held)
    return row


def _stamped(stamp: Stamp, record: Dated | Succession) -> dict[str, object]:
    return {
        "id": stamp.new_id(),
        "government_id": stamp.government_id,
        "instrument_id": record.basis.instrument_id,
        "source": record.basis.source,
        "reason": stamp.reason,
        "recorded_by": stamp.recorded_by,
        "recorded_at": stamp.at,
    }


def _period(record: Dated) -> dict[str, date | None]:
    return {"valid_from": record.valid_from, "valid_to": record.valid_to}
