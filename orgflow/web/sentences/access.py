"""Sentences about accounts, passwords, roles and signing in, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

ACCESS: Final = {
    "permission_missing": say(
        "Peran Anda tidak mencakup hal ini. Bila seharusnya mencakup, minta administrator "
        "menambahkan perannya."
    ),
    "sign_in_required": say("Anda belum masuk. Masuk dahulu, lalu ulangi."),
    "sign_in_refused": say(
        "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi; "
        "bila lupa, minta administrator mengatur ulang kata sandi."
    ),
    "too_many_tries": say(
        "Terlalu banyak percobaan masuk yang gagal. Demi keamanan, tunggu %(minutes)s menit, lalu coba lagi."
    ),
    "unknown_session": say("Sesi itu sudah berakhir."),
    "unknown_user": say("Pengguna itu tidak ada pada pemerintah daerah ini."),
    "username_invalid": say(
        "Nama pengguna terdiri atas 3 sampai 40 huruf kecil, angka, titik, tanda hubung, atau garis bawah. "
        "Tulis misalnya nama.belakang."
    ),
    "username_taken": say("Nama pengguna %(username)s sudah dipakai. Pilih nama lain."),
    "password_too_short": say(
        "Kata sandi terlalu pendek. Pakai sekurangnya %(minimum)s huruf, angka, atau tanda."
    ),
    "password_too_long": say("Kata sandi terlalu panjang. Paling panjang %(maximum)s huruf."),
    "password_too_common": say(
        "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan, bukan nama atau "
        "urutan angka."
    ),
    "password_wrong": say(
        "Kata sandi yang sekarang tidak cocok. Ketik lagi kata sandi yang Anda pakai untuk masuk."
    ),
    "password_unchanged": say("Kata sandi baru sama dengan yang lama. Pilih kata sandi lain."),
    "role_missing": say("Pilih sekurangnya satu peran."),
    "roles_incompatible": say(
        "Peran %(alone)s tidak boleh digabung dengan peran lain, supaya yang mengatur atau memeriksa "
        "tidak ikut memutus. Buat akun terpisah."
    ),
    "unit_needed": say("Penyusun dan Kepala Biro terikat pada satu unit. Pilih unitnya."),
    "last_administrator": say(
        "Ini administrator aktif yang terakhir. Jadikan pengguna lain administrator dahulu, baru "
        "ubah akun ini."
    ),
    "account_already_so": say("Akun ini sudah dalam keadaan itu."),
}
