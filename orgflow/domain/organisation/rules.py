"""Rules of structure, kept as data: limits, echelons, what needs a Perda; a breach is told, never barred.

Source: [PERMENDAGRI-56-2019], [RIAU-ORG-2019]; how far each row is trusted is said by the row itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, assert_never

from orgflow.domain.changes.findings import GuidelineName, counterpart
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.keeping import UnknownKind
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import UnitId, clean_line, clean_text, comparable

LARGEST_AMOUNT: Final = 999
CITATION_LENGTH: Final = 1000
_ECHELON: Final = re.compile(r"^(IV|V|I{1,3})[.\s]*([AB])$")


class RuleAmountUnfit(RuleBroken):
    """A limit is not between 1 and 999."""

    code = "rule_amount_unfit"


class RuleKindsReversed(RuleBroken):
    """A limit counts units that cannot stand below the other kind."""

    code = "rule_kinds_reversed"


class EchelonUnreadable(RuleBroken):
    """Not an echelon such as ``II.b``."""

    code = "echelon_unreadable"


class RuleTwice(RuleBroken):
    """The same is ruled already; that row is to be changed."""

    code = "rule_twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What every rule has: where it is said to stand, and whether that was looked up."""

    citation: str
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MaximumBelow(Cited):
    """At most ``amount`` units of one kind stand directly under a unit of another."""

    kind_code: str
    below_kind_code: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EchelonOf(Cited):
    """The head of a unit of the kind is of this echelon, written ``II.b``."""

    kind_code: str
    echelon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPerda(Cited):
    """A unit of the kind is founded, ended, renamed or changed in kind by a Perda, not by a Pergub."""

    kind_code: str


StructureRule = MaximumBelow | EchelonOf | NeedsPerda


class RuleFindingCode(StrEnum):
    """What a finding says of a unit."""

    TOO_MANY_BELOW = "too_many_below"
    ECHELON_DIFFERS = "echelon_differs"
    NAME_OUTSIDE_GUIDELINE = "name_outside_guideline"
    NEEDS_PERDA = "needs_perda"


class UnitAct(StrEnum):
    """What a change does to a unit, as far as a rule asks."""

    FOUNDED = "founded"
    ENDED = "ended"
    RENAMED = "renamed"
    RETYPED = "retyped"


@dataclass(frozen=True, slots=True)
class StructureFinding:
    """One unit that does not keep to one rule; it warns and never bars.

    Attributes:
        detail: how many there are, the echelon recorded, the guideline's name (None when the guideline ties
            none to this unit), or the ``UnitAct``.
    """

    code: RuleFindingCode
    unit: Unit
    detail: str | None
    rule: StructureRule | GuidelineName

    @property
    def citation(self) -> str:
        """Where the rule is said to stand."""
        return self.rule.citation

    @property
    def is_verified(self) -> bool:
        """Whether the citation was looked up."""
        return self.rule.is_verified


def review_structure(
    structure: Structure,
    echelons: Mapping[UnitId, str],
    rules: Iterable[StructureRule],
    guideline: Iterable[GuidelineName],
) -> tuple[StructureFinding, ...]:
    """Return what the rules say of the structure of one day, in the order of its units.

    A unit whose place is unknown counts under no other; a head without a recorded echelon breaks no rule.

    Args:
        echelons: of the units' heads, as recorded.
    """
    held, names = tuple(rules), tuple(guideline)
    return tuple(
        finding
        for unit in _in_order(structure)
        for finding in (*_name(unit, names), *_rules(structure, unit, echelons.get(unit.id), held))
    )


def review_change(
    before: Structure, after: Structure, rules: Iterable[StructureRule]
) -> tuple[StructureFinding, ...]:
    """Return what between two structures needs a Perda; a unit that ended is told as it was."""
    perda = {rule.kind_code: rule for rule in rules if isinstance(rule, NeedsPerda)}
    found: list[StructureFinding] = []
    for unit, kinds, act in _acts(before, after):
        rule = next((perda[kind] for kind in kinds if kind in perda), None)
        if rule is not None:
            found.append(StructureFinding(RuleFindingCode.NEEDS_PERDA, unit, str(act), rule))
    return tuple(found)


