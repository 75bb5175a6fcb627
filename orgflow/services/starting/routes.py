"""The routes of approval that every government begins with, and the order of the reviews after them."""

from typing import Final

from orgflow.domain.audit.route_events import ReviewOrderSet, RouteBegun
from orgflow.domain.proposals.routes import HOUSE_STEPS, KindOfChange, Route
from orgflow.domain.proposals.states import REVIEWS
from orgflow.domain.values import GovernmentId, RouteId
from orgflow.services.context import Context
from orgflow.services.route_words import route_words
from orgflow.store import routes
from orgflow.store.routes import ReviewOrder

ORDER_SOURCE: Final = "Kebiasaan kantor; dasar hukumnya belum dibaca"


def begin_routes(ctx: Context, government_id: GovernmentId) -> None:
    """Enter the house's route for each kind of change, and harmonisation before facilitation."""
    for kind in KindOfChange:
        route = Route(RouteId(ctx.new_id()), government_id, kind, 1, HOUSE_STEPS)
        routes.add_route(ctx.session, route, at=ctx.now, step_ids=[ctx.new_id() for _ in route.steps])
        ctx.record(RouteBegun(str(government_id), str(kind), 1, route_words(route)))
    order = ReviewOrder(REVIEWS, ORDER_SOURCE, is_verified=False, revision=1)
    routes.put_review_order(ctx.session, government_id, order, new_id=ctx.new_id())
    ctx.record(ReviewOrderSet(str(government_id), str(order.reviews[0]), order.source, order.is_verified))
