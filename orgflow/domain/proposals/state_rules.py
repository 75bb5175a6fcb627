"""What each state of the road rests on: its entry conditions, who acts there, and its deadline."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.states import DESKS, RUNNING, ProposalState

S = ProposalState


class Entry(StrEnum):
    """What must be there before a proposal may stand in a state."""

    SUBMISSION_DOCUMENTS = "submission_documents"
    ORGANISATION_DOCUMENTS = "organisation_documents"
    EARLIER_STEPS = "earlier_steps"
    SIGNED_LETTER = "signed_letter"
    LETTER_NUMBER = "letter_number"
    RECEIPT = "receipt"
    MINISTRY_LETTER = "ministry_letter"
    HARMONIZATION_RESULT = "HASIL_HARMONISASI"
    FACILITATION_RESULT = "HASIL_FASILITASI"
    REGULATION = "regulation"
    GAZETTE = "gazette"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class StateRule:
    """A state's entry conditions, its actors and the code under which an office sets its deadline.

    ``actors`` are those of custom; within a route its open steps say exactly who acts. An ended road has
    neither actors nor a deadline.
    """

    entry: tuple[Entry, ...]
    actors: tuple[Permission, ...]
    deadline: str | None


_SUBMITTED: Final = (Entry.SUBMISSION_DOCUMENTS,)
_REVIEWED: Final = (*_SUBMITTED, Entry.ORGANISATION_DOCUMENTS, Entry.EARLIER_STEPS)
_SENT: Final = (*_REVIEWED, Entry.SIGNED_LETTER, Entry.LETTER_NUMBER)
_ANSWERED: Final = (*_SENT, Entry.RECEIPT, Entry.MINISTRY_LETTER)
_ENACTED: Final = (*_ANSWERED, Entry.HARMONIZATION_RESULT, Entry.FACILITATION_RESULT, Entry.REGULATION)

_ENTRIES: Final[dict[ProposalState, tuple[Entry, ...]]] = {
    S.DRAFT: (),
    S.UNIT_REVIEW: _SUBMITTED,
    S.ORG_REVIEW: (*_SUBMITTED, Entry.EARLIER_STEPS),
    S.LEGAL_REVIEW: _REVIEWED,
    S.INITIALLING: _REVIEWED,
    S.SIGNING: _REVIEWED,
    S.SUBMITTED: _SENT,
    S.MINISTRY_REVIEW: (*_SENT, Entry.RECEIPT),
    S.HARMONIZATION: _ANSWERED,
    S.FACILITATION: _ANSWERED,
    S.ENACTED: _ENACTED,
    S.PROMULGATED: (*_ENACTED, Entry.GAZETTE),
    S.IMPLEMENTED: (*_ENACTED, Entry.GAZETTE),
    S.WITHDRAWN: (Entry.REASON,),
    S.REJECTED: (Entry.REASON,),
    S.SUPERSEDED: (Entry.REASON,),
}

STATE_RULES: Final[dict[ProposalState, StateRule]] = {
    state: StateRule(entry, DESKS.get(state, ()), str(state) if state in RUNNING else None)
    for state, entry in _ENTRIES.items()
}