def checked_rule(
    rule: StructureRule, kinds: Mapping[str, UnitKind], beside: Iterable[StructureRule] = ()
) -> StructureRule:
    """Return the rule as it may be kept, its texts cleaned.

    Args:
        beside: the rules that hold beside it.

    Raises:
        UnknownKind, RuleKindsReversed, RuleAmountUnfit, EchelonUnreadable, RuleTwice.
        TextEmpty, TextTooLong, TextUnprintable: the citation cannot be kept.
    """
    citation = clean_line(
        clean_text(rule.citation, field="citation"), field="citation", limit=CITATION_LENGTH
    )
    kind = _kind(kinds, rule.kind_code, "kind_code")
    if any(same_subject(rule, other) for other in beside):
        raise RuleTwice(field="kind_code")
    match rule:
        case MaximumBelow(below_kind_code=below_code, amount=amount):
            below = _kind(kinds, below_code, "below_kind_code")
            if below.level <= kind.level:
                raise RuleKindsReversed(field="below_kind_code", above=kind.name, below=below.name)
            if not 1 <= amount <= LARGEST_AMOUNT:
                raise RuleAmountUnfit(field="amount", largest=LARGEST_AMOUNT)
        case EchelonOf(echelon=echelon):
            return replace(rule, echelon=read_echelon(echelon), citation=citation)
        case NeedsPerda():
            pass
        case _:
            assert_never(rule)
    return replace(rule, citation=citation)


def same_subject(one: StructureRule, other: StructureRule) -> bool:
    """Say whether two rules answer the same question of the same kinds."""
    return _subject(one) == _subject(other)


def read_echelon(text: str) -> str:
    """Return an echelon as ``II.b``, however the office writes it.

    Raises:
        EchelonUnreadable.
    """
    found = _ECHELON.match(text.strip().upper())
    if found is None:
        raise EchelonUnreadable(field="echelon", text=text[:20])
    return f"{found[1]}.{found[2].lower()}"


def _subject(rule: StructureRule) -> tuple[str, str, str]:
    below = rule.below_kind_code if isinstance(rule, MaximumBelow) else ""
    return type(rule).__name__, rule.kind_code, below


def _kind(kinds: Mapping[str, UnitKind], code: str, field: str) -> UnitKind:
    if code not in kinds:
        raise UnknownKind(field=field, kind=code)
    return kinds[code]


def _in_order(structure: Structure) -> Iterator[Unit]:
    for root in structure.children(None):
        yield from structure.subtree(root.id)


def _name(unit: Unit, guideline: tuple[GuidelineName, ...]) -> Iterator[StructureFinding]:
    names = [row for row in guideline if row.kind_code == unit.kind.code]
    wanted = comparable(unit.name)
    if not names or any(comparable(row.name) == wanted for row in names):
        return
    tied = counterpart(unit.name, names)
    yield StructureFinding(
        RuleFindingCode.NAME_OUTSIDE_GUIDELINE,
        unit,
        tied.name if tied is not None else None,
        tied or names[0],
    )


def _rules(
    structure: Structure, unit: Unit, echelon: str | None, rules: tuple[StructureRule, ...]
) -> Iterator[StructureFinding]:
    for rule in rules:
        if rule.kind_code != unit.kind.code:
            continue
        match rule:
            case MaximumBelow(below_kind_code=below, amount=amount):
                count = sum(
                    child.kind.code == below and child.placement is not Placement.UNKNOWN
                    for child in structure.children(unit.id)
                )
                if count > amount:
                    yield StructureFinding(RuleFindingCode.TOO_MANY_BELOW, unit, str(count), rule)
            case EchelonOf(echelon=wanted):
                if echelon is not None and _bare(echelon) != _bare(wanted):
                    yield StructureFinding(RuleFindingCode.ECHELON_DIFFERS, unit, echelon, rule)
            case NeedsPerda():
                continue
            case _:
                assert_never(rule)


def _bare(echelon: str) -> str:
    return "".join(character for character in echelon.casefold() if character.isalnum())


def _acts(before: Structure, after: Structure) -> Iterator[tuple[Unit, tuple[str, ...], UnitAct]]:
    for unit in _in_order(after):
        earlier = before.units.get(unit.id)
        if earlier is None:
            yield unit, (unit.kind.code,), UnitAct.FOUNDED
        elif earlier.kind.code != unit.kind.code:
            yield unit, (unit.kind.code, earlier.kind.code), UnitAct.RETYPED
        elif comparable(earlier.name) != comparable(unit.name):
            yield unit, (unit.kind.code,), UnitAct.RENAMED
    for unit in _in_order(before):
        if unit.id not in after.units:
            yield unit, (unit.kind.code,), UnitAct.ENDED
