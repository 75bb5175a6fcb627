"""A proposal whose structure changed meanwhile: what is asked, and what becomes of each answer."""

import pytest

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.operations import (
    AbolishUnit,
    ChangeKind,
    CreateUnit,
    Fate,
    MergeUnits,
    MoveUnit,
    Operation,
    Part,
    RenameUnit,
    ReviseFunctions,
    SplitUnit,
    TransferFunction,
    TransferPost,
)
from orgflow.domain.changes.rebase import rebase
from orgflow.domain.changes.rebase_conflicts import Choice, ConflictCode
from orgflow.domain.organisation.organisation import KindMayNotStand
from tests.factories.changes import SUBDIVISION
from tests.factories.meanwhile import a_point, a_post_change, meanwhile
from tests.factories.organisation import BUREAU, DIVISION
from tests.factories.secretariat import (
    ACARA,
    ANALYST,
    COVERAGE,
    GUESTS,
    HUKUM,
    HUMAS,
    LIPUTAN,
    MEDIA,
    MONITORING,
    NEW,
    PERSURATAN,
    PRESS,
    PROTOKOL,
    PUBLIKASI,
    RUMAH_TANGGA,
    SETDA,
    UMUM,
    a_new,
)

C = ConflictCode
NAME = "Biro Administrasi Pimpinan"
ENDED = {"posts": Fate.ENDED, "functions": Fate.ENDED}


def test_what_does_not_conflict_comes_along_unasked() -> None:
    case = meanwhile((RenameUnit(UMUM, "Biro Umum dan Perlengkapan"),), RenameUnit(HUMAS, NAME))

    found = case.asked()

    assert found.conflicts == ()
    assert found.operations == case.operations
    assert apply_proposed(case.new, found.operations).units[UMUM].name == "Biro Umum dan Perlengkapan"


