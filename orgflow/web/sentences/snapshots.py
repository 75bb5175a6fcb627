"""Sentences about the frozen files of a proposal, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

SNAPSHOTS: Final = {
    "unknown_snapshot": say(
        "Salinan berkas itu tidak ada, atau tidak dikirim ke kementerian. Buka daftar Salinan berkas."
    ),
    "snapshot_unreadable": say(
        "Salinan berkas ini tidak sama lagi dengan yang dahulu disimpan, jadi tidak ditampilkan. Beri tahu "
        "administrator; yang tersimpan perlu diperiksa dengan cadangannya."
    ),
    "piece_twice": say("Berkas usulan ini memuat satu bagian dua kali. Beri tahu administrator."),
}
