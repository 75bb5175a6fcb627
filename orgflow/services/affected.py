"""Which officials a proposal's operations touch: who holds a post that ends, changes or goes elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import PostId
from orgflow.services.context import Context
from orgflow.services.use_case import read
from orgflow.store.posts import tenures_of


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a post, and in what quality."""

    name: str
    kind: AppointmentKind


@read(requires=Permission.VIEW_PROPOSALS)
def holders_of(ctx: Context, posts: Iterable[Post], on: date) -> Mapping[PostId, tuple[Holder, ...]]:
    """Return who is known to hold each of the posts on a day; a post without one is not among them."""
    return holders_in_session(ctx, posts, on)


def holders_in_session(ctx: Context, posts: Iterable[Post], on: date) -> Mapping[PostId, tuple[Holder, ...]]:
    """Return the same in the gate's session."""
    wanted = {post.id: post.unit_id for post in posts}
    found: dict[PostId, tuple[Holder, ...]] = {}
    for entry in tenures_of(ctx.session, ctx.government_id, set(wanted.values())):
        post_id = PostId(entry.post_id)
        if post_id in wanted and entry.tenure.holds_on(on):
            holder = Holder(entry.tenure.official_name, entry.tenure.kind)
            found[post_id] = (*found.get(post_id, ()), holder)
    return found
