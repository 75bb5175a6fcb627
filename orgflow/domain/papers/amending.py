"""What an amending regulation changes: each article bound to the operations, and what no article covers."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.lineage import descents
from orgflow.domain.changes.operations import (
    EndingOperation,
    FunctionOperation,
    Operation,
    RecodeUnit,
    ReorderUnits,
    UnitOperation,
)
from orgflow.domain.changes.subjects import subjects
from orgflow.domain.organisation.instruments import Article
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.papers.article_changes import Act, Amendment, ArticleChange
from orgflow.domain.papers.covering import covered_places
from orgflow.domain.papers.inserting import inserted_numbers, unit_article
from orgflow.domain.papers.naming import Names
from orgflow.domain.papers.rewriting import Rewriter
from orgflow.domain.values import UnitId, comparable

_VERSE: Final = re.compile(r"^\(\d+[a-z]?\)\s+")
_PASAL: Final = re.compile(r"^pasal\b", re.IGNORECASE)
_ANNEX: Final = re.compile(r"^lampiran\b", re.IGNORECASE)


def amendment(
    before: Organisation,
    after: Organisation,
    operations: tuple[Operation, ...],
    articles: tuple[Article, ...],
) -> Amendment:
    """Return what the operations change in the recorded articles."""
    return _Amender(before, after, operations, articles).amended()


def needs_article(operation: Operation) -> bool:
    """Say whether a regulation has to say what an operation does; posts, codes and order it need not."""
    if isinstance(operation, UnitOperation):
        return not isinstance(operation, RecodeUnit | ReorderUnits)
    return isinstance(operation, EndingOperation | FunctionOperation)


def is_annex(article: Article) -> bool:
    """Say whether an entry of a regulation is its lampiran."""
    return _ANNEX.match(article.number) is not None


class _Amender:
    def __init__(
        self,
        before: Organisation,
        after: Organisation,
        operations: tuple[Operation, ...],
        articles: tuple[Article, ...],
    ) -> None:
        self._before, self._after = before, after
        self._operations, self._articles = operations, articles
        self._names = Names(unit.name for unit in before.units.values())
        self._results: dict[str, ArticleChange] = {}
        self._inserted_for: dict[UnitId, str] = {}
        self._chart_changes = _drawn(before) != _drawn(after)

    def amended(self) -> Amendment:
        rewriter = Rewriter(self._before, self._after)
        for article in self._articles:
            change = self._change_of(article, rewriter)
            if change is not None:
                self._results[article.number] = change
        inserted = tuple(self._inserted())
        bindings = tuple(self._bindings())
        unplaced = tuple(self._unplaced(inserted))
        unknown = (
            *self._unknown(bindings),
            *(ArticleChange(Act.UNKNOWN, words) for words in unplaced),
        )
        ordered = tuple(self._ordered(inserted))
        return Amendment(
            (
                *(change for change in ordered if change.act is not Act.ANNEX),
                *unknown,
                *(change for change in ordered if change.act is Act.ANNEX),
            ),
            bindings,
            tuple(covered_places(self._before, self._after, self._articles, self._results)),
            unplaced,
        )

    def _change_of(self, article: Article, rewriter: Rewriter) -> ArticleChange | None:
        if is_annex(article):
            return ArticleChange(Act.ANNEX, article.number) if self._chart_changes else None
        owner = self.owner_of(article)
        if owner is not None and owner.id not in self._after.units:
            return ArticleChange(Act.REPEALED, article.number)
        text = rewriter.rewritten(article.text)
        if text == article.text:
            return None
        act = Act.AMENDED if _PASAL.match(article.number) else Act.HEADING
        return ArticleChange(act, article.number, text)

    def owner_of(self, article: Article) -> Unit | None:
        """Return the unit that an article is about: the one with whose name it begins."""
        if not _PASAL.match(article.number):
            return None
        text = _VERSE.sub("", article.text.lstrip())
        first = next(self._names.find(text), None)
        if first is None or first.start > 0:
            return None
        bearers = [unit for unit in self._before.units.values() if _same(unit.name, first.name)]
        return bearers[0] if len(bearers) == 1 else None

    def _see(self, unit_id: UnitId) -> str:
        """Return a hint to the article that is about a unit, which somebody has to word."""
        for article in self._articles:
            owner = self.owner_of(article)
            if owner is not None and owner.id == unit_id:
                return f" (lihat {article.number})"
        return ""

    def _inserted(self) -> Iterator[ArticleChange]:
        begun = [unit for unit in self._after.units.values() if unit.id not in self._before.units]
        numbered = [article for article in self._articles if _PASAL.match(article.number)]
        taken = {article.number for article in numbered}
        for unit in begun:
            anchor = self._anchor(unit, numbered)
            if anchor is None:
                continue
            number = inserted_numbers(anchor.number, taken)
            taken.add(number)
            self._inserted_for[unit.id] = number
            following = next((later.number for one, later in pairwise(numbered) if one == anchor), "")
            text = unit_article(self._after, unit)
            yield ArticleChange(Act.INSERTED, number, text, anchor.number, following)

    def _anchor(self, unit: Unit, numbered: list[Article]) -> Article | None:
        """Return the last article of those it came from, of its siblings, or of its superior."""
        came_from = {
            one.predecessor_id
            for one in descents(self._before, self._after, self._operations)
            if one.successor_id == unit.id
        }
        siblings = {one.id for one in self._before.structure.children(unit.parent_id)}
        above: set[UnitId] = {unit.parent_id} if unit.parent_id is not None else set()
        for group in (came_from, siblings, above):
            owned = [one for one in numbered if (owner := self.owner_of(one)) and owner.id in group]
            if owned:
                return owned[-1]
        names = {comparable(self._before.units[one].name) for one in above if one in self._before.units}
        naming = [one for one in numbered if names & {comparable(f.name) for f in self._names.find(one.text)}]
        return naming[-1] if naming else None

    def _ordered(self, inserted: tuple[ArticleChange, ...]) -> Iterator[ArticleChange]:
        for article in self._articles:
            if article.number in self._results:
                yield self._results[article.number]
            yield from (change for change in inserted if change.after == article.number)

    def _bindings(self) -> Iterator[tuple[str, ...]]:
        for operation, standing, _ in steps(self._before, self._operations):
            units = subjects(operation, standing)
            forms = {comparable(self._before.units[one].name) for one in units if one in self._before.units}
            found = [
                article.number
                for article in self._articles
                if article.number in self._results
                and not is_annex(article)
                and (forms & {comparable(one.name) for one in self._names.find(article.text)})
            ]
            yield (*found, *(self._inserted_for[one] for one in units if one in self._inserted_for))

    def _unknown(self, bindings: tuple[tuple[str, ...], ...]) -> Iterator[ArticleChange]:
        """Yield a gap for each unit whose name, place or functions change and that no article regulates."""
        told: set[str] = set()
        met = steps(self._before, self._operations)
        for (operation, standing, _), bound in zip(met, bindings, strict=True):
            units = subjects(operation, standing)
            if bound or not needs_article(operation) or not units:
                continue
            held = standing.units.get(units[0]) or self._after.units.get(units[0])
            if held is not None and held.name not in told:
                told.add(held.name)
                yield ArticleChange(Act.UNKNOWN, f"{held.name}{self._see(held.id)}")

    def _unplaced(self, inserted: Iterable[ArticleChange]) -> Iterator[str]:
        if not self._articles:
            return
        said = comparable(
            " ".join(
                [
                    *(change.text for change in inserted),
                    *(self._text_after(article) for article in self._articles),
                ]
            )
        )
        for unit in self._after.units.values():
            if unit.id not in self._before.units and comparable(unit.name) not in said:
                yield unit.name
        for held in self._after.functions.values():
            was = self._before.functions.get(held.id)
            is_new = was is None or (was.text, was.unit_id) != (held.text, held.unit_id)
            if is_new and comparable(held.text) not in said:
                owner = self._after.units[held.unit_id].name
                yield f"fungsi {owner}, yaitu {held.text}{self._see(held.unit_id)}"

    def _text_after(self, article: Article) -> str:
        change = self._results.get(article.number)
        return article.text if change is None else change.text


def _drawn(organisation: Organisation) -> frozenset[tuple[object, ...]]:
    """Return what a chart shows of each unit."""
    return frozenset(
        (unit.id, unit.name, unit.kind.code, unit.parent_id, unit.position)
        for unit in organisation.units.values()
    )


def _same(one: str, other: str) -> bool:
    return comparable(one) == comparable(other)
