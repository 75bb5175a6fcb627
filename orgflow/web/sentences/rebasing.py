"""Sentences about a proposal whose structure changed meanwhile, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

REBASING: Final = {
    "questions_changed": say(
        "Susunan atau usulan lain berubah lagi setelah halaman ini Anda buka. Jawaban Anda belum disimpan; "
        "baca pertanyaan yang sekarang, lalu jawab lagi."
    ),
    "cannot_keep": say(
        "Usulan ini tidak dapat dipertahankan pada susunan sekarang. Pakai susunan terbaru, atau tanya Biro "
        "Organisasi."
    ),
    "nothing_to_rebase": say("Tidak ada yang perlu disesuaikan: usulan ini sudah sesuai susunan sekarang."),
    "proposal_unit_ended": say(
        "%(unit)s sudah berakhir, jadi usulan ini tidak dapat disesuaikan. Tarik usulan ini, lalu susun "
        "usulan baru dari unit yang meneruskannya."
    ),
    "note_missing": say("Tulis yang ingin disampaikan dalam satu atau dua kalimat."),
    "unknown_question": say(
        "Pertanyaan itu tidak ada lagi: usulannya sudah diputuskan, diajukan, atau tidak berbenturan lagi."
    ),
    "unknown_rebase": say("Penyesuaian itu tidak ada dalam usulan ini. Buka dari halaman Penyesuaian."),
}
