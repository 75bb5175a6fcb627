"""Which button a proposal's page puts first for its reader, and which stand aside."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.completeness import Lack
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.states import ANSWERS, Action
from orgflow.services.overview import is_forward
from orgflow.services.proposal_pages import ProposalPage
from orgflow.services.step_offers import ActionOffer
from orgflow.web.proposals.acts import ACTS
from orgflow.web.proposals.expected import main_move
from orgflow.web.proposals.header import last_step
from orgflow.web.proposals.hurdles import day_hurdle, letter_hurdle
from orgflow.web.proposals.lacks import lack_view
from orgflow.web.proposals.words import taker_of

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
    offers = {offer.move: offer for offer in page.offers}
    chosen = main_move(offers, page.awaited)
    main, hurdle = (
        _main(page, reader, offers[chosen]) if chosen is not None else (_beside_the_road(page, reader), "")
    )
    aside = [offer for move, offer in offers.items() if move != chosen and move.action not in ANSWERS]
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


def button_label(move: Move, unit: Unit, *, is_recorded: bool) -> str:
    """Return what the button of a move says."""
    act = ACTS[move.action]
    words = act.recording if is_recorded and act.recording is not None else act.button
    return words % {"who": taker_of(move.step, unit) if move.step is not None else ""}


def act_url(page: ProposalPage, move: Move) -> str:
    """Return the address of the page on which the move is made."""
    return url_for(f"proposals.{move.action}_form", proposal_id=page.id, step=move.key)


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
    label = button_label(offer.move, page.unit, is_recorded=offer.is_recorded)
    kind = "grave" if offer.action in _ENDS else "quiet"
    return Button(label, act_url(page, offer.move), kind)


def _main(page: ProposalPage, reader: Actor, offer: ActionOffer) -> tuple[Button | None, str]:
    if not is_forward(offer.action):
        return None, ""
    if offer.blocked_by:
        return _mending(page, reader, offer.blocked_by)
    if offer.action in ANSWERS:
        return Button(gettext("Catat surat jawaban"), answers_url(page), "primary"), ""
    hurdle = letter_hurdle(offer.action, page.letters, reader) or day_hurdle(page, offer.action, reader)
    if hurdle is not None:
        return (Button(hurdle.label, hurdle.url, "primary"), "") if hurdle.url else (None, hurdle.words)
    label = button_label(offer.move, page.unit, is_recorded=offer.is_recorded)
    return Button(label, act_url(page, offer.move), "primary"), ""


def _mending(page: ProposalPage, reader: Actor, lacks: tuple[Lack, ...]) -> tuple[Button | None, str]:
    """Return the first mending the reader can do, instead of an act that would be refused."""
    views = [lack_view(lack, page, reader) for lack in lacks]
    for view in views:
        if view.url is not None:
            words = view.text[:1].lower() + view.text[1:]
            return Button(gettext("Lanjut: %(what)s", what=words), view.url, "primary"), ""
    return None, gettext("Belum dapat dilanjutkan: yang kurang diisi orang lain, lihat Kelengkapan.")
