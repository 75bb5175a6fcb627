"""How a regulation's commencement stands, as a proposal's pages and Beranda read it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.commencing_plan import CommencingQuestion
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.profile import SettingKey
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.proposals.commencement import RegulationDays
from orgflow.domain.proposals.commencement_findings import (
    CommencementFinding,
    Election,
    review_commencement,
)
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.acting import reader_of
from orgflow.services.commencement import days_of_regulation, regulation_of
from orgflow.services.commencement_plan import Planned, obstacle_to, plan_of
from orgflow.services.commencement_questions import question_told
from orgflow.services.context import Context
from orgflow.services.dossier import governor_on
from orgflow.services.rebase_words import ToldSentence
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import commencements, follow_ups, governments, notices, proposals, structures
from orgflow.store.commencements import CommencementAnswerRow, CommencementDayRow
from orgflow.store.instruments import InstrumentRow
from orgflow.store.proposals import ProposalRow

AFTER_PROMULGATION = frozenset({ProposalState.PROMULGATED, ProposalState.IMPLEMENTED})


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question before a commencement; ``said`` is the operation it is about.

    ``answer`` is what was decided, None when nothing was.
    """

    key: str
    said: str
    told: ToldSentence
    can_keep: bool
    refusal: DomainError | None
    choice: str
    note: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day of commencement as we were told; None is *belum diketahui*."""

    effective_on: date | None
    reason: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class CommencementPage:
    """How a commencement stands; a proposal before its promulgation has no days yet.

    Attributes:
        told: every day we were told, the latest first.
        questions: what is decided before, decided or not; ``obstacle`` the rule that bars what is left.
        left_out: what of the regulation was not applied.
        held_for: why it did not commence by itself on its day; empty where nothing held it.
    """

    zone: str
    today: date
    revision: int
    state: ProposalState
    days: RegulationDays
    told: tuple[DayTold, ...]
    findings: tuple[CommencementFinding, ...]
    questions: tuple[QuestionView, ...]
    obstacle: DomainError | None
    left_out: tuple[str, ...]
    held_for: str
    may_set: bool
    may_correct: bool
    may_decide: bool

    @property
    def open_questions(self) -> tuple[QuestionView, ...]:
        """The questions that nobody decided."""
        return tuple(question for question in self.questions if not question.choice)

    @property
    def is_written(self) -> bool:
        """Whether the registry stands for the day."""
        return self.state is ProposalState.IMPLEMENTED

    @property
    def is_ahead(self) -> bool:
        """Whether the registry stands for a day that has not come."""
        day = self.days.effective_on
        return self.is_written and day is not None and day > self.today


@dataclass(frozen=True, slots=True)
class Waiting:
    """A promulgated regulation on somebody's desk: its day unknown, or barred from commencing by itself."""

    proposal_id: ProposalId
    unit_name: str
    number: str
    year: int | None
    effective_on: date | None
    held_for: str
    is_sample: bool


@dataclass(frozen=True, slots=True)
class CommencementDesk:
    """What Beranda tells of commencements; ``ahead`` are those the registry stands for already."""

    unknown: tuple[Waiting, ...]
    held: tuple[Waiting, ...]
    ahead: tuple[Waiting, ...]


