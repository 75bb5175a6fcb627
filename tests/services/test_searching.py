"""Search over names of all times, officials and regulations, the same on both databases."""

from datetime import date

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.values import InstrumentId
from orgflow.services.organisation.instruments import (
    InstrumentFields,
    PutArticle,
    RecordInstrument,
    put_article,
    record_instrument,
)
from orgflow.services.organisation.searching import SearchPage, search_registry
from tests.factories.governments import HUMAS, SINCE, UMUM
from tests.factories.office import Office, a_neighbour
from tests.factories.registry import Keeper

pytestmark = pytest.mark.both_databases

MAY, JULY = date(2026, 5, 1), date(2026, 7, 1)


def searched(office: Office, text: str) -> SearchPage:
    return search_registry(office.context(Role.BUREAU_HEAD), text)


def names(page: SearchPage) -> list[str]:
    return [hit.name for hit in page.units]


@pytest.mark.parametrize("text", ["humas", "HUMAS", "hum bir", "  Biro   Hum ", "hümas", "Biro, Humas!"])
def test_a_unit_is_found_by_the_beginnings_of_its_words(office: Office, text: str) -> None:
    assert names(searched(office, text)) == [HUMAS]


@pytest.mark.parametrize("text", ["", "  ", "!?", "umas", "tidakada", "biro tidakada"])
def test_what_is_not_there_is_not_found(office: Office, text: str) -> None:
    page = searched(office, text)

    assert (page.units, page.officials, page.instruments) == ((), (), ())


def test_a_unit_is_found_by_every_name_it_bore_and_will_bear(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.rename(UMUM, MAY, "Biro Rumah Tangga")
    keeper.rename(UMUM, JULY, "Biro Perlengkapan")

    (old,), (new,) = searched(office, "rumah").units, searched(office, "perlengk").units

    assert (old.name, old.valid_from, old.valid_to) == ("Biro Rumah Tangga", MAY, JULY)
    assert (new.name, new.valid_from, new.valid_to, new.is_present) == (
        "Biro Perlengkapan",
        JULY,
        None,
        False,
    )
    assert [hit.is_present for hit in searched(office, "biro umum").units if hit.valid_from == SINCE] == [
        True
    ]


def test_a_corrected_name_is_no_longer_found(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.rename(UMUM, MAY, "Biro Perlenkapan")
    keeper.correct(UMUM, MAY, "Biro Perlengkapan")

    assert names(searched(office, "perlenkapan")) == []
    assert names(searched(office, "perlengkapan")) == ["Biro Perlengkapan"]


def test_letters_with_marks_are_found_without_them_and_the_other_way(office: Office) -> None:
    Keeper.of(office).rename(UMUM, MAY, "Biro Kéarsipan")

    assert names(searched(office, "kearsipan")) == names(searched(office, "kéarsip")) == ["Biro Kéarsipan"]


def test_an_official_is_found_with_the_post(office: Office) -> None:
    (hit,) = searched(office, "contoh satu").officials

    assert (hit.name, hit.post_title, hit.valid_from) == ("Contoh Satu, S.Sos.", "Gubernur Uji", SINCE)


def test_a_regulation_is_found_by_its_articles(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    fields = InstrumentFields("pergub", "Susunan Organisasi yang Baru", "UJI-9", 2026)
    held = InstrumentId(record_instrument(ctx, RecordInstrument(fields)))
    put_article(ctx, PutArticle(held, "Pasal 7", "Bagian Keprotokolan mempunyai tugas menyiapkan acara."))

    (hit,) = searched(office, "keprotokolan acara").instruments

    assert (hit.held.id, hit.article) == (held, "Pasal 7")
    assert searched(office, "uji-9 2026").instruments[0].held.id == held
    assert searched(office, "peraturan gub uji-9").instruments[0].held.id == held


def test_nobody_finds_what_is_another_governments(office: Office) -> None:
    other = a_neighbour(office)
    Keeper.of(other).rename(UMUM, MAY, "Biro Rahasia")

    assert names(searched(office, "rahasia")) == []
    assert names(searched(other, "rahasia")) == ["Biro Rahasia"]
