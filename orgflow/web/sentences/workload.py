"""Sentences about workload and claims, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

WORKLOAD: Final = {
    "figure_unreadable": say(
        "“%(text)s” bukan angka yang dapat dibaca. Tulis misalnya 1.250 atau 12,5; paling banyak dua angka "
        "di belakang koma."
    ),
    "figure_unclear": say(
        "“%(text)s” dapat berarti dua angka. Tulis ribuan tanpa titik dan pecahan dengan koma, misalnya 1250 "
        "atau 12,5."
    ),
    "workload_volume_unfit": say(
        "Volume harus dari 0 sampai %(most)s. Periksa angkanya di sumbernya, lalu tulis lagi."
    ),
    "workload_norm_unfit": say(
        "Norma waktu harus lebih dari 0 dan paling banyak %(most)s menit. Kosongkan bila belum diketahui."
    ),
    "workload_activity_twice": say(
        "Kegiatan “%(name)s” tahun %(year)s sudah ada pada fungsi ini. Ubah yang ada, atau bedakan namanya."
    ),
    "workload_too_many": say(
        "Kegiatan satu unit paling banyak %(most)s. Gabungkan yang sejenis, atau hapus yang lama."
    ),
    "workload_nothing_to_reckon": say(
        "Belum dapat dihitung: tidak ada kegiatan tahun %(year)s yang volume dan norma waktunya terisi. Isi "
        "norma waktunya, atau pilih tahun lain."
    ),
    "workload_share_unfit": say(
        "Bagian untuk pembulatan harus lebih dari 0 dan paling banyak 1. Tulis misalnya 0,5 atau 0,75."
    ),
    "workload_minutes_unfit": say(
        "Waktu kerja efektif harus dari %(least)s sampai %(most)s menit setahun. Periksa satuannya."
    ),
    "workload_rows_faulty": say(
        "Berkas belum diimpor: %(count)s tempat perlu diperbaiki. Perbaiki di berkas Anda, lalu unggah lagi."
    ),
    "unknown_activity": say("Kegiatan itu tidak ada lagi. Buka lagi halaman Beban kerja."),
    "unknown_working_time": say("Norma waktu kerja itu tidak tercatat. Pilih salah satu dari daftarnya."),
    "unknown_claim": say("Kalimat itu tidak ada lagi di naskahnya. Periksa daftar yang sekarang."),
    "claim_stale": say(
        "Buktinya atau pemeriksaannya berubah sesudah halaman ini Anda buka. Bandingkan lagi, lalu putuskan."
    ),
    "claim_unfounded": say(
        "Bukti dengan kunci %(key)s tidak ada. Perbaiki kuncinya di naskah, atau pilih dahulu buktinya."
    ),
}
