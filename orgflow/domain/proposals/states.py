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
    HARMONIZATION = "harmonization"
    FACILITATION = "facilitation"
    ENACTED = "enacted"
    PROMULGATED = "promulgated"
    IMPLEMENTED = "implemented"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"


class Action(StrEnum):
    """What somebody does to move a proposal; the first three take one step of its route."""

    APPROVE = "approve"
    PARAF = "paraf"
    SIGN = "sign"
    SUBMIT = "submit"
    FORWARD = "forward"
    SEND = "send"
    RECEIVE = "receive"
    ANSWER_APPROVED = "answer_approved"
    ANSWER_APPROVED_WITH_NOTES = "answer_approved_with_notes"
    ANSWER_ASKS_COMPLETION = "answer_asks_completion"
    ANSWER_REJECTED = "answer_rejected"
    COMPLETE = "complete"
    RECORD_HARMONIZATION = "record_harmonization"
    RECORD_FACILITATION = "record_facilitation"
    ENACT = "enact"
    PROMULGATE = "promulgate"
    COMMENCE = "commence"
    RETURN = "return"
    RECALL = "recall"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    SUPERSEDE = "supersede"
    CHANGE_ROUTE = "change_route"


S, A, P = ProposalState, Action, Permission

STAGES: Final = (S.UNIT_REVIEW, S.ORG_REVIEW, S.LEGAL_REVIEW, S.INITIALLING, S.SIGNING)
"""The states through which a proposal's route leads, in their order."""
REVIEWS: Final = (S.HARMONIZATION, S.FACILITATION)
"""Who looks at the draft regulation after the ministry agreed; the office sets which of them is first."""

