"""Panduan looked at on a wide screen and on a phone: the steps, the example and the terms."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.mark.slow("axe")
def test_the_guide_its_example_and_its_terms_are_read_at_both_widths(desk: Desk) -> None:
    desk.sign_in("kepala.humas")
    for width in (1280, 390):
        desk.page.set_viewport_size({"width": width, "height": 900})
        desk.open("/")
        desk.page.get_by_role("contentinfo").get_by_role("link", name="Panduan").click()
        expect(desk.page.get_by_role("heading", level=1)).to_have_text(
            "Mengubah nama biro, langkah demi langkah"
        )
        assert faults(desk.page) == []

        desk.page.get_by_role("link", name="Lihat contoh").click()
        desk.see("Mengikuti nomenklatur unit")
        expect(desk.page.get_by_role("img", name="Bagan menjadi")).to_be_visible()
        assert faults(desk.page) == []

        desk.open("/panduan/istilah#telaahan-staf")
        expect(desk.page.locator("#telaahan-staf")).to_be_in_viewport()
        assert faults(desk.page) == []

    desk.open("/panduan")
    desk.page.locator("main .btn-primary").click()
    desk.see("Biro Administrasi Protokol dan Humas Pimpinan")
