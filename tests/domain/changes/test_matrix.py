"""Semula and menjadi, side by side."""

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.matrix import Aspect, MatrixRow, Word, compare_words, matrix
from orgflow.domain.changes.operations import RenameUnit
from tests.factories.changes import whole
from tests.factories.organisation import DIVISION, a_structure, a_unit, unit_id


def said(words: tuple[Word, ...]) -> str:
    return "".join(word.text for word in words)


def by_aspect(rows: tuple[MatrixRow, ...]) -> dict[Aspect, MatrixRow]:
    return {row.aspect: row for row in rows}


def test_a_rename_changes_the_name_and_the_heads_title() -> None:
    before, (law,) = a_structure("Biro Hukum")
    after = apply_all(whole(before), [RenameUnit(law, "Biro Hukum dan HAM")]).structure

    rows = by_aspect(matrix(before, after, [law]))

    assert said(rows[Aspect.NAME].before) == "Biro Hukum"
    assert said(rows[Aspect.NAME].after) == "Biro Hukum dan HAM"
    assert said(rows[Aspect.HEAD].after) == "Kepala Biro Hukum dan HAM"
    assert rows[Aspect.NAME].is_changed
    assert not rows[Aspect.DUTIES].is_changed


def test_what_is_below_a_unit_is_a_row_when_there_is_any() -> None:
    before, (law, general) = a_structure("Biro Hukum", "Biro Umum")
    before = before.with_unit(a_unit(9, "Bagian Bantuan Hukum", parent=law, kind=DIVISION))

    assert said(by_aspect(matrix(before, before, [law]))[Aspect.STRUCTURE].before) == "Bagian Bantuan Hukum"
    assert Aspect.STRUCTURE not in by_aspect(matrix(before, before, [general]))


def test_unknown_duties_are_empty_words_and_not_a_sentence() -> None:
    before, (law,) = a_structure("Biro Hukum")

    assert by_aspect(matrix(before, before, [law]))[Aspect.DUTIES].before == ()


def test_units_stand_once_and_as_the_proposal_names_them() -> None:
    before, (law, general) = a_structure("Biro Hukum", "Biro Umum")

    rows = matrix(before, before, [general, law, general, unit_id(99)])

    assert list(dict.fromkeys(row.unit_id for row in rows)) == [general, law]
    assert len(rows) == 6


def test_changed_words_are_marked_on_both_sides() -> None:
    left, right = compare_words("Biro Humas dan Protokol", "Biro Administrasi Protokol dan Humas Pimpinan")

    assert Word("Biro ", is_changed=False) in left
    assert Word("Biro ", is_changed=False) in right
    assert any(word.is_changed for word in right)
