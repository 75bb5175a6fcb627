"""A proposal on a walk over the rules alone, with all that hangs on it."""

from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.changes.recommencing import Touched
from orgflow.domain.ministry.grants import AskedOperation
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.commencement import RegulationDays
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.steps import Step
from orgflow.domain.values import InstrumentId
from tests.walks.rules_authority import PEOPLE
from tests.walks.rules_talk import Ministry, Notes
from tests.walks.trying import SeenCase, SeenStep, Try

_NO_DAYS: Final = RegulationDays(None, None, None)


@dataclass(slots=True)
class Kept:
    """A proposal with all that hangs on it."""

    proposal: Proposal
    operations: tuple[AskedOperation, ...]
    base: Organisation
    number: int
    notes: Notes = field(default_factory=Notes)
    ministry: Ministry = field(default_factory=Ministry)
    days: RegulationDays = _NO_DAYS
    choices: dict[str, Choice] = field(default_factory=dict)
    touched: Touched | None = None
    spoken: frozenset[UUID] = frozenset()
    told: tuple[Proposal | None, tuple[SeenStep, ...]] = (None, ())

    @property
    def instrument(self) -> InstrumentId:
        """Its regulation."""
        return InstrumentId(UUID(int=7_000 + self.number))

    @property
    def granted(self) -> tuple[Operation, ...]:
        """What the ministry granted of it."""
        if self.ministry.grant is not None:
            return self.ministry.grant.operations
        return tuple(one.operation for one in self.operations)

    def seen(self) -> SeenCase:
        """Return it as it is kept."""
        held = self.proposal
        return SeenCase(
            held.state,
            frozenset(PEOPLE[user] for user in held.drafters),
            held.route,
            self._steps(),
            tuple(one.operation for one in self.operations),
            self.notes.seen(),
            self.ministry.seen_items(),
            self.ministry.seen_answers(),
            self.days.effective_on,
        )

    def _steps(self) -> tuple[SeenStep, ...]:
        """Return its steps as they are kept, written down once for each change."""
        if self.told[0] is not self.proposal:
            self.told = (self.proposal, tuple(map(_seen_step, self.proposal.steps)))
        return self.told[1]


def _seen_step(one: Step) -> SeenStep:
    who = PEOPLE.get(one.actor_id)
    return SeenStep(one.action, one.source, one.target, who, one.is_recorded, one.key, one.acted_on)


def facts_of(tried: Try) -> StepFacts:
    """Return everything a step may ask for, or nothing of it."""
    if tried.lacks:
        return StepFacts(tried.on, step=tried.key, outcome=tried.outcome, late_reason=tried.late or None)
    return StepFacts(
        tried.on,
        reason="Mohon dilengkapi.",
        person="Contoh Satu, S.Sos.",
        document_number="CONTOH-001",
        has_scan=True,
        has_regulation=True,
        has_gazette=True,
        step=tried.key,
        outcome=tried.outcome,
        late_reason=tried.late or None,
    )
