"""Accounts whose authority is not their roles alone: in posts that bring some, and in others' places."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select, union
from sqlalchemy.orm import Session

from orgflow.domain.access.roles import Role
from orgflow.domain.values import GovernmentId, PostId, UserId
from orgflow.store.access import UserRoleRow, UserRow
from orgflow.store.delegations import DelegationRow
from orgflow.store.post_holding import RoleOfPostRow, in_post_on
from orgflow.store.posts import AppointmentRow


def accounts_with_standing(
    session: Session, government_id: GovernmentId, roles: Collection[Role], on: date
) -> frozenset[UserId]:
    """Return the active accounts of which posts or delegations may decide whether they hold a role on a day.

    They are those of persons who hold a post with one of the roles, or have by the account a role that
    follows posts, and delegates; of all others their own roles say it.
    """
    codes = [str(role) for role in roles]
    persons = select(UserRow.id).where(
        UserRow.government_id == government_id, UserRow.is_active, UserRow.official_id.is_not(None)
    )
    followed = select(RoleOfPostRow.role).where(
        RoleOfPostRow.government_id == government_id, RoleOfPostRow.role.in_(codes)
    )
    losing = persons.join(UserRoleRow, UserRoleRow.user_id == UserRow.id).where(
        UserRoleRow.role.in_(followed)
    )
    gaining = (
        persons.join(AppointmentRow, AppointmentRow.official_id == UserRow.official_id)
        .join(RoleOfPostRow, RoleOfPostRow.post_id == AppointmentRow.post_id)
        .where(RoleOfPostRow.role.in_(codes), in_post_on(on))
    )
    found = union(losing, gaining, _delegates(government_id, on))
    return frozenset(UserId(user_id) for user_id in session.scalars(found))


def accounts_near_posts(
    session: Session, government_id: GovernmentId, post_ids: Collection[PostId], on: date
) -> frozenset[UserId]:
    """Return the active accounts that may have the tasks of one of the posts on a day."""
    held = select(UserRow.id).join(AppointmentRow, AppointmentRow.official_id == UserRow.official_id)
    persons = held.where(
        UserRow.government_id == government_id,
        UserRow.is_active,
        AppointmentRow.post_id.in_(post_ids),
        in_post_on(on),
    )
    lent = _delegates(government_id, on).where(DelegationRow.post_id.in_(post_ids))
    return frozenset(UserId(user_id) for user_id in session.scalars(union(persons, lent)))


def accounts_in_post(
    session: Session, government_id: GovernmentId, post_id: PostId, on: date
) -> frozenset[UserId]:
    """Return the accounts, closed ones too, of whoever is known to hold a post on a day."""
    held = select(UserRow.id).join(AppointmentRow, AppointmentRow.official_id == UserRow.official_id)
    here = held.where(
        UserRow.government_id == government_id, AppointmentRow.post_id == post_id, in_post_on(on)
    )
    return frozenset(UserId(user_id) for user_id in session.scalars(here))


def _delegates(government_id: GovernmentId, on: date) -> Select[UUID]:
    table = DelegationRow
    return (
        select(table.delegate_id)
        .join(UserRow, UserRow.id == table.delegate_id)
        .where(
            table.government_id == government_id,
            table.recalled_at.is_(None),
            table.valid_from <= on,
            table.valid_to > on,
            UserRow.is_active,
        )
    )
