"""Kinds, units and structures to test with."""

from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.organisation.tenure import AppointmentKind, Tenure
from orgflow.domain.values import UnitId

ON: Final = date(2026, 3, 2)
ROOT_ID: Final = UnitId(UUID(int=1))
GOVERNMENT: Final = UnitKind("pemerintah", "Pemerintah", 0, "Gubernur Contoh")
SECRETARIAT: Final = UnitKind("setda", "Sekretariat Daerah", 1, "Sekretaris Daerah")
BUREAU: Final = UnitKind("biro", "Biro", 3, "Kepala {unit}", may_propose=True)
DIVISION: Final = UnitKind("bagian", "Bagian", 4, "Kepala {unit}")
AGENCY: Final = UnitKind("dinas", "Dinas", 1, "Kepala {unit}", is_agency=True)


def unit_id(number: int) -> UnitId:
    """Return the id that tests give to their numbered unit."""
    return UnitId(UUID(int=number))


def a_unit(
    number: int = 2,
    name: str = "Biro Hukum",
    *,
    parent: UnitId | None = ROOT_ID,
    kind: UnitKind = BUREAU,
    duty_field: str | None = None,
    placement: Placement = Placement.VERIFIED,
) -> Unit:
    """Return a bureau under the root."""
    return Unit(
        unit_id(number), kind, name, parent, position=number, duty_field=duty_field, placement=placement
    )


def a_root() -> Unit:
    """Return the government itself."""
    return a_unit(1, "Pemerintah Provinsi Contoh", parent=None, kind=GOVERNMENT)


def a_structure(*names: str, on: date = ON) -> tuple[Structure, tuple[UnitId, ...]]:
    """Return a structure of bureaus so named under one root, and their ids in the same order."""
    bureaus = [a_unit(number, name) for number, name in enumerate(names, start=2)]
    return Structure.of(on, [a_root(), *bureaus]), tuple(unit.id for unit in bureaus)


def a_tenure(
    name: str = "Contoh Satu, S.Sos.",
    valid_from: date = ON,
    valid_to: date | None = None,
    *,
    is_end_known: bool = True,
) -> Tenure:
    """Return a governor's tenure that runs from a day on."""
    return Tenure(
        name, "Gubernur Contoh", AppointmentKind.DEFINITIVE, valid_from, valid_to, is_end_known=is_end_known
    )
