"""The store's own check: whether everything that must hold of the data does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import apply_all
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.states import TRANSITIONS, Action, ProposalState
from orgflow.domain.values import GovernmentId, ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.history import chain_report
from orgflow.services.use_case import read
from orgflow.store import checks, files, governments, organisation, organisations, proposals, structures

STRAY_AGE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One fault: which rule, on what, and what was seen."""

    code: str
    subject: str
    detail: str


@read(requires=Permission.VIEW_AUDIT)
def check_store(ctx: Context) -> tuple[CheckFinding, ...]:
    """Return every fault found; nothing found means the store is consistent."""
    return (
        *_database(ctx),
        *_numbers(ctx),
        *_files(ctx),
        *_audit(ctx),
        *(
            finding
            for held in governments.governments(ctx.session)
            for finding in (*_structure(ctx, held.id), *_roads(ctx, held.id), *_commenced(ctx, held.id))
        ),
    )


def _database(ctx: Context) -> Iterator[CheckFinding]:
    for fault in checks.integrity_faults(ctx.session):
        yield CheckFinding("database_integrity", "database", fault)


def _numbers(ctx: Context) -> Iterator[CheckFinding]:
    for book in checks.books(ctx.session):
        expected = tuple(range(1, book.last_sequence + 1))
        if book.sequences != expected:
            missing = sorted(set(expected) ^ set(book.sequences))
            yield CheckFinding("number_gap", f"{book.register} {book.year}", str(missing[:20]))
    for number in checks.unlinked_numbers(ctx.session):
        yield CheckFinding("number_without_letter", number, "")
    for number in checks.doubled_numbers(ctx.session):
        yield CheckFinding("number_doubled", number, "")


def _files(ctx: Context) -> Iterator[CheckFinding]:
    known = files.all_files(ctx.session)
    for stored in known:
        try:
            content = ctx.resources.files.read(stored.sha256)
        except DomainError as fault:
            yield CheckFinding("file_damaged", str(stored.id), fault.code)
            continue
        if len(content) != stored.size:
            yield CheckFinding("file_size", str(stored.id), f"{len(content)} != {stored.size}")
    names = {stored.sha256 for stored in known}
    for held in ctx.resources.files.names():
        if held.sha256 not in names and ctx.now - held.modified_at > STRAY_AGE:
            yield CheckFinding("file_stray", held.sha256, "")


def _audit(ctx: Context) -> Iterator[CheckFinding]:
    report = chain_report(ctx)
    if report.broken_at is not None:
        yield CheckFinding("audit_chain", str(report.broken_at), report.reason or "")


def _structure(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    for name in checks.overlapping_units(ctx.session):
        yield CheckFinding("unit_overlap", name, "")
    for day in organisation.change_days(ctx.session, government_id):
        try:
            structures.structure_on(ctx.session, government_id, day).check()
        except DomainError as fault:
            yield CheckFinding("structure_broken", day.isoformat(), str(dict(fault.facts)))


def _roads(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    for road in checks.roads(ctx.session, government_id):
        state = ProposalState.DRAFT
        for action, source, target in road.steps:
            reached = TRANSITIONS.get((state, Action(action)))
            if source != state or reached is None or target != reached:
                yield CheckFinding("road_broken", str(road.proposal_id), f"{source} {action} {target}")
                break
            state = reached
        if road.state != state:
            yield CheckFinding("state_unreached", str(road.proposal_id), f"{road.state} != {state}")


def _commenced(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    for proposal, regulation in checks.commenced(ctx.session, government_id):
        day, proposal_id = regulation.effective_on, ProposalId(proposal.id)
        if day is None:
            continue
        known_at = proposals.commenced_at(ctx.session, proposal_id)
        before = organisations.organisation_on(ctx.session, government_id, day, known_at)
        listed = proposals.operations_of(ctx.session, proposal_id)
        try:
            after = apply_all(before, (placed.operation for placed in listed))
        except DomainError as refused:
            yield CheckFinding("commencement_partial", str(proposal.id), refused.code)
            continue
        for unit_id in {**before.units, **after.units}:
            old, new = before.units.get(unit_id), after.units.get(unit_id)
            if old != new and not _is_recorded(ctx, proposal.id, unit_id, new, day):
                yield CheckFinding("commencement_partial", str(proposal.id), str(unit_id))


def _is_recorded(ctx: Context, proposal_id: UUID, unit_id: UnitId, now: Unit | None, day: date) -> bool:
    """Say whether a unit ended on the day, or a proposal wrote the record of it that holds from then."""
    if now is None:
        return checks.was_ended_on(ctx.session, unit_id, day)
    records = checks.records_of_proposal(ctx.session, proposal_id, unit_id)
    return any(
        (record.valid_from, record.name, record.parent_id) == (day, now.name, now.parent_id)
        for record in records
    )
