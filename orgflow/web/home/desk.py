"""Proposals in lists: what their reader is to do, as sentences, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.access.roles import Actor
from orgflow.domain.proposals.completeness import NeededFor, blocking
from orgflow.domain.proposals.deadlines import Due
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.states import ANSWERS, ENDED, Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.overview import DeskPage, ProposalCard
from orgflow.web.proposals.acts import ACTS
from orgflow.web.proposals.buttons import button_label
from orgflow.web.proposals.due_words import DueView, due_view
from orgflow.web.proposals.expected import main_move
from orgflow.web.proposals.header import (
    PhaseView,
    ended_sentence,
    phase_views,
    subject_name,
    title_of_changes,
)
from orgflow.web.proposals.hurdles import letter_hurdle
from orgflow.web.proposals.lacks import lack_words, lacks_in_list
from orgflow.web.proposals.words import taker_of, where_it_is

TASKS_SHOWN: Final = 12
RUNNING_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, verb first."""

    sentence: str
    state: str
    state_symbol: str
    due: str
    note: str
    is_sample: bool
    url: str
    button: str
    deadline: DueView | None = None


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One proposal in a list; ``ended`` stands instead of the track."""

    url: str
    title: str
    is_sample: bool
    state: str
    state_symbol: str
    lacks: str
    phases: tuple[PhaseView, ...]
    ended: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What Beranda shows; ``again`` are the rejected proposals from which a new one may be made."""

    tasks: tuple[Task, ...]
    again: tuple[Task, ...]
    running: tuple[ProposalLine, ...]
    ended_count: int

    @property
    def first_tasks(self) -> tuple[Task, ...]:
        """The tasks that Beranda shows; a page of their own has them all."""
        return self.tasks[:TASKS_SHOWN]

    @property
    def first_running(self) -> tuple[ProposalLine, ...]:
        """The running proposals that Beranda shows; the list and the board have them all."""
        return self.running[:RUNNING_SHOWN]

    @property
    def heading(self) -> str:
        """The page's title, which says at once whether anything is to be done."""
        if not self.tasks:
            return gettext("Perlu tindakan Anda")
        return ngettext(
            "Perlu tindakan Anda: %(num)s hal", "Perlu tindakan Anda: %(num)s hal", len(self.tasks)
        )


def desk(
    page: DeskPage,
    reader: Actor,
    asked: tuple[Task, ...] = (),
    elsewhere: frozenset[ProposalId] = frozenset(),
) -> Desk:
    """Return Beranda from the proposals in the reader's reach.

    Args:
        asked: tasks beside the road, which come after what is overdue and before all else.
        elsewhere: proposals whose next step waits for one of those tasks.
    """
    cards = page.cards
    found = ((_task(card, reader), card.due) for card in cards if card.id not in elsewhere)
    tasks = [(task, due) for task, due in found if task is not None]
    late, others = (
        tuple(replace(task, deadline=due_view(due)) for task, due in tasks if _is_past(due) is is_late)
        for is_late in (True, False)
    )
    return Desk(
        (*late, *asked, *others),
        tuple(_again(card) for card in cards if card.may_copy and card.state is ProposalState.REJECTED),
        running_lines(cards),
        page.ended_count,
    )


def running_lines(cards: Sequence[ProposalCard]) -> tuple[ProposalLine, ...]:
    """Return the proposals whose road has not ended."""
    return tuple(_line(card) for card in cards if card.state not in ENDED)


def ended_lines(cards: Sequence[ProposalCard]) -> tuple[ProposalLine, ...]:
    """Return the proposals whose road has ended, at its goal or before."""
    return tuple(_line(card) for card in cards if card.state in ENDED)


def _is_past(due: Due | None) -> bool:
    return due is not None and due.is_past


def _task(card: ProposalCard, reader: Actor) -> Task | None:
    """Return what the reader can do now; None when it is somebody else's turn."""
    if card.may_complete and not card.is_on_desk:
        return _completing_task(card)
    if not card.is_on_desk:
        return None
    if card.state is ProposalState.DRAFT:
        return _drafting_task(card)
    move = main_move(card.allowed, card.awaited)
    hurdle = letter_hurdle(move.action, card.letters, reader) if move is not None else None
    if hurdle is None:
        return _plain_task(card, _sentence(card, move), _url(card), _button(card, move))
    if hurdle.url is None:
        return None
    return _plain_task(card, hurdle.task % {"what": _what(card)}, hurdle.url, hurdle.label)


