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
    "not_yet_begun": say(
        "Pada %(on)s unit atau jabatan ini belum ada; catatannya mulai %(begins)s. Pilih tanggal sesudahnya."
    ),
    "already_ended": say(
        "Pada %(on)s unit atau jabatan ini sudah berakhir (%(ended)s). Pilih tanggal sebelumnya, atau ralat "
        "tanggal berakhirnya."
    ),
    "nothing_changes": say("Yang Anda isi sama dengan yang sudah tercatat. Tidak ada yang perlu disimpan."),
    "later_change_planned": say(
        "Sudah tercatat perubahan lain mulai %(planned)s. Batalkan dahulu perubahan itu, lalu ulangi."
    ),
    "no_change_that_day": say("Tidak ada perubahan yang dimulai pada %(on)s. Periksa tanggalnya."),
    "already_begun": say(
        "Ini sudah ada sejak %(begins)s, jadi tidak dapat dibatalkan. Akhiri, atau ralat catatannya."
    ),
    "period_empty": say("Tanggal berakhir harus sesudah tanggal mulai. Periksa kedua tanggal."),
    "unit_code_taken": say("Kode %(unit_code)s sudah dipakai unit lain. Pilih kode lain."),
    "root_stays": say(
        "%(unit)s adalah puncak susunan: tidak dapat dipindahkan ke bawah unit lain atau diakhiri."
    ),
    "children_remain": say(
        "%(unit)s masih membawahi unit lain: %(children)s. Akhiri atau pindahkan dahulu unit-unit itu."
    ),
    "unknown_unit_kind": say("Jenis unit itu tidak dikenal. Pilih jenis dari daftar."),
    "succession_twice": say("Asal-usul %(successor)s dari %(predecessor)s tidak dapat dicatat dua kali."),
    "unknown_succession": say("Asal-usul itu tidak ada dalam catatan."),
    "unit_outside_parent": say(
        "Pada %(on)s, %(unit)s akan berada di bawah unit yang tidak ada (%(parent)s). Sesuaikan masa "
        "berlakunya, atau pindahkan ke unit lain."
    ),
    "several_roots": say(
        "Pada %(on)s akan ada lebih dari satu unit puncak: %(names)s. Pilih unit atasannya."
    ),
    "unit_cycle": say(
        "Pada %(on)s, %(unit)s akan berada di bawah dirinya sendiri. Pilih unit atasan yang lain."
    ),
    "post_outside_unit": say(
        "Pada %(on)s jabatan %(post)s ada, tetapi unitnya tidak. Sesuaikan dahulu masa berlaku jabatan itu."
    ),
    "function_outside_unit": say(
        "Pada %(on)s tugas atau fungsi “%(text)s” berlaku, tetapi unitnya tidak ada. Sesuaikan masanya."
    ),
    "appointment_outside_post": say(
        "%(official)s tercatat menjabat %(post)s pada %(on)s, padahal jabatan itu tidak ada pada tanggal "
        "tersebut. Sesuaikan masa jabatannya."
    ),
    "seat_taken": say(
        "Jabatan %(post)s hanya untuk %(seats)s orang, tetapi pada %(on)s akan dijabat %(officials)s. Akhiri "
        "dahulu masa jabatan yang lama."
    ),
    "succession_outside_unit": say(
        "Pada %(on)s, %(successor)s tidak mungkin berasal dari %(predecessor)s. Periksa tanggal dan unitnya."
    ),
    "unknown_post": say("Jabatan itu tidak ada dalam catatan."),
    "unknown_appointment": say("Masa jabatan itu tidak ada dalam catatan."),
    "unknown_function": say("Tugas atau fungsi itu tidak ada dalam catatan."),
    "seats_too_few": say("Jumlah formasi paling sedikit 1."),
    "record_stale": say(
        "%(unit)s berubah setelah Anda membuka halaman ini. Periksa keadaannya sekarang, lalu simpan lagi."
    ),
    "chart_too_large": say(
        "Bagan ini memuat %(count)s unit; sekali gambar paling banyak %(most)s. Pilih satu cabang sebagai "
        "puncaknya."
    ),
    "chart_empty": say("Belum ada susunan yang tercatat pada %(on)s. Pilih tanggal sesudahnya."),
    "annex_too_long": say("Keterangan lampiran paling banyak %(most)s baris. Kurangi barisnya."),
    "emblem_not_set": say("Lambang belum diunggah. Unggah di Pengaturan."),
    "unit_may_not_propose": say(
        "%(unit)s tidak menyusun usulan sendiri. Usulkan melalui biro yang membawahinya."
    ),
    "effective_before_unit": say("%(unit)s baru tercatat sejak %(since)s. Pilih tanggal sesudahnya."),
    "amends_itself": say(
        "Peraturan ini tidak dapat mengubah dirinya sendiri, atau sudah tercatat mengubahnya."
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
    "term_not_begun": say("Masa jabatan mulai %(since)s belum tiba. Catat pada atau sesudah hari itu."),
    "year_not_of_enactment": say(
        "Tahun peraturan adalah tahun penetapannya. Tanggal penetapan di tahun %(enacted_year)s, "
        "tetapi tahun yang ditulis %(year)s. Samakan keduanya."
    ),
    "term_begins_too_early": say("Pejabat yang tercatat mulai menjabat %(since)s. Pilih tanggal sesudahnya."),
}
