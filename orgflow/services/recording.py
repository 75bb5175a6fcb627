"""Leaders' steps recorded by TU: who held the posts, whether the named one did, and a whole sheet at once."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import DelegationKind, Permission
from orgflow.domain.calendar import local_date
from orgflow.domain.letters.authority import SigningPost, SigningRole
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.recording import Named, Recording, RecordingBasis, doubt_of, holding_on
from orgflow.domain.proposals.routes import RouteStep
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import PostId, UnitId, clean_text, clean_words
from orgflow.services.context import Context
from orgflow.services.post_titles import titled_posts
from orgflow.services.scope import scope_of
from orgflow.services.signing import AuthorityOnDay, authority_on
from orgflow.services.use_case import read
from orgflow.store import access, delegations, governments, posts, proposals
from orgflow.store.delegations import HeldDelegation

_ROLES: Final = {
    Permission.REVIEW_AS_UNIT: SigningRole.BUREAU_HEAD,
    Permission.PARAF_AS_ASSISTANT: SigningRole.ASSISTANT,
    Permission.PARAF_AS_SECRETARY: SigningRole.SECRETARY,
    Permission.SIGN_AS_GOVERNOR: SigningRole.GOVERNOR,
}
_ACTING: Final = {
    DelegationKind.DAILY_ACTING: AppointmentKind.DAILY_ACTING,
    DelegationKind.ACTING: AppointmentKind.ACTING,
}


@dataclass(frozen=True, slots=True)
class RecordedStep:
    """What TU tells of a leader's step of the route.

    Attributes:
        key: the step; None beside the route.
        doubt: why it is recorded though the registry or a rule says otherwise, "" where it does not.
    """

    key: str | None
    person: str
    on: date
    basis: RecordingBasis
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is known to have held the post of a step on a day."""

    name: str
    post: str
    kind: AppointmentKind


@read(requires=Permission.RECORD_FOR_LEADERS)
def holders_of_step(ctx: Context, proposal_id: UUID, key: str, on: date) -> tuple[Holder, ...]:
    """Return who is known to have held the post of a step of the proposal's route on a day.

    Raises:
        UnknownProposal, UnknownRouteStep.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    proposal = proposals.proposal_of(ctx.session, row)
    held = holding_on(_posts_of(ctx, proposal, proposal.route.step(key), authority_on(ctx, on), on), on)
    return tuple(Holder(tenure.official_name, post.title, tenure.kind) for post, tenure in held)


def recorded_as(ctx: Context, proposal: Proposal, asked: RecordedStep) -> Recording | None:
    """Return how a leader's step is recorded, inside an open gate; None where nobody is named.

    Raises:
        UnknownRouteStep.
        PersonNotInPost, ActingPersonDoubted: the registry or a rule speaks against it and no reason is told.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable: a text cannot be kept.
    """
    if not asked.person or asked.key is None:
        return None
    person = clean_words(asked.person, field="person", limit=200)
    authority = authority_on(ctx, asked.on)
    step = proposal.route.step(asked.key)
    named = Named(person, asked.on, decides=step.action is Action.SIGN)
    refused = doubt_of(named, _posts_of(ctx, proposal, step, authority, asked.on), authority.authority.rules)
    doubt = clean_text(asked.doubt, field="doubt") if asked.doubt.strip() else None
    if refused is not None and doubt is None:
        raise refused
    return Recording(asked.basis, doubt if refused is not None else None)


def _posts_of(
    ctx: Context, proposal: Proposal, step: RouteStep, held: AuthorityOnDay, on: date
) -> tuple[SigningPost, ...]:
    """Return the posts whose step it is, with their holders and substitutes; none where that is not known."""
    on_day = held.authority.posts
    if not isinstance(step.by, Permission):
        return (_with_substitutes(ctx, _post(ctx, step.by, held, on), on),)
    role = _ROLES.get(step.by)
    of_role = tuple(post for post in on_day.values() if post.role is role)
    near = _above(proposal.unit_id, held)
    nearest = tuple(post for post in of_role if post.key in near)
    return tuple(_with_substitutes(ctx, post, on) for post in nearest or of_role)


def _above(unit_id: UnitId, held: AuthorityOnDay) -> frozenset[str]:
    """Return the keys of the posts in the line above a unit, its own head included."""
    found: list[str] = []
    key = held.heads.get(unit_id)
    while key is not None and key not in found:
        found.append(key)
        post = held.authority.posts.get(key)
        key = post.above if post is not None else None
    return frozenset(found)


def _post(ctx: Context, post_id: PostId, held: AuthorityOnDay, on: date) -> SigningPost:
    """Return a post that need not lead a unit, with who held it; an unknown one has no holders."""
    key = str(post_id)
    known = held.authority.posts.get(key)
    if known is not None:
        return known
    found = next((post for post in titled_posts(ctx, on) if post.id == post_id), None)
    if found is None:
        return SigningPost(key=key, role=SigningRole.OTHER, title="", above=None)
    tenures = posts.tenures_of(ctx.session, ctx.government_id, (found.unit_id,))
    own = tuple(one.tenure for one in tenures if one.post_id == post_id)
    return SigningPost(key=key, role=SigningRole.OTHER, title=found.title, above=None, tenures=own)


def _with_substitutes(ctx: Context, post: SigningPost, on: date) -> SigningPost:
    """Return the post with whoever was Plh. or Plt. in it by a recorded letter that day."""
    if not post.is_recorded:
        return post
    lent = delegations.substitutes_on(ctx.session, ctx.government_id, UUID(post.key), on)
    acting = tuple(_tenure(ctx, one, post.title) for one in lent if one.delegation.kind in _ACTING)
    return replace(post, tenures=(*post.tenures, *acting))


def _tenure(ctx: Context, held: HeldDelegation, title: str) -> Tenure:
    told = held.delegation
    valid_to = told.valid_to
    if told.recalled_at is not None:
        zone = governments.government(ctx.session, ctx.government_id).zone
        valid_to = min(valid_to, local_date(told.recalled_at, zone) + timedelta(days=1))
    return Tenure(
        access.user_row(ctx.session, ctx.government_id, told.delegate_id).display_name,
        title,
        _ACTING[told.kind],
        told.valid_from,
        valid_to,
        is_end_known=True,
        letter=held.letter_number,
    )
