"""A desk at which it is counted how often somebody clicks, fills in, chooses or brings something."""

from playwright.sync_api import Locator, Page


class Clerk:
    """Somebody at a desk who reaches every page by what is seen on the one before."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.done: list[str] = []

    @property
    def count(self) -> int:
        """How many interactions it took so far."""
        return len(self.done)

    def follow(self, link: str) -> None:
        """Follow a link in the page's own part."""
        self._do(f"ikuti {link}", self._main.get_by_role("link", name=link).first).click()

    def press(self, button: str) -> None:
        """Press a button in the page's own part."""
        self._do(f"tekan {button}", self._main.get_by_role("button", name=button, exact=True)).click()

    def choose(self, label: str) -> None:
        """Choose one of several by its label."""
        self._do(f"pilih {label}", self._main.get_by_label(label)).check()

    def fill(self, label: str, text: str) -> None:
        """Fill in the field so labelled."""
        self._do(f"isi {label}", self._main.get_by_label(label)).fill(text)

    @property
    def _main(self) -> Locator:
        return self.page.get_by_role("main")

    def _do(self, told: str, place: Locator) -> Locator:
        self.done.append(told)
        return place
