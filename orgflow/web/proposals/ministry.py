"""Tanggapan Kemendagri: what went out and what came back, in one thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.working_days import DayBook
from orgflow.services.proposal_pages import ProposalPage, StepView
from orgflow.web.proposals.buttons import Button, answer_buttons
from orgflow.web.proposals.hurdles import live_letter

A = Action

_WORDS: Final[dict[Action, tuple[str, str, LazyString]]] = {
    A.SEND: ("out", "rest", lazy_gettext("Surat Gubernur dikirim ke Kementerian Dalam Negeri.")),
    A.RECEIVE: ("receipt", "rest", lazy_gettext("Surat diterima Kementerian Dalam Negeri.")),
    A.ANSWER_APPROVED: ("in", "ok", lazy_gettext("Usulan disetujui.")),
    A.ANSWER_APPROVED_WITH_NOTES: ("in", "ok", lazy_gettext("Usulan disetujui dengan catatan.")),
    A.ANSWER_ASKS_COMPLETION: ("in", "yours", lazy_gettext("Kementerian Dalam Negeri meminta kelengkapan.")),
    A.ANSWER_REJECTED: ("in", "bad", lazy_gettext("Usulan ditolak.")),
    A.COMPLETE: ("out", "rest", lazy_gettext("Kelengkapan dikirim ke Kementerian Dalam Negeri.")),
    A.RECORD_HARMONIZATION: ("in", "ok", lazy_gettext("Hasil harmonisasi rancangan Pergub diterima.")),
    A.RECORD_FACILITATION: ("in", "ok", lazy_gettext("Hasil fasilitasi rancangan Pergub diterima.")),
}
"""Whether a step went out, came in or is only a receipt, how it stands, and what it says."""

_REPAIR: Final[dict[Action, LazyString]] = {
    A.RECORD_HARMONIZATION: lazy_gettext("Hasil harmonisasi: rancangan Pergub perlu perbaikan."),
    A.RECORD_FACILITATION: lazy_gettext("Hasil fasilitasi: rancangan Pergub perlu perbaikan."),
}
_DIRECTIONS: Final[dict[str, tuple[LazyString, str]]] = {
    "out": (lazy_gettext("Keluar"), "right"),
    "in": (lazy_gettext("Masuk"), "back"),
    "receipt": (lazy_gettext("Tanda terima"), "done"),
}
_ANSWERED: Final = frozenset(
    {A.ANSWER_APPROVED, A.ANSWER_APPROVED_WITH_NOTES, A.ANSWER_ASKS_COMPLETION, A.ANSWER_REJECTED}
)


@dataclass(frozen=True, slots=True)
class Post:
    """One thing that went out or came in; ``took`` tells the working days an answer took."""

    direction: str
    symbol: str
    state: str
    sentence: str
    number: str | None
    wants_number: bool
    day: str
    notes: str
    scan_url: str | None
    recorded: str
    took: str


@dataclass(frozen=True, slots=True)
class Thread:
    """The exchange with the ministry, the oldest first, and what may be recorded now.

    ``waiting`` tells the working days that have passed without an answer.
    """

    posts: tuple[Post, ...]
    answers: tuple[Button, ...]
    is_sent: bool
    waiting: str


def thread(page: ProposalPage, days: DayBook) -> Thread:
    """Return the exchange of a proposal with the ministry, its days counted by the calendar."""
    posts = tuple(_posts(page, days))
    return Thread(posts, answer_buttons(page), bool(posts), _waiting(page, days))


def _posts(page: ProposalPage, days: DayBook) -> Iterator[Post]:
    asked_on: date | None = None
    for step in page.steps:
        if step.action not in _WORDS:
            continue
        kind, state, words = _WORDS[step.action]
        if step.outcome is ReviewOutcome.NEEDS_REPAIR:
            state, words = "yours", _REPAIR[step.action]
        direction, symbol = _DIRECTIONS[kind]
        took = _took(days, asked_on, step)
        asked_on = _asked_on(step) or asked_on
        yield Post(
            str(direction),
            symbol,
            state,
            str(words),
            _number(page, step),
            step.action is not Action.RECEIVE,
            format_date(step.acted_on),
            step.reason or "",
            url_for("evidence.file", file_id=step.file_id) if step.file_id is not None else None,
            gettext("Dicatat %(who)s", who=step.actor_name),
            took,
        )


def _asked_on(step: StepView) -> date | None:
    """Return the day since which the ministry has what it is to answer."""
    return step.acted_on if step.action in (Action.RECEIVE, Action.COMPLETE) else None


def _took(days: DayBook, asked_on: date | None, step: StepView) -> str:
    """Tell the working days an answer took, as they were counted when it was recorded."""
    if asked_on is None or step.action not in _ANSWERED:
        return ""
    count = days.workdays(step.recorded_at).between(asked_on, step.acted_on)
    return gettext("Dijawab sesudah %(count)s hari kerja", count=count)


def _waiting(page: ProposalPage, days: DayBook) -> str:
    asked_on = _asked_on(page.steps[-1]) if page.steps else None
    if page.state is not ProposalState.MINISTRY_REVIEW or asked_on is None:
        return ""
    return gettext(
        "Menunggu jawaban: sudah %(count)s hari kerja sejak %(day)s.",
        count=days.workdays().between(asked_on, page.today),
        day=format_date(asked_on),
    )


def _number(page: ProposalPage, step: StepView) -> str | None:
    if step.action is not Action.SEND:
        return step.document_number
    letter = live_letter(page.letters)
    return letter.number if letter is not None else None
