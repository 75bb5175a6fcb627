"""Notices and mails as lines of their pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.notices.delivery import MailFault, MailMode, MailState
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.services.notice_pages import NoticeView
from orgflow.services.outbox_pages import MailLine
from orgflow.web.formats import show_instant
from orgflow.web.rebasing.words import told_words

_ELSEWHERE: Final[Mapping[NoticeKind, str]] = {NoticeKind.WORK_FAILED: "letters.index"}
"""Where a notice leads that is about no proposal; all others lead back to the list."""

MODES: Final[Mapping[MailMode, LazyString]] = {
    MailMode.AT_ONCE: lazy_gettext("Langsung, satu surel setiap pemberitahuan"),
    MailMode.DAILY: lazy_gettext("Rangkuman harian, satu surel setiap pagi"),
    MailMode.NEVER: lazy_gettext("Tidak, cukup di halaman OrgFlow"),
}

_STATES: Final[Mapping[MailState, tuple[str, LazyString]]] = {
    MailState.WAITING: ("rest", lazy_gettext("Menunggu dikirim lagi")),
    MailState.SENDING: ("rest", lazy_gettext("Sedang dikirim")),
    MailState.SENT: ("ok", lazy_gettext("Terkirim")),
    MailState.FAILED: ("bad", lazy_gettext("Gagal")),
    MailState.DROPPED: ("bad", lazy_gettext("Tidak dikirim")),
}

_FAULTS: Final[Mapping[MailFault, LazyString]] = {
    MailFault.REFUSED: lazy_gettext("Server surel menolaknya."),
    MailFault.DEFERRED: lazy_gettext("Server surel belum mau menerimanya."),
    MailFault.UNREACHABLE: lazy_gettext("Server surel tidak dapat dihubungi."),
    MailFault.UNSURE: lazy_gettext("Sambungan putus sesudah surel diserahkan."),
}


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One notice in the list; ``url`` leads on once it was read, '' when it leads nowhere."""

    id: UUID
    sentence: str
    at: str
    is_read: bool
    url: str


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One mail in the outbox."""

    id: UUID
    receiver: str
    address: str
    what: str
    state: str
    words: str
    may_be_double: bool
    notes: tuple[str, ...]
    may_retry: bool


def notice_lines(views: Iterable[NoticeView]) -> tuple[NoticeLine, ...]:
    """Return notices as lines."""
    return tuple(
        NoticeLine(view.id, told_words(view.told), show_instant(view.told_at), view.is_read, _own_page(view))
        for view in views
    )


def target_of(view: NoticeView) -> str:
    """Return the page that a notice leads to."""
    return _own_page(view) or url_for("notices.index")


def mail_lines(lines: Iterable[MailLine]) -> tuple[OutboxLine, ...]:
    """Return mails as lines."""
    return tuple(_mail_line(line) for line in lines)


def _own_page(view: NoticeView) -> str:
    if view.proposal_id is not None and view.kind is NoticeKind.MENTIONED:
        return url_for("notes.index", proposal_id=view.proposal_id)
    if view.proposal_id is not None:
        return url_for("proposals.show", proposal_id=view.proposal_id)
    return url_for(_ELSEWHERE[view.kind]) if view.kind in _ELSEWHERE else ""


def _mail_line(line: MailLine) -> OutboxLine:
    state, words = _STATES[line.state]
    at = show_instant(line.promised_at)
    what = (
        gettext("Rangkuman harian, %(at)s", at=at)
        if line.is_digest
        else gettext("Pemberitahuan, %(at)s", at=at)
    )
    return OutboxLine(
        line.id,
        line.receiver,
        line.address or gettext("tanpa alamat"),
        what,
        state,
        str(words),
        line.may_be_double,
        tuple(_notes(line)),
        line.may_retry,
    )


def _notes(line: MailLine) -> Iterable[str]:
    if line.state is MailState.DROPPED:
        yield gettext("Penerima tidak lagi punya alamat, atau akunnya nonaktif.")
    if line.fault is not None:
        code = gettext("(kode %(code)s)", code=line.reply_code) if line.reply_code is not None else ""
        yield f"{_FAULTS[line.fault]} {code}".rstrip()
    if line.attempts > 1:
        yield gettext("Dicoba %(count)s kali.", count=line.attempts)
    if line.next_try_at is not None:
        yield gettext("Dicoba lagi %(at)s.", at=show_instant(line.next_try_at))
    if line.sent_at is not None:
        yield gettext("Diterima server %(at)s.", at=show_instant(line.sent_at))
