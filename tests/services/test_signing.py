"""Who signs on a day, read from a registry on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.authority import Capitals, SigningKind, SigningRole
from orgflow.domain.letters.authority_errors import (
    MandateMissing,
    MayNotSignInOwnName,
    SignerUnknown,
    UnknownSigningPost,
)
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import PostId
from orgflow.services.organisation import posts
from orgflow.services.signing import SignerWish, SigningPostNotSingle
from orgflow.services.signing_pages import show_authority
from tests.factories.governments import HUKUM, HUMAS, SINCE
from tests.factories.office import Office
from tests.factories.registry import BASIS, Keeper
from tests.factories.signing import found, printed
from tests.factories.signing_office import (
    FOR_GOVERNOR,
    GOVERNOR,
    LETTER,
    MAY_5,
    signed,
    sketched,
    staffed,
)


def test_the_governor_signs_a_proposal_by_the_registry(office: Office) -> None:
    wish = SignerWish(kind=SigningKind.PROPOSAL, signer=GOVERNOR, on=MAY_5)

    block = signed(office.context(Role.DRAFTER), wish).block

    assert printed(block) == "GUBERNUR UJI, / Contoh Satu, S.Sos."


def test_the_secretary_is_known_by_its_place_and_signs_with_the_name_of_the_government(
    office: Office,
) -> None:
    staffed(office)
    wish = replace(LETTER, capitals=Capitals.AS_WRITTEN)

    block = signed(office.context(Role.DRAFTER), wish).block

    assert printed(block) == (
        "Sekretaris Daerah Provinsi Uji, / Contoh Dua, S.H. / [signatory_rank] / [signatory_nip]"
    )


def test_a_head_of_a_bureau_is_asked_for_by_the_bureau(office: Office) -> None:
    staffed(office)
    humas = replace(LETTER, signer=office.units[HUMAS])

    assert signed(office.context(Role.DRAFTER), humas).block.title_lines == ("KEPALA BIRO HUMAS,",)
    with pytest.raises(SignerUnknown):
        signed(office.context(Role.DRAFTER), replace(LETTER, signer=office.units[HUKUM]))
    with pytest.raises(SigningPostNotSingle):
        signed(office.context(Role.DRAFTER), replace(LETTER, signer=SigningRole.BUREAU_HEAD))
    with pytest.raises(UnknownSigningPost):
        signed(office.context(Role.DRAFTER), replace(LETTER, signer=SigningRole.ASSISTANT))
    with pytest.raises(MayNotSignInOwnName):
        signed(office.context(Role.DRAFTER), replace(humas, kind=SigningKind.PROPOSAL))


def test_a_deputy_governor_is_an_elected_post_beside_the_governors(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.post("Wakil Gubernur Uji", "Pemerintah Provinsi Uji", SINCE)
    keeper.appoint("Contoh Lima", "Wakil Gubernur Uji", SINCE)

    block = signed(office.context(Role.DRAFTER), replace(LETTER, signer=SigningRole.DEPUTY_GOVERNOR)).block

    assert printed(block) == "WAKIL GUBERNUR UJI, / Contoh Lima"


def test_without_a_mandate_nobody_signs_for_the_governor_and_a_draft_still_shows_the_lines(
    office: Office,
) -> None:
    staffed(office)

    with pytest.raises(MandateMissing):
        signed(office.context(Role.DRAFTER), FOR_GOVERNOR)
    assert sketched(office.context(Role.DRAFTER), FOR_GOVERNOR).title_lines == (
        "a.n. GUBERNUR UJI",
        "SEKRETARIS DAERAH,",
    )


def test_whoever_acts_and_signs_a_proposal_needs_a_reason(office: Office) -> None:
    keeper, ctx = Keeper.of(office), office.context(Role.SYSTEM_ADMINISTRATOR)
    command = posts.FoundPost(
        keeper.units["Sekretariat Daerah"], PostRole.HEAD, posts.PostFields(None), SINCE, BASIS
    )
    keeper.posts["Sekda"] = PostId(posts.found_post(keeper.ctx, command))
    keeper.appoint("Contoh Enam", "Sekda", date(2025, 4, 1), kind=AppointmentKind.ACTING)

    answer = signed(ctx, replace(LETTER, kind=SigningKind.MINISTRY_ANSWER))

    assert answer.needs_reason
    assert answer.block.title_lines == ("Plt. SEKRETARIS DAERAH PROVINSI UJI,",)
    assert found(answer) == "strategic_decision! appointment_letter_missing"


def test_the_page_says_of_each_post_who_signs_or_why_nobody_does(office: Office) -> None:
    staffed(office)

    page = show_authority(office.context(Role.SYSTEM_ADMINISTRATOR))

    shown = {row.post.title: row for row in page.signers}
    assert list(shown)[:2] == ["Gubernur Uji", "Sekretaris Daerah Provinsi Uji"]
    assert shown["Gubernur Uji"].signed is not None
    assert shown["Kepala Biro Hukum"].signed is None
    assert isinstance(shown["Kepala Biro Hukum"].refusal, SignerUnknown)
    assert "Kepala Bagian Media" not in shown
