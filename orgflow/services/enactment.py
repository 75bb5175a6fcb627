"""The Pergub: enacted, promulgated, and on its day the registry changed by its proposals."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import InstrumentRecorded
from orgflow.domain.changes.commencing import commence_operations
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.organisation.records import Basis
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import InstrumentId, ProposalId, clean_title, clean_words, comparable
from orgflow.files.uploads import CheckedUpload
from orgflow.services.commencement import commencement_events
from orgflow.services.context import Context
from orgflow.services.ministry import granted_operations_of
from orgflow.services.registry import held_history, keep
from orgflow.services.scope import scope_of
from orgflow.services.search_index import index_instrument
from orgflow.services.stepping import ROAD_REFUSALS, record_step
from orgflow.services.use_case import use_case
from orgflow.store import governments, instruments, proposals
from orgflow.store.instruments import InstrumentRow
from orgflow.store.proposals import ProposalRow
from orgflow.store.regulation_drafts import regulation_draft

PERGUB = "pergub"
_AMENDING: Final = "perubahan "


class RegulationTaken(RuleBroken):
    """A regulation of this kind, number and year is recorded already."""

    code = "regulation_taken"


class DatesOutOfOrder(RuleBroken):
    """Enactment, promulgation and commencement follow one another."""

    code = "dates_out_of_order"


class YearNotOfEnactment(RuleBroken):
    """A regulation's year is that of the day it was enacted."""

    code = "year_not_of_enactment"


class RegulationMissing(RuleBroken):
    """The proposal has no regulation with a day of commencement."""

    code = "regulation_missing"


@dataclass(frozen=True, slots=True)
class Enact:
    """The regulation as it was signed."""

    proposal_id: ProposalId
    seen_revision: int
    number: str
    year: int
    title: str
    enacted_on: date
    scan: CheckedUpload | None
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class Promulgate:
    """The regulation's promulgation and the day it commences."""

    proposal_id: ProposalId
    seen_revision: int
    gazette_number: str
    promulgated_on: date
    effective_on: date


@dataclass(frozen=True, slots=True)
class Commence:
    """Let the proposal's operations hold from the regulation's day on."""

    proposal_id: ProposalId
    seen_revision: int


@use_case(requires=Permission.RECORD_REGULATION, tells=ROAD_REFUSALS)
def enact(ctx: Context, command: Enact) -> UUID:
    """Record the regulation that grants the proposal.

    Raises:
        UnknownProposal, StaleRevision, RegulationTaken, YearNotOfEnactment, the road's refusals, and those
            of texts.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    number = clean_words(command.number, field="number", limit=60)
    title = clean_title(command.title)
    if instruments.namesake(ctx.session, ctx.government_id, PERGUB, number, command.year) is not None:
        raise RegulationTaken(field="number", number=number, year=command.year)
    if command.year != command.enacted_on.year:
        raise YearNotOfEnactment(field="year", year=command.year, enacted_year=command.enacted_on.year)
    facts = StepFacts(
        command.enacted_on,
        document_number=number,
        has_scan=command.scan is not None,
        has_regulation=True,
        late_reason=command.late_reason,
    )
    record_step(ctx, row, Action.ENACT, facts, scan=command.scan)
    instrument_id = InstrumentId(ctx.new_id())
    instruments.add_instrument(
        ctx.session,
        InstrumentRow(
            id=instrument_id,
            government_id=ctx.government_id,
            kind=PERGUB,
            number=number,
            year=command.year,
            title=title,
            enacted_on=command.enacted_on,
            file_id=proposals.newest_scan(ctx.session, row.id),
            source="Dicatat bersama usulan",
            is_verified=True,
            recorded_at=ctx.now,
        ),
    )
    index_instrument(ctx, instrument_id)
    instruments.link_instrument(ctx.session, ctx.government_id, command.proposal_id, instrument_id)
    amended = _amended_by_it(ctx, command.proposal_id, title)
    if amended is not None:
        instruments.add_amendment(ctx.session, ctx.government_id, instrument_id, amended)
    ctx.record(InstrumentRecorded(str(instrument_id), _citation(number, command.year, title)))
    return command.proposal_id


@use_case(requires=Permission.RECORD_REGULATION, tells=ROAD_REFUSALS)
def promulgate(ctx: Context, command: Promulgate) -> UUID:
    """Record the promulgation and the day of commencement.

    Raises:
        UnknownProposal, StaleRevision, RegulationMissing, DatesOutOfOrder, and the road's refusals.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    regulation = _regulation(ctx, row)
    gazette = clean_words(command.gazette_number, field="gazette_number", limit=60)
    if regulation.enacted_on is not None and command.promulgated_on < regulation.enacted_on:
        raise DatesOutOfOrder(field="promulgated_on", first="enacted_on", second="promulgated_on")
    if command.effective_on < command.promulgated_on:
        raise DatesOutOfOrder(field="effective_on", first="promulgated_on", second="effective_on")
    record_step(ctx, row, Action.PROMULGATE, StepFacts(command.promulgated_on, has_gazette=True))
    regulation.gazette_number = gazette
    regulation.promulgated_on, regulation.effective_on = command.promulgated_on, command.effective_on
    ctx.record(
        InstrumentRecorded(
            str(regulation.id), _citation(regulation.number, regulation.year, regulation.title)
        )
    )
    return command.proposal_id


@use_case(requires=Permission.COMMENCE, tells=ROAD_REFUSALS)
def commence(ctx: Context, command: Commence) -> UUID:
    """Apply the operations to the registry from the regulation's day on, in one transaction.

    The day may lie ahead: the records then stand for that day and today stays as it is.

    Raises:
        UnknownProposal, StaleRevision, RegulationMissing, and the road's refusals.
        LaterChangeStands, LaterChangePlanned, and those of the operations: the registry changed meanwhile.
        RuleBroken: as ``soundness.check``, when the registry after it could not be.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    regulation = _regulation(ctx, row)
    if regulation.effective_on is None:
        raise RegulationMissing()
    day = regulation.effective_on
    zone = governments.government(ctx.session, ctx.government_id).zone
    record_step(ctx, row, Action.COMMENCE, StepFacts(ctx.today(zone)))
    held = held_history(ctx)
    operations = granted_operations_of(ctx, command.proposal_id)
    source = _citation(regulation.number, regulation.year, regulation.title)
    basis = Basis(source=source, instrument_id=InstrumentId(regulation.id))
    commenced = commence_operations(held, operations, day, basis)
    for event in commencement_events(commenced, day, source):
        ctx.record(event)
    keep(ctx, held, commenced.history, since=day, proposal_id=row.id)
    return command.proposal_id


def _amended_by_it(ctx: Context, proposal_id: ProposalId, title: str) -> InstrumentId | None:
    """Return the secretariat's regulation if the enacted one amends it: as was decided, else by its title."""
    draft = regulation_draft(ctx.session, proposal_id)
    form = draft.form if draft is not None else None
    is_amending = form == str(RegulationForm.AMENDING) if form else comparable(title).startswith(_AMENDING)
    profile = Profile.of(governments.settings(ctx.session, ctx.government_id))
    return profile.setda_regulation if is_amending else None


def _regulation(ctx: Context, row: ProposalRow) -> InstrumentRow:
    linked = instruments.instruments_of(ctx.session, ctx.government_id, ProposalId(row.id))
    found = instruments.instrument_row(ctx.session, ctx.government_id, linked[-1].id) if linked else None
    if found is None:
        raise RegulationMissing()
    return found


def _citation(number: str | None, year: int | None, title: str) -> str:
    return f"Peraturan Gubernur Nomor {number} Tahun {year} tentang {title}"
