"""Two running proposals that touch the same thing."""

import pytest

from orgflow.domain.changes.crossing import CrossingCode, crossings, may_cross
from orgflow.domain.changes.operations import (
    AbolishUnit,
    CreateUnit,
    MergeUnits,
    MoveUnit,
    Operation,
    RecodeUnit,
    RenameUnit,
    ReviseFunctions,
    SwapNames,
    TransferFunction,
    TransferPost,
)
from tests.factories.organisation import BUREAU, DIVISION
from tests.factories.secretariat import (
    ANALYST,
    HUKUM,
    HUMAS,
    KOMINFO,
    PRESS,
    PROTOKOL,
    PUBLIKASI,
    RUMAH_TANGGA,
    SETDA,
    UMUM,
    a_new,
    a_secretariat,
)

K = CrossingCode
NAME = "Biro Administrasi Pimpinan"


@pytest.mark.parametrize(
    ("ours", "theirs", "code", "name"),
    [
        (RenameUnit(HUMAS, NAME), RenameUnit(HUMAS, "Biro Humas"), K.SAME_THING, "Biro Humas dan Protokol"),
        (SwapNames(UMUM, HUKUM), RenameUnit(HUKUM, "Biro Bantuan Hukum"), K.SAME_THING, "Biro Hukum"),
        (MoveUnit(PROTOKOL, UMUM, 1), MoveUnit(PROTOKOL, HUKUM, 1), K.SAME_THING, "Bagian Protokol"),
        (
            TransferFunction(PRESS, PUBLIKASI, PROTOKOL, 1),
            TransferFunction(PRESS, PUBLIKASI, KOMINFO, 1),
            K.SAME_THING,
            "pelaksanaan kerja sama media",
        ),
        (
            TransferPost(ANALYST, PUBLIKASI, PROTOKOL),
            TransferPost(ANALYST, PUBLIKASI, KOMINFO),
            K.SAME_THING,
            "Pranata Humas",
        ),
        (RenameUnit(PROTOKOL, "Bagian Acara"), AbolishUnit(PROTOKOL), K.THEY_END_IT, "Bagian Protokol"),
        (AbolishUnit(RUMAH_TANGGA), MoveUnit(PROTOKOL, RUMAH_TANGGA, 1), K.WE_END_IT, "Bagian Rumah Tangga"),
        (
            MergeUnits((PUBLIKASI, PROTOKOL), a_new(0, DIVISION, "Bagian Bersama", HUMAS)),
            AbolishUnit(PROTOKOL),
            K.SAME_THING,
            "Bagian Protokol",
        ),
        (
            ReviseFunctions(PUBLIKASI, abolished=(PRESS,)),
            TransferFunction(PRESS, PUBLIKASI, KOMINFO, 1),
            K.WE_END_IT,
            "pelaksanaan kerja sama media",
        ),
        (
            RenameUnit(HUMAS, NAME),
            CreateUnit(a_new(0, BUREAU, "biro administrasi  PIMPINAN", SETDA)),
            K.SAME_NAME,
            NAME,
        ),
        (
            RenameUnit(PUBLIKASI, "Bagian Acara"),
            RenameUnit(PROTOKOL, "Bagian Acara"),
            K.SAME_NAME,
            "Bagian Acara",
        ),
    ],
)
def test_two_operations_on_one_thing_cross(
    ours: Operation, theirs: Operation, code: CrossingCode, name: str
) -> None:
    (met,) = crossings([ours], [theirs], a_secretariat())

    assert may_cross([ours], [theirs])
    assert (met.code, met.name) == (code, name)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (RenameUnit(HUMAS, NAME), RenameUnit(UMUM, "Biro Umum dan Perlengkapan")),
        (RenameUnit(HUMAS, NAME), RecodeUnit(HUMAS, "Humas", "HMS")),
        (RenameUnit(HUMAS, NAME), MoveUnit(PROTOKOL, HUKUM, 1)),
        (RenameUnit(PUBLIKASI, "Bagian Tata Usaha"), RenameUnit(RUMAH_TANGGA, "Bagian Tata Usaha")),
        (AbolishUnit(RUMAH_TANGGA), RenameUnit(HUMAS, NAME)),
    ],
)
def test_operations_on_different_things_do_not(ours: Operation, theirs: Operation) -> None:
    assert crossings([ours], [theirs], a_secretariat()) == ()


def test_lists_that_share_no_id_and_no_name_cannot_cross() -> None:
    assert not may_cross([RenameUnit(HUMAS, NAME)], [RenameUnit(UMUM, "Biro Umum dan Perlengkapan")])
    assert not may_cross([], [RenameUnit(UMUM, NAME)])


def test_each_pair_of_operations_is_told_once_with_its_places() -> None:
    ours = [RenameUnit(UMUM, "Biro Umum dan Perlengkapan"), RenameUnit(HUMAS, NAME)]
    theirs = [RecodeUnit(UMUM, "Umum", None), RenameUnit(HUMAS, "Biro Humas")]

    (met,) = crossings(ours, theirs, a_secretariat())
    (other,) = crossings(theirs, ours, a_secretariat())

    assert (met.place, met.other_place) == (other.other_place, other.place) == (1, 1)
    assert met.key != other.key
