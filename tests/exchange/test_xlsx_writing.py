"""A workbook that holds texts and nothing but texts."""

from io import BytesIO

from openpyxl import load_workbook

from orgflow.domain.organisation.roster import Roster, Sheet, UnitLine
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.reading import read_file
from orgflow.exchange.xlsx_writing import NOTE_SHEET, write_xlsx
from tests.factories.furnished import LONG, ODD

NOTE = [("perihal", "isi"), ("pemerintah daerah", "=1+1")]


def a_roster(*names: str) -> Roster:
    lines = (
        UnitLine(row=row, code=f"u{row}", name=name, parent_code="u2" if row > 2 else None, position=1)
        for row, name in enumerate(names, start=2)
    )
    return Roster(units=tuple(lines))


def test_no_cell_is_a_formula_a_number_or_a_date() -> None:
    book = load_workbook(BytesIO(write_xlsx(a_roster(*ODD, LONG), NOTE)))

    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    names = [cell.value for cell in book[Sheet.UNITS]["B"][1:]]
    assert names == [*ODD, LONG]


def test_every_table_is_there_and_the_note_is_not_read() -> None:
    content = write_xlsx(a_roster("Pemerintah Uji"), NOTE)

    parsed = parse_roster(read_file(content))

    assert load_workbook(BytesIO(content)).sheetnames == [*map(str, Sheet), NOTE_SHEET]
    assert parsed.faults == ()
    assert [line.name for line in parsed.roster.units] == ["Pemerintah Uji"]


def test_a_registry_without_units_is_headings_alone() -> None:
    parsed = parse_roster(read_file(write_xlsx(Roster(), NOTE)))

    assert (parsed.faults, parsed.roster) == ((), Roster())


def test_periods_are_written_for_a_history_alone() -> None:
    of_a_day = load_workbook(BytesIO(write_xlsx(Roster(), NOTE)))
    of_all_time = load_workbook(BytesIO(write_xlsx(Roster(is_history=True), NOTE)))

    assert "berlaku_sejak" not in [cell.value for cell in of_a_day[Sheet.UNITS][1]]
    assert "berlaku_sejak" in [cell.value for cell in of_all_time[Sheet.UNITS][1]]
