"""What of posts, duties and functions differs between two organisations, unit by unit, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.values import UnitId


@dataclass(frozen=True, slots=True)
class PostChange:
    """A post that begins, ends, or is another; a new one has no ``before``, an ended one no ``after``."""

    before: Post | None
    after: Post | None


@dataclass(frozen=True, slots=True)
class FunctionChange:
    """A duty or function that begins, ends, or is another; its place alone makes no difference."""

    before: Function | None
    after: Function | None


def changed_posts(before: Organisation, after: Organisation) -> Iterator[PostChange]:
    """Yield the posts that differ, in the order of the tree before, the new ones last.

    A head's title follows the unit's name and is no difference of the post.
    """
    for unit_id in _in_order(before):
        for post in before.posts_of(unit_id):
            now = after.posts.get(post.id)
            if now != post:
                yield PostChange(post, now)
    for unit_id in _in_order(after):
        for post in after.posts_of(unit_id):
            if post.id not in before.posts:
                yield PostChange(None, post)


def changed_functions(before: Organisation, after: Organisation) -> Iterator[FunctionChange]:
    """Yield the duties and functions that differ, in the order of the tree before, the new ones last."""
    for unit_id in _in_order(before):
        for held in before.functions_of(unit_id):
            now = after.functions.get(held.id)
            if now is None or (now.unit_id, now.kind, now.text) != (held.unit_id, held.kind, held.text):
                yield FunctionChange(held, now)
    for unit_id in _in_order(after):
        for held in after.functions_of(unit_id):
            if held.id not in before.functions:
                yield FunctionChange(None, held)


def units_changed_inside(before: Organisation, after: Organisation) -> frozenset[UnitId]:
    """Return the units to or from which a post or function came, went, or in which one is another."""
    found: set[UnitId] = set()
    for post in changed_posts(before, after):
        found.update(side.unit_id for side in (post.before, post.after) if side is not None)
    for held in changed_functions(before, after):
        found.update(side.unit_id for side in (held.before, held.after) if side is not None)
    return frozenset(found)


def _in_order(organisation: Organisation) -> Iterator[UnitId]:
    structure = organisation.structure
    return (unit.id for unit in structure.subtree(structure.root().id))
