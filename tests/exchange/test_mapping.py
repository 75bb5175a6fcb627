"""What the headings of foreign files are taken to mean, and how a map is written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.exchange.mapping import ColumnMap, MapIncomplete, MapUnreadable, Meaning, decoded, read_map
from orgflow.exchange.mapping_guess import fits, guess_map
from orgflow.exchange.mapping_units import NamedUnit, PresentUnit, code_from, give_codes
from orgflow.exchange.reading import read_file
from tests.factories.sheets import csv_of

M = Meaning
HEADINGS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        (("NAMA UNIT", "INDUK", "ESELON"), {M.UNIT_NAME: 0, M.PARENT_NAME: 1, M.ECHELON: 2}),
        (("Kode", "Unit Kerja", "Kode Induk"), {M.UNIT_CODE: 0, M.UNIT_NAME: 1, M.PARENT_CODE: 2}),
        (("OPD", "Jabatan", "Nama", "N.I.P"), {M.UNIT_NAME: 0, M.POST: 1, M.HOLDER: 2}),
        (("Satuan Kerja", "Pangkat/Gol. Ruang", "No. SK"), {M.UNIT_NAME: 0, M.RANK: 1, M.LETTER: 2}),
        (("Warna", "Rasa"), {}),
    ],
)
def test_headings_are_known_by_their_usual_words(
    headings: tuple[str, ...], meant: dict[Meaning, int]
) -> None:
    guessed = guess_map(read_file(csv_of(headings, [["x"] * len(headings)])))

    assert guessed.columns == {meaning: headings[place] for meaning, place in meant.items()}


def test_a_map_fits_wherever_its_headings_stand() -> None:
    said = ColumnMap({M.UNIT_NAME: "Unit", M.POST: "Jabatan"})

    assert fits(said, read_file(csv_of(("Jabatan", "Catatan", "Unit"), [])))
    assert fits(said, read_file(b"Daftar;;\n;;\nUnit;Jabatan;\n"))
    assert not fits(said, read_file(csv_of(("Unit", "Catatan"), [])))


@given(st.dictionaries(st.sampled_from(Meaning), HEADINGS), HEADINGS, st.none() | st.integers(1, 900))
def test_a_map_is_read_as_it_was_written(columns: dict[Meaning, str], sheet: str, row: int | None) -> None:
    said = ColumnMap({**columns, M.UNIT_NAME: "Unit"}, sheet, row)

    assert decoded(said.encoded()) == said


def test_a_map_file_says_what_the_columns_mean() -> None:
    said = read_map(b'sheet = "Data"\nheading_row = 4\n[columns]\nunit_name = "Unit  Kerja"\nnip = ""\n')

    assert said == ColumnMap({M.UNIT_NAME: "Unit Kerja"}, "Data", 4)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"[columns",
        b"colour = 1",
        b"columns = 1",
        b'heading_row = "empat"\n[columns]\nunit_name = "U"',
        b'heading_row = 0\n[columns]\nunit_name = "U"',
        b'sheet = 1\n[columns]\nunit_name = "U"',
        b'[columns]\nwarna = "U"',
        b"[columns]\nunit_name = 1",
    ],
)
def test_a_map_file_that_says_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(MapUnreadable):
        read_map(content)


def test_a_map_names_the_unit() -> None:
    with pytest.raises(MapIncomplete):
        read_map(b'[columns]\npost = "Jabatan"')


def test_codes_come_from_the_registry_else_from_the_name_and_are_told_apart() -> None:
    units = [
        NamedUnit(2, "Biro Umum", "Setda", ""),
        NamedUnit(3, "Bagian Umum", "Biro Umum", ""),
        NamedUnit(4, "Bagian Umum", "Biro Hukum", ""),
        NamedUnit(5, "Ünit ⁂", "", ""),
    ]

    give_codes(units, [PresentUnit("b-01", "Biro Umum", "Setda")])

    assert [unit.code for unit in units] == ["b-01", "bagian-umum", "biro-hukum-bagian-umum", "nit"]
    assert code_from("⁂") == "unit"
    assert len(code_from("Biro " * 40)) <= 55
