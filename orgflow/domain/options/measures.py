"""An option measured: the same measures for each, so that they can be put side by side."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.changes.impact import EchelonTotal, echelon_totals
from orgflow.domain.changes.lineage import descents
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.overlap import SideBySide, Verdict, branch_functions
from orgflow.domain.errors import DomainError
from orgflow.domain.options.objections import KnownObjection, ObjectionFacts, likely_objections
from orgflow.domain.organisation.organisation import Organisation, Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.rules import (
    EchelonOf,
    MaximumBelow,
    RuleFindingCode,
    StructureFinding,
    StructureRule,
    review_change,
    review_structure,
)
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import UnitId, comparable


@dataclass(frozen=True, slots=True)
class RuleKept:
    """A rule that was asked of a unit, and that it keeps to."""

    code: RuleFindingCode
    unit: Unit


@dataclass(frozen=True, slots=True)
class OverlapCount:
    """The pairs of duties of all comparisons, by what people said of them.

    Attributes:
        settled: judged as complementary or of another scope.
        open: judged by nobody, or as one of the texts read before.
        compared: with how many units the duties were compared at all.
    """

    overlapping: int = 0
    intersecting: int = 0
    settled: int = 0
    open: int = 0
    compared: int = 0


@dataclass(frozen=True, slots=True)
class Precedents:
    """Other governments whose unit bears the name an option gives; ``known`` is how many are recorded."""

    matching: tuple[str, ...]
    known: int


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What all options of a proposal are measured against.

    Attributes:
        unit_id: the unit that the proposal is about.
        known: objections seen elsewhere.
        precedents: each other government that is recorded, with a name of its unit like this one.
    """

    unit_id: UnitId
    rules: tuple[StructureRule, ...]
    guideline: tuple[GuidelineName, ...]
    known: tuple[KnownObjection, ...]
    precedents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OptionResult:
    """What an option makes of the organisation.

    Attributes:
        broken_by: the rule that refuses its operations today; ``after`` is then the organisation as it is.
        sides: the comparisons of duties as the option leaves them.
    """

    before: Organisation
    after: Organisation
    operations: tuple[Operation, ...]
    broken_by: DomainError | None = None
    sides: tuple[SideBySide, ...] = ()


@dataclass(frozen=True, slots=True)
class Measures:
    """An option on every measure; units and posts are those of the proposal's branch.

    Attributes:
        names: what the branch's tops are called after it.
        echelons: by echelon in their order, posts without one last.
    """

    names: tuple[str, ...]
    kept: tuple[RuleKept, ...]
    broken: tuple[StructureFinding, ...]
    needs_perda: tuple[StructureFinding, ...]
    units: tuple[int, int]
    posts: tuple[int, int]
    seats: tuple[int, int]
    echelons: tuple[EchelonTotal, ...]
    overlaps: OverlapCount
    precedents: Precedents
    objections: tuple[KnownObjection, ...]
    broken_by: DomainError | None


def measured(result: OptionResult, by: Yardstick) -> Measures:
    """Return an option on every measure."""
    before, after = result.before, result.after
    heirs = tuple(
        step.successor_id
        for step in descents(before, after, result.operations)
        if step.predecessor_id == by.unit_id
    )
    tops = (by.unit_id,) if by.unit_id in after.units else heirs
    branch = tuple(unit for top in tops for unit in after.structure.subtree(top))
    earlier = before.structure.subtree(by.unit_id)
    broken = _broken(after, branch, by)
    posts = (_posts(before, earlier), _posts(after, branch))
    names = tuple(after.units[top].name for top in tops)
    overlaps = count_overlaps(result.sides)
    texts = tuple(held.text for held in branch_functions(after, by.unit_id, heirs))
    facts = ObjectionFacts(
        deviates=any(one.code is RuleFindingCode.NAME_OUTSIDE_GUIDELINE for one in broken),
        has_open_overlap=bool(overlaps.overlapping or overlaps.open),
        grows=len(branch) > len(earlier) or len(posts[1]) > len(posts[0]),
        texts=(*(unit.name for unit in branch), *texts),
    )
    return Measures(
        names,
        tuple(_kept(after, branch, by, broken)),
        broken,
        review_change(before.structure, after.structure, by.rules),
        (len(earlier), len(branch)),
        (len(posts[0]), len(posts[1])),
        (sum(post.seats for post in posts[0]), sum(post.seats for post in posts[1])),
        echelon_totals(*posts),
        overlaps,
        named_alike(names, by.precedents),
        likely_objections(facts, by.known),
        result.broken_by,
    )


