"""The registers of data dukung: kept, filtered, verified, imported, refused."""

import io
import re

import pytest
from openpyxl import Workbook
from werkzeug.test import TestResponse

from orgflow.domain.access.roles import Role
from orgflow.services.history import show_history
from tests.factories.evidence import a_precedent, a_tally
from tests.web.desk_office import SEAT, DeskOffice, main_of, words_of

R = Role
PARTNERS, TALLIES, PRECEDENTS = "/data-dukung/mitra", "/data-dukung/hitungan", "/data-dukung/pembanding"
MEDIUM = {"kind": "cetak", "name": "Harian Uji", "starts_on": "1 Januari 2026", "source": "Kontrak 1"}
COUNT = {
    "subject": "Mitra media",
    "on": "7 Desember 2022",
    "cetak": 71,
    "online": 115,
    "televisi": 10,
    "radio": 17,
    "total": 213,
    "source": "Berita uji",
}
ROW = {
    "province": "Provinsi Uji",
    "unit_name": "Biro Humas dan Protokol",
    "source": "Laman uji",
    "seen_when": "Desember 2025",
    "stance": "supports",
}


def held_id(desks: DeskOffice, path: str) -> str:
    """Return the first entry that a register's page leads to."""
    found = re.search(r"/data-dukung/\w+/([0-9a-f-]{36})", main_of(desks.reader(R.DRAFTER).open(path)))
    assert found is not None
    return found[1]


def upload(desks: DeskOffice, content: bytes, name: str = "mitra.xlsx") -> TestResponse:
    """Bring a file with media."""
    data = {"idempotency_key": "a-key-of-this-import", "upload": (io.BytesIO(content), name)}
    client = desks.app.test_client()
    return client.post(f"{PARTNERS}/impor", data=data, headers={SEAT: str(R.DRAFTER)})


def a_workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in (("jenis_media", "nama_media", "kontrak_mulai"), *rows):
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_a_medium_is_entered_counted_changed_and_taken_out(desks: DeskOffice) -> None:
    drafter = desks.reader(R.DRAFTER)
    assert "Belum ada mitra media" in drafter.read(PARTNERS)

    assert drafter.send(f"{PARTNERS}/baru", **MEDIUM).status_code == 303
    shown = drafter.read(f"{PARTNERS}?pada=2026-03-02")
    assert "berjumlah 1: 1 media cetak." in shown
    entry = f"{PARTNERS}/{held_id(desks, PARTNERS)}"
    assert drafter.send(entry, **{**MEDIUM, "name": "Harian Lain"}, seen_revision=1).status_code == 303
    assert "Harian Lain" in drafter.read(PARTNERS)
    gone = drafter.send(f"{entry}/keluarkan", reason="salah catat", seen_revision=2)

    assert gone.status_code == 303
    assert "Harian Lain" not in drafter.read(PARTNERS)
    told = [one.event for one in show_history(desks.office.context(R.AUDITOR)).events][:3]
    assert told == ["evidence:recorded"] * 3


@pytest.mark.parametrize(
    ("path", "typed", "words"),
    [
        (PARTNERS, {**MEDIUM, "name": ""}, "Nama media belum diisi."),
        (PARTNERS, {**MEDIUM, "kind": "koran"}, "Pilih salah satu dari daftar."),
        (PARTNERS, {**MEDIUM, "last_day": "31 Desember 2025"}, "Hari terakhir kontrak mendahului"),
        (PARTNERS, {**MEDIUM, "starts_on": "kemarin"}, "kemarin"),
        (TALLIES, {**COUNT, "total": 214}, "Rincian berjumlah 213, jumlah seluruhnya ditulis 214."),
        (TALLIES, {**COUNT, "radio": -17, "total": 179}, "Jumlah harus antara 0 dan"),
        (TALLIES, {**COUNT, "total": "banyak"}, "Jumlah seluruhnya"),
        (TALLIES, {**COUNT, "source": ""}, "Tulis dari mana"),
        (PRECEDENTS, {**ROW, "seen_when": "Sebtember"}, "Sebtember"),
        (PRECEDENTS, {**ROW, "unit_name": "x" * 201}, "200"),
        (PRECEDENTS, {**ROW, "province": "\u202eBali"}, "tidak dapat dicetak"),
    ],
)
def test_what_is_typed_wrongly_is_said_beside_its_field_and_stays(
    desks: DeskOffice, path: str, typed: dict[str, object], words: str
) -> None:
    answer = desks.reader(R.DRAFTER).send(f"{path}/baru", **typed)

    assert answer.status_code == 422
    assert words in words_of(answer)
    kept = [str(value) for value in typed.values() if value]
    assert sum(value in answer.get_data(as_text=True) for value in kept) >= len(kept) - 1


def test_a_published_count_is_shown_as_bars_with_its_table_and_printed(desks: DeskOffice) -> None:
    drafter = desks.reader(R.DRAFTER)
    drafter.send(f"{TALLIES}/baru", **COUNT)
    path = f"{TALLIES}/{held_id(desks, PARTNERS)}"

    shown = main_of(drafter.open(path))

    assert 'role="img"' in shown
    assert "Media online 115" in shown
    assert '<th scope="row">Radio</th><td class="of-number">17</td>' in shown
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        assert drafter.open(f"{path}/unduh/hitungan.{form}").data.startswith(begins)
    assert drafter.open(f"{path}/hitungan.svg").status_code == 404


