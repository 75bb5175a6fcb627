"""The outlines of a study: the whole *kajian* by chapters, and its short form, the *telaahan staf*.

Source: [STUDY-OUTLINE] in docs/sources.md.
"""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.study.sections import Asked, Chapter, Filling, SectionAsked, StudyForm, UnknownSection

_I: Final = Chapter("I", "PENDAHULUAN")
_II: Final = Chapter("II", "KONDISI SAAT INI")
_III: Final = Chapter("III", "ANALISIS")
_IV: Final = Chapter("IV", "USULAN DAN DAMPAK")
_V: Final = Chapter("V", "PENUTUP")
_OWN, _SUGGESTED = Filling.OWN_WORDS, Filling.SUGGESTED
_S = SectionAsked

STUDY_SECTIONS: Final = (
    _S(
        "kata_pengantar",
        "",
        "Kata Pengantar",
        None,
        "Sampaikan dalam satu atau dua alinea untuk apa kajian ini disusun dan apa isinya.",
        _SUGGESTED,
    ),
    _S(
        "latar_belakang",
        "A",
        "Latar Belakang",
        _I,
        "Jelaskan dalam dua sampai tiga paragraf apa yang terjadi, sejak kapan, dan arahan pimpinan yang"
        " mendasari usulan, beserta dokumennya.",
    ),
    _S(
        "dasar_hukum",
        "B",
        "Dasar Hukum",
        _I,
        "Sebutkan hanya peraturan yang tercatat di OrgFlow, diurutkan menurut hierarki dan tahun, dan tandai"
        " yang belum diverifikasi.",
    ),
    _S(
        "maksud_tujuan",
        "C",
        "Maksud dan Tujuan",
        _I,
        "Tulis satu kalimat maksud dan paling banyak tiga tujuan yang hasilnya dapat diukur.",
    ),
    _S(
        "ruang_lingkup",
        "D",
        "Ruang Lingkup dan Metode",
        _I,
        "Sebutkan unit yang dikaji, tahun data, dan cara memperoleh data (dokumen, wawancara, rapat).",
        asks=Asked.YEAR,
    ),
    _S(
        "kedudukan",
        "A",
        "Kedudukan dan Susunan Organisasi",
        _II,
        "Sisipkan bagan keadaan per tanggal usulan dan jelaskan dasar hukumnya.",
    ),
    _S(
        "tugas_fungsi",
        "B",
        "Tugas dan Fungsi",
        _II,
        "Kutip tugas dan fungsi menurut Pergub yang berlaku, bukan menurut kebiasaan.",
    ),
    _S(
        "sumber_daya",
        "C",
        "Sumber Daya",
        _II,
        "Sajikan jumlah pegawai menurut jabatan, pagu anggaran, dan sarana utama dengan sumber dan"
        " tanggalnya.",
        _SUGGESTED,
    ),
    _S(
        "kinerja",
        "D",
        "Kinerja dan Beban Kerja",
        _II,
        "Tunjukkan volume kegiatan tiap fungsi sekurang-kurangnya dua tahun terakhir.",
        _SUGGESTED,
    ),
    _S(
        "permasalahan",
        "E",
        "Permasalahan",
        _II,
        "Rumuskan paling banyak lima masalah, masing-masing dengan bukti.",
        _OWN,
    ),
    _S(
        "kesesuaian",
        "A",
        "Kesesuaian dengan Pedoman Nomenklatur",
        _III,
        "Nyatakan terus terang bagian yang sesuai dan yang menyimpang dari Permendagri 56/2019.",
    ),
    _S(
        "persandingan",
        "B",
        "Persandingan Tugas dan Fungsi dengan Perangkat Daerah Lain",
        _III,
        "Uraikan irisan dengan perangkat daerah lain, terutama Diskominfo, dan batas lingkup yang"
        " disepakati.",
        _SUGGESTED,
    ),
    _S(
        "pembanding",
        "C",
        "Bahan Pembanding",
        _III,
        "Sajikan provinsi lain yang sudah terverifikasi, termasuk yang tidak mendukung usulan.",
        _SUGGESTED,
    ),
    _S(
        "anjab_abk",
        "D",
        "Analisis Jabatan dan Beban Kerja",
        _III,
        "Hitung kebutuhan jabatan dengan rumus dan norma yang dicantumkan, atau jelaskan mengapa tidak"
        " diperlukan.",
        _SUGGESTED,
    ),
    _S(
        "pilihan",
        "E",
        "Pilihan Penataan",
        _III,
        "Bandingkan pilihan yang tersedia pada ukuran yang sama dan sebutkan kelemahan pilihan yang"
        " diusulkan.",
        asks=Asked.WEAKNESS,
    ),
    _S(
        "usulan",
        "A",
        "Nomenklatur, Susunan, Tugas dan Fungsi yang Diusulkan",
        _IV,
        "Sisipkan matriks persandingan dan bagan menjadi.",
    ),
    _S(
        "kepegawaian",
        "B",
        "Dampak Kepegawaian",
        _IV,
        "Sebutkan jabatan yang berganti nama, pejabat yang perlu dikukuhkan, dan jabatan fungsional yang"
        " terdampak.",
    ),
    _S(
        "anggaran_aset",
        "C",
        "Dampak Anggaran dan Aset",
        _IV,
        "Sebutkan perubahan nama/kode pada dokumen anggaran dan aset serta saat berlakunya terhadap tahun"
        " anggaran.",
    ),
    _S(
        "regulasi",
        "D",
        "Dampak Regulasi dan Administrasi",
        _IV,
        "Daftarkan peraturan, naskah, cap, kop, dan aplikasi yang memuat nama lama.",
    ),
    _S(
        "tindak_lanjut",
        "E",
        "Rencana Tindak Lanjut",
        _IV,
        "Susun jadwal dengan penanggung jawab sampai pengukuhan pejabat.",
    ),
    _S(
        "simpulan",
        "A",
        "Simpulan",
        _V,
        "Jawab tujuan pada BAB I dalam tiga sampai lima butir.",
    ),
    _S(
        "saran",
        "B",
        "Saran",
        _V,
        "Tuliskan keputusan yang dimohonkan kepada pimpinan dan kepada Menteri.",
    ),
)
SHORT_SECTIONS: Final = (
    _S("ts_persoalan", "A", "Persoalan", None, "Sebutkan dalam satu alinea apa yang harus diputuskan."),
    _S("ts_praanggapan", "B", "Praanggapan", None, "Sebutkan apa yang diandaikan tetap berlaku."),
    _S(
        "ts_fakta",
        "C",
        "Fakta yang Mempengaruhi",
        None,
        "Sebutkan fakta yang terbukti, dengan tahun datanya, termasuk yang tidak mendukung usulan.",
        asks=Asked.YEAR,
    ),
    _S(
        "ts_analisis",
        "D",
        "Analisis",
        None,
        "Bandingkan pilihan pada ukuran yang sama dan sebutkan kelemahan pilihan yang diusulkan.",
        _OWN,
        Asked.WEAKNESS,
    ),
    _S("ts_simpulan", "E", "Simpulan", None, "Jawab persoalan dalam satu alinea."),
    _S("ts_saran", "F", "Saran", None, "Tuliskan keputusan yang dimohonkan."),
)
OUTLINES: Final[Mapping[StudyForm, tuple[SectionAsked, ...]]] = {
    StudyForm.STUDY: STUDY_SECTIONS,
    StudyForm.SHORT: SHORT_SECTIONS,
}
SECTIONS: Final = {section.key: section for outline in OUTLINES.values() for section in outline}


def section_asked(key: str) -> SectionAsked:
    """Return the section of this key.

    Raises:
        UnknownSection: neither form has one.
    """
    if key not in SECTIONS:
        raise UnknownSection(key=key[:60])
    return SECTIONS[key]


def form_of(key: str) -> StudyForm:
    """Return the form to which a section belongs.

    Raises:
        UnknownSection: neither form has one.
    """
    asked = section_asked(key)
    return next(form for form, outline in OUTLINES.items() if asked in outline)
