"""Under which unit each unit of a foreign file stands, told by code or by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orgflow.domain.organisation.guessing import guess_kind
from orgflow.domain.organisation.roster import RowFault, RowFaultCode, Sheet, UnitLine
from orgflow.domain.values import comparable
from orgflow.exchange.mapping_units import NamedUnit, Present, code_from

_COLUMN: Final = "kode_atasan"
_ON_TOP: Final = ""


def placed(
    lines: Iterable[UnitLine], units: Sequence[NamedUnit], present: Present
) -> tuple[tuple[UnitLine, ...], list[RowFault]]:
    """Return the lines with the codes of their parents; one whose parent is not found is left out.

    In a registry that is empty yet the units on top come under the government itself.
    """
    by_code = {named.code: named for named in units}
    in_file = _by_name((named.name, named.code) for named in units)
    in_registry = _by_name((one.name, one.code) for one in present.units)
    found: list[UnitLine] = []
    faults: list[RowFault] = []
    for line in lines:
        named = by_code[line.code]
        above = _above(named, in_file, in_registry, present.names)
        if len(above) == 1:
            found.append(replace(line, parent_code=above[0] or None))
            continue
        code = RowFaultCode.PARENT_AMBIGUOUS if above else RowFaultCode.UNKNOWN_PARENT
        faults.append(RowFault(Sheet.UNITS, line.row, _COLUMN, code, named.parent[:80]))
    return _under_government(found, present), faults


def _above(
    named: NamedUnit,
    in_file: Mapping[str, list[str]],
    in_registry: Mapping[str, list[str]],
    government: frozenset[str],
) -> list[str]:
    """Return the codes of the units that may be meant as the parent; an empty code is the top."""
    if named.parent_code:
        return [named.parent_code]
    if not named.parent:
        return [_ON_TOP]
    wanted = comparable(named.parent)
    others = [code for code in in_file.get(wanted, []) if code != named.code]
    if others or wanted == comparable(named.name):
        return others or [named.code]
    held = in_registry.get(wanted, [])
    return held or ([_ON_TOP] if wanted in government else [])


def _under_government(lines: list[UnitLine], present: Present) -> tuple[UnitLine, ...]:
    tops = [line for line in lines if line.parent_code is None]
    if not present.is_empty or not tops:
        return tuple(lines)
    levels = [present.kinds[guess_kind(line.name, None, present.kinds)].level for line in tops]
    if len(tops) == 1 and levels[0] == 0:
        return tuple(lines)
    taken = {line.code for line in lines}
    code = code_from(present.root)
    root = UnitLine(row=tops[0].row, code=f"{code}-1" if code in taken else code, name=present.root)
    below = (replace(line, parent_code=root.code) if line.parent_code is None else line for line in lines)
    return (root, *below)


def _by_name(named: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, code in named:
        found.setdefault(comparable(name), []).append(code)
    return found
