"""What is known of the Setda of Sumatera Selatan, each fact with its source; the rest is left out.

Source: [TOPSUMBAR-2022], [TRIBUN-SUMSEL-2016], [RIAU-ORG-2019], [REHATNEWS-2019], [SUMSEL-APPS].
"""

from datetime import date
from typing import Final

from orgflow.domain.organisation.profile import SettingKey
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.values import GovernmentId, UnitId
from orgflow.services.proposals import CreateProposal
from orgflow.services.starting.entering import EnterGovernment, OfficialEntry, UnitEntry
from orgflow.services.starting.rules import guideline_names, required_documents, structure_rules, unit_kinds
from orgflow.store.governments import Government

CODE: Final = "sumsel"
BUREAU: Final = "Biro Humas dan Protokol"
NEW_NAME: Final = "Biro Administrasi Protokol dan Humas Pimpinan"
SEEN_2016: Final = date(2016, 2, 1)
VISIT: Final = date(2022, 12, 7)

CONSIDERATIONS: Final = (
    "fungsi hubungan masyarakat yang berkaitan dengan kegiatan dan kebijakan pimpinan perlu tetap"
    " dilaksanakan secara terpadu dengan fungsi keprotokolan dan administrasi pimpinan\n"
    "kerja sama kehumasan dilaksanakan dengan 213 (dua ratus tiga belas) media massa, terdiri atas"
    " 71 (tujuh puluh satu) media cetak, 115 (seratus lima belas) media daring, 10 (sepuluh) televisi,"
    " dan 17 (tujuh belas) radio, keadaan per 7 Desember 2022"
)
BACKGROUND: Final = (
    "Gubernur menghendaki fungsi kehumasan tetap melekat pada pimpinan. Hal itu disampaikan Kepala Biro"
    " Humas dan Protokol kepada rombongan Kota Padang Panjang pada 7 Desember 2022, beserta jumlah media"
    " yang bekerja sama. Pada hari itu disampaikan pula bahwa nomenklatur telah dibawa ke Kementerian"
    " Dalam Negeri dan persetujuannya diharapkan; jawaban tertulis belum diketahui.\n"
    "Sumber: Topsumbar, 7 Desember 2022."
)

_PRESS_2016 = "Terlihat di pers pada 1 Februari 2016 (Tribun Sumsel); mulai berlakunya belum diketahui"
_PATTERN = (
    "Menurut pola Permendagri 56/2019 tipe A (haluanriau.co, 27 Agustus 2019); nama dan mulai berlakunya di"
    " Sumatera Selatan belum diverifikasi; dicatat sejak 1 Februari 2016 hanya agar biro yang terlihat pada"
    " hari itu mempunyai tempat"
)
_THIRD = (
    "Terlihat di pers pada Juli 2019 sebagai Asisten III Bidang Administrasi dan Umum (rehatnews.com); nama"
    " lengkap dan mulai berlakunya belum diverifikasi; dicatat sejak 1 Februari 2016 hanya agar biro yang"
    " terlihat pada hari itu mempunyai tempat"
)
_NINE = (
    "Nama biro terlihat pada perangkat lunak anggaran Sekretariat Daerah (sebelum 2025); letak di bawah"
    " asisten menurut pola Permendagri 56/2019, belum diverifikasi; mulai berlakunya belum diketahui"
)
_PRESS_2022 = "Topsumbar, 7 Desember 2022 (jabatan disebut pada hari itu); mulai berlakunya belum diketahui"
_UNPLACED = "Topsumbar, 7 Desember 2022; bagian yang membawahkannya belum diketahui"
_PROCUREMENT = (
    "Dibentuk dengan Peraturan Gubernur Nomor 1 Tahun 2019 per 14 Januari 2019 (sumber pihak ketiga; judul"
    " belum diketahui); letak di bawah asisten menurut pola Permendagri 56/2019, belum diverifikasi"
)
_OFFICIAL = "Topsumbar, 7 Desember 2022; masa jabatan sesudah hari itu belum diketahui"


def entry(government_id: GovernmentId) -> EnterGovernment:
    """Return Sumatera Selatan as it is known; the Setda regulation, codes and governor are left unset."""
    return EnterGovernment(
        government=Government(
            government_id,
            CODE,
            "Provinsi Sumatera Selatan",
            "Sumatera Selatan",
            "Gubernur",
            "Palembang",
            "Asia/Jakarta",
            is_sample=False,
            recorded_whole_from=VISIT,
        ),
        position=1,
        kinds=unit_kinds("Gubernur Sumatera Selatan"),
        units=_units(),
        officials=_officials(),
        guideline=guideline_names(
            {"Biro Umum": "Biro Umum dan Perlengkapan", "Biro Administrasi Pimpinan": BUREAU}
        ),
        documents=required_documents(),
        rules=structure_rules(),
        settings={
            SettingKey.COPIES: (
                "Yth. Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi di Jakarta\n"
                "Yth. Ketua DPRD Provinsi Sumatera Selatan di Palembang\n"
                "Yth. Wakil Gubernur Sumatera Selatan (sebagai laporan)"
            )
        },
    )


