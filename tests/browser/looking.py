"""What is wrong with a page that is open in a browser."""

import hashlib
from pathlib import Path
from typing import Final

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page

_HERE: Final = Path(__file__).parent
_STRUCTURE: Final = (_HERE / "structure.js").read_text(encoding="utf-8")
_STYLES: Final = (_HERE / "styles.js").read_text(encoding="utf-8")
_FOUND: Final = (
    ".then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 160)}`))"
)
_AXE: Final = f"""() => axe.run(document,
    {{resultTypes: ["violations"], rules: {{"color-contrast": {{enabled: false}}}}}}){_FOUND}"""
_CONTRAST: Final = f"""styles => axe.run({{include: styles.flatMap(style => window.writtenIn.get(style))}},
    {{resultTypes: ["violations"], runOnly: ["color-contrast"]}}){_FOUND}"""


class Faultless:
    """What axe has found nothing in so far: structures at a width, and styles that words are written in.

    To axe, pages of one structure are alike, and so is the contrast of words of one style on any page.

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


def bring_axe(context: BrowserContext) -> None:
    """Have axe in every page of a window that is opened, which is quicker than to bring it into each."""
    context.add_init_script(AXE_SCRIPT)


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
    seen = _mark(f"{size['width'] if size else 0} {structure(page)}")
    if Faultless.holds(seen):
        return []
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = [*(str(fault) for fault in page.evaluate(_AXE)), *_faint_words(page)]
    if not found:
        Faultless.add(seen)
    return found


def _faint_words(page: Page) -> list[str]:
    """Return what axe finds of contrast, which takes it longer than all else: it is asked once a style."""
    marks = {str(style): _mark(str(style)) for style in page.evaluate(_STYLES)}
    new = [style for style, mark in marks.items() if not Faultless.holds(mark)]
    found = [str(fault) for fault in page.evaluate(_CONTRAST, new)] if new else []
    if not found:
        for style in new:
            Faultless.add(marks[style])
    return found


def _mark(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()
