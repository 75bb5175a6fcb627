"""Routes of approval kept in the settings: shown, changed by a new version, and a proposal moved to one."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.route_events import ReviewOrderSet, RouteBegun, RouteChanged
from orgflow.domain.errors import RuleBroken
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.refusals import StepNeeds
from orgflow.domain.proposals.routes import (
    KindOfChange,
    Route,
    RouteStep,
    UnknownRoute,
    checked_steps,
    kind_of_change,
)
from orgflow.domain.proposals.states import REVIEWS, STAGES, Action, ProposalState
from orgflow.domain.proposals.steps import Standing
from orgflow.domain.values import PostId, ProposalId, RouteId, clean_line, clean_text
from orgflow.services.affected import holders_in_session
from orgflow.services.context import Context
from orgflow.services.notices import tell
from orgflow.services.route_words import route_words
from orgflow.services.scope import scope_of, today_of
from orgflow.services.stepping import ROAD_REFUSALS, end_letters, keep_step
from orgflow.services.telling_steps import tell_of_step
from orgflow.services.use_case import read, use_case
from orgflow.store import organisations, proposal_sets, proposals, routes
from orgflow.store.proposals import StaleRevision
from orgflow.store.routes import ReviewOrder


class RouteAsItIs(RuleBroken):
    """What was sent is the route as it stands."""

    code = "route_as_it_is"


class ReviewUnknown(RuleBroken):
    """The first review must be one of the two there are."""

    code = "review_unknown"


@dataclass(frozen=True, slots=True)
class PostChoice:
    """A post whose task a step may be, and who holds it today."""

    id: PostId
    title: str
    holders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoutesPage:
    """The newest routes, what each is for, and the order of the reviews after them.

    ``running`` counts the running proposals that go an older version.
    """

    routes: tuple[Route, ...]
    running: Mapping[KindOfChange, int]
    posts: Mapping[PostId, PostChoice]
    order: ReviewOrder


@dataclass(frozen=True, slots=True)
class MovePage:
    """A proposal that may be moved: where it stands, and where it would on each other route.

    ``fitting`` is the newest route for what the proposal changes now.
    """

    revision: int
    present: Route
    choices: tuple[tuple[Route, Standing], ...]
    fitting: RouteId


@dataclass(frozen=True, slots=True)
class SaveRoute:
    """The steps of the next version; ``seen_version`` is the one they were changed from."""

    kind: KindOfChange
    seen_version: int
    steps: tuple[RouteStep, ...]


@dataclass(frozen=True, slots=True)
class SetReviewOrder:
    """Which review of a draft regulation comes first, and where that is known from."""

    first: str
    source: str
    is_verified: bool
    seen_revision: int


@dataclass(frozen=True, slots=True)
class MoveToRoute:
    """A running proposal goes another route from now on."""

    proposal_id: ProposalId
    seen_revision: int
    route_id: UUID
    reason: str


@read(requires=Permission.MANAGE_SETTINGS)
def show_routes(ctx: Context) -> RoutesPage:
    """Return the routes as they stand."""
    held = routes.routes_of(ctx.session, ctx.government_id)
    newest = tuple(routes.newest(held, kind) for kind in KindOfChange)
    begun = Counter(
        held[RouteId(row.route_id)].kind
        for row in proposal_sets.proposals_page(ctx.session, scope_of(ctx), _ON_ROUTE)
        if row.route_id is not None and RouteId(row.route_id) not in {route.id for route in newest}
    )
    return RoutesPage(newest, begun, _posts(ctx), routes.review_order(ctx.session, ctx.government_id))


@read(requires=Permission.MANAGE_SETTINGS)
def show_move(ctx: Context, proposal_id: UUID) -> MovePage:
    """Return where a proposal would stand on the routes it may be moved to.

    Raises:
        UnknownProposal.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    proposal = proposals.proposal_of(ctx.session, row)
    held = routes.routes_of(ctx.session, ctx.government_id)
    others = [routes.newest(held, kind) for kind in KindOfChange]
    placed = proposals.operations_of(ctx.session, proposal.id)
    fitting = routes.newest(held, kind_of_change(one.operation for one in placed))
    choices = tuple(
        (route, proposal.progress.after_change(route)[0]) for route in others if route.id != proposal.route.id
    )
    may_move = row.route_id is not None and proposal.is_on_route
    return MovePage(row.revision, proposal.route, choices if may_move else (), fitting.id)


