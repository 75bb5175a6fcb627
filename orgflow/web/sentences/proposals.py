"""Sentences about proposals, their operations and their road, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

PROPOSALS: Final = {
    "month_unreadable": say(
        "“%(month)s” tidak terbaca sebagai bulan. Tulis tahun dan bulan, seperti 2026-11."
    ),
    "unknown_proposal": say("Usulan itu tidak ada, atau di luar unit Anda. Buka dari daftar Usulan."),
    "unknown_operation": say("Perubahan itu sudah tidak ada dalam usulan ini. Muat ulang halamannya."),
    "unknown_document_code": say(
        "Dokumen itu tidak diminta kantor ini, disusun OrgFlow, atau dicatat bersama langkahnya."
    ),
    "operation_unreadable": say(
        "Materi usulan ini disimpan oleh versi program yang lain dan tidak terbaca. Hubungi administrator."
    ),
    "predecessor_still_running": say(
        "Usulan baru hanya disusun dari usulan yang ditolak atau ditarik; yang ini masih %(state)s."
    ),
    "transition_not_allowed": say(
        "Langkah ini tidak ada pada keadaan usulan sekarang (%(state)s). Muat ulang halamannya untuk melihat "
        "langkah yang tersedia."
    ),
    "out_of_turn": say("Belum gilirannya: %(first)s harus lebih dahulu."),
    "step_taken_already": say("Langkah ini sudah dicatat: %(action)s. Muat ulang halamannya."),
    "unknown_route_step": say(
        "Langkah itu tidak ada pada jalur usulan ini. Muat ulang halamannya untuk melihat langkah yang ada."
    ),
    "unknown_route": say("Jalur itu tidak ada. Buka dari Pengaturan, bagian Jalur persetujuan."),
    "route_unchanged": say("Usulan ini sudah menjalani jalur itu."),
    "route_as_it_is": say("Tidak ada yang diubah pada jalur ini."),
    "review_unknown": say("Pilih harmonisasi atau fasilitasi yang dilakukan lebih dahulu."),
    "route_key_twice": say("Langkah %(step)s tercantum dua kali dengan kunci yang sama."),
    "route_out_of_order": say(
        "Langkah %(step)s tidak pada tempatnya. Urutannya: biro pengusul, Biro Organisasi, Biro Hukum, "
        "paraf, tanda tangan; yang sejajar harus dari tahap yang sama."
    ),
    "route_unsigned": say("Jalur harus memuat sedikitnya satu tanda tangan."),
    "route_unapproved": say("Jalur harus memuat persetujuan pada telaah Biro Organisasi."),
    "signature_misplaced": say(
        "Langkah %(step)s keliru: tanda tangan hanya pada tahap terakhir, dan di sana tidak ada yang lain."
    ),
    "route_post_unknown": say("Jabatan untuk langkah %(step)s tidak ada lagi hari ini. Pilih jabatan lain."),
    "route_taker_unfit": say("Langkah %(step)s belum ada pelakunya. Pilih peran atau jabatan."),
    "own_work": say("Anda menyusun usulan ini, jadi paraf atau keputusan harus diberikan pejabat lain."),
    "paraf_is_own": say(
        "Paraf %(step)s hari ini paraf Anda sendiri, jadi tidak dicatat dari lembar. Bubuhkan paraf itu dari "
        "halaman usulan."
    ),
    "step_needs": say("Langkah ini belum lengkap. Masih diperlukan: %(missing)s."),
    "step_date_in_future": say("%(acted_on)s belum tiba. Tulis tanggal hari ini atau sebelumnya."),
    "step_date_before_previous": say(
        "%(acted_on)s mendahului langkah sebelumnya, %(previous)s. Periksa tanggalnya; bila memang terjadi "
        "lebih dahulu, tulis mengapa dicatat tidak menurut urutan."
    ),
    "proposal_not_editable": say(
        "Isi usulan hanya dapat diubah selama masih draf; sekarang %(state)s. Minta dikembalikan "
        "bila perlu diperbaiki."
    ),
    "proposal_incomplete": say("Usulan belum lengkap. Masih kurang: %(missing)s."),
}
