"""The words of the history: fields, settings, and what is done to letters and accounts."""

from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.web.audit.format_words import FORMAT_SETTINGS

FIELDS: Final[dict[str, LazyString]] = {
    "considerations": lazy_gettext("Alasan"),
    "background": lazy_gettext("Latar belakang"),
    "effective_on": lazy_gettext("Mulai berlaku"),
    "facts_on": lazy_gettext("Keadaan data"),
}
DATES: Final = frozenset({"effective_on", "facts_on"})

SETTINGS: Final[dict[str, LazyString]] = {
    "setda_regulation": lazy_gettext("Pergub susunan Sekretariat Daerah"),
    "emblem": lazy_gettext("lambang pada kop jabatan"),
    "letterhead_contact": lazy_gettext("alamat pada kop surat"),
    "number_source": lazy_gettext("asal nomor surat"),
    "number_pattern": lazy_gettext("pola nomor surat"),
    "classification": lazy_gettext("kode klasifikasi"),
    "paper": lazy_gettext("ukuran kertas"),
    "copies": lazy_gettext("tembusan"),
    "candidates_on": lazy_gettext("tanggal penetapan calon kepala daerah"),
    "term_ends_on": lazy_gettext("akhir masa jabatan kepala daerah"),
    "guideline_names": lazy_gettext("nama menurut pedoman"),
    "required_documents": lazy_gettext("daftar dokumen"),
    "structure_rules": lazy_gettext("aturan susunan"),
    "signing_rules": lazy_gettext("aturan tanda tangan"),
    "classification_codes": lazy_gettext("kode klasifikasi arsip"),
    "holiday_decrees": lazy_gettext("hari libur"),
    "step_deadlines": lazy_gettext("tenggat"),
    "working_times": lazy_gettext("norma waktu kerja efektif"),
    "ministry_desks": lazy_gettext("meja Kemendagri yang menjawab"),
    **FORMAT_SETTINGS,
}
HIDDEN_SETTINGS: Final = frozenset({"setda_regulation", "emblem", "agency_emblem"})
"""Settings whose stored value says nothing to a reader."""

LETTER_ACTS: Final[dict[str, LazyString]] = {
    "drafted": lazy_gettext("Menyiapkan konsep %(kind)s."),
    "edited": lazy_gettext("Mengubah konsep surat."),
    "issued": lazy_gettext("Menerbitkan surat; isinya dibekukan."),
    "numbered": lazy_gettext("Mencatat nomor surat %(number)s."),
    "signed": lazy_gettext("Mencatat surat sudah ditandatangani."),
    "sent": lazy_gettext("Mencatat surat sudah dikirim."),
    "voided": lazy_gettext("Membatalkan surat."),
}

USER_ACTS: Final[dict[str, LazyString]] = {
    "added": lazy_gettext("Menambah akun %(name)s."),
    "changed": lazy_gettext("Mengubah akun %(name)s."),
    "deactivated": lazy_gettext("Menonaktifkan akun %(name)s."),
    "activated": lazy_gettext("Mengaktifkan akun %(name)s."),
    "password_set": lazy_gettext("Mengganti kata sandi akun %(name)s."),
    "password_changed": lazy_gettext("Mengganti kata sandi akun %(name)s."),
    "password_reset": lazy_gettext("Mengatur ulang kata sandi akun %(name)s."),
}
