"""Sentences about what is written in a study, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

STUDY: Final = {
    "unknown_study_section": say("Kajian ini tidak mempunyai bagian itu. Buka lagi daftar bagiannya."),
    "unknown_study_version": say("Versi itu tidak ada. Buka lagi daftar versinya."),
    "study_section_stale": say(
        "Bagian ini disimpan orang lain setelah Anda membukanya. Bandingkan kedua tulisan, lalu simpan lagi."
    ),
    "study_year_unreadable": say("Tulis tahun datanya dengan empat angka, misalnya 2025."),
    "study_year_ahead": say("Tahun data tidak boleh sesudah %(year)s."),
}
