"""Sentences about rules of structure, kinds of unit, and the start of an installation, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

RULES: Final = {
    "unknown_rule": say("Aturan itu tidak ada lagi. Buka kembali daftar aturan di Pengaturan."),
    "unknown_kind_row": say("Jenis unit itu tidak ada. Buka kembali daftar jenis unit di Pengaturan."),
    "rule_amount_unfit": say("Batas harus angka dari 1 sampai %(largest)s."),
    "rule_kinds_reversed": say(
        "%(below)s tidak berada di bawah %(above)s menurut tingkatnya. Pilih jenis yang lebih rendah."
    ),
    "echelon_unreadable": say("“%(text)s” tidak terbaca sebagai eselon. Tulis seperti II.b."),
    "rule_twice": say("Aturan tentang hal ini sudah ada. Ubah aturan yang sudah tercatat."),
    "kind_code_unfit": say(
        "Kode terdiri atas 2 sampai 40 huruf kecil, angka, tanda hubung, atau garis bawah, diawali huruf. "
        "Tulis misalnya uptd."
    ),
    "kind_level_unfit": say("Tingkat harus angka dari 0 sampai %(deepest)s."),
    "kind_twice": say("Jenis unit %(kind)s sudah memakainya. Pilih yang lain."),
    "setup_code_wrong": say(
        "Kode pemasangan tidak cocok. Salin lagi dari layar tempat OrgFlow dijalankan, atau dari berkas "
        "setup-code.txt di folder datanya."
    ),
    "office_begun": say("Akun pertama sudah dibuat. Masuk dengan akun itu."),
    "government_code_unfit": say(
        "Kode terdiri atas 2 sampai 20 huruf kecil, angka, atau tanda hubung, diawali huruf. Tulis misalnya "
        "contoh."
    ),
    "government_code_taken": say(
        "Kode %(government)s sudah dipakai pemerintah daerah lain. Pilih kode lain."
    ),
    "no_structure_yet": say("Susunan organisasi belum dicatat. Catat dahulu di Struktur, lalu ulangi."),
}
