"""The way from an empty installation to a submitted proposal: which steps are done, and which may be next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.access.roles import Permission


class GuideKey(StrEnum):
    """One step of the way, in the order in which they stand here."""

    STRUCTURE = "structure"
    FORMAT = "format"
    RULES = "rules"
    PROPOSAL = "proposal"
    STUDY = "study"
    COMPLETENESS = "completeness"
    SUBMISSION = "submission"


class GuideState(StrEnum):
    """How a step stands today; ``later`` waits for one before it."""

    DONE = "done"
    READY = "ready"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class GuideStep:
    """A step as it stands for one person; ``is_own`` when it is this person's to do."""

    key: GuideKey
    state: GuideState
    is_own: bool


K = GuideKey
AFTER: Final[Mapping[GuideKey, frozenset[GuideKey]]] = {
    K.STRUCTURE: frozenset(),
    K.FORMAT: frozenset({K.STRUCTURE}),
    K.RULES: frozenset(),
    K.PROPOSAL: frozenset({K.STRUCTURE}),
    K.STUDY: frozenset({K.PROPOSAL}),
    K.COMPLETENESS: frozenset({K.PROPOSAL, K.STUDY}),
    K.SUBMISSION: frozenset({K.COMPLETENESS}),
}
"""What must be done before a step: the letterhead and the rules keep no proposal from being written."""
DOERS: Final[Mapping[GuideKey, Permission]] = {
    K.STRUCTURE: Permission.KEEP_REGISTRY,
    K.FORMAT: Permission.MANAGE_SETTINGS,
    K.RULES: Permission.MANAGE_SETTINGS,
    K.PROPOSAL: Permission.EDIT_PROPOSAL,
    K.STUDY: Permission.EDIT_PROPOSAL,
    K.COMPLETENESS: Permission.EDIT_PROPOSAL,
    K.SUBMISSION: Permission.SUBMIT_PROPOSAL,
}


def guide_steps(done: Iterable[GuideKey], permissions: Iterable[Permission]) -> tuple[GuideStep, ...]:
    """Return the steps in their order, as they stand for whoever holds the permissions."""
    held, may = frozenset(done), frozenset(permissions)
    return tuple(GuideStep(key, _state(key, held), DOERS[key] in may) for key in GuideKey)


def next_step(steps: Iterable[GuideStep]) -> GuideStep | None:
    """Return the first step that the person can do now; None while it is others' turn, or all is done."""
    return next((step for step in steps if step.state is GuideState.READY and step.is_own), None)


def _state(key: GuideKey, done: frozenset[GuideKey]) -> GuideState:
    if key in done:
        return GuideState.DONE
    return GuideState.READY if AFTER[key] <= done else GuideState.LATER
