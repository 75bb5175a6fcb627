"""An office with the people of a walk: accounts, the two posts and who holds them; built once a process."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.values import OfficialId, PostId, UserId
from orgflow.services.account_links import ChangePostRole, LinkAccount, give_post_role, link_account
from orgflow.services.accounts import AddUser, add_user
from orgflow.services.organisation.posts import FoundPost, PostFields, found_post
from orgflow.store import access, officials
from tests.factories.governments import HUMAS, UMUM, a_government, a_unit_entry
from tests.factories.office import Office, an_office
from tests.factories.registry import BASIS, Keeper
from tests.factories.remembered import remembered
from tests.walks.trying import Who

SINCE: Final = date(2026, 1, 1)
_ROLES: Final[dict[Who, Role]] = {
    Who.DRAFTER: Role.DRAFTER,
    Who.HEAD: Role.BUREAU_HEAD,
    Who.ORGANISATION: Role.ORGANISATION_REVIEWER,
    Who.LEGAL: Role.LEGAL_REVIEWER,
    Who.ASSISTANT: Role.ASSISTANT,
    Who.SECRETARY: Role.SECRETARY,
    Who.GOVERNOR: Role.GOVERNOR_OFFICE,
    Who.TU: Role.LETTER_ADMINISTRATOR,
    Who.ADMIN: Role.SYSTEM_ADMINISTRATOR,
    Who.AUDITOR: Role.AUDITOR,
}
LINKED: Final = (Who.HEAD, Who.HEIR, Who.ORGANISATION, Who.LEGAL)
"""Who is a person of the registry, and may therefore hold a post."""


@dataclass(frozen=True, slots=True)
class Staff:
    """The people of a walk in an office."""

    office: Office
    users: dict[Who, UserId]
    officials: dict[Who, OfficialId]
    posts: tuple[PostId, PostId]


def a_staff(url: str, folder: Path) -> Staff:
    """Return an office with its people, in the database at an address, whatever is in it."""
    plain = a_government()
    more = tuple(
        a_unit_entry(code, "bagian", f"Bagian {code.title()}", "humas") for code in ("protokol", "rapat")
    )
    office = an_office(url, folder, replace(plain, units=(*plain.units, *more)))
    return Staff(office, *remembered(office, "the people of a walk", lambda: _settle(office)))


def _settle(office: Office) -> tuple[dict[Who, UserId], dict[Who, OfficialId], tuple[PostId, PostId]]:
    admin = office.context(Role.SYSTEM_ADMINISTRATOR)
    users = {who: UserId(office.actors[role].user_id or office.government_id) for who, role in _ROLES.items()}
    for who, unit in ((Who.HEIR, HUMAS), (Who.CLERK, UMUM)):
        command = AddUser(
            f"uji.{who}", f"Contoh {who}", frozenset({Role.DRAFTER}), office.units[unit], "sandi panjang 2026"
        )
        users[who] = UserId(add_user(admin, command))
    keeper = Keeper.of(office)
    head = FoundPost(office.units[HUMAS], PostRole.HEAD, PostFields(None), SINCE, BASIS)
    keeper.posts["head"] = PostId(found_post(keeper.ctx, head))
    for title in ("other", "shelf"):
        keeper.post(title, HUMAS, SINCE, seats=9)
    for who in LINKED:
        # A person becomes known by holding some post; the shelf brings nothing.
        keeper.appoint(f"Contoh {who}, S.E.", "shelf", SINCE, date(2026, 1, 2))
    give_post_role(admin, ChangePostRole(keeper.posts["head"], Role.BUREAU_HEAD))
    known = _officials(office)
    for who in LINKED:
        with office.resources.reading() as session:
            seen = access.user_row(session, office.government_id, users[who]).revision
        link_account(admin, LinkAccount(users[who], seen, known[who]))
    posts = (keeper.posts["head"], keeper.posts["other"])
    return users, known, posts


def _officials(office: Office) -> dict[Who, OfficialId]:
    with office.resources.reading() as session:
        held = officials.officials(session, office.government_id)
    by_name = {one.name: one.official_id for one in held.values()}
    return {who: by_name[f"Contoh {who}, S.E."] for who in LINKED}