def proposal(unit_id: UnitId) -> CreateProposal:
    """Return the answers to the questions of a new proposal, for the bureau of this id."""
    return CreateProposal(unit_id, NEW_NAME, CONSIDERATIONS, BACKGROUND, facts_on=VISIT)


def _units() -> tuple[UnitEntry, ...]:
    unsure = Placement.UNVERIFIED
    return (
        UnitEntry(
            "pemprov", "pemerintah", "Pemerintah Provinsi Sumatera Selatan", None, SEEN_2016, _PRESS_2016
        ),
        UnitEntry(
            "setda",
            "setda",
            "Sekretariat Daerah",
            "pemprov",
            SEEN_2016,
            _PRESS_2016,
            short_name="Setda",
        ),
        _assistant("asisten-1", "Asisten Pemerintahan dan Kesejahteraan Rakyat"),
        _assistant("asisten-2", "Asisten Perekonomian dan Pembangunan"),
        _assistant("asisten-3", "Asisten Administrasi dan Umum", _THIRD),
        _bureau("biro-pemerintahan", "Biro Pemerintahan dan Otonomi Daerah", "asisten-1"),
        _bureau("biro-kesra", "Biro Kesejahteraan Rakyat", "asisten-1"),
        _bureau("biro-hukum", "Biro Hukum", "asisten-1"),
        _bureau("biro-perekonomian", "Biro Perekonomian", "asisten-2"),
        UnitEntry(
            "biro-pbj",
            "biro",
            "Biro Pengadaan Barang dan Jasa",
            "asisten-2",
            date(2019, 1, 14),
            _PROCUREMENT,
            is_start_known=True,
            placement=unsure,
        ),
        _bureau("biro-adbang", "Biro Administrasi Pembangunan", "asisten-2"),
        _bureau("biro-organisasi", "Biro Organisasi", "asisten-3"),
        _bureau("biro-umum", "Biro Umum dan Perlengkapan", "asisten-3"),
        UnitEntry(
            "biro-humas",
            "biro",
            BUREAU,
            "asisten-3",
            SEEN_2016,
            f"{_PRESS_2016}; letak di bawah asisten belum diverifikasi",
            placement=unsure,
        ),
        UnitEntry("bagian-humas", "bagian", "Bagian Humas", "biro-humas", VISIT, _PRESS_2022),
        UnitEntry(
            "bagian-dokumentasi",
            "bagian",
            "Bagian Administrasi dan Dokumentasi",
            "biro-humas",
            VISIT,
            _PRESS_2022,
        ),
        _unplaced("subbagian-media", "Subbagian Hubungan Media dan Kerja Sama"),
        _unplaced("subbagian-audio", "Subbagian Audio Visual dan Pemberitaan"),
        UnitEntry(
            "diskominfo",
            "dinas",
            "Dinas Komunikasi dan Informatika",
            "pemprov",
            VISIT,
            _PRESS_2022,
            short_name="Diskominfo",
        ),
    )


def _assistant(code: str, name: str, source: str = _PATTERN) -> UnitEntry:
    return UnitEntry(code, "asisten", name, "setda", SEEN_2016, source, placement=Placement.UNVERIFIED)


def _bureau(code: str, name: str, parent: str) -> UnitEntry:
    return UnitEntry(code, "biro", name, parent, VISIT, _NINE, placement=Placement.UNVERIFIED)


def _unplaced(code: str, name: str) -> UnitEntry:
    return UnitEntry(code, "subbagian", name, "biro-humas", VISIT, _UNPLACED, placement=Placement.UNKNOWN)


def _officials() -> tuple[OfficialEntry, ...]:
    heads = (
        ("biro-humas", "Rika Efianti, S.E., M.M."),
        ("bagian-humas", "Septriandi Setia Permana, S.STP., M.Si."),
        ("bagian-dokumentasi", "Toni Kurniawan, S.E., M.M."),
        ("subbagian-media", "Ega Puza Satria, S.H."),
        ("subbagian-audio", "Herman, S.E."),
    )
    return (
        *(OfficialEntry(unit, name, VISIT, _OFFICIAL) for unit, name in heads),
        OfficialEntry(
            "diskominfo",
            "Imansyah, S.E., M.M.",
            VISIT,
            f"{_OFFICIAL}; nama bidangnya belum diketahui",
            PostRole.MEMBER,
            "Kepala Bidang",
        ),
    )
