"""The steps of the road: reviewed, initialled, signed, sent, answered, returned, withdrawn."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import LetterChanged
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.lifecycle import LetterState, NumberMissing, require_state
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.completeness import check_complete
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.recording import RecordingBasis
from orgflow.domain.proposals.refusals import TransitionNotAllowed
from orgflow.domain.proposals.states import ACTIONS, ROUTED, Action
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import ProposalId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.files import KeptUpload
from orgflow.services.ministry_items import check_completion
from orgflow.services.notes import GIVEN_BACK, ONWARD, check_answered, give_back
from orgflow.services.recording import RecordedStep, recorded_as
from orgflow.services.scope import scope_of, today_of
from orgflow.services.snapshots import freeze_file
from orgflow.services.stepping import ROAD_REFUSALS, record_step
from orgflow.services.use_case import use_case
from orgflow.store import letters, proposal_steps, proposals
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import ProposalRow

ELSEWHERE = frozenset(
    {Action.ENACT, Action.PROMULGATE, Action.COMMENCE, Action.SUPERSEDE, Action.CHANGE_ROUTE}
)
"""Actions that bring more with them than a step and have use cases of their own."""


class LetterNotIssued(RuleBroken):
    """The letter must be issued before it can be signed."""

    code = "letter_not_issued"


@dataclass(frozen=True, slots=True)
class TakeStep:
    """One step with what it asks for; ``acted_on`` None is today in the government's zone.

    ``acted_on`` is the day a leader initialled or signed, or the date of an outside letter. ``step`` is the
    key of the route's step that is taken, or to which the proposal is returned. ``basis`` is from what TU
    records a leader's step, ``doubt`` why it does so though the registry says otherwise.
    """

    proposal_id: ProposalId
    action: Action
    seen_revision: int
    acted_on: date | None = None
    reason: str = ""
    person: str = ""
    document_number: str = ""
    scan: CheckedUpload | KeptUpload | None = None
    step: str | None = None
    outcome: ReviewOutcome | None = None
    late_reason: str = ""
    basis: RecordingBasis = RecordingBasis.PARAF_SHEET
    doubt: str = ""


def step_permissions(command: TakeStep) -> tuple[Permission, ...]:
    """Return the permissions any of which lets the step be asked for; the route decides on its own steps."""
    return ACTIONS[command.action].permission


@use_case(requires=step_permissions, tells=ROAD_REFUSALS)
def take_step(ctx: Context, command: TakeStep) -> UUID:
    """Take one step of the road.

    Raises:
        UnknownProposal, StaleRevision.
        TransitionNotAllowed, UnknownRouteStep, OutOfTurn, StepTakenAlready, PermissionMissing, OwnWork,
        StepNeeds, StepDateInFuture, StepDateBeforePrevious: the road refuses it.
        NotesUnanswered: questions of a return wait for an answer.
        ProposalIncomplete: documents or facts are missing.
        ItemsUnanswered: a completion would go out before everything asked is answered.
        LetterNotIssued, NumberMissing, LetterNotInState: the letter is not that far.
        PersonNotInPost, ActingPersonDoubted: the one for whom TU records did not hold the post that day.
    """
    if command.action in ELSEWHERE:
        raise TransitionNotAllowed(action=str(command.action), state="")
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    take_on(ctx, row, command)
    return command.proposal_id


def take_on(ctx: Context, row: ProposalRow, command: TakeStep) -> Proposal:
    """Take one step of a proposal that is loaded, inside an open gate, and return the proposal after it.

    Raises:
        DomainError: as ``take_step`` says.
    """
    dossier = open_dossier(ctx, row)
    dossier.proposal.progress.check_turn(command.action, command.step)
    if command.action in ONWARD:
        check_answered(ctx, command.proposal_id)
    check_complete(dossier.lacks, command.action, dossier.proposal.state)
    check_completion(ctx, command.proposal_id, command.action)
    letter = _letter_for(ctx, row, command.action)
    facts = StepFacts(
        command.acted_on or today_of(ctx),
        command.reason,
        command.person,
        command.document_number,
        command.scan is not None,
        step=command.step,
        outcome=command.outcome,
        late_reason=command.late_reason,
    )
    is_routed = command.action in ROUTED
    told = RecordedStep(
        command.step if is_routed else None, command.person, facts.acted_on, command.basis, command.doubt
    )
    recording = recorded_as(ctx, dossier.proposal, told)
    after = record_step(ctx, row, command.action, facts, scan=command.scan, recording=recording)
    if command.action in GIVEN_BACK:
        give_back(ctx, command.proposal_id)
    if letter is not None and not after.progress.waiting:
        _follow(ctx, letter, command.action)
    freeze_file(ctx, row, command.action, facts.acted_on)
    return after


def _letter_for(ctx: Context, row: ProposalRow, action: Action) -> LetterRow | None:
    """Return the letter a step moves along, refusing when it is not that far."""
    if action not in (Action.SIGN, Action.SEND):
        return None
    live = [
        letter
        for letter in letters.main_letters_of(ctx.session, ProposalId(row.id))
        if letter.state != LetterState.VOID
    ]
    if not live or live[0].state == LetterState.DRAFT:
        raise LetterNotIssued()
    letter = live[0]
    if action is Action.SIGN:
        require_state(LetterState(letter.state), LetterState.ISSUED)
    elif letter.number is None or letter.dated_on is None:
        raise NumberMissing()
    return letter


def _follow(ctx: Context, letter: LetterRow, action: Action) -> None:
    signed = action is Action.SIGN
    letter.state = str(LetterState.SIGNED if signed else LetterState.SENT)
    letter.revision, letter.changed_at = letter.revision + 1, ctx.now
    if signed:
        letter.signed_file_id = proposal_steps.newest_scan(
            ctx.session, letters.proposals_of_letter(ctx.session, letter.id)[0].id
        )
    act = "signed" if signed else "sent"
    ctx.record(LetterChanged(str(letter.id), act, letter.kind, letter.number))
