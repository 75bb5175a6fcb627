"""What is asked before a regulation commences, decided in few words."""

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.values import ProposalId
from orgflow.services.commencement_pages import CommencementPage, show_commencement
from orgflow.services.commencement_questions import DecideCommencement, Decision, decide_commencement
from tests.factories.office import Office
from tests.factories.roads import revision


def commencement(office: Office, proposal_id: ProposalId) -> CommencementPage:
    """Return how a commencement stands, as TU reads it."""
    return show_commencement(office.context(Role.LETTER_ADMINISTRATOR), proposal_id)


def decide(office: Office, proposal_id: ProposalId, choice: Choice) -> None:
    """Decide every open question alike."""
    asked = commencement(office, proposal_id).questions
    decide_commencement(
        office.context(Role.LETTER_ADMINISTRATOR),
        DecideCommencement(
            proposal_id,
            revision(office, proposal_id),
            tuple(Decision(question.key, choice, "menurut rapat uji") for question in asked),
        ),
    )
