"""Labels of the fields in which people write at length, for pages that must show what was typed."""

from typing import Final

from orgflow.web.sentences.marking import say

FIELD_LABELS: Final = {
    "new_name": say("Nama baru"),
    "considerations": say("Pertimbangan"),
    "background": say("Latar belakang"),
    "reason": say("Alasan"),
    "copies": say("Tembusan"),
    "contact": say("Alamat dan kontak kop"),
    "title": say("Judul"),
    "distinction": say("Pembeda"),
    "duty_field": say("Bidang tugas"),
    "person": say("Nama pejabat"),
    "document_number": say("Nomor surat"),
}
"""By the field's name; no password is ever among them."""

PASSAGE_FIELD: Final = "bagian-"
"""Begins the name of a letter's passage."""
