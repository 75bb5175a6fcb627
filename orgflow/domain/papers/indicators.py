"""What speaks for a replacing regulation and not an amending one: signs only, a person decides."""

from dataclasses import dataclass
from typing import Final

from orgflow.domain.organisation.instruments import Article
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.papers.amending import is_annex
from orgflow.domain.papers.article_changes import Act, Amendment

HALF: Final = 50
"""Percent of the articles; more than this is more than half of the substance."""


@dataclass(frozen=True, slots=True)
class Indicators:
    """The signs of a change.

    Attributes:
        articles: recorded articles, the lampiran aside; 0 when none are.
        touched: how many of them are amended or repealed.
        inserted, repealed: articles that come and go, which changes the systematics.
        headings: chapters and parts whose headings change.
        agencies: perangkat daerah that begin, end or bear another name, which touches the essence.

    Source: [AMEND-OR-REPLACE] in docs/sources.md.
    """

    articles: int
    touched: int
    inserted: int
    repealed: int
    headings: int
    agencies: tuple[str, ...]

    @property
    def percent(self) -> int:
        """The share of the articles that are touched, in whole percent."""
        return round(100 * self.touched / self.articles) if self.articles else 0

    @property
    def is_more_than_half(self) -> bool:
        """Whether more than half of the recorded articles are touched."""
        return self.articles > 0 and 100 * self.touched > HALF * self.articles

    @property
    def is_systematics_touched(self) -> bool:
        """Whether headings change, or articles come or go."""
        return self.headings + self.inserted + self.repealed > 0

    @property
    def is_essence_touched(self) -> bool:
        """Whether a whole perangkat daerah is touched."""
        return bool(self.agencies)


def indicators(
    before: Organisation, after: Organisation, articles: tuple[Article, ...], found: Amendment
) -> Indicators:
    """Return the signs of a change-set against a regulation's recorded articles."""
    counts = {act: sum(change.act is act for change in found.changes) for act in Act}
    agencies = {unit.id: unit for unit in before.units.values() if unit.kind.is_agency}
    then = {unit.id: unit for unit in after.units.values() if unit.kind.is_agency}
    touched = [
        (agencies.get(unit_id) or then[unit_id]).name
        for unit_id in dict.fromkeys((*agencies, *then))
        if unit_id not in agencies or unit_id not in then or agencies[unit_id].name != then[unit_id].name
    ]
    return Indicators(
        sum(not is_annex(article) for article in articles),
        counts[Act.AMENDED] + counts[Act.REPEALED] + counts[Act.HEADING],
        counts[Act.INSERTED],
        counts[Act.REPEALED],
        counts[Act.HEADING],
        tuple(touched),
    )
