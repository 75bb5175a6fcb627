"""The present stage of a proposal's route: what is done, by whom, what waits, and what its reader may do."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.completeness import lacks_before
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.routes import StepKind
from orgflow.domain.proposals.states import STAGES
from orgflow.services.proposal_pages import ProposalPage, StepView
from orgflow.services.step_offers import ActionOffer, PlaceStatus, RoutePlace
from orgflow.web.proposals.buttons import act_url, button_label
from orgflow.web.proposals.lacks import lack_words
from orgflow.web.proposals.route_words import GIVEN
from orgflow.web.proposals.route_words import STAGES as STAGE_NAMES
from orgflow.web.proposals.words import taker_of


@dataclass(frozen=True, slots=True)
class StageLine:
    """One step of the route: whose, how it stands, and the reader's way to it; ``url`` is "" without one."""

    title: str
    state: str
    symbol: str
    words: str
    recorded_by: str
    lacks: str
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class StageView:
    """The steps of the present stage, and the whole route behind them.

    ``lines`` are empty outside the stages of the route. ``move_url`` is "" for who may not move it.
    """

    heading: str
    lines: tuple[StageLine, ...]
    whole: tuple[StageLine, ...]
    move_url: str


def stage_view(page: ProposalPage) -> StageView | None:
    """Return how far the route has come; None for a proposal that has begun none."""
    if not page.places:
        return None
    offers = {offer.move: offer for offer in page.offers}
    present = [place for place in page.places if place.step.stage is page.state]
    return StageView(
        gettext("Tahap ini: %(stage)s", stage=STAGE_NAMES[page.state]) if page.state in STAGES else "",
        tuple(_line(page, place, offers) for place in present),
        tuple(_line(page, place, {}) for place in page.places),
        url_for("proposals.move_form", proposal_id=page.id) if page.may_change_route else "",
    )


def _line(page: ProposalPage, place: RoutePlace, offers: Mapping[Move, ActionOffer]) -> StageLine:
    step, who = place.step, taker_of(place.step, page.unit)
    taken = page.steps[place.taken] if place.taken is not None else None
    offer = offers.get(Move(step.action, step))
    is_waiting = place.status is PlaceStatus.WAITING
    lacks = lacks_before(page.lacks, step.action, page.state) if is_waiting else ()
    state, symbol, words = _standing(place, taken)
    return StageLine(
        gettext("%(who)s: %(given)s", who=who, given=GIVEN[step.kind]),
        state,
        symbol,
        words,
        gettext("dicatat oleh TU") if taken is not None and taken.is_recorded else "",
        lack_words(lacks) if lacks else "",
        act_url(page, offer.move) if offer is not None else "",
        button_label(offer.move, page.unit, is_recorded=offer.is_recorded) if offer is not None else "",
    )


def _standing(place: RoutePlace, taken: StepView | None) -> tuple[str, str, str]:
    if place.status is PlaceStatus.WAITING:
        return "yours", "", gettext("menunggu")
    if place.status is PlaceStatus.LATER or taken is None:
        return "rest", "", gettext("sesudah langkah sebelumnya")
    day, by = format_date(taken.acted_on), taken.person or taken.actor_name
    if place.status is PlaceStatus.CARRIED:
        return "ok", "", gettext("tetap dihitung dari jalur sebelumnya")
    if place.status is PlaceStatus.PASSED:
        return "ok", "", gettext("diajukan sendiri oleh %(who)s pada %(day)s", who=by, day=day)
    done = {
        StepKind.APPROVAL: gettext("disetujui oleh %(who)s pada %(day)s", who=by, day=day),
        StepKind.PARAF: gettext("diparaf oleh %(who)s pada %(day)s", who=by, day=day),
        StepKind.SIGNATURE: gettext("ditandatangani oleh %(who)s pada %(day)s", who=by, day=day),
    }
    return "ok", "", done[place.step.kind]
