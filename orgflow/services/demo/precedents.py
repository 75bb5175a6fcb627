"""What is known of other provinces and of the bureau's media, each with the place where it was seen.

What was seen in third-party material only is not verified, and what is not known is left out.

Source: [PRECEDENTS], [TOPSUMBAR-2022].
"""

from datetime import date
from typing import Final

from orgflow.domain.evidence.partners import KindCount, PartnerKind
from orgflow.domain.evidence.precedents import Precedent, Stance
from orgflow.domain.evidence.rough_dates import RoughDate
from orgflow.domain.evidence.tallies import Tally
from orgflow.services.context import Context
from orgflow.services.evidence_keeping import Register, VerifyEntry, verify_entry
from orgflow.services.media_tallies import AddTally, add_tally
from orgflow.services.precedents import AddPrecedent, add_precedent

_ADPIM: Final = "Biro Administrasi Pimpinan"
_HUMAS: Final = "Biro Humas dan Protokol"
_FOR, _NEUTRAL, _AGAINST = Stance.SUPPORTS, Stance.NEUTRAL, Stance.OPPOSES
_THIRD_PARTY: Final = "Bahan pihak ketiga (aplikasi instansi yang terbuka); alamatnya belum dicatat"
_JATENG: Final = "dprd.jatengprov.go.id/studi-soal-pembentukan-biro-baru-pelayanan-pimpinan"

TALLY: Final = Tally(
    "Media yang bekerja sama dengan Biro Humas dan Protokol Setda Provinsi Sumatera Selatan",
    date(2022, 12, 7),
    213,
    (
        KindCount(PartnerKind.PRINT, 71),
        KindCount(PartnerKind.ONLINE, 115),
        KindCount(PartnerKind.TELEVISION, 10),
        KindCount(PartnerKind.RADIO, 17),
    ),
    "topsumbar.co.id/2022/12/biro-humas-dan-protokol-setdaprov-sumsel-satu-satunya-masih-membidangi-publikasi/",
    is_verified=True,
)
PRECEDENTS: Final = (
    Precedent(
        "Sumatera Selatan",
        _HUMAS,
        "sumsel.tribunnews.com (1 Februari 2016); topsumbar.co.id (7 Desember 2022)",
        seen=RoughDate(2026, 8),
        note="Terlihat dari 2016 sampai Agustus 2026; yang terakhir pada perangkat lunak biro itu sendiri.",
        is_verified=True,
    ),
    Precedent(
        "Bali",
        _HUMAS,
        _JATENG,
        _FOR,
        seen=RoughDate(2025, 12),
        note=(
            "Publikasi, hubungan masyarakat, dan protokol; layanan pimpinan lain di Biro Umum, Kominfo"
            " mendukung."
        ),
        is_verified=True,
    ),
    Precedent(
        "DI Yogyakarta",
        "Biro Umum, Hubungan Masyarakat dan Protokol",
        "biroumum.jogjaprov.go.id; fishipol.uny.ac.id/id/node/2263; scribd.com dokumen 569815949",
        _FOR,
        regulation="Pergub 53/2018, perubahan kedua Pergub 15/2020",
        seen=RoughDate(2024, 10),
        note="Diubah karena tumpang tindih dengan Kominfo dan DPAD; ada Bagian Humas.",
        is_verified=True,
    ),
    Precedent(
        "Jawa Tengah",
        "Biro Umum",
        _JATENG,
        _NEUTRAL,
        seen=RoughDate(2025, 12),
        note="Humas dan protokol di dalam Biro Umum; DPRD mempelajari pembentukan biro baru.",
        is_verified=True,
    ),
    Precedent(
        "Jawa Timur",
        _ADPIM,
        "kaltimprov.go.id/berita/protokol-kaltim-kunker-ke-jatim",
        _AGAINST,
        seen=RoughDate(2021),
        note="Ada Kabag Materi dan Komunikasi Pimpinan.",
        is_verified=True,
    ),
    Precedent(
        "Kalimantan Timur",
        _ADPIM,
        "kaltimprov.go.id/berita/protokol-kaltim-kunker-ke-jatim",
        _AGAINST,
        seen=RoughDate(2021),
        is_verified=True,
    ),
    Precedent(
        "Jawa Barat",
        _ADPIM,
        _THIRD_PARTY,
        _AGAINST,
        _HUMAS,
        RoughDate(2020),
        seen=RoughDate(2025),
        note="Ada Bagian Protokol.",
    ),
    Precedent(
        "Riau",
        _ADPIM,
        "haluanriau.co/2019/08/27/tahun-depan-biro-humas-masuk-dalam-biro-pimpinan/",
        _AGAINST,
        seen=RoughDate(2019),
        note="Rencana pada 2019: humas masuk Biro Administrasi Pimpinan.",
        is_verified=True,
    ),
    Precedent("Sumatera Barat", _ADPIM, "tandaseru.com", _AGAINST, seen=RoughDate(2022), is_verified=True),
    Precedent(
        "Maluku Utara",
        _ADPIM,
        "tandaseru.com",
        _AGAINST,
        "Biro Protokol, Kerjasama dan Komunikasi Publik",
        seen=RoughDate(2022),
        is_verified=True,
    ),
    Precedent(
        "Lampung",
        _ADPIM,
        _THIRD_PARTY,
        _AGAINST,
        _HUMAS,
        seen=RoughDate(2024),
        note="Terlihat sebagai Biro Humas dan Protokol pada 2017.",
    ),
    *(
        Precedent(
            province, _ADPIM, _THIRD_PARTY, _AGAINST, seen=RoughDate(2026), note="Terlihat 2025 sampai 2026."
        )
        for province in ("Banten", "Kepulauan Riau", "Jambi", "Kalimantan Barat")
    ),
    Precedent(
        "Nusa Tenggara Barat",
        _HUMAS,
        "pdfslide.tips/documents/berita-daerah-provinsi-nusa-tenggara-barat",
        _NEUTRAL,
        since=RoughDate(2015),
        seen=RoughDate(2015),
        note="Ditingkatkan dari bagian pada 2015; keadaan sesudahnya belum diketahui.",
        is_verified=True,
    ),
)


def enter_evidence(ctx: Context) -> None:
    """Enter the count of 7 December 2022 and the precedents, verified where they were seen in public."""
    tally_id = add_tally(ctx, AddTally(TALLY))
    verify_entry(ctx, VerifyEntry(Register.TALLIES, tally_id, 1, is_verified=True))
    for held in PRECEDENTS:
        entry_id = add_precedent(ctx, AddPrecedent(held))
        if held.is_verified:
            verify_entry(ctx, VerifyEntry(Register.PRECEDENTS, entry_id, 1, is_verified=True))
