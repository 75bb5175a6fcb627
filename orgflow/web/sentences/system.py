"""Sentences about requests, files and the installation itself, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

SYSTEM: Final = {
    "domain_error": say("Permintaan ini tidak dapat dijalankan. Muat ulang halaman, lalu coba lagi."),
    "rule_broken": say("Aturan kantor tidak membolehkan hal ini. Periksa isian, lalu coba lagi."),
    "not_found": say(
        "Yang Anda cari tidak ada, atau Anda tidak berwenang membukanya. Mulai lagi dari Beranda."
    ),
    "conflict": say("Orang lain menyimpan perubahan lebih dahulu. Buka lagi halamannya, lalu ulangi."),
    "forbidden": say(
        "Anda tidak berwenang melakukan hal ini. Hubungi administrator bila seharusnya berwenang."
    ),
    "unavailable": say(
        "Layanan sedang tidak dapat dipakai. Tidak ada yang berubah; coba lagi sebentar lagi."
    ),
    "text_empty": say("Isian ini masih kosong. Tulis isinya, lalu simpan lagi."),
    "text_too_long": say(
        "Tulisan ini %(length)s huruf, paling panjang %(limit)s. Ringkas, lalu simpan lagi."
    ),
    "text_unprintable": say(
        "Tulisan ini memuat huruf tak terlihat yang tidak dapat dicetak (%(character)s). "
        "Hapus bagian itu atau ketik ulang."
    ),
    "date_unreadable": say(
        "“%(text)s” tidak terbaca sebagai tanggal. Tulis tanggal seperti 7 Desember 2022."
    ),
    "year_out_of_range": say("%(text)s di luar jangkauan. Tulis tahun antara %(earliest)s dan %(latest)s."),
    "date_impossible": say("%(text)s tidak ada dalam kalender. Tulis tanggal seperti 7 Desember 2022."),
    "stale_revision": say(
        "Data ini diubah setelah halaman ini Anda buka. Yang Anda kirim belum disimpan; "
        "bandingkan dengan keadaan sekarang, lalu simpan lagi."
    ),
    "simultaneous_change": say(
        "Hal yang sama sedang disimpan pada saat bersamaan. Buka lagi halamannya, lalu ulangi "
        "bila masih perlu."
    ),
    "upgrade_refused": say(
        "Basis data tidak dapat diperbarui karena ada isi yang tercatat dua kali: %(detail)s. Perbaiki "
        "dengan versi program yang lama, lalu ulangi."
    ),
    "database_unavailable": say(
        "Basis data tidak menjawab atau tempatnya penuh. Tidak ada yang berubah; coba lagi sebentar lagi."
    ),
    "database_damaged": say(
        "Berkas basis data rusak atau bukan basis data OrgFlow. Hentikan OrgFlow, simpan salinan berkas itu, "
        "lalu pulihkan dari cadangan."
    ),
    "value_not_storable": say(
        "Isian ini terlalu besar atau bentuknya tidak dapat disimpan. Periksa isian, lalu simpan lagi."
    ),
    "name_unreadable": say(
        "Nama ini memuat ganti baris atau huruf tak terlihat (%(character)s). Hapus lalu ketik ulang "
        "dalam satu baris."
    ),
    "database_behind": say(
        "Basis data belum sesuai dengan versi program ini. Jalankan orgflow init, lalu mulai lagi."
    ),
    "database_not_durable": say(
        "Server PostgreSQL diatur sehingga data yang sudah disimpan dapat hilang (%(settings)s). "
        "Nyalakan pengaturan itu, lalu mulai lagi."
    ),
    "storage_full": say(
        "Tempat penyimpanan penuh, jadi berkas tidak disimpan. Tidak ada yang berubah; hubungi administrator."
    ),
    "storage_unavailable": say(
        "Tempat penyimpanan berkas tidak dapat dibuka. Tidak ada yang berubah; hubungi administrator."
    ),
    "file_missing": say(
        "Berkas ini tercatat, tetapi tidak ada di tempat penyimpanan. Hubungi administrator untuk "
        "memulihkannya."
    ),
    "file_damaged": say(
        "Isi berkas ini tidak lagi sama dengan saat disimpan, jadi tidak ditampilkan. Hubungi administrator."
    ),
    "unknown_file": say("Berkas ini tidak ada, atau Anda tidak berwenang membukanya."),
    "upload_empty": say(
        "Belum ada berkas yang dipilih, atau berkasnya kosong. Pilih berkas, lalu unggah lagi."
    ),
    "upload_too_large": say(
        "Berkas ini terlalu besar. Paling besar %(limit)s; pindai dengan ketajaman lebih rendah, "
        "lalu unggah lagi."
    ),
    "upload_wrong_kind": say(
        "Berkas ini bukan %(expected)s. Pindai atau simpan sebagai %(expected)s, lalu unggah lagi."
    ),
    "upload_dangerous": say(
        "Berkas ini memuat %(reason)s, jadi tidak diterima. Cetak ke PDF baru atau pindai, lalu unggah lagi."
    ),
    "upload_broken": say(
        "Berkas ini rusak atau tidak terbaca sampai akhir. Buat ulang berkasnya, lalu unggah lagi."
    ),
    "nothing_changed": say("Tidak ada yang berubah: isian sama dengan yang sudah tersimpan."),
}
