"""People of an office with what they may do today, and what they lend one another."""

from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, DelegationKind, Permission, Role
from orgflow.domain.values import OfficialId, PostId, UserId
from orgflow.services.account_links import ChangePostRole, LinkAccount, give_post_role, link_account
from orgflow.services.context import Context
from orgflow.services.delegations import DelegateOwn, RecordDelegation, Terms, delegate_own, record_delegation
from orgflow.services.standing import present_actor
from orgflow.store import access, officials, sessions
from tests.factories.office import TODAY, Office
from tests.factories.registry import Keeper

FIRST: Final = TODAY
LAST: Final = date(2026, 3, 6)
LETTER: Final = "CONTOH/PEND/001"


def acting(office: Office, role: Role) -> Context:
    """Return the context of whoever began with a role, with what the person may do at this instant."""
    return Context(office.resources, actor_now(office, role))


def actor_now(office: Office, role: Role) -> Actor:
    """Return whoever began with a role as the actor of this instant."""
    with office.resources.reading() as session:
        account = sessions.account_of(session, user_of(office, role))
        assert account is not None
        return present_actor(session, account, office.clock())


def user_of(office: Office, role: Role) -> UserId:
    """Return the account of whoever began with a role."""
    user_id = office.actors[role].user_id
    assert user_id is not None
    return user_id


def lent(delegate: UserId, *tasks: Permission, post_id: PostId | None = None, last: date = LAST) -> Terms:
    """Return the terms of a delegation from today to Friday."""
    return Terms(
        delegate_id=delegate,
        tasks=frozenset(tasks),
        post_id=post_id,
        first_day=FIRST,
        last_day=last,
        letter_number=LETTER,
        letter_date=FIRST,
        reason="Dinas luar",
    )


def lend(office: Office, owner: Role, delegate: Role, *tasks: Permission) -> UUID:
    """Let one lend tasks to another; return the delegation's id."""
    return delegate_own(acting(office, owner), DelegateOwn(lent(user_of(office, delegate), *tasks)))


def substitute(
    office: Office,
    post_id: PostId,
    delegate: Role,
    kind: DelegationKind,
    absent: OfficialId | None = None,
) -> UUID:
    """Record that somebody is Plh. or Plt. in a post, for whom where that is told; return its id."""
    terms = lent(user_of(office, delegate), post_id=post_id)
    command = RecordDelegation(kind, terms, official_id=absent)
    return record_delegation(office.context(Role.SYSTEM_ADMINISTRATOR), command)


def a_post_with_holder(office: Office, role: Role, unit: str, name: str, until: date | None = None) -> PostId:
    """Return a post that brings a role, held by a new person since the first of January."""
    keeper = Keeper.of(office)
    keeper.post(f"Jabatan {role}", unit, date(2026, 1, 1))
    post_id = keeper.posts[f"Jabatan {role}"]
    keeper.appoint(name, f"Jabatan {role}", date(2026, 1, 1), until)
    give_post_role(office.context(Role.SYSTEM_ADMINISTRATOR), ChangePostRole(post_id, role))
    return post_id


def make_person(office: Office, role: Role, name: str) -> OfficialId:
    """Say that the account of whoever began with a role is the registry's person of a name."""
    with office.resources.reading() as session:
        row = access.user_row(session, office.government_id, user_of(office, role))
        seen, held = row.revision, officials.officials(session, office.government_id)
    official_id = next(one.official_id for one in held.values() if one.name == name)
    link_account(
        office.context(Role.SYSTEM_ADMINISTRATOR), LinkAccount(user_of(office, role), seen, official_id)
    )
    return official_id
