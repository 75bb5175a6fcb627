"""Sentences about notes put on a proposal, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

NOTES: Final = {
    "unknown_place": say(
        "Bagian itu tidak ada lagi dalam usulan ini. Buka daftar Catatan untuk melihat catatan lamanya."
    ),
    "unknown_note": say("Catatan itu tidak ada dalam usulan ini. Buka lagi daftar Catatan."),
    "quote_not_there": say(
        "Kata-kata itu tidak ada di bagian ini. Salin persis dari bunyinya di atas, atau kosongkan."
    ),
    "quote_ambiguous": say(
        "Kata-kata itu ada %(times)s kali di bagian ini. Kutip lebih panjang supaya jelas yang mana."
    ),
    "note_not_allowed": say(
        "Catatan ini bukan untuk Anda tulis, jawab, atau selesaikan pada keadaan usulan sekarang. Penelaah "
        "menulis selama usulan ada di mejanya, penyusun menjawab, dan yang menulis menyelesaikan."
    ),
    "note_settled": say(
        "Catatan ini sudah selesai. Bila masih ada yang perlu, penulisnya dapat bertanya lagi."
    ),
    "note_moved_on": say(
        "Orang lain baru saja menulis pada catatan ini. Tulisan Anda masih ada; baca dahulu, lalu kirim lagi."
    ),
    "mention_refused": say(
        "@%(name)s tidak dapat disebut: tidak ada akun aktif dengan nama itu yang boleh melihat usulan ini. "
        "Pilih dari daftar, atau tulis tanpa tanda @."
    ),
    "notes_unanswered": say(
        "%(count)s catatan penelaah belum dijawab. Buka Catatan pada usulan ini, jawab satu per satu, lalu "
        "lanjutkan."
    ),
}
