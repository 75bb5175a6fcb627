"""Sentences about who may sign, by error code, and the words of what they name."""

from typing import Final

from orgflow.web.sentences.marking import say

SIGNING: Final = {
    "unknown_signing_post": say(
        "Jabatan penanda tangan itu tidak tercatat pada tanggal itu. Periksa di Struktur."
    ),
    "signing_refused": say("Naskah ini tidak dapat ditandatangani seperti itu."),
    "signer_unknown": say(
        "Pejabat %(post)s belum diisi, sehingga tidak diketahui siapa yang menandatangani. Catat di Struktur."
    ),
    "signer_term_not_begun": say(
        "Pada %(on)s belum ada pejabat %(post)s yang tercatat; yang pertama mulai %(begins_on)s. "
        "Periksa tanggal naskah, atau catat pejabat sebelumnya di Struktur."
    ),
    "signer_term_ended": say(
        "%(name)s menjabat %(post)s sampai dengan %(last_day)s, dan penggantinya belum tercatat. "
        "Catat penggantinya di Struktur."
    ),
    "signer_last_seen": say(
        "%(name)s diketahui menjabat %(post)s pada %(seen_on)s saja; sesudahnya tidak diketahui. "
        "Catat pejabat yang sekarang di Struktur."
    ),
    "signing_chain_unknown": say(
        "Atasan langsung %(post)s belum tercatat, sehingga jenjangnya terhadap %(giver)s tidak diketahui. "
        "Catat kedudukannya di Struktur."
    ),
    "signer_not_below": say(
        "%(signer)s tidak berada di bawah %(giver)s, sehingga tidak menandatangani atas namanya."
    ),
    "signer_too_far_below": say(
        "%(signer)s berada %(levels)s tingkat di bawah %(giver)s. Atas nama (a.n.) turun satu tingkat, untuk "
        "beliau (u.b.) dua tingkat. Pilih penanda tangan yang lebih dekat."
    ),
    "mandate_missing": say(
        "Mandat %(giver)s kepada %(signer)s (%(mandate_form)s) belum tercatat. Catat di Pengaturan, "
        "Kewenangan tanda tangan."
    ),
    "mandate_of_other_form": say(
        "Mandat %(giver)s kepada %(signer)s tercatat sebagai %(recorded_form)s, sedangkan jenjang keduanya "
        "sekarang memerlukan %(mandate_form)s. Perbarui mandatnya di Pengaturan."
    ),
    "mandate_does_not_cover": say(
        "Mandat %(giver)s kepada %(signer)s (%(mandate_form)s) tidak mencakup %(signing_kind)s."
    ),
    "mandate_expired": say(
        "Mandat %(giver)s kepada %(signer)s (%(mandate_form)s) berakhir %(last_day)s, sebelum tanggal naskah "
        "%(on)s. Catat mandat yang baru di Pengaturan, atau pilih penanda tangan lain."
    ),
    "mandate_not_begun": say(
        "Mandat %(giver)s kepada %(signer)s (%(mandate_form)s) baru berlaku %(begins_on)s, sesudah tanggal "
        "naskah %(on)s. Periksa tanggalnya, atau pilih penanda tangan lain."
    ),
    "not_signed_on_behalf": say(
        "Tanda tangan pada %(signing_kind)s tidak dapat diwakilkan (a.n. atau u.b.)."
    ),
    "may_not_sign_in_own_name": say(
        "%(post)s tidak menandatangani %(signing_kind)s dengan namanya sendiri. Yang menandatangani: "
        "%(signing_roles)s."
    ),
    "mandate_to_itself": say("Pemberi dan penerima mandat adalah jabatan yang sama. Pilih penerima lain."),
    "mandate_form_unfit": say(
        "%(signer)s berada %(levels)s tingkat di bawah %(giver)s, tidak cocok dengan %(mandate_form)s: a.n. "
        "turun satu tingkat, u.b. dua tingkat."
    ),
    "mandate_period_unfit": say(
        "Mandat ini mulai berlaku %(begins_on)s. Hari terakhirnya tidak boleh sebelum itu."
    ),
    "mandate_kind_unfit": say(
        "Tanda tangan pada %(signing_kind)s tidak dapat diwakilkan. Hapus dari cakupan."
    ),
    "unknown_mandate": say("Mandat itu tidak ada. Buka kembali daftar mandat di Pengaturan."),
    "unknown_signing_rule": say("Aturan itu tidak ada. Buka kembali Kewenangan tanda tangan di Pengaturan."),
    "signing_post_not_single": say(
        "Ada beberapa %(signing_roles)s. Pilih unit yang pimpinannya menandatangani."
    ),
    "mandate_post_not_then": say(
        "Jabatan ini belum tercatat pada %(on)s. Periksa tanggal mulai mandat, atau catat jabatannya di "
        "Struktur."
    ),
    "mandate_ended_already": say("Mandat ini sudah berakhir %(last_day)s. Pilih hari yang lebih awal."),
    "rule_months_unfit": say("Tulis lamanya dalam bulan, dari 1 sampai %(longest)s."),
    "rule_severity_unfit": say("Aturan ini tidak dapat berakibat seperti itu. Pilih yang lain."),
    "rule_reach_unfit": say("Pilih sedikitnya satu."),
}

SIGNING_KINDS: Final = {
    "regulation": say("Peraturan Gubernur"),
    "decree": say("Keputusan Gubernur"),
    "promulgation": say("pengundangan"),
    "proposal": say("surat usulan"),
    "ministry_answer": say("jawaban kepada Kementerian"),
    "letter": say("surat dinas"),
    "assignment": say("surat tugas"),
    "internal": say("naskah intern"),
}
SIGNING_ROLES: Final = {
    "governor": say("Gubernur"),
    "deputy_governor": say("Wakil Gubernur"),
    "secretary": say("Sekretaris Daerah"),
    "assistant": say("Asisten"),
    "bureau_head": say("Kepala Biro"),
    "agency_head": say("Kepala Perangkat Daerah"),
    "other": say("pejabat lain"),
}
MANDATE_FORMS: Final = {
    "on_behalf": say("atas nama (a.n.)"),
    "by_delegation": say("untuk beliau (u.b.)"),
}
