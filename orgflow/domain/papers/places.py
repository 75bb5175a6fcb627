"""Where in a regulation's recorded articles a name or a text stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from orgflow.domain.organisation.instruments import Article
from orgflow.domain.papers.naming import Names

_VERSE: Final = re.compile(r"^\((\d+[a-z]?)\)\s")
_LETTER: Final = re.compile(r"^([a-z])\.\s")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """One place; ``verse`` and ``letter`` are empty where the article has none there.

    Attributes:
        name: what stands there.
        excerpt: the line in which it stands.
        is_covered: whether the draft changes it.
    """

    article: str
    verse: str
    letter: str
    name: str
    excerpt: str
    is_covered: bool = False

    @property
    def citation(self) -> str:
        """The place as a regulation cites it, as ``Pasal 3 ayat (2) huruf a``."""
        verse = f" ayat ({self.verse})" if self.verse else ""
        return f"{self.article}{verse}{f' huruf {self.letter}' if self.letter else ''}"


def name_places(articles: Iterable[Article], names: Names) -> tuple[TextPlace, ...]:
    """Return every place where one of the names stands, in the regulation's order."""
    return tuple(
        TextPlace(article.number, verse, letter, found.name, line)
        for article in articles
        for verse, letter, line in _numbered_lines(article.text)
        for found in names.find(line)
    )


def text_places(articles: Iterable[Article], text: str) -> tuple[TextPlace, ...]:
    """Return every line in which a text stands as it is written."""
    wanted = " ".join(text.split()).casefold()
    return tuple(
        TextPlace(article.number, verse, letter, text, line)
        for article in articles
        for verse, letter, line in _numbered_lines(article.text)
        if wanted and wanted in " ".join(line.split()).casefold()
    )


def citations(places: Iterable[TextPlace]) -> tuple[str, ...]:
    """Return the places as they are cited, each once."""
    return tuple(dict.fromkeys(place.citation for place in places))


def _numbered_lines(text: str) -> Iterable[tuple[str, str, str]]:
    verse = letter = ""
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            continue
        opened, listed = _VERSE.match(line), _LETTER.match(line)
        if opened is not None:
            verse, letter = opened[1], ""
        elif listed is not None:
            letter = listed[1]
        else:
            letter = ""
        yield verse, letter, line
