"""Sentences about the evidence registers and what a proposal rests on, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

EVIDENCE: Final = {
    "unknown_evidence": say(
        "Data dukung itu tidak ada lagi di registernya, atau tidak dipakai usulan ini. Buka lagi halamannya."
    ),
    "evidence_twice": say("Data dukung itu sudah dipakai usulan ini sebagai %(key)s."),
    "source_missing": say(
        "Sumbernya belum diisi, jadi belum dapat diverifikasi. Isi sumbernya dahulu, lalu verifikasi."
    ),
    "partner_taken": say(
        "%(name)s sudah tercatat untuk jenis ini. Ubah yang sudah ada, atau bedakan namanya."
    ),
    "contract_empty": say(
        "Hari terakhir kontrak mendahului hari pertamanya, %(starts_on)s. Periksa kedua tanggalnya."
    ),
    "contract_begins": say(
        "Hari terakhir kontrak diisi, hari pertamanya belum. Isi keduanya, atau kosongkan keduanya."
    ),
    "tally_unsound": say(
        "Rincian berjumlah %(parts)s, jumlah seluruhnya ditulis %(total)s. Samakan dengan sumbernya."
    ),
    "tally_empty": say(
        "Hitungan ini belum menghitung apa pun. Isi jumlah seluruhnya dan rinciannya menurut jenis."
    ),
    "count_out_of_range": say("Jumlah harus antara 0 dan %(most)s."),
    "precedent_taken": say(
        "%(unit_name)s di %(province)s sudah tercatat. Ubah yang sudah ada, atau tulis nama unit yang lain."
    ),
    "partner_import_faulty": say(
        "Berkas ini belum diimpor: %(count)s tempat perlu diperbaiki. Perbaiki, lalu unggah lagi."
    ),
    "partner_import_stale": say(
        "Register berubah setelah Anda melihat pratinjau %(file)s. Belum ada yang diimpor; periksa lagi."
    ),
    "partner_import_done": say(
        "%(file)s sudah diimpor. Lihat hasilnya di Mitra media, atau unggah berkas lain."
    ),
    "unknown_evidence_file": say("Berkas itu tidak tersedia dalam bentuk yang diminta."),
}
