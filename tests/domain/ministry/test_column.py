"""The ministry's column: what of each proposed row was granted."""

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.operations import CreateUnit, Operation, RenameUnit, ReviseDutyField
from orgflow.domain.ministry.column import Approval, JudgedRow, judged_rows
from orgflow.domain.papers.comparison import Aspect, ComparisonRow, comparison
from tests.factories.organisation import DIVISION
from tests.factories.secretariat import HUMAS, NEW, PUBLIKASI, UMUM, a_new, a_secretariat

NAME = RenameUnit(HUMAS, "Biro Administrasi Pimpinan")
BEGUN = CreateUnit(a_new(0, DIVISION, "Bagian Perencanaan", HUMAS))
SECTION = RenameUnit(PUBLIKASI, "Bagian Materi Pimpinan")


def rows(*operations: Operation) -> tuple[ComparisonRow, ...]:
    before = a_secretariat()
    return comparison(before, apply_all(before, operations), operations)


def names(judged: tuple[JudgedRow, ...]) -> dict[object, tuple[Approval, str]]:
    return {one.row.unit_id: (one.approval, one.granted) for one in judged if one.row.aspect is Aspect.NAME}


def test_a_row_is_granted_changed_or_refused_as_its_operation_was() -> None:
    other = RenameUnit(PUBLIKASI, "Bagian Materi dan Komunikasi Pimpinan")

    judged = judged_rows(rows(NAME, SECTION, BEGUN), rows(NAME, other))

    assert names(judged)[HUMAS] == (Approval.GRANTED, "")
    assert names(judged)[PUBLIKASI] == (Approval.CHANGED, other.new_name)
    assert names(judged)[NEW[0]] == (Approval.REFUSED, "")


def test_a_begun_unit_granted_under_another_name_is_changed() -> None:
    other = CreateUnit(a_new(0, DIVISION, "Bagian Perencanaan dan Kepegawaian", HUMAS))

    judged = judged_rows(rows(BEGUN), rows(other))

    assert names(judged)[NEW[0]] == (Approval.CHANGED, "Bagian Perencanaan dan Kepegawaian")


def test_what_stays_has_no_approval_and_what_the_ministry_adds_is_shown() -> None:
    judged = judged_rows(rows(NAME), rows(NAME, ReviseDutyField(UMUM, "urusan umum")))

    still = [one for one in judged if one.row.aspect is Aspect.DUTY_FIELD and one.row.unit_id == HUMAS]
    assert [one.approval for one in still] == [Approval.NONE]
    added = [one for one in judged if one.approval is Approval.ADDED]
    assert [(one.row.unit_id, one.granted) for one in added] == [(UMUM, "urusan umum")]


def test_a_refused_list_leaves_every_changed_row_refused() -> None:
    judged = judged_rows(rows(NAME, SECTION), rows())

    assert {one.approval for one in judged} == {Approval.REFUSED, Approval.NONE}
    assert names(judged)[HUMAS] == (Approval.REFUSED, "")