TRANSITIONS: Final[dict[tuple[ProposalState, Action], tuple[ProposalState, ...]]] = {
    (S.DRAFT, A.SUBMIT): (S.UNIT_REVIEW, S.ORG_REVIEW),
    (S.DRAFT, A.FORWARD): (S.ORG_REVIEW,),
    (S.UNIT_REVIEW, A.APPROVE): STAGES,
    (S.UNIT_REVIEW, A.PARAF): STAGES,
    (S.ORG_REVIEW, A.APPROVE): STAGES[1:],
    (S.ORG_REVIEW, A.PARAF): STAGES[1:],
    (S.LEGAL_REVIEW, A.APPROVE): STAGES[2:],
    (S.LEGAL_REVIEW, A.PARAF): STAGES[2:],
    (S.INITIALLING, A.APPROVE): STAGES[3:],
    (S.INITIALLING, A.PARAF): STAGES[3:],
    (S.SIGNING, A.SIGN): (S.SIGNING,),
    (S.SIGNING, A.SEND): (S.SUBMITTED,),
    (S.SUBMITTED, A.RECEIVE): (S.MINISTRY_REVIEW,),
    (S.MINISTRY_REVIEW, A.ANSWER_APPROVED): REVIEWS,
    (S.MINISTRY_REVIEW, A.ANSWER_APPROVED_WITH_NOTES): REVIEWS,
    (S.MINISTRY_REVIEW, A.ANSWER_ASKS_COMPLETION): (S.MINISTRY_REVIEW,),
    (S.MINISTRY_REVIEW, A.COMPLETE): (S.MINISTRY_REVIEW,),
    (S.MINISTRY_REVIEW, A.ANSWER_REJECTED): (S.REJECTED,),
    (S.HARMONIZATION, A.RECORD_HARMONIZATION): REVIEWS,
    (S.HARMONIZATION, A.RECORD_FACILITATION): (S.HARMONIZATION,),
    (S.HARMONIZATION, A.ENACT): (S.ENACTED,),
    (S.FACILITATION, A.RECORD_HARMONIZATION): (S.FACILITATION,),
    (S.FACILITATION, A.RECORD_FACILITATION): REVIEWS,
    (S.FACILITATION, A.ENACT): (S.ENACTED,),
    (S.ENACTED, A.PROMULGATE): (S.PROMULGATED,),
    (S.PROMULGATED, A.COMMENCE): (S.IMPLEMENTED,),
    (S.UNIT_REVIEW, A.RETURN): (S.DRAFT, S.UNIT_REVIEW),
    (S.ORG_REVIEW, A.RETURN): (S.DRAFT, *STAGES[:2]),
    (S.LEGAL_REVIEW, A.RETURN): (S.DRAFT, *STAGES[:3]),
    (S.INITIALLING, A.RETURN): (S.DRAFT, *STAGES[:4]),
    (S.SIGNING, A.RETURN): (S.DRAFT, *STAGES),
    (S.UNIT_REVIEW, A.RECALL): (S.DRAFT,),
    (S.ORG_REVIEW, A.RECALL): (S.DRAFT,),
    (S.LEGAL_REVIEW, A.RECALL): (S.DRAFT,),
    (S.ORG_REVIEW, A.REJECT): (S.REJECTED,),
    (S.LEGAL_REVIEW, A.REJECT): (S.REJECTED,),
    (S.INITIALLING, A.REJECT): (S.REJECTED,),
    (S.SIGNING, A.REJECT): (S.REJECTED,),
    (S.DRAFT, A.WITHDRAW): (S.WITHDRAWN,),
    (S.UNIT_REVIEW, A.WITHDRAW): (S.WITHDRAWN,),
    (S.ORG_REVIEW, A.WITHDRAW): (S.WITHDRAWN,),
    (S.LEGAL_REVIEW, A.WITHDRAW): (S.WITHDRAWN,),
    (S.INITIALLING, A.WITHDRAW): (S.WITHDRAWN,),
    (S.SIGNING, A.WITHDRAW): (S.WITHDRAWN,),
    (S.SUBMITTED, A.WITHDRAW): (S.WITHDRAWN,),
    (S.MINISTRY_REVIEW, A.WITHDRAW): (S.WITHDRAWN,),
    (S.HARMONIZATION, A.WITHDRAW): (S.WITHDRAWN,),
    (S.FACILITATION, A.WITHDRAW): (S.WITHDRAWN,),
    (S.REJECTED, A.SUPERSEDE): (S.SUPERSEDED,),
    (S.WITHDRAWN, A.SUPERSEDE): (S.SUPERSEDED,),
    (S.DRAFT, A.CHANGE_ROUTE): (S.DRAFT,),
    (S.UNIT_REVIEW, A.CHANGE_ROUTE): STAGES,
    (S.ORG_REVIEW, A.CHANGE_ROUTE): STAGES,
    (S.LEGAL_REVIEW, A.CHANGE_ROUTE): STAGES,
    (S.INITIALLING, A.CHANGE_ROUTE): STAGES,
    (S.SIGNING, A.CHANGE_ROUTE): STAGES,
}
"""Where an action may lead. With more than one, the proposal's route or the order of reviews says which."""

ENDED: Final = frozenset({S.IMPLEMENTED, S.WITHDRAWN, S.REJECTED, S.SUPERSEDED})
RUNNING: Final = frozenset(S) - ENDED
GRANTED: Final = frozenset({*REVIEWS, S.ENACTED, S.PROMULGATED})
"""Where a running proposal stands once the ministry agreed."""
SENT: Final = frozenset({S.SUBMITTED, S.MINISTRY_REVIEW}) | GRANTED
"""Where a running proposal stands once its letter went to the ministry."""
BEFORE_SIGNING: Final = frozenset({S.DRAFT, *STAGES}) - {S.SIGNING}
"""Where the initials that the letter waits for are not all given."""
ROUTED: Final = frozenset({A.APPROVE, A.PARAF, A.SIGN})
"""What takes one step of the route; who takes it and whether TU may record it, the step says."""
ANSWERS: Final = (
    A.ANSWER_APPROVED,
    A.ANSWER_APPROVED_WITH_NOTES,
    A.ANSWER_ASKS_COMPLETION,
    A.ANSWER_REJECTED,
)
"""What the ministry may answer, in the order in which it is asked."""
BACKWARD: Final = frozenset({A.RETURN, A.RECALL})
DESK_BOUND: Final = frozenset({A.RETURN, A.REJECT})
"""What is done by whoever has the proposal on the desk."""
REVIEW_OF: Final[dict[Action, ProposalState]] = {
    A.RECORD_HARMONIZATION: S.HARMONIZATION,
    A.RECORD_FACILITATION: S.FACILITATION,
}
RECORDING_OF: Final = {review: action for action, review in REVIEW_OF.items()}


