"""What is wrong with a page that is open in a browser."""

from pathlib import Path
from typing import Final

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_STRUCTURE: Final = Path(__file__).with_name("structure.js").read_text(encoding="utf-8")
_FAULTLESS: Final[set[tuple[int, str]]] = set()
"""Widths and structures in which axe has found nothing so far: to it, pages of one structure are alike."""


def faults(page: Page) -> list[str]:
    """Return what axe finds, and whether the page scrolls sideways."""
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
    seen = (size["width"] if size else 0, structure(page))
    if seen in _FAULTLESS:
        return []
    axe = Axe().run(page)
    found = [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in axe.response["violations"]]
    if not found:
        _FAULTLESS.add(seen)
    return found
