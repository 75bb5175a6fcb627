"""Charts of every size and shape to draw."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final
from uuid import UUID

from orgflow.domain.organisation.chart.boxes import Boxes, size_boxes
from orgflow.domain.organisation.chart.charted import Chart, ChartUnit, Mark
from orgflow.domain.organisation.chart.paper import Room, Sheet, Turn, page_mm, room_within
from orgflow.domain.organisation.kinds import Standing
from orgflow.domain.values import NAME_LENGTH, UnitId
from orgflow.letters.chart_metrics import text_width
from orgflow.letters.chart_words import box_words, load_chart_words
from orgflow.resources import letter_templates

SHAPES: Final = ("chain", "star", "office", "wild")
WORDS: Final = load_chart_words(Path(letter_templates()))
A4: Final[Room] = room_within(page_mm(Sheet.A4, Turn.LANDSCAPE))
_SYLLABLES: Final = ("Biro", "Hukum", "dan", "Pemberdayaan", "W" * 9, "i", "ÅÉ", "&", "<Tata>", "Usaha-Umum")


def unit_id(number: int) -> UnitId:
    """Return the id of a chart's numbered unit, from 1."""
    return UnitId(UUID(int=number))


def a_chart(
    count: int, shape: str = "office", *, seed: int = 1, longest: int = 60, is_marked: bool = False
) -> Chart:
    """Return a chart of so many units, the same for the same arguments."""
    random = Random(seed)
    parents = {number: _parent(number, shape, random) for number in range(2, count + 1)}
    units: dict[UnitId, ChartUnit] = {}
    below: dict[UnitId, list[UnitId]] = {}
    for number in range(1, count + 1):
        is_beside = number > 1 and random.random() < 0.15
        standing = random.choice((Standing.ADVISORY, Standing.FUNCTIONAL)) if is_beside else Standing.LINE
        unit = ChartUnit(
            unit_id(number),
            a_name(random, longest),
            standing,
            is_loose=random.random() < 0.1,
            is_unsure=random.random() < 0.1,
            holder=a_name(random, 40) if random.random() < 0.3 else "",
        )
        units[unit.id] = _marked(unit, random, longest) if is_marked else unit
        if number in parents:
            below.setdefault(unit_id(parents[number]), []).append(unit.id)
    frozen = {one: tuple(all_below) for one, all_below in below.items()}
    return Chart(units, frozen, (unit_id(1),), is_marked)


def boxes_of(chart: Chart) -> Boxes:
    """Return a chart's boxes as they are printed."""
    return size_boxes(chart, box_words(WORDS), text_width)


def a_name(random: Random, longest: int) -> str:
    """Return a name of up to so many characters, now and then one word as long."""
    length = random.randint(1, min(longest, NAME_LENGTH))
    if random.random() < 0.05:
        return "M" * length
    words = " ".join(random.choice(_SYLLABLES) for _ in range(length))
    return words[:length].strip() or "Biro"


def _parent(number: int, shape: str, random: Random) -> int:
    match shape:
        case "chain":
            return number - 1
        case "star":
            return 1
        case "office":
            return (number + 2) // 4
        case _:
            return random.randint(1, number - 1)


def _marked(unit: ChartUnit, random: Random, longest: int) -> ChartUnit:
    marks = tuple(mark for mark in Mark if random.random() < 0.15)
    return replace(
        unit,
        marks=marks,
        former_name=a_name(random, longest) if Mark.RENAMED in marks else "",
        former_parent=a_name(random, longest) if Mark.MOVED in marks else "",
        former_kind="Bagian" if Mark.KIND in marks else "",
    )
