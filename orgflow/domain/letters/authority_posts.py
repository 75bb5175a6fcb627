"""Which posts may sign on a day, read from the structure: by the properties of kinds, never by names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from orgflow.domain.letters.authority import SigningPost, SigningRole
from orgflow.domain.organisation.kinds import Standing
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.organisation.tenure import Tenure
from orgflow.domain.values import PostId, UnitId, comparable


@dataclass(frozen=True)
class RecordedPosts:
    """The posts recorded on a day, and who is known to have held them.

    Attributes:
        government_name: such as ``Provinsi Contoh``, which the secretary's own title names.
    """

    government_name: str
    posts: tuple[Post, ...]
    tenures: Mapping[PostId, tuple[Tenure, ...]]

    def key_of(self, unit_id: UnitId) -> str:
        """Return the key of the post that leads a unit, recorded or not."""
        post = self.head_of(unit_id)
        return str(post.id) if post is not None else f"unit:{unit_id}"

    def head_of(self, unit_id: UnitId) -> Post | None:
        """Return the post that leads a unit, the government itself included; None while none is recorded."""
        return self._heads.get(unit_id)

    @cached_property
    def _heads(self) -> Mapping[UnitId, Post]:
        leading = [post for post in self.posts if post.role in (PostRole.GOVERNOR, PostRole.HEAD)]
        ordered = sorted(leading, key=lambda post: (post.role is PostRole.GOVERNOR, str(post.id)))
        return {post.unit_id: post for post in ordered}

    def tenures_of(self, post: Post | None) -> tuple[Tenure, ...]:
        """Return who held a post."""
        return self.tenures.get(post.id, ()) if post is not None else ()


def roles_of(structure: Structure) -> Mapping[UnitId, SigningRole]:
    """Return what the head of each unit is to the government.

    The secretariat is what stands in line below the government, is no agency, and holds the bureaus; an
    assistant stands in line below it and drafts nothing of its own.
    """
    secretariat = secretariat_of(structure)
    secretariat_id = secretariat.id if secretariat is not None else None
    return {unit.id: _role(unit, secretariat_id) for unit in structure.units.values()}


def _role(unit: Unit, secretariat_id: UnitId | None) -> SigningRole:
    if unit.parent_id is None:
        return SigningRole.GOVERNOR
    if unit.kind.is_agency:
        return SigningRole.AGENCY_HEAD
    if unit.kind.may_propose:
        return SigningRole.BUREAU_HEAD
    if unit.id == secretariat_id:
        return SigningRole.SECRETARY
    if unit.parent_id == secretariat_id and unit.kind.standing is Standing.LINE:
        return SigningRole.ASSISTANT
    return SigningRole.OTHER


def secretariat_of(structure: Structure) -> Unit | None:
    """Return the regional secretariat; None where none is recorded."""
    for root in structure.children(None):
        offices = [
            unit
            for unit in structure.children(root.id)
            if unit.kind.standing is Standing.LINE and not unit.kind.is_agency and not unit.kind.may_propose
        ]
        holding = [
            unit for unit in offices if any(below.kind.may_propose for below in structure.subtree(unit.id))
        ]
        return next(iter(holding or offices), None)
    return None


def signing_posts(structure: Structure, recorded: RecordedPosts) -> tuple[SigningPost, ...]:
    """Return the posts that may sign, in the order of the structure: heads of units and the deputy governor.

    A post that is not recorded bears the key ``unit:`` with the id of the unit that it would lead.
    """
    roles = roles_of(structure)
    keys = {unit.id: recorded.key_of(unit.id) for unit in structure.units.values()}
    found: list[SigningPost] = []
    for root in structure.children(None):
        for unit in structure.subtree(root.id):
            post = recorded.head_of(unit.id)
            above = keys.get(unit.parent_id) if unit.parent_id is not None else None
            found.append(
                SigningPost(
                    key=keys[unit.id],
                    role=roles[unit.id],
                    title=_title(unit, post, roles[unit.id], recorded.government_name),
                    above=None if unit.placement is Placement.UNKNOWN else above,
                    tenures=recorded.tenures_of(post),
                    short_title=post.title if post is not None and post.title else unit.head_title,
                    is_placed=unit.placement is Placement.VERIFIED,
                    is_recorded=post is not None,
                )
            )
            if unit.id == root.id:
                found += _deputies(root, recorded, keys[root.id])
    return tuple(found)


def _title(unit: Unit, post: Post | None, role: SigningRole, government_name: str) -> str:
    """Return the title as its holder signs in the post's own name."""
    title = post.title if post is not None and post.title else unit.head_title
    if role is SigningRole.SECRETARY and comparable(government_name) not in comparable(title):
        return f"{title} {government_name}"
    return title


def _deputies(root: Unit, recorded: RecordedPosts, above: str) -> Iterator[SigningPost]:
    """Yield the posts beside the governor's that are of no echelon and no functional rank: elected ones."""
    for post in _elected(recorded.posts, root.id):
        if post.title:
            yield SigningPost(
                key=str(post.id),
                role=SigningRole.DEPUTY_GOVERNOR,
                title=post.title,
                above=above,
                tenures=recorded.tenures_of(post),
            )


def _elected(posts: Iterable[Post], root_id: UnitId) -> Iterator[Post]:
    for post in posts:
        is_bare = post.echelon is None and post.functional_rank is None
        if post.unit_id == root_id and post.role is PostRole.MEMBER and is_bare:
            yield post
