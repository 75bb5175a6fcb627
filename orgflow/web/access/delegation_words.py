"""Delegations in words: what is lent, in which form, and where each stands."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.access.delegation import DelegationState
from orgflow.domain.access.roles import DelegationKind, Permission
from orgflow.domain.calendar import format_date
from orgflow.services.delegation_pages import ActsFor, DelegationView

K, P, S = DelegationKind, Permission, DelegationState

TASKS: Final[dict[Permission, LazyString]] = {
    P.SUBMIT_PROPOSAL: lazy_gettext("Mengajukan, menarik kembali, dan menarik usulan"),
    P.REVIEW_AS_UNIT: lazy_gettext("Menelaah sebagai Kepala Biro"),
    P.REVIEW_AS_ORGANISATION: lazy_gettext("Menelaah sebagai Biro Organisasi"),
    P.REVIEW_AS_LEGAL: lazy_gettext("Menelaah sebagai Biro Hukum"),
    P.PARAF_AS_ASSISTANT: lazy_gettext("Membubuhkan paraf sebagai Asisten"),
    P.PARAF_AS_SECRETARY: lazy_gettext("Membubuhkan paraf sebagai Sekretaris Daerah"),
    P.SIGN_AS_GOVERNOR: lazy_gettext("Mencatat tanda tangan Gubernur"),
    P.RECORD_FOR_LEADERS: lazy_gettext("Mencatat langkah pimpinan"),
    P.RECORD_MINISTRY: lazy_gettext("Mencatat surat-menyurat dengan Kementerian"),
    P.RECORD_REGULATION: lazy_gettext("Mencatat harmonisasi, fasilitasi, dan Pergub"),
    P.ISSUE_LETTER: lazy_gettext("Menerbitkan dan mengirim surat"),
    P.COMMENCE: lazy_gettext("Memberlakukan perubahan"),
}
"""Every task that may be lent."""

KINDS: Final[dict[DelegationKind, LazyString]] = {
    K.DELEGATED: lazy_gettext("Pendelegasian"),
    K.DAILY_ACTING: lazy_gettext("Pelaksana harian (Plh.)"),
    K.ACTING: lazy_gettext("Pelaksana tugas (Plt.)"),
}
STATES: Final[dict[DelegationState, LazyString]] = {
    S.RUNNING: lazy_gettext("Berlaku"),
    S.COMING: lazy_gettext("Akan datang"),
    S.ENDED: lazy_gettext("Berakhir"),
    S.RECALLED: lazy_gettext("Dicabut"),
}


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """A delegation as a list prints it; ``recall_url`` is "" where nothing is left to recall."""

    sentence: str
    state: str
    words: str
    tasks: tuple[str, ...]
    letter: str
    reason: str
    recorded_by: str
    recalled: str
    file_url: str
    recall_url: str


def line_of(view: DelegationView, recall_endpoint: str) -> DelegationLine:
    """Return a delegation as a list prints it; no endpoint leaves out the way to recall it."""
    is_open = view.state in (S.RUNNING, S.COMING) and bool(recall_endpoint)
    recalled = ""
    if view.state is S.RECALLED:
        recalled = gettext(
            "Dicabut oleh %(who)s: %(why)s", who=view.recalled_by or "", why=view.recall_reason or ""
        )
    return DelegationLine(
        sentence_of(view),
        "ok" if view.state is S.RUNNING else "rest",
        str(STATES[view.state]),
        tuple(str(TASKS[task]) for task in view.tasks),
        gettext(
            "Surat nomor %(number)s tanggal %(day)s",
            number=view.letter_number,
            day=format_date(view.letter_date),
        ),
        view.reason,
        view.recorded_by,
        recalled,
        url_for("evidence.file", file_id=view.file_id) if view.file_id is not None else "",
        url_for(recall_endpoint, delegation_id=view.id) if is_open else "",
    )


def sentence_of(view: DelegationView) -> str:
    """Return who acts for whom, and when."""
    return gettext(
        "%(delegate)s %(behalf)s, %(since)s sampai %(until)s",
        delegate=view.delegate,
        behalf=behalf_of(view.kind, view.principal),
        since=format_date(view.first_day),
        until=format_date(view.last_day),
    )


def acts_sentence(held: ActsFor) -> str:
    """Return for whom the reader acts today, and until when."""
    return gettext(
        "Anda bertindak %(behalf)s sampai %(day)s.",
        behalf=behalf_of(held.kind, held.principal),
        day=format_date(held.last_day),
    )


def behalf_of(kind: DelegationKind | None, principal: str) -> str:
    """Return in whose place somebody acts, after the own name."""
    if kind is K.DAILY_ACTING:
        return gettext("sebagai Plh. %(principal)s", principal=principal)
    if kind is K.ACTING:
        return gettext("sebagai Plt. %(principal)s", principal=principal)
    return gettext("atas nama %(principal)s", principal=principal)
