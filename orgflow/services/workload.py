"""The workload of a proposal's unit: activities entered, changed, taken out; the calculation chosen."""

from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from orgflow.domain.audit.workload_events import CalculationChosen, WorkloadChanged
from orgflow.domain.calendar import EARLIEST_YEAR, YearOutOfRange
from orgflow.domain.values import ProposalId, UnitId
from orgflow.domain.workload.activities import (
    MOST_ACTIVITIES,
    Activity,
    TooManyActivities,
    checked_activity,
)
from orgflow.domain.workload.reckoning import Rounding, RoundingRule
from orgflow.services.bringing import BRINGERS, open_for_documents
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.scope import today_of
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import use_case
from orgflow.services.workload_words import activity_name, activity_words, choice_words
from orgflow.store import workload
from orgflow.store.proposals import StaleRevision
from orgflow.store.workload import UnknownWorkingTime, WorkloadActivityRow, WorkloadCalculationRow


@dataclass(frozen=True, slots=True)
class AddActivity:
    """An activity of the proposal's unit in one year; it is never verified at once."""

    proposal_id: ProposalId
    activity: Activity


@dataclass(frozen=True, slots=True)
class ChangeActivity:
    """An activity in the place of the one kept."""

    proposal_id: ProposalId
    activity_id: UUID
    seen_revision: int
    activity: Activity


@dataclass(frozen=True, slots=True)
class RemoveActivity:
    """An activity that is counted no more; what rested on it is asked about."""

    proposal_id: ProposalId
    activity_id: UUID
    seen_revision: int


@dataclass(frozen=True, slots=True)
class ChooseCalculation:
    """By which year, working time and rounding the posts are reckoned; ``seen_revision`` 0 before any."""

    proposal_id: ProposalId
    seen_revision: int
    year: int
    time_code: str
    rounding: Rounding
    share: Decimal | None


@use_case(requires=BRINGERS)
def add_activity(ctx: Context, command: AddActivity) -> UUID:
    """Enter an activity.

    Raises:
        UnknownProposal, NotEditable, TooManyActivities.
        As ``checked_activity``.
    """
    unit_id = kept_unit(ctx, command.proposal_id)
    rows = workload.activity_rows(ctx.session, unit_id)
    require_room(len(rows) + 1)
    typed = replace(command.activity, is_verified=False)
    activity = checked_activity(typed, (row.activity.identity for row in rows), today_of(ctx).year)
    row = enter(ctx, unit_id, activity)
    ctx.record(
        WorkloadChanged(str(command.proposal_id), activity_name(activity), None, activity_words(activity))
    )
    return row.id


@use_case(requires=BRINGERS)
def change_activity(ctx: Context, command: ChangeActivity) -> UUID:
    """Let an activity say something else; it is to be verified again.

    Raises:
        UnknownProposal, NotEditable, UnknownActivity, StaleRevision, NothingChanged.
        As ``checked_activity``.
    """
    unit_id = kept_unit(ctx, command.proposal_id)
    row = as_seen(
        ctx, workload.activity_row(ctx.session, unit_id, command.activity_id), command.seen_revision
    )
    others = (one for one in workload.activity_rows(ctx.session, unit_id) if one.id != row.id)
    before = row.activity
    typed = replace(command.activity, is_verified=before.is_verified)
    activity = checked_activity(typed, (one.activity.identity for one in others), today_of(ctx).year)
    if activity == before:
        raise NothingChanged()
    activity = replace(activity, is_verified=False)
    row.say(activity, ctx.actor.name, ctx.now)
    ctx.record(changed(command.proposal_id, before, activity))
    return row.id


@use_case(requires=BRINGERS)
def remove_activity(ctx: Context, command: RemoveActivity) -> UUID:
    """Take an activity out.

    Raises:
        UnknownProposal, NotEditable, UnknownActivity, StaleRevision.
    """
    unit_id = kept_unit(ctx, command.proposal_id)
    row = as_seen(
        ctx, workload.activity_row(ctx.session, unit_id, command.activity_id), command.seen_revision
    )
    row.removed_at, row.revision = ctx.now, row.revision + 1
    held = row.activity
    ctx.record(WorkloadChanged(str(command.proposal_id), activity_name(held), activity_words(held), None))
    return command.proposal_id


@use_case(requires=BRINGERS)
def choose_calculation(ctx: Context, command: ChooseCalculation) -> UUID:
    """Choose how the posts are reckoned.

    Raises:
        UnknownProposal, NotEditable, StaleRevision, NothingChanged.
        UnknownWorkingTime, ShareUnfit, YearOutOfRange.
    """
    kept_unit(ctx, command.proposal_id)
    rule = RoundingRule(command.rounding, _share(command))
    latest = today_of(ctx).year
    if not EARLIEST_YEAR <= command.year <= latest:
        raise YearOutOfRange(field="year", text=str(command.year)[:12], earliest=EARLIEST_YEAR, latest=latest)
    times = {row.code: row.minutes for row in workload.working_time_rows(ctx.session, ctx.government_id)}
    if command.time_code not in times:
        raise UnknownWorkingTime(field="time_code")
    row = workload.calculation_row(ctx.session, command.proposal_id)
    present = row.revision if row is not None else 0
    if present != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=present)
    before = _said(row, times) if row is not None else None
    after = choice_words(command.year, times[command.time_code], rule.rounding, rule.share)
    if before == after:
        raise NothingChanged()
    if row is None:
        row = WorkloadCalculationRow(
            id=ctx.new_id(), government_id=ctx.government_id, proposal_id=command.proposal_id, revision=0
        )
        ctx.session.add(row)
    row.year, row.time_code, row.rounding = command.year, command.time_code, str(rule.rounding)
    row.share = workload.share_hundredths(rule.share)
    row.chosen_by, row.chosen_at, row.revision = ctx.actor.name, ctx.now, present + 1
    ctx.record(CalculationChosen(str(command.proposal_id), before, after))
    return row.id


def kept_unit(ctx: Context, proposal_id: ProposalId) -> UnitId:
    """Return the proposal's unit for whoever may keep its data, in the gate's session.

    Raises:
        UnknownProposal, NotEditable.
    """
    return UnitId(open_for_documents(ctx, proposal_id).unit_id)


def require_room(count: int) -> None:
    """Refuse more activities than a unit has.

    Raises:
        TooManyActivities.
    """
    if count > MOST_ACTIVITIES:
        raise TooManyActivities(most=MOST_ACTIVITIES)


def enter(ctx: Context, unit_id: UnitId, activity: Activity) -> WorkloadActivityRow:
    """Add a checked activity in the gate's session."""
    row = WorkloadActivityRow(id=ctx.new_id(), government_id=ctx.government_id, unit_id=unit_id, revision=0)
    row.say(activity, ctx.actor.name, ctx.now)
    workload.add_activity(ctx.session, row)
    return row


def changed(proposal_id: ProposalId, before: Activity, after: Activity) -> WorkloadChanged:
    """Return the fact that an activity says something else."""
    return WorkloadChanged(
        str(proposal_id), activity_name(after), activity_words(before), activity_words(after)
    )


def _share(command: ChooseCalculation) -> Decimal | None:
    return command.share if command.rounding is Rounding.FROM_SHARE else None


def _said(row: WorkloadCalculationRow, times: dict[str, int]) -> str:
    return choice_words(row.year, times.get(row.time_code, 0), Rounding(row.rounding), row.share_of_post)
