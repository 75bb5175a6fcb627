"""The empty form that an office downloads: an invented example in it, and what each column asks for."""

from collections.abc import Iterator
from typing import Final

from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.roster import (
    FunctionLine,
    HolderLine,
    PostLine,
    RegulationLine,
    Roster,
    Sheet,
    UnitLine,
)
from orgflow.exchange.csv_writing import write_csv
from orgflow.exchange.written import CHOICES, columns_of
from orgflow.exchange.xlsx_writing import write_xlsx

_LAW: Final = "CONTOH"
_SOURCE: Final = "CONTOH; hapus baris contoh sebelum mengisi"
_UNITS: Final = (
    ("CONTOH-0", "Pemerintah", "Pemerintah Provinsi CONTOH", None),
    ("CONTOH-1", "Sekretariat Daerah", "Sekretariat Daerah CONTOH", "CONTOH-0"),
    ("CONTOH-1.1", "Asisten", "Asisten CONTOH", "CONTOH-1"),
    ("CONTOH-1.1.1", "Biro", "Biro CONTOH", "CONTOH-1.1"),
    ("CONTOH-1.1.1.1", "Bagian", "Bagian CONTOH", "CONTOH-1.1.1"),
)


def write_template() -> bytes:
    """Return the workbook with the example and a sheet of explanations."""
    return write_xlsx(EXAMPLE, explanations())


def write_unit_template() -> bytes:
    """Return the unit table with the example as a CSV; it names no regulation, which it could not hold."""
    return write_csv(Roster(units=tuple(_unit(place, None) for place in range(len(_UNITS)))))


def explanations() -> Iterator[tuple[str, ...]]:
    """Yield what each column asks for, under headings of its own."""
    yield ("lembar", "kolom", "wajib diisi", "isi")
    for sheet in Sheet:
        for column in columns_of(sheet, is_history=False):
            offered = ", ".join(CHOICES.get((sheet, column.field), ()))
            words = f"{column.meaning} Pilihan: {offered}." if offered else column.meaning
            yield (str(sheet), column.heading, "ya" if column.is_required else "tidak", words)


def _unit(place: int, regulation: str | None) -> UnitLine:
    code, kind, name, parent = _UNITS[place]
    return UnitLine(
        row=place + 2,
        code=code,
        name=name,
        kind_code=kind,
        parent_code=parent,
        position=1,
        source=_SOURCE,
        regulation=regulation,
    )


EXAMPLE: Final = Roster(
    units=tuple(_unit(place, _LAW) for place in range(len(_UNITS))),
    posts=(
        PostLine(row=2, unit_code="CONTOH-1.1.1", role=PostRole.HEAD, echelon="II.b", source=_SOURCE),
        PostLine(row=3, unit_code="CONTOH-1.1.1", title="Analis CONTOH", seats=2, source=_SOURCE),
    ),
    holders=(HolderLine(row=2, unit_code="CONTOH-1.1.1", name="Pejabat CONTOH, S.Sos.", source=_SOURCE),),
    functions=(
        FunctionLine(
            row=2,
            unit_code="CONTOH-1.1.1",
            kind=FunctionKind.DUTY,
            position=1,
            text="menyelenggarakan tugas CONTOH",
            source=_SOURCE,
        ),
        FunctionLine(
            row=3,
            unit_code="CONTOH-1.1.1",
            position=1,
            text="penyiapan bahan fungsi CONTOH",
            source=_SOURCE,
        ),
    ),
    regulations=(
        RegulationLine(row=2, key=_LAW, kind="pergub", title="Susunan Organisasi CONTOH", source=_SOURCE),
    ),
)
"""A small organisation whose every name says that it is an example."""
