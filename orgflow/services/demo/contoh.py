"""Provinsi Contoh: an invented government with invented people, numbers and regulations, marked CONTOH."""

from datetime import date
from typing import Final

from orgflow.domain.organisation.instruments import Article
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.values import GovernmentId
from orgflow.services.starting.entering import EnterGovernment, OfficialEntry, UnitEntry
from orgflow.services.starting.regulations import RegulationEntry
from orgflow.services.starting.rules import guideline_names, required_documents, structure_rules, unit_kinds
from orgflow.store.governments import Government

CODE: Final = "contoh"
SINCE: Final = date(2022, 1, 3)
BASE: Final = "CONTOH-001"
BUREAU: Final = "Biro Hubungan Masyarakat"
SOURCE: Final = "CONTOH: karangan untuk peragaan"
BASE_TITLE: Final = "Susunan Organisasi, Uraian Tugas dan Fungsi Sekretariat Daerah Provinsi Contoh"
CONTACT: Final = "Jalan Contoh Nomor 1, Kota Contoh\nTelepon (000) 000000, Laman contoh.example.id"
COPIES: Final = (
    "Yth. Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi di Jakarta\n"
    "Yth. Ketua DPRD Provinsi Contoh di Kota Contoh\n"
    "Yth. Wakil Gubernur Contoh (sebagai laporan)"
)

GOVERNOR: Final = "Contoh Satu, S.Sos."
SECRETARY: Final = "Contoh Dua, S.H., M.Si."
ASSISTANT: Final = "Contoh Tiga, S.E., M.M."


ARTICLES: Final = (
    Article(
        "Pasal 1",
        "Dalam Peraturan Gubernur ini yang dimaksud dengan Sekretariat Daerah adalah Sekretariat Daerah"
        " Provinsi Contoh.",
    ),
    Article(
        "Pasal 2",
        "Sekretariat Daerah dipimpin oleh Sekretaris Daerah dan membawahkan:\n"
        "a. Asisten Pemerintahan dan Kesejahteraan Rakyat;\n"
        "b. Asisten Perekonomian dan Pembangunan;\n"
        "c. Asisten Administrasi Umum; dan\n"
        "d. Kelompok Jabatan Fungsional.",
    ),
    Article(
        "Pasal 3",
        "Asisten Pemerintahan dan Kesejahteraan Rakyat membawahkan Biro Hukum dan Biro Kesejahteraan Rakyat.",
    ),
    Article("Pasal 4", "Asisten Perekonomian dan Pembangunan membawahkan Biro Perekonomian."),
    Article(
        "Pasal 5",
        "Asisten Administrasi Umum membawahkan Biro Organisasi, Biro Umum, dan Biro Hubungan Masyarakat.",
    ),
    Article(
        "Pasal 6",
        "Biro Hukum mempunyai tugas menyiapkan perumusan kebijakan di bidang perundang-undangan dan bantuan"
        " hukum.",
    ),
    Article(
        "Pasal 7",
        "Biro Kesejahteraan Rakyat mempunyai tugas menyiapkan perumusan kebijakan di bidang kesejahteraan"
        " rakyat.",
    ),
    Article(
        "Pasal 8",
        "Biro Perekonomian mempunyai tugas menyiapkan perumusan kebijakan di bidang perekonomian daerah.",
    ),
    Article(
        "Pasal 9",
        "Biro Organisasi mempunyai tugas menyiapkan perumusan kebijakan di bidang kelembagaan dan tata"
        " laksana.",
    ),
    Article(
        "Pasal 10",
        "Biro Umum mempunyai tugas menyiapkan perumusan kebijakan di bidang tata usaha dan rumah tangga.",
    ),
    Article(
        "Pasal 11",
        "(1) Biro Hubungan Masyarakat mempunyai tugas menyiapkan perumusan kebijakan di bidang hubungan"
        " masyarakat dan keprotokolan.\n"
        "(2) Biro Hubungan Masyarakat membawahkan Bagian Media dan Bagian Protokol.",
    ),
    Article("Pasal 12", "Peraturan Gubernur ini mulai berlaku pada tanggal diundangkan."),
    Article("Lampiran", "Bagan Susunan Organisasi Sekretariat Daerah Provinsi Contoh"),
)
"""The whole of the invented regulation, so that a draft that amends it can be shown whole."""


