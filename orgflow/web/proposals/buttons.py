"""Which button a proposal's page puts first for its reader, and which stand aside."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.proposals.completeness import Lack
from orgflow.domain.proposals.states import Action
from orgflow.services.overview import is_forward
from orgflow.services.proposal_pages import ActionOffer, ProposalPage
from orgflow.web.proposals.acts import ACTS, ANSWERS
from orgflow.web.proposals.expected import main_action
from orgflow.web.proposals.header import last_step
from orgflow.web.proposals.hurdles import letter_hurdle
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
    main, hurdle = (
        _main(page, reader, offers[chosen]) if chosen is not None else (_beside_the_road(page, reader), "")
    )
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


def asks_completion(page: ProposalPage) -> bool:
    """Say whether the ministry's request for completion is the last that happened."""
    last = last_step(page.steps)
    return last is not None and last.action is Action.ANSWER_ASKS_COMPLETION


def answers_url(page: ProposalPage) -> str:
    """Return the place where the ministry's answer is chosen."""
    return url_for("proposals.ministry", proposal_id=page.id, _anchor="catat")


def _beside_the_road(page: ProposalPage, reader: Actor) -> Button | None:
    """Return what the bureau does where the next step is not its own: complete, or begin anew."""
    if asks_completion(page) and reader.may(Permission.EDIT_PROPOSAL):
        url = url_for("evidence.show", proposal_id=page.id)
        return Button(gettext("Lengkapi dokumen yang diminta"), url, "primary")
    if not page.may_copy:
        return None
    url = url_for("proposals.copy_form", proposal_id=page.id)
    return Button(gettext("Susun usulan baru dari usulan ini"), url, "primary")


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
        return Button(gettext("Catat surat jawaban"), answers_url(page), "primary"), ""
    hurdle = letter_hurdle(offer.action, page.letters, reader)
    if hurdle is not None:
        return (Button(hurdle.label, hurdle.url, "primary"), "") if hurdle.url else (None, hurdle.words)
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