@pytest.mark.parametrize(
    ("registry", "operation"),
    [
        ((RenameUnit(HUMAS, NAME),), RenameUnit(HUMAS, NAME)),
        ((AbolishUnit(MEDIA, None, **ENDED),), AbolishUnit(MEDIA, None, **ENDED)),
        ((MoveUnit(ACARA, PUBLIKASI, 4),), MoveUnit(ACARA, PUBLIKASI, 4)),
        ((TransferFunction(PRESS, PUBLIKASI, PROTOKOL, 2),), TransferFunction(PRESS, PUBLIKASI, PROTOKOL, 2)),
        (
            (ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kemitraan media"),)),),
            ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kemitraan media"),)),
        ),
        (
            (ReviseFunctions(PUBLIKASI, abolished=(PRESS,)),),
            ReviseFunctions(PUBLIKASI, abolished=(PRESS,)),
        ),
        ((a_post_change("Analis Media"),), a_post_change("Analis Media")),
    ],
)
def test_an_aim_that_is_reached_already_is_left_out_unasked(
    registry: tuple[Operation, ...], operation: Operation
) -> None:
    found = meanwhile(registry, operation).asked()

    assert found.conflicts == ()
    assert found.done == (0,)
    assert found.operations == ()


def test_only_the_part_in_question_is_given_up() -> None:
    points = (a_point(1, "kemitraan media"), a_point(30, "pengelolaan laman", 2))
    case = meanwhile(
        (ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kerja sama media massa"),)),),
        ReviseFunctions(PUBLIKASI, amended=points[:1], added=points[1:]),
    )

    answered = case.answered(Choice.LATEST)

    assert answered.operations == (ReviseFunctions(PUBLIKASI, added=points[1:]),)
    assert answered.adjusted == (0,)
    assert answered.dropped == ()


def test_a_merge_goes_on_without_the_unit_that_ended() -> None:
    into = a_new(0, DIVISION, "Bagian Bersama", HUMAS)
    case = meanwhile((AbolishUnit(RUMAH_TANGGA),), MergeUnits((PUBLIKASI, PROTOKOL, RUMAH_TANGGA), into))

    answered = case.answered(Choice.LATEST)

    assert answered.operations == (MergeUnits((PUBLIKASI, PROTOKOL), into),)


def test_a_split_leaves_out_what_belongs_to_the_unit_no_more() -> None:
    parts = (
        Part(a_new(0, DIVISION, "Bagian A", HUMAS), (ANALYST,), (PRESS,), (LIPUTAN, MEDIA)),
        Part(a_new(1, DIVISION, "Bagian B", HUMAS)),
    )
    case = meanwhile(
        (TransferFunction(PRESS, PUBLIKASI, PROTOKOL, 2), TransferPost(ANALYST, PUBLIKASI, PROTOKOL)),
        SplitUnit(PUBLIKASI, parts, NEW[0]),
    )

    found = case.asked()

    assert found.conflicts == ()
    assert found.adjusted == (0,)
    after = apply_proposed(case.new, found.operations)
    assert after.functions[PRESS].unit_id == after.posts[ANALYST].unit_id == PROTOKOL


def test_what_spoke_of_a_unit_that_is_not_to_begin_goes_with_it() -> None:
    case = meanwhile(
        (AbolishUnit(RUMAH_TANGGA),),
        CreateUnit(a_new(0, SUBDIVISION, "Subbagian Dapur", RUMAH_TANGGA)),
        TransferFunction(GUESTS, PROTOKOL, NEW[0], 1),
        RenameUnit(HUMAS, NAME),
    )

    answered = case.answered(Choice.LATEST)

    assert (answered.dropped, answered.followed) == ((0,), (1,))
    assert answered.operations == (RenameUnit(HUMAS, NAME),)


def test_a_kind_that_may_no_longer_stand_is_asked_of_the_operation_that_breaks_it() -> None:
    case = meanwhile(
        (ChangeKind(HUKUM, DIVISION.code),), RenameUnit(HUMAS, NAME), MoveUnit(PERSURATAN, HUKUM, 1)
    )

    (asked,) = case.asked().conflicts

    assert (asked.place, asked.difference.code, asked.can_keep) == (1, C.REFUSED, False)
    assert isinstance(asked.refusal, KindMayNotStand)
    assert case.answered(Choice.LATEST).operations == (RenameUnit(HUMAS, NAME),)


def test_two_conflicts_on_one_proposal_are_two_questions() -> None:
    case = meanwhile(
        (
            RenameUnit(HUMAS, "Biro Humas"),
            ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kerja sama media massa"),)),
        ),
        RenameUnit(HUMAS, NAME),
        ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kemitraan media"),)),
    )
    first, second = case.asked().conflicts

    found = rebase(case.old, case.new, case.operations, {first.key: Choice.OURS, second.key: Choice.LATEST})

    assert (first.difference.code, second.difference.code) == (C.UNIT_RENAMED, C.FUNCTION_REWORDED)
    assert (first.difference.former, first.difference.present) == ("Biro Humas dan Protokol", "Biro Humas")
    assert found.is_settled
    assert found.operations == (RenameUnit(HUMAS, NAME),)


def test_a_question_put_to_biro_organisasi_stays_open() -> None:
    case = meanwhile((RenameUnit(HUMAS, "Biro Humas"),), RenameUnit(HUMAS, NAME))

    assert not case.answered(Choice.ASK).is_settled
    assert case.answered(Choice.ASK).operations == case.operations


def test_the_answer_holds_no_more_when_the_registry_changes_again() -> None:
    case = meanwhile((RenameUnit(HUMAS, "Biro Humas"),), RenameUnit(HUMAS, NAME))
    again = meanwhile((RenameUnit(HUMAS, "Biro Kehumasan"),), RenameUnit(HUMAS, NAME))

    assert case.asked().conflicts[0].key == case.asked().conflicts[0].key
    assert case.asked().conflicts[0].key != again.asked().conflicts[0].key


def test_an_operation_given_up_for_another_proposal_takes_what_it_began_with_it() -> None:
    case = meanwhile(
        (),
        CreateUnit(a_new(0, BUREAU, "Biro Baru", SETDA)),
        TransferFunction(COVERAGE, LIPUTAN, NEW[0], 1),
        TransferFunction(MONITORING, MEDIA, PUBLIKASI, 2),
    )

    found = rebase(case.old, case.new, case.operations, {}, given_up=frozenset({0}))

    assert (found.dropped, found.followed) == ((0,), (1,))
    assert found.operations == case.operations[2:]
