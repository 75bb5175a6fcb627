"""The pages of the workload: recorded, refused beside its field, reckoned, brought, drawn, handed out."""

import io
import re

import pytest
from openpyxl import Workbook

from orgflow.domain.access.roles import Role
from orgflow.domain.values import ProposalId
from tests.factories.roads import a_bare_draft
from tests.web.desk_office import DeskOffice, Reader, main_of

R = Role
TYPED = {
    "function": "Publikasi",
    "name": "Siaran pers",
    "product": "naskah",
    "year": "2025",
    "volume": "1.200",
    "norm": "90",
    "source": "Buku siaran pers",
    "seen_revision": "0",
}


@pytest.fixture
def proposal_id(desks: DeskOffice) -> ProposalId:
    return a_bare_draft(desks.office)


def the_path(proposal_id: ProposalId) -> str:
    return f"/usulan/{proposal_id}/beban-kerja"


def add(head: Reader, proposal_id: ProposalId, **typed: str) -> None:
    key = f"key-of-{len(typed)}-fields-{typed.get('year', TYPED['year'])}"
    answer = head.send(f"{the_path(proposal_id)}/tambah", **{**TYPED, "idempotency_key": key, **typed})
    assert answer.status_code == 303, answer.get_data(as_text=True)


def test_an_activity_is_recorded_changed_and_reckoned(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head, path = desks.reader(R.BUREAU_HEAD), the_path(proposal_id)
    assert "Belum ada kegiatan yang dicatat" in head.read(path)
    assert "Fungsi yang dilayani" in head.read(f"{path}/tambah")

    add(head, proposal_id)
    chosen = head.send(
        f"{path}/hitung", year="2025", time_code="permenpanrb_1_2020", rounding="up", seen_revision="0"
    )

    assert chosen.status_code == 303
    shown = head.read(path)
    assert "1.200 naskah" in shown
    assert "2 jabatan dibutuhkan" in shown
    assert "108.000 ÷ 75.000 = 1,44; pembulatan selalu ke atas: 2 jabatan." in shown
    assert "belum diverifikasi" in shown
    edit = re.search(r'href="([^"]+/kegiatan/[^"]+)"', main_of(head.open(path)))
    assert edit is not None
    changed = head.send(
        edit[1],
        **{**TYPED, "volume": "1.300,5", "seen_revision": "1", "idempotency_key": "b-key-of-this-test"},
    )
    assert changed.status_code == 303
    assert "1.300,5 naskah" in head.read(path)
    stale = head.send(
        edit[1], **{**TYPED, "volume": "7", "seen_revision": "1", "idempotency_key": "c-key-of-this-test"}
    )
    assert stale.status_code == 409
    assert 'value="7"' in stale.get_data(as_text=True)
    assert "Mengubah beban kerja Siaran pers" in head.read(f"/usulan/{proposal_id}/riwayat")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("volume", "-5", "Volume harus dari 0"),
        ("volume", "12.5", "dapat berarti dua angka"),
        ("volume", "99999999999", "Volume harus dari 0"),
        ("norm", "0", "Norma waktu harus lebih dari 0"),
        ("year", "1900", "1945"),
        ("year", "2x", "bukan angka yang dapat dibaca"),
        ("year", "2" * 5000, "bukan angka yang dapat dibaca"),
        ("function", " ", "Fungsi belum diisi"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    desks: DeskOffice, proposal_id: ProposalId, field: str, typed: str, sentence: str
) -> None:
    head = desks.reader(R.BUREAU_HEAD)

    answer = head.send(f"{the_path(proposal_id)}/tambah", **{**TYPED, field: typed})

    body = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert sentence in body
    assert f'id="{field}-error"' in body
    assert 'value="Siaran pers"' in body


@pytest.mark.parametrize("year", ["\N{SUPERSCRIPT TWO}", "2" * 5000, "", "1900"])
def test_posts_are_reckoned_by_a_year_that_has_figures_only(
    desks: DeskOffice, proposal_id: ProposalId, year: str
) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    add(head, proposal_id)
    chosen = {"time_code": "permenpanrb_1_2020", "rounding": "up", "seen_revision": "0"}

    answer = head.send(f"{the_path(proposal_id)}/hitung", year=year, **chosen)

    assert answer.status_code == 422
    assert "jabatan dibutuhkan" not in head.read(the_path(proposal_id))


def test_the_secretariat_verifies_an_activity_from_its_page_and_the_head_may_not(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head, secretariat = desks.reader(R.BUREAU_HEAD), desks.reader(R.LETTER_ADMINISTRATOR)
    add(head, proposal_id)
    path = the_path(proposal_id)
    found = re.search(r'action="([^"]+/verifikasi)"', main_of(secretariat.open(path)))
    assert found is not None
    assert "/verifikasi" not in main_of(head.open(path))

    refused = head.send(found[1], seen_revision="1", is_verified="ya")
    taken = secretariat.send(found[1], seen_revision="1", is_verified="ya")

    assert (refused.status_code, taken.status_code) == (403, 303)
    assert "belum diverifikasi" not in main_of(head.open(path))
    assert "Memverifikasi beban kerja Siaran pers" in head.read(f"/usulan/{proposal_id}/riwayat")


def test_several_years_are_drawn_with_their_table(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    add(head, proposal_id)
    add(head, proposal_id, year="2024", volume="1.000")

    body = main_of(head.open(the_path(proposal_id)))

    assert 'class="of-lines" role="img"' in body
    assert "style=" not in body
    shown = head.read(the_path(proposal_id))
    assert "Volume Publikasi (naskah) menurut tahun" in shown
    assert "+20%" in shown


def test_a_file_with_faulty_rows_names_them(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head, path = desks.reader(R.BUREAU_HEAD), f"{the_path(proposal_id)}/impor"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["fungsi", "kegiatan", "satuan_hasil", "tahun", "volume", "norma_menit", "sumber"])
    sheet.append(["Publikasi", "Siaran pers", "naskah", 2025, -3, 90, "Buku"])
    written = io.BytesIO()
    book.save(written)
    assert "Unduh tabelnya untuk diisi" in head.read(path)

    refused = head.send(path, upload=(io.BytesIO(written.getvalue()), "beban.xlsx"))
    nothing = head.send(path, idempotency_key="b-key-of-this-test")
    broken = head.send(path, upload=(io.BytesIO(b"%PDF-1.7"), "x.xlsx"), idempotency_key="c-key-of-this-test")

    assert refused.status_code == nothing.status_code == broken.status_code == 422
    body = refused.get_data(as_text=True)
    assert "Baris 2, kolom volume" in body
    assert "Volume harus dari 0" in body


def test_files_are_handed_out_and_unknown_kinds_are_not(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    add(head, proposal_id)

    table = head.open(f"{the_path(proposal_id)}/unduh/xlsx")

    assert table.status_code == 200
    assert table.get_data().startswith(b"PK")
    assert head.open(f"{the_path(proposal_id)}/unduh/exe").status_code == 404


def test_readers_see_the_figures_without_ways_to_change_them(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    add(desks.reader(R.BUREAU_HEAD), proposal_id)
    auditor = desks.reader(R.AUDITOR)

    body = main_of(auditor.open(the_path(proposal_id)))

    assert "1.200 naskah" in body
    assert "/kegiatan/" not in body
    assert auditor.send(f"{the_path(proposal_id)}/tambah", **TYPED).status_code == 403


def test_the_office_changes_a_norm_and_calculations_follow(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head, admin = desks.reader(R.BUREAU_HEAD), desks.reader(R.SYSTEM_ADMINISTRATOR)
    add(head, proposal_id)
    head.send(
        f"{the_path(proposal_id)}/hitung",
        year="2025",
        time_code="permenpanrb_1_2020",
        rounding="up",
        seen_revision="0",
    )
    listed = main_of(admin.open("/pengaturan/waktu-kerja"))
    found = re.search(r'href="(/pengaturan/waktu-kerja/[^"]+)"', listed)
    assert found is not None
    typed = {"citation": "Dibaca untuk uji", "is_verified": "y", "seen_revision": "1"}

    refused = admin.send(found[1], **typed, minutes="5")
    changed = admin.send(found[1], **typed, minutes="108000", idempotency_key="another-key-of-this-test")

    assert refused.status_code == 422
    assert "Waktu kerja efektif harus dari" in refused.get_data(as_text=True)
    assert changed.status_code == 303
    assert "1 jabatan dibutuhkan" in head.read(the_path(proposal_id))
    assert head.open("/pengaturan/waktu-kerja").status_code == 403
