"""Activities of a unit as evidence: what each says now, whatever proposal rests on it."""

from collections.abc import Sequence
from uuid import UUID

from orgflow.domain.calendar import format_date
from orgflow.domain.evidence.entries import EvidenceEntry, EvidenceKind, EvidenceRef
from orgflow.domain.values import UnitId
from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.figures import format_figure
from orgflow.services.context import Context
from orgflow.store import workload
from orgflow.store.workload import WorkloadActivityRow


def workload_entries(ctx: Context, ids: Sequence[UUID]) -> tuple[EvidenceEntry, ...]:
    """Return these activities, those taken out too; called inside the gate."""
    return tuple(map(_entry, workload.activities_by_id(ctx.session, ctx.government_id, ids)))


def unit_entries(ctx: Context, unit_id: UnitId) -> tuple[EvidenceEntry, ...]:
    """Return the activities of a unit that its proposals may rest on; called inside the gate."""
    return tuple(map(_entry, workload.activity_rows(ctx.session, unit_id)))


def activity_sentence(activity: Activity) -> str:
    """Return what an activity says: ``Siaran pers (Publikasi) Tahun 2025 berjumlah 1.200 naskah.``"""
    volume = f"{format_figure(activity.volume)} {activity.product}"
    return f"{activity.name} ({activity.function}) Tahun {activity.year} berjumlah {volume}."


def _entry(row: WorkloadActivityRow) -> EvidenceEntry:
    activity = row.activity
    return EvidenceEntry(
        EvidenceRef(EvidenceKind.WORKLOAD, row.id),
        "",
        activity_sentence(activity),
        format_figure(activity.volume),
        activity.source,
        format_date(activity.dated_on) if activity.dated_on is not None else "",
        row.recorded_by,
        row.is_verified,
        row.revision,
        row.removed_at is not None,
    )
