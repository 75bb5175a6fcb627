"""Proposals walked through the use cases of an office, as far as a test needs."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import Operation
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import LetterId, ProposalId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.demo.papers import paper
from orgflow.services.enactment import Commence, Enact, Promulgate, commence, enact, promulgate
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.services.issuing import FreezeLetter, freeze_letter
from orgflow.services.lettering import letter_source
from orgflow.services.letters import RecordNumber, record_number
from orgflow.services.proposal_pages import LetterView, ProposalPage, show_proposal
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.services.road import TakeStep, take_step
from orgflow.store.proposals import Scope, load_row
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office
from tests.factories.remembered import remembered

NEW_NAME: Final = "Biro Administrasi Pimpinan"
EFFECTIVE_ON: Final = date(2026, 4, 1)
A, R, S = Action, Role, ProposalState

Move = Action | tuple[Action, str]
"""An action, with the key of the route's step where it takes one."""
ORGANISATION: Final = (A.APPROVE, "organisation")
LEGAL: Final = (A.APPROVE, "legal")
UNIT: Final = (A.APPROVE, "unit")
ASSISTANT: Final = (A.PARAF, "assistant")
SECRETARY: Final = (A.PARAF, "secretary")
GOVERNOR: Final = (A.SIGN, "governor")

NEXT: Final[dict[ProposalState, tuple[Move, ...]]] = {
    S.DRAFT: (A.FORWARD,),
    S.ORG_REVIEW: (ORGANISATION,),
    S.LEGAL_REVIEW: (LEGAL,),
    S.INITIALLING: (ASSISTANT, SECRETARY),
    S.SIGNING: (GOVERNOR, A.SEND),
    S.SUBMITTED: (A.RECEIVE,),
    S.MINISTRY_REVIEW: (A.ANSWER_APPROVED,),
    S.HARMONIZATION: (A.RECORD_HARMONIZATION,),
    S.FACILITATION: (A.RECORD_FACILITATION, A.ENACT),
    S.ENACTED: (A.PROMULGATE,),
    S.PROMULGATED: (A.COMMENCE,),
}
_BEFORE: Final = {after: before for before, after in pairwise((*NEXT, S.IMPLEMENTED))}
TAKERS: Final[dict[Move, Role]] = {
    A.FORWARD: R.BUREAU_HEAD,
    ORGANISATION: R.ORGANISATION_REVIEWER,
    LEGAL: R.LEGAL_REVIEWER,
    ASSISTANT: R.ASSISTANT,
    SECRETARY: R.SECRETARY,
    GOVERNOR: R.GOVERNOR_OFFICE,
    A.SEND: R.LETTER_ADMINISTRATOR,
    A.RECEIVE: R.LETTER_ADMINISTRATOR,
    A.ANSWER_APPROVED: R.LETTER_ADMINISTRATOR,
    A.RECORD_HARMONIZATION: R.LEGAL_REVIEWER,
    A.RECORD_FACILITATION: R.LEGAL_REVIEWER,
}


def a_scan(name: str = "pindai") -> CheckedUpload:
    """Return a small PDF that stands for a scan."""
    return paper(name, "Hasil pindai untuk uji")


def a_draft(
    office: Office,
    new_name: str = NEW_NAME,
    *,
    by: Role = Role.BUREAU_HEAD,
    operations: tuple[Operation, ...] = (),
    is_passing: bool = False,
) -> ProposalId:
    """Return a draft of the bureau's rename, and of these operations, with the documents it must have."""
    told = f"draft {new_name} by {by} {operations}"
    return remembered(office, told, lambda: _draft(office, new_name, by, operations), is_passing=is_passing)


def _draft(office: Office, new_name: str, by: Role, operations: tuple[Operation, ...]) -> ProposalId:
    proposal_id = a_bare_draft(office, new_name, by=by)
    for code in ("KAJIAN", "RANPERGUB"):
        seen = revision(office, proposal_id)
        attach_document(office.context(by), AttachDocument(proposal_id, seen, code, a_scan(code)))
    for operation in operations:
        command = ChangeOperations(proposal_id, revision(office, proposal_id), operation)
        change_operations(office.context(by), command)
    return proposal_id


def a_bare_draft(office: Office, new_name: str = NEW_NAME, *, by: Role = Role.BUREAU_HEAD) -> ProposalId:
    """Return a draft of the bureau's rename without any document."""
    command = CreateProposal(office.units[HUMAS], new_name, "alasan pertama\nalasan kedua")
    return ProposalId(create_proposal(office.context(by), command))


def a_proposal_in(
    office: Office, state: ProposalState, new_name: str = NEW_NAME, operations: tuple[Operation, ...] = ()
) -> ProposalId:
    """Return a proposal that the head submitted and that has come as far as a state."""
    told = f"{new_name} in {state} {operations}"
    return remembered(office, told, lambda: _proposal_in(office, state, new_name, operations))


