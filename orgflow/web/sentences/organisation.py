"""Sentences about units, structures, regulations and settings, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

ORGANISATION: Final = {
    "unknown_government": say("Pemerintah daerah itu tidak ada di sini. Periksa kodenya."),
    "unknown_unit": say("Unit ini tidak ada pada tanggal itu. Pilih unit atau tanggal lain."),
    "unknown_instrument": say("Peraturan itu tidak ada dalam catatan."),
    "name_taken": say(
        "Nama ini sudah dipakai %(taken_by)s. Pilih nama lain, atau ganti dahulu nama %(taken_by)s."
    ),
    "name_unchanged": say("Nama baru sama dengan nama sekarang. Tulis nama yang berbeda."),
    "structure_broken": say(
        "Susunan ini tidak membentuk satu pohon yang utuh. Tidak ada yang disimpan; periksa unit atasannya."
    ),
    "emblem_not_set": say("Lambang belum diunggah. Unggah di Pengaturan."),
    "nothing_to_correct": say("Catatan sudah berbunyi demikian; tidak ada yang perlu diralat."),
    "unit_may_not_propose": say(
        "%(unit)s tidak menyusun usulan sendiri. Usulkan melalui biro yang membawahinya."
    ),
    "effective_before_unit": say("%(unit)s baru tercatat sejak %(since)s. Pilih tanggal sesudahnya."),
    "later_change_stands": say(
        "Sesudah tanggal itu unit ini sudah berubah lagi dalam catatan. Periksa materi usulan terhadap "
        "susunan sekarang sebelum memberlakukannya."
    ),
    "regulation_taken": say(
        "Peraturan nomor %(number)s tahun %(year)s sudah dicatat. Periksa nomor dan tahunnya."
    ),
    "regulation_missing": say(
        "Pergub atau tanggal mulai berlakunya belum dicatat. Catat dahulu, lalu ulangi."
    ),
    "dates_out_of_order": say(
        "Tanggal tidak berurutan: %(first)s harus sama dengan atau sebelum %(second)s. Periksa kedua tanggal."
    ),
    "term_begins_too_early": say("Pejabat yang tercatat mulai menjabat %(since)s. Pilih tanggal sesudahnya."),
}
