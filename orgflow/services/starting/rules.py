"""Rules every government starts from: kinds, limits and names of units, documents asked for.

What the sources say of them, and how far each is trusted, stands in docs/sources.md.
Source: [PERMENDAGRI-56-2019], [RIAU-ORG-2019], [RIAU-SIPPN], [PERMENDAGRI-57-2007], [UU-23-2014],
[PP-18-2016], [UU-13-2022], [PERMENDAGRI-80-2015].
"""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.organisation.kinds import Standing, UnitKind
from orgflow.domain.organisation.rules import EchelonOf, MaximumBelow, NeedsPerda, StructureRule
from orgflow.domain.proposals.completeness import Necessity, NeededFor, RequiredDocument
from orgflow.services.dossier import LETTER_DOCUMENT

GUIDELINE_CITATION: Final = (
    "Permendagri 56/2019 tentang Pedoman Nomenklatur dan Unit Kerja Sekretariat Daerah Provinsi dan"
    " Kabupaten/Kota, Sekretariat Daerah provinsi tipe A; daftar menurut keterangan Biro Organisasi Riau"
    " (haluanriau.co, 27 Agustus 2019), naskah peraturannya belum diperiksa"
)
GUIDELINE_BUREAUS: Final = (
    "Biro Pemerintahan dan Otonomi Daerah",
    "Biro Kesejahteraan Rakyat",
    "Biro Hukum",
    "Biro Perekonomian",
    "Biro Pengadaan Barang dan Jasa",
    "Biro Administrasi Pembangunan",
    "Biro Organisasi",
    "Biro Umum",
    "Biro Administrasi Pimpinan",
)

_LIMIT: Final = "Batas menurut kebiasaan yang disebut berasal dari {source}; pasalnya belum dibaca"
_GUIDELINE_LIMIT: Final = _LIMIT.format(source="Permendagri 56/2019")
_BUREAU_LIMIT: Final = _LIMIT.format(
    source="PP 18/2016 (4) atau Permendagri 56/2019 (3); dipakai yang longgar"
)
_DIVISION_LIMIT: Final = _LIMIT.format(source="Permendagri 56/2019 (3 atau 4); dipakai yang longgar")
_ECHELON: Final = "Eselon yang lazim pada Sekretariat Daerah provinsi; pasalnya belum dibaca"
_PERDA: Final = (
    "UU 23/2014: perangkat daerah dibentuk dengan Perda, sedangkan kedudukan, susunan, dan tugasnya diatur"
    " dengan Perkada; pasalnya belum dibaca"
)

_R, _S = Necessity.REQUIRED, Necessity.SUGGESTED
_RIAU = "Standar pelayanan Biro Organisasi Provinsi Riau (sippn.menpan.go.id); di sini belum diverifikasi"
_CUSTOM = "Kebiasaan kantor; dasar hukumnya belum diverifikasi"
_OLD_RULE = "Disebut dalam Permendagri 57/2007 (lama); kewajibannya sekarang belum diverifikasi"


def unit_kinds(head: str) -> tuple[UnitKind, ...]:
    """Return the kinds of unit of a province whose head bears this title."""
    return (
        UnitKind("pemerintah", "Pemerintah", 0, head),
        UnitKind("setda", "Sekretariat Daerah", 1, "Sekretaris Daerah"),
        UnitKind("asisten", "Asisten", 2, "{unit}"),
        UnitKind("biro", "Biro", 3, "Kepala {unit}", may_propose=True),
        UnitKind("bagian", "Bagian", 4, "Kepala {unit}"),
        UnitKind("subbagian", "Subbagian", 5, "Kepala {unit}"),
        UnitKind("dinas", "Dinas", 1, "Kepala {unit}", is_agency=True),
        UnitKind("badan", "Badan", 1, "Kepala {unit}", is_agency=True),
        UnitKind("uptd", "UPTD", 2, "Kepala {unit}"),
        UnitKind("bidang", "Bidang", 2, "Kepala {unit}"),
        UnitKind("staf_ahli", "Staf Ahli", 2, "{unit}", standing=Standing.ADVISORY),
        UnitKind("kelompok_jf", "Kelompok Jabatan Fungsional", 6, "{unit}", standing=Standing.FUNCTIONAL),
    )


