"""Delegations and substitutions: who may lend what to whom, for how long, and what is lent today."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.access.assignment import ALONE
from orgflow.domain.access.delegation_errors import (
    DelegateUnfit,
    DelegationBackdated,
    DelegationEnded,
    DelegationLetterInFuture,
    DelegationOverlaps,
    DelegationPeriodUnfit,
    DelegationToItself,
    NothingDelegated,
    PostNeeded,
    Redelegation,
    TaskNotOwn,
)
from orgflow.domain.access.holding import HeldPost
from orgflow.domain.access.roles import (
    EVERYBODY,
    Actor,
    DelegationKind,
    Loan,
    Permission,
    Role,
    Standing,
)
from orgflow.domain.values import OfficialId, PostId, UnitId, UserId

_P = Permission
LENDABLE: Final = (
    _P.SUBMIT_PROPOSAL,
    _P.REVIEW_AS_UNIT,
    _P.REVIEW_AS_ORGANISATION,
    _P.REVIEW_AS_LEGAL,
    _P.PARAF_AS_ASSISTANT,
    _P.PARAF_AS_SECRETARY,
    _P.SIGN_AS_GOVERNOR,
    _P.RECORD_FOR_LEADERS,
    _P.RECORD_MINISTRY,
    _P.RECORD_REGULATION,
    _P.ISSUE_LETTER,
    _P.COMMENCE,
)
"""Tasks that may be lent, in the order of the road; drafting, settings and accounts are nobody's to lend."""


class DelegationState(StrEnum):
    """Where a delegation stands on a day."""

    RUNNING = "running"
    COMING = "coming"
    ENDED = "ended"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Tasks of a person or post in somebody else's hands for a period.

    Attributes:
        principal: the person, the post or both, as the record of a step names them.
        principal_id, official_id: the account and the registry's person in whose place, where known.
        tasks: those of the person that are lent; none where only the post's are.
        post_id: the post whose tasks go along; a substitution always names one.
        valid_to: the first day on which it holds no longer.
    """

    id: UUID
    kind: DelegationKind
    principal: str
    delegate_id: UserId
    valid_from: date
    valid_to: date
    tasks: frozenset[Permission] = frozenset()
    post_id: PostId | None = None
    principal_id: UserId | None = None
    official_id: OfficialId | None = None
    recalled_at: datetime | None = None

    @property
    def last_day(self) -> date:
        """The last day on which it holds."""
        return self.valid_to - timedelta(days=1)

    def state_on(self, day: date) -> DelegationState:
        """Return where it stands on a day."""
        if self.recalled_at is not None:
            return DelegationState.RECALLED
        if day < self.valid_from:
            return DelegationState.COMING
        return DelegationState.RUNNING if day < self.valid_to else DelegationState.ENDED

    def shares_with(self, other: "Delegation") -> bool:
        """Say whether both lend one task of one person or post on one day."""
        is_one_person = None not in (self.principal_id, other.principal_id) and (
            self.principal_id == other.principal_id
        )
        shares_task = is_one_person and bool(self.tasks & other.tasks)
        shares_post = self.post_id is not None and self.post_id == other.post_id
        overlaps = self.valid_from < other.valid_to and other.valid_from < self.valid_to
        return overlaps and (shares_task or shares_post)


@dataclass(frozen=True, slots=True)
class Delegate:
    """The account that is to act in another's place."""

    id: UserId
    name: str
    roles: frozenset[Role]
    is_active: bool


def check_delegation(asked: Delegation, delegate: Delegate, others: Iterable[Delegation]) -> None:
    """Refuse what nobody may lend, whoever records it.

    Args:
        others: the delegations of the government that were not recalled.

    Raises:
        DelegationToItself, DelegateUnfit, DelegationPeriodUnfit, NothingDelegated, PostNeeded.
        TaskNotOwn: a task is lent that nobody may lend.
        DelegationOverlaps: one of the tasks is in other hands in the period.
    """
    if asked.principal_id == delegate.id:
        raise DelegationToItself(field="delegate_id")
    if not delegate.is_active or delegate.roles & frozenset(ALONE):
        raise DelegateUnfit(field="delegate_id", name=delegate.name)
    if asked.valid_to <= asked.valid_from:
        raise DelegationPeriodUnfit(field="last_day", begins_on=asked.valid_from.isoformat())
    if not asked.tasks and asked.post_id is None:
        raise NothingDelegated(field="tasks")
    if asked.kind is not DelegationKind.DELEGATED and asked.post_id is None:
        raise PostNeeded(field="post_id")
    for task in Permission:
        if task in asked.tasks and task not in LENDABLE:
            raise TaskNotOwn(field="tasks", permission=str(task))
    for held in others:
        if held.recalled_at is None and held.id != asked.id and held.shares_with(asked):
            raise DelegationOverlaps(
                field="first_day", since=held.valid_from.isoformat(), last_day=held.last_day.isoformat()
            )