class Ask(StrEnum):
    """What a step must be given before it is recorded."""

    REASON = "reason"
    ACTED_ON = "acted_on"
    DOCUMENT = "document"
    OUTCOME = "outcome"
    SCAN = "scan"
    REGULATION = "regulation"
    GAZETTE = "gazette"


@dataclass(frozen=True, slots=True)
class ActionRule:
    """Who takes an action and what it asks for.

    ``permission`` opens the door; of what the route or the desk decides, any who sees proposals may ask.
    ``after`` must have been taken in the present round. ``is_decision`` bars whoever drafted the proposal.
    ``is_outside`` marks a fact that was made elsewhere and may be told late, with a reason.
    """

    permission: tuple[Permission, ...]
    asks: frozenset[Ask] = frozenset()
    after: tuple[Action, ...] = ()
    is_decision: bool = False
    is_outside: bool = False


_REASON: Final = frozenset({Ask.REASON})
_LETTER: Final = frozenset({Ask.ACTED_ON, Ask.DOCUMENT, Ask.SCAN})
_DAY: Final = frozenset({Ask.ACTED_ON})
_BY_ROUTE: Final = (P.VIEW_PROPOSALS,)
_MINISTRY: Final = (P.RECORD_MINISTRY,)
_REGULATION: Final = (P.RECORD_REGULATION,)

ACTIONS: Final[dict[Action, ActionRule]] = {
    A.APPROVE: ActionRule(_BY_ROUTE, is_decision=True),
    A.PARAF: ActionRule(_BY_ROUTE, is_decision=True),
    A.SIGN: ActionRule(_BY_ROUTE, frozenset({Ask.SCAN}), is_decision=True),
    A.SUBMIT: ActionRule((P.SUBMIT_PROPOSAL,)),
    A.FORWARD: ActionRule((P.REVIEW_AS_UNIT,)),
    A.SEND: ActionRule((P.ISSUE_LETTER,), _DAY, is_outside=True),
    A.RECEIVE: ActionRule(_MINISTRY, _DAY, is_outside=True),
    A.ANSWER_APPROVED: ActionRule(_MINISTRY, _LETTER, is_outside=True),
    A.ANSWER_APPROVED_WITH_NOTES: ActionRule(_MINISTRY, _LETTER | _REASON, is_outside=True),
    A.ANSWER_ASKS_COMPLETION: ActionRule(_MINISTRY, _LETTER | _REASON, is_outside=True),
    A.ANSWER_REJECTED: ActionRule(_MINISTRY, _LETTER | _REASON, is_outside=True),
    A.COMPLETE: ActionRule(_MINISTRY, _LETTER, after=(A.ANSWER_ASKS_COMPLETION,), is_outside=True),
    A.RECORD_HARMONIZATION: ActionRule(_REGULATION, _LETTER | {Ask.OUTCOME}, is_outside=True),
    A.RECORD_FACILITATION: ActionRule(_REGULATION, _LETTER | {Ask.OUTCOME}, is_outside=True),
    A.ENACT: ActionRule(_REGULATION, frozenset({Ask.REGULATION, Ask.SCAN}), is_outside=True),
    A.PROMULGATE: ActionRule(_REGULATION, frozenset({Ask.GAZETTE}), is_outside=True),
    A.COMMENCE: ActionRule((P.COMMENCE,)),
    A.RETURN: ActionRule(_BY_ROUTE, _REASON),
    A.RECALL: ActionRule((P.SUBMIT_PROPOSAL,), _REASON),
    A.REJECT: ActionRule(_BY_ROUTE, _REASON),
    A.WITHDRAW: ActionRule((P.SUBMIT_PROPOSAL,), _REASON),
    A.SUPERSEDE: ActionRule((P.EDIT_PROPOSAL,)),
    A.CHANGE_ROUTE: ActionRule((P.MANAGE_SETTINGS,), _REASON),
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
    S.HARMONIZATION: (P.RECORD_REGULATION,),
    S.FACILITATION: (P.RECORD_REGULATION,),
    S.ENACTED: (P.RECORD_REGULATION,),
    S.PROMULGATED: (P.COMMENCE,),
}
"""Whose desk a state is by custom; within a route the open steps say it exactly."""
