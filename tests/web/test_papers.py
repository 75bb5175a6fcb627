"""The pages of a proposal's derived documents."""

import io

from orgflow.domain.access.roles import Role
from tests.factories.governments import HUMAS
from tests.factories.roads import NEW_NAME, a_draft, revision
from tests.web.desk_office import DeskOffice, main_of

R = Role


def test_the_documents_are_reached_from_dokumen_and_each_has_its_page(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head = desks.reader(R.BUREAU_HEAD)
    base = f"/usulan/{proposal_id}/naskah"

    assert f'href="{base}"' in main_of(head.open(f"/usulan/{proposal_id}/dokumen"))
    listed = main_of(head.open(base))
    for kind in (
        "matriks",
        "bagan-semula",
        "bagan-menjadi",
        "bagan-perubahan",
        "rancangan-pergub",
        "daftar-dampak",
    ):
        assert f'href="{base}/{kind}"' in listed
        assert head.open(f"{base}/{kind}").status_code == 200


def test_the_matriks_marks_what_differs_with_elements(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)

    shown = main_of(desks.reader(R.BUREAU_HEAD).open(f"/usulan/{proposal_id}/naskah/matriks"))

    assert "Biro <del>Humas</del>" in shown
    assert "Biro <ins>Administrasi Pimpinan</ins>" in shown


def test_a_file_is_handed_out_and_unknown_ones_are_not_found(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head, base = desks.reader(R.BUREAU_HEAD), f"/usulan/{proposal_id}/naskah"

    answer = head.open(f"{base}/matriks.xlsx")

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="matriks-')
    assert head.open(f"{base}/matriks.svg").status_code == 404
    assert head.open(f"{base}/matriks.exe").status_code == 404
    assert head.open(f"{base}/lain").status_code == 404


def test_the_draft_lists_every_change_with_its_articles(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)

    shown = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}/naskah/rancangan-pergub")

    assert f"Nomenklatur {HUMAS} diubah menjadi {NEW_NAME}" in shown
    assert "Belum ada pasal yang memuatnya" in shown
    assert "Pasal peraturan yang diubah belum dicatat" in shown


def test_the_form_is_decided_with_a_reason_beside_its_field(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head, path = desks.reader(R.BUREAU_HEAD), f"/usulan/{proposal_id}/naskah/rancangan-pergub"
    seen = revision(desks.office, proposal_id)

    refused = head.send(f"{path}/bentuk", form="replacing", reason="", seen_revision=seen)
    assert refused.status_code == 422
    assert "Tulis alasannya." in main_of(refused)
    done = head.send(f"{path}/bentuk", form="replacing", reason="Materi baru.", seen_revision=seen)
    assert done.status_code == 303

    assert "Pergub baru yang mencabut yang lama" in head.read(path)
    assert "Alasan: Materi baru." in head.read(path)


def test_a_word_file_comes_back_is_compared_and_taken(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head, path = desks.reader(R.BUREAU_HEAD), f"/usulan/{proposal_id}/naskah/rancangan-pergub"
    file = head.open(f"{path}.docx").data

    wrong = head.send(
        f"{path}/kembali",
        upload=(io.BytesIO(b"%PDF-1.7"), "a.docx"),
        seen_revision=revision(desks.office, proposal_id),
    )
    assert wrong.status_code == 422
    assert "Berkas ini bukan Word (DOCX)." in main_of(wrong)
    brought = head.send(
        f"{path}/kembali",
        upload=(io.BytesIO(file), "rancangan.docx"),
        seen_revision=revision(desks.office, proposal_id),
    )

    assert brought.status_code == 303
    shown = head.read(f"{path}/perbedaan")
    assert "Naskah ini sesuai dengan materi usulan." in shown
    assert "Tidak ada yang berbeda." in shown
    taken = head.send(f"{path}/pakai", seen_revision=revision(desks.office, proposal_id))
    assert taken.status_code == 303
    assert "Masih sesuai dengan materi usulan." in head.read(path)
    late = head.send(f"{path}/lepas", seen_revision=1)
    assert late.status_code == 409
