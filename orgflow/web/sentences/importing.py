"""Sentences about a file to import: why it cannot be taken, and what to do about a faulty row."""

from typing import Final

from orgflow.domain.organisation.roster import RowDoubtCode, RowFaultCode
from orgflow.web.sentences.marking import say

C = RowFaultCode

IMPORTING: Final = {
    "unknown_import": say("Berkas impor itu tidak ada. Unggah lagi berkasnya."),
    "import_unreadable": say("%(fault)s"),
    "import_faulty": say(
        "Berkas ini belum diimpor: %(count)s tempat perlu diperbaiki. Perbaiki di berkas Anda, lalu "
        "unggah lagi."
    ),
    "import_stale": say(
        "Susunan berubah setelah Anda melihat pratinjau %(file)s. Belum ada yang diimpor; periksa "
        "pratinjau yang baru, lalu putuskan lagi."
    ),
    "import_done": say("%(file)s sudah diimpor. Lihat hasilnya di Struktur, atau unggah berkas lain."),
    "columns_untold": say(
        "%(file)s tidak memakai kolom OrgFlow. Tentukan dahulu arti kolomnya; di baris perintah dengan --map."
    ),
    "map_unreadable": say(
        "Berkas arti kolom tidak terbaca (%(said)s). Tulis seperti contoh di "
        "docs/how-to/import-a-structure.md."
    ),
    "map_incomplete": say("Pilih kolom yang memuat nama unit; tanpa itu susunan tidak terbaca."),
}

FAULTS: Final[dict[str, str]] = {
    C.FILE_EMPTY: say("Berkas ini tidak berisi baris data. Isi sedikitnya satu baris di bawah judul kolom."),
    C.FILE_TOO_LARGE: say(
        "Berkas ini terlalu besar bila dibuka. Sisakan lembar yang perlu saja, tanpa gambar, lalu "
        "unggah lagi."
    ),
    C.FILE_UNREADABLE: say(
        "Berkas ini tidak dapat dibaca sebagai tabel. Buka di Excel atau LibreOffice, simpan sebagai "
        "XLSX tanpa "
        "makro dan tanpa kata sandi, lalu unggah lagi."
    ),
    C.WRONG_ENCODING: say(
        "Huruf di berkas ini tidak memakai UTF-8. Simpan lagi sebagai “CSV UTF-8”, atau sebagai XLSX."
    ),
    C.WRONG_SEPARATOR: say(
        "Pemisah kolomnya tidak dikenal. Pisahkan kolom dengan koma, titik koma, atau tab, atau "
        "simpan sebagai "
        "XLSX."
    ),
    C.QUOTES_UNCLOSED: say(
        "Tanda kutip di sekitar baris ini tidak berpasangan. Perbaiki tanda kutipnya, atau simpan "
        "sebagai XLSX."
    ),
    C.COLUMN_MISSING: say(
        "Kolom %(value)s tidak ada. Tambahkan kolom itu, atau tentukan arti kolom berkas ini."
    ),
    C.COLUMN_TWICE: say("Judul kolom %(value)s ada dua kali. Hapus atau ganti judul salah satunya."),
    C.COLUMN_UNKNOWN: say(
        "Kolom %(value)s tidak dikenal. Periksa ejaannya, atau hapus kolom itu bila tidak diperlukan."
    ),
    C.SHEET_MISSING: say(
        "Tidak ada lembar yang dikenal %(value)s. Beri nama lembar seperti pada isian kosong, atau "
        "tentukan arti "
        "kolomnya."
    ),
    C.TOO_MANY_ROWS: say("Barisnya lebih dari %(value)s. Bagi menjadi beberapa berkas."),
    C.TOO_MANY_COLUMNS: say("Kolomnya lebih dari %(value)s. Hapus kolom yang tidak diperlukan."),
    C.BESIDE_HEADINGS: say(
        "“%(value)s” berdiri di luar kolom yang berjudul. Hapus isinya, atau beri kolom itu judul."
    ),
    C.FORMULA_CELL: say("Sel ini berisi rumus. Ganti dengan hasilnya: salin, lalu tempel sebagai nilai."),
    C.ERROR_CELL: say("Sel ini berisi galat %(value)s. Tulis nilainya, atau kosongkan."),
    C.NUMBER_ROUNDED: say(
        "Angka %(value)s sudah dibulatkan oleh Excel. Jadikan kolom ini Teks, lalu tulis lagi angkanya dari "
        "sumbernya."
    ),
    C.VALUE_MISSING: say("Kolom ini wajib diisi. Tulis isinya, atau hapus barisnya."),
    C.TEXT_TOO_LONG: say("Isinya lebih dari %(value)s huruf. Persingkat."),
    C.TEXT_UNPRINTABLE: say("Isinya memuat huruf yang tidak dapat dicetak. Ketik ulang isinya."),
    C.BAD_DATE: say("“%(value)s” bukan tanggal. Tulis seperti 7 Desember 2022 atau 2022-12-07."),
    C.BAD_NUMBER: say("“%(value)s” bukan angka yang dapat dipakai di sini. Tulis angka bulat."),
    C.BAD_CHOICE: say("“%(value)s” tidak dikenal di kolom ini. Tulis %(choices)s."),
    C.PERIOD_EMPTY: say(
        "Masa berlakunya berakhir pada %(value)s, sebelum dimulai. Periksa kedua tanggal di baris ini."
    ),
    C.PERIODS_OVERLAP: say(
        "Masa berlakunya bertumpuk dengan baris %(value)s. Akhiri yang satu sebelum yang lain mulai."
    ),
    C.UNKNOWN_KIND: say("Jenis unit “%(value)s” tidak dikenal. Tulis misalnya Biro, Bagian, atau Dinas."),
    C.UNKNOWN_PARENT: say(
        "Unit atasan “%(value)s” tidak ada di berkas ini dan belum tercatat. Tambahkan barisnya, "
        "atau perbaiki "
        "penulisannya."
    ),
    C.PARENT_AMBIGUOUS: say(
        "Ada lebih dari satu unit bernama “%(value)s”. Tambahkan kolom kode unit dan kode atasan "
        "agar jelas yang "
        "mana."
    ),
    C.UNKNOWN_UNIT: say(
        "Unit “%(value)s” tidak ada di berkas ini dan belum tercatat. Tambahkan barisnya, atau "
        "perbaiki kodenya."
    ),
    C.UNKNOWN_POST: say(
        "Jabatan “%(value)s” tidak ada di berkas ini dan belum tercatat. Tambahkan jabatannya, atau perbaiki "
        "penulisannya."
    ),
    C.UNKNOWN_REGULATION: say(
        "Peraturan “%(value)s” tidak ada di lembar dasar_hukum dan belum tercatat. Tambahkan di sana, atau "
        "perbaiki kuncinya."
    ),
    C.DUPLICATE_CODE: say("Kode ini sudah dipakai baris %(value)s. Beri setiap baris kodenya sendiri."),
    C.DUPLICATE_NAME: say(
        "Nama “%(value)s” dipakai dua unit di bawah atasan yang sama. Bedakan namanya, atau hapus "
        "salah satunya."
    ),
    C.DUPLICATE_ROW: say("Baris ini mengulang baris %(value)s. Hapus salah satunya."),
    C.CYCLE: say("“%(value)s” berada di bawah dirinya sendiri. Perbaiki unit atasannya."),
    C.SEVERAL_ROOTS: say(
        "Lebih dari satu unit tanpa atasan: %(value)s. Isi atasannya; hanya puncak susunan yang kosong."
    ),
    C.NO_ROOT: say(
        "Tidak ada puncak susunan: semua unit mempunyai atasan. Kosongkan atasan unit yang paling atas."
    ),
    C.OUTSIDE_PARENT: say(
        "“%(value)s” berlaku pada hari unit atasannya tidak ada. Sesuaikan masa berlaku salah satunya."
    ),
    C.OUTSIDE_UNIT: say(
        "“%(value)s” berlaku pada hari unitnya tidak ada. Sesuaikan masa berlakunya dengan unitnya."
    ),
    C.OUTSIDE_POST: say(
        "“%(value)s” menjabat pada hari jabatannya tidak ada. Sesuaikan masa jabatannya dengan jabatannya."
    ),
    C.SEATS_EXCEEDED: say(
        "Pejabat “%(value)s” lebih banyak daripada formasinya. Tambah formasi, atau akhiri yang lama."
    ),
    C.REFUSED: say("Baris ini bertentangan dengan yang sudah tercatat. Bandingkan isinya dengan Struktur."),
}
"""By the fault's code; ``value`` is what stands in the cell, or what was expected there."""

