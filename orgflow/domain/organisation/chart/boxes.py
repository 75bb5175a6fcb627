"""What stands in each box, broken into lines that fit it, and the one size of all boxes of a level."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.organisation.chart.charted import Chart, ChartUnit, Mark
from orgflow.domain.organisation.kinds import Standing
from orgflow.domain.values import UnitId

FONT_PT: Final = 10.0
"""The size of every word in a chart before the page scales it."""
LEADING_PT: Final = 12.5
PADDING_PT: Final = 6.0
BAND_PT: Final = 10.0
"""The strip at the left of a marked box that bears its pattern."""
GRID_PT: Final = 16.0
"""The strip at the foot of a functional group that bears its cells."""
WIDTHS_PT: Final = (120.0, 132.0, 144.0, 156.0, 168.0, 180.0, 204.0, 240.0, 300.0, 360.0, 480.0)
TALLEST: Final = 0.6
"""How high a box may be to its width before it counts as ugly."""


class Voice(StrEnum):
    """How a line of a box is set."""

    MARK = "mark"
    NAME = "name"
    NOTE = "note"


Measure = Callable[[str, Voice], float]
"""Returns how wide a text runs in points, at ``FONT_PT``."""


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The fixed words of a chart; ``{name}`` and ``{page}`` stand for what is filled in."""

    marks: Mapping[Mark, str]
    former_name: str
    former_parent: str
    former_kind: str
    loose: str
    goes_on: str
    comes_from: str


@dataclass(frozen=True, slots=True)
class TextRow:
    """One printed line."""

    voice: Voice
    text: str


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Boxes:
    """Every unit's lines and size; ``inset`` is what the text keeps from the left edge.

    ``level`` of a unit hanging beside its superior is negative: such boxes are all of one size too.
    """

    rows: Mapping[UnitId, tuple[TextRow, ...]]
    sizes: Mapping[UnitId, Size]
    levels: Mapping[UnitId, int]
    inset: float
    tag_width: float


_BESIDE: Final[Mapping[Standing, int]] = {Standing.ADVISORY: -1, Standing.FUNCTIONAL: -2}


def size_boxes(chart: Chart, words: ChartWords, measure: Measure) -> Boxes:
    """Return the boxes of a chart, all of a level equally large and none smaller than its words."""
    inset = PADDING_PT + (BAND_PT if chart.has_marks else 0)
    longest = "8" * 3
    tags = (words.goes_on.replace("{page}", longest), words.comes_from.replace("{page}", longest))
    tag_width = max(measure(tag, Voice.NOTE) for tag in tags)
    levels = {
        unit_id: _BESIDE.get(chart.units[unit_id].standing, depth)
        for unit_id, depth in chart.depths().items()
    }
    of_level: dict[int, list[UnitId]] = {}
    for unit_id, level in levels.items():
        of_level.setdefault(level, []).append(unit_id)
    rows: dict[UnitId, tuple[TextRow, ...]] = {}
    sizes: dict[UnitId, Size] = {}
    for unit_ids in of_level.values():
        texts = {unit_id: tuple(_texts(chart.units[unit_id], words)) for unit_id in unit_ids}
        foot = GRID_PT if any(_has_grid(chart.units[unit_id]) for unit_id in unit_ids) else 0
        width, size = _best_width(texts.values(), inset, foot, tag_width, measure)
        for unit_id, told in texts.items():
            rows[unit_id] = _broken(told, width, measure)
            sizes[unit_id] = size
    return Boxes(rows, sizes, levels, inset, tag_width)


def wrap(text: str, width: float, voice: Voice, measure: Measure) -> tuple[str, ...]:
    """Return the text in lines no wider than ``width``; a word that is wider is broken between letters."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if measure(joined, voice) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, voice, measure)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _pieces(word: str, width: float, voice: Voice, measure: Measure) -> list[str]:
    if measure(word, voice) <= width:
        return [word]
    pieces, piece = [], ""
    for character in word:
        if piece and measure(piece + character, voice) > width:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def _texts(unit: ChartUnit, words: ChartWords) -> Iterator[TextRow]:
    if unit.marks:
        yield TextRow(Voice.MARK, ", ".join(words.marks[mark] for mark in unit.marks))
    yield TextRow(Voice.NAME, unit.name)
    for pattern, former in (
        (words.former_name, unit.former_name),
        (words.former_parent, unit.former_parent),
        (words.former_kind, unit.former_kind),
    ):
        if former:
            yield TextRow(Voice.NOTE, pattern.replace("{name}", former))
    if unit.is_loose:
        yield TextRow(Voice.NOTE, words.loose)
    if unit.holder:
        yield TextRow(Voice.NOTE, unit.holder)


def _has_grid(unit: ChartUnit) -> bool:
    return unit.standing is Standing.FUNCTIONAL


def _broken(told: Iterable[TextRow], width: float, measure: Measure) -> tuple[TextRow, ...]:
    return tuple(
        TextRow(row.voice, line) for row in told for line in wrap(row.text, width, row.voice, measure)
    )


def _best_width(
    texts: Iterable[tuple[TextRow, ...]], inset: float, foot: float, least: float, measure: Measure
) -> tuple[float, Size]:
    """Return the width left to the words and the size of the box that wastes the least paper."""
    all_texts = tuple(texts)
    longest_word = max(
        measure(word, row.voice) for told in all_texts for row in told for word in row.text.split()
    )
    found: list[tuple[float, float, Size]] = []
    for width in WIDTHS_PT:
        if width < least and width != WIDTHS_PT[-1]:
            continue
        room = width - inset - PADDING_PT
        lines = max(len(_broken(told, room, measure)) for told in all_texts)
        height = math.ceil(lines * LEADING_PT + 2 * PADDING_PT + foot)
        waste = (width + 16) * (height + 14) * (1 + max(0.0, height / width - TALLEST))
        found.append((waste * (1.5 if longest_word > room else 1), room, Size(width, height)))
    _, room, size = min(found, key=lambda one: one[0])
    return room, size
