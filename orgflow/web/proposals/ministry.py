"""Tanggapan Kemendagri: what went out and what came back, in one thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.states import Action
from orgflow.services.proposal_pages import ProposalPage, StepView
from orgflow.web.proposals.buttons import Button, answer_buttons, live_letter

A = Action

_WORDS: Final[dict[Action, tuple[str, str, LazyString]]] = {
    A.SEND: ("out", "rest", lazy_gettext("Surat Gubernur dikirim ke Kementerian Dalam Negeri.")),
    A.RECEIVE: ("in", "rest", lazy_gettext("Surat diterima Kementerian Dalam Negeri.")),
    A.ANSWER_APPROVED: ("in", "ok", lazy_gettext("Usulan disetujui.")),
    A.ANSWER_APPROVED_WITH_NOTES: ("in", "ok", lazy_gettext("Usulan disetujui dengan catatan.")),
    A.ANSWER_ASKS_COMPLETION: ("in", "yours", lazy_gettext("Kementerian Dalam Negeri meminta kelengkapan.")),
    A.ANSWER_REJECTED: ("in", "bad", lazy_gettext("Usulan ditolak.")),
    A.COMPLETE: ("out", "rest", lazy_gettext("Kelengkapan dikirim ke Kementerian Dalam Negeri.")),
    A.RECORD_FACILITATION: ("in", "ok", lazy_gettext("Hasil fasilitasi rancangan Pergub diterima.")),
}
"""Whether a step went out or came in, how it stands, and what it says."""

_SYMBOLS: Final = {"out": "right", "in": "back"}


@dataclass(frozen=True, slots=True)
class Post:
    """One thing that went out or came in."""

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


@dataclass(frozen=True, slots=True)
class Thread:
    """The exchange with the ministry, the oldest first, and what may be recorded now."""

    posts: tuple[Post, ...]
    answers: tuple[Button, ...]
    is_sent: bool


def thread(page: ProposalPage) -> Thread:
    """Return the exchange of a proposal with the ministry."""
    posts = tuple(_posts(page))
    return Thread(posts, answer_buttons(page), bool(posts))


def _posts(page: ProposalPage) -> Iterator[Post]:
    for step in page.steps:
        if step.action not in _WORDS:
            continue
        direction, state, words = _WORDS[step.action]
        yield Post(
            gettext("Keluar") if direction == "out" else gettext("Masuk"),
            _SYMBOLS[direction],
            state,
            str(words),
            _number(page, step),
            step.action is not Action.RECEIVE,
            format_date(step.acted_on),
            step.reason or "",
            url_for("evidence.file", file_id=step.file_id) if step.file_id is not None else None,
            gettext("Dicatat %(who)s", who=step.actor_name),
        )


def _number(page: ProposalPage, step: StepView) -> str | None:
    if step.action is not Action.SEND:
        return step.document_number
    letter = live_letter(page)
    return letter.number if letter is not None else None
