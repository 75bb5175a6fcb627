"""The store's own check: whether everything that must hold of the data does."""

from collections.abc import Iterator
from datetime import datetime

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.values import GovernmentId
from orgflow.services.check_findings import CheckFinding, section
from orgflow.services.checking_letters import number_findings, text_findings
from orgflow.services.checking_proposals import commencement_findings, road_findings
from orgflow.services.context import Context
from orgflow.services.files import STRAY_AGE
from orgflow.services.history import chain_report
from orgflow.services.use_case import read
from orgflow.store import checks, files, governments, organisation, structures


@read(requires=Permission.VIEW_AUDIT)
def check_store(ctx: Context) -> tuple[CheckFinding, ...]:
    """Return every fault found; nothing found means the store is consistent."""
    return (
        *section("database", _database(ctx)),
        *section("numbers", number_findings(ctx)),
        *section("letters", text_findings(ctx)),
        *section("files", _files(ctx)),
        *section("audit", _audit(ctx)),
        *section("units", _overlaps(ctx)),
        *section("governments", _governments(ctx)),
    )


def _governments(ctx: Context) -> Iterator[CheckFinding]:
    for held in governments.governments(ctx.session):
        yield from section("structure", _structure(ctx, held.id))
        yield from section("roads", road_findings(ctx, held.id))
        yield from section("commencements", commencement_findings(ctx, held.id))


def _database(ctx: Context) -> Iterator[CheckFinding]:
    for fault in checks.integrity_faults(ctx.session):
        yield CheckFinding("database_integrity", "database", fault)


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
        if held.sha256 not in names and _is_old(ctx, held.modified_at):
            yield CheckFinding("file_stray", held.sha256, "")
    for name, began_at in ctx.resources.files.unfinished():
        if _is_old(ctx, began_at):
            yield CheckFinding("file_unfinished", name, began_at.isoformat(timespec="seconds"))
    for name in ctx.resources.files.oddities():
        yield CheckFinding("file_odd", name, "")


def _is_old(ctx: Context, moment: datetime) -> bool:
    return ctx.now - moment > STRAY_AGE


def _audit(ctx: Context) -> Iterator[CheckFinding]:
    report = chain_report(ctx)
    if report.broken_at is not None:
        yield CheckFinding("audit_chain", str(report.broken_at), report.reason or "")


def _overlaps(ctx: Context) -> Iterator[CheckFinding]:
    for name in checks.overlapping_units(ctx.session):
        yield CheckFinding("unit_overlap", name, "")


def _structure(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    for day in organisation.change_days(ctx.session, government_id):
        try:
            structures.structure_on(ctx.session, government_id, day).check()
        except DomainError as fault:
            yield CheckFinding("structure_broken", day.isoformat(), str(dict(fault.facts)))
