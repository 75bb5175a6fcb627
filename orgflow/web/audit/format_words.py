"""The words of the history for the settings of an office's form of letters."""

from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

FORMAT_SETTINGS: Final[dict[str, LazyString]] = {
    "margin_top": lazy_gettext("tepi atas surat (mm)"),
    "margin_right": lazy_gettext("tepi kanan surat (mm)"),
    "margin_bottom": lazy_gettext("tepi bawah surat (mm)"),
    "margin_left": lazy_gettext("tepi kiri surat (mm)"),
    "type_size": lazy_gettext("besar huruf surat"),
    "line_distance": lazy_gettext("jarak baris surat"),
    "agency_lines": lazy_gettext("baris kop perangkat daerah"),
    "agency_contact": lazy_gettext("alamat pada kop perangkat daerah"),
    "agency_emblem": lazy_gettext("lambang pada kop perangkat daerah"),
    "head_order": lazy_gettext("urutan baris kepala surat"),
    "class_print": lazy_gettext("cara sifat dan kesegeraan dicetak"),
    "title_capitals": lazy_gettext("huruf nama jabatan penanda tangan"),
    "esign_anchor": lazy_gettext("tanda tempat TTE"),
    "paraf_boxes": lazy_gettext("kotak paraf pada pertinggal"),
    "catchword": lazy_gettext("kata penyambung di kaki halaman"),
    "kind_codes": lazy_gettext("kode jenis naskah"),
    "way_out": lazy_gettext("bentuk keluar yang biasa"),
    "archive_change_set": lazy_gettext("rincian perubahan dalam salinan arsip"),
    "word_number": lazy_gettext("kata untuk Nomor"),
    "word_urgency": lazy_gettext("kata untuk Sifat"),
    "word_enclosures": lazy_gettext("kata untuk Lampiran"),
    "word_subject": lazy_gettext("kata untuk Hal"),
    "word_salutation": lazy_gettext("kata untuk Yth."),
    "word_through": lazy_gettext("kata untuk Melalui"),
    "word_sender": lazy_gettext("kata untuk Dari"),
    "word_copies_line": lazy_gettext("kata untuk Tembusan pada nota dinas"),
    "word_date": lazy_gettext("kata untuk Tanggal"),
    "word_preposition": lazy_gettext("kata sebelum tempat tujuan"),
    "word_copies": lazy_gettext("judul tembusan"),
    "word_nip": lazy_gettext("kata sebelum NIP"),
    "urgency_ordinary": lazy_gettext("kata untuk kesegeraan biasa"),
    "urgency_important": lazy_gettext("kata untuk kesegeraan penting"),
    "urgency_urgent": lazy_gettext("kata untuk kesegeraan segera"),
    "urgency_very_urgent": lazy_gettext("kata untuk kesegeraan sangat segera"),
    "security_ordinary": lazy_gettext("kata untuk sifat biasa"),
    "security_restricted": lazy_gettext("kata untuk sifat terbatas"),
    "security_confidential": lazy_gettext("kata untuk sifat rahasia"),
    "security_strictly_confidential": lazy_gettext("kata untuk sifat sangat rahasia"),
}
