"""The office's words for a commencement, its findings, and how far a follow-up is."""

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.proposals.commencement_findings import CommencementFinding, CommencementFindingCode
from orgflow.domain.proposals.follow_up import ChangeKind, FollowUpState

C, S = CommencementFindingCode, FollowUpState

CHOICES: Final[Mapping[Choice, LazyString]] = {
    Choice.OURS: lazy_gettext("Berlakukan menurut Pergub"),
    Choice.LATEST: lazy_gettext("Pakai susunan yang ada"),
}
HINTS: Final[Mapping[Choice, LazyString]] = {
    Choice.OURS: lazy_gettext("Bunyi Pergub ini yang dipakai sejak harinya."),
    Choice.LATEST: lazy_gettext("Bagian ini tidak diberlakukan, dan tercatat sebagai tidak diberlakukan."),
}
STATES: Final[Mapping[FollowUpState, LazyString]] = {
    S.OPEN: lazy_gettext("Belum"),
    S.BEGUN: lazy_gettext("Sedang berjalan"),
    S.DONE: lazy_gettext("Selesai"),
    S.NOT_NEEDED: lazy_gettext("Tidak perlu"),
}
KINDS: Final[Mapping[ChangeKind, LazyString]] = {
    ChangeKind.NAMES: lazy_gettext("Nama unit berubah"),
    ChangeKind.STRUCTURE: lazy_gettext("Unit dibentuk, dihapus, atau dipindahkan"),
    ChangeKind.POSTS: lazy_gettext("Jabatan berubah"),
    ChangeKind.DUTIES: lazy_gettext("Tugas atau fungsi berubah"),
}
LOOKS: Final[Mapping[FollowUpState, str]] = {
    S.OPEN: "yours",
    S.BEGUN: "yours",
    S.DONE: "ok",
    S.NOT_NEEDED: "rest",
}

_LEADS: Final[Mapping[CommencementFindingCode, LazyString]] = {
    C.WITHIN_BUDGET_YEAR: lazy_gettext("Di tengah tahun anggaran."),
    C.BEFORE_PROMULGATION: lazy_gettext("Mendahului pengundangan."),
    C.NEAR_ELECTION: lazy_gettext("Dekat pemilihan kepala daerah."),
    C.ELECTION_UNKNOWN: lazy_gettext("Tanggal pemilihan belum diisi."),
    C.ACTING_HEAD: lazy_gettext("Kepala daerah penjabat atau pelaksana tugas."),
}


def lead_of(finding: CommencementFinding) -> str:
    """Return a finding in a few words."""
    return str(_LEADS[finding.code])


def finding_words(finding: CommencementFinding) -> str:
    """Return what a finding says."""
    day = format_date(finding.day)
    match finding.code:
        case C.WITHIN_BUDGET_YEAR:
            return gettext(
                "%(day)s jatuh di tengah tahun anggaran; DPA, SIPD, aset, kop, dan cap ikut berubah. "
                "Tahun anggaran berikutnya mulai %(offered)s.",
                day=day,
                offered=format_date(finding.offered) if finding.offered is not None else "",
            )
        case C.BEFORE_PROMULGATION:
            return gettext(
                "%(day)s mendahului hari pengundangan. Periksa apakah Pergub memang berbunyi begitu; dasar "
                "hukumnya belum diisi.",
                day=day,
            )
        case C.NEAR_ELECTION:
            return gettext(
                "Pengukuhan pejabat sesudah %(day)s memerlukan persetujuan tertulis Menteri Dalam Negeri.",
                day=day,
            )
        case C.ELECTION_UNKNOWN:
            return gettext(
                "Belum dapat diperiksa apakah pengukuhan pejabat sesudah %(day)s memerlukan persetujuan "
                "Menteri: tanggal penetapan calon belum diisi.",
                day=day,
            )
        case C.ACTING_HEAD:
            return gettext(
                "Pada %(day)s kepala daerahnya penjabat atau pelaksana tugas; mutasi pejabat memerlukan "
                "persetujuan.",
                day=day,
            )
