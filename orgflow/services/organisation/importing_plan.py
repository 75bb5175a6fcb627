"""What taking a file into the registry comes to: read, met with what is held, and nothing written yet."""

import hashlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from datetime import date
from typing import Final, TypeVar

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.reconcile import reconcile
from orgflow.domain.organisation.reconciled import PlannedAct, PlannedChange, Reconciled
from orgflow.domain.organisation.roster import Roster, RowDoubt, RowFault, RowFaultCode, Sheet
from orgflow.domain.values import comparable
from orgflow.exchange.mapping import ColumnMap
from orgflow.exchange.mapping_lines import foreign_heading, parse_foreign
from orgflow.exchange.mapping_units import Present, PresentUnit
from orgflow.exchange.own_form import Parsed, parse_roster
from orgflow.exchange.raw import RawFile
from orgflow.services.context import Context
from orgflow.services.organisation.importing_regulations import Regulations, plan_regulations
from orgflow.services.registry import held_history
from orgflow.store import governments

C = RowFaultCode
Pointed = TypeVar("Pointed", RowFault, RowDoubt)
_FOLLOWS: Final = frozenset({
    C.NO_ROOT, C.OUTSIDE_PARENT, C.OUTSIDE_UNIT, C.OUTSIDE_POST, C.UNKNOWN_POST, C.REFUSED,
})  # fmt: skip
"""What may be wrong only because a faulty row was left out; said once those rows are mended."""
_UNKNOWN: Final = frozenset({C.UNKNOWN_PARENT, C.UNKNOWN_UNIT, C.UNKNOWN_REGULATION})


@dataclass(frozen=True, slots=True)
class Plan:
    """A file as it meets the registry of this moment.

    Attributes:
        before: the registry as held.
        left: names of units that hold on the day and that the file does not mention; they stay.
        doubts: what was taken as likely and a person should look at; it bars nothing.
    """

    on: date
    source: str
    before: History
    after: History
    regulations: Regulations
    changes: tuple[PlannedChange, ...]
    faults: tuple[RowFault, ...]
    left: tuple[str, ...]
    doubts: tuple[RowDoubt, ...]
    is_history: bool

    @property
    def digest(self) -> str:
        """What the plan is known by: another plan of the same file has another."""
        told = repr((self.on.isoformat(), [astuple(change) for change in self.changes]))
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def corrects(self) -> bool:
        """Whether what was recorded is superseded, for which a reason is recorded."""
        return self.is_history and any(change.act is PlannedAct.CORRECT for change in self.changes)


def plan_import(ctx: Context, read: RawFile, said: ColumnMap | None, on: date, file_name: str) -> Plan:
    """Return what a file comes to on the registry as it is now.

    Args:
        said: what the columns of a file made by others mean; None for our own form.
    """
    before = held_history(ctx)
    parsed = parse_roster(read) if said is None else parse_foreign(read, said, _present(ctx, before, on))
    source = f"Berkas {file_name}"
    regulations = plan_regulations(ctx, parsed.roster, source)
    met = _met(ctx, before, parsed.roster, on, source=source, regulations=regulations)
    faults = _all_faults(parsed, regulations, met)
    if not faults and _is_without_lines(parsed.roster):
        faults = (RowFault("", 0, "", C.FILE_EMPTY),)
    return Plan(
        on,
        source,
        before,
        met.history,
        regulations,
        (*regulations.changes, *met.changes),
        tuple(_as_shown(fault, parsed, said) for fault in faults),
        met.left,
        tuple(_as_shown(doubt, parsed, said) for doubt in met.doubts),
        parsed.roster.is_history,
    )


def _met(
    ctx: Context, before: History, roster: Roster, on: date, *, source: str, regulations: Regulations
) -> Reconciled:
    try:
        return reconcile(before, roster, on, new_id=ctx.new_id, source=source, instruments=regulations.ids)
    except RuleBroken as refused:
        fault = RowFault("", 0, "", C.REFUSED, detail=refused.code)
        return Reconciled(before, (), (fault,), ())


def _all_faults(parsed: Parsed, regulations: Regulations, met: Reconciled) -> tuple[RowFault, ...]:
    """Return the faults in the order of the rows, without those that only follow from another."""
    unmet = () if all(fault.sheet != Sheet.UNITS for fault in met.faults) else _unmet(parsed, met.history)
    later = [
        fault
        for fault in (*met.faults, *unmet)
        if not parsed.faults
        or (fault.code not in _FOLLOWS and not (fault.code in _UNKNOWN and fault.value in parsed.lost))
    ]
    found = dict.fromkeys([*parsed.faults, *regulations.faults, *later])
    return tuple(sorted(found, key=lambda fault: (fault.row > 0, fault.sheet, fault.row, fault.column)))


def _unmet(parsed: Parsed, history: History) -> Iterator[RowFault]:
    """Yield each line whose unit is not known: where units are faulty nothing else was looked at."""
    known = {line.code for line in parsed.roster.units} | set(history.unit_codes.values())
    coded = ((Sheet.POSTS, parsed.roster.posts), (Sheet.FUNCTIONS, parsed.roster.functions))
    for sheet, lines in coded:
        for line in lines:
            if line.unit_code not in known:
                yield RowFault(sheet, line.row, "kode_unit", C.UNKNOWN_UNIT, line.unit_code[:80])
    for person in parsed.roster.holders:
        if person.unit_code is not None and person.unit_code not in known:
            yield RowFault(Sheet.HOLDERS, person.row, "kode_unit", C.UNKNOWN_UNIT, person.unit_code[:80])


def _is_without_lines(roster: Roster) -> bool:
    lines = (roster.units, roster.posts, roster.holders, roster.functions, roster.successions)
    return not any(lines) and not roster.regulations and not roster.articles


def _as_shown(fault: Pointed, parsed: Parsed, said: ColumnMap | None) -> Pointed:
    """Return a fault or a doubt by the names that the file itself gives to its tables and columns."""
    column = fault.column if said is None else foreign_heading(said, fault.column)
    return replace(fault, sheet=parsed.names.get(fault.sheet, ""), column=column)


def _present(ctx: Context, history: History, on: date) -> Present:
    held = governments.government(ctx.session, ctx.government_id)
    records = {record.unit_id: record for record in history.units_on(on)}
    if not records:
        records = {unit_id: timeline[-1] for unit_id, timeline in history.units.items()}
    root = f"Pemerintah {held.name}"
    units = tuple(
        PresentUnit(
            history.unit_codes[unit_id],
            record.name,
            records[record.parent_id].name if record.parent_id in records else "",
            is_top=record.parent_id in records and records[record.parent_id].parent_id is None,
        )
        for unit_id, record in records.items()
    )
    names = frozenset(map(comparable, (held.name, root, held.head, held.head_title, held.region)))
    return Present(units, history.kinds, root, is_empty=not history.units, names=names)
