"""Which action a proposal waits for, so that a page can name one button and one person."""

from collections.abc import Iterable
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.states import ACTIONS, Action, ProposalState
from orgflow.services.overview import is_forward
from orgflow.web.proposals.words import Step

A, S = Action, ProposalState

_EXPECTED: Final[dict[ProposalState, Action]] = {
    S.DRAFT: A.SUBMIT,
    S.UNIT_REVIEW: A.APPROVE_UNIT,
    S.ORG_REVIEW: A.APPROVE_ORGANISATION,
    S.LEGAL_REVIEW: A.APPROVE_LEGAL,
    S.INITIALLING: A.PARAF_ASSISTANT,
    S.SIGNING: A.SIGN,
    S.SUBMITTED: A.RECEIVE,
    S.MINISTRY_REVIEW: A.ANSWER_APPROVED,
    S.FACILITATION: A.RECORD_FACILITATION,
    S.ENACTED: A.PROMULGATE,
    S.PROMULGATED: A.COMMENCE,
}

_EXPECTED_AFTER: Final[dict[tuple[ProposalState, Action], Action]] = {
    (S.INITIALLING, A.PARAF_ASSISTANT): A.PARAF_SECRETARY,
    (S.SIGNING, A.SIGN): A.SEND,
    (S.MINISTRY_REVIEW, A.ANSWER_ASKS_COMPLETION): A.COMPLETE,
    (S.FACILITATION, A.RECORD_FACILITATION): A.ENACT,
}
"""Where the last step within a state says what is next."""


def expected_action(state: ProposalState, last: Step | None) -> Action | None:
    """Return the action a proposal waits for; None at an end of the road."""
    if last is not None and (state, last.action) in _EXPECTED_AFTER:
        return _EXPECTED_AFTER[state, last.action]
    return _EXPECTED.get(state)


def main_action(allowed: Iterable[Action], state: ProposalState, last: Step | None) -> Action | None:
    """Return the one action to put before the reader; None when nobody but others can bring it on."""
    forward = [action for action in allowed if is_forward(action)]
    wanted = expected_action(state, last)
    if wanted in forward:
        return wanted
    return forward[0] if forward else None


def awaited_permissions(state: ProposalState, last: Step | None) -> tuple[Permission, ...]:
    """Return the permissions of whoever must act now; none at an end of the road."""
    action = expected_action(state, last)
    return ACTIONS[action].permission if action is not None else ()


def is_usually_recorded(state: ProposalState, last: Step | None) -> bool:
    """Say whether the awaited step is one that the letter administrator may record for a leader."""
    action = expected_action(state, last)
    return action is not None and ACTIONS[action].recordable
