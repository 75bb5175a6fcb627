"""Sentences about the options of a proposal, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

OPTIONS: Final = {
    "options_full": say(
        "Sudah ada %(most)s pilihan, dan itu yang terbanyak. Hapus satu yang tidak dipakai, lalu tambah lagi."
    ),
    "unknown_option": say("Pilihan itu tidak ada dalam usulan ini. Buka lagi halaman Pilihan penataan."),
    "option_in_hand": say(
        "Pilihan %(letter)s sedang dikerjakan di Materi usulan. Kerjakan pilihan lain dahulu, baru hapus ini."
    ),
    "option_reason_missing": say("Alasan belum diisi. Tulis mengapa pilihan ini yang diusulkan."),
    "no_guideline_name": say(
        "Pedoman tidak menyebut nama lain untuk %(unit)s. Mulailah dari salinan, lalu ubah di Materi usulan."
    ),
    "nothing_to_choose": say(
        "Baru ada satu pilihan, jadi tidak ada yang perlu ditetapkan. Tambahkan pembandingnya bila perlu."
    ),
}
