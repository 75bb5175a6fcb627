"""The articles of a replacing regulation: those in force as they are to read, numbered anew."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.organisation.instruments import Article
from orgflow.domain.papers.amending import is_annex
from orgflow.domain.papers.article_changes import Act, Amendment, ArticleChange

_PASAL: Final = re.compile(r"^Pasal\s+\d+[A-Z]*$")
_REFERENCE: Final = re.compile(
    r"\bPasal\s+(\d+[A-Z]*)\b(?!(?:\s+ayat\s+\(\d+[a-z]?\))?\s+(?:Undang|Peraturan|Permen))"
)
_CLOSING: Final = re.compile(
    r"^Peraturan Gubernur ini mulai berlaku|dicabut dan dinyatakan tidak berlaku", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NewArticle:
    """One article of the new regulation; ``number`` of a chapter's heading is kept as it is."""

    number: str
    text: str
    is_heading: bool = False


def replacing_articles(articles: tuple[Article, ...], found: Amendment) -> tuple[NewArticle, ...]:
    """Return the articles of the new regulation, without transition and closing.

    A reference within the regulation follows its article; one to an article that is gone is a visible gap.
    """
    kept = [*_kept(articles, {change.number: change for change in found.changes}, found)]
    unknown = [
        NewArticle("", f"[belum diisi: pasal yang mengatur {change.number}]")
        for change in found.changes
        if change.act is Act.UNKNOWN
    ]
    numbers: dict[str, str] = {}
    for old in kept:
        if not old.is_heading:
            numbers[old.number] = f"Pasal {len(numbers) + 1}"
    told = [
        NewArticle(numbers.get(old.number, old.number), _referring(old.text, numbers), old.is_heading)
        for old in kept
    ]
    first = len(numbers) + 1
    return (*told, *(NewArticle(f"Pasal {first + place}", one.text) for place, one in enumerate(unknown)))


def _kept(
    articles: tuple[Article, ...], changes: Mapping[str, ArticleChange], found: Amendment
) -> Iterator[NewArticle]:
    for article in articles:
        change = changes.get(article.number)
        is_article = _PASAL.match(article.number) is not None
        is_gone = change is not None and change.act is Act.REPEALED
        if not is_annex(article) and not is_gone and not (is_article and _CLOSING.search(article.text)):
            text = change.text if change is not None else article.text
            yield NewArticle(article.number, text, is_heading=not is_article)
        for inserted in found.changes:
            if inserted.act is Act.INSERTED and inserted.after == article.number:
                yield NewArticle(inserted.number, inserted.text)


def _referring(text: str, numbers: Mapping[str, str]) -> str:
    def new(match: re.Match[str]) -> str:
        old = f"Pasal {match[1]}"
        return numbers.get(old, f"[belum diisi: rujukan {old} yang tidak ada lagi]")

    return _REFERENCE.sub(new, text)
