"""Who sits at a desk: a session is taken up again by whoever it belongs to, and by nobody else."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk

pytestmark = pytest.mark.browser


def test_a_session_of_somebody_else_is_not_taken_up_again(
    browser: Browser, looked_at_demo: Demo, tmp_path: Path
) -> None:
    with browser.new_context() as context:
        desk = Desk(context.new_page(), looked_at_demo, tmp_path)
        desk.sign_in("contoh.tu")
        clerk = desk.page.locator(".of-who").inner_text()
        context.clear_cookies()
        desk.open("/masuk")
        desk.press("Masuk sebagai Kepala Biro")
        expect(desk.page.locator(".of-who")).not_to_have_text(clerk)

        desk.sign_in("contoh.organisasi")
        desk.sign_in("contoh.tu")

        expect(desk.page.locator(".of-who")).to_have_text(clerk)
