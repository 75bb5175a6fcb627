"""Renderings kept for a while, so that a page and its pictures are not drawn again for every look."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.facts_json import facts_digest
from orgflow.letters.findings import Finding
from orgflow.letters.rendered import GapPlace, RenderedLetter
from orgflow.letters.templates import LetterTemplate

if TYPE_CHECKING:
    from orgflow.letters.renderer import Renderer

CAPACITY: Final = 24
PICTURE_WIDTH_PX: Final = 1240


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendered letter with its pictures, its gaps' places and what the final check found."""

    letter: RenderedLetter
    pictures: tuple[bytes, ...]
    places: tuple[GapPlace, ...]
    findings: tuple[Finding, ...]


class RenderingCache:
    """The latest renderings of this process, by the digests of wording and facts."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], Rendering] = OrderedDict()
        self._lock = threading.Lock()

    def render(
        self, renderer: "Renderer", template: LetterTemplate, facts: LetterFacts, emblem: bytes | None
    ) -> Rendering:
        """Return the rendering of these facts, drawn now unless it is kept.

        Raises:
            DomainError: as the renderer.
        """
        key = (template.digest, facts_digest(facts))
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                return kept
        letter = renderer.render(template, facts, emblem)
        rendering = Rendering(
            letter,
            renderer.pictures(letter.pdf, PICTURE_WIDTH_PX),
            renderer.gap_places(template, letter.pdf),
            renderer.check(template, facts, letter),
        )
        with self._lock:
            self._kept[key] = rendering
            while len(self._kept) > CAPACITY:
                self._kept.popitem(last=False)
        return rendering
