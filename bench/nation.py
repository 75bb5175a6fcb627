"""A whole nation's registry: governments of 400 units with five records each, written in bulk."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Engine, insert
from sqlalchemy.orm import Session

from orgflow.domain.organisation.structure import Placement
from orgflow.domain.values import GovernmentId
from orgflow.services.starting.rules import unit_kinds
from orgflow.store import organisation
from orgflow.store.governments import GovernmentRow
from orgflow.store.organisation import UnitRow, UnitVersionRow

GOVERNMENTS: Final = 552
UNITS: Final = 400
VERSIONS: Final = 5
FIRST_YEAR: Final = 2016
YEARS_A_RECORD: Final = 2
BELOW_EACH: Final = 4
_RECORDED: Final = datetime(2016, 1, 1, tzinfo=UTC)
_KINDS: Final = ("pemerintah", "setda", "asisten", "biro", "bagian", "subbagian")
_WORDS: Final = ("Umum", "Hukum", "Organisasi", "Perekonomian", "Kesejahteraan Rakyat", "Protokol")


def government_id(number: int) -> GovernmentId:
    """Return the id of a numbered government, from 1."""
    return GovernmentId(UUID(int=number << 64))


def unit_key(government: int, unit: int) -> UUID:
    """Return the id of a government's numbered unit; unit 0 is the government itself."""
    return UUID(int=(government << 64) + (unit << 16) + 1)


def write_nation(engine: Engine, governments: int = GOVERNMENTS, units: int = UNITS) -> None:
    """Write governments whose units form a tree of four below each, renamed every two years."""
    with Session(engine) as session:
        for number in range(1, governments + 1):
            _write_government(session, number, units)
            if number % 50 == 0:
                session.commit()
        session.commit()
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def _write_government(session: Session, number: int, units: int) -> None:
    key = government_id(number)
    session.add(
        GovernmentRow(
            id=key,
            code=f"g{number}",
            name=f"Provinsi {number}",
            region=f"Wilayah {number}",
            head_title="Gubernur",
            capital="Ibu Kota",
            zone="Asia/Jakarta",
            is_sample=True,
            position=number,
            created_at=_RECORDED,
        )
    )
    session.flush()
    for place, kind in enumerate(unit_kinds("Gubernur")):
        organisation.add_kind(session, key, kind, new_id=UUID(int=(number << 64) + (1 << 60) + place))
    rows = [{"id": unit_key(number, unit), "government_id": key, "code": f"u{unit}"} for unit in range(units)]
    session.execute(insert(UnitRow), rows)
    session.execute(insert(UnitVersionRow), list(_versions(number, units)))


def _versions(number: int, units: int) -> Iterator[dict[str, object]]:
    for unit in range(units):
        depth, above = 0, unit
        while above > 0:
            above, depth = (above - 1) // BELOW_EACH, depth + 1
        kind = _KINDS[min(depth, len(_KINDS) - 1)]
        word = _WORDS[unit % len(_WORDS)]
        for version in range(VERSIONS):
            year = FIRST_YEAR + version * YEARS_A_RECORD
            last = version == VERSIONS - 1
            yield {
                "id": UUID(int=(number << 64) + (unit << 16) + 0x100 + version),
                "government_id": government_id(number),
                "unit_id": unit_key(number, unit),
                "kind_code": kind,
                "name": f"{kind.capitalize()} {word} {unit} ({version})",
                "parent_id": unit_key(number, (unit - 1) // BELOW_EACH) if unit else None,
                "position": unit + 1,
                "letter_code": f"{unit:03}",
                "duty_field": f"urusan {word.lower()}",
                "placement": str(Placement.VERIFIED),
                "valid_from": date(year, 1, 1),
                "valid_to": None if last else date(year + YEARS_A_RECORD, 1, 1),
                "is_start_known": True,
                "source": "Karangan untuk pengukuran",
                "recorded_at": _RECORDED,
            }
