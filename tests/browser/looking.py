"""What is wrong with a page that is open in a browser."""

import hashlib
from pathlib import Path
from typing import Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_STRUCTURE: Final = Path(__file__).with_name("structure.js").read_text(encoding="utf-8")
_AXE: Final = """() => axe.run({resultTypes: ["violations"]})
    .then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 160)}`))"""


class Faultless:
    """Widths and structures in which axe has found nothing so far: to it, pages of one structure are alike.

    Each is a file's name in a folder, which the processes of one run share.
    """

    folder: Path | None = None

    @classmethod
    def holds(cls, seen: str) -> bool:
        """Return whether nothing was found in it before."""
        return cls.folder is not None and (cls.folder / seen).exists()

    @classmethod
    def add(cls, seen: str) -> None:
        """Keep that nothing was found in it."""
        if cls.folder is not None:
            (cls.folder / seen).touch()


def faults(page: Page) -> list[str]:
    """Return what axe finds, and whether the page scrolls sideways, once it is there with all its parts."""
    page.wait_for_load_state()
    return [*_findings(page), *sideways(page)]


def sideways(page: Page) -> list[str]:
    """Return whether the page scrolls sideways."""
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"scrolls sideways: {width[0]} > {width[1]}"] if width[0] > width[1] else []


def structure(page: Page) -> str:
    """Return what a page is built of, whatever its words and addresses are."""
    told = page.evaluate(_STRUCTURE)
    assert isinstance(told, str)
    return told


def _findings(page: Page) -> list[str]:
    size = page.viewport_size
    whole = f"{size['width'] if size else 0} {structure(page)}"
    seen = hashlib.sha256(whole.encode()).hexdigest()
    if Faultless.holds(seen):
        return []
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = [str(fault) for fault in page.evaluate(_AXE)]
    if not found:
        Faultless.add(seen)
    return found
