"""What a person may do today: by the account's roles, by the posts held, and by what others lent."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from orgflow.domain.access.assignment import role_alone
from orgflow.domain.access.delegation import Delegation, lent_by_person, lent_with_post, with_standing
from orgflow.domain.access.holding import in_office
from orgflow.domain.access.roles import Actor, DelegationKind, Standing
from orgflow.domain.calendar import local_date
from orgflow.domain.values import GovernmentId, OfficialId, UserId
from orgflow.services.context import Context
from orgflow.store import access, delegations, governments, post_holding, sessions, standing_accounts
from orgflow.store.access import Account


def present_actor(session: Session, account: Account, now: datetime) -> Actor:
    """Return an account as the actor of this instant, as ``present_actors``."""
    return present_actors(session, account.government_id, (account,), now)[account.id]


def present_actors(
    session: Session, government_id: GovernmentId, accounts: Collection[Account], now: datetime
) -> dict[UserId, Actor]:
    """Return accounts as the actors of this instant, by the day in the government's zone.

    Whoever is no person of the registry and was lent nothing has the account's roles and no more; so has
    whoever administers or audits, whatever was said of the account or lent to it before.
    """
    found = {account.id: account.actor() for account in accounts}
    changing = tuple(account for account in accounts if role_alone(account.roles) is None)
    if not changing:
        return found
    today = local_date(now, governments.government(session, government_id).zone)
    found |= _own_actors(session, government_id, changing, today)
    lent = delegations.lent_to(session, [account.id for account in changing], today)
    principals = _principals(session, government_id, [held for each in lent.values() for held in each], today)
    for user_id, each in lent.items():
        standing = tuple(
            one for held in each for one in _lent(session, government_id, held, today, principals)
        )
        if standing:
            found[user_id] = with_standing(found[user_id], (*found[user_id].standing, *standing))
    return found


def _principals(
    session: Session, government_id: GovernmentId, lent: Collection[Delegation], today: date
) -> dict[UserId, Actor]:
    """Return whoever lends tasks as actors without what others lent them; closed accounts lend nothing."""
    ids = {held.principal_id for held in lent if held.tasks and held.principal_id is not None}
    accounts = tuple(one for one in access.accounts_among(session, government_id, ids) if one.is_active)
    actors = {account.id: account.actor() for account in accounts}
    return actors | _own_actors(session, government_id, accounts, today)


def _own_actors(
    session: Session, government_id: GovernmentId, accounts: Collection[Account], today: date
) -> dict[UserId, Actor]:
    """Return those of the accounts that are persons of the registry, with what comes with their posts."""
    persons = {
        account.id: account.official_id
        for account in accounts
        if account.official_id is not None and role_alone(account.roles) is None
    }
    if not persons:
        return {}
    held = post_holding.posts_held_by(session, government_id, tuple(persons.values()), today)
    following = post_holding.following_roles(session, government_id)
    return {
        account.id: in_office(account.actor(), held.get(persons[account.id], ()), following)
        for account in accounts
        if account.id in persons
    }


def with_present_standing(ctx: Context) -> Context:
    """Return the context with the actor's standing read anew: what was recalled meanwhile is gone."""
    if ctx.actor.user_id is None or not ctx.actor.standing:
        return ctx
    account = sessions.account_of(ctx.session, ctx.actor.user_id)
    if account is None or account.government_id != ctx.actor.government_id:
        return ctx
    return ctx.acting_as(present_actor(ctx.session, account, ctx.now))


def _lent(
    session: Session,
    government_id: GovernmentId,
    held: Delegation,
    today: date,
    principals: Mapping[UserId, Actor],
) -> tuple[Standing, ...]:
    """Return what a delegation lends today: of a person what is still his, with a post what comes with it."""
    found: tuple[Standing, ...] = ()
    principal = principals.get(held.principal_id) if held.principal_id is not None else None
    if held.tasks and principal is not None:
        found = lent_by_person(held, principal, today)
    if held.post_id is None or not _is_lent_post(session, government_id, held, today):
        return found
    post = post_holding.post_on(session, government_id, held.post_id, today)
    if post is None:
        return found
    return (*found, *lent_with_post(held, post, today, _holders(session, government_id, held, today)))


def _is_lent_post(session: Session, government_id: GovernmentId, held: Delegation, today: date) -> bool:
    """Say whether the post goes along: a substitute has it anyway, a delegate while the person holds it."""
    if held.kind is not DelegationKind.DELEGATED:
        return True
    official_id = _lender_of(session, held)
    if official_id is None:
        return False
    mine = post_holding.posts_held(session, government_id, official_id, today)
    return any(post.post_id == held.post_id for post in mine)


def _holders(
    session: Session, government_id: GovernmentId, held: Delegation, today: date
) -> frozenset[UserId]:
    """Return the accounts in whose place a post is lent, where the delegation names none itself.

    A person who was named and has got an account since, or whoever else holds the post today.
    """
    if held.post_id is None or held.principal_id is not None:
        return frozenset()
    if held.official_id is not None:
        named = access.account_of_official(session, held.official_id)
        found = frozenset({UserId(named.id)}) if named is not None else frozenset[UserId]()
    else:
        found = standing_accounts.accounts_in_post(session, government_id, held.post_id, today)
    return found - {held.delegate_id}


def _lender_of(session: Session, held: Delegation) -> OfficialId | None:
    """Return the person who lends; None where that is nobody of the registry, or his account is closed."""
    if held.principal_id is not None:
        account = sessions.account_of(session, held.principal_id)
        return account.official_id if account is not None and account.is_active else None
    if held.official_id is None:
        return None
    known = access.account_of_official(session, held.official_id)
    return held.official_id if known is None or known.is_active else None
