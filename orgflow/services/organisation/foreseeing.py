"""What an end would bring with it, told before it is recorded."""

from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.ending import Ending, what_ends_with_post, what_ends_with_unit
from orgflow.domain.organisation.keeping_posts import post_timeline
from orgflow.domain.values import PostId, UnitId
from orgflow.services.context import Context
from orgflow.services.registry import held_history
from orgflow.services.use_case import read


@read(requires=Permission.KEEP_REGISTRY)
def foresee_unit_end(ctx: Context, unit_id: UUID, on: date) -> Ending:
    """Return what would end with a unit on a day.

    Raises:
        UnknownUnit: it is not of the actor's government.
    """
    return what_ends_with_unit(held_history(ctx), UnitId(unit_id), on)


@read(requires=Permission.KEEP_REGISTRY)
def foresee_post_end(ctx: Context, post_id: UUID, on: date) -> Ending:
    """Return who would leave a post that ends on a day.

    Raises:
        UnknownPost: it is not of the actor's government.
    """
    history = held_history(ctx)
    post_timeline(history, PostId(post_id))
    return what_ends_with_post(history, PostId(post_id), on)
