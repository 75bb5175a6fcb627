"""A name with odd characters, typed in a browser, stands letter for letter on the pages and in the letter."""

import re

import pytest

from tests.browser.desk import Desk
from tests.browser.office_work import letter_of, proposal_here

pytestmark = [pytest.mark.browser, pytest.mark.timeout(200)]

NAMES = (
    'Biro "Humas" & Protokol <Pimpinan>',
    "Biro Humas 'Pimpinan' <script>alert(1)</script> &amp;",
    ("Biro " + "Administrasi Protokol dan Hubungan Masyarakat Pimpinan " * 4)[:199] + "n",
)


def test_odd_names_stand_as_typed_on_every_page(desk: Desk) -> None:
    desk.sign_in("penyusun.humas")
    for name in NAMES:
        desk.open("/usulan/baru")
        desk.fill(new_name=name, considerations="alasan")
        desk.press("Simpan draf usulan")
        proposal = proposal_here(desk)
        for path in (proposal, f"{proposal}/materi", "/usulan"):
            desk.open(path)
            assert name in _plain(desk.page.get_by_role("main").inner_text()), path
        desk.open(f"{letter_of(desk, proposal)}/teks")
        assert name in _plain(desk.page.get_by_role("main").inner_text())


def test_a_sibling_and_an_empty_name_are_refused_beside_the_field(desk: Desk) -> None:
    desk.sign_in("penyusun.humas")
    for name, sentence in (("Biro Organisasi", "sudah dipakai"), ("x" * 201, "200")):
        desk.open("/usulan/baru")
        desk.fill(new_name=name, considerations="alasan yang tidak hilang")
        desk.press("Simpan draf usulan")
        desk.see(sentence)
        assert desk.page.locator('[name="considerations"]').input_value() == "alasan yang tidak hilang"
        assert desk.page.locator('[name="new_name"]').get_attribute("aria-invalid") == "true"


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
