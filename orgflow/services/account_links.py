"""Whose person of the registry an account is, and which roles come with which posts."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.assignment import RolesIncompatible, role_alone
from orgflow.domain.access.holding import check_post_role
from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.audit.authority_events import AccountLinked, PostRoleChanged
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import OfficialId, PostId, UserId
from orgflow.services.context import Context
from orgflow.services.post_titles import TitledPost, title_of, titled_posts
from orgflow.services.scope import today_of
from orgflow.services.use_case import read, use_case
from orgflow.store import access, officials, post_holding
from orgflow.store.proposals import StaleRevision


class PersonHasAccount(RuleBroken):
    """Another account is this person's already."""

    code = "person_has_account"


class PostRoleAlreadySo(RuleBroken):
    """The role comes with the post already, or does not come with it anyway."""

    code = "post_role_already_so"


@dataclass(frozen=True, slots=True)
class LinkAccount:
    """Say whose account it is; ``official_id`` None says it of nobody."""

    user_id: UserId
    seen_revision: int
    official_id: OfficialId | None


@dataclass(frozen=True, slots=True)
class ChangePostRole:
    """Let a role come with a post, or no longer."""

    post_id: PostId
    role: Role


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """A person of the registry whose account it may be."""

    id: OfficialId
    name: str
    nip: str | None


@dataclass(frozen=True, slots=True)
class AccountLink:
    """Whose account it is, and what follows from that today.

    Attributes:
        posts: titles of the posts that the person holds today.
        following: the account's roles that come and go with a post in this government.
    """

    person: PersonChoice | None
    posts: tuple[str, ...]
    following: tuple[Role, ...]
    choices: tuple[PersonChoice, ...]


@dataclass(frozen=True, slots=True)
class PostRole:
    """A role that comes with a post."""

    post_id: PostId
    title: str
    role: Role


@dataclass(frozen=True, slots=True)
class PostRolesPage:
    """The roles that come with posts, and the posts of today."""

    rows: tuple[PostRole, ...]
    posts: tuple[TitledPost, ...]


@use_case(requires=Permission.MANAGE_USERS)
def link_account(ctx: Context, command: LinkAccount) -> UUID:
    """Say whose account it is.

    Raises:
        UnknownUser, StaleRevision, UnknownOfficial, PersonHasAccount.
        RolesIncompatible: the account administers or audits, and takes part in nothing by a post.
    """
    row = access.user_row(ctx.session, ctx.government_id, command.user_id)
    ctx.session.refresh(row, with_for_update=True)
    if row.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=row.revision)
    name = None
    if command.official_id is not None:
        name = officials.official(ctx.session, ctx.government_id, command.official_id).name
        alone = role_alone(access.account(ctx.session, row).roles)
        if alone is not None:
            raise RolesIncompatible(field="official_id", alone=str(alone))
        other = access.account_of_official(ctx.session, command.official_id)
        if other is not None and other.id != row.id:
            raise PersonHasAccount(field="official_id", name=name, username=other.username)
    row.official_id = command.official_id
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.session.flush()
    ctx.record(AccountLinked(str(row.id), row.username, name))
    return row.id


@use_case(requires=Permission.MANAGE_USERS)
def give_post_role(ctx: Context, command: ChangePostRole) -> UUID:
    """Let a role come with a post: from now on accounts of known persons have it by the post alone.

    Raises:
        RoleNotOfPost, UnknownPost, PostRoleAlreadySo.
    """
    role, title = check_post_role(command.role), title_of(ctx, command.post_id, today_of(ctx))
    if role in post_holding.roles_of_posts(ctx.session, ctx.government_id).get(command.post_id, ()):
        raise PostRoleAlreadySo(field="post_id")
    post_holding.put_post_role(ctx.session, ctx.government_id, command.post_id, role)
    ctx.record(PostRoleChanged(str(command.post_id), "given", title, str(role)))
    return command.post_id


@use_case(requires=Permission.MANAGE_USERS)
def take_post_role(ctx: Context, command: ChangePostRole) -> UUID:
    """Let a role come with a post no longer.

    Raises:
        PostRoleAlreadySo.
    """
    held = post_holding.roles_of_posts(ctx.session, ctx.government_id)
    if command.role not in held.get(command.post_id, ()):
        raise PostRoleAlreadySo(field="post_id")
    post_holding.drop_post_role(ctx.session, ctx.government_id, command.post_id, command.role)
    titles = {post.id: post.title for post in titled_posts(ctx, today_of(ctx))}
    ctx.record(
        PostRoleChanged(str(command.post_id), "taken", titles.get(command.post_id, ""), str(command.role))
    )
    return command.post_id


@read(requires=Permission.MANAGE_USERS)
def show_link(ctx: Context, user_id: UUID) -> AccountLink:
    """Return whose account it is.

    Raises:
        UnknownUser.
    """
    account = access.account(ctx.session, access.user_row(ctx.session, ctx.government_id, user_id))
    persons = officials.officials(ctx.session, ctx.government_id)
    choices = sorted(
        (PersonChoice(one.official_id, one.name, one.nip) for one in persons.values()),
        key=lambda one: (one.name, str(one.id)),
    )
    following = post_holding.following_roles(ctx.session, ctx.government_id)
    held: tuple[str, ...] = ()
    if account.official_id is not None:
        today = today_of(ctx)
        titles = {post.id: post.title for post in titled_posts(ctx, today)}
        mine = post_holding.posts_held(ctx.session, ctx.government_id, account.official_id, today)
        held = tuple(titles[post.post_id] for post in mine if post.post_id in titles)
    return AccountLink(
        next((one for one in choices if one.id == account.official_id), None),
        held,
        tuple(role for role in Role if role in account.roles & following),
        tuple(choices),
    )


@read(requires=Permission.MANAGE_USERS)
def unlinked_followers(ctx: Context) -> frozenset[UserId]:
    """Return the accounts of no known person whose role follows a post: they keep it by the account."""
    following = post_holding.following_roles(ctx.session, ctx.government_id)
    return frozenset(
        one.id
        for one in access.accounts(ctx.session, ctx.government_id)
        if one.official_id is None and one.roles & following
    )


@read(requires=Permission.MANAGE_USERS)
def show_post_roles(ctx: Context) -> PostRolesPage:
    """Return the roles that come with posts."""
    posts = titled_posts(ctx, today_of(ctx))
    held = post_holding.roles_of_posts(ctx.session, ctx.government_id)
    known = {post.id: post.title for post in posts}
    gone = (post_id for post_id in held if post_id not in known)
    rows = (
        PostRole(post_id, known.get(post_id, ""), role)
        for post_id in (*known, *gone)
        for role in Role
        if role in held.get(post_id, ())
    )
    return PostRolesPage(tuple(rows), posts)
