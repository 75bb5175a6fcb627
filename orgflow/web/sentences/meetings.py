"""Sentences about meetings and what was agreed in them, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

MEETINGS: Final = {
    "unknown_meeting": say("Rapat itu tidak ada dalam usulan ini. Buka lagi daftar Rapat."),
    "unknown_meeting_point": say("Kesepakatan itu tidak ada dalam rapat ini. Buka lagi rapatnya."),
    "meetings_closed": say(
        "Usulan ini sudah selesai atau berakhir, jadi tidak ada lagi rapat yang dijadwalkan untuknya."
    ),
    "meeting_not_yet": say(
        "Rapat ini baru diadakan %(held_on)s. Hasilnya dicatat pada hari itu atau sesudahnya."
    ),
    "meeting_not_in_state": say(
        "Ini tidak dapat dilakukan pada rapat yang %(state)s. Buka rapatnya untuk melihat yang tersedia."
    ),
    "meeting_moved_on": say(
        "Orang lain baru saja mengubah rapat ini. Tulisan Anda masih ada; periksa, lalu simpan lagi."
    ),
    "meeting_list_too_long": say("Paling banyak %(most)s baris. Ringkas, atau lampirkan sebagai dokumen."),
    "meeting_person_unreadable": say(
        "Baris %(line)s tidak terbaca. Tulis satu orang satu baris: nama | jabatan, atau jabatan saja."
    ),
    "point_due_before_meeting": say(
        "Batas waktu tidak dapat sebelum rapatnya, %(held_on)s. Tulis tanggal itu atau sesudahnya."
    ),
    "point_responsible_unnamed": say("Tulis siapa pihak luar yang melaksanakannya."),
    "point_settled": say("Kesepakatan ini sudah dicatat selesai."),
    "point_not_responsible": say(
        "Kesepakatan ini bukan tugas Anda. Yang mencatat selesai adalah penanggung jawabnya."
    ),
}