def entry(government_id: GovernmentId) -> EnterGovernment:
    """Return Provinsi Contoh with all that a letter needs, its own emblem and letter form aside."""
    return EnterGovernment(
        government=Government(
            government_id,
            CODE,
            "Provinsi Contoh",
            "Contoh",
            "Gubernur",
            "Kota Contoh",
            "Asia/Jakarta",
            is_sample=True,
            recorded_whole_from=SINCE,
        ),
        position=2,
        kinds=unit_kinds("Gubernur Contoh"),
        units=_units(),
        officials=_officials(),
        guideline=guideline_names({"Biro Administrasi Pimpinan": BUREAU}),
        documents=required_documents(),
        rules=structure_rules(),
        regulations=(_base_regulation(),),
        base_regulation=BASE,
    )


def _base_regulation() -> RegulationEntry:
    return RegulationEntry(
        BASE,
        BASE,
        2022,
        BASE_TITLE,
        SINCE,
        SINCE,
        SINCE,
        BASE,
        SOURCE,
        ARTICLES,
    )


def _units() -> tuple[UnitEntry, ...]:
    return (
        _unit("pemprov", "pemerintah", "Pemerintah Provinsi Contoh", None),
        _unit("setda", "setda", "Sekretariat Daerah", "pemprov", short_name="Setda"),
        _unit("asisten-1", "asisten", "Asisten Pemerintahan dan Kesejahteraan Rakyat", "setda"),
        _unit("asisten-2", "asisten", "Asisten Perekonomian dan Pembangunan", "setda"),
        _unit("asisten-3", "asisten", "Asisten Administrasi Umum", "setda"),
        _bureau(
            "biro-hukum", "Biro Hukum", "asisten-1", "CONTOH-HKM", "perundang-undangan dan bantuan hukum"
        ),
        _bureau("biro-kesra", "Biro Kesejahteraan Rakyat", "asisten-1", "CONTOH-KSR", "kesejahteraan rakyat"),
        _bureau("biro-ekonomi", "Biro Perekonomian", "asisten-2", "CONTOH-EKO", "perekonomian daerah"),
        _bureau(
            "biro-organisasi", "Biro Organisasi", "asisten-3", "CONTOH-ORG", "kelembagaan dan tata laksana"
        ),
        _bureau("biro-umum", "Biro Umum", "asisten-3", "CONTOH-UMM", "tata usaha dan rumah tangga"),
        _bureau("biro-humas", BUREAU, "asisten-3", "CONTOH-HMS", "hubungan masyarakat dan keprotokolan"),
        _unit("bagian-media", "bagian", "Bagian Media", "biro-humas"),
        _unit("bagian-protokol", "bagian", "Bagian Protokol", "biro-humas"),
        _unit("kelompok-jf", "kelompok_jf", "Kelompok Jabatan Fungsional", "setda"),
        _unit("diskominfo", "dinas", "Dinas Komunikasi dan Informatika", "pemprov", short_name="Diskominfo"),
    )


def _unit(code: str, kind: str, name: str, parent: str | None, *, short_name: str | None = None) -> UnitEntry:
    return UnitEntry(
        code,
        kind,
        name,
        parent,
        SINCE,
        SOURCE,
        is_start_known=True,
        short_name=short_name,
        regulation=BASE,
    )


def _bureau(code: str, name: str, parent: str, letter_code: str, duty_field: str) -> UnitEntry:
    return UnitEntry(
        code,
        "biro",
        name,
        parent,
        SINCE,
        SOURCE,
        is_start_known=True,
        letter_code=letter_code,
        duty_field=duty_field,
        regulation=BASE,
    )


def _officials() -> tuple[OfficialEntry, ...]:
    heads = (
        ("setda", SECRETARY),
        ("asisten-3", ASSISTANT),
        ("biro-hukum", "Contoh Empat, S.H."),
        ("biro-organisasi", "Contoh Lima, S.IP."),
        ("biro-humas", "Contoh Enam, S.I.Kom."),
        ("biro-umum", "Contoh Tujuh, S.E."),
        ("biro-ekonomi", "Contoh Delapan, S.E., M.E."),
        ("biro-kesra", "Contoh Sembilan, S.Sos., M.Si."),
        ("diskominfo", "Contoh Sepuluh, S.Kom."),
    )
    return (
        OfficialEntry(
            "pemprov", GOVERNOR, SINCE, SOURCE, PostRole.GOVERNOR, "Gubernur Contoh", is_end_known=True
        ),
        *(
            OfficialEntry(
                unit,
                name,
                SINCE,
                SOURCE,
                is_end_known=True,
                nip=f"CONTOH-NIP-{number:03d}",
                rank="Pembina Utama Muda (IV/c)",
            )
            for number, (unit, name) in enumerate(heads, start=2)
        ),
    )
