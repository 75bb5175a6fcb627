"""The duties and functions of one unit beside those of another: where they may overlap, and what people say.

Source: ADR 0021 says how the likeness is measured and why.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.changes.likeness import Likeness
from orgflow.domain.changes.overlap_words import telling_words
from orgflow.domain.errors import Conflict, NotFound, RuleBroken
from orgflow.domain.organisation.organisation import Function, Organisation
from orgflow.domain.values import FunctionId, UnitId, comparable

LIKELY: Final = 0.2
"""From which likeness on a pair is put before a person; ``docs/adr/0021`` says what it was tried on."""

MOST: Final = 3
"""How many pairs of one duty are put before a person: the likeliest."""


class Verdict(StrEnum):
    """What a person says of two duties."""

    OVERLAPPING = "overlapping"
    INTERSECTING = "intersecting"
    COMPLEMENTARY = "complementary"
    DISTINCT = "distinct"


class OwnBranch(RuleBroken):
    """A unit is compared with one outside its own branch."""

    code = "overlap_own_branch"


class UnknownPair(NotFound):
    """A duty of a pair is not among those of the units compared."""

    code = "unknown_pair"


class JudgementStale(Conflict):
    """Somebody judged the pair after the actor opened it."""

    code = "judgement_stale"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was said of two duties as they read then; ``distinction`` is what sets them apart, in words."""

    function_id: FunctionId
    other_id: FunctionId
    text: str
    other_text: str
    verdict: Verdict
    distinction: str
    revision: int
    judged_by: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two duties beside each other.

    Attributes:
        likeness: from 0 to 1.
        judgement: None while nobody has judged the pair.
        is_outdated: whether a text was changed after it was judged.
    """

    own: Function
    other: Function
    likeness: float
    judgement: Judgement | None = None
    is_outdated: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether it is judged as both read now."""
        return self.judgement is not None and not self.is_outdated


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Both units' duties whole.

    Attributes:
        pairs: by duty of the first unit in their order, the likeliest first; a duty with none is there too.
        others: duties of the second unit that stand in no pair.
        past: judgements of duties that no longer are.
    """

    pairs: tuple[tuple[Function, tuple[Pair, ...]], ...]
    others: tuple[Function, ...]
    past: tuple[Judgement, ...]

    @property
    def unjudged(self) -> tuple[Pair, ...]:
        """The pairs that nobody has judged."""
        return tuple(pair for pair in self._all() if pair.judgement is None)

    @property
    def settled(self) -> tuple[Pair, ...]:
        """The pairs that are judged as they read now."""
        return tuple(pair for pair in self._all() if pair.is_settled)

    @property
    def outdated(self) -> tuple[Pair, ...]:
        """The pairs whose judgement is of an older text."""
        return tuple(pair for pair in self._all() if pair.is_outdated)

    @property
    def count(self) -> int:
        """How many pairs there are."""
        return sum(1 for _ in self._all())

    @property
    def next(self) -> Pair | None:
        """The first pair that waits for a person; None when none does."""
        return next((pair for pair in self._all() if not pair.is_settled), None)

    def pair(self, own_id: FunctionId, other_id: FunctionId) -> Pair | None:
        """Return a pair that is listed."""
        return next(
            (pair for pair in self._all() if (pair.own.id, pair.other.id) == (own_id, other_id)), None
        )

    def _all(self) -> Iterator[Pair]:
        return (pair for _, pairs in self.pairs for pair in pairs)


def side_by_side(
    own: Sequence[Function], others: Sequence[Function], judgements: Iterable[Judgement]
) -> SideBySide:
    """Return two units' duties with every pair that is likely or was judged."""
    measure = Measure((*own, *others))
    said = {(held.function_id, held.other_id): held for held in judgements}
    ours, theirs = {held.id: held for held in own}, {held.id: held for held in others}
    judged: Mapping[FunctionId, list[FunctionId]] = _judged(said, ours, theirs)
    listed = tuple(
        (held, tuple(_pairs(held, others, judged.get(held.id, ()), said, measure))) for held in own
    )
    met = {pair.other.id for _, pairs in listed for pair in pairs}
    return SideBySide(
        listed,
        tuple(held for held in others if held.id not in met),
        tuple(held for (one, other), held in said.items() if one not in ours or other not in theirs),
    )


class Measure:
    """How alike two duties are, among all those compared: the words they share, rare ones counting more."""

    def __init__(self, functions: Iterable[Function]) -> None:
        self._likeness = Likeness(telling_words(held.text) for held in functions)

    def of(self, one: Function, other: Function) -> float:
        """Return how alike two duties are, from 0 to 1; 1 is the same words."""
        if comparable(one.text) == comparable(other.text):
            return 1.0
        first, second = telling_words(one.text), telling_words(other.text)
        return self._likeness.of(first, second) if first and second else 0.0


def branch_functions(
    organisation: Organisation, unit_id: UnitId, heirs: Iterable[UnitId] = ()
) -> tuple[Function, ...]:
    """Return the duties of a unit and of all below it, in the order of the tree.

    Args:
        heirs: units in whose branches they are looked for when the unit itself is no more.
    """
    tops = (unit_id,) if unit_id in organisation.units else tuple(heirs)
    found: dict[FunctionId, Function] = {}
    for top in tops:
        for unit in organisation.structure.subtree(top):
            found |= {held.id: held for held in organisation.functions_of(unit.id)}
    return tuple(found.values())


def _judged(
    said: Mapping[tuple[FunctionId, FunctionId], Judgement],
    ours: Mapping[FunctionId, Function],
    theirs: Mapping[FunctionId, Function],
) -> Mapping[FunctionId, list[FunctionId]]:
    found: dict[FunctionId, list[FunctionId]] = defaultdict(list)
    for one, other in said:
        if one in ours and other in theirs:
            found[one].append(other)
    return found


def _pairs(
    held: Function,
    others: Sequence[Function],
    judged: Sequence[FunctionId],
    said: Mapping[tuple[FunctionId, FunctionId], Judgement],
    measure: Measure,
) -> Iterator[Pair]:
    """Yield the likeliest pairs of one duty and those that were judged, the likeliest first."""
    ranked = sorted(((measure.of(held, other), other) for other in others), key=lambda entry: -entry[0])
    likely = [other.id for likeness, other in ranked[:MOST] if likeness >= LIKELY]
    for likeness, other in ranked:
        if other.id not in likely and other.id not in judged:
            continue
        judgement = said.get((held.id, other.id))
        yield Pair(
            held, other, likeness, judgement, judgement is not None and _differs(judgement, held, other)
        )


def _differs(judgement: Judgement, own: Function, other: Function) -> bool:
    return (judgement.text, judgement.other_text) != (own.text, other.text)
