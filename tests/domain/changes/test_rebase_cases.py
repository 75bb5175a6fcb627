"""What became otherwise under a proposal, one case a kind: each is one question, each answer applies."""

import pytest

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.operations import (
    AbolishUnit,
    Below,
    ChangeKind,
    CreateUnit,
    Fate,
    MoveUnit,
    Operation,
    Part,
    Place,
    RecodeUnit,
    RenameUnit,
    ReorderUnits,
    ReviseDutyField,
    ReviseFunctions,
    SplitUnit,
    SwapNames,
    TransferFunction,
    TransferPost,
)
from orgflow.domain.changes.rebase_conflicts import Choice, ConflictCode
from tests.factories.changes import SUBDIVISION
from tests.factories.meanwhile import a_point, a_post_change, meanwhile
from tests.factories.organisation import BUREAU, DIVISION, SECRETARIAT
from tests.factories.secretariat import (
    ACARA,
    ANALYST,
    HUKUM,
    HUMAS,
    KOMINFO,
    LIPUTAN,
    MEDIA,
    NEW,
    PERSURATAN,
    PRESS,
    PROTOKOL,
    PUBLIKASI,
    RUMAH_TANGGA,
    UMUM,
    a_new,
)

C = ConflictCode
NAME = "Biro Administrasi Pimpinan"

