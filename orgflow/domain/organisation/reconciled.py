"""What taking a file into the registry comes to: the registry after it, each change, and each faulty row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Basis
from orgflow.domain.organisation.roster import Line, RowDoubt, RowFault, RowFaultCode, Sheet
from orgflow.domain.values import InstrumentId


class PlannedAct(StrEnum):
    """What a row comes to."""

    FOUND = "found"
    CHANGE = "change"
    CORRECT = "correct"
    APPOINT = "appoint"
    LEAVE = "leave"
    SUCCEED = "succeed"


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One change that a row makes; ``before`` is empty for what is new."""

    sheet: Sheet
    row: int
    act: PlannedAct
    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The registry after a file, or why the file cannot be taken.

    Attributes:
        left: names of units that hold on the day and that the file does not mention; they stay.
        doubts: what was taken as likely and a person should look at.
    """

    history: History
    changes: tuple[PlannedChange, ...]
    faults: tuple[RowFault, ...]
    left: tuple[str, ...]
    doubts: tuple[RowDoubt, ...] = ()


@dataclass(slots=True)
class Work:
    """The registry while lines are taken in one after another."""

    history: History
    on: date
    new_id: Callable[[], UUID]
    source: str
    instruments: Mapping[str, InstrumentId]
    changes: list[PlannedChange] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    doubts: list[RowDoubt] = field(default_factory=list)
    rows: dict[str, tuple[Sheet, int]] = field(default_factory=dict)

    def basis(self, sheet: Sheet, line: Line) -> Basis:
        """Return on what a line rests; a regulation that is not known is a fault."""
        instrument_id = None
        if line.regulation is not None:
            instrument_id = self.instruments.get(line.regulation)
            if instrument_id is None:
                self.fault(sheet, line, "dasar_hukum", RowFaultCode.UNKNOWN_REGULATION, line.regulation)
        return Basis(source=line.source or self.source, instrument_id=instrument_id)

    def fault(self, sheet: Sheet, line: Line, column: str, code: RowFaultCode, value: str = "") -> None:
        """Note a faulty row."""
        self.faults.append(RowFault(sheet, line.row, column, code, value[:80]))

    def refuse(self, sheet: Sheet, line: Line, refused: RuleBroken) -> None:
        """Note a row that a rule refused."""
        self.faults.append(_fault(sheet, line.row, refused))

    def note(self, change: PlannedChange) -> None:
        """Note a change."""
        self.changes.append(change)

    def refuse_later(self, refused: RuleBroken) -> None:
        """Note what the registry as a whole refuses, beside the row it came of."""
        for name in ("unit_id", "post_id", "appointment_id", "function_id"):
            key = refused.facts.get(name)
            if isinstance(key, str) and key in self.rows:
                self.faults.append(_fault(*self.rows[key], refused))
                return
        self.faults.append(_fault(Sheet.UNITS, 0, refused))


FAULT_OF: Final[Mapping[str, RowFaultCode]] = {
    "unit_outside_parent": RowFaultCode.OUTSIDE_PARENT,
    "several_roots": RowFaultCode.SEVERAL_ROOTS,
    "unit_cycle": RowFaultCode.CYCLE,
    "name_taken": RowFaultCode.DUPLICATE_NAME,
    "post_outside_unit": RowFaultCode.OUTSIDE_UNIT,
    "function_outside_unit": RowFaultCode.OUTSIDE_UNIT,
    "appointment_outside_post": RowFaultCode.OUTSIDE_POST,
    "seat_taken": RowFaultCode.SEATS_EXCEEDED,
}


def _fault(sheet: Sheet, row: int, refused: RuleBroken) -> RowFault:
    named = ("name", "unit", "post", "official", "text", "names", "predecessor")
    value = next((str(refused.facts[name]) for name in named if refused.facts.get(name)), "")
    code = FAULT_OF.get(refused.code, RowFaultCode.REFUSED)
    return RowFault(sheet, row, "", code, value[:80], refused.code if code is RowFaultCode.REFUSED else "")