def _plain_task(card: ProposalCard, sentence: str, url: str, button: str) -> Task:
    asked = card.last_step is not None and card.last_step.action is Action.ANSWER_ASKS_COMPLETION
    note = _reason(card) if asked else _where(card)
    return Task(sentence, "rest", "", "", note, card.is_sample, url, button)


def _completing_task(card: ProposalCard) -> Task:
    return Task(
        gettext("Lengkapi dokumen yang diminta Kemendagri untuk %(what)s", what=_what(card)),
        "yours",
        "",
        gettext("Kemendagri meminta kelengkapan"),
        _reason(card),
        card.is_sample,
        url_for("evidence.show", proposal_id=card.id),
        gettext("Buka dokumen"),
    )


def _again(card: ProposalCard) -> Task:
    ended = ended_sentence(card.last_step) if card.last_step is not None else ""
    return Task(
        title_of_changes(card.unit, card.changes).line,
        "bad",
        "",
        ended.rstrip("."),
        _reason(card),
        card.is_sample,
        url_for("proposals.copy_form", proposal_id=card.id),
        gettext("Susun usulan baru dari usulan ini"),
    )


def _reason(card: ProposalCard) -> str:
    return card.last_step.reason or "" if card.last_step is not None else ""


def _what(card: ProposalCard) -> str:
    return subject_name(title_of_changes(card.unit, card.changes), card.unit)


def _sentence(card: ProposalCard, move: Move | None) -> str:
    what = _what(card)
    if move is not None:
        act, who = ACTS[move.action], taker_of(move.step, card.unit) if move.step is not None else ""
        words = act.recording_task if card.is_recording and act.recording_task is not None else act.task
        if words is not None:
            return words % {"what": what, "who": who}
    return gettext("Lanjutkan %(what)s", what=what)


def _drafting_task(card: ProposalCard) -> Task:
    what = _what(card)
    missing = blocking(card.required, NeededFor.SUBMISSION)
    is_returned = _is_returned(card)
    if is_returned:
        sentence = gettext("Perbaiki %(what)s yang dikembalikan", what=what)
        due, state, symbol = gettext("Dikembalikan dengan catatan"), "yours", "back"
    elif missing:
        sentence = gettext("Lengkapi %(what)s sebelum diajukan", what=what)
        due, state, symbol = lack_words(missing), "bad", ""
    else:
        sentence = gettext("Ajukan %(what)s", what=what)
        due, state, symbol = gettext("Yang diperlukan untuk diajukan sudah ada"), "ok", ""
    note = _reason(card) if is_returned else ""
    button = gettext("Lanjutkan usulan") if missing or is_returned else gettext("Buka usulan")
    return Task(sentence, state, symbol, due, note, card.is_sample, _url(card), button)


def _where(card: ProposalCard) -> str:
    words = where_it_is(card.standing, card.last_step, card.unit)
    place = f"{words[:1].upper()}{words[1:]}."
    if card.is_recording:
        return gettext("%(place)s Langkah pimpinan ini dicatat oleh TU.", place=place)
    return place


def _button(card: ProposalCard, move: Move | None) -> str:
    if move is None:
        return gettext("Buka usulan")
    if move.action in ANSWERS:
        return gettext("Catat surat jawaban")
    if move.action is Action.APPROVE and not card.is_recording:
        return gettext("Baca dan telaah")
    return button_label(move, card.unit, is_recorded=card.is_recording)


def _url(card: ProposalCard) -> str:
    return url_for("proposals.show", proposal_id=card.id)


def _line(card: ProposalCard) -> ProposalLine:
    state, symbol, words = standing_words(card)
    return ProposalLine(
        _url(card),
        title_of_changes(card.unit, card.changes).line,
        card.is_sample,
        state,
        symbol,
        words,
        phase_views(card.phases, card.standing, card.last_step, card.unit),
        "" if card.phases or card.last_step is None else ended_sentence(card.last_step),
    )


def standing_words(card: ProposalCard) -> tuple[str, str, str]:
    """Return the state, its symbol and the words under a proposal's title; nothing when it has ended."""
    if card.state in ENDED:
        return "rest", "", ""
    if _is_returned(card):
        return "yours", "back", gettext("Dikembalikan dengan catatan")
    if card.last_step is not None and card.last_step.action is Action.ANSWER_ASKS_COMPLETION:
        return "yours", "", gettext("Kemendagri meminta kelengkapan")
    missing = lacks_in_list(card.required, card.state, card.last_step)
    if missing:
        return "bad", "", lack_words(missing)
    return "ok", "", gettext("Tidak ada yang kurang")


def _is_returned(card: ProposalCard) -> bool:
    last = card.last_step
    return card.state is ProposalState.DRAFT and last is not None and last.action is Action.RETURN
