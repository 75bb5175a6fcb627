"""Sentences about a regulation's commencement and what follows it, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

COMMENCING: Final = {
    "commencement_unknown": say(
        "Hari mulai berlaku Pergub ini belum diketahui. Catat harinya dahulu, lalu berlakukan."
    ),
    "commencement_known": say(
        "Hari mulai berlaku Pergub ini sudah tercatat, %(effective_on)s, dan dipakai sebuah usulan. Bila "
        "keliru, ralat dari halaman Pemberlakuan usulan itu."
    ),
    "commencement_same": say("%(effective_on)s adalah hari yang sudah tercatat. Tulis hari yang benar."),
    "commencement_too_far": say(
        "%(effective_on)s terlalu jauh sesudah Pergub diundangkan; paling jauh %(latest)s. Periksa tahunnya."
    ),
    "early_without_reason": say(
        "Hari mulai berlaku ini mendahului hari pengundangan. Bila memang begitu bunyi Pergub, tulis "
        "alasannya."
    ),
    "not_promulgated": say(
        "Pergub usulan ini belum diundangkan, jadi hari mulai berlakunya belum dapat dicatat di sini."
    ),
    "commencement_asks": say(
        "Susunan berubah sejak usulan ini disusun. Putuskan dahulu mana yang dipakai; susunan belum diubah."
    ),
    "commencement_written": say(
        "Pergub ini sudah diberlakukan pada susunan, jadi harinya diralat ke hari lain, tidak dikosongkan."
    ),
    "later_change_rests": say(
        "Hari ini tidak dapat diralat: %(things)s sudah diubah atau diralat lagi sesudahnya. Ralat dahulu "
        "catatan itu pada halaman unitnya, lalu ulangi di sini. Belum ada yang berubah."
    ),
    "commencements_cross": say(
        "Hari ini tidak dapat dipakai: %(regulation)s menyangkut hal yang sama dan sudah diberlakukan, "
        "sehingga hari keduanya bersilang. Periksa hari kedua peraturan, ralat yang salah, lalu ulangi di "
        "sini. Belum ada yang berubah."
    ),
    "unknown_follow_up": say("Tindak lanjut itu tidak ada pada usulan ini. Buka dari halaman Tindak lanjut."),
    "unknown_follow_up_rule": say("Aturan tindak lanjut itu tidak ada. Buka dari Pengaturan."),
    "follow_up_needs_reason": say("Tulis mengapa hal ini tidak perlu. Alasannya tercatat dalam riwayat."),
    "follow_up_needs_day": say("Tulis tanggal hal ini selesai."),
    "follow_up_day_ahead": say("%(acted_on)s belum tiba. Tulis tanggal hari ini atau sebelumnya."),
    "follow_up_kinds_missing": say(
        "Pilih sedikitnya satu jenis perubahan yang memerlukan tindak lanjut ini."
    ),
}
