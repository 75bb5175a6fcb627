"""Many proposals at once, written as rows, for lists that are long."""

from datetime import timedelta
from itertools import count, cycle

from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.letters.kinds import MAIN_KIND as KIND
from orgflow.domain.letters.lifecycle import LetterState, NumberSource, SecurityClass, Urgency
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import OperationId, ProposalId
from orgflow.store.letters import LetterRow, add_letter
from orgflow.store.proposal_steps import add_step
from orgflow.store.proposals import PlacedOperation, ProposalRow, StepRow, put_operations
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office

STATES = (ProposalState.DRAFT, ProposalState.ORG_REVIEW, ProposalState.IMPLEMENTED)


def many_proposals(office: Office, number: int) -> tuple[ProposalId, ...]:
    """Return so many proposals, each with an operation, a step and a letter, on days of their own.

    A third is drafted, a third under review, a third commenced; the letters are drafts and void by turns.
    """
    ids = [ProposalId(office.resources.new_id()) for _ in range(number)]
    states, letters = cycle(STATES), cycle((LetterState.DRAFT, LetterState.VOID))
    with office.resources.writing() as session:
        for turn, proposal_id, state, letter in zip(count(), ids, states, letters, strict=False):
            now = office.clock()
            session.add(
                ProposalRow(
                    id=proposal_id,
                    government_id=office.government_id,
                    unit_id=office.units[HUMAS],
                    state=str(state),
                    revision=1,
                    background="",
                    considerations="alasan",
                    base_on=TODAY - timedelta(days=turn),
                    created_at=now,
                    changed_at=now,
                )
            )
            session.flush()
            operation = RenameUnit(office.units[HUMAS], f"Biro Nomor {turn}")
            placed = PlacedOperation(OperationId(office.resources.new_id()), operation)
            put_operations(session, office.government_id, proposal_id, (placed,))
            add_step(session, _step(office, proposal_id, state))
            add_letter(session, _letter(office, letter), proposal_id)
        session.commit()
    return tuple(ids)


def _step(office: Office, proposal_id: ProposalId, state: ProposalState) -> StepRow:
    has_commenced = state is ProposalState.IMPLEMENTED
    return StepRow(
        id=office.resources.new_id(),
        government_id=office.government_id,
        proposal_id=proposal_id,
        sequence=1,
        action=str(Action.COMMENCE if has_commenced else Action.RETURN),
        source=str(ProposalState.PROMULGATED if has_commenced else ProposalState.ORG_REVIEW),
        target=str(state),
        acted_on=TODAY,
        actor_name="Uji",
        is_recorded=False,
        recorded_at=office.clock(),
    )


def _letter(office: Office, state: LetterState) -> LetterRow:
    now = office.clock()
    return LetterRow(
        id=office.resources.new_id(),
        government_id=office.government_id,
        kind=KIND,
        state=str(state),
        revision=1,
        subject="Hal uji",
        urgency=str(Urgency.IMPORTANT),
        security_class=str(SecurityClass.ORDINARY),
        number_source=str(NumberSource.EXTERNAL),
        copies="",
        created_at=now,
        changed_at=now,
    )
