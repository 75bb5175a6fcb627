"""Sentences about notices, mails and the queue, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

NOTICES: Final = {
    "unknown_notice": say("Pemberitahuan itu tidak ada, atau bukan untuk Anda. Buka lagi Pemberitahuan."),
    "unknown_mail": say("Surel itu tidak ada. Buka lagi Kotak keluar surel."),
    "mail_address_unfit": say(
        "Alamat surel ini tidak terbaca. Tulis misalnya nama@contoh.go.id, tanpa spasi."
    ),
    "mail_address_needed": say("Tulis alamat surel, atau pilih tidak menerima surel."),
    "mail_not_given_up": say("Surel ini sudah terkirim atau masih dicoba dikirim. Buka lagi halamannya."),
    "queue_unavailable": say(
        "Antrean pekerjaan (%(kind)s) tidak dapat dipakai. Periksa ORGFLOW_QUEUE_URL, server, dan pustakanya."
    ),
}
