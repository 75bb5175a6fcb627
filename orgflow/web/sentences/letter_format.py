"""Sentences about the form of letters and classification codes, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

LETTER_FORMAT: Final = {
    "measure_out_of_range": say("Tulis angka bulat dari %(least)s sampai %(most)s."),
    "choice_unknown": say("Pilihan itu tidak tersedia. Pilih salah satu yang ditawarkan."),
    "line_place_taken": say("Urutan %(place)s sudah dipakai baris lain. Tulis angka yang berbeda."),
    "too_many_lines": say("Kop surat memuat paling banyak %(most)s baris di sini. Ringkas, lalu ulangi."),
    "classification_unfit": say(
        "“%(classification)s” tidak terbaca sebagai kode klasifikasi. Tulis seperti 000.8.1.2."
    ),
    "classification_taken": say(
        "Kode %(classification)s sudah ada dalam daftar. Ubah kode yang sudah tercatat."
    ),
    "classification_not_offered": say(
        "Kode %(classification)s tidak ada dalam daftar kode klasifikasi kantor. Pilih kode lain, atau minta"
        " tata usaha menambahkannya di Pengaturan."
    ),
    "retention_unfit": say("Lama simpan harus angka dari 0 sampai %(most)s tahun."),
    "unknown_classification": say(
        "Kode klasifikasi itu tidak ada. Buka kembali daftar kode klasifikasi di Pengaturan."
    ),
}
