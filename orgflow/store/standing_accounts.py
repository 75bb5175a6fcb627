"""Accounts whose authority is not their roles alone: in posts that bring some, and in others' places."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from orgflow.domain.values import GovernmentId, PostId, UserId
from orgflow.store.access import UserRow
from orgflow.store.delegations import DelegationRow
from orgflow.store.post_holding import RoleOfPostRow, in_post_on
from orgflow.store.posts import AppointmentRow


def accounts_with_standing(session: Session, government_id: GovernmentId, on: date) -> frozenset[UserId]:
    """Return the active accounts for which posts or delegations may decide on a day.

    Those of the registry's persons count where any role follows a post; else their roles say all.
    """
    found = set(session.scalars(_delegates(government_id, on)))
    follows = select(RoleOfPostRow.post_id).where(RoleOfPostRow.government_id == government_id).limit(1)
    if session.scalars(follows).first() is not None:
        found.update(
            session.scalars(
                select(UserRow.id).where(
                    UserRow.government_id == government_id,
                    UserRow.is_active,
                    UserRow.official_id.is_not(None),
                )
            )
        )
    return frozenset(UserId(user_id) for user_id in found)


def accounts_near_posts(
    session: Session, government_id: GovernmentId, post_ids: Collection[PostId], on: date
) -> frozenset[UserId]:
    """Return the active accounts that may hold one of the posts on a day: whoever ever did, and delegates."""
    held = select(UserRow.id).join(AppointmentRow, AppointmentRow.official_id == UserRow.official_id)
    persons = held.where(
        UserRow.government_id == government_id, UserRow.is_active, AppointmentRow.post_id.in_(post_ids)
    )
    found = {*session.scalars(persons), *session.scalars(_delegates(government_id, on))}
    return frozenset(UserId(user_id) for user_id in found)


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