CASES: list[tuple[str, tuple[Operation, ...], tuple[Operation, ...], list[ConflictCode], bool]] = [
    (
        "the unit was renamed",
        (RenameUnit(HUMAS, "Biro Humas"),),
        (RenameUnit(HUMAS, NAME),),
        [C.UNIT_RENAMED],
        True,
    ),
    (
        "the unit ended",
        (AbolishUnit(MEDIA, LIPUTAN, functions=Fate.TO_HEIR),),
        (RenameUnit(MEDIA, "Subbagian Kliping"),),
        [C.UNIT_ENDED],
        False,
    ),
    (
        "the unit was moved elsewhere",
        (MoveUnit(PROTOKOL, UMUM, 3),),
        (MoveUnit(PROTOKOL, HUKUM, 1),),
        [C.UNIT_MOVED],
        True,
    ),
    (
        "the new parent ended",
        (AbolishUnit(RUMAH_TANGGA),),
        (MoveUnit(ACARA, RUMAH_TANGGA, 1),),
        [C.PARENT_ENDED],
        False,
    ),
    (
        "the parent of a new unit ended",
        (AbolishUnit(RUMAH_TANGGA),),
        (CreateUnit(a_new(0, SUBDIVISION, "Subbagian Dapur", RUMAH_TANGGA)),),
        [C.PARENT_ENDED],
        False,
    ),
    (
        "the name was taken",
        (RenameUnit(PUBLIKASI, "Bagian Acara"),),
        (RenameUnit(PROTOKOL, "Bagian Acara"),),
        [C.NAME_TAKEN],
        False,
    ),
    (
        "a bureau's name was taken far away",
        (RenameUnit(KOMINFO, NAME),),
        (RenameUnit(HUMAS, NAME),),
        [C.NAME_TAKEN],
        False,
    ),
    (
        "the kind changed",
        (ChangeKind(KOMINFO, SECRETARIAT.code),),
        (ChangeKind(KOMINFO, BUREAU.code),),
        [C.KIND_CHANGED],
        True,
    ),
    (
        "the codes changed",
        (RecodeUnit(HUMAS, "Humas", "HMS"),),
        (RecodeUnit(HUMAS, "Humas", "HUMAS"),),
        [C.UNIT_RECODED],
        True,
    ),
    (
        "the field of duties changed",
        (ReviseDutyField(HUMAS, "kehumasan"),),
        (ReviseDutyField(HUMAS, "administrasi pimpinan"),),
        [C.DUTY_FIELD_CHANGED],
        True,
    ),
    (
        "the order changed",
        (ReorderUnits(HUMAS, (Place(PROTOKOL, 1), Place(PUBLIKASI, 9))),),
        (ReorderUnits(HUMAS, (Place(PUBLIKASI, 20),)),),
        [C.UNITS_REORDERED],
        True,
    ),
    (
        "a function was reworded",
        (ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kerja sama media massa"),)),),
        (ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kemitraan media"),)),),
        [C.FUNCTION_REWORDED],
        True,
    ),
    (
        "a function to be abolished was reworded",
        (ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kerja sama media massa"),)),),
        (ReviseFunctions(PUBLIKASI, abolished=(PRESS,)),),
        [C.FUNCTION_REWORDED],
        True,
    ),
    (
        "a function ended",
        (ReviseFunctions(PUBLIKASI, abolished=(PRESS,)),),
        (ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kemitraan media"),)),),
        [C.FUNCTION_ENDED],
        False,
    ),
    (
        "a function went to another unit",
        (TransferFunction(PRESS, PUBLIKASI, KOMINFO, 1),),
        (ReviseFunctions(PUBLIKASI, amended=(a_point(1, "kemitraan media"),)),),
        [C.FUNCTION_MOVED],
        False,
    ),
    (
        "a function to be transferred went elsewhere",
        (TransferFunction(PRESS, PUBLIKASI, KOMINFO, 1),),
        (TransferFunction(PRESS, PUBLIKASI, PROTOKOL, 2),),
        [C.FUNCTION_MOVED],
        True,
    ),
    (
        "a post changed",
        (a_post_change("Pranata Humas", 5),),
        (a_post_change("Analis Media"),),
        [C.POST_CHANGED],
        True,
    ),
    (
        "a post to be transferred went elsewhere",
        (TransferPost(ANALYST, PUBLIKASI, KOMINFO),),
        (TransferPost(ANALYST, PUBLIKASI, PROTOKOL),),
        [C.POST_MOVED],
        True,
    ),
    (
        "something came under a unit that is to end with all below it",
        (MoveUnit(PERSURATAN, HUMAS, 9),),
        (AbolishUnit(HUMAS, None, Below.ENDED, Fate.ENDED, Fate.ENDED),),
        [C.UNIT_FILLED],
        True,
    ),
    (
        "something came under a unit that is to be split",
        (MoveUnit(ACARA, PUBLIKASI, 9),),
        (
            SplitUnit(
                PUBLIKASI,
                (
                    Part(a_new(0, DIVISION, "Bagian A", HUMAS), (), (), (LIPUTAN,)),
                    Part(a_new(1, DIVISION, "Bagian B", HUMAS), (), (), (MEDIA,)),
                ),
                NEW[0],
            ),
        ),
        [C.UNIT_FILLED],
        False,
    ),
    (
        "a unit came under one that is to end empty",
        (MoveUnit(ACARA, RUMAH_TANGGA, 1),),
        (AbolishUnit(RUMAH_TANGGA),),
        [C.REFUSED],
        False,
    ),
    (
        "one of two that swap was renamed",
        (RenameUnit(UMUM, "Biro Umum dan Perlengkapan"),),
        (SwapNames(UMUM, HUKUM),),
        [C.UNIT_RENAMED],
        True,
    ),
]


@pytest.mark.parametrize(
    ("registry", "operations", "codes", "can_keep"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_each_case_is_one_question_and_each_answer_applies(
    registry: tuple[Operation, ...],
    operations: tuple[Operation, ...],
    codes: list[ConflictCode],
    can_keep: bool,
) -> None:
    case = meanwhile(registry, *operations)

    assert case.codes() == codes
    assert [held.can_keep for held in case.asked().conflicts] == [can_keep] * len(codes)
    latest, ours = case.answered(Choice.LATEST), case.answered(Choice.OURS)
    assert latest.is_settled
    assert ours.is_settled is (can_keep or not codes)
    assert len(latest.operations) == (0 if codes else len(operations))
    assert len(ours.operations) == (len(operations) if can_keep else 0)
    for answered in (latest, ours):
        apply_proposed(case.new, answered.operations)
