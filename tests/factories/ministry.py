"""What came from the ministry and how it was answered, through the use cases of an office."""

from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import Operation
from orgflow.domain.ministry.grants import GrantVerdict, Reply
from orgflow.domain.ministry.items import ItemKind, NewItem
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import OperationId, ProposalId
from orgflow.services.incoming_letters import RegisterIncoming, register_incoming
from orgflow.services.ministry_answers import (
    ComposeAnswer,
    RecordAnswer,
    compose_answer,
    record_answer,
)
from orgflow.services.ministry_items import AskItems, ask_items
from orgflow.store import grants
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in, a_scan, page, revision

OTDA: Final = "Direktur Jenderal Otonomi Daerah"
TU: Final = Role.LETTER_ADMINISTRATOR


def a_proposal_of(office: Office, *operations: Operation) -> ProposalId:
    """Return a proposal of the bureau's rename and these operations that waits for the ministry's answer."""
    return a_proposal_in(office, ProposalState.MINISTRY_REVIEW, operations=operations)


def came(
    office: Office,
    *about: ProposalId,
    number: str = "100.2.2/1/OTDA",
    dated_on: date = TODAY,
    received_on: date = TODAY,
    late_reason: str = "",
) -> UUID:
    """Return a letter of the ministry that was entered in the agenda."""
    command = RegisterIncoming(
        received_on, number, dated_on, OTDA, "Tanggapan atas usulan", a_scan(number), None, about, late_reason
    )
    return register_incoming(office.context(TU), command)


def ask(office: Office, proposal_id: ProposalId, letter_id: UUID, *texts: str, late_reason: str = "") -> None:
    """Record that a letter asks for these things to be completed."""
    items = tuple(NewItem(ItemKind.COMPLETION, text) for text in texts)
    command = AskItems(proposal_id, letter_id, revision(office, proposal_id), items, late_reason)
    ask_items(office.context(TU), command)


def replies_to(
    office: Office,
    proposal_id: ProposalId,
    *verdicts: GrantVerdict,
    changed: tuple[Operation, ...] = (),
) -> tuple[Reply, ...]:
    """Return an answer to each operation; what was changed became ``changed``, what was refused says why."""
    return tuple(
        Reply(
            OperationId(placed.id),
            verdict,
            "" if verdict is GrantVerdict.GRANTED else "Tidak sesuai pedoman.",
            changed if verdict is GrantVerdict.CHANGED else (),
        )
        for placed, verdict in zip(page(office, proposal_id).operations, verdicts, strict=False)
    )


def compose(office: Office, proposal_id: ProposalId, letter_id: UUID, replies: tuple[Reply, ...]) -> None:
    """Write down what a letter says to the operations."""
    seen = answer_revision(office, proposal_id, letter_id)
    compose_answer(office.context(TU), ComposeAnswer(proposal_id, letter_id, seen, replies))


def record(office: Office, proposal_id: ProposalId, letter_id: UUID, late_reason: str = "") -> None:
    """Record the composed answer."""
    command = RecordAnswer(
        proposal_id,
        letter_id,
        revision(office, proposal_id),
        answer_revision(office, proposal_id, letter_id),
        late_reason,
    )
    record_answer(office.context(TU), command)


def answer_revision(office: Office, proposal_id: ProposalId, letter_id: UUID) -> int:
    """Return the composed answer's present revision, 0 while nothing was composed."""
    with office.resources.reading() as session:
        row = grants.answer_by(session, letter_id, proposal_id)
        return row.revision if row is not None else 0
