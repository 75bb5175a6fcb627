"""What is given with a step, and what of it is missing."""

from dataclasses import dataclass
from datetime import date

from orgflow.domain.proposals.states import ACTIONS, Action, Ask
from orgflow.domain.proposals.steps import ReviewOutcome


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What is given with a step.

    Attributes:
        person: the leader for whom TU records it.
        step: the key of the route's step that is taken, or to which the proposal is returned.
        late_reason: why something is told after what came later than it.
    """

    acted_on: date
    reason: str | None = None
    person: str | None = None
    document_number: str | None = None
    has_scan: bool = False
    has_regulation: bool = False
    has_gazette: bool = False
    step: str | None = None
    outcome: ReviewOutcome | None = None
    late_reason: str | None = None


def missing_facts(action: Action, facts: StepFacts, *, is_recorded: bool) -> tuple[str, ...]:
    """Return the names of what the step asks for and was not given."""
    asks = ACTIONS[action].asks
    if facts.outcome is not None and facts.outcome.has_notes:
        asks |= {Ask.REASON}
    given = {
        Ask.REASON: bool(facts.reason),
        Ask.ACTED_ON: True,
        Ask.DOCUMENT: bool(facts.document_number),
        Ask.OUTCOME: facts.outcome is not None,
        Ask.SCAN: facts.has_scan,
        Ask.REGULATION: facts.has_regulation,
        Ask.GAZETTE: facts.has_gazette,
    }
    missing = [str(ask) for ask in Ask if ask in asks and not given[ask]]
    if is_recorded:
        if not facts.person:
            missing.append("person")
        if not facts.has_scan and Ask.SCAN not in asks:
            missing.append(str(Ask.SCAN))
    return tuple(missing)
