"""Long lists on the screen: fifty rows, the pages beside, and what is asked for kept on the way."""

import re

import pytest

from orgflow.domain.access.roles import Role
from tests.factories.many import many_proposals
from tests.web.desk_office import DeskOffice, main_of

TU = Role.LETTER_ADMINISTRATOR


@pytest.mark.parametrize(
    ("path", "state", "pages"), [("/usulan", "berjalan", 3), ("/surat", "draft", 2), ("/surat", "void", 2)]
)
def test_the_pages_of_a_list_lead_to_one_another_and_keep_the_filter(
    desks: DeskOffice, path: str, state: str, pages: int
) -> None:
    many_proposals(desks.office, 160)
    reader, seen = desks.reader(TU), set[str]()
    address = f"{path}?keadaan={state}"

    for number in range(1, pages + 1):
        shown = main_of(reader.open(address))
        assert f"Halaman {number} dari {pages}" in shown
        assert f'value="{state}" selected' in shown
        seen |= set(re.findall(rf'href="{path}/([0-9a-f-]{{36}})"', shown))
        later = re.search(r'rel="next" href="([^"]+)"', shown)
        assert (later is None) == (number == pages)
        address = later.group(1).replace("&amp;", "&") if later is not None else address
        assert f"keadaan={state}" in address

    assert len(seen) == {3: 107, 2: 80}[pages]


def test_a_short_list_has_neither_filter_nor_pages(desks: DeskOffice) -> None:
    many_proposals(desks.office, 3)

    for path in ("/usulan", "/surat"):
        shown = main_of(desks.reader(TU).open(path))
        assert "of-filter" not in shown
        assert "Halaman" not in shown


@pytest.mark.parametrize("asked", ["hal=0", "hal=seribu", "hal=99999999999999999999999", "keadaan=lain"])
def test_an_odd_address_shows_the_nearest_page(desks: DeskOffice, asked: str) -> None:
    many_proposals(desks.office, 60)

    for path in ("/usulan", "/surat"):
        assert desks.reader(TU).open(f"{path}?{asked}").status_code == 200


def test_a_filter_without_a_match_says_so(desks: DeskOffice) -> None:
    shown = desks.reader(TU).read("/surat?keadaan=sent")

    assert "Tidak ada surat yang cocok" in shown
    assert "Tidak ada usulan yang cocok" in desks.reader(TU).read("/usulan?keadaan=berakhir")


def test_beranda_leads_to_the_ended(desks: DeskOffice) -> None:
    many_proposals(desks.office, 6)

    shown = main_of(desks.reader(TU).open("/"))

    assert 'href="/usulan?keadaan=berakhir"' in shown
    assert "Lihat 2 usulan yang sudah selesai atau berakhir" in shown
