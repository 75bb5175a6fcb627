"""Operations that are refused, each by the rule it breaks."""

import pytest

from orgflow.domain.changes.apply import apply_all, apply_operation, steps
from orgflow.domain.changes.operations import (
    AbolishPost,
    AbolishUnit,
    Below,
    ChangeKind,
    ChangePost,
    CreatePost,
    CreateUnit,
    Fate,
    MergeUnits,
    MoveUnit,
    Operation,
    Part,
    Place,
    Point,
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
from orgflow.domain.changes.refusals import (
    FunctionMovedAway,
    HeirEnds,
    HeirMissing,
    IdTaken,
    MergeOfOne,
    NotOfUnit,
    PlaceNegative,
    PostMovedAway,
    SplitWithoutParts,
    TakenTwice,
)
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.keeping import ChildrenRemain, RootStays, UnknownKind
from orgflow.domain.organisation.keeping_posts import SeatsTooFew
from orgflow.domain.organisation.organisation import (
    KindMayNotStand,
    Post,
    UnknownFunction,
    UnknownPost,
)
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.soundness import UnitCycle
from orgflow.domain.organisation.structure import NameTaken, NameUnchanged, UnknownUnit
from orgflow.domain.organisation.timeline import NothingChanges
from tests.factories.changes import SUBDIVISION, function_id, post_id
from tests.factories.organisation import BUREAU, DIVISION, ROOT_ID, unit_id
from tests.factories.secretariat import (
    ACARA,
    ANALYST,
    GUESTS,
    HEADS,
    HUKUM,
    HUMAS,
    KOMINFO,
    LIPUTAN,
    MEDIA,
    PRESS,
    PROTOKOL,
    PUBLIKASI,
    SETDA,
    UMUM,
    a_new,
    a_secretariat,
)

NOWHERE = unit_id(999)
PARTS = (Part(a_new(0, BUREAU, "Biro Satu", SETDA)), Part(a_new(1, BUREAU, "Biro Dua", SETDA)))
POINT = Point(PRESS, FunctionKind.FUNCTION, 1, "pelaksanaan kerja sama media")
ONE_POST = Post(post_id(90), HUMAS, PostRole.MEMBER, "Analis")

CASES: list[tuple[Operation, type[DomainError]]] = [
    (SwapNames(HUMAS, HUMAS), TakenTwice),
    (SwapNames(HUMAS, NOWHERE), UnknownUnit),
    (CreateUnit(a_new(0, BUREAU, "biro  umum", SETDA)), NameTaken),
    (CreateUnit(a_new(0, BUREAU, "Biro Baru", NOWHERE)), UnknownUnit),
    (CreateUnit(a_new(0, BUREAU, "Biro Baru", SETDA, -1)), PlaceNegative),
    (CreateUnit(a_new(0, DIVISION, "Bagian Baru", LIPUTAN)), KindMayNotStand),
    (AbolishUnit(ROOT_ID), RootStays),
    (AbolishUnit(HUMAS), ChildrenRemain),
    (AbolishUnit(HUMAS, children=Below.TO_HEIR), HeirMissing),
    (AbolishUnit(LIPUTAN, functions=Fate.TO_HEIR), HeirMissing),
    (AbolishUnit(LIPUTAN, LIPUTAN), HeirEnds),
    (AbolishUnit(HUMAS, LIPUTAN, Below.ENDED), HeirEnds),
    (AbolishUnit(HUMAS, PUBLIKASI, Below.TO_HEIR), UnitCycle),
    (AbolishUnit(HUMAS, NOWHERE, Below.ENDED), UnknownUnit),
    (MoveUnit(ROOT_ID, SETDA, 1), RootStays),
    (MoveUnit(HUMAS, LIPUTAN, 1), UnitCycle),
    (MoveUnit(HUMAS, SETDA, 9), NothingChanges),
    (MoveUnit(HUMAS, UMUM, 1), KindMayNotStand),
    (MergeUnits((LIPUTAN,), a_new(0, SUBDIVISION, "Baru", PUBLIKASI)), MergeOfOne),
    (MergeUnits((LIPUTAN, LIPUTAN), a_new(0, SUBDIVISION, "Baru", PUBLIKASI)), MergeOfOne),
    (MergeUnits((LIPUTAN, MEDIA), a_new(0, SUBDIVISION, "Baru", MEDIA)), UnitCycle),
    (MergeUnits((HUMAS, LIPUTAN), a_new(0, BUREAU, "Baru", SETDA)), UnitCycle),
    (MergeUnits((ROOT_ID, LIPUTAN), a_new(0, BUREAU, "Baru", SETDA)), RootStays),
    (MergeUnits((LIPUTAN, MEDIA), a_new(0, SUBDIVISION, "Baru", PUBLIKASI), HEADS[ACARA]), NotOfUnit),
    (SplitUnit(HUMAS, PARTS[:1], PARTS[0].unit.unit_id), SplitWithoutParts),
    (SplitUnit(HUMAS, PARTS, UMUM), HeirEnds),
    (SplitUnit(HUMAS, PARTS, PARTS[0].unit.unit_id), ChildrenRemain),
    (
        SplitUnit(
            PUBLIKASI,
            (Part(PARTS[0].unit, (ANALYST,)), Part(PARTS[1].unit, (ANALYST,))),
            PARTS[0].unit.unit_id,
        ),
        TakenTwice,
    ),
    (
        SplitUnit(PUBLIKASI, (Part(PARTS[0].unit, (), (GUESTS,)), PARTS[1]), PARTS[0].unit.unit_id),
        NotOfUnit,
    ),
    (
        SplitUnit(LIPUTAN, (Part(a_new(0, SUBDIVISION, "Satu", LIPUTAN)), PARTS[1]), PARTS[1].unit.unit_id),
        UnitCycle,
    ),
    (ReorderUnits(SETDA, (Place(PUBLIKASI, 1),)), NotOfUnit),
    (ReorderUnits(SETDA, (Place(HUMAS, 1), Place(HUMAS, 2))), TakenTwice),
    (ReorderUnits(SETDA, ()), NothingChanges),
    (ChangeKind(HUMAS, "kantor"), UnknownKind),
    (ChangeKind(HUMAS, BUREAU.code), NothingChanges),
    (ChangeKind(HUMAS, SUBDIVISION.code), KindMayNotStand),
    (RecodeUnit(HUMAS, None, None), NothingChanges),
    (ReviseDutyField(HUMAS, None), NothingChanges),
    (ReviseFunctions(PUBLIKASI), NothingChanges),
    (ReviseFunctions(PUBLIKASI, amended=(POINT,)), NothingChanges),
    (ReviseFunctions(PUBLIKASI, added=(POINT,)), IdTaken),
    (ReviseFunctions(HUMAS, abolished=(PRESS,)), NotOfUnit),
    (ReviseFunctions(PUBLIKASI, amended=(POINT,), abolished=(PRESS,)), TakenTwice),
    (ReviseFunctions(PUBLIKASI, abolished=(function_id(99),)), UnknownFunction),
    (TransferFunction(PRESS, HUMAS, KOMINFO, 1), FunctionMovedAway),
    (TransferFunction(PRESS, PUBLIKASI, PUBLIKASI, 1), NothingChanges),
    (CreatePost(Post(ANALYST, HUMAS, PostRole.MEMBER, "Analis")), IdTaken),
    (CreatePost(Post(post_id(90), NOWHERE, PostRole.MEMBER, "Analis")), UnknownUnit),
    (CreatePost(Post(post_id(90), HUMAS, PostRole.MEMBER, "Analis", seats=0)), SeatsTooFew),
    (AbolishPost(post_id(99)), UnknownPost),
    (ChangePost(ANALYST, PostRole.MEMBER, "Pranata Humas", None, "Ahli Muda", 0), SeatsTooFew),
    (ChangePost(ANALYST, PostRole.MEMBER, "Pranata Humas", None, "Ahli Muda", 3), NothingChanges),
    (TransferPost(ANALYST, HUMAS, UMUM), PostMovedAway),
]


@pytest.mark.parametrize(("operation", "rule"), CASES)
def test_an_operation_is_refused_by_the_rule_it_breaks(operation: Operation, rule: type[DomainError]) -> None:
    with pytest.raises(rule) as refused:
        apply_operation(a_secretariat(), operation)

    assert type(refused.value) is rule


def test_a_function_given_away_by_an_earlier_operation_is_not_given_away_again() -> None:
    first = TransferFunction(PRESS, PUBLIKASI, KOMINFO, 1)

    with pytest.raises(FunctionMovedAway) as refused:
        apply_all(a_secretariat(), [first, first])

    assert refused.value.facts["unit"] == "Dinas Komunikasi dan Informatika"


def test_kinds_are_judged_when_all_operations_are_applied() -> None:
    operations = [ChangeKind(PROTOKOL, SUBDIVISION.code), AbolishUnit(ACARA, PROTOKOL)]

    assert apply_all(a_secretariat(), operations).structure.unit(PROTOKOL).kind is SUBDIVISION
    with pytest.raises(KindMayNotStand):
        apply_all(a_secretariat(), operations[:1])


def test_each_operation_is_shown_with_what_it_meets_and_what_refuses_it() -> None:
    operations: list[Operation] = [
        RenameUnit(UMUM, "Biro Hukum"),
        RenameUnit(HUKUM, "Biro Hukum dan HAM"),
        RenameUnit(UMUM, "Biro Hukum"),
    ]

    met = list(steps(a_secretariat(), operations))

    assert [type(refused) for _, _, refused in met] == [NameTaken, type(None), type(None)]
    assert met[2][1].structure.unit(HUKUM).name == "Biro Hukum dan HAM"


def test_a_swap_minds_the_third_unit_that_bears_the_name() -> None:
    standing = apply_operation(a_secretariat(), RenameUnit(MEDIA, "Biro Umum"))

    with pytest.raises(NameTaken):
        apply_operation(standing, SwapNames(UMUM, LIPUTAN))


def test_a_swap_of_one_name_is_no_swap() -> None:
    standing = apply_operation(a_secretariat(), RenameUnit(PUBLIKASI, "Biro Umum"))

    with pytest.raises(NameUnchanged):
        apply_operation(standing, SwapNames(UMUM, PUBLIKASI))
