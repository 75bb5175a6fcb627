"""Which button a proposal's page puts first for its reader, and which stand aside."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.completeness import Lack
from orgflow.domain.proposals.states import Action
from orgflow.services.overview import is_forward
from orgflow.services.proposal_pages import ActionOffer, LetterView, ProposalPage
from orgflow.web.proposals.acts import ACTS, ANSWERS
from orgflow.web.proposals.expected import main_action
from orgflow.web.proposals.header import last_step
from orgflow.web.proposals.lacks import lack_view

_ENDS: Final = frozenset({Action.REJECT, Action.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Button:
    """An act the reader may begin; ``kind`` is the look of the button."""

    label: str
    url: str
    kind: str = "quiet"


@dataclass(frozen=True, slots=True)
class Buttons:
    """``main`` comes last in the bar; ``hurdle`` says what must be done before it, or by whom."""

    main: Button | None
    hurdle: str
    quiet: tuple[Button, ...]
    grave: tuple[Button, ...]


def buttons(page: ProposalPage, reader: Actor) -> Buttons:
    """Return the acts that the page offers its reader."""
    offers = {offer.action: offer for offer in page.offers}
    chosen = main_action(offers, page.state, last_step(page.steps))
    main, hurdle = _main(page, reader, offers[chosen]) if chosen is not None else (None, "")
    aside = [offer for action, offer in offers.items() if action is not chosen and action not in ANSWERS]
    return Buttons(
        main,
        hurdle,
        tuple(_button(page, offer) for offer in aside if offer.action not in _ENDS),
        tuple(_button(page, offer) for offer in aside if offer.action in _ENDS),
    )


def answer_buttons(page: ProposalPage) -> tuple[Button, ...]:
    """Return what the ministry may have answered, each to be recorded on a page of its own."""
    offered = [offer for offer in page.offers if offer.action in ANSWERS]
    return tuple(_button(page, offer) for offer in offered)


def button_label(action: Action, *, is_recorded: bool) -> str:
    """Return what the button of an action says."""
    act = ACTS[action]
    return str(act.recording) if is_recorded and act.recording is not None else str(act.button)


def act_url(page: ProposalPage, action: Action) -> str:
    """Return the address of the page on which the action is taken."""
    return url_for(f"proposals.{action}_form", proposal_id=page.id)


def _button(page: ProposalPage, offer: ActionOffer) -> Button:
    label = button_label(offer.action, is_recorded=offer.is_recorded)
    kind = "grave" if offer.action in _ENDS else "quiet"
    return Button(label, act_url(page, offer.action), kind)


def _main(page: ProposalPage, reader: Actor, offer: ActionOffer) -> tuple[Button | None, str]:
    if not is_forward(offer.action):
        return None, ""
    if offer.blocked_by:
        return _mending(page, reader, offer.blocked_by)
    if offer.action in ANSWERS:
        url = url_for("proposals.ministry", proposal_id=page.id, _anchor="catat")
        return Button(gettext("Catat surat jawaban"), url, "primary"), ""
    obstacle = _letter_obstacle(page, reader, offer.action)
    if obstacle is not None:
        return obstacle
    label = button_label(offer.action, is_recorded=offer.is_recorded)
    return Button(label, act_url(page, offer.action), "primary"), ""


def _mending(page: ProposalPage, reader: Actor, lacks: tuple[Lack, ...]) -> tuple[Button | None, str]:
    """Return the first mending the reader can do, instead of an act that would be refused."""
    views = [lack_view(lack, page, reader) for lack in lacks]
    for view in views:
        if view.url is not None:
            words = view.text[:1].lower() + view.text[1:]
            return Button(gettext("Lanjut: %(what)s", what=words), view.url, "primary"), ""
    return None, gettext("Belum dapat dilanjutkan: yang kurang diisi orang lain, lihat Kelengkapan.")


def _letter_obstacle(page: ProposalPage, reader: Actor, action: Action) -> tuple[Button | None, str] | None:
    """Return what stands before signing or sending the letter; None when nothing does."""
    letter = live_letter(page)
    if letter is None:
        return None
    if action is Action.SIGN and letter.state is LetterState.DRAFT:
        label, hurdle = gettext("Terbitkan surat dahulu"), gettext("Surat belum diterbitkan oleh TU.")
    elif action is Action.SEND and (letter.number is None or letter.dated_on is None):
        label, hurdle = gettext("Catat nomor surat dahulu"), gettext("Nomor surat belum dicatat oleh TU.")
    else:
        return None
    if not reader.may(Permission.ISSUE_LETTER):
        return None, hurdle
    return Button(label, url_for("letters.show", letter_id=letter.id), "primary"), ""


def live_letter(page: ProposalPage) -> LetterView | None:
    """Return the letter to the ministry that is not void."""
    return next((letter for letter in page.letters if letter.state is not LetterState.VOID), None)
