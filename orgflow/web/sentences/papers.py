"""Sentences about derived documents, by error code."""

from typing import Final

from orgflow.web.sentences.marking import say

PAPERS: Final = {
    "unknown_paper": say("Dokumen ini tidak ada dalam bentuk itu. Pilih bentuk lain."),
    "nothing_returned": say("Belum ada naskah dari Word yang dapat dipakai atau dilepas."),
    "word_unreadable": say(
        "Berkas ini bukan naskah Word (DOCX) yang dapat dibaca. Simpan lagi sebagai DOCX."
    ),
    "unreadable_document": say("Naskah yang tersimpan tidak terbaca lagi. Kembalilah ke naskah turunan."),
}
