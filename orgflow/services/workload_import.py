"""Activities taken out of a file: whole or not at all, every faulty row named."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from orgflow.domain.audit.workload_events import WorkloadImported
from orgflow.domain.calendar import parse_date
from orgflow.domain.errors import DomainError, RuleBroken
from orgflow.domain.organisation.roster import RowFault
from orgflow.domain.values import ProposalId, UnitId
from orgflow.domain.workload.activities import Activity, checked_activity
from orgflow.domain.workload.figures import parse_cell_figure, parse_year
from orgflow.exchange.activity_rows import HEADINGS, ActivityLine, read_activity_lines
from orgflow.services.bringing import BRINGERS
from orgflow.services.context import Context
from orgflow.services.scope import today_of
from orgflow.services.settings import NothingChanged
from orgflow.services.uploads import CheckedUpload
from orgflow.services.use_case import use_case
from orgflow.services.workload import changed, enter, kept_unit, require_room
from orgflow.store import workload


class RowsFaulty(RuleBroken):
    """Rows of a file cannot be taken; ``rows`` and ``file`` say which and what is wrong with them."""

    code = "workload_rows_faulty"

    def __init__(self, rows: "tuple[FaultyRow, ...]", file: tuple[RowFault, ...]) -> None:
        super().__init__(field="upload", count=len(rows) + len(file))
        self.rows, self.file = rows, file


@dataclass(frozen=True, slots=True)
class FaultyRow:
    """A row that is refused, its column where one is at fault, and why."""

    number: int
    column: str
    error: DomainError


@dataclass(frozen=True, slots=True)
class ImportActivities:
    """A file of activities; those that are held already are changed by it, and none is verified by it."""

    proposal_id: ProposalId
    upload: CheckedUpload


@dataclass(slots=True)
class _Read:
    activities: list[Activity] = field(default_factory=list)
    faults: list[FaultyRow] = field(default_factory=list)


@use_case(requires=BRINGERS)
def import_activities(ctx: Context, command: ImportActivities) -> UUID:
    """Take every row of a file, or none.

    Raises:
        UnknownProposal, NotEditable, TooManyActivities.
        RowsFaulty: each faulty row with the reason.
        NothingChanged: all of it is held already.
    """
    unit_id = kept_unit(ctx, command.proposal_id)
    lines = read_activity_lines(command.upload.content)
    found = _checked(lines.lines, today_of(ctx).year)
    if lines.faults or found.faults:
        raise RowsFaulty(tuple(found.faults), lines.faults)
    added, altered = _take(ctx, command.proposal_id, unit_id, found.activities)
    if not added and not altered:
        raise NothingChanged()
    ctx.record(WorkloadImported(str(command.proposal_id), command.upload.name, added, altered))
    return command.proposal_id


def _take(
    ctx: Context, proposal_id: ProposalId, unit_id: UnitId, activities: list[Activity]
) -> tuple[int, int]:
    held = {row.activity.identity: row for row in workload.activity_rows(ctx.session, unit_id)}
    require_room(len(held.keys() | {activity.identity for activity in activities}))
    added = altered = 0
    for activity in activities:
        row = held.get(activity.identity)
        if row is None:
            enter(ctx, unit_id, activity)
            added += 1
        elif replace(row.activity, is_verified=False) != activity:
            ctx.record(changed(proposal_id, row.activity, activity))
            row.say(activity, ctx.actor.name, ctx.now)
            altered += 1
    return added, altered


def _checked(lines: tuple[ActivityLine, ...], latest_year: int) -> _Read:
    found, seen = _Read(), set[tuple[str, str, int]]()
    for line in lines:
        broken = list(_unreadable(line))
        if not broken:
            try:
                activity = checked_activity(_activity(line), seen, latest_year)
            except DomainError as refused:
                broken = [_faulty(line, refused)]
            else:
                seen.add(activity.identity)
                found.activities.append(activity)
        found.faults.extend(broken)
    return found


def _unreadable(line: ActivityLine) -> Iterator[FaultyRow]:
    for read in (_year, _volume, _norm, _day):
        try:
            read(line)
        except DomainError as refused:
            yield _faulty(line, refused)


def _faulty(line: ActivityLine, refused: DomainError) -> FaultyRow:
    return FaultyRow(line.number, HEADINGS.get(str(refused.facts.get("field")), ""), refused)


def _activity(line: ActivityLine) -> Activity:
    typed = line.typed
    return Activity(
        typed["function"],
        typed["name"],
        typed["product"],
        _year(line),
        _volume(line),
        _norm(line),
        typed["source"],
        _day(line),
    )


def _year(line: ActivityLine) -> int:
    return parse_year(line.typed["year"], field="year")


def _volume(line: ActivityLine) -> Decimal:
    return parse_cell_figure(line.typed["volume"], field="volume")


def _norm(line: ActivityLine) -> Decimal | None:
    text = line.typed["norm"].strip()
    return parse_cell_figure(text, field="norm") if text else None


def _day(line: ActivityLine) -> date | None:
    text = line.typed["dated_on"].strip()
    return parse_date(text, field="dated_on") if text else None
