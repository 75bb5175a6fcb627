"""Where names of units stand in a text, and the text with other names in their places.

All names that were borne are looked for at once, the longest first, so that a name inside a longer one is not
taken for itself and two names that are swapped do not meet halfway.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import UnitId, comparable


@dataclass(frozen=True, slots=True)
class Found:
    """One name in a text; ``name`` is as it is borne, the text may have it in capitals."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Renaming:
    """What names become.

    Attributes:
        new_names: by the old name's comparable form; only where every bearer takes the same one.
        ended: the comparable names that nobody bears afterwards and that no single new name follows.
    """

    new_names: Mapping[str, str]
    ended: frozenset[str]


class Names:
    """The names that may stand in a text."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_form = {comparable(name): name for name in names if name.strip()}
        longest_first = sorted(self._by_form.values(), key=len, reverse=True)
        choices = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
        self._pattern = re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE) if choices else None

    def find(self, text: str) -> Iterator[Found]:
        """Yield every name in the text in its order."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            yield Found(self._by_form[comparable(match[0])], match.start(), match.end())

    def replaced(self, text: str, new_names: Mapping[str, str]) -> str:
        """Return the text with new names in the old ones' places; one in capitals stays in capitals."""
        written, at = [], 0
        for found in self.find(text):
            new = new_names.get(comparable(found.name))
            if new is None:
                continue
            is_loud = text[found.start : found.end].isupper()
            written += [text[at : found.start], new.upper() if is_loud else new]
            at = found.end
        return "".join((*written, text[at:]))


def renaming(before: Organisation, after: Organisation) -> Renaming:
    """Return what the names of one organisation become in the other."""
    bearers: dict[str, list[UnitId]] = {}
    for unit in before.units.values():
        bearers.setdefault(comparable(unit.name), []).append(unit.id)
    still = {comparable(unit.name) for unit in after.units.values()}
    new_names: dict[str, str] = {}
    ended: set[str] = set()
    for form, units in bearers.items():
        becomes = {after.units[unit].name if unit in after.units else None for unit in units}
        only = becomes.pop() if len(becomes) == 1 else None
        if only is not None and comparable(only) != form:
            new_names[form] = only
        elif only is None and form not in still:
            ended.add(form)
    return Renaming(new_names, frozenset(ended))
