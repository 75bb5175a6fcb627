"""The road of a proposal as one table: states, actions, and who may take each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.access.roles import Permission


class ProposalState(StrEnum):
    """Where a proposal stands."""

    DRAFT = "draft"
    UNIT_REVIEW = "unit_review"
    ORG_REVIEW = "org_review"
    LEGAL_REVIEW = "legal_review"
    INITIALLING = "initialling"
    SIGNING = "signing"
    SUBMITTED = "submitted"
    MINISTRY_REVIEW = "ministry_review"
    FACILITATION = "facilitation"
    ENACTED = "enacted"
    PROMULGATED = "promulgated"
    IMPLEMENTED = "implemented"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


class Action(StrEnum):
    """What somebody does to move a proposal."""

    SUBMIT = "submit"
    FORWARD = "forward"
    APPROVE_UNIT = "approve_unit"
    APPROVE_ORGANISATION = "approve_organisation"
    APPROVE_LEGAL = "approve_legal"
    PARAF_ASSISTANT = "paraf_assistant"
    PARAF_SECRETARY = "paraf_secretary"
    SIGN = "sign"
    SEND = "send"
    RECEIVE = "receive"
    ANSWER_APPROVED = "answer_approved"
    ANSWER_APPROVED_WITH_NOTES = "answer_approved_with_notes"
    ANSWER_ASKS_COMPLETION = "answer_asks_completion"
    ANSWER_REJECTED = "answer_rejected"
    COMPLETE = "complete"
    RECORD_FACILITATION = "record_facilitation"
    ENACT = "enact"
    PROMULGATE = "promulgate"
    COMMENCE = "commence"
    RETURN = "return"
    GO_BACK = "go_back"
    RECALL = "recall"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    SUPERSEDE = "supersede"


S, A, P = ProposalState, Action, Permission

TRANSITIONS: Final[dict[tuple[ProposalState, Action], ProposalState]] = {
    (S.DRAFT, A.SUBMIT): S.UNIT_REVIEW,
    (S.DRAFT, A.FORWARD): S.ORG_REVIEW,
    (S.UNIT_REVIEW, A.APPROVE_UNIT): S.ORG_REVIEW,
    (S.ORG_REVIEW, A.APPROVE_ORGANISATION): S.LEGAL_REVIEW,
    (S.LEGAL_REVIEW, A.APPROVE_LEGAL): S.INITIALLING,
    (S.INITIALLING, A.PARAF_ASSISTANT): S.INITIALLING,
    (S.INITIALLING, A.PARAF_SECRETARY): S.SIGNING,
    (S.SIGNING, A.SIGN): S.SIGNING,
    (S.SIGNING, A.SEND): S.SUBMITTED,
    (S.SUBMITTED, A.RECEIVE): S.MINISTRY_REVIEW,
    (S.MINISTRY_REVIEW, A.ANSWER_APPROVED): S.FACILITATION,
    (S.MINISTRY_REVIEW, A.ANSWER_APPROVED_WITH_NOTES): S.FACILITATION,
    (S.MINISTRY_REVIEW, A.ANSWER_ASKS_COMPLETION): S.MINISTRY_REVIEW,
    (S.MINISTRY_REVIEW, A.COMPLETE): S.MINISTRY_REVIEW,
    (S.MINISTRY_REVIEW, A.ANSWER_REJECTED): S.REJECTED,
    (S.FACILITATION, A.RECORD_FACILITATION): S.FACILITATION,
    (S.FACILITATION, A.ENACT): S.ENACTED,
    (S.ENACTED, A.PROMULGATE): S.PROMULGATED,
    (S.PROMULGATED, A.COMMENCE): S.IMPLEMENTED,
    (S.UNIT_REVIEW, A.RETURN): S.DRAFT,
    (S.ORG_REVIEW, A.RETURN): S.DRAFT,
    (S.LEGAL_REVIEW, A.RETURN): S.DRAFT,
    (S.INITIALLING, A.RETURN): S.DRAFT,
    (S.SIGNING, A.RETURN): S.DRAFT,
    (S.LEGAL_REVIEW, A.GO_BACK): S.ORG_REVIEW,
    (S.INITIALLING, A.GO_BACK): S.LEGAL_REVIEW,
    (S.SIGNING, A.GO_BACK): S.INITIALLING,
    (S.UNIT_REVIEW, A.RECALL): S.DRAFT,
    (S.ORG_REVIEW, A.RECALL): S.DRAFT,
    (S.LEGAL_REVIEW, A.RECALL): S.DRAFT,
    (S.ORG_REVIEW, A.REJECT): S.REJECTED,
    (S.LEGAL_REVIEW, A.REJECT): S.REJECTED,
    (S.INITIALLING, A.REJECT): S.REJECTED,
    (S.SIGNING, A.REJECT): S.REJECTED,
    (S.DRAFT, A.WITHDRAW): S.WITHDRAWN,
    (S.UNIT_REVIEW, A.WITHDRAW): S.WITHDRAWN,
    (S.ORG_REVIEW, A.WITHDRAW): S.WITHDRAWN,
    (S.LEGAL_REVIEW, A.WITHDRAW): S.WITHDRAWN,
    (S.INITIALLING, A.WITHDRAW): S.WITHDRAWN,
    (S.SIGNING, A.WITHDRAW): S.WITHDRAWN,
    (S.SUBMITTED, A.WITHDRAW): S.WITHDRAWN,
    (S.MINISTRY_REVIEW, A.WITHDRAW): S.WITHDRAWN,
    (S.FACILITATION, A.WITHDRAW): S.WITHDRAWN,
    (S.REJECTED, A.SUPERSEDE): S.SUPERSEDED,
    (S.WITHDRAWN, A.SUPERSEDE): S.SUPERSEDED,
}

ENDED: Final = frozenset({S.IMPLEMENTED, S.WITHDRAWN, S.REJECTED, S.SUPERSEDED})
RUNNING: Final = frozenset(S) - ENDED
BEFORE_SIGNING: Final = frozenset({S.DRAFT, S.UNIT_REVIEW, S.ORG_REVIEW, S.LEGAL_REVIEW, S.INITIALLING})
"""Where the initials that the letter waits for are not all given."""


class Ask(StrEnum):
    """What a step must be given before it is recorded."""

    REASON = "reason"
    ACTED_ON = "acted_on"
    DOCUMENT = "document"
    SCAN = "scan"
    REGULATION = "regulation"
    GAZETTE = "gazette"


@dataclass(frozen=True, slots=True)
class ActionRule:
    """Who takes an action and what it asks for.

    ``permission`` is the own act's; where the leader seldom signs in, ``recordable`` lets a holder of
    ``RECORD_FOR_LEADERS`` record it with date, name and scan. ``after`` must have been taken in the
    present round. ``is_decision`` bars whoever drafted the proposal.
    """

    permission: tuple[Permission, ...]
    asks: frozenset[Ask] = frozenset()
    recordable: bool = False
    after: tuple[Action, ...] = ()
    is_decision: bool = False


_REASON: Final = frozenset({Ask.REASON})
_LETTER: Final = frozenset({Ask.ACTED_ON, Ask.DOCUMENT, Ask.SCAN})
_REVIEWERS: Final = (P.REVIEW_AS_UNIT, P.REVIEW_AS_ORGANISATION, P.REVIEW_AS_LEGAL)
_LEADERS: Final = (P.PARAF_AS_ASSISTANT, P.PARAF_AS_SECRETARY, P.SIGN_AS_GOVERNOR)

ACTIONS: Final[dict[Action, ActionRule]] = {
    A.SUBMIT: ActionRule((P.SUBMIT_PROPOSAL,)),
    A.FORWARD: ActionRule((P.REVIEW_AS_UNIT,)),
    A.APPROVE_UNIT: ActionRule((P.REVIEW_AS_UNIT,), is_decision=True),
    A.APPROVE_ORGANISATION: ActionRule((P.REVIEW_AS_ORGANISATION,), is_decision=True),
    A.APPROVE_LEGAL: ActionRule((P.REVIEW_AS_LEGAL,), is_decision=True),
    A.PARAF_ASSISTANT: ActionRule((P.PARAF_AS_ASSISTANT,), recordable=True, is_decision=True),
    A.PARAF_SECRETARY: ActionRule(
        (P.PARAF_AS_SECRETARY,), recordable=True, is_decision=True, after=(A.PARAF_ASSISTANT,)
    ),
    A.SIGN: ActionRule((P.SIGN_AS_GOVERNOR,), frozenset({Ask.SCAN}), recordable=True, is_decision=True),
    A.SEND: ActionRule((P.ISSUE_LETTER,), frozenset({Ask.ACTED_ON}), after=(A.SIGN,)),
    A.RECEIVE: ActionRule((P.RECORD_MINISTRY,), frozenset({Ask.ACTED_ON})),
    A.ANSWER_APPROVED: ActionRule((P.RECORD_MINISTRY,), _LETTER),
    A.ANSWER_APPROVED_WITH_NOTES: ActionRule((P.RECORD_MINISTRY,), _LETTER | _REASON),
    A.ANSWER_ASKS_COMPLETION: ActionRule((P.RECORD_MINISTRY,), _LETTER | _REASON),
    A.ANSWER_REJECTED: ActionRule((P.RECORD_MINISTRY,), _LETTER | _REASON),
    A.COMPLETE: ActionRule((P.RECORD_MINISTRY,), _LETTER, after=(A.ANSWER_ASKS_COMPLETION,)),
    A.RECORD_FACILITATION: ActionRule((P.RECORD_REGULATION,), _LETTER),
    A.ENACT: ActionRule(
        (P.RECORD_REGULATION,), frozenset({Ask.REGULATION, Ask.SCAN}), after=(A.RECORD_FACILITATION,)
    ),
    A.PROMULGATE: ActionRule((P.RECORD_REGULATION,), frozenset({Ask.GAZETTE})),
    A.COMMENCE: ActionRule((P.COMMENCE,)),
    A.RETURN: ActionRule((*_REVIEWERS, *_LEADERS), _REASON, recordable=True),
    A.GO_BACK: ActionRule((P.REVIEW_AS_LEGAL, *_LEADERS), _REASON, recordable=True),
    A.RECALL: ActionRule((P.SUBMIT_PROPOSAL,), _REASON),
    A.REJECT: ActionRule((P.REVIEW_AS_ORGANISATION, P.REVIEW_AS_LEGAL, *_LEADERS), _REASON, recordable=True),
    A.WITHDRAW: ActionRule((P.SUBMIT_PROPOSAL,), _REASON),
    A.SUPERSEDE: ActionRule((P.EDIT_PROPOSAL,)),
}

DESKS: Final[dict[ProposalState, tuple[Permission, ...]]] = {
    S.DRAFT: (P.SUBMIT_PROPOSAL,),
    S.UNIT_REVIEW: (P.REVIEW_AS_UNIT,),
    S.ORG_REVIEW: (P.REVIEW_AS_ORGANISATION,),
    S.LEGAL_REVIEW: (P.REVIEW_AS_LEGAL,),
    S.INITIALLING: (P.PARAF_AS_ASSISTANT, P.PARAF_AS_SECRETARY),
    S.SIGNING: (P.SIGN_AS_GOVERNOR,),
    S.SUBMITTED: (P.RECORD_MINISTRY,),
    S.MINISTRY_REVIEW: (P.RECORD_MINISTRY,),
    S.FACILITATION: (P.RECORD_REGULATION,),
    S.ENACTED: (P.RECORD_REGULATION,),
    S.PROMULGATED: (P.COMMENCE,),
}
"""Whose desk a proposal lies on; what a reviewer may return, go back or reject is what lies there."""
