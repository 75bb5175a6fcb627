"""A commencement's regulation and operations, and what the audit tells of it: one fact for each change."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from orgflow.domain.audit.events import AuditEvent, UnitRenamed
from orgflow.domain.audit.registry_events import (
    FunctionRecorded,
    PostRecorded,
    SuccessionRecorded,
    UnitChanged,
    UnitEnded,
    UnitFounded,
)
from orgflow.domain.changes.commencing import Commenced
from orgflow.domain.changes.diff import changed_units
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.timeline import record_on
from orgflow.domain.proposals.commencement import RegulationDays
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.organisation.unit_fields import differing_words
from orgflow.store import instruments
from orgflow.store.instruments import InstrumentRow
from orgflow.store.proposals import ProposalRow


class RegulationMissing(RuleBroken):
    """The proposal has no regulation."""

    code = "regulation_missing"


def regulation_of(ctx: Context, row: ProposalRow) -> InstrumentRow:
    """Return the regulation that enacts a proposal.

    Raises:
        RegulationMissing.
    """
    linked = instruments.instruments_of(ctx.session, ctx.government_id, ProposalId(row.id))
    found = instruments.instrument_row(ctx.session, ctx.government_id, linked[-1].id) if linked else None
    if found is None:
        raise RegulationMissing()
    return found


def days_of_regulation(regulation: InstrumentRow) -> RegulationDays:
    """Return a regulation's days as rules see them."""
    return RegulationDays(regulation.enacted_on, regulation.promulgated_on, regulation.effective_on)


def citation_of(regulation: InstrumentRow) -> str:
    """Return how a regulation is cited."""
    return f"Peraturan Gubernur Nomor {regulation.number} Tahun {regulation.year} tentang {regulation.title}"


def commencement_events(commenced: Commenced, on: date, source: str) -> Iterator[AuditEvent]:
    """Yield the facts of a commencement."""
    day = on.isoformat()
    yield from _units(commenced, on, source)
    for descent in commenced.descents:
        old = commenced.before.units[descent.predecessor_id].name
        new = commenced.after.units[descent.successor_id].name
        yield SuccessionRecorded(str(descent.successor_id), old, new, day)
    yield from _posts(commenced.before, commenced.after, day)
    yield from _functions(commenced.before, commenced.after, day)


def _units(commenced: Commenced, on: date, source: str) -> Iterator[AuditEvent]:
    before, after, day = commenced.before, commenced.after, on.isoformat()
    for unit in after.units.values():
        if unit.id not in before.units:
            yield UnitFounded(str(unit.id), unit.name, day, source)
    for change in changed_units(before.structure, after.structure):
        unit_id = str(change.unit_id)
        if change.before.name != change.after.name:
            yield UnitRenamed(unit_id, change.before.name, change.after.name, day, source)
        if replace(change.before, name=change.after.name) != change.after:
            records = commenced.history.unit(change.unit_id)
            now = record_on(records, on)
            was = replace(records[records.index(now) - 1], name=now.name, basis=now.basis)
            said = differing_words(commenced.history, was, now)
            yield UnitChanged(unit_id, change.before.name, *said, day, source)
    for unit in before.units.values():
        if unit.id not in after.units:
            yield UnitEnded(str(unit.id), unit.name, day, source)


def _posts(before: Organisation, after: Organisation, day: str) -> Iterator[AuditEvent]:
    for post in after.posts.values():
        old = before.posts.get(post.id)
        if old != post:
            act = "found" if old is None else "change"
            yield PostRecorded(str(post.id), after.title_of(post), act, day, None)
    for post in before.posts.values():
        if post.id not in after.posts:
            yield PostRecorded(str(post.id), before.title_of(post), "end", day, None)


def _functions(before: Organisation, after: Organisation, day: str) -> Iterator[AuditEvent]:
    for held in after.functions.values():
        old = before.functions.get(held.id)
        if old != held:
            name, act = after.units[held.unit_id].name, "found" if old is None else "change"
            yield FunctionRecorded(str(held.unit_id), name, act, held.text, day, None)
    for held in before.functions.values():
        if held.id not in after.functions:
            name = before.units[held.unit_id].name
            yield FunctionRecorded(str(held.unit_id), name, "end", held.text, day, None)