def structure_rules() -> tuple[StructureRule, ...]:
    """Return the limits, echelons and what needs a Perda; none of them was verified."""
    return (
        _limit("setda", "asisten", 3, _GUIDELINE_LIMIT),
        _limit("asisten", "biro", 4, _BUREAU_LIMIT),
        _limit("biro", "bagian", 4, _DIVISION_LIMIT),
        _limit("bagian", "subbagian", 3, _GUIDELINE_LIMIT),
        _echelon("setda", "I.b"),
        _echelon("asisten", "II.a"),
        _echelon("biro", "II.b"),
        _echelon("bagian", "III.a"),
        _echelon("subbagian", "IV.a"),
        NeedsPerda(kind_code="dinas", citation=_PERDA, is_verified=False),
        NeedsPerda(kind_code="badan", citation=_PERDA, is_verified=False),
    )


def guideline_names(counterparts: Mapping[str, str]) -> tuple[GuidelineName, ...]:
    """Return the guideline's names; ``counterparts`` gives the present name of the unit meant by one."""
    return tuple(
        GuidelineName("biro", name, counterparts.get(name), GUIDELINE_CITATION, is_verified=False)
        for name in GUIDELINE_BUREAUS
    )


def required_documents() -> tuple[RequiredDocument, ...]:
    """Return the documents asked for, in the order in which a letter lists them."""
    submission, organisation = NeededFor.SUBMISSION, NeededFor.ORGANISATION
    return (
        _derived(LETTER_DOCUMENT, "Surat usulan Gubernur", _RIAU),
        _asked("KAJIAN", "Kajian perubahan nomenklatur", _R, submission, _RIAU),
        _derived("MATRIKS", "Matriks persandingan", _CUSTOM),
        _derived("BAGAN", "Bagan susunan organisasi semula dan menjadi", _CUSTOM),
        _asked("RANPERGUB", "Rancangan Peraturan Gubernur", _R, organisation, _RIAU),
        _asked(
            "MATRIKS_TUMPANG_TINDIH",
            "Persandingan tugas dan fungsi dengan perangkat daerah lain",
            _S,
            organisation,
            "Disarankan agar pertanyaan tentang irisan tugas terjawab; bukan syarat",
        ),
        _asked("ANJAB_ABK", "Hasil analisis jabatan dan analisis beban kerja", _S, organisation, _OLD_RULE),
        _asked(
            "PRESEDEN",
            "Data pembanding provinsi lain",
            _S,
            organisation,
            "Disarankan untuk memperkuat usulan; bukan syarat",
        ),
        _asked("BA_RAPAT", "Berita acara rapat pembahasan", _S, organisation, _CUSTOM),
        _asked(
            "HASIL_HARMONISASI",
            "Hasil harmonisasi rancangan Peraturan Gubernur",
            _R,
            NeededFor.ENACTMENT,
            "UU 13/2022 Pasal 58 dan Pasal 97D menurut sumber kedua; di sini belum diverifikasi",
        ),
        _asked(
            "HASIL_FASILITASI",
            "Hasil fasilitasi rancangan Peraturan Gubernur",
            _R,
            NeededFor.ENACTMENT,
            "Permendagri 80/2015 sebagaimana diubah dengan Permendagri 120/2018; di sini belum diverifikasi",
        ),
    )


def _limit(kind: str, below: str, amount: int, citation: str) -> StructureRule:
    return MaximumBelow(
        kind_code=kind, below_kind_code=below, amount=amount, citation=citation, is_verified=False
    )


def _echelon(kind: str, echelon: str) -> StructureRule:
    return EchelonOf(kind_code=kind, echelon=echelon, citation=_ECHELON, is_verified=False)


def _asked(
    code: str, title: str, necessity: Necessity, needed_for: NeededFor, basis: str
) -> RequiredDocument:
    return RequiredDocument(code, title, necessity, needed_for, basis, is_verified=False, is_derived=False)


def _derived(code: str, title: str, basis: str) -> RequiredDocument:
    return RequiredDocument(
        code, title, Necessity.REQUIRED, NeededFor.ISSUE, basis, is_verified=False, is_derived=True
    )