def test_the_secretariat_verifies_and_the_drafter_may_not(desks: DeskOffice) -> None:
    entry_id = a_tally(desks.office)
    path = f"{TALLIES}/{entry_id}/verifikasi"

    assert desks.reader(R.DRAFTER).send(path, seen_revision=1, is_verified="ya").status_code == 403
    desks.reader(R.LETTER_ADMINISTRATOR).send(path, seen_revision=1, is_verified="ya")

    assert "Sudah diverifikasi" in desks.reader(R.AUDITOR).read(f"{TALLIES}/{entry_id}")


def test_who_only_reads_sees_no_contact_no_note_and_no_button(desks: DeskOffice) -> None:
    desks.reader(R.DRAFTER).send(f"{PARTNERS}/baru", **MEDIUM, contact="0811-UJI", note="catatan dalam")

    kept = desks.reader(R.DRAFTER).read(PARTNERS)
    assert "0811-UJI" in kept
    assert "catatan dalam" in kept
    shown = desks.reader(R.AUDITOR).read(PARTNERS)
    assert "Harian Uji" in shown
    assert "0811-UJI" not in shown
    assert "catatan dalam" not in shown
    assert "Catat mitra media" not in shown
    assert desks.reader(R.AUDITOR).open(f"{PARTNERS}/unduh/mitra-media.xlsx").status_code == 403
    assert desks.reader(R.AUDITOR).open(f"{PARTNERS}/baru").status_code == 403


def test_who_comes_second_is_told_and_keeps_what_was_typed(desks: DeskOffice) -> None:
    entry = f"{PRECEDENTS}/{a_precedent(desks.office)}"
    drafter = desks.reader(R.DRAFTER)
    drafter.send(entry, **{**ROW, "note": "pertama"}, seen_revision=1, idempotency_key="a-key-that-is-one")

    answer = drafter.send(
        entry, **{**ROW, "note": "kedua"}, seen_revision=1, idempotency_key="a-key-that-is-two"
    )

    assert answer.status_code == 409
    assert "kedua" in words_of(answer)
    assert 'name="seen_revision" value="2"' in answer.get_data(as_text=True)


def test_precedents_are_filtered_and_handed_out_as_filtered(desks: DeskOffice) -> None:
    drafter = desks.reader(R.DRAFTER)
    drafter.send(f"{PRECEDENTS}/baru", **ROW)
    other = {**ROW, "province": "Lain", "unit_name": "Biro Administrasi Pimpinan", "stance": "opposes"}
    drafter.send(f"{PRECEDENTS}/baru", **other, idempotency_key="a-key-that-is-two")

    assert "Biro Administrasi Pimpinan" not in drafter.read(f"{PRECEDENTS}?sikap=supports")
    assert "Biro Humas dan Protokol" not in drafter.read(f"{PRECEDENTS}?humas=tidak")
    assert "Tidak ada pembanding yang cocok" in drafter.read(f"{PRECEDENTS}?kata=zzz")
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")):
        answer = drafter.open(f"{PRECEDENTS}/unduh/pembanding.{form}?sikap=supports")
        assert answer.data.startswith(begins)


def test_a_file_is_looked_at_then_taken_in(desks: DeskOffice) -> None:
    drafter = desks.reader(R.DRAFTER)
    brought = upload(desks, a_workbook(("cetak", "Harian Uji", "2026-01-01"), ("radio", "Radio Uji", None)))
    assert brought.status_code == 303

    preview = drafter.open(str(brought.location))
    assert "2 mitra media akan dicatat" in words_of(preview)
    seen = re.search(r'name="seen_plan" value="([0-9a-f]+)"', main_of(preview))
    assert seen is not None
    done = drafter.send(str(brought.location), seen_plan=seen[1])

    assert done.status_code == 303
    assert "Radio Uji" in drafter.read(PARTNERS)
    assert drafter.open(str(brought.location)).status_code == 303


def test_faulty_rows_are_named_and_nothing_is_imported(desks: DeskOffice) -> None:
    drafter = desks.reader(R.DRAFTER)
    brought = upload(desks, a_workbook(("cetak", "Harian Uji", "kemarin"), ("koran", "Lain", None)))

    shown = drafter.read(str(brought.location))

    assert "Belum dapat diimpor: 2 tempat perlu diperbaiki" in shown
    assert "baris 2, kolom kontrak_mulai: “kemarin” bukan tanggal." in shown
    assert "Tulis cetak, online, televisi, radio, atau media sosial." in shown
    answer = drafter.send(str(brought.location), seen_plan="")
    assert answer.status_code == 422
    assert "Belum ada mitra media" in drafter.read(PARTNERS)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 bukan tabel", b"PK\x03\x04rusak", b"\xd0\xcf\x11\xe0lama", b"MZ\x90\x00"]
)
def test_what_is_no_table_is_refused_at_the_door(desks: DeskOffice, content: bytes) -> None:
    answer = upload(desks, content)

    if answer.status_code == 303:
        assert "Belum dapat diimpor" in desks.reader(R.DRAFTER).read(str(answer.location))
    else:
        assert answer.status_code == 422
        assert "Berkas belum dibaca" in words_of(answer)
