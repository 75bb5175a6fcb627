"""Sentences about delegations, persons of accounts and roles of posts, by error code, and their words."""

from typing import Final

from orgflow.web.sentences.marking import say

AUTHORITY: Final = {
    "delegation_to_itself": say("Tugas tidak didelegasikan kepada diri sendiri. Pilih orang lain."),
    "delegate_unfit": say(
        "%(name)s tidak dapat menerima tugas: akunnya nonaktif, atau ia administrator atau pemeriksa yang "
        "tidak ikut memutus. Pilih orang lain."
    ),
    "delegation_period_unfit": say(
        "Hari terakhir tidak boleh sebelum hari pertama, %(begins_on)s. Periksa kedua tanggalnya."
    ),
    "delegation_backdated": say(
        "Tugas sendiri didelegasikan mulai hari ini atau sesudahnya, tidak berlaku surut. "
        "Tulis hari pertama yang belum lewat."
    ),
    "nothing_delegated": say("Pilih sekurangnya satu tugas, atau jabatan yang tugasnya didelegasikan."),
    "delegation_post_needed": say("Plh. dan Plt. selalu pada satu jabatan. Pilih jabatannya."),
    "task_not_own": say("Tugas atau jabatan itu bukan milik pemberi tugas, jadi tidak dapat didelegasikan."),
    "redelegation": say(
        "Tugas itu Anda terima dari orang lain. Yang didelegasikan tidak dapat didelegasikan lagi; "
        "minta pemberi tugas mencabutnya, lalu mendelegasikan langsung."
    ),
    "delegation_overlaps": say(
        "Sebagian tugas itu sudah di tangan orang lain dari %(since)s sampai %(last_day)s. "
        "Cabut yang itu dahulu, atau pilih hari lain."
    ),
    "delegation_letter_in_future": say("Tanggal surat belum tiba. Periksa tanggal suratnya."),
    "delegation_ended": say(
        "Pendelegasian ini sudah berakhir atau sudah dicabut; tidak ada yang perlu dicabut."
    ),
    "delegation_principal_unknown": say(
        "Belum disebut tugas siapa yang didelegasikan. Pilih akun atau pejabatnya."
    ),
    "person_not_in_post": say(
        "Menurut Struktur, pada %(on)s %(post)s bukan %(person)s melainkan %(holders)s. Periksa nama dan "
        "tanggalnya; bila memang demikian, tulis alasannya."
    ),
    "acting_person_doubted": say(
        "%(person)s adalah %(capacity)s %(post)s. Dasar yang perlu diperhatikan: %(citation)s. "
        "Bila tetap dicatat, tulis alasannya."
    ),
    "sheet_empty": say("Belum ada paraf yang diisi. Tulis nama dan tanggal sekurangnya satu paraf."),
    "unknown_delegation": say("Pendelegasian itu tidak ada, atau bukan milik Anda."),
    "unknown_official": say("Pejabat itu tidak ada dalam catatan."),
    "person_has_account": say(
        "%(name)s sudah mempunyai akun %(username)s. Satu orang memakai satu akun; lepaskan yang itu dahulu."
    ),
    "post_role_already_so": say("Peran jabatan itu sudah demikian; tidak ada yang berubah."),
    "role_not_of_post": say("Peran itu tidak melekat pada jabatan. Pilih peran lain."),
}

CAPACITY_WORDS: Final = {
    "plt": say("Plt."),
    "plh": say("Plh."),
    "pj": say("Pj."),
    "pjs": say("Pjs."),
}
