"""How posts are called on a day."""

from dataclasses import dataclass
from datetime import date

from orgflow.domain.organisation.organisation import Post, UnknownPost
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import PostId, UnitId
from orgflow.services.context import Context
from orgflow.store import posts, structures


@dataclass(frozen=True, slots=True)
class TitledPost:
    """A post with its title; ``leads`` when its holder leads the unit."""

    id: PostId
    title: str
    unit_id: UnitId
    leads: bool


def title_of(ctx: Context, post_id: PostId, on: date) -> str:
    """Return how a post is called on a day.

    Raises:
        UnknownPost: it does not exist then.
    """
    found = next((post for post in titled_posts(ctx, on) if post.id == post_id), None)
    if found is None:
        raise UnknownPost(field="post_id", post_id=str(post_id))
    return found.title


def titled_posts(ctx: Context, on: date) -> tuple[TitledPost, ...]:
    """Return the posts of a day in the order of the structure, those that lead before the others."""
    structure = structures.structure_on(ctx.session, ctx.government_id, on)
    tops = structure.children(None)
    order = {
        unit.id: place for place, unit in enumerate(u for top in tops for u in structure.subtree(top.id))
    }
    known = (post for post in posts.posts_on(ctx.session, ctx.government_id, on) if post.unit_id in order)
    return tuple(
        _titled(post, structure)
        for post in sorted(
            known, key=lambda post: (order[post.unit_id], post.role is PostRole.MEMBER, str(post.id))
        )
    )


def _titled(post: Post, structure: Structure) -> TitledPost:
    title = post.title or structure.unit(post.unit_id).head_title
    return TitledPost(post.id, title, post.unit_id, post.role is not PostRole.MEMBER)
