"""Delegations as pages read them: one's own, those of the government by state, and what may be chosen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.assignment import ALONE
from orgflow.domain.access.delegation import Delegation, DelegationState, own_tasks
from orgflow.domain.access.roles import DelegationKind, Permission
from orgflow.domain.values import FileId, PostId, UserId
from orgflow.services.account_links import PersonChoice
from orgflow.services.context import Context
from orgflow.services.delegations import visible_delegation
from orgflow.services.post_titles import TitledPost, titled_posts
from orgflow.services.scope import today_of
from orgflow.services.use_case import read
from orgflow.store import access, delegations, officials
from orgflow.store.delegations import HeldDelegation


@dataclass(frozen=True, slots=True)
class DelegationView:
    """A delegation as a sentence needs it; ``post`` is "" where none is lent."""

    id: UUID
    kind: DelegationKind
    state: DelegationState
    principal: str
    delegate: str
    tasks: tuple[Permission, ...]
    post: str
    first_day: date
    last_day: date
    letter_number: str
    letter_date: date
    file_id: FileId | None
    reason: str
    recorded_by: str
    recalled_by: str | None
    recall_reason: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class UserChoice:
    """An account that may act for others."""

    id: UserId
    name: str


@dataclass(frozen=True, slots=True)
class OwnDelegations:
    """What the actor lent and was lent, and what may be lent to whom."""

    given: tuple[DelegationView, ...]
    received: tuple[DelegationView, ...]
    tasks: tuple[Permission, ...]
    posts: tuple[TitledPost, ...]
    people: tuple[UserChoice, ...]
    today: date


@dataclass(frozen=True, slots=True)
class AllDelegations:
    """The government's delegations, and what may be chosen where one is recorded."""

    held: tuple[DelegationView, ...]
    posts: tuple[TitledPost, ...]
    people: tuple[UserChoice, ...]
    persons: tuple[PersonChoice, ...]
    today: date

    def in_state(self, state: DelegationState) -> tuple[DelegationView, ...]:
        """Return those that stand so today."""
        return tuple(one for one in self.held if one.state is state)


@dataclass(frozen=True, slots=True)
class ActsFor:
    """For whom the actor acts today, and until when."""

    kind: DelegationKind
    principal: str
    last_day: date


@read(requires=Permission.SIGN_IN)
def own_delegations(ctx: Context) -> OwnDelegations:
    """Return what the actor lent and was lent."""
    today, own_id = today_of(ctx), ctx.actor.user_id or UserId(UUID(int=0))
    held = delegations.delegations_about(ctx.session, ctx.government_id, own_id)
    views = _views(ctx, held, today)
    own = frozenset(post for one in ctx.actor.standing if one.loan is None for post in one.posts)
    return OwnDelegations(
        tuple(view for view, one in views if one.principal_id == own_id),
        tuple(view for view, one in views if one.delegate_id == own_id),
        own_tasks(ctx.actor),
        tuple(post for post in titled_posts(ctx, today) if post.id in own),
        tuple(person for person in _people(ctx) if person.id != own_id),
        today,
    )


@read(requires=Permission.SIGN_IN)
def show_delegation(ctx: Context, delegation_id: UUID) -> DelegationView:
    """Return one delegation of the actor's own, or any to an administrator.

    Raises:
        UnknownDelegation: it is neither.
    """
    row = visible_delegation(ctx, delegation_id)
    ((view, _),) = _views(ctx, (delegations.held_of(row),), today_of(ctx))
    return view


@read(requires=Permission.MANAGE_USERS)
def all_delegations(ctx: Context) -> AllDelegations:
    """Return the government's delegations, the latest begun first."""
    today = today_of(ctx)
    held = _views(ctx, delegations.delegations_of(ctx.session, ctx.government_id), today)
    persons = officials.officials(ctx.session, ctx.government_id).values()
    choices = (PersonChoice(one.official_id, one.name, one.nip) for one in persons)
    return AllDelegations(
        tuple(view for view, _ in held),
        titled_posts(ctx, today),
        _people(ctx),
        tuple(sorted(choices, key=lambda one: (one.name, str(one.id)))),
        today,
    )


@read(requires=Permission.SIGN_IN)
def acts_for(ctx: Context) -> tuple[ActsFor, ...]:
    """Return for whom the actor acts today, each delegation once."""
    loans = dict.fromkeys(one.loan for one in ctx.actor.standing if one.loan is not None)
    return tuple(ActsFor(loan.kind, loan.principal, loan.last_day) for loan in loans)


def _views(
    ctx: Context, held: tuple[HeldDelegation, ...], today: date
) -> tuple[tuple[DelegationView, Delegation], ...]:
    names = {one.id: one.display_name for one in access.accounts(ctx.session, ctx.government_id)}
    titles: dict[PostId, str] = {}
    if any(one.delegation.post_id is not None for one in held):
        titles = {post.id: post.title for post in titled_posts(ctx, today)}
    return tuple((_view(one, names, titles, today), one.delegation) for one in held)


def _view(
    held: HeldDelegation, names: dict[UserId, str], titles: dict[PostId, str], today: date
) -> DelegationView:
    told = held.delegation
    return DelegationView(
        told.id,
        told.kind,
        told.state_on(today),
        told.principal,
        names[told.delegate_id],
        tuple(task for task in Permission if task in told.tasks),
        titles.get(told.post_id, "") if told.post_id is not None else "",
        told.valid_from,
        told.last_day,
        held.letter_number,
        held.letter_date,
        held.file_id,
        held.reason,
        held.recorded_by,
        held.recalled_by,
        held.recall_reason,
        held.revision,
    )


def _people(ctx: Context) -> tuple[UserChoice, ...]:
    return tuple(
        UserChoice(one.id, one.display_name)
        for one in access.accounts(ctx.session, ctx.government_id)
        if one.is_active and not one.roles & frozenset(ALONE)
    )
