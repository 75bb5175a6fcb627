"""What is wrong with a page that is open in a browser."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def faults(page: Page) -> list[str]:
    """Return what axe finds, and whether the page scrolls sideways."""
    axe = Axe().run(page)
    found = [f"{rule['id']}: {rule['nodes'][0]['html'][:160]}" for rule in axe.response["violations"]]
    return [*found, *sideways(page)]


def sideways(page: Page) -> list[str]:
    """Return whether the page scrolls sideways."""
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"scrolls sideways: {width[0]} > {width[1]}"] if width[0] > width[1] else []
