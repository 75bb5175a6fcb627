"""Who sits at a desk: a session is taken up again by whoever it belongs to, and by nobody else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk

pytestmark = pytest.mark.browser


@pytest.fixture
def newcomer(browser: Browser, looked_at_demo: Demo, tmp_path: Path) -> Iterator[Desk]:
    """A desk at which nobody sat yet."""
    with browser.new_context() as context:
        yield Desk(context.new_page(), looked_at_demo, tmp_path)


def test_a_session_of_somebody_else_is_not_taken_up_again(newcomer: Desk) -> None:
    desk = newcomer
    desk.sign_in("contoh.tu")
    clerk = desk.page.locator(".of-who").inner_text()
    desk.page.context.clear_cookies()
    desk.open("/masuk")
    desk.press("Masuk sebagai Kepala Biro")
    expect(desk.page.locator(".of-who")).not_to_have_text(clerk)

    desk.sign_in("contoh.organisasi")
    desk.sign_in("contoh.tu")

    expect(desk.page.locator(".of-who")).to_have_text(clerk)


def test_somebody_enters_with_a_name_and_a_password(newcomer: Desk) -> None:
    desk = newcomer
    desk.open("/usulan")
    expect(desk.page).to_have_url(re.compile("/masuk"))
    desk.page.get_by_label("Nama pengguna").fill("contoh.tu")
    desk.page.get_by_label("Kata sandi").fill(desk.demo.password_of("contoh.tu"))
    desk.press("Masuk")

    expect(desk.page).to_have_url(re.compile("/usulan$"))
    expect(desk.page.locator(".of-who")).to_be_visible()
