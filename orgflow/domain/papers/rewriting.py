"""An article as it is to read after the operations: other names, other lists, other words of functions."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.papers.lists import ListChange, Stretch, lettered, running
from orgflow.domain.papers.naming import Names, renaming
from orgflow.domain.values import FunctionId, UnitId

_FIRST: Final = 0xE000
"""A private sign stands for what is written already, so that no name is looked for in it."""


class Rewriter:
    """Rewrites texts that were written of one organisation to what they say of the other."""

    def __init__(self, before: Organisation, after: Organisation) -> None:
        self._before, self._after = before, after
        self._names = Names(unit.name for unit in before.units.values())
        self._new_names = renaming(before, after).new_names
        self._units = tuple(_unit_lists(before, after))
        self._functions = tuple(_function_lists(before, after))
        self._texts = tuple(_texts(before, after))

    def rewritten(self, text: str) -> str:
        """Return the text as it is to read; the same where nothing in it changes."""
        done: list[str] = []
        for owner, units in self._units:
            text = _put(text, [*lettered(text, units, owner), *running(text, units, owner)], done)
        for owner, functions in self._functions:
            text = _put(text, lettered(text, functions, owner), done)
        for owner, old, new in self._texts:
            text = _put(text, _replaced(text, owner, old, new), done)
        text = self._names.replaced(text, self._new_names)
        for place in reversed(range(len(done))):
            text = text.replace(chr(_FIRST + place), done[place])
        return text


def _put(text: str, stretches: Iterable[Stretch], done: list[str]) -> str:
    """Return the text with a sign in the place of each stretch, whose words are kept in ``done``."""
    for stretch in sorted(stretches, key=lambda one: one.start, reverse=True):
        if text[stretch.start : stretch.end] == stretch.words:
            continue
        text = text[: stretch.start] + chr(_FIRST + len(done)) + text[stretch.end :]
        done.append(stretch.words)
    return text


def _unit_lists(before: Organisation, after: Organisation) -> Iterator[tuple[str, ListChange[UnitId]]]:
    for unit in before.units.values():
        if unit.id not in after.units:
            continue
        was, becomes = (
            {child.id: child.name for child in organisation.structure.children(unit.id)}
            for organisation in (before, after)
        )
        change = ListChange(was, becomes)
        if change.is_changed:
            yield unit.name, change


def _function_lists(
    before: Organisation, after: Organisation
) -> Iterator[tuple[str, ListChange[FunctionId]]]:
    for unit in before.units.values():
        for kind in FunctionKind:
            was, becomes = (
                {held.id: held.text for held in organisation.functions_of(unit.id) if held.kind is kind}
                for organisation in (before, after)
            )
            if was != becomes and was:
                yield unit.name, ListChange(was, becomes)


def _texts(before: Organisation, after: Organisation) -> Iterator[tuple[str, str, str]]:
    """Yield owners with a function or field of duties that reads otherwise: the old words and the new."""
    for held in before.functions.values():
        then = after.functions.get(held.id)
        if then is not None and then.unit_id == held.unit_id and then.text != held.text:
            yield before.units[held.unit_id].name, held.text, then.text
    for unit in before.units.values():
        new = after.units.get(unit.id)
        if new is not None and unit.duty_field and new.duty_field and new.duty_field != unit.duty_field:
            yield unit.name, unit.duty_field, new.duty_field


def _replaced(text: str, owner: str, old: str, new: str) -> Iterator[Stretch]:
    """Yield where the old words stand, in an article that names their owner."""
    if owner.casefold() not in text.casefold():
        return
    pattern = r"\s+".join(map(re.escape, old.split()))
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
        yield Stretch(found.start(), found.end(), new)
