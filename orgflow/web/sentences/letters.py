"""Sentences about letters, their numbers and their rendering, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

LETTERS: Final = {
    "unknown_letter": say("Surat itu tidak ada, atau di luar unit Anda. Buka dari daftar Surat."),
    "unknown_letter_page": say("Surat ini tidak mempunyai halaman itu."),
    "unknown_letter_format": say("Surat hanya tersedia sebagai PDF atau DOCX."),
    "unknown_letter_kind": say("Jenis surat itu tidak tersedia."),
    "signatory_not_of_kind": say(
        "Naskah ini tidak ditandatangani oleh pejabat itu. Pilih penanda tangan lain."
    ),
    "unknown_letter_detail": say("Isian %(details)s tidak ada pada jenis surat ini. Muat ulang halamannya."),
    "letter_detail_row_too_wide": say(
        "Baris %(line)s memuat lebih dari %(columns)s kolom. Pisahkan kolom dengan tanda | "
        "seperti pada petunjuk."
    ),
    "letter_detail_too_long": say(
        "Terlalu banyak baris. Paling banyak %(most)s baris; pindahkan ke lampiran."
    ),
    "main_letter_begun": say(
        "Surat usulan disiapkan bersama usulannya dan tidak disingkirkan. Buka dari halaman Dokumen."
    ),
    "letter_moves_with_proposal": say(
        "Surat usulan dicatat ditandatangani dan dikirim dari halaman usulannya. Buka usulannya, "
        "lalu catat di sana."
    ),
    "letter_kind_without_number": say("Naskah jenis ini tidak bernomor."),
    "unknown_way_out": say("Surat tidak tersedia dalam bentuk itu. Pilih dari daftar Unduh."),
    "way_out_not_ready": say(
        "Surat belum dapat keluar dalam bentuk itu. Terbitkan surat dan lengkapi "
        "data penanda tangannya dahulu."
    ),
    "letter_not_issued": say("Surat belum diterbitkan. Terbitkan dahulu dari halaman surat, lalu ulangi."),
    "letter_not_in_state": say(
        "Surat ini sekarang %(state)s, jadi hal itu tidak dapat dilakukan. Muat ulang halamannya."
    ),
    "letter_number_taken": say("Nomor %(number)s sudah dipakai surat lain. Periksa nomornya."),
    "letter_number_missing": say("Nomor atau tanggal surat belum dicatat. Catat keduanya, lalu ulangi."),
    "letter_not_ready": say(
        "Surat belum siap ditandatangani. Lengkapi yang ditandai pada pemeriksaan akhir."
    ),
    "signing_needs_reason": say(
        "Ada yang harus diperhatikan mengenai penanda tangan. Tulis alasan surat tetap ditandatangani, "
        "lalu terbitkan lagi."
    ),
    "void_reason_too_short": say("Alasan pembatalan terlalu singkat. Tulis sekurangnya %(minimum)s huruf."),
    "register_not_own": say(
        "Kantor ini belum menyatakan buku nomornya sendiri, jadi nomor diberikan di tempat lain. "
        "Ubah dahulu di Pengaturan bila memang memakai buku nomor sendiri."
    ),
    "unknown_number_token": say(
        "Pola nomor memuat “%(token)s” yang tidak dikenal. Pakai {klasifikasi}, {urut}, {kode_unit}, "
        "{tahun}, "
        "{bulan_romawi}, atau {kode_jenis}."
    ),
    "number_not_spellable": say(
        "Bilangan %(number)s tidak dapat ditulis dengan kata. Pakai 0 sampai 999.999.999."
    ),
    "unreadable_letter_facts": say(
        "Isi surat yang tersimpan tidak terbaca oleh versi program ini. Hubungi administrator."
    ),
    "template_refused": say(
        "Naskah surat memakai perintah yang tidak dibolehkan (baris %(line)s). Hubungi administrator."
    ),
    "template_unreadable": say("Naskah surat tidak terbaca (%(at)s). Hubungi administrator."),
    "letter_markup_refused": say(
        "Naskah surat memakai bentuk yang tidak dapat dibawa ke Word (baris %(line)s). Hubungi administrator."
    ),
    "letter_facts_unfit": say(
        "Isian surat tidak sesuai dengan naskahnya: %(places)s. Hubungi administrator."
    ),
    "unknown_letter_gap": say(
        "Ada tempat kosong pada surat yang tidak dikenal: %(key)s. Hubungi administrator."
    ),
    "unprintable_letter_text": say(
        "Ada huruf yang tidak dapat dicetak pada: %(places)s. Ketik ulang bagian itu."
    ),
    "letter_too_long": say("Tulisan terlalu panjang pada: %(places)s. Ringkas, lalu ulangi."),
    "emblem_mismatch": say("Gambar lambang tidak sama dengan yang dicatat surat ini. Hubungi administrator."),
    "emblem_unreadable": say(
        "Gambar lambang tidak terbaca. Unggah lagi sebagai PNG atau JPEG di Pengaturan."
    ),
    "letter_glyph_missing": say(
        "Huruf %(characters)s tidak tersedia pada jenis huruf surat. Ganti huruf itu, lalu ulangi."
    ),
    "letter_render_failed": say(
        "Surat belum dapat digambar sekarang. Tidak ada yang berubah; coba lagi sebentar lagi. "
        "Bila berulang, hubungi administrator."
    ),
}
