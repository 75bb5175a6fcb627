"""Sentences about operations that cannot be applied, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

CHANGES: Final = {
    "id_taken": say("Yang akan dibentuk sudah ada. Muat ulang halaman, lalu ulangi."),
    "merge_of_one": say("Penggabungan memerlukan sedikitnya dua unit. Pilih unit lain yang digabung."),
    "split_without_parts": say(
        "Pemecahan %(unit)s memerlukan sedikitnya dua unit baru. Tulis nama unit-unit barunya."
    ),
    "not_of_unit": say("%(name)s bukan bagian dari %(unit)s. Pilih dari daftar milik %(unit)s."),
    "taken_twice": say("%(name)s disebut dua kali. Sebut satu kali saja."),
    "function_moved_away": say(
        "Fungsi “%(text)s” sudah dialihkan ke %(unit)s. Alihkan dari %(unit)s, atau hapus pengalihan "
        "sebelumnya."
    ),
    "post_moved_away": say(
        "Jabatan %(post)s sudah dialihkan ke %(unit)s. Alihkan dari %(unit)s, atau hapus pengalihan "
        "sebelumnya."
    ),
    "heir_missing": say(
        "Unit yang meneruskan %(unit)s belum dipilih. Pilih unitnya, atau nyatakan bahwa isinya ikut dihapus."
    ),
    "heir_ends": say("Unit yang meneruskan %(unit)s ikut berakhir atau tidak ada. Pilih unit lain."),
    "place_negative": say("Nomor urut tidak boleh kurang dari nol."),
    "change_set_unreadable": say(
        "%(file)s bukan daftar perubahan. Pakai berkas yang ditulis orgflow structure derive --format json."
    ),
    "file_faulty": say("Berkas %(file)s tidak dapat dipakai: ada %(count)s kesalahan."),
    "kind_may_not_stand": say(
        "%(unit)s (%(kind)s) tidak dapat berada di bawah %(parent)s (%(parent_kind)s). Pilih jenis atau unit "
        "atasan yang lain."
    ),
    "organisation_broken": say(
        "Ada jabatan atau fungsi tanpa unit, atau jabatan tanpa formasi. Tidak ada yang disimpan."
    ),
    "later_change_stands": say(
        "Sesudah tanggal itu unit ini sudah berubah lagi dalam catatan. Periksa materi usulan terhadap "
        "susunan sekarang sebelum memberlakukannya."
    ),
}