@use_case(requires=Permission.MANAGE_SETTINGS)
def save_route(ctx: Context, command: SaveRoute) -> UUID:
    """Begin a new version of a route; what runs keeps the version it began with.

    Raises:
        StaleRevision: another version was begun meanwhile.
        RouteAsItIs: nothing is changed.
        RouteKeyTwice, RouteOutOfOrder, SignatureMisplaced, RouteUnsigned, RouteUnapproved,
        RoutePostUnknown, RouteTakerUnfit, TextEmpty, TextTooLong, TextUnprintable, NameUnreadable.
    """
    held = routes.newest(routes.routes_of(ctx.session, ctx.government_id), command.kind)
    if held.version != command.seen_version:
        raise StaleRevision(seen=command.seen_version, present=held.version)
    steps = checked_steps(command.steps, frozenset(_organisation(ctx).posts))
    if steps == held.steps:
        raise RouteAsItIs()
    version = held.version + 1
    route = Route(RouteId(ctx.new_id()), ctx.government_id, command.kind, version, steps)
    routes.add_route(ctx.session, route, at=ctx.now, step_ids=[ctx.new_id() for _ in steps])
    ctx.record(RouteBegun(str(ctx.government_id), str(route.kind), version, route_words(route)))
    return route.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_review_order(ctx: Context, command: SetReviewOrder) -> UUID:
    """Set which review of a draft regulation comes first.

    Raises:
        StaleRevision, ReviewUnknown, TextEmpty, TextTooLong, TextUnprintable.
    """
    held = routes.review_order(ctx.session, ctx.government_id)
    if held.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=held.revision)
    if command.first not in REVIEWS:
        raise ReviewUnknown(field="first")
    first = ProposalState(command.first)
    reviews = (first, *(review for review in REVIEWS if review is not first))
    source = clean_line(command.source, field="source")
    order = ReviewOrder(reviews, source, command.is_verified, held.revision + 1)
    routes.put_review_order(ctx.session, ctx.government_id, order, new_id=ctx.new_id())
    ctx.record(ReviewOrderSet(str(ctx.government_id), str(first), source, command.is_verified))
    return ctx.government_id


@use_case(requires=Permission.MANAGE_SETTINGS, tells=ROAD_REFUSALS)
def move_to_route(ctx: Context, command: MoveToRoute) -> UUID:
    """Move a running proposal to the newest version of a route; what is done of the same key stays done.

    Raises:
        UnknownProposal, StaleRevision, UnknownRoute.
        TransitionNotAllowed, RouteUnchanged, StepNeeds: the road refuses it.
        TextTooLong, TextUnprintable.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    before = proposals.proposal_of(ctx.session, row)
    held = routes.routes_of(ctx.session, ctx.government_id)
    route = held.get(RouteId(command.route_id))
    if route is None:
        raise UnknownRoute(route_id=str(command.route_id))
    reason = clean_text(command.reason, field="reason")
    if not reason:
        raise StepNeeds(field="reason", action=str(Action.CHANGE_ROUTE), missing=("reason",))
    today = today_of(ctx)
    after = before.on_route(route, ctx.actor, today)
    row.route_id = route.id
    keep_step(ctx, row, after, StepFacts(today, reason))
    if _undoes_letter(before, after):
        end_letters(ctx, row, reason, redraft=True)
    kept = "; ".join(step.title for step in route.steps if step.key in after.steps[-1].carried)
    ctx.record(RouteChanged(str(row.id), str(route.kind), route.version, kept))
    tell_of_step(ctx, before, after)
    tell(ctx, NoticeKind.ROUTE_CHANGED, after.id, after.drafters, by=ctx.actor.name)
    return command.proposal_id


_ON_ROUTE = (ProposalState.DRAFT, *STAGES)


def _undoes_letter(before: Proposal, after: Proposal) -> bool:
    """Say whether a letter that was issued is looked at anew, or is signed anew, on the new route."""
    if before.state is not ProposalState.SIGNING:
        return False
    is_signed_anew = not before.progress.waiting and bool(after.progress.waiting)
    return after.state is not ProposalState.SIGNING or is_signed_anew


def _organisation(ctx: Context) -> Organisation:
    return organisations.organisation_on(ctx.session, ctx.government_id, today_of(ctx))


def _posts(ctx: Context) -> dict[PostId, PostChoice]:
    organisation = _organisation(ctx)
    held = holders_in_session(ctx, organisation.posts.values(), organisation.structure.on)
    named = {post.id: organisation.title_of(post) for post in organisation.posts.values()}
    return {
        post_id: PostChoice(post_id, title, tuple(holder.name for holder in held.get(post_id, ())))
        for post_id, title in sorted(named.items(), key=lambda item: item[1].casefold())
    }
