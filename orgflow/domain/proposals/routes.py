"""The route of a proposal's approvals as data: its steps, in their order, and when it may be kept."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count, groupby, pairwise
from typing import Final, TypeAlias

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.changes.operations import Operation, RenameUnit, SwapNames
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.proposals.states import STAGES, Action, ProposalState
from orgflow.domain.values import GovernmentId, PostId, RouteId, clean_name

S = ProposalState
Taker: TypeAlias = Permission | PostId
"""Whose a step is: whoever holds a permission by a role, or the post whose task it is."""


class KindOfChange(StrEnum):
    """What a proposal changes, as far as it decides on the route."""

    RENAME = "rename"
    STRUCTURE = "structure"


class StepKind(StrEnum):
    """What is given at a step."""

    APPROVAL = "approval"
    PARAF = "paraf"
    SIGNATURE = "signature"


ACTION_OF: Final[Mapping[StepKind, Action]] = {
    StepKind.APPROVAL: Action.APPROVE,
    StepKind.PARAF: Action.PARAF,
    StepKind.SIGNATURE: Action.SIGN,
}
STEP_TAKERS: Final = (
    Permission.REVIEW_AS_UNIT,
    Permission.REVIEW_AS_ORGANISATION,
    Permission.REVIEW_AS_LEGAL,
    Permission.PARAF_AS_ASSISTANT,
    Permission.PARAF_AS_SECRETARY,
    Permission.SIGN_AS_GOVERNOR,
)
"""The permissions by which a step may be somebody's."""


class UnknownRoute(NotFound):
    """No such route, or not of this government."""

    code = "unknown_route"


class UnknownRouteStep(NotFound):
    """The route has no step of this key, or none that is taken by this action."""

    code = "unknown_route_step"


class RouteKeyTwice(RuleBroken):
    """Two steps of a route bear one key."""

    code = "route_key_twice"


class RouteOutOfOrder(RuleBroken):
    """A step stands before one of an earlier stage, or beside one of another stage."""

    code = "route_out_of_order"


class RouteUnsigned(RuleBroken):
    """A route needs at least one signature."""

    code = "route_unsigned"


class RouteUnapproved(RuleBroken):
    """A route needs the approval of the organisation bureau."""

    code = "route_unapproved"


class SignatureMisplaced(RuleBroken):
    """Signatures are given in the last stage, and nothing else is given there."""

    code = "signature_misplaced"


class RoutePostUnknown(RuleBroken):
    """A step is the task of a post that is not there today."""

    code = "route_post_unknown"


class RouteTakerUnfit(RuleBroken):
    """A step is nobody's: by this permission nothing is decided."""

    code = "route_taker_unfit"


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One step of a route.

    Attributes:
        key: names the step within its route and, where a proposal moves, in the next one.
        position: steps of one position are taken in any order, those of a later one after them.
        title: who takes it, as the office says it.
        is_recordable: whether TU may record it from the paraf sheet.
    """

    key: str
    stage: ProposalState
    position: int
    kind: StepKind
    title: str
    by: Taker
    is_recordable: bool = False

    @property
    def action(self) -> Action:
        """The action that takes the step."""
        return ACTION_OF[self.kind]

    def is_taken_by(self, actor: Actor) -> bool:
        """Say whether the step is the actor's own; the system takes none."""
        if actor.is_system:
            return False
        return actor.may(self.by) if isinstance(self.by, Permission) else actor.holds(self.by)


