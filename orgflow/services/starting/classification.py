"""Classification codes that every government starts from; none of them was verified.

Source: [PERMENDAGRI-83-2022].
"""

from typing import Final

from orgflow.domain.letters.classification import ClassificationCode, FinalFate

SOURCE: Final = (
    "Permendagri 83/2022 menurut salinan daftar kode sebuah kabupaten; naskah peraturannya belum diperiksa"
)

_Row = tuple[str, str, int | None, int | None, FinalFate | None]
_KEPT: Final = FinalFate.KEPT
_GONE: Final = FinalFate.DESTROYED
_ROWS: Final[tuple[_Row, ...]] = (
    ("000.1.5", "Rapat pimpinan", None, None, None),
    ("000.8", "Organisasi dan tata laksana", None, None, None),
    ("000.8.1", "Struktur organisasi pemerintah daerah", None, None, None),
    ("000.8.1.1", "Pembentukan struktur organisasi", 2, 3, _KEPT),
    ("000.8.1.2", "Pengubahan struktur organisasi", 2, 3, _KEPT),
    ("000.8.1.3", "Pembubaran struktur organisasi", 2, 3, _KEPT),
    ("000.8.2", "Uraian jabatan dan tata kerja", None, None, None),
    ("000.8.2.1", "Analisis jabatan", 2, 3, _KEPT),
    ("000.8.2.2", "Analisis beban kerja", 2, 3, _KEPT),
    ("000.8.3", "Ketatalaksanaan", None, None, None),
    ("000.8.3.1", "Proses bisnis", 2, 3, _KEPT),
    ("000.8.3.2", "Standar pelayanan", 2, 3, _KEPT),
    ("000.8.3.3", "Standar operasional prosedur", 2, 3, _KEPT),
    ("000.8.3.4", "Pelayanan publik", 2, 3, _KEPT),
    ("000.8.4", "Standar kompetensi jabatan", 2, 3, _KEPT),
    ("000.8.5", "Evaluasi kelembagaan", 2, 3, _GONE),
    ("000.8.6", "Penguatan reformasi birokrasi", None, None, None),
    ("000.8.6.1", "Budaya kerja", 2, 3, _GONE),
    ("000.8.6.2", "Penilaian mandiri pelaksanaan reformasi birokrasi", 2, 3, _GONE),
    ("000.8.6.3", "Sistem akuntabilitas kinerja instansi pemerintah", 2, 3, _GONE),
    ("100.3.2", "Rancangan peraturan", None, None, None),
    ("100.3.3", "Keputusan pimpinan", None, None, None),
    ("400.14", "Hubungan masyarakat", None, None, None),
    ("400.14.1", "Keprotokolan", None, None, None),
    ("400.14.1.1", "Acara kedinasan", 2, 3, _GONE),
    ("400.14.1.2", "Buku tamu", 1, 1, _GONE),
    ("400.14.1.3", "Agenda pimpinan", 2, 3, _GONE),
    ("400.14.1.4", "Kunjungan dinas", 2, 3, _KEPT),
    ("400.14.3", "Dokumentasi atau liputan kegiatan pimpinan", 1, 3, _KEPT),
    ("400.14.4", "Informasi kelembagaan", None, None, None),
    ("400.14.4.1", "Kliping", 1, 1, _GONE),
    ("400.14.4.2", "Brosur", 1, 1, _GONE),
    ("400.14.4.3", "Pemberitaan", 1, 1, _GONE),
    ("400.14.5.6", "Hubungan dengan media massa", 1, 1, _GONE),
    ("400.14.7", "Bahan atau materi pidato", 1, 1, _KEPT),
    ("400.14.8", "Penerbitan media cetak dan elektronik", 1, 1, _GONE),
    ("400.14.9", "Publikasi media cetak dan elektronik", 1, 1, _GONE),
)
"""Code, title, years active, years inactive, final fate; None where the source says nothing."""


def classification_codes() -> tuple[ClassificationCode, ...]:
    """Return the codes in their order."""
    return tuple(
        ClassificationCode(
            code=code,
            title=title,
            active_years=active,
            inactive_years=inactive,
            fate=fate,
            source=SOURCE,
            is_verified=False,
        )
        for code, title, active, inactive, fate in _ROWS
    )
