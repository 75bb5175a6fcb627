"""Twelve reorganisations of the invented secretariat: worked out in the domain, and written as documents."""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.changes.operations import (
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
    RenameUnit,
    ReorderUnits,
    ReviseDutyField,
    ReviseFunctions,
    SplitUnit,
    SwapNames,
    TransferFunction,
    TransferPost,
)
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from tests.factories.changes import SUBDIVISION, function_id, post_id
from tests.factories.organisation import BUREAU, DIVISION
from tests.factories.secretariat import (
    ACARA,
    ANALYST,
    COVERAGE,
    HEADS,
    HUKUM,
    HUMAS,
    KOMINFO,
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
    WRITER,
    a_new,
)

WORKED: Final[Mapping[str, tuple[Operation, ...]]] = {
    "the name is kept": (
        ReviseDutyField(HUMAS, "kehumasan pimpinan dan keprotokolan"),
        ReviseFunctions(
            PUBLIKASI, amended=(Point(PRESS, FunctionKind.FUNCTION, 1, "kerja sama media baru"),)
        ),
        TransferFunction(MONITORING, MEDIA, KOMINFO, 1, "pemantauan pemberitaan adalah urusan kominfo"),
    ),
    "the guideline's name": (
        RenameUnit(HUMAS, "Biro Administrasi Pimpinan"),
        RenameUnit(PUBLIKASI, "Bagian Materi dan Komunikasi Pimpinan"),
        CreateUnit(a_new(0, DIVISION, "Bagian Perencanaan dan Kepegawaian", HUMAS)),
        CreatePost(Post(post_id(60), NEW[0], PostRole.HEAD, None, "III.a")),
        ReviseFunctions(
            NEW[0], added=(Point(function_id(9), FunctionKind.FUNCTION, 1, "penyusunan rencana"),)
        ),
    ),
    "the hybrid name": (RenameUnit(HUMAS, "Biro Administrasi Pimpinan dan Humas"),),
    "two subdivisions become one": (
        TransferFunction(MONITORING, MEDIA, PROTOKOL, 2),
        MergeUnits(
            (LIPUTAN, MEDIA), a_new(0, SUBDIVISION, "Subbagian Peliputan dan Media", PUBLIKASI), HEADS[MEDIA]
        ),
    ),
    "units of two bureaus become one under a third": (
        MergeUnits(
            (PROTOKOL, RUMAH_TANGGA),
            a_new(0, DIVISION, "Bagian Protokol dan Rumah Tangga", HUKUM),
            HEADS[PROTOKOL],
        ),
    ),
    "a bureau is split": (
        ReviseFunctions(HUMAS, added=(Point(function_id(9), FunctionKind.DUTY, 1, "membantu Sekda"),)),
        SplitUnit(
            HUMAS,
            (
                Part(a_new(0, BUREAU, "Biro Humas", SETDA), (HEADS[HUMAS],), (), (PUBLIKASI,)),
                Part(a_new(1, BUREAU, "Biro Protokol", SETDA, 2), (), (), (PROTOKOL,)),
            ),
            NEW[1],
        ),
        ReviseFunctions(NEW[1], added=(Point(function_id(10), FunctionKind.DUTY, 1, "protokol"),)),
    ),
    "a division moves": (MoveUnit(PUBLIKASI, UMUM, 30),),
    "two bureaus swap their names": (SwapNames(UMUM, HUKUM),),
    "a unit that heads another is abolished": (
        AbolishUnit(PROTOKOL, PUBLIKASI, Below.TO_PARENT, Fate.ENDED, Fate.TO_HEIR, "digabung ke publikasi"),
    ),
    "subdivisions give way to functional posts": (
        TransferFunction(COVERAGE, LIPUTAN, PUBLIKASI, 2),
        TransferPost(WRITER, LIPUTAN, PUBLIKASI),
        AbolishUnit(LIPUTAN, PUBLIKASI, posts=Fate.ENDED),
        AbolishUnit(MEDIA, PUBLIKASI, posts=Fate.ENDED, functions=Fate.TO_HEIR),
        ChangePost(ANALYST, PostRole.MEMBER, "Pranata Humas", None, "Ahli Muda", 5),
    ),
    "a subdivision becomes a division": (
        ChangeKind(ACARA, DIVISION.code),
        MoveUnit(ACARA, HUMAS, 40),
        RenameUnit(ACARA, "Bagian Acara"),
        ReorderUnits(HUMAS, (Place(ACARA, 1),)),
    ),
    "a name set free is borne by others": (
        AbolishUnit(PERSURATAN, posts=Fate.ENDED, functions=Fate.ENDED),
        CreateUnit(a_new(0, DIVISION, "Bagian Persuratan", HUKUM)),
        RenameUnit(RUMAH_TANGGA, "Bagian Persuratan"),
    ),
}