def count_overlaps(sides: Iterable[SideBySide]) -> OverlapCount:
    """Return the pairs of several comparisons by what was said of them."""
    found: Counter[str] = Counter()
    for side in sides:
        found["compared"] += 1
        for _, pairs in side.pairs:
            for pair in pairs:
                said = pair.judgement
                found[str(said.verdict) if said is not None and pair.is_settled else "open"] += 1
    return OverlapCount(
        found[Verdict.OVERLAPPING],
        found[Verdict.INTERSECTING],
        found[Verdict.COMPLEMENTARY] + found[Verdict.DISTINCT],
        found["open"],
        found["compared"],
    )


def named_alike(names: Iterable[str], precedents: Iterable[tuple[str, str]]) -> Precedents:
    """Return the governments whose unit bears one of the names.

    Args:
        precedents: each government with a name of its unit; one may be there with several.
    """
    wanted = {comparable(name) for name in names}
    held = tuple(precedents)
    matching = dict.fromkeys(place for place, name in held if comparable(name) in wanted)
    return Precedents(tuple(matching), len({place for place, _ in held}))


def _broken(after: Organisation, branch: tuple[Unit, ...], by: Yardstick) -> tuple[StructureFinding, ...]:
    found = review_structure(after.structure, _head_echelons(after), by.rules, by.guideline)
    within = {unit.id for unit in branch}
    return tuple(one for one in found if one.unit.id in within)


def _kept(
    after: Organisation, branch: tuple[Unit, ...], by: Yardstick, broken: tuple[StructureFinding, ...]
) -> Iterator[RuleKept]:
    """Yield every rule that was asked of a unit of the branch and that the findings do not name."""
    echelons = _head_echelons(after)
    failed = {(one.unit.id, one.rule) for one in broken}
    misnamed = {one.unit.id for one in broken if one.code is RuleFindingCode.NAME_OUTSIDE_GUIDELINE}
    for unit in branch:
        named = next((row for row in by.guideline if row.kind_code == unit.kind.code), None)
        if named is not None and unit.id not in misnamed:
            yield RuleKept(RuleFindingCode.NAME_OUTSIDE_GUIDELINE, unit)
        for rule in by.rules:
            if rule.kind_code != unit.kind.code:
                continue
            code = _asked(rule, echelons.get(unit.id))
            if code is not None and (unit.id, rule) not in failed:
                yield RuleKept(code, unit)


def _asked(rule: StructureRule, echelon: str | None) -> RuleFindingCode | None:
    """Return what a rule asks of a unit of its kind; None where it asks nothing of how it stands."""
    match rule:
        case MaximumBelow():
            return RuleFindingCode.TOO_MANY_BELOW
        case EchelonOf():
            return RuleFindingCode.ECHELON_DIFFERS if echelon is not None else None
        case _:
            return None


def _head_echelons(organisation: Organisation) -> dict[UnitId, str]:
    return {
        post.unit_id: post.echelon
        for post in organisation.posts.values()
        if post.role is PostRole.HEAD and post.echelon is not None
    }


def _posts(organisation: Organisation, branch: tuple[Unit, ...]) -> tuple[Post, ...]:
    return tuple(post for unit in branch for post in organisation.posts_of(unit.id))
