"""Which posts may sign is read from kinds and places, never from names."""

from dataclasses import replace
from uuid import UUID

from orgflow.domain.letters.authority import SigningPost, SigningRole
from orgflow.domain.letters.authority_posts import RecordedPosts, signing_posts
from orgflow.domain.organisation.kinds import Standing, UnitKind
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import PostId
from tests.factories.organisation import (
    AGENCY,
    BUREAU,
    DIVISION,
    ON,
    ROOT_ID,
    SECRETARIAT,
    a_root,
    a_tenure,
    a_unit,
    unit_id,
)

ASSISTANT = UnitKind("asisten", "Asisten", 2, "{unit}")
ADVISER = UnitKind("staf_ahli", "Staf Ahli", 2, "{unit}", standing=Standing.ADVISORY)
COUNCIL = a_unit(2, "Sekretariat DPRD", kind=SECRETARIAT)
OFFICE = a_unit(3, "Sekretariat Daerah", kind=SECRETARIAT)
HELPER = a_unit(4, "Asisten Umum", parent=unit_id(3), kind=ASSISTANT)
ADVICE = a_unit(5, "Staf Ahli Hukum", parent=unit_id(3), kind=ADVISER)
HUMAS = a_unit(6, "Biro Humas", parent=unit_id(4), kind=BUREAU)
MEDIA = a_unit(7, "Bagian Media", parent=unit_id(6), kind=DIVISION)
KOMINFO = a_unit(8, "Dinas Kominfo", kind=AGENCY)
UNITS = (a_root(), COUNCIL, OFFICE, HELPER, ADVICE, HUMAS, MEDIA, KOMINFO)
NOTHING = RecordedPosts("Provinsi Contoh", (), {})


def read(*units: Unit, recorded: RecordedPosts = NOTHING) -> dict[str, SigningPost]:
    """Return the posts of these units by their titles."""
    return {post.title: post for post in signing_posts(Structure.of(ON, units), recorded)}


def a_post(number: int, unit: int, role: PostRole, title: str | None = None) -> Post:
    """Return a post recorded in a unit."""
    return Post(PostId(UUID(int=number)), unit_id(unit), role, title)


def test_each_head_has_the_role_of_its_place() -> None:
    roles = {title: post.role for title, post in read(*UNITS).items()}

    assert roles == {
        "Gubernur Contoh": SigningRole.GOVERNOR,
        "Sekretaris Daerah": SigningRole.OTHER,
        "Sekretaris Daerah Provinsi Contoh": SigningRole.SECRETARY,
        "Asisten Umum": SigningRole.ASSISTANT,
        "Staf Ahli Hukum": SigningRole.OTHER,
        "Kepala Biro Humas": SigningRole.BUREAU_HEAD,
        "Kepala Bagian Media": SigningRole.OTHER,
        "Kepala Dinas Kominfo": SigningRole.AGENCY_HEAD,
    }


def test_an_office_under_other_words_is_known_all_the_same() -> None:
    renamed = [replace(unit, name=f"Unit {unit.position}") for unit in UNITS]

    roles = [post.role for post in read(*renamed).values()]

    assert roles == [post.role for post in read(*UNITS).values()]


def test_a_post_answers_to_the_head_of_the_unit_above() -> None:
    posts = read(*UNITS)

    assert posts["Kepala Biro Humas"].above == posts["Asisten Umum"].key
    assert posts["Asisten Umum"].above == posts["Sekretaris Daerah Provinsi Contoh"].key
    assert posts["Gubernur Contoh"].above is None


def test_a_place_that_is_not_known_leads_nowhere_and_one_not_verified_says_so() -> None:
    unknown = read(*UNITS[:-3], replace(HUMAS, placement=Placement.UNKNOWN))["Kepala Biro Humas"]
    unverified = read(*UNITS[:-3], replace(HUMAS, placement=Placement.UNVERIFIED))["Kepala Biro Humas"]

    assert (unknown.above, unknown.is_placed) == (None, False)
    assert (unverified.above is not None, unverified.is_placed) == (True, False)


def test_a_recorded_post_bears_its_own_title_and_its_holders() -> None:
    office = a_post(31, 3, PostRole.HEAD, "Sekretaris Daerah Contoh")
    held = RecordedPosts("Contoh", (office,), {office.id: (a_tenure(),)})

    post = read(*UNITS, recorded=held)["Sekretaris Daerah Contoh"]

    assert (post.key, post.is_recorded, post.tenures) == (str(office.id), True, (a_tenure(),))
    assert not read(*UNITS)["Asisten Umum"].is_recorded


def test_a_deputy_is_a_post_beside_the_governors_of_no_echelon_and_no_functional_rank() -> None:
    governor = a_post(11, 1, PostRole.GOVERNOR, "Gubernur Contoh")
    deputy = a_post(12, 1, PostRole.MEMBER, "Wakil Gubernur Contoh")
    adviser = replace(a_post(13, 1, PostRole.MEMBER, "Ajudan"), functional_rank="Ahli Muda")
    clerk = a_post(14, 3, PostRole.MEMBER, "Pengadministrasi")

    posts = read(*UNITS, recorded=RecordedPosts("Contoh", (governor, deputy, adviser, clerk), {}))

    deputies = [post for post in posts.values() if post.role is SigningRole.DEPUTY_GOVERNOR]
    assert [post.title for post in deputies] == ["Wakil Gubernur Contoh"]
    assert deputies[0].above == posts["Gubernur Contoh"].key == str(governor.id)
    assert not {"Ajudan", "Pengadministrasi"} & set(posts)


def test_without_any_unit_nobody_signs() -> None:
    assert read() == {}
    assert a_root().id == ROOT_ID
