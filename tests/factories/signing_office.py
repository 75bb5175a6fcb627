"""An office in which somebody may sign: its secretary and bureau, who signs, and what was granted."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.letters.authority import SigningKind, SigningRole
from orgflow.domain.letters.facts import SignatureBlock
from orgflow.domain.letters.signing import SignedAs
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.values import PostId
from orgflow.services.context import Context
from orgflow.services.history import show_history
from orgflow.services.mandates import (
    MandateTerms,
)
from orgflow.services.organisation import posts
from orgflow.services.signing import SignerWish, signing_of, sketch_for
from orgflow.services.signing_pages import show_authority
from orgflow.services.use_case import read
from tests.factories.governments import HUMAS, SINCE
from tests.factories.office import Office
from tests.factories.registry import BASIS, Keeper

MAY_5 = date(2025, 5, 5)
GOVERNOR, SECRETARY = SigningRole.GOVERNOR, SigningRole.SECRETARY
LETTER = SignerWish(kind=SigningKind.LETTER, signer=SECRETARY, on=MAY_5)
FOR_GOVERNOR = replace(LETTER, on_behalf_of=GOVERNOR)


@read(requires=Permission.VIEW_STRUCTURE)
def signed(ctx: Context, wish: SignerWish) -> SignedAs:
    """Return who signs, asked within a reading."""
    return signing_of(ctx, wish)


@read(requires=Permission.VIEW_STRUCTURE)
def sketched(ctx: Context, wish: SignerWish) -> SignatureBlock:
    """Return the block of a draft, asked within a reading."""
    return sketch_for(ctx, wish)


def staffed(office: Office) -> Keeper:
    """Return the keeper of an office with a secretary and a head of a bureau in their posts."""
    keeper = Keeper.of(office)
    for title, unit in (("Sekda", "Sekretariat Daerah"), ("Karo", HUMAS), ("Kabag", "Bagian Media")):
        command = posts.FoundPost(keeper.units[unit], PostRole.HEAD, posts.PostFields(None), SINCE, BASIS)
        keeper.posts[title] = PostId(posts.found_post(keeper.ctx, command))
    keeper.appoint("Contoh Dua, S.H.", "Sekda", SINCE)
    keeper.appoint("Contoh Tiga, S.I.Kom.", "Karo", SINCE)
    return keeper


def post_of(office: Office, role: SigningRole) -> UUID:
    """Return the id of the one post of a role."""
    rows = show_authority(office.context(Role.SYSTEM_ADMINISTRATOR)).signers
    (key,) = [row.post.key for row in rows if row.post.role is role]
    return UUID(key)


def terms(office: Office, keeper: Keeper, receiver: str = "Sekda", **changed: object) -> MandateTerms:
    """Return the terms of a mandate from the governor."""
    held = MandateTerms(
        giver=post_of(office, GOVERNOR),
        receiver=keeper.posts[receiver],
        kinds=(SigningKind.LETTER,),
        valid_from=date(2025, 1, 2),
        last_day=None,
        letter="CONTOH/M/001",
        source="CONTOH",
        is_verified=True,
    )
    return replace(held, **changed)


def told(office: Office, *names: str) -> list[str]:
    """Return the payloads of these events, the newest first."""
    events = show_history(office.context(Role.AUDITOR)).events
    return [event.payload for event in events if event.event in names]
