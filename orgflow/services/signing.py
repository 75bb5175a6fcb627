"""Who signs on a day, read from the registry, the mandates and the rules of one government."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.authority import Capitals, SigningKind, SigningRole, SigningWish
from orgflow.domain.letters.authority_errors import UnknownSigningPost
from orgflow.domain.letters.authority_posts import RecordedPosts, roles_of, signing_posts
from orgflow.domain.letters.facts import SignatureBlock
from orgflow.domain.letters.signing import Authority, SignedAs, signed_as, sketch_of
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.organisation.tenure import Tenure
from orgflow.domain.values import PostId, UnitId
from orgflow.services.context import Context
from orgflow.store import governments, mandates, posts, signing_rules, structures


class SigningPostNotSingle(RuleBroken):
    """Several posts are of this role; which of them is to be said by its unit."""

    code = "signing_post_not_single"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerWish:
    """What is to be signed, by whom, in whose name, on which day.

    Attributes:
        signer, on_behalf_of: a unit for its head, or a role that one post alone has.
        is_about_structure: whether a regulation or decree decides on the organisation.
    """

    kind: SigningKind
    signer: UnitId | SigningRole
    on: date
    on_behalf_of: UnitId | SigningRole | None = None
    is_about_structure: bool = False
    capitals: Capitals = Capitals.UPPER


@dataclass(frozen=True, slots=True)
class AuthorityOnDay:
    """The authority of a day, with the keys of the posts that lead the units of that day."""

    authority: Authority
    heads: Mapping[UnitId, str]

    def key_of(self, named: UnitId | SigningRole) -> str:
        """Return the key of the post that is meant.

        Raises:
            UnknownSigningPost: there is none on the day.
            SigningPostNotSingle: several have the role.
        """
        if not isinstance(named, SigningRole):
            if named not in self.heads:
                raise UnknownSigningPost(post=str(named))
            return self.heads[named]
        keys = [post.key for post in self.authority.posts.values() if post.role is named]
        if not keys:
            raise UnknownSigningPost(post=str(named))
        if len(keys) > 1:
            raise SigningPostNotSingle(signing_roles=str(named))
        return keys[0]

    def wish_of(self, wish: SignerWish) -> SigningWish:
        """Return the wish with its posts named by their keys.

        Raises:
            UnknownSigningPost, SigningPostNotSingle.
        """
        return SigningWish(
            kind=wish.kind,
            signer=self.key_of(wish.signer),
            on=wish.on,
            on_behalf_of=self.key_of(wish.on_behalf_of) if wish.on_behalf_of is not None else None,
            is_about_structure=wish.is_about_structure,
            capitals=wish.capitals,
        )


def signing_of(ctx: Context, wish: SignerWish) -> SignedAs:
    """Return who signs and how the block reads; asked in the gate's session.

    Raises:
        UnknownSigningPost, SigningPostNotSingle: the wish names no one post of the day.
        SigningRefused: it may not be signed so; its subclasses say why.
    """
    held = _authority_for(ctx, wish)
    return signed_as(held.wish_of(wish), held.authority)


def sketch_for(ctx: Context, wish: SignerWish) -> SignatureBlock:
    """Return the block as far as it is known, for a draft that may not be signed yet.

    Raises:
        UnknownSigningPost, SigningPostNotSingle.
    """
    held = _authority_for(ctx, wish)
    return sketch_of(held.wish_of(wish), held.authority)


def authority_on(ctx: Context, on: date) -> AuthorityOnDay:
    """Return the authority of the actor's government on a day, as now recorded."""
    structure = structures.structure_on(ctx.session, ctx.government_id, on)
    return _authority(ctx, structure, structure.units)


def authority_frame(ctx: Context, on: date) -> AuthorityOnDay:
    """Return the authority of a day without who held any post."""
    return _authority(ctx, structures.structure_on(ctx.session, ctx.government_id, on), ())


def _authority_for(ctx: Context, wish: SignerWish) -> AuthorityOnDay:
    """Return the authority of the wish's day, with the holders of the signer's post alone."""
    structure = structures.structure_on(ctx.session, ctx.government_id, wish.on)
    if not isinstance(wish.signer, SigningRole):
        return _authority(ctx, structure, (wish.signer,))
    sought = SigningRole.GOVERNOR if wish.signer is SigningRole.DEPUTY_GOVERNOR else wish.signer
    roles = roles_of(structure)
    return _authority(ctx, structure, (unit_id for unit_id, role in roles.items() if role is sought))


def _authority(ctx: Context, structure: Structure, held_in: Iterable[UnitId]) -> AuthorityOnDay:
    """Return the authority of the structure's day, with who held the posts of some units."""
    government = governments.government(ctx.session, ctx.government_id)
    tenures: dict[PostId, list[Tenure]] = {}
    for one in posts.tenures_of(ctx.session, government.id, held_in):
        tenures.setdefault(PostId(one.post_id), []).append(one.tenure)
    recorded = RecordedPosts(
        government.name,
        posts.posts_on(ctx.session, government.id, structure.on),
        {post_id: tuple(held) for post_id, held in tenures.items()},
    )
    authority = Authority.of(
        signing_posts(structure, recorded),
        (held.mandate for held in mandates.mandates_of(ctx.session, government.id)),
        (held.rule for held in signing_rules.signing_rules(ctx.session, government.id)),
    )
    heads = {unit_id: recorded.key_of(unit_id) for unit_id in structure.units}
    return AuthorityOnDay(authority, heads)