def check_own(asked: Delegation, principal: Actor, today: date) -> None:
    """Refuse what a person may not lend of his own accord.

    Args:
        principal: with what he holds today, own and lent.

    Raises:
        Redelegation: a task was lent to him.
        TaskNotOwn: a task or post is not his.
        DelegationBackdated: it would begin before today.
    """
    own = in_own_name(principal)
    for task in Permission:
        if task in asked.tasks and not own.may(task):
            raise (Redelegation if principal.may(task) else TaskNotOwn)(field="tasks", permission=str(task))
    if asked.post_id is not None and not own.holds(asked.post_id):
        raise (Redelegation if principal.holds(asked.post_id) else TaskNotOwn)(field="post_id")
    if asked.valid_from < today:
        raise DelegationBackdated(field="first_day")


def check_letter_date(dated_on: date, today: date) -> date:
    """Return the date of the letter that a delegation rests on.

    Raises:
        DelegationLetterInFuture.
    """
    if dated_on > today:
        raise DelegationLetterInFuture(field="letter_date")
    return dated_on


def check_recall(held: Delegation, today: date) -> None:
    """Refuse to recall what has ended.

    Raises:
        DelegationEnded.
    """
    state = held.state_on(today)
    if state in (DelegationState.ENDED, DelegationState.RECALLED):
        raise DelegationEnded(last_day=held.last_day.isoformat())


def own_tasks(actor: Actor) -> tuple[Permission, ...]:
    """Return the tasks that a person may lend: the own ones, none that were lent."""
    own = in_own_name(actor)
    return tuple(task for task in LENDABLE if own.may(task))


def in_own_name(actor: Actor) -> Actor:
    """Return the actor without anything that others lent."""
    own = tuple(one for one in actor.standing if one.loan is None)
    return with_standing(actor, own)


def loan_for(actor: Actor, permission: Permission) -> Loan | None:
    """Return the loan on which the actor's permission rests; None where the own authority is enough."""
    if in_own_name(actor).may(permission):
        return None
    lent = (one.loan for one in actor.standing if one.loan is not None and permission in one.permissions)
    return next(lent, None)


def with_standing(actor: Actor, standing: tuple[Standing, ...]) -> Actor:
    """Return the actor with this standing and the posts that come with it."""
    posts: frozenset[PostId] = frozenset().union(*(one.posts for one in standing))
    return Actor(
        actor.name,
        actor.government_id,
        actor.user_id,
        actor.roles,
        actor.unit_id,
        actor.is_system,
        posts,
        standing,
    )


def lent_by_person(held: Delegation, principal: Actor, today: date) -> tuple[Standing, ...]:
    """Return what a person's delegation lends today: of the tasks that are still his own.

    Args:
        principal: the person with what he holds today.
    """
    if held.state_on(today) is not DelegationState.RUNNING:
        return ()
    own = in_own_name(principal)
    by_reach: dict[frozenset[UnitId] | None, frozenset[Permission]] = {}
    for task in held.tasks:
        if own.may(task):
            reach = own.reach((task,))
            by_reach[reach] = by_reach.get(reach, frozenset()) | {task}
    loan = _loan(held)
    return tuple(Standing(EVERYBODY | tasks, reach, frozenset(), loan) for reach, tasks in by_reach.items())


def lent_with_post(
    held: Delegation, post: HeldPost, today: date, holder_ids: frozenset[UserId] = frozenset()
) -> tuple[Standing, ...]:
    """Return what comes with a post that is lent today.

    Args:
        post: as it is today; for a delegation the caller has seen that its holder still holds it.
        holder_ids: the accounts of its holders, where the delegation names no account.
    """
    if held.state_on(today) is not DelegationState.RUNNING:
        return ()
    loan, lendable = replace(_loan(held), holder_ids=holder_ids), frozenset(LENDABLE)
    return tuple(
        Standing(EVERYBODY | (one.permissions & lendable), one.unit_ids, one.posts, loan)
        for one in post.standings()
    )


def _loan(held: Delegation) -> Loan:
    return Loan(held.id, held.kind, held.principal, held.principal_id, held.last_day)
