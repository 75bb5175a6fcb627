"""Tanggapan Kemendagri: what went out and what came back, round by round, in one thread or a desk's own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.ministry.rounds import SENDS
from orgflow.domain.proposals.states import ANSWERS, Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.working_days import DayBook
from orgflow.services.ministry_pages import IncomingView, MinistryPage
from orgflow.services.proposal_pages import ProposalPage, StepView
from orgflow.web.proposals.buttons import Button
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
    A.RECORD_HARMONIZATION: lazy_gettext(
        "Hasil harmonisasi: rancangan Pergub dikembalikan untuk diperbaiki."
    ),
    A.RECORD_FACILITATION: lazy_gettext("Hasil fasilitasi: rancangan Pergub dikembalikan untuk diperbaiki."),
}
_NOTED: Final[dict[Action, LazyString]] = {
    A.RECORD_HARMONIZATION: lazy_gettext(
        "Hasil harmonisasi rancangan Pergub diterima, selesai dengan catatan."
    ),
    A.RECORD_FACILITATION: lazy_gettext(
        "Hasil fasilitasi rancangan Pergub diterima, selesai dengan catatan."
    ),
}
_DIRECTIONS: Final[dict[str, tuple[LazyString, str]]] = {
    "out": (lazy_gettext("Keluar"), "right"),
    "in": (lazy_gettext("Masuk"), "back"),
    "receipt": (lazy_gettext("Tanda terima"), "done"),
}


@dataclass(frozen=True, slots=True)
class Post:
    """One thing that went out or came in.

    Attributes:
        round: to which sending it belongs; 0 when it is older than the first.
        took: the working days an answer took.
        origin: from which desk a letter came, and under which number it stands in the agenda.
        late: why it was recorded out of order; empty when it was not.
        acts: what may be recorded of a letter whose content is not recorded yet.
    """

    round: int
    on: date
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
    origin: str = ""
    late: str = ""
    acts: tuple[Button, ...] = ()


def posts_of(
    page: ProposalPage, held: MinistryPage, days: DayBook, reader: Actor, desk_id: UUID | None
) -> tuple[Post, ...]:
    """Return what went out and came back, by round and day.

    Args:
        desk_id: whose thread is asked for; None is everybody's. What went out stands in each.
    """
    letters = {letter.step_id: letter for letter in held.letters if letter.step_id is not None}
    found = [
        *_steps(page, held, days, letters, desk_id),
        *(
            _waiting_letter(page, letter, reader)
            for letter in held.letters
            if letter.step_id is None and _is_of(letter, desk_id)
        ),
    ]
    return tuple(sorted(found, key=lambda post: (post.round, post.on)))


def is_at_ministry(page: ProposalPage) -> bool:
    """Say whether the ministry has the proposal, and what it says may be recorded."""
    return page.state is ProposalState.MINISTRY_REVIEW


def waiting_words(page: ProposalPage, days: DayBook) -> str:
    """Return how long the ministry has had what it is to answer; empty while it has nothing to answer."""
    asked_on = _asked_on(page.steps[-1]) if page.steps else None
    if not is_at_ministry(page) or asked_on is None:
        return ""
    return gettext(
        "Menunggu jawaban: sudah %(count)s hari kerja sejak %(day)s.",
        count=days.workdays().between(asked_on, page.today),
        day=format_date(asked_on),
    )


def _steps(
    page: ProposalPage,
    held: MinistryPage,
    days: DayBook,
    letters: dict[UUID, IncomingView],
    desk_id: UUID | None,
) -> Iterator[Post]:
    asked_on: date | None = None
    present = 0
    for step, step_id in zip(page.steps, held.step_ids, strict=True):
        if step.action not in _WORDS:
            continue
        present += step.action in SENDS
        took = _took(days, asked_on, step)
        asked_on = _asked_on(step) or asked_on
        letter = letters.get(step_id)
        if letter is not None and not _is_of(letter, desk_id):
            continue
        yield _post(page, step, letter, letter.round if letter is not None else present, took)


def _post(page: ProposalPage, step: StepView, letter: IncomingView | None, number: int, took: str) -> Post:
    kind, state, words = _WORDS[step.action]
    if step.outcome is ReviewOutcome.FINISHED_WITH_NOTES:
        words = _NOTED[step.action]
    elif step.outcome is ReviewOutcome.NEEDS_REPAIR:
        state, words = "yours", _REPAIR[step.action]
    direction, symbol = _DIRECTIONS[kind]
    return Post(
        number,
        step.acted_on,
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
        _origin(letter) if letter is not None else "",
        letter.late_reason if letter is not None else "",
    )


def _waiting_letter(page: ProposalPage, letter: IncomingView, reader: Actor) -> Post:
    """Return a letter of which nothing but its coming is recorded."""
    direction, symbol = _DIRECTIONS["in"]
    acts = _acts(page, letter) if reader.may(Permission.RECORD_MINISTRY) else ()
    return Post(
        letter.round,
        letter.dated_on,
        str(direction),
        symbol,
        "yours" if acts else "rest",
        gettext("Surat masuk: %(subject)s", subject=letter.subject),
        letter.number,
        wants_number=True,
        day=format_date(letter.dated_on),
        notes="",
        scan_url=url_for("evidence.file", file_id=letter.file_id),
        recorded=gettext("Dicatat %(who)s", who=letter.registered_by),
        took="",
        origin=_origin(letter),
        late=letter.late_reason,
        acts=acts,
    )


def _acts(page: ProposalPage, letter: IncomingView) -> tuple[Button, ...]:
    if not is_at_ministry(page) or letter.round == 0:
        return ()
    return (
        Button(
            gettext("Catat butir yang diminta"),
            url_for("ministry_items.ask_open", proposal_id=page.id, letter_id=letter.id),
        ),
        Button(
            gettext("Catat jawaban butir demi butir"),
            url_for("ministry_answers.show", proposal_id=page.id, letter_id=letter.id),
        ),
    )


def _origin(letter: IncomingView) -> str:
    words = [letter.sender, letter.desk, gettext("agenda %(number)s", number=letter.agenda)]
    words.append(gettext("diterima %(day)s", day=format_date(letter.received_on)))
    if letter.registered_on != letter.received_on:
        words.append(gettext("dicatat %(day)s", day=format_date(letter.registered_on)))
    return " · ".join(word for word in words if word)


def _is_of(letter: IncomingView, desk_id: UUID | None) -> bool:
    return desk_id is None or letter.desk_id == desk_id


def _asked_on(step: StepView) -> date | None:
    """Return the day since which the ministry has what it is to answer."""
    return step.acted_on if step.action in (Action.RECEIVE, Action.COMPLETE) else None


def _took(days: DayBook, asked_on: date | None, step: StepView) -> str:
    """Tell the working days an answer took, as they were counted when it was recorded."""
    if asked_on is None or step.action not in ANSWERS:
        return ""
    count = days.workdays(step.recorded_at).between(asked_on, step.acted_on)
    return gettext("Dijawab sesudah %(count)s hari kerja", count=count)


def _number(page: ProposalPage, step: StepView) -> str | None:
    if step.action is not Action.SEND:
        return step.document_number
    letter = live_letter(page.letters)
    return letter.number if letter is not None else None


def numbers_of(posts: Sequence[Post]) -> tuple[int, ...]:
    """Return the rounds in which anything stands, in their order."""
    return tuple(sorted({post.round for post in posts}))
