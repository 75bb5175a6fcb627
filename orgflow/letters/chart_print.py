"""A page's SVG as HTML for print: strokes as a picture, every word as text that a reader of the PDF finds.

WeasyPrint would draw the words of an SVG letter by letter, without an order to read them in.
"""

import re
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from lxml import etree

from orgflow.domain.organisation.chart.boxes import FONT_PT
from orgflow.letters.chart_svg import FONTS

BASELINE: Final = 0.8465
"""Where in a line as high as its letters the baseline of Arial lies, from the top."""
WIDE_PT: Final = 2_000
LOOK: Final = (
    f".t {{ position: absolute; margin: 0; white-space: pre; line-height: 1; width: {WIDE_PT}pt;"
    " color: #000 } .page { position: relative; overflow: hidden }"
    " .page + .page { break-before: page } svg { display: block }"
)

_TRANSLATE: Final = re.compile(r"translate\((\S+) (\S+)\)")
_SCALE: Final = re.compile(r"scale\((\S+)\)")
_SVG: Final = "{http://www.w3.org/2000/svg}"
_ALIGNED: Final = {"start": ("left", 0.0), "middle": ("center", 0.5), "end": ("right", 1.0)}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a group's points lie on the page."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


def page_html(svg: str) -> str:
    """Return the page as HTML, its words in the order in which the SVG names them."""
    page = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    words: list[str] = []
    waiting: list[tuple[etree._Element, _Place]] = [(page, _Place())]
    while waiting:
        element, outer = waiting.pop()
        if element.tag == f"{_SVG}text":
            words.append(_word(element, outer))
            _drop(element)
            continue
        place = _moved(outer, element.get("transform", ""))
        waiting += [(child, place) for child in reversed(element)]
    for title in page.findall(f".//{_SVG}title"):
        _drop(title)
    width, height = page.get("width"), page.get("height")
    size = f'style="width: {width}; height: {height}"'
    return (
        f'<section class="page" {size}>{etree.tostring(page, encoding="unicode")}{"".join(words)}</section>'
    )


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _moved(place: _Place, transform: str) -> _Place:
    moved, grown = _TRANSLATE.search(transform), _SCALE.search(transform)
    if moved is not None:
        x, y = (float(shift) * place.scale for shift in moved.groups())
        place = replace(place, x=place.x + x, y=place.y + y)
    return replace(place, scale=place.scale * float(grown[1])) if grown is not None else place


def _word(text: etree._Element, place: _Place) -> str:
    size = float(text.get("font-size", FONT_PT)) * place.scale
    align, share = _ALIGNED[text.get("text-anchor", "middle")]
    left = place.x + float(text.get("x", 0)) * place.scale - WIDE_PT * share
    top = place.y + float(text.get("y", 0)) * place.scale - size * BASELINE
    weight, slant = text.get("font-weight", "normal"), text.get("font-style", "normal")
    look = (
        f"left: {left:.2f}pt; top: {top:.2f}pt; text-align: {align};"
        f" font: {slant} {weight} {size:.2f}pt/1 {FONTS}"
    )
    return f'<p class="t" style="{look}">{escape(text.text or "")}</p>'
