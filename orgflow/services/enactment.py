"""The Pergub: enacted, promulgated, and on its day the registry changed by its proposals."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.commencement_events import CommencementLeftUnknown, CommencementSet
from orgflow.domain.audit.events import InstrumentRecorded
from orgflow.domain.changes.recommencing import require_last
from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.commencement import CommencementUnknown, RegulationDays
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import (
    InstrumentId,
    ProposalId,
    clean_text,
    clean_title,
    clean_words,
    comparable,
)
from orgflow.files.uploads import CheckedUpload
from orgflow.services.commencement import citation_of, regulation_of
from orgflow.services.commencement_days import REASON_LENGTH, tell_day
from orgflow.services.commencement_plan import beside_from, plan_of
from orgflow.services.commencement_writing import write_commencement
from orgflow.services.context import Context
from orgflow.services.scope import scope_of, today_of
from orgflow.services.search_index import index_instrument
from orgflow.services.stepping import ROAD_REFUSALS, record_step
from orgflow.services.telling_steps import tell_of_missing_day
from orgflow.services.use_case import use_case
from orgflow.store import governments, instruments, proposal_steps, proposals
from orgflow.store.instruments import InstrumentRow
from orgflow.store.regulation_drafts import regulation_draft

PERGUB = "pergub"
_AMENDING: Final = "perubahan "


class RegulationTaken(RuleBroken):
    """A regulation of this kind, number and year is recorded already."""

    code = "regulation_taken"


class YearNotOfEnactment(RuleBroken):
    """A regulation's year is that of the day it was enacted."""

    code = "year_not_of_enactment"


class CommencementAsks(Conflict):
    """The structure changed since the proposal was drafted; somebody must decide what holds."""

    code = "commencement_asks"


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
    """The regulation's promulgation and the day it commences, None while *belum diketahui*.

    ``early_reason`` is given where it commences before it is promulgated.
    """

    proposal_id: ProposalId
    seen_revision: int
    gazette_number: str
    promulgated_on: date
    effective_on: date | None
    early_reason: str = ""


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
            file_id=proposal_steps.newest_scan(ctx.session, row.id),
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
    ctx.record(InstrumentRecorded(str(instrument_id), citation_of(regulation_of(ctx, row))))
    return command.proposal_id


@use_case(requires=Permission.RECORD_REGULATION, tells=ROAD_REFUSALS)
def promulgate(ctx: Context, command: Promulgate) -> UUID:
    """Record the promulgation, and the day of commencement if it is known.

    Raises:
        UnknownProposal, StaleRevision, RegulationMissing, DatesOutOfOrder, EarlyWithoutReason,
        CommencementTooFar, the road's refusals, and those of texts.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    regulation = regulation_of(ctx, row)
    gazette = clean_words(command.gazette_number, field="gazette_number", limit=60)
    reason = clean_text(command.early_reason, field="early_reason", limit=REASON_LENGTH)
    days = RegulationDays(regulation.enacted_on, command.promulgated_on, command.effective_on)
    days.check(reason)
    record_step(ctx, row, Action.PROMULGATE, StepFacts(command.promulgated_on, has_gazette=True))
    regulation.gazette_number = gazette
    regulation.promulgated_on, regulation.effective_on = days.promulgated_on, days.effective_on
    ctx.record(InstrumentRecorded(str(regulation.id), citation_of(regulation)))
    tell_day(ctx, row, days.effective_on, reason if days.is_early else "")
    if days.effective_on is None:
        ctx.record(CommencementLeftUnknown(str(row.id), citation_of(regulation)))
        tell_of_missing_day(ctx, row)
    elif days.is_early:
        ctx.record(
            CommencementSet(str(row.id), citation_of(regulation), days.effective_on.isoformat(), reason)
        )
    return command.proposal_id


@use_case(requires=Permission.COMMENCE, tells=ROAD_REFUSALS)
def commence(ctx: Context, command: Commence) -> UUID:
    """Apply the operations to the registry from the regulation's day on, in one transaction.

    The day may lie ahead: the records then stand for that day and today stays as it is.

    Raises:
        UnknownProposal, StaleRevision, RegulationMissing, and the road's refusals.
        CommencementUnknown: the day is not known yet.
        CommencementAsks: the structure changed meanwhile, and nobody decided yet what holds.
        CommencementsCross: a regulation that speaks of the same commenced for this day or a later one.
        LaterChangeStands, LaterChangePlanned, and those of the operations: the registry changed meanwhile.
        RuleBroken: as ``soundness.check``, when the registry after it could not be.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    regulation = regulation_of(ctx, row)
    if regulation.effective_on is None:
        raise CommencementUnknown()
    record_step(ctx, row, Action.COMMENCE, StepFacts(today_of(ctx)))
    planned = plan_of(ctx, row, regulation.effective_on)
    if planned.plan.open_questions:
        raise CommencementAsks(questions=len(planned.plan.open_questions))
    require_last(planned.words, planned.day, beside_from(ctx, row, planned.day))
    write_commencement(ctx, row, regulation, planned)
    return command.proposal_id


def _amended_by_it(ctx: Context, proposal_id: ProposalId, title: str) -> InstrumentId | None:
    """Return the secretariat's regulation if the enacted one amends it: as was decided, else by its title."""
    draft = regulation_draft(ctx.session, proposal_id)
    form = draft.form if draft is not None else None
    is_amending = form == str(RegulationForm.AMENDING) if form else comparable(title).startswith(_AMENDING)
    profile = Profile.of(governments.settings(ctx.session, ctx.government_id))
    return profile.setda_regulation if is_amending else None