@dataclass(frozen=True, slots=True)
class Route:
    """One version of a government's route for a kind of change; it never changes, a new one is begun."""

    id: RouteId
    government_id: GovernmentId
    kind: KindOfChange
    version: int
    steps: tuple[RouteStep, ...]

    def step(self, key: str) -> RouteStep:
        """Return the step of a key.

        Raises:
            UnknownRouteStep.
        """
        for step in self.steps:
            if step.key == key:
                return step
        raise UnknownRouteStep(step=key)

    def of(self, stage: ProposalState) -> tuple[RouteStep, ...]:
        """Return the steps of a stage."""
        return tuple(step for step in self.steps if step.stage is stage)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all steps."""
        return frozenset(step.key for step in self.steps)


HOUSE_STEPS: Final = (
    RouteStep("unit", S.UNIT_REVIEW, 1, StepKind.APPROVAL, "Kepala unit pengusul", Permission.REVIEW_AS_UNIT),
    RouteStep(
        "organisation",
        S.ORG_REVIEW,
        2,
        StepKind.APPROVAL,
        "Biro Organisasi",
        Permission.REVIEW_AS_ORGANISATION,
    ),
    RouteStep("legal", S.LEGAL_REVIEW, 3, StepKind.APPROVAL, "Biro Hukum", Permission.REVIEW_AS_LEGAL),
    RouteStep(
        "assistant",
        S.INITIALLING,
        4,
        StepKind.PARAF,
        "Asisten",
        Permission.PARAF_AS_ASSISTANT,
        is_recordable=True,
    ),
    RouteStep(
        "secretary",
        S.INITIALLING,
        5,
        StepKind.PARAF,
        "Sekretaris Daerah",
        Permission.PARAF_AS_SECRETARY,
        is_recordable=True,
    ),
    RouteStep(
        "governor",
        S.SIGNING,
        6,
        StepKind.SIGNATURE,
        "Gubernur",
        Permission.SIGN_AS_GOVERNOR,
        is_recordable=True,
    ),
)
"""The route that every government begins with; an administrator changes it in the settings."""


def kind_of_change(operations: Iterable[Operation]) -> KindOfChange:
    """Return the kind of change the operations make: of names only, or of the structure."""
    is_rename = all(isinstance(operation, RenameUnit | SwapNames) for operation in operations)
    return KindOfChange.RENAME if is_rename else KindOfChange.STRUCTURE


def fresh_key(title: str, taken: frozenset[str]) -> str:
    """Return a key for a new step that is made of its title and that no other step bears."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or "langkah"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(key for key in numbered if key not in taken)


def checked_steps(steps: Iterable[RouteStep], posts: frozenset[PostId]) -> tuple[RouteStep, ...]:
    """Return the steps in their order, positions counted from one, those of one position by their keys.

    Args:
        posts: those there are today.

    Raises:
        RouteKeyTwice, RouteOutOfOrder, SignatureMisplaced, RouteUnsigned, RouteUnapproved.
        RoutePostUnknown, RouteTakerUnfit.
        TextEmpty, TextTooLong, TextUnprintable: a title is refused.
    """
    ordered = sorted(steps, key=lambda step: (step.position, step.key))
    for step in ordered:
        _check_taker(step, posts)
    seen: set[str] = set()
    for step in ordered:
        if step.key in seen:
            raise RouteKeyTwice(step=step.title)
        seen.add(step.key)
    _check_stages(ordered)
    if not any(step.kind is StepKind.APPROVAL and step.stage is S.ORG_REVIEW for step in ordered):
        raise RouteUnapproved()
    if not any(step.kind is StepKind.SIGNATURE for step in ordered):
        raise RouteUnsigned()
    groups = [list(beside) for _, beside in groupby(ordered, key=lambda step: step.position)]
    return tuple(
        replace(step, position=number, title=clean_name(step.title, field="title"))
        for number, beside in enumerate(groups, start=1)
        for step in beside
    )


def _check_taker(step: RouteStep, posts: frozenset[PostId]) -> None:
    if isinstance(step.by, Permission):
        if step.by not in STEP_TAKERS:
            raise RouteTakerUnfit(step=step.title)
    elif step.by not in posts:
        raise RoutePostUnknown(step=step.title)


def _check_stages(ordered: list[RouteStep]) -> None:
    for step in ordered:
        if step.stage not in STAGES:
            raise RouteOutOfOrder(step=step.title)
        if (step.kind is StepKind.SIGNATURE) != (step.stage is S.SIGNING):
            raise SignatureMisplaced(step=step.title)
    for earlier, later in pairwise(ordered):
        before, after = STAGES.index(earlier.stage), STAGES.index(later.stage)
        if after < before or (earlier.position == later.position and after != before):
            raise RouteOutOfOrder(step=later.title)
