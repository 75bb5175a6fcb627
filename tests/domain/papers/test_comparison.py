"""The rows of the matriks persandingan: what is compared, and what became of it."""

from orgflow.domain.changes.operations import (
    AbolishUnit,
    CreateUnit,
    MoveUnit,
    Operation,
    RenameUnit,
    TransferFunction,
)
from orgflow.domain.papers.comparison import Aspect, ComparisonRow, Verdict, comparison
from tests.factories.organisation import DIVISION
from tests.factories.secretariat import (
    ACARA,
    HUMAS,
    KOMINFO,
    MEDIA,
    MONITORING,
    NEW,
    PROTOKOL,
    PUBLIKASI,
    UMUM,
    a_new,
    reorganised,
)


def rows_of(*operations: Operation) -> list[ComparisonRow]:
    worked = reorganised(*operations)
    return list(comparison(worked.before, worked.after, operations))


def told(row: ComparisonRow) -> tuple[Aspect, str, str, Verdict]:
    return row.aspect, row.old, "".join(word.text for word in row.after), row.verdict


def test_a_renamed_unit_is_compared_whole_and_its_heads_title_follows() -> None:
    rows = rows_of(RenameUnit(HUMAS, "Biro Administrasi Pimpinan", "menurut pedoman"))

    assert {row.unit_id for row in rows} == {HUMAS}
    assert told(rows[0]) == (
        Aspect.NAME,
        "Biro Humas dan Protokol",
        "Biro Administrasi Pimpinan",
        Verdict.CHANGED,
    )
    assert rows[0].reasons == ("menurut pedoman",)
    assert [row.verdict for row in rows if row.aspect is Aspect.POST] == [Verdict.FOLLOWS]
    assert [row.verdict for row in rows if row.aspect is Aspect.SUBORDINATES] == [Verdict.SAME]


def test_only_the_words_that_differ_are_marked() -> None:
    row = rows_of(RenameUnit(HUMAS, "Biro Humas dan Keprotokolan"))[0]

    assert [word.text for word in row.before if word.is_changed] == ["Protokol"]
    assert [word.text for word in row.after if word.is_changed] == ["Keprotokolan"]


def test_a_unit_below_which_others_came_or_went_has_the_one_row_of_them() -> None:
    rows = rows_of(MoveUnit(PUBLIKASI, UMUM, 30))

    assert [told(row)[:3] for row in rows if row.unit_id == UMUM] == [
        (
            Aspect.SUBORDINATES,
            "Bagian Rumah Tangga; Bagian Persuratan",
            "Bagian Rumah Tangga; Bagian Persuratan; Bagian Publikasi",
        )
    ]
    (below,) = [row for row in rows if row.unit_id == HUMAS]
    assert [word.text for word in below.before if word.is_changed] == ["Bagian Publikasi"]


def test_a_function_that_goes_elsewhere_stands_in_both_units() -> None:
    rows = rows_of(TransferFunction(MONITORING, MEDIA, KOMINFO, 1))

    moved = {(row.unit_id, row.verdict, row.other) for row in rows if row.aspect is Aspect.FUNCTION}
    assert moved == {
        (MEDIA, Verdict.WENT, "Dinas Komunikasi dan Informatika"),
        (KOMINFO, Verdict.CAME, "Subbagian Media"),
    }


def test_what_begins_has_no_before_and_what_ends_no_after() -> None:
    rows = rows_of(
        AbolishUnit(ACARA, PROTOKOL),
        CreateUnit(a_new(0, DIVISION, "Bagian Perencanaan", HUMAS)),
    )

    ended = [row for row in rows if row.unit_id == ACARA]
    begun = [row for row in rows if row.unit_id == NEW[0]]
    assert {row.verdict for row in ended} == {Verdict.ENDED}
    assert {row.verdict for row in begun} == {Verdict.BEGUN}
    assert rows[-1].unit_id == NEW[0]
    assert [told(row)[2] for row in begun] == ["Bagian Perencanaan", "Biro Humas dan Protokol"]
