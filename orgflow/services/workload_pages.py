"""What the page of a proposal's workload shows: activities by function and year, trends, the calculation."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.evidence.entries import EvidenceKind, key_of
from orgflow.domain.letters.facts import Paper
from orgflow.domain.values import ProposalId, UnitId
from orgflow.domain.workload.activities import Activity, years_of
from orgflow.domain.workload.reckoning import (
    NothingToReckon,
    Reckoning,
    Rounding,
    RoundingRule,
    WorkingTime,
    reckon,
)
from orgflow.domain.workload.trends import Panel, panels_of
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.overlap import own_functions
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.services.workload_trust import VERIFIER
from orgflow.store import evidence, proposals, workload
from orgflow.store.governments import Government
from orgflow.store.workload import WorkloadActivityRow, WorkloadCalculationRow


@dataclass(frozen=True, slots=True)
class HeldActivity:
    """An activity as it is kept."""

    id: UUID
    revision: int
    activity: Activity
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class HeldChoice:
    """How the calculation was chosen, by whom and when."""

    revision: int
    year: int
    time_code: str
    rounding: Rounding
    share: Decimal | None
    chosen_by: str
    chosen_at: datetime


@dataclass(frozen=True, slots=True)
class WorkloadPage:
    """The workload of a proposal's unit.

    Attributes:
        suggestions: the unit's recorded duties, to name functions by.
        choice: None while nobody chose.
        reckoning: None while nobody chose, or ``unreckoned`` says why nothing follows.
        keys: what the proposal's texts call an activity by, of those that it rests on.
        this_year: the latest year that may have volumes.
    """

    government: Government
    paper: Paper
    proposal_id: ProposalId
    unit_name: str
    this_year: int
    activities: tuple[HeldActivity, ...]
    years: tuple[int, ...]
    panels: tuple[Panel, ...]
    times: tuple[WorkingTime, ...]
    suggestions: tuple[str, ...]
    keys: Mapping[UUID, str]
    choice: HeldChoice | None
    reckoning: Reckoning | None
    unreckoned: DomainError | None
    may_keep: bool
    may_verify: bool


@read(requires=Permission.VIEW_PROPOSALS)
def show_workload(ctx: Context, proposal_id: UUID) -> WorkloadPage:
    """Return the workload of a proposal's unit.

    Raises:
        UnknownProposal.
    """
    return workload_of(ctx, _dossier(ctx, proposal_id))


@read(requires=Permission.VIEW_PROPOSALS)
def show_activity(ctx: Context, proposal_id: UUID, activity_id: UUID) -> HeldActivity:
    """Return one activity.

    Raises:
        UnknownProposal, UnknownActivity.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return _held(workload.activity_row(ctx.session, UnitId(row.unit_id), activity_id))


def workload_of(ctx: Context, dossier: Dossier) -> WorkloadPage:
    """Return the workload of a dossier's unit, in the gate's session."""
    proposal_id = dossier.proposal.id
    held = tuple(map(_held, workload.activity_rows(ctx.session, dossier.unit.id)))
    activities = tuple(one.activity for one in held)
    times = tuple(map(workload.working_time_of, workload.working_time_rows(ctx.session, ctx.government_id)))
    choice = _choice(workload.calculation_row(ctx.session, proposal_id))
    reckoning, unreckoned = _reckoned(activities, times, choice)
    return WorkloadPage(
        dossier.government,
        dossier.profile.paper,
        proposal_id,
        dossier.unit.name,
        dossier.today.year,
        held,
        years_of(activities),
        panels_of(activities),
        times,
        tuple(function.text for function in own_functions(dossier)),
        _keys(ctx, proposal_id),
        choice,
        reckoning,
        unreckoned,
        dossier.proposal.takes_documents_from(reader_of(ctx, dossier.row.unit_id)),
        ctx.actor.may(VERIFIER),
    )


def _reckoned(
    activities: tuple[Activity, ...], times: tuple[WorkingTime, ...], choice: HeldChoice | None
) -> tuple[Reckoning | None, DomainError | None]:
    time = next((one for one in times if choice is not None and one.code == choice.time_code), None)
    if choice is None or time is None:
        return None, None
    rule = RoundingRule(choice.rounding, choice.share)
    try:
        return reckon(activities, choice.year, time, rule), None
    except NothingToReckon as nothing:
        return None, nothing


def _keys(ctx: Context, proposal_id: ProposalId) -> dict[UUID, str]:
    rows = evidence.chosen_rows(ctx.session, proposal_id)
    return {
        row.entry_id: key_of(EvidenceKind.WORKLOAD, row.number)
        for row in rows
        if row.kind == EvidenceKind.WORKLOAD
    }


def _held(row: WorkloadActivityRow) -> HeldActivity:
    return HeldActivity(row.id, row.revision, row.activity, row.recorded_by, row.recorded_at)


def _choice(row: WorkloadCalculationRow | None) -> HeldChoice | None:
    if row is None:
        return None
    return HeldChoice(
        row.revision,
        row.year,
        row.time_code,
        Rounding(row.rounding),
        row.share_of_post,
        row.chosen_by,
        row.chosen_at,
    )


def _dossier(ctx: Context, proposal_id: UUID) -> Dossier:
    return open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id))
