"""Sentences about what is written into letters and what comes back from Word, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

WRITING: Final = {
    "unknown_letter_passage": say("Surat ini tidak mempunyai bagian itu. Muat ulang halamannya."),
    "letter_passage_too_long": say(
        "Bagian ini %(length)s huruf; paling banyak %(limit)s. Ringkas, atau pindahkan ke lampiran."
    ),
    "letter_row_open": say(
        "Baris %(line)s, “%(words)s”, belum ditutup: awali dan akhiri setiap baris tabel dengan tanda |. "
        "Bila bukan tabel, awali baris itu dengan tanda \\."
    ),
    "letter_row_uneven": say(
        "Baris %(line)s, “%(words)s”, berisi %(cells)s kolom, sedangkan baris di atasnya %(heads)s. "
        "Samakan jumlah kolomnya; kolom kosong ditulis | |."
    ),
    "letter_table_too_wide": say(
        "Tabel pada baris %(line)s lebih dari %(limit)s kolom. Kurangi kolomnya, atau jadikan lampiran."
    ),
    "word_of_another": say(
        "Berkas ini tampaknya bukan surat ini: hanya sedikit isinya yang sama. "
        "Unduh lagi Naskah Word dari halaman surat, sunting, lalu kembalikan berkas itu."
    ),
    "passage_not_returned": say(
        "Bagian itu tidak berbeda lagi dari berkas Word yang kembali. Muat ulang halamannya."
    ),
}
