"""The pages of the round trip: a letter entered, things asked and answered, an answer item by item."""

import io
import re
from uuid import UUID

import openpyxl

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import CreateUnit, NewUnit, ReviseDutyField
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, UnitId
from tests.factories.governments import HUMAS
from tests.factories.ministry import a_proposal_of, ask, came, compose, replies_to
from tests.factories.roads import a_draft, a_proposal_in, a_scan, page, revision
from tests.web.desk_office import DeskOffice, main_of, words_of

R, V = Role, GrantVerdict
SECTION = UnitId(UUID(int=7001))


def a_proposal_of_three(desks: DeskOffice) -> ProposalId:
    humas = desks.office.units[HUMAS]
    return a_proposal_of(
        desks.office,
        CreateUnit(NewUnit(SECTION, "bagian", "Bagian Materi", humas, 9)),
        ReviseDutyField(humas, "pimpinan"),
    )


def exchange_of(proposal_id: ProposalId) -> str:
    return f"/usulan/{proposal_id}/tanggapan"


def test_a_letter_is_entered_from_the_proposal_and_stands_in_the_agenda(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of(desks.office)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    path = f"/agenda/surat-masuk/baru?usulan={proposal_id}"
    assert f'href="{path}"' in main_of(clerk.open(exchange_of(proposal_id)))
    typed = {
        "received_on": "2 Maret 2026",
        "number": "100.2.2/7/OTDA",
        "dated_on": "2 Maret 2026",
        "sender": "Direktur Jenderal Otonomi Daerah",
        "subject": "Tanggapan usulan",
        "desk": "",
    }

    without_scan = clerk.send(path, **typed)
    answer = clerk.send(path, **typed, scan=(io.BytesIO(a_scan().content), "pindai.pdf"))

    assert without_scan.status_code == 422
    assert answer.status_code == 303
    shown = clerk.read(exchange_of(proposal_id))
    assert "agenda 1/2026" in shown
    assert "Catat butir yang diminta" in shown
    agenda = clerk.read("/agenda/surat-masuk?kata=otda")
    assert "1/2026 2 Maret 2026 100.2.2/7/OTDA" in agenda
    assert "Tidak ada surat yang cocok" in clerk.read("/agenda/surat-masuk?tahun=2020")
    assert desks.reader(R.DRAFTER).open("/agenda/surat-masuk").status_code == 403


def test_a_letter_entered_from_the_agenda_is_about_a_chosen_proposal(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of(desks.office)
    clerk, path = desks.reader(R.LETTER_ADMINISTRATOR), "/agenda/surat-masuk/baru"
    typed = {
        "received_on": "2 Maret 2026",
        "number": "100.2.2/7/OTDA",
        "dated_on": "2 Maret 2026",
        "sender": "Direktur Jenderal Otonomi Daerah",
        "subject": "Tanggapan usulan",
        "desk": "",
    }

    strange = clerk.send(path, **typed, about=UUID(int=1), scan=(io.BytesIO(a_scan().content), "pindai.pdf"))
    answer = clerk.send(path, **typed, about=proposal_id, scan=(io.BytesIO(a_scan().content), "pindai.pdf"))

    assert "Tidak tentang usulan" in clerk.read(path)
    assert "suratnya dikirim 2 Maret 2026" in clerk.read(path)
    assert strange.status_code == 422
    assert answer.location == exchange_of(proposal_id)
    assert "Catat butir yang diminta" in clerk.read(exchange_of(proposal_id))


def test_a_letter_of_the_agenda_is_linked_to_its_proposal_afterwards(desks: DeskOffice) -> None:
    proposal_id, letter_id = a_proposal_of(desks.office), came(desks.office)
    clerk, path = desks.reader(R.LETTER_ADMINISTRATOR), f"/agenda/surat-masuk/{letter_id}/kaitkan"
    assert f'href="{path}"' in main_of(clerk.open("/agenda/surat-masuk"))
    assert "nomor 100.2.2/1/OTDA tanggal 2 Maret 2026, agenda 1/2026" in clerk.read(path)

    nothing = clerk.send(path, about="")
    linked = clerk.send(path, about=proposal_id, idempotency_key="another-key")
    again = clerk.send(path, about=proposal_id, idempotency_key="a-third-key")

    assert (nothing.status_code, linked.status_code, again.status_code) == (422, 303, 422)
    assert "Usulannya belum dipilih" in words_of(nothing)
    assert "Catat butir yang diminta" in clerk.read(exchange_of(proposal_id))
    assert "Kaitkan dengan usulan" not in clerk.read("/agenda/surat-masuk")
    assert desks.reader(R.BUREAU_HEAD).open(path).status_code == 403


def test_what_a_letter_asks_is_not_asked_for_of_a_proposal_not_at_the_ministry(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    letter_id = came(desks.office, proposal_id)
    clerk, path = desks.reader(R.LETTER_ADMINISTRATOR), f"{exchange_of(proposal_id)}/{letter_id}/butir"
    seen = revision(desks.office, proposal_id)

    opened = clerk.open(path)
    sent = clerk.send(path, kind_1="completion", place_1="whole", text_1="ABK.", rows=1, seen_revision=seen)

    assert (opened.status_code, sent.status_code) == (422, 422)
    assert "Langkah ini tidak ada pada keadaan usulan sekarang" in words_of(opened)


def test_the_agenda_is_handed_out_as_it_is_filtered(desks: DeskOffice) -> None:
    came(desks.office, number="UJI-1")
    came(desks.office, number="=UJI-2")
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)

    csv = clerk.open("/agenda/surat-masuk/unduh/csv?kata=uji-2").get_data(as_text=True)
    book = openpyxl.load_workbook(io.BytesIO(clerk.open("/agenda/surat-masuk/unduh/xlsx").data))
    pdf = clerk.open("/agenda/surat-masuk/unduh/pdf")

    assert "'=UJI-2" in csv
    assert "UJI-1" not in csv
    cells = [cell.value for row in book.active.iter_rows() for cell in row]
    assert cells.index("1/2026") < cells.index("2/2026")
    assert pdf.data[:4] == b"%PDF"
    assert clerk.open("/agenda/surat-masuk/unduh/odt").status_code == 404


def test_what_is_asked_is_answered_and_fills_the_completion_letter(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of(desks.office)
    letter_id = came(desks.office, proposal_id)
    clerk, head = desks.reader(R.LETTER_ADMINISTRATOR), desks.reader(R.BUREAU_HEAD)
    path = f"{exchange_of(proposal_id)}/{letter_id}/butir"
    seen = revision(desks.office, proposal_id)
    row = {"kind_1": "completion", "place_1": "whole", "due_on_1": "9 Maret 2026", "rows": 1}

    more = clerk.send(path, **row, text_1="Lampirkan ABK.", lagi="1", seen_revision=seen)
    nothing = clerk.send(path, **row, text_1=" ", seen_revision=seen)
    early = clerk.send(
        path, **{**row, "due_on_1": "1 Maret 2026"}, text_1="Lampirkan ABK.", seen_revision=seen
    )
    answer = clerk.send(path, **row, text_1="Lampirkan ABK.", seen_revision=seen)

    assert 'name="text_4"' in main_of(more)
    assert "Belum ada butir yang ditulis" in words_of(nothing)
    assert 'id="due_on_1-error"' in main_of(early)
    assert answer.status_code == 303
    shown = main_of(head.open(exchange_of(proposal_id)))
    assert "Belum dijawab" in shown
    (item,) = set(re.findall(r'href="([^"]+/butir/[^"]+)"', shown))
    assert (
        head.send(item, text="Sudah dilampirkan.", found_at="Lampiran II", seen_revision=7).status_code == 409
    )
    assert (
        head.send(item, text="Sudah dilampirkan.", found_at="Lampiran II", seen_revision=1).status_code == 303
    )
    begun = head.send(f"/usulan/{proposal_id}/surat-baru", kind="surat_penyampaian")
    assert "Sudah dilampirkan." in head.read(f"{begun.location}/teks")
    assert "Sudah dijawab" in head.read(exchange_of(proposal_id))


def test_the_answer_is_composed_looked_at_and_recorded(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of_three(desks)
    letter_id = came(desks.office, proposal_id)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    path = f"{exchange_of(proposal_id)}/{letter_id}/jawaban"
    said = {"verdict_1": "granted", "verdict_2": "changed", "name_2": "Bagian Materi Pimpinan"}

    part = clerk.send(path, **said, seen_revision=0)
    assert "Jawaban untuk perubahan nomor 3 belum diisi" in clerk.read(path)
    whole = clerk.send(path, **said, verdict_3="refused", reason_3="Bukan kewenangan.", seen_revision=1)

    assert (part.status_code, whole.status_code) == (303, 303)
    shown = clerk.read(path)
    assert "1 butir disetujui; 1 butir disetujui dengan perubahan; 1 butir tidak disetujui." in shown
    assert "Dibentuk Bagian Materi Pimpinan di bawah" in shown
    assert "Sesudah itu usulan menunggu" in shown
    seen = revision(desks.office, proposal_id)
    recorded = clerk.send(f"{path}/catat", seen_revision=seen, answer_revision="2")
    assert recorded.status_code == 303
    exchange = clerk.read(exchange_of(proposal_id))
    assert "Usulan disetujui dengan catatan." in exchange
    assert "Alasan: Bukan kewenangan." in exchange


def test_an_operation_is_changed_by_the_form_of_its_kind(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of_three(desks)
    letter_id = came(desks.office, proposal_id)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    operation = page(desks.office, proposal_id).operations[2].id
    path = f"{exchange_of(proposal_id)}/{letter_id}/jawaban"
    assert "pimpinan" in main_of(clerk.open(f"{path}/{operation}"))

    kept = clerk.send(f"{path}/{operation}", duty_field="administrasi pimpinan", seen_revision=0)

    assert kept.status_code == 303
    assert "diubah menjadi administrasi pimpinan" in clerk.read(path)
    assert clerk.open(f"{path}/{UUID(int=1)}").status_code in (404, 422)
    assert clerk.open(f"{exchange_of(proposal_id)}/{UUID(int=1)}/jawaban").status_code == 404


def test_a_finding_is_shown_and_nothing_is_recorded(desks: DeskOffice) -> None:
    humas = desks.office.units[HUMAS]
    below = CreateUnit(NewUnit(UnitId(UUID(int=7002)), "subbagian", "Subbagian Naskah", SECTION, 1))
    first = CreateUnit(NewUnit(SECTION, "bagian", "Bagian Materi", humas, 9))
    proposal_id = a_proposal_of(desks.office, first, below)
    letter_id = came(desks.office, proposal_id)
    replies = replies_to(desks.office, proposal_id, V.GRANTED, V.REFUSED, V.GRANTED)
    compose(desks.office, proposal_id, letter_id, replies)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    path = f"{exchange_of(proposal_id)}/{letter_id}/jawaban"

    shown = clerk.read(path)
    seen = revision(desks.office, proposal_id)
    refused = clerk.send(f"{path}/catat", seen_revision=seen, answer_revision="1")

    assert "Perubahan 3 disetujui, tetapi bergantung pada perubahan 2" in shown
    assert "Catat jawaban" not in shown
    assert refused.status_code == 422
    assert "tidak dapat berlaku tanpa perubahan nomor 2" in words_of(refused)


def test_a_sending_is_proven_and_rounds_stay_readable(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of(desks.office)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    path = f"{exchange_of(proposal_id)}/bukti/1"
    typed = {"method": "courier", "delivered_on": "2 Maret 2026"}

    empty = clerk.send(path, **typed)
    answer = clerk.send(path, **typed, received_by="Contoh Satu", reference="UJI-RESI-1")

    assert (empty.status_code, answer.status_code) == (422, 303)
    shown = clerk.read(exchange_of(proposal_id))
    assert "Putaran 1, dikirim 2 Maret 2026" in shown
    assert "lewat ekspedisi, diterima Contoh Satu, nomor UJI-RESI-1." in shown
    assert clerk.open(f"{exchange_of(proposal_id)}/bukti/2").status_code == 404


def test_the_desks_are_the_offices_own_and_each_has_a_thread(desks: DeskOffice) -> None:
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    listed = main_of(clerk.open("/pengaturan/meja-kemendagri"))
    path = re.findall(r'href="(/pengaturan/meja-kemendagri/[0-9a-f-]{36})"', listed)[1]

    renamed = clerk.send(path, name="Direktorat Produk Hukum", state="lama", seen_revision=1)
    stale = clerk.send(path, name="Meja Lain", state="lama", seen_revision=1, idempotency_key="another-key")
    added = clerk.send("/pengaturan/meja-kemendagri/baru", name="Biro Hukum Kemendagri")

    assert (renamed.status_code, stale.status_code, added.status_code) == (303, 409, 303)
    shown = clerk.read("/pengaturan/meja-kemendagri")
    assert "Direktorat Produk Hukum tidak dipakai lagi" in shown
    assert "Biro Hukum Kemendagri" in shown
    assert "Direktorat Produk Hukum" not in clerk.read("/agenda/surat-masuk/baru")


def test_the_history_tells_the_round_trip(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of(desks.office)
    ask(desks.office, proposal_id, came(desks.office, proposal_id), "Lampirkan ABK.")

    told = desks.reader(R.DRAFTER).read(f"/usulan/{proposal_id}/riwayat")

    assert "Mengaitkan surat masuk nomor agenda 1/2026" in told
    assert "Mencatat permintaan Kemendagri dengan surat nomor 100.2.2/1/OTDA (putaran 1)." in told


def test_a_sending_stands_in_the_book_until_its_proof_is_recorded_from_there(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.SUBMITTED)
    clerk, book = desks.reader(R.LETTER_ADMINISTRATOR), "/surat/ekspedisi"
    place = f"{exchange_of(proposal_id)}/bukti/1"
    assert f'href="{book}"' in main_of(clerk.open("/surat"))
    assert f'href="{place}"' in main_of(clerk.open(book))

    proof = {"method": "hand", "delivered_on": "2 Maret 2026", "received_by": "Contoh Lima"}
    sent = clerk.send(place, **proof, reference="TT-7")

    assert sent.status_code == 303
    assert "Diantar langsung 2 Maret 2026 Contoh Lima TT-7" in clerk.read(book)
    assert 'id="dari-error"' in main_of(clerk.open(f"{book}?dari=kemarin"))
    assert "Tidak ada pengiriman yang cocok" in clerk.read(f"{book}?dari=3+Maret+2026")
    assert clerk.open(f"{book}/unduh/pdf").data.startswith(b"%PDF")
    assert (clerk.open(f"{book}/unduh/docx").status_code, desks.reader(R.DRAFTER).open(book).status_code) == (
        404,
        403,
    )
