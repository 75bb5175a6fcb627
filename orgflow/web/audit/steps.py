"""What was done on the road, as the beginning of a sentence in the history."""

from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import ReviewOutcome

A = Action

STEPS: Final[dict[str, LazyString]] = {
    A.APPROVE: lazy_gettext("Menyetujui usulan sebagai %(step)s."),
    A.PARAF: lazy_gettext("Membubuhkan paraf sebagai %(step)s."),
    A.SIGN: lazy_gettext("Surat ditandatangani %(step)s."),
    A.SUBMIT: lazy_gettext("Mengajukan usulan."),
    A.FORWARD: lazy_gettext("Mengajukan usulan ke Biro Organisasi."),
    A.SEND: lazy_gettext("Mengirim surat ke Kementerian Dalam Negeri."),
    A.RECEIVE: lazy_gettext("Surat diterima Kementerian Dalam Negeri."),
    A.ANSWER_APPROVED: lazy_gettext("Kementerian Dalam Negeri menyetujui usulan."),
    A.ANSWER_APPROVED_WITH_NOTES: lazy_gettext("Kementerian Dalam Negeri menyetujui usulan dengan catatan."),
    A.ANSWER_ASKS_COMPLETION: lazy_gettext("Kementerian Dalam Negeri meminta kelengkapan."),
    A.ANSWER_REJECTED: lazy_gettext("Kementerian Dalam Negeri menolak usulan."),
    A.COMPLETE: lazy_gettext("Mengirim kelengkapan yang diminta."),
    A.RECORD_HARMONIZATION: lazy_gettext("Mencatat hasil harmonisasi rancangan Pergub."),
    A.RECORD_FACILITATION: lazy_gettext("Mencatat hasil fasilitasi rancangan Pergub."),
    A.ENACT: lazy_gettext("Pergub ditetapkan."),
    A.PROMULGATE: lazy_gettext("Pergub diundangkan."),
    A.COMMENCE: lazy_gettext("Memberlakukan perubahan resmi."),
    A.RETURN: lazy_gettext("Mengembalikan usulan untuk diperbaiki."),
    A.RECALL: lazy_gettext("Menarik kembali usulan untuk diperbaiki."),
    A.REJECT: lazy_gettext("Menolak usulan."),
    A.WITHDRAW: lazy_gettext("Menarik usulan."),
    A.SUPERSEDE: lazy_gettext("Usulan diganti usulan baru."),
    A.CHANGE_ROUTE: lazy_gettext("Memindahkan usulan ke jalur lain."),
    "approve_unit": lazy_gettext("Menyetujui usulan dan meneruskannya ke Biro Organisasi."),
    "approve_organisation": lazy_gettext("Menyetujui usulan sebagai penelaah Biro Organisasi."),
    "approve_legal": lazy_gettext("Menyetujui usulan sebagai penelaah Biro Hukum."),
    "paraf_assistant": lazy_gettext("Membubuhkan paraf sebagai Asisten."),
    "paraf_secretary": lazy_gettext("Membubuhkan paraf sebagai Sekretaris Daerah."),
    "go_back": lazy_gettext("Mengembalikan usulan satu tahap."),
}
"""By action; the last six were recorded before routes were data, and stay readable."""

RECORDED: Final[dict[str, LazyString]] = {
    A.APPROVE: lazy_gettext("Persetujuan %(step)s diberikan oleh %(person)s."),
    A.PARAF: lazy_gettext("Paraf %(step)s dibubuhkan oleh %(person)s."),
    A.SIGN: lazy_gettext("Surat ditandatangani %(step)s, %(person)s."),
    "paraf_assistant": lazy_gettext("Paraf Asisten dibubuhkan oleh %(person)s."),
    "paraf_secretary": lazy_gettext("Paraf Sekretaris Daerah dibubuhkan oleh %(person)s."),
    "go_back": lazy_gettext("Usulan dikembalikan satu tahap oleh %(person)s."),
    A.RETURN: lazy_gettext("Usulan dikembalikan untuk diperbaiki oleh %(person)s."),
    A.REJECT: lazy_gettext("Usulan ditolak oleh %(person)s."),
}
"""The same where the letter administrator records it for a leader."""


NOT_PERMITTED: Final = lazy_gettext("Ditolak: peran pengguna tidak mencakup tindakan yang diminta.")
_NOT_THERE: Final = lazy_gettext("Ditolak: langkah itu tidak ada pada keadaan usulan ketika itu.")
REFUSED: Final[dict[str, LazyString]] = {
    "own_work": lazy_gettext("Ditolak: yang menyusun usulan tidak memutuskannya."),
    "out_of_turn": lazy_gettext("Ditolak: langkah dicoba sebelum gilirannya."),
    "step_taken_already": lazy_gettext("Ditolak: langkah itu sudah dicatat."),
    "transition_not_allowed": _NOT_THERE,
    "unknown_route_step": _NOT_THERE,
    "stale_revision": lazy_gettext("Ditolak: usulan sudah berubah sejak halamannya dibuka."),
    "step_date_in_future": lazy_gettext("Ditolak: tanggal langkahnya belum tiba."),
    "step_date_before_previous": lazy_gettext("Ditolak: tanggal langkahnya mendahului langkah sebelumnya."),
}
"""What was refused, by the rule's code."""

_RETURNED: Final = lazy_gettext("Mengembalikan usulan ke langkah %(step)s.")
_RETURN_RECORDED: Final = lazy_gettext("Usulan dikembalikan ke langkah %(step)s oleh %(person)s.")
_OLD_SIGNER: Final = lazy_gettext("Gubernur")
_OUTCOMES: Final[dict[str, LazyString]] = {
    ReviewOutcome.FINISHED: lazy_gettext("Hasilnya: selesai."),
    ReviewOutcome.FINISHED_WITH_NOTES: lazy_gettext("Hasilnya: selesai dengan catatan."),
    ReviewOutcome.NEEDS_REPAIR: lazy_gettext("Hasilnya: dikembalikan untuk diperbaiki."),
}


def step_sentence(action: str, person: str, step: str = "", outcome: str = "") -> str:
    """Return what was done.

    Args:
        person: the leader for whom it was recorded, or empty.
        step: who takes the step of the route; empty in what was recorded before routes were data.
        outcome: of a review of the draft regulation, or empty.
    """
    # A name may end in the full stop of a degree: S.E., M.M.
    names = {"person": person.rstrip("."), "step": step or str(_OLD_SIGNER)}
    if action == A.RETURN and step:
        return (_RETURN_RECORDED if person else _RETURNED) % names
    words = RECORDED[action] if person and action in RECORDED else STEPS[action]
    return f"{words % names} {_OUTCOMES[outcome]}" if outcome in _OUTCOMES else words % names