@read(requires=Permission.VIEW_PROPOSALS)
def show_commencement(ctx: Context, proposal_id: ProposalId) -> CommencementPage:
    """Return how a proposal's commencement stands.

    Raises:
        UnknownProposal.
        RegulationMissing: it is not enacted.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    regulation = regulation_of(ctx, row)
    held = governments.government(ctx.session, ctx.government_id)
    days, state = days_of_regulation(regulation), ProposalState(row.state)
    is_promulgated = state is ProposalState.PROMULGATED
    planned = plan_of(ctx, row, days.effective_on) if is_promulgated and days.effective_on else None
    settled = planned is not None and not planned.plan.open_questions
    reader = reader_of(ctx, row.unit_id)
    may_record = reader.may(Permission.RECORD_REGULATION)
    may_commence = reader.may(Permission.COMMENCE)
    hold = commencements.hold_of(ctx.session, row.id)
    return CommencementPage(
        held.zone,
        ctx.today(held.zone),
        row.revision,
        state,
        days,
        tuple(map(_told, reversed(commencements.days_of(ctx.session, row.id)))),
        findings_on(ctx, days),
        tuple(_question(planned, question) for question in planned.plan.questions) if planned else (),
        obstacle_to(ctx, regulation, planned) if planned is not None and settled else None,
        _left_out(ctx, row),
        hold.code if hold is not None else "",
        may_record and is_promulgated and days.effective_on is None,
        may_record
        and days.effective_on is not None
        and (is_promulgated or (state is ProposalState.IMPLEMENTED and may_commence)),
        may_commence and is_promulgated,
    )


def findings_on(ctx: Context, days: RegulationDays) -> tuple[CommencementFinding, ...]:
    """Return what is to be looked at before a regulation commences on its day."""
    day = days.effective_on
    if day is None:
        return ()
    settings = governments.settings(ctx.session, ctx.government_id)
    rules = follow_ups.inauguration_rules(ctx.session, ctx.government_id)
    return review_commencement(days, election_of(settings), (held.rule for held in rules), _head_on(ctx, day))


def election_of(settings: dict[str, str]) -> Election:
    """Return the election's days as they are set."""

    def day(key: SettingKey) -> date | None:
        return date.fromisoformat(settings[key]) if settings.get(key) else None

    return Election(day(SettingKey.CANDIDATES_ON), day(SettingKey.TERM_ENDS_ON))


@read(requires=Permission.VIEW_PROPOSALS)
def desk_commencements(ctx: Context) -> CommencementDesk:
    """Return the regulations that wait for their day, or for a person, in the actor's reach."""
    held = governments.government(ctx.session, ctx.government_id)
    scope, today = scope_of(ctx), ctx.today(held.zone)
    promulgated = commencements.promulgated(ctx.session, scope)
    ahead = commencements.written_from(ctx.session, scope, today + timedelta(days=1))
    ids = [*(row.id for row, _, _ in promulgated), *(row.id for row, _, _ in ahead)]
    names = notices.unit_names_of(ctx.session, held.id, ids, today)

    def waiting(row: ProposalRow, regulation: InstrumentRow, cause: str) -> Waiting:
        return Waiting(
            ProposalId(row.id),
            names[row.id],
            regulation.number or "",
            regulation.year,
            regulation.effective_on,
            cause,
            held.is_sample,
        )

    return CommencementDesk(
        tuple(waiting(row, law, "") for row, law, _ in promulgated if law.effective_on is None),
        tuple(waiting(row, law, hold.code) for row, law, hold in promulgated if hold is not None),
        tuple(waiting(row, law, "") for row, law, _ in ahead),
    )


def _head_on(ctx: Context, day: date) -> AppointmentKind | None:
    structure = structures.structure_on(ctx.session, ctx.government_id, day)
    governor = governor_on(ctx, ctx.government_id, structure, day)
    return governor.kind if governor is not None else None


def _left_out(ctx: Context, row: ProposalRow) -> tuple[str, ...]:
    written = commencements.commencements_of(ctx.session, row.id)
    return tuple(line for line in written[-1].left_out.split("\n") if line) if written else ()


def _told(row: CommencementDayRow) -> DayTold:
    return DayTold(row.effective_on, row.reason, row.recorded_by, row.recorded_at)


def _question(planned: Planned, question: CommencingQuestion) -> QuestionView:
    answer: CommencementAnswerRow | None = planned.answers.get(question.key)
    is_decided = answer is not None and question.choice is not None
    return QuestionView(
        question.key,
        planned.said[question.place],
        question_told(question),
        question.can_keep,
        question.conflict.refusal if question.conflict is not None else None,
        str(question.choice) if question.choice is not None else "",
        answer.note if answer is not None and is_decided else "",
        answer.answered_by if answer is not None and is_decided else "",
        answer.answered_at if answer is not None and is_decided else None,
    )
