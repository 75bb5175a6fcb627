"""The fixed words of a printed chart, which are Indonesian whatever the language of the pages."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from orgflow.domain.organisation.chart.boxes import ChartWords
from orgflow.domain.organisation.chart.charted import Mark
from orgflow.letters.errors import TemplateUnreadable
from orgflow.letters.templates import SHARED

WORDS: Final = frozenset(
    {
        *("title", "on_day", "on_days", "goes_on", "comes_from", "folio", "in_part", "sample", "concept"),
        *("legend", "command", "coordination", "stays", *Mark, "loose", "unsure"),
        *("former_name", "former_parent", "former_kind"),
    }
)


def load_chart_words(root: Path) -> Mapping[str, str]:
    """Return the words by their keys.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        TemplateUnreadable: the file is not TOML, or lacks a word.
    """
    path = root / SHARED / "chart.toml"
    try:
        told: Mapping[str, object] = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as broken:
        raise TemplateUnreadable(at=path.name) from broken
    words = {key: word for key, word in told.items() if isinstance(word, str)}
    if set(words) != WORDS:
        raise TemplateUnreadable(at=path.name)
    return words


def box_words(words: Mapping[str, str]) -> ChartWords:
    """Return those of them that stand in the boxes."""
    return ChartWords(
        {mark: words[mark] for mark in Mark},
        words["former_name"],
        words["former_parent"],
        words["former_kind"],
        words["loose"],
        words["goes_on"],
        words["comes_from"],
    )
