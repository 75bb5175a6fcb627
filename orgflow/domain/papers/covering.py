"""Every place where an old name stands in the articles, and whether a change covers it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from orgflow.domain.organisation.instruments import Article
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.papers.article_changes import Act, ArticleChange
from orgflow.domain.papers.naming import Names, renaming
from orgflow.domain.papers.places import TextPlace, name_places
from orgflow.domain.values import comparable


def covered_places(
    before: Organisation,
    after: Organisation,
    articles: tuple[Article, ...],
    changes: Mapping[str, ArticleChange],
) -> Iterator[TextPlace]:
    """Yield every place of a name that some unit gives up, in the regulation's order.

    Args:
        changes: by the number of the article.
    """
    names = Names(unit.name for unit in before.units.values())
    both = Names(unit.name for unit in (*before.units.values(), *after.units.values()))
    new_names = renaming(before, after).new_names
    given_up = {
        comparable(unit.name)
        for unit in before.units.values()
        if unit.id not in after.units or comparable(after.units[unit.id].name) != comparable(unit.name)
    }
    for place in name_places(articles, names):
        form, change = comparable(place.name), changes.get(place.article)
        if form not in given_up:
            continue
        is_covered = change is not None and (
            change.act in (Act.REPEALED, Act.ANNEX)
            or form in new_names
            or all(comparable(found.name) != form for found in both.find(change.text))
        )
        yield replace(place, is_covered=is_covered)
