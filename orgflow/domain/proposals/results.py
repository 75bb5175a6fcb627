"""Which documents are results of the reviews of the draft regulation, and which of the steps brought them."""

from collections.abc import Sequence
from typing import Final

from orgflow.domain.proposals.state_rules import Entry
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import Step, round_of

RESULT_OF: Final[dict[str, Action]] = {
    str(Entry.HARMONIZATION_RESULT): Action.RECORD_HARMONIZATION,
    str(Entry.FACILITATION_RESULT): Action.RECORD_FACILITATION,
}
"""By which step a document comes that is the result of a review; nobody uploads it besides."""

_CODES: Final = {action: code for code, action in RESULT_OF.items()}


def newest_results(steps: Sequence[Step]) -> dict[str, int]:
    """Return, by document, which of the steps brought the newest result; those count from 0.

    What was told before the proposal last went backwards is of another draft and counts no more.
    """
    since = len(steps) - len(round_of(steps))
    return {
        _CODES[step.action]: place
        for place, step in enumerate(steps)
        if place >= since and step.action in _CODES and step.outcome is not None
    }