DOUBTS: Final[dict[str, str]] = {
    RowDoubtCode.SAME_NAME: say(
        "“%(value)s” dianggap orang yang sama dengan yang menjabat %(beside)s. Bila orangnya berbeda, isi "
        "NIP masing-masing, atau beri kode_pejabat yang berbeda pada isian OrgFlow."
    ),
}
"""What was taken as likely, by the doubt's code: ``value`` stands in the row, ``beside`` is what it met."""

REFUSALS: Final[dict[str, str]] = {
    "dates_out_of_order": say(
        "Urutan tanggalnya keliru: ditetapkan, lalu diundangkan, lalu mulai berlaku. Periksa ketiganya."
    ),
    "not_yet_begun": say(
        "Catatannya baru mulai sesudah tanggal keadaan yang Anda pilih. Pilih tanggal sesudahnya."
    ),
    "already_ended": say(
        "Catatannya sudah berakhir pada tanggal keadaan yang Anda pilih. Pilih tanggal sebelumnya."
    ),
    "later_change_planned": say(
        "Sudah tercatat perubahan lain sesudah tanggal ini. Batalkan dahulu perubahan itu, lalu impor lagi."
    ),
    "root_stays": say("Unit ini puncak susunan dan tidak dapat dipindahkan. Kosongkan atasannya."),
    "seats_too_few": say("Formasinya lebih sedikit daripada pejabat yang tercatat. Tambah formasinya."),
    "succession_outside_unit": say(
        "Pada tanggal itu unit asal belum pernah ada, atau penggantinya tidak ada. Periksa kode dan "
        "tanggalnya."
    ),
    "succession_twice": say(
        "Asal-usul ini sudah tercatat, atau unit berasal dari dirinya sendiri. Hapus barisnya."
    ),
}
"""Of rows that a rule of the registry refused, by the rule's code."""

CHOICES: Final[dict[str, str]] = {
    "letak": say("pasti, belum diverifikasi, atau belum diketahui"),
    "awal_diketahui": say("ya atau tidak"),
    "akhir_diketahui": say("ya atau tidak"),
    "peran": say("kepala, gubernur, atau anggota"),
    "kedudukan": say("definitif, Plt., Plh., Pj., atau Pjs."),
    "macam": say("tugas atau fungsi"),
    "cara": say("gabung, pecah, atau pengganti"),
    "jenis_media": say("cetak, online, televisi, radio, atau media sosial"),
}
"""What may be written in a column that offers a choice, by its heading."""
