"""Notices as sentences of the office, one wording for the pages and the mails."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.rebase_words import ToldSentence
from orgflow.services.wording import say

A, K, S = Action, NoticeKind, ProposalState

_PLAIN: Final[Mapping[NoticeKind, str]] = {
    K.YOUR_TURN: say("Usulan %(unit)s menunggu tindakan Anda."),
    K.RETURNED: say("Usulan %(unit)s dikembalikan oleh %(by)s untuk diperbaiki."),
    K.RECORDED_FOR_YOU: say("%(by)s mencatat satu langkah atas nama Anda pada usulan %(unit)s."),
    K.MINISTRY_ANSWERED: say("Kementerian Dalam Negeri menjawab usulan %(unit)s."),
    K.ENDED: say("Usulan %(unit)s berakhir sebelum diberlakukan."),
    K.COMMENCED: say("Usulan %(unit)s diberlakukan, berlaku mulai %(effective_on)s."),
    K.COMMENCEMENT_STOPPED: say(
        "Usulan %(unit)s tidak dapat berlaku dengan sendirinya pada %(effective_on)s dan menunggu keputusan."
    ),
    K.ROUTE_CHANGED: say("Alur persetujuan usulan %(unit)s diganti oleh %(by)s."),
    K.REMINDER_BEFORE: say("Usulan %(unit)s perlu Anda selesaikan paling lambat %(due_on)s."),
    K.REMINDER_ON: say("Hari ini, %(due_on)s, batas waktu Anda untuk usulan %(unit)s."),
    K.REMINDER_AFTER: say("Batas waktu Anda untuk usulan %(unit)s sudah lewat, yaitu %(due_on)s."),
    K.ESCALATED: say("Usulan %(unit)s melewati batas waktu %(due_on)s dan masih menunggu %(desk)s."),
    K.DELEGATION_BEGINS: say(
        "Tugas %(post)s dijalankan %(person)s mulai %(begins_on)s sampai dengan %(ends_on)s."
    ),
    K.DELEGATION_ENDS: say("Tugas %(post)s tidak lagi dijalankan %(person)s sejak %(ends_on)s."),
    K.NOTE_NEEDS_ANSWER: say("Catatan %(by)s pada usulan %(unit)s perlu Anda jawab."),
    K.MENTIONED: say("%(by)s menyebut Anda dalam catatan pada usulan %(unit)s."),
    K.MEETING_CALLED: say("Anda diundang rapat pada %(meets_on)s tentang usulan %(unit)s."),
    K.MEETING_MOVED: say("Rapat tentang usulan %(unit)s dipindahkan dari %(was_on)s ke %(meets_on)s."),
    K.MEETING_CHANGED: say("Waktu atau tempat rapat %(meets_on)s tentang usulan %(unit)s diubah."),
    K.MEETING_CANCELLED: say("Rapat %(meets_on)s tentang usulan %(unit)s dibatalkan."),
    K.TASK_GIVEN: say("Tugas untuk Anda: %(task)s."),
    K.WORK_FAILED: say("Pekerjaan latar berulang kali gagal: %(work)s."),
}

_TURNS: Final[Mapping[str, str]] = {
    S.UNIT_REVIEW: say("Usulan %(unit)s diajukan dan menunggu telaah Anda."),
    S.ORG_REVIEW: say("Usulan %(unit)s menunggu telaah Biro Organisasi."),
    S.LEGAL_REVIEW: say("Usulan %(unit)s menunggu telaah Biro Hukum."),
    S.INITIALLING: say("Usulan %(unit)s menunggu paraf."),
    S.SIGNING: say("Surat usulan %(unit)s menunggu ditandatangani atau dikirim."),
    S.SUBMITTED: say("Surat usulan %(unit)s sudah dikirim; catat bila sudah diterima Kementerian."),
    S.MINISTRY_REVIEW: say("Jawaban Kementerian atas usulan %(unit)s menunggu dicatat."),
    S.HARMONIZATION: say("Usulan %(unit)s disetujui Kementerian; harmonisasi Pergubnya menunggu dicatat."),
    S.FACILITATION: say("Usulan %(unit)s disetujui Kementerian; fasilitasi Pergubnya menunggu dicatat."),
    S.ENACTED: say("Pergub usulan %(unit)s sudah ditetapkan; pengundangannya menunggu dicatat."),
    S.PROMULGATED: say("Pergub usulan %(unit)s sudah diundangkan; hari mulai berlakunya menunggu dicatat."),
}

_RECORDED: Final[Mapping[str, str]] = {
    A.APPROVE: say("%(by)s mencatat persetujuan Anda pada usulan %(unit)s."),
    A.PARAF: say("%(by)s mencatat paraf Anda pada usulan %(unit)s."),
    A.SIGN: say("%(by)s mencatat tanda tangan pada surat usulan %(unit)s."),
    A.RETURN: say("%(by)s mencatat bahwa Anda mengembalikan usulan %(unit)s."),
    A.REJECT: say("%(by)s mencatat bahwa Anda menolak usulan %(unit)s."),
}

_ANSWERS: Final[Mapping[str, str]] = {
    A.ANSWER_APPROVED: say("Kementerian Dalam Negeri menyetujui usulan %(unit)s."),
    A.ANSWER_APPROVED_WITH_NOTES: say("Kementerian Dalam Negeri menyetujui usulan %(unit)s dengan catatan."),
    A.ANSWER_ASKS_COMPLETION: say("Kementerian Dalam Negeri meminta kelengkapan usulan %(unit)s."),
    A.ANSWER_REJECTED: say("Kementerian Dalam Negeri menolak usulan %(unit)s."),
}

_ENDINGS: Final[Mapping[str, str]] = {
    S.REJECTED: say("Usulan %(unit)s ditolak."),
    S.WITHDRAWN: say("Usulan %(unit)s ditarik."),
}

_BY_CODE: Final[Mapping[NoticeKind, tuple[str, Mapping[str, str]]]] = {
    K.YOUR_TURN: ("state", _TURNS),
    K.RECORDED_FOR_YOU: ("action", _RECORDED),
    K.MINISTRY_ANSWERED: ("action", _ANSWERS),
    K.ENDED: ("state", _ENDINGS),
}
"""Kinds whose sentence depends on the code in one of their words; another code has the plain sentence."""


def notice_told(kind: NoticeKind, words: Mapping[str, str]) -> ToldSentence:
    """Return a notice as a sentence with named places, its dates as the office writes them."""
    template = _PLAIN[kind]
    if kind in _BY_CODE:
        name, templates = _BY_CODE[kind]
        template = templates.get(words[name], template)
    return ToldSentence(template, {name: _shown(name, word) for name, word in words.items()})


def _shown(name: str, word: str) -> str:
    return format_date(date.fromisoformat(word)) if name.endswith("_on") else word
