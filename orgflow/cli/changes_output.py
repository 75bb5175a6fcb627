"""Change-sets, their results and differences as JSON, and in words."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

import click

from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.derive import Derived
from orgflow.domain.changes.matching import Coded, Doubt, Thing, Why
from orgflow.domain.changes.tally import Became, Tally, tally
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.values import FunctionId, PostId, UnitId
from orgflow.services.deriving import CHANGE_SET, Result, written
from orgflow.services.statements import sentence

Record = dict[str, object]

_BECAME: Final[Mapping[Became, str]] = {
    Became.KEPT: "tetap",
    Became.RENAMED: "nama diubah",
    Became.MOVED: "pindah",
    Became.CREATED: "baru",
    Became.ABOLISHED: "dihapus",
}
_WHY: Final[Mapping[Why, str]] = {
    Why.CODE_ALONE: "hanya kodenya yang sama",
    Why.CODES_DIFFER: "nama dan letaknya sama, kodenya berbeda",
    Why.SAME_NAME_ELSEWHERE: "namanya sama, letaknya berbeda",
    Why.ALIKE_IN_PLACE: "namanya mirip, letaknya sama",
    Why.ALIKE_ELSEWHERE: "namanya mirip, letaknya berbeda",
    Why.ONLY_ONE_LEFT: "hanya itu yang tersisa di unitnya",
}


def change_set_record(derived: Derived, before: Coded, after: Coded) -> Record:
    """Return a change-set as its file holds it."""
    counted = tally(derived.before, derived.after)
    return {
        "changeset": CHANGE_SET,
        "operations": written(derived.operations),
        "asked": [_doubt(doubt, before, after) for doubt in derived.asked],
        **_counts(counted),
    }


def difference_record(derived: Derived, before: Coded, after: Coded) -> Record:
    """Return the counts of what became of units and posts, and each by name under ``details``."""
    counted = tally(derived.before, derived.after)
    unit_codes = {**after.unit_codes, **before.unit_codes}
    post_codes = {**after.post_codes, **before.post_codes}
    return {
        **_counts(counted),
        "details": {
            "units": {
                str(became): [_unit_change(derived, unit_id, unit_codes) for unit_id in found]
                for became, found in counted.units.items()
                if became is not Became.KEPT
            },
            "posts": {
                str(became): [_post_change(derived, post_id, post_codes) for post_id in found]
                for became, found in counted.posts.items()
                if became is not Became.KEPT
            },
        },
        "asked": [_doubt(doubt, before, after) for doubt in derived.asked],
    }


def result_record(result: Result) -> Record:
    """Return the organisation that a change-set makes."""
    after, codes = result.after, result.unit_codes
    units = [_unit(unit, codes) for unit in _in_order(after.structure)]
    return {
        "units": units,
        "posts": [
            {
                "id": str(post.id),
                "code": result.post_codes.get(post.id),
                "unit_id": str(post.unit_id),
                "unit_code": codes.get(post.unit_id),
                "role": str(post.role),
                "title": post.title,
                "full_title": after.title_of(post),
                "echelon": post.echelon,
                "functional_rank": post.functional_rank,
                "seats": post.seats,
            }
            for unit in _in_order(after.structure)
            for post in after.posts_of(unit.id)
        ],
        "functions": [
            {
                "id": str(held.id),
                "unit_id": str(held.unit_id),
                "unit_code": codes.get(held.unit_id),
                "kind": str(held.kind),
                "position": held.position,
                "text": held.text,
            }
            for unit in _in_order(after.structure)
            for held in after.functions_of(unit.id)
        ],
        "counts": _counts(tally(result.before, after)),
    }


def tell_change_set(derived: Derived, before: Coded, after: Coded) -> None:
    """Print a change-set as sentences, and what must be asked."""
    for number, (operation, standing, _) in enumerate(steps(derived.before, derived.operations), start=1):
        click.echo(f"{number}. {sentence(operation, standing)}.")
    if not derived.operations:
        click.echo("Tidak ada yang berbeda.")
    for doubt in derived.asked:
        old, new = _name(doubt, doubt.from_id, before), _name(doubt, doubt.to_id, after)
        taken = "dianggap satu" if doubt.is_taken else "dianggap dua yang berbeda"
        click.echo(f"Perlu diputuskan: {old} dan {new} {taken} ({_WHY[doubt.why]}).", err=True)


def tell_difference(derived: Derived) -> None:
    """Print the counts in words."""
    counted = tally(derived.before, derived.after)
    for what, found in (("Unit", counted.units), ("Jabatan", counted.posts)):
        said = ", ".join(f"{len(held)} {_BECAME[became]}" for became, held in found.items())
        click.echo(f"{what}: {said}.")
    if derived.asked:
        click.echo(f"{len(derived.asked)} pasangan perlu diputuskan; lihat dengan --format json.", err=True)


def tell_result(result: Result) -> None:
    """Print the tree that a change-set makes, with what became of each unit."""
    counted = tally(result.before, result.after)
    marks: dict[UnitId, list[str]] = {}
    for became, found in counted.units.items():
        for unit_id in found if became is not Became.KEPT else ():
            marks.setdefault(unit_id, []).append(_BECAME[became])
    for depth, unit in _with_depth(result.after.structure):
        mark = f"  ({', '.join(marks[unit.id])})" if unit.id in marks else ""
        click.echo(f"{'  ' * depth}{unit.name}{mark}")
    for unit_id in counted.units[Became.ABOLISHED]:
        click.echo(f"Dihapus: {result.before.units[unit_id].name}")


def _counts(counted: Tally) -> Record:
    return {
        "units": {str(became): len(found) for became, found in counted.units.items()},
        "posts": {str(became): len(found) for became, found in counted.posts.items()},
    }


def _doubt(doubt: Doubt, before: Coded, after: Coded) -> Record:
    return {
        "kind": str(doubt.thing),
        "from": _side(doubt, doubt.from_id, before),
        "to": _side(doubt, doubt.to_id, after),
        "why": str(doubt.why),
        "score": doubt.score,
        "taken_as_one": doubt.is_taken,
    }


def _side(doubt: Doubt, held_id: UUID, side: Coded) -> Record:
    organisation = side.organisation
    home: UnitId | None
    match doubt.thing:
        case Thing.UNIT:
            code = side.unit_codes.get(UnitId(held_id))
            home = organisation.units[UnitId(held_id)].parent_id
        case Thing.POST:
            code = side.post_codes.get(PostId(held_id))
            home = organisation.posts[PostId(held_id)].unit_id
        case Thing.FUNCTION:
            code = side.function_codes.get(FunctionId(held_id))
            home = organisation.functions[FunctionId(held_id)].unit_id
    under = organisation.units[home].name if home is not None else None
    return {"id": str(held_id), "code": code, "name": _name(doubt, held_id, side), "under": under}


def _name(doubt: Doubt, held_id: UUID, side: Coded) -> str:
    organisation = side.organisation
    match doubt.thing:
        case Thing.UNIT:
            return organisation.units[UnitId(held_id)].name
        case Thing.POST:
            return organisation.title_of(organisation.posts[PostId(held_id)])
        case Thing.FUNCTION:
            return organisation.functions[FunctionId(held_id)].text


def _unit_change(derived: Derived, unit_id: UnitId, codes: Mapping[UnitId, str]) -> Record:
    old, new = derived.before.units.get(unit_id), derived.after.units.get(unit_id)
    return {
        "id": str(unit_id),
        "code": codes.get(unit_id),
        "before": old.name if old is not None else None,
        "after": new.name if new is not None else None,
        "under_before": _parent(derived.before, old),
        "under_after": _parent(derived.after, new),
    }


def _post_change(derived: Derived, post_id: PostId, codes: Mapping[PostId, str]) -> Record:
    old, new = derived.before.posts.get(post_id), derived.after.posts.get(post_id)
    return {
        "id": str(post_id),
        "code": codes.get(post_id),
        "before": derived.before.title_of(old) if old is not None else None,
        "after": derived.after.title_of(new) if new is not None else None,
        "under_before": derived.before.units[old.unit_id].name if old is not None else None,
        "under_after": derived.after.units[new.unit_id].name if new is not None else None,
    }


def _parent(organisation: Organisation, unit: Unit | None) -> str | None:
    if unit is None or unit.parent_id is None:
        return None
    return organisation.units[unit.parent_id].name


def _unit(unit: Unit, codes: Mapping[UnitId, str]) -> Record:
    return {
        "id": str(unit.id),
        "code": codes.get(unit.id),
        "name": unit.name,
        "kind": unit.kind.code,
        "parent_id": str(unit.parent_id) if unit.parent_id is not None else None,
        "parent_code": codes.get(unit.parent_id) if unit.parent_id is not None else None,
        "position": unit.position,
        "short_name": unit.short_name,
        "letter_code": unit.letter_code,
        "duty_field": unit.duty_field,
        "placement": str(unit.placement),
    }


def _in_order(structure: Structure) -> tuple[Unit, ...]:
    return tuple(unit for _, unit in _with_depth(structure))


def _with_depth(structure: Structure) -> list[tuple[int, Unit]]:
    found: list[tuple[int, Unit]] = []
    waiting = [(0, unit) for unit in reversed(structure.children(None))]
    while waiting:
        depth, unit = waiting.pop()
        found.append((depth, unit))
        waiting += [(depth + 1, child) for child in reversed(structure.children(unit.id))]
    return found
