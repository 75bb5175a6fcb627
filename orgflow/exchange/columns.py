"""The columns of our own form: what each table of a file holds, by heading."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.organisation.roster import Sheet


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the line's field it fills, whether it must be there, and what it is."""

    heading: str
    field: str
    meaning: str
    is_required: bool = False


FROM: Final = Column("berlaku_sejak", "valid_from", "Hari pertama berlaku. Kolom ini hanya untuk riwayat.")
TO: Final = Column("berlaku_sampai", "valid_to", "Hari pertama tidak berlaku lagi; kosong bila berlaku.")
_SOURCE: Final = Column("sumber", "source", "Dari mana data ini, misalnya JDIH.")
_BASIS: Final = Column("dasar_hukum", "regulation", "Kunci peraturan pada lembar dasar_hukum.")
_RECORD: Final = (_SOURCE, _BASIS, FROM, TO)

COLUMNS: Final[Mapping[Sheet, tuple[Column, ...]]] = {
    Sheet.UNITS: (
        Column("kode", "code", "Kode unit di kantor Anda; satu kode satu unit.", is_required=True),
        Column("nama", "name", "Nama resmi, ditulis lengkap.", is_required=True),
        Column("jenis", "kind_code", "Biro, Bagian, Subbagian, Dinas, dan seterusnya."),
        Column("kode_atasan", "parent_code", "Kode unit yang membawahinya; kosong untuk puncak susunan."),
        Column("urutan", "position", "Angka urut di antara unit yang sejajar."),
        Column("singkatan", "short_name", "Nama singkat, bila ada."),
        Column("kode_surat", "letter_code", "Kode unit pengolah di dalam nomor surat."),
        Column("bidang_tugas", "duty_field", "Bidang tugas dan fungsi menurut peraturannya."),
        Column("letak", "placement", "pasti, belum diverifikasi, atau belum diketahui."),
        Column("awal_diketahui", "is_start_known", "ya, atau tidak bila unit mungkin lebih tua."),
        *_RECORD,
    ),
    Sheet.POSTS: (
        Column("kode_jabatan", "code", "Kode jabatan, bila ada."),
        Column("kode_unit", "unit_code", "Kode unit tempat jabatan itu.", is_required=True),
        Column("peran", "role", "kepala, gubernur, atau anggota."),
        Column("nama_jabatan", "title", "Kosong untuk kepala unit: namanya mengikuti nama unit."),
        Column("eselon", "echelon", "Misalnya II.b."),
        Column("jenjang", "functional_rank", "Jenjang jabatan fungsional, misalnya Ahli Muda."),
        Column("formasi", "seats", "Berapa orang yang dapat mendudukinya."),
        *_RECORD,
    ),
    Sheet.HOLDERS: (
        Column("kode_jabatan", "post_code", "Kode jabatan; atau isi kode unit dan nama jabatan."),
        Column("kode_unit", "unit_code", "Kode unit tempat jabatan itu."),
        Column("nama_jabatan", "post_title", "Kosong untuk kepala unit."),
        Column("nama_pejabat", "name", "Nama lengkap dengan gelar.", is_required=True),
        Column("kode_pejabat", "person_code", "Kode bebas; hanya bila dua orang bernama sama."),
        Column("sebutan", "title", "Sebutan kehormatan sebelum nama, bila ada."),
        Column("nip", "nip", "NIP."),
        Column("pangkat", "rank", "Pangkat dan golongan ruang."),
        Column("kedudukan", "kind", "definitif, Plt., Plh., Pj., atau Pjs."),
        Column("surat", "letter", "Nomor dan tanggal surat pengangkatan."),
        Column("akhir_diketahui", "is_end_known", "ya, atau tidak bila hanya diketahui pada hari itu."),
        *_RECORD,
    ),
    Sheet.FUNCTIONS: (
        Column("kode_butir", "code", "Kode butir, bila ada."),
        Column("kode_unit", "unit_code", "Kode unit.", is_required=True),
        Column("macam", "kind", "tugas atau fungsi."),
        Column("nomor", "position", "Nomor urut butir."),
        Column("bunyi", "text", "Bunyi tugas atau fungsi.", is_required=True),
        *_RECORD,
    ),
    Sheet.SUCCESSIONS: (
        Column("kode_asal", "predecessor_code", "Kode unit asal.", is_required=True),
        Column("kode_baru", "successor_code", "Kode unit penggantinya.", is_required=True),
        Column("cara", "kind", "gabung, pecah, atau pengganti.", is_required=True),
        Column("pada", "valid_from", "Tanggal berlakunya.", is_required=True),
        _SOURCE,
        _BASIS,
    ),
    Sheet.REGULATIONS: (
        Column("kunci", "key", "Sebutan singkat yang dipakai lembar lain.", is_required=True),
        Column("jenis", "kind", "pergub, perda, permendagri, dan seterusnya.", is_required=True),
        Column("tentang", "title", "Judul sesudah kata tentang.", is_required=True),
        Column("nomor", "number", "Nomor; kosong bila belum diketahui."),
        Column("tahun", "year", "Tahun."),
        Column("ditetapkan", "enacted_on", "Tanggal penetapan."),
        Column("diundangkan", "promulgated_on", "Tanggal pengundangan."),
        Column("mulai_berlaku", "effective_on", "Tanggal mulai berlaku."),
        Column("nomor_berita", "gazette_number", "Nomor Berita atau Lembaran Daerah."),
        Column("mengubah", "amends", "Kunci peraturan yang diubah, dipisah titik koma."),
        Column("terverifikasi", "is_verified", "ya bila sudah dicocokkan dengan naskah aslinya."),
        _SOURCE,
    ),
    Sheet.ARTICLES: (
        Column("kunci", "key", "Kunci peraturan pada lembar dasar_hukum.", is_required=True),
        Column("nomor", "number", "Nomor pasal atau lampiran seperti tercetak.", is_required=True),
        Column("bunyi", "text", "Bunyinya sekarang.", is_required=True),
    ),
}
