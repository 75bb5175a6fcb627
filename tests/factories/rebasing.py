"""A draft whose structure changes meanwhile, its questions and their answers, in few words."""

from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import Operation
from orgflow.domain.values import ProposalId
from orgflow.services.history import proposal_history
from orgflow.services.rebasing import (
    Answered,
    SettleQuestions,
    settle_questions,
)
from orgflow.services.rebasing_pages import RebasePage, show_rebasing
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office
from tests.factories.registry import Keeper
from tests.factories.roads import page, revision

FIRST: Final = "Biro Hubungan Masyarakat"
R = Role


def renamed_meanwhile(office: Office, unit: str = HUMAS, name: str = FIRST) -> None:
    """Rename a unit officially from today on."""
    Keeper.of(office).rename(unit, TODAY, name)


def shown(office: Office, proposal_id: ProposalId, role: Role = R.BUREAU_HEAD) -> RebasePage:
    """Return how a proposal stands, as a role reads it."""
    return show_rebasing(office.context(role), proposal_id)


def keys(office: Office, proposal_id: ProposalId) -> list[str]:
    """Return the keys of the questions that are put to the bureau."""
    situation = shown(office, proposal_id).situation
    return [] if situation is None else [question.key for question in situation.questions]


def settle(
    office: Office,
    proposal_id: ProposalId,
    *answers: Answered,
    seen: int | None = None,
    key: str | None = None,
) -> UUID:
    """Answer as the head of the bureau."""
    held = revision(office, proposal_id) if seen is None else seen
    return settle_questions(
        office.context(R.BUREAU_HEAD, key=key), SettleQuestions(proposal_id, held, answers)
    )


def operations(office: Office, proposal_id: ProposalId) -> list[Operation]:
    """Return the operations of a proposal."""
    return [placed.operation for placed in page(office, proposal_id).operations]


def events(office: Office, proposal_id: ProposalId) -> list[str]:
    """Return what happened to a proposal, the latest first."""
    return [view.event for view in proposal_history(office.as_system(), proposal_id)]


def keys_of_reviewer(office: Office, proposal_id: ProposalId) -> list[str]:
    """Return the keys of the questions that Biro Organisasi sees."""
    situation = shown(office, proposal_id, R.ORGANISATION_REVIEWER).situation
    return [] if situation is None else [question.key for question in situation.questions]