def _proposal_in(
    office: Office, state: ProposalState, new_name: str, operations: tuple[Operation, ...]
) -> ProposalId:
    proposal_id = a_draft(office, new_name, operations=operations, is_passing=True)
    _walk_to(office, proposal_id, state)
    return proposal_id


def _walk_to(office: Office, proposal_id: ProposalId, state: ProposalState) -> None:
    """Bring a draft as far as a state on the usual road, on the way to what a test wants."""
    before = _BEFORE.get(state)
    if before is not None:
        told = f"{proposal_id} to {state}"
        remembered(office, told, lambda: _walk(office, proposal_id, before), is_passing=True)


def _walk(office: Office, proposal_id: ProposalId, before: ProposalState) -> None:
    _walk_to(office, proposal_id, before)
    for action in NEXT[before]:
        go(office, proposal_id, action)


def promulgate_on(office: Office, proposal_id: ProposalId, day: date, number: str) -> None:
    """Bring a draft so far that its regulation is to commence on a day."""
    told = f"{proposal_id} promulgated by {number} for {day}"
    remembered(office, told, lambda: _promulgate_on(office, proposal_id, day, number))


def _promulgate_on(office: Office, proposal_id: ProposalId, day: date, number: str) -> None:
    _walk_to(office, proposal_id, S.FACILITATION)
    go(office, proposal_id, A.RECORD_FACILITATION)
    enact_it(office, proposal_id, number)
    promulgate_it(office, proposal_id, day)


def page(office: Office, proposal_id: ProposalId) -> ProposalPage:
    """Return the proposal as the system sees it."""
    return show_proposal(office.as_system(), proposal_id)


def revision(office: Office, proposal_id: ProposalId) -> int:
    """Return the proposal's present revision."""
    with office.resources.reading() as session:
        return load_row(session, Scope(office.government_id), proposal_id).revision


def letter_of(office: Office, proposal_id: ProposalId) -> LetterView:
    """Return the proposal's newest letter."""
    return page(office, proposal_id).letters[0]


def go(office: Office, proposal_id: ProposalId, action: Move) -> None:
    """Take one step of the usual road, by whoever usually takes it, with all it asks for."""
    match action:
        case Action.ENACT:
            enact_it(office, proposal_id)
        case Action.PROMULGATE:
            promulgate_it(office, proposal_id)
        case Action.COMMENCE:
            ctx = office.context(R.LETTER_ADMINISTRATOR)
            commence(ctx, Commence(proposal_id, revision(office, proposal_id)))
        case _:
            if action == GOVERNOR:
                freeze(office, proposal_id)
            if action is Action.SEND:
                number_it(office, proposal_id)
            take(office, proposal_id, action, TAKERS[action])


def take(
    office: Office,
    proposal_id: ProposalId,
    move: Move,
    role: Role,
    *,
    reason: str = "",
    person: str = "",
    scan: CheckedUpload | None = None,
    outcome: ReviewOutcome = ReviewOutcome.FINISHED,
) -> None:
    """Take a step as a role, with a document's number and a scan unless another is given."""
    seen = revision(office, proposal_id)
    action, step = (move, None) if isinstance(move, Action) else move
    facts = (None, reason, person, "UJI-SURAT-001", scan or a_scan(), step, outcome)
    take_step(office.context(role), TakeStep(proposal_id, action, seen, *facts))


def freeze(office: Office, proposal_id: ProposalId) -> LetterId:
    """Issue the proposal's letter without drawing it."""
    ctx = office.context(R.LETTER_ADMINISTRATOR)
    letter = letter_of(office, proposal_id)
    source = letter_source(ctx, letter.id)
    final = replace(source, facts=replace(source.facts, is_concept=False))
    freeze_letter(ctx, FreezeLetter(letter.id, letter.revision, final))
    return letter.id


def number_it(office: Office, proposal_id: ProposalId, number: str | None = None) -> None:
    """Record the number and date that the letter was given elsewhere; each letter's is its own."""
    letter = letter_of(office, proposal_id)
    given = number or f"000.8.1.2/{letter.id.int}/UJI/2026"
    record_number(
        office.context(R.LETTER_ADMINISTRATOR), RecordNumber(letter.id, letter.revision, given, TODAY)
    )


def enact_it(
    office: Office, proposal_id: ProposalId, number: str = "UJI-002", enacted_on: date = TODAY
) -> None:
    """Record the regulation."""
    seen = revision(office, proposal_id)
    command = Enact(
        proposal_id, seen, number, enacted_on.year, "Perubahan Susunan Organisasi", enacted_on, a_scan()
    )
    enact(office.context(R.LEGAL_REVIEWER), command)


def promulgate_it(office: Office, proposal_id: ProposalId, effective_on: date = EFFECTIVE_ON) -> None:
    """Record the promulgation."""
    seen = revision(office, proposal_id)
    command = Promulgate(proposal_id, seen, "UJI-BD-001", TODAY, effective_on)
    promulgate(office.context(R.LEGAL_REVIEWER), command)
