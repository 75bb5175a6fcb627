"""What a person does at a desk with OrgFlow open: sign in, read, fill in, press a button."""

import io
import re
from pathlib import Path

import pikepdf
from lxml import html
from playwright.sync_api import Cookie, Page, expect

from tests.browser.demo import Demo


class Desk:
    """One browser window and the demo it looks at."""

    def __init__(self, page: Page, demo: Demo, scans: Path) -> None:
        self.page = page
        self.demo = demo
        self.scan = scans / "hasil-pindai.pdf"
        self._sitting = ""
        self._names: dict[str, str] = {}
        self._signed_in: dict[str, list[Cookie]] = {}
        if not self.scan.exists():
            self.scan.write_bytes(_a_scan())

    def sign_in(self, username: str) -> None:
        """Sit down as somebody: by name and password, or by the session that is still theirs at this desk."""
        if self.page.url.startswith(self.demo.address):
            if self._is_shown(self._sitting):
                self._signed_in = {**self._signed_in, self._sitting: self.page.context.cookies()}
            self.page.context.clear_cookies()
        self._sitting = username
        if not self._is_still_in(username):
            self._enter(username)

    def _is_still_in(self, username: str) -> bool:
        cookies = self._signed_in.get(username)
        if not cookies:
            return False
        self.page.context.add_cookies([{**cookie} for cookie in cookies])
        self.open("/")
        return self._is_shown(username)

    def _is_shown(self, username: str) -> bool:
        """Tell whether the page names the person: a test may have entered as somebody else meanwhile."""
        name = self._names.get(username, "")
        return bool(name) and self._shown_name() == name

    def _shown_name(self) -> str:
        shown = self.page.locator(".of-who")
        return (shown.first.text_content() or "").strip() if shown.count() else ""

    def _enter(self, username: str) -> None:
        """Enter by the door's form, without its page being drawn: test_desk_people enters by the page."""
        self.page.context.clear_cookies()
        door = self.page.context.request
        shown = html.document_fromstring(door.get(f"{self.demo.address}/masuk").text())
        form = next(form for form in shown.forms if "password" in form.fields)
        typed = {**form.fields, "username": username, "password": self.demo.password_of(username)}
        answer = door.post(
            f"{self.demo.address}{form.action or '/masuk'}",
            form={name: text or "" for name, text in typed.items()},
            max_redirects=0,
        )
        assert answer.status in {302, 303}, (username, answer.status)
        self.open("/")
        expect(self.page).not_to_have_url(re.compile("/masuk"))
        self._names = {**self._names, username: self._shown_name()}

    def open(self, path: str) -> None:
        """Open a page and see that it is one."""
        answer = self.page.goto(f"{self.demo.address}{path}")
        assert answer is not None, path
        assert answer.status == 200, (path, answer.status)

    def fill(self, **fields: str) -> None:
        """Fill in fields of the form by their names; ``scan`` and ``upload`` take a file."""
        for name, text in fields.items():
            box = self.page.locator(f'main [name="{name}"]')
            if box.first.get_attribute("type") == "radio":
                self.page.locator(f'main [name="{name}"][value="{text}"]').check()
            elif box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(text)
            elif box.get_attribute("type") == "file":
                box.set_input_files(text)
            else:
                box.fill(text)

    def press(self, label: str) -> None:
        """Press the button so labelled in the page's own part."""
        self.page.get_by_role("main").get_by_role("button", name=label, exact=True).click()

    def step(self, proposal: str, slug: str, **fields: str) -> None:
        """Take a step: follow its link on the proposal's page, give what it asks for, send it."""
        if self.page.url != f"{self.demo.address}{proposal}":
            self.open(proposal)
        link = self.page.locator(f'main a[href$="/{slug}"]').first
        if link.count() == 0:
            self.open(f"{proposal}/tanggapan")
            link = self.page.locator(f'main a[href$="/{slug}"]').first
        link.click()
        self.fill(**fields)
        self.page.locator(
            "main button.btn-primary[type=submit], main button.btn-grave[type=submit]"
        ).last.click()
        expect(self.page.locator(".of-wrong")).to_have_count(0)
        expect(self.page).not_to_have_url(re.compile(f"/{slug}$"))

    def attach(self, proposal: str, document: str) -> None:
        """Upload one of the documents the office asks for."""
        self.open(f"{proposal}/dokumen/{document}")
        self.page.locator("main input[type=file]").set_input_files(self.scan)
        self.page.locator("main button.btn-primary[type=submit]").last.click()
        expect(self.page).to_have_url(re.compile(r"/dokumen$"))

    def see(self, *words: str) -> None:
        """See these words in the page's own part."""
        for text in words:
            expect(self.page.get_by_role("main")).to_contain_text(text)


def _a_scan() -> bytes:
    kept = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 842))
        document.save(kept)
    return kept.getvalue()
