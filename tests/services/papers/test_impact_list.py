"""Daftar dampak: what is left open, who is touched, what else names the units, and what is counted."""

from orgflow.domain.changes.operations import AbolishUnit, Below, Fate, Operation, RenameUnit
from orgflow.domain.papers.case import Citing, Surroundings
from orgflow.domain.papers.document import Table, words_of
from orgflow.services.papers.impact import impact_document
from tests.factories.papers import a_case
from tests.factories.secretariat import HEADS, HUMAS, PROTOKOL, PUBLIKASI


def rows_of(*operations: Operation, around: Surroundings | None = None) -> list[list[str]]:
    document = impact_document(a_case(*operations), around or Surroundings({}))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[words_of(cell) for cell in row.cells] for table in tables for row in table.rows]


def test_a_renamed_units_head_is_to_be_confirmed_in_the_new_title() -> None:
    holders = {HEADS[HUMAS]: ("Contoh Enam, S.I.Kom.",)}

    rows = rows_of(RenameUnit(HUMAS, "Biro Adpim"), around=Surroundings(holders))

    assert ["Pejabat"] in rows
    assert [
        "1",
        "Biro Humas dan Protokol",
        "Kepala Biro Humas dan Protokol (Contoh Enam, S.I.Kom.): nama jabatannya berubah.",
        "Kukuhkan dalam jabatan Kepala Biro Adpim.",
    ] in [["1", *row[1:]] for row in rows]


def test_what_nobody_takes_over_is_named_with_its_mending() -> None:
    rows = rows_of(AbolishUnit(PROTOKOL, PUBLIKASI, Below.TO_PARENT))

    said = {row[2]: row[3] for row in rows if len(row) == 4}
    assert said["Fungsi “penerimaan tamu” tidak diteruskan dan tidak dinyatakan dihapus."].startswith(
        "Alihkan"
    )
    assert "Jabatan Kepala Bagian Protokol berakhir tanpa dinyatakan." in said


def test_posts_and_seats_are_counted_before_and_after() -> None:
    rows = rows_of(AbolishUnit(PROTOKOL, PUBLIKASI, Below.TO_PARENT, Fate.ENDED, Fate.TO_HEIR))

    assert ["III.a", "4", "3", "4", "3"] in rows
    assert rows[-1][0] == "Jumlah"


def test_what_names_a_unit_elsewhere_is_listed() -> None:
    around = Surroundings(
        {},
        (Citing("Peraturan Gubernur Nomor CONTOH-009 Tahun 2023", "Pasal 4", "Biro Humas dan Protokol"),),
        (),
        (Citing("Usulan perubahan Biro Umum", "masih berjalan", "Biro Umum"),),
    )

    rows = rows_of(RenameUnit(HUMAS, "Biro Adpim"), around=around)

    assert ["Peraturan yang memuat nama lama"] in rows
    assert any("Peraturan Gubernur Nomor CONTOH-009 Tahun 2023: Pasal 4." in row for row in rows)
    assert ["Usulan lain"] in rows
    assert ["Naskah dinas dengan nama lama"] not in rows
