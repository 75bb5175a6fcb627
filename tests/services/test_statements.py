"""Operations as sentences in the office's words."""

import pytest

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
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.services.statements import sentence, statement
from orgflow.services.wording import Named
from tests.factories.changes import SUBDIVISION, function_id, post_id
from tests.factories.organisation import BUREAU, DIVISION, unit_id
from tests.factories.secretariat import (
    ACARA,
    ANALYST,
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

SATU, DUA = a_new(0, BUREAU, "Biro Humas", SETDA), a_new(1, BUREAU, "Biro Protokol", SETDA)
SAID: list[tuple[Operation, str]] = [
    (
        RenameUnit(HUMAS, "Biro Administrasi Pimpinan"),
        "Nomenklatur Biro Humas dan Protokol diubah menjadi Biro Administrasi Pimpinan",
    ),
    (SwapNames(UMUM, HUKUM), "Nomenklatur Biro Umum dan Biro Hukum dipertukarkan"),
    (
        CreateUnit(a_new(0, DIVISION, "Bagian Arsip", UMUM)),
        "Dibentuk Bagian Arsip di bawah Biro Umum",
    ),
    (AbolishUnit(LIPUTAN), "Subbagian Peliputan dihapus"),
    (
        AbolishUnit(PROTOKOL, PUBLIKASI, Below.TO_PARENT, Fate.TO_HEIR, Fate.TO_HEIR),
        (
            "Bagian Protokol dihapus; unit di bawahnya pindah ke Biro Humas dan Protokol; jabatannya pindah "
            "ke Bagian Publikasi; tugas dan fungsinya dialihkan ke Bagian Publikasi; surat dan usulannya "
            "dilanjutkan Bagian Publikasi"
        ),
    ),
    (AbolishUnit(HUMAS, children=Below.ENDED), "Biro Humas dan Protokol dihapus beserta unit di bawahnya"),
    (
        MoveUnit(PUBLIKASI, UMUM, 1),
        "Bagian Publikasi dipindahkan dari Biro Humas dan Protokol ke Biro Umum",
    ),
    (
        MergeUnits((LIPUTAN, MEDIA, ACARA), a_new(0, SUBDIVISION, "Subbagian Media", PUBLIKASI)),
        (
            "Subbagian Peliputan, Subbagian Media dan Subbagian Acara digabung menjadi Subbagian Media di "
            "bawah Bagian Publikasi"
        ),
    ),
    (
        SplitUnit(HUMAS, (Part(SATU), Part(DUA)), SATU.unit_id),
        "Biro Humas dan Protokol dipecah menjadi Biro Humas dan Biro Protokol",
    ),
    (ReorderUnits(SETDA, (Place(HUMAS, 1),)), "Urutan unit di bawah Sekretariat Daerah diubah"),
    (ChangeKind(ACARA, DIVISION.code), "Jenis Subbagian Acara diubah menjadi Bagian"),
    (RecodeUnit(HUMAS, "Humas", "HMS"), "Nama singkat dan kode surat Biro Humas dan Protokol diubah"),
    (
        ReviseDutyField(HUMAS, "kehumasan"),
        "Bidang tugas Biro Humas dan Protokol diubah menjadi kehumasan",
    ),
    (ReviseDutyField(HUMAS, None), "Bidang tugas Biro Humas dan Protokol dikosongkan"),
    (
        ReviseFunctions(
            PUBLIKASI,
            added=(Point(function_id(9), FunctionKind.DUTY, 1, "menyusun"),),
            abolished=(PRESS,),
        ),
        "Tugas dan fungsi Bagian Publikasi diubah: 1 ditambahkan, 1 dihapus",
    ),
    (
        TransferFunction(PRESS, PUBLIKASI, KOMINFO, 1),
        (
            "Fungsi “pelaksanaan kerja sama media” dialihkan dari Bagian Publikasi ke Dinas Komunikasi dan "
            "Informatika"
        ),
    ),
    (
        CreatePost(Post(post_id(90), HUMAS, PostRole.MEMBER, "Analis", seats=2)),
        "Dibentuk jabatan Analis pada Biro Humas dan Protokol, 2 formasi",
    ),
    (
        AbolishPost(HEADS[HUMAS]),
        "Jabatan Kepala Biro Humas dan Protokol pada Biro Humas dan Protokol dihapus",
    ),
    (
        ChangePost(ANALYST, PostRole.MEMBER, "Pranata Humas", None, "Ahli Madya", 4),
        (
            "Jabatan Pranata Humas pada Bagian Publikasi diubah: jenjang menjadi Ahli Madya, formasi dari 3 "
            "menjadi 4"
        ),
    ),
    (
        TransferPost(ANALYST, PUBLIKASI, PROTOKOL),
        "Jabatan Pranata Humas dialihkan dari Bagian Publikasi ke Bagian Protokol",
    ),
]


@pytest.mark.parametrize(("operation", "said"), SAID)
def test_an_operation_is_one_sentence(operation: Operation, said: str) -> None:
    assert sentence(operation, a_secretariat()) == said


def test_every_kind_of_operation_has_its_sentence() -> None:
    assert len({type(operation) for operation, _ in SAID}) == 17


def test_what_is_not_there_any_more_is_called_so() -> None:
    (clause,) = statement(RenameUnit(unit_id(999), "Biro Baru"), a_secretariat())

    assert clause.slots["unit"] == (Named("unit yang tidak ada lagi"),)
