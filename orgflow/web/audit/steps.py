"""What was done on the road, as the beginning of a sentence in the history."""

from typing import Final

from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.proposals.states import Action

A = Action

STEPS: Final[dict[Action, LazyString]] = {
    A.SUBMIT: lazy_gettext("Mengajukan usulan."),
    A.FORWARD: lazy_gettext("Mengajukan usulan ke Biro Organisasi."),
    A.APPROVE_UNIT: lazy_gettext("Menyetujui usulan dan meneruskannya ke Biro Organisasi."),
    A.APPROVE_ORGANISATION: lazy_gettext("Menyetujui usulan sebagai penelaah Biro Organisasi."),
    A.APPROVE_LEGAL: lazy_gettext("Menyetujui usulan sebagai penelaah Biro Hukum."),
    A.PARAF_ASSISTANT: lazy_gettext("Membubuhkan paraf sebagai Asisten."),
    A.PARAF_SECRETARY: lazy_gettext("Membubuhkan paraf sebagai Sekretaris Daerah."),
    A.SIGN: lazy_gettext("Surat ditandatangani Gubernur."),
    A.SEND: lazy_gettext("Mengirim surat ke Kementerian Dalam Negeri."),
    A.RECEIVE: lazy_gettext("Surat diterima Kementerian Dalam Negeri."),
    A.ANSWER_APPROVED: lazy_gettext("Kementerian Dalam Negeri menyetujui usulan."),
    A.ANSWER_APPROVED_WITH_NOTES: lazy_gettext("Kementerian Dalam Negeri menyetujui usulan dengan catatan."),
    A.ANSWER_ASKS_COMPLETION: lazy_gettext("Kementerian Dalam Negeri meminta kelengkapan."),
    A.ANSWER_REJECTED: lazy_gettext("Kementerian Dalam Negeri menolak usulan."),
    A.COMPLETE: lazy_gettext("Mengirim kelengkapan yang diminta."),
    A.RECORD_FACILITATION: lazy_gettext("Mencatat hasil fasilitasi rancangan Pergub."),
    A.ENACT: lazy_gettext("Pergub ditetapkan."),
    A.PROMULGATE: lazy_gettext("Pergub diundangkan."),
    A.COMMENCE: lazy_gettext("Memberlakukan perubahan resmi."),
    A.RETURN: lazy_gettext("Mengembalikan usulan untuk diperbaiki."),
    A.GO_BACK: lazy_gettext("Mengembalikan usulan satu tahap."),
    A.RECALL: lazy_gettext("Menarik kembali usulan untuk diperbaiki."),
    A.REJECT: lazy_gettext("Menolak usulan."),
    A.WITHDRAW: lazy_gettext("Menarik usulan."),
    A.SUPERSEDE: lazy_gettext("Usulan diganti usulan baru."),
}

RECORDED: Final[dict[Action, LazyString]] = {
    A.PARAF_ASSISTANT: lazy_gettext("Paraf Asisten dibubuhkan oleh %(person)s."),
    A.PARAF_SECRETARY: lazy_gettext("Paraf Sekretaris Daerah dibubuhkan oleh %(person)s."),
    A.SIGN: lazy_gettext("Surat ditandatangani Gubernur, %(person)s."),
    A.RETURN: lazy_gettext("Usulan dikembalikan untuk diperbaiki oleh %(person)s."),
    A.GO_BACK: lazy_gettext("Usulan dikembalikan satu tahap oleh %(person)s."),
    A.REJECT: lazy_gettext("Usulan ditolak oleh %(person)s."),
}
"""The same where the letter administrator records it for a leader."""


def step_sentence(action: Action, person: str) -> str:
    """Return what was done; ``person`` is the leader for whom it was recorded, or empty."""
    if person and action in RECORDED:
        # A name may end in the full stop of a degree: S.E., M.M.
        return RECORDED[action] % {"person": person.rstrip(".")}
    return str(STEPS[action])
