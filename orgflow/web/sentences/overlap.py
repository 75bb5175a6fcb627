"""Sentences about the comparison of duties, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

OVERLAP: Final = {
    "overlap_own_branch": say(
        "%(unit)s tidak dapat dipilih: yang disandingkan adalah biro atau perangkat daerah lain. Pilih dari "
        "daftarnya."
    ),
    "unknown_pair": say(
        "Tugas atau fungsi itu tidak ada lagi pada kedua unit yang disandingkan. Buka lagi persandingannya."
    ),
    "unknown_comparison": say(
        "Unit itu tidak disandingkan dalam usulan ini. Pilih unitnya di halaman Persandingan."
    ),
    "judgement_stale": say("Pasangan ini baru saja dinilai orang lain. Bandingkan, lalu simpan lagi."),
    "distinction_missing": say("Pembeda belum diisi. Tulis satu atau dua kalimat."),
}
