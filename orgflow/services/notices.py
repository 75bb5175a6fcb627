"""Telling people: a notice for each, written with the change it is about, and its mail if they want one."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

from orgflow.domain.access.roles import PERMISSIONS, UNIT_BOUND, Actor, Permission, Role
from orgflow.domain.notices.delivery import MailMode, MailState
from orgflow.domain.notices.kinds import NoticeKind, check_words
from orgflow.domain.proposals.routes import Taker
from orgflow.domain.values import PostId, ProposalId, UnitId, UserId
from orgflow.services.context import Context
from orgflow.services.scope import today_of, units_reaching
from orgflow.services.standing import present_actors
from orgflow.store import access, mails, notices, standing_accounts
from orgflow.store.mails import MailRow, MailWishRow
from orgflow.store.notices import NoticeRow
from orgflow.store.proposals import UnknownProposal

UNIT: Final = "unit"
"""The word every notice about a proposal bears: its unit's name as it was then."""


def tell(
    ctx: Context, kind: NoticeKind, proposal_id: ProposalId | None, to: Iterable[UserId], **words: str
) -> None:
    """Tell people something, inside an open gate: it is written with the change or not at all.

    Nobody is told of what he did himself, nor twice at once; a closed account is told nothing. Whoever
    wants mail gets one from the outbox.

    Args:
        proposal_id: None for what is about no proposal.
        words: what the kind's sentence has places for, as ``domain/notices/kinds.py`` lists them.

    Raises:
        NoticeWordsUnfit: other words than the kind's, or no proposal for a kind that is about one.
        UnknownProposal: the government has no such proposal.
    """
    check_words(kind, proposal_id, words)
    wanted = frozenset(to) - {ctx.actor.user_id}
    readers = notices.active_among(ctx.session, ctx.government_id, wanted) if wanted else ()
    if not readers:
        return
    borne = json.dumps({**words, **_unit_word(ctx, proposal_id)}, ensure_ascii=False, sort_keys=True)
    wishes, at = mails.wishes_of(ctx.session, readers), ctx.now
    rows, posts = [], []
    for reader in readers:
        row = NoticeRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            user_id=reader,
            kind=str(kind),
            proposal_id=proposal_id,
            words=borne,
            told_at=at,
            awaits_digest=_wants(wishes.get(reader), MailMode.DAILY),
        )
        if _wants(wishes.get(reader), MailMode.AT_ONCE):
            posts.append(promised_mail(ctx, reader, at))
            row.mail_id = posts[-1].id
        rows.append(row)
    mails.add_mails(ctx.session, posts)
    notices.add_notices(ctx.session, rows)


def holders_of(ctx: Context, permissions: Iterable[Permission], unit_id: UnitId | None) -> frozenset[UserId]:
    """Return the active accounts that hold any of the permissions for a proposal of the unit today.

    By their roles, by posts that bring them, and by what others lent. What is bound to a unit counts only
    for the unit itself and above it, and not at all where no unit is asked for.
    """
    wanted = frozenset(permissions)
    roles = [role for role in Role if PERMISSIONS[role] & wanted]
    special = standing_accounts.accounts_with_standing(ctx.session, ctx.government_id, roles, today_of(ctx))
    reach = _reach_by_role(ctx, roles, special)
    for user_id, actor in _actors(ctx, special).items():
        if wanted & actor.permissions:
            reach[user_id] = actor.reach(wanted)
    free = frozenset(user_id for user_id, units in reach.items() if units is None)
    bound = {user_id: units for user_id, units in reach.items() if units}
    if unit_id is None or not bound:
        return free
    near = units_reaching(ctx, frozenset().union(*bound.values()), unit_id)
    return free | {user_id for user_id, units in bound.items() if units & near}


def takers_today(ctx: Context, takers: Iterable[Taker], unit_id: UnitId) -> frozenset[UserId]:
    """Return whose task something is today for a proposal of the unit: by permission, or by the post."""
    asked = frozenset(takers)
    permissions = {one for one in asked if isinstance(one, Permission)}
    posts = {one for one in asked if not isinstance(one, Permission)}
    return holders_of(ctx, permissions, unit_id) | in_posts(ctx, posts)


def in_posts(ctx: Context, post_ids: Iterable[PostId]) -> frozenset[UserId]:
    """Return the active accounts that have the tasks of any of the posts today, own or in another's place."""
    wanted = frozenset(post_ids)
    if not wanted:
        return frozenset()
    near = standing_accounts.accounts_near_posts(ctx.session, ctx.government_id, wanted, today_of(ctx))
    return frozenset(user_id for user_id, actor in _actors(ctx, near).items() if wanted & actor.posts)


def _reach_by_role(
    ctx: Context, roles: Collection[Role], special: Collection[UserId]
) -> dict[UserId, frozenset[UnitId] | None]:
    """Return who holds one of the roles by the account alone, and within which unit; None is everywhere."""
    found: dict[UserId, frozenset[UnitId] | None] = {}
    for holder in notices.active_holders(ctx.session, ctx.government_id, roles):
        if holder.user_id in special:
            continue
        if holder.role not in UNIT_BOUND:
            found[holder.user_id] = None
        elif holder.unit_id is not None:
            found.setdefault(holder.user_id, frozenset({holder.unit_id}))
    return found


def _actors(ctx: Context, user_ids: Collection[UserId]) -> dict[UserId, Actor]:
    """Return accounts of the government as the actors of today."""
    accounts = access.accounts_among(ctx.session, ctx.government_id, user_ids)
    return present_actors(ctx.session, ctx.government_id, accounts, ctx.now)


def promised_mail(ctx: Context, reader: UserId, at: datetime) -> MailRow:
    """Return a mail that is to go out to somebody as soon as a worker looks."""
    return MailRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        user_id=reader,
        state=str(MailState.WAITING),
        attempts=0,
        available_at=at,
        may_be_double=False,
        promised_at=at,
    )


def _wants(wish: MailWishRow | None, mode: MailMode) -> bool:
    return wish is not None and wish.address is not None and wish.mode == mode


def _unit_word(ctx: Context, proposal_id: ProposalId | None) -> dict[str, str]:
    if proposal_id is None:
        return {}
    name = notices.unit_name_of(ctx.session, ctx.government_id, proposal_id, today_of(ctx))
    if name is None:
        raise UnknownProposal(proposal_id=str(proposal_id))
    return {UNIT: name}
