"""Proposals in lists: what their reader is to do, as sentences, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext, ngettext

from orgflow.domain.proposals.completeness import NeededFor, blocking
from orgflow.domain.proposals.states import ENDED, Action, ProposalState
from orgflow.services.overview import ProposalCard
from orgflow.web.proposals.acts import ACTS, ANSWERS
from orgflow.web.proposals.buttons import button_label
from orgflow.web.proposals.expected import main_action
from orgflow.web.proposals.header import (
    PhaseView,
    ended_sentence,
    phase_views,
    subject_name,
    title_of_changes,
)
from orgflow.web.proposals.lacks import lack_words, lacks_in_list
from orgflow.web.proposals.words import standing


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
    """What Beranda shows."""

    tasks: tuple[Task, ...]
    running: tuple[ProposalLine, ...]
    ended_count: int

    @property
    def heading(self) -> str:
        """The page's title, which says at once whether anything is to be done."""
        if not self.tasks:
            return gettext("Perlu tindakan Anda")
        return ngettext(
            "Perlu tindakan Anda: %(num)s hal", "Perlu tindakan Anda: %(num)s hal", len(self.tasks)
        )


def desk(cards: Sequence[ProposalCard]) -> Desk:
    """Return Beranda from the proposals in the reader's reach."""
    return Desk(
        tuple(_task(card) for card in cards if card.is_on_desk),
        running_lines(cards),
        sum(1 for card in cards if card.state in ENDED),
    )


def running_lines(cards: Sequence[ProposalCard]) -> tuple[ProposalLine, ...]:
    """Return the proposals whose road has not ended."""
    return tuple(_line(card) for card in cards if card.state not in ENDED)


def ended_lines(cards: Sequence[ProposalCard]) -> tuple[ProposalLine, ...]:
    """Return the proposals whose road has ended, at its goal or before."""
    return tuple(_line(card) for card in cards if card.state in ENDED)


def _task(card: ProposalCard) -> Task:
    if card.state is ProposalState.DRAFT:
        return _drafting_task(card)
    action = main_action(card.allowed, card.state, card.last_step)
    return Task(
        _sentence(card, action),
        "rest",
        "",
        "",
        _where(card),
        card.is_sample,
        _url(card),
        _button(card, action),
    )


def _sentence(card: ProposalCard, action: Action | None) -> str:
    what = subject_name(title_of_changes(card.unit, card.changes), card.unit)
    act = ACTS[action] if action is not None else None
    if act is not None and card.is_recording and act.recording_task is not None:
        return act.recording_task % {"what": what}
    if act is not None and act.task is not None:
        return act.task % {"what": what}
    return gettext("Lanjutkan %(what)s", what=what)


def _drafting_task(card: ProposalCard) -> Task:
    what = subject_name(title_of_changes(card.unit, card.changes), card.unit)
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
        due, state, symbol = gettext("Semua yang wajib sudah ada"), "ok", ""
    note = card.last_step.reason or "" if is_returned and card.last_step is not None else ""
    button = gettext("Lanjutkan usulan") if missing or is_returned else gettext("Buka usulan")
    return Task(sentence, state, symbol, due, note, card.is_sample, _url(card), button)


def _where(card: ProposalCard) -> str:
    words = standing(card.state, card.last_step, card.unit)
    place = f"{words[:1].upper()}{words[1:]}."
    if card.is_recording:
        return gettext("%(place)s Langkah pimpinan ini dicatat oleh TU.", place=place)
    return place


def _button(card: ProposalCard, action: Action | None) -> str:
    if action is None:
        return gettext("Buka usulan")
    if action in ANSWERS:
        return gettext("Catat surat jawaban")
    if action in (Action.APPROVE_UNIT, Action.APPROVE_ORGANISATION, Action.APPROVE_LEGAL):
        return gettext("Baca dan telaah")
    return button_label(action, is_recorded=card.is_recording)


def _url(card: ProposalCard) -> str:
    return url_for("proposals.show", proposal_id=card.id)


def _line(card: ProposalCard) -> ProposalLine:
    state, symbol, words = _standing_words(card)
    return ProposalLine(
        _url(card),
        title_of_changes(card.unit, card.changes).line,
        card.is_sample,
        state,
        symbol,
        words,
        phase_views(card.phases, card.state, card.last_step, card.unit),
        "" if card.phases or card.last_step is None else ended_sentence(card.last_step),
    )


def _standing_words(card: ProposalCard) -> tuple[str, str, str]:
    """Return the state, its symbol and the words under a proposal's title; nothing when it has ended."""
    if card.state in ENDED:
        return "rest", "", ""
    if _is_returned(card):
        return "yours", "back", gettext("Dikembalikan dengan catatan")
    missing = lacks_in_list(card.required, card.state, card.last_step)
    if missing:
        return "bad", "", lack_words(missing)
    return "ok", "", gettext("Tidak ada yang kurang")


def _is_returned(card: ProposalCard) -> bool:
    last = card.last_step
    return card.state is ProposalState.DRAFT and last is not None and last.action is Action.RETURN
