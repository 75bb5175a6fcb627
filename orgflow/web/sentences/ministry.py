"""Sentences about the round trip with the ministry, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

MINISTRY: Final = {
    "reply_for_unknown_operation": say(
        "Jawaban itu untuk perubahan yang tidak ada dalam usulan ini. Buka lagi halamannya, lalu jawab dari "
        "daftarnya."
    ),
    "reply_twice": say("Perubahan nomor %(place)s dijawab dua kali. Pilih satu jawaban saja."),
    "replies_missing": say(
        "Jawaban untuk perubahan nomor %(places)s belum diisi. Jawab semuanya, lalu catat."
    ),
    "reply_needs_reason": say("Alasan penolakan perubahan nomor %(place)s belum diisi. Salin dari suratnya."),
    "changed_operation_missing": say(
        "Perubahan nomor %(place)s disebut diubah, tetapi bunyi barunya belum ada atau sama dengan usulan."
    ),
    "grant_does_not_apply": say(
        "Jawaban ini belum dapat dicatat: perubahan nomor %(place)s tidak dapat berlaku tanpa perubahan "
        "nomor %(because)s. Periksa lagi suratnya, lalu sesuaikan jawaban butir itu."
    ),
    "letter_before_sending": say(
        "Surat bertanggal %(dated_on)s, padahal usulan baru dikirim %(sent_on)s. Periksa tanggal suratnya."
    ),
    "late_reason_missing": say(
        "Surat ini dicatat tidak menurut urutan. Tulis alasannya; alasan itu tampil pada utas dan riwayat."
    ),
    "unknown_round": say("Putaran %(round)s belum ada: belum ada yang dikirim dalam putaran itu."),
    "received_before_written": say(
        "Surat diterima %(received_on)s, padahal bertanggal %(dated_on)s. Periksa kedua tanggalnya."
    ),
    "received_in_future": say("Tanggal terima %(received_on)s belum tiba. Isi tanggal surat itu diterima."),
    "incoming_twice": say(
        "Surat nomor %(number)s dari pengirim dan tanggal ini sudah dicatat dengan nomor agenda %(agenda)s."
    ),
    "proof_empty": say("Isi nama penerima, nomor tanda terima atau resi, atau unggah hasil pindainya."),
    "delivered_before_sent": say(
        "Surat disebut sampai %(delivered_on)s, padahal baru dikirim %(sent_on)s. Periksa tanggalnya."
    ),
    "delivered_in_future": say("Tanggal %(delivered_on)s belum tiba. Isi tanggal surat itu sampai."),
    "unknown_ministry_item": say(
        "Butir itu tidak ada dalam permintaan Kemendagri atas usulan ini. Buka lagi halaman tanggapannya."
    ),
    "nothing_asked": say("Belum ada butir yang ditulis. Tulis sedikitnya satu hal yang diminta."),
    "item_place_unknown": say(
        "Tempat butir itu belum dipilih atau tidak ada dalam usulan ini. Pilih dari daftarnya."
    ),
    "due_before_asked": say(
        "Batas waktu %(due_on)s lebih awal daripada tanggal suratnya, %(asked_on)s. Periksa tanggalnya."
    ),
    "items_unanswered": say(
        "Kelengkapan belum dapat dikirim: butir %(numbers)s belum dijawab. Jawab lebih dahulu pada halaman "
        "Tanggapan Kemendagri."
    ),
    "item_sent_already": say(
        "Jawaban butir %(number)s sudah dikirim ke Kemendagri dan tidak dapat diubah lagi."
    ),
    "letter_answered": say("Isi surat nomor %(number)s sudah dicatat untuk usulan ini."),
    "unknown_incoming_letter": say(
        "Surat masuk itu tidak ada dalam agenda, atau tidak berkaitan dengan usulan ini."
    ),
    "unknown_ministry_desk": say("Meja Kemendagri itu tidak ada. Pilih dari daftarnya."),
}
