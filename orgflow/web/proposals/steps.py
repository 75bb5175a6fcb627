"""The steps of the road, each with its own address, made from one table."""

from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.errors import Conflict, DomainError, RuleBroken
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.recording import ActingPersonDoubted, PersonNotInPost
from orgflow.domain.proposals.refusals import OutOfTurn, StepDateBeforePrevious
from orgflow.domain.proposals.routes import RouteStep
from orgflow.domain.proposals.states import ACTIONS, DESK_BOUND, ROUTED, Action
from orgflow.domain.proposals.steps import Standing
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.denials import Denial, record_denial
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.services.step_offers import ActionOffer
from orgflow.services.stepping import ENDS_LETTER
from orgflow.web.commencing.views import commencement_page
from orgflow.web.current import current_context
from orgflow.web.errors import Page, status_of
from orgflow.web.notes.given_back import given_back
from orgflow.web.permissions import needs
from orgflow.web.proposals.acts import ACTS, Act
from orgflow.web.proposals.buttons import button_label
from orgflow.web.proposals.header import Link, Title, page_crumbs, title_of_page
from orgflow.web.proposals.hurdles import live_letter
from orgflow.web.proposals.lacks import FindingView, lack_view
from orgflow.web.proposals.recorded import known_holders, offer_names
from orgflow.web.proposals.sheet import sheet_steps
from orgflow.web.proposals.stale import is_stale, latest_event, overtaken_page
from orgflow.web.proposals.step_forms import DOUBTED, LATE, StepForm, form_for
from orgflow.web.proposals.taking import Taking, scan_of, take
from orgflow.web.proposals.words import people, taker_of, where_it_is

Answer = Response | Page | str

UNIT_BOUND: Final = frozenset({Permission.SUBMIT_PROPOSAL, Permission.REVIEW_AS_UNIT})


class View(Protocol):
    """A page of a step; ``step`` is the key of the route's step, None beside the route."""

    def __call__(self, proposal_id: UUID, step: str | None = None) -> Answer:
        """Return the page."""


@dataclass(frozen=True, slots=True)
class StepView:
    """The page on which one step is taken; ``lacks`` stand instead of the form while they bar the step.

    ``names`` are those known to hold the post of the step today; ``sheet_url`` leads to where several parafs
    are recorded at once, "" where there are none.
    """

    heading: str
    tells: str
    results: tuple[str, ...]
    title: Title
    crumbs: tuple[Link, ...]
    url: str
    back_url: str
    is_grave: bool
    is_recorded: bool
    happened: str
    loses_file: bool
    lacks: tuple[FindingView, ...]
    names: tuple[str, ...]
    sheet_url: str


def register_steps(blueprint: Blueprint) -> None:
    """Give every action its two routes: the page that says what it does, and the act itself."""
    for action, act in ACTS.items():
        permissions = ACTIONS[action].permission
        is_bound = UNIT_BOUND.intersection(permissions) or action in ROUTED or action in DESK_BOUND
        path = f"/<uuid:proposal_id>/{act.slug}"
        for endpoint, method, view in (
            (f"{action}_form", "GET", _opener(action)),
            (str(action), "POST", _taker(action)),
        ):
            blueprint.add_url_rule(
                f"{path}/<step>" if action in ROUTED else path,
                endpoint,
                needs(*permissions, scope="unit" if is_bound else "government")(view),
                methods=[method],
            )


def _opener(action: Action) -> View:
    def open_step(proposal_id: UUID, step: str | None = None) -> Answer:
        ctx = current_context()
        page = show_proposal(ctx, proposal_id)
        offer = _offer(page, action, step)
        if offer is None:
            return overtaken_page(ctx, page, _bare_label(page, action, step), {})
        return _render(page, offer, form_for(action, offer, page.unit, page.revision))

    return open_step


def _taker(action: Action) -> View:
    def take_it(proposal_id: UUID, step: str | None = None) -> Answer:
        ctx, taking = current_context(), Taking(ProposalId(proposal_id), action, step)
        page = show_proposal(ctx, proposal_id)
        offer = _offer(page, action, step)
        form = form_for(action, offer, page.unit, page.revision)
        is_valid = form.validate_on_submit()
        scan = scan_of(form)
        if is_valid and not form.errors and not (offer is not None and offer.blocked_by):
            try:
                take(ctx, taking, form, scan)
            except DomainError as refused:
                return _refused(taking, offer, form, refused)
            flash(ACTS[action].done % _done_words(ctx, page, taking), "success")
            return redirect(url_for("proposals.show", proposal_id=proposal_id), code=303)
        if offer is None:
            record_denial(ctx, Denial(f"take_step {action}", OutOfTurn.code))
            return overtaken_page(ctx, page, _bare_label(page, action, step), form.typed)
        return _render(page, offer, form), 422

    return take_it


def _refused(taking: Taking, offer: ActionOffer | None, form: StepForm, refused: DomainError) -> Page:
    """Answer a step that the road refused: beside its field, or with what happened meanwhile.

    Raises:
        DomainError: the refusal itself, when it belongs to no field of the step.
    """
    ctx = current_context()
    page = show_proposal(ctx, taking.proposal_id)
    if is_stale(refused) and offer is not None:
        offer = _offer(page, taking.action, taking.key)
    if offer is None:
        return overtaken_page(ctx, page, _bare_label(page, taking.action, taking.key), form.typed)
    if is_stale(refused):
        form.seen_revision.data = str(page.revision)
        event = latest_event(ctx, page)
        happened = f"{event.at}, {event.who}: {event.sentence}" if event is not None else ""
        return _render(page, offer, form, happened=happened or gettext("Usulan ini baru saja diubah.")), 409
    if taking.action is Action.COMMENCE and isinstance(refused, RuleBroken | Conflict):
        return commencement_page(page.id, refused=refused), status_of(refused)
    if isinstance(refused, PersonNotInPost | ActingPersonDoubted):
        form = form_for(taking.action, offer, page.unit, page.revision, also=DOUBTED)
    if isinstance(refused, StepDateBeforePrevious) and offer.may_be_late:
        form = form_for(taking.action, offer, page.unit, page.revision, also=LATE)
    form.point_out(refused)
    return _render(page, offer, form), 422


def _offer(page: ProposalPage, action: Action, key: str | None) -> ActionOffer | None:
    return next((offer for offer in page.offers if (offer.action, offer.move.key) == (action, key)), None)


def _bare_label(page: ProposalPage, action: Action, key: str | None) -> str:
    """Return what a step that is not offered is called."""
    step = next((place.step for place in page.places if place.step.key == key), None)
    return button_label(Move(action, step), page.unit, is_recorded=False)


def _render(page: ProposalPage, offer: ActionOffer, form: StepForm, *, happened: str = "") -> str:
    act, known = ACTS[offer.action], known_holders(page, offer.step) if offer.is_recorded else ()
    offer_names(form, known)
    view = StepView(
        button_label(offer.move, page.unit, is_recorded=offer.is_recorded),
        _tells(page, offer),
        _results(page, act),
        title_of_page(page),
        page_crumbs(page),
        url_for(f"proposals.{offer.action}", proposal_id=page.id, step=offer.move.key),
        url_for("proposals.show", proposal_id=page.id),
        act.is_grave,
        offer.is_recorded,
        happened,
        loses_file=bool(form.errors or happened) and form.has_files,
        lacks=tuple(lack_view(lack, page, page.reader) for lack in offer.blocked_by),
        names=tuple(holder.name for holder in known),
        sheet_url=_sheet_url(page, offer),
    )
    return render_template(
        "proposals/step.html", view=view, form=form, given_back=given_back(page, offer.action)
    )


def _sheet_url(page: ProposalPage, offer: ActionOffer) -> str:
    if not offer.is_recorded or offer.action is not Action.PARAF or len(sheet_steps(page)) < 2:
        return ""
    return url_for("paraf_sheet.ask", proposal_id=page.id)


def _tells(page: ProposalPage, offer: ActionOffer) -> str:
    """Return what will happen, the end of an issued letter included."""
    tells = str(ACTS[offer.action].tells % _words(page, offer.step, offer.after))
    letter = live_letter(page.letters)
    is_issued = letter is not None and letter.state in (LetterState.ISSUED, LetterState.SIGNED)
    if offer.action not in ENDS_LETTER or not is_issued:
        return tells
    return f"{tells} {gettext('Surat yang sudah diterbitkan menjadi batal.')}"


def _words(page: ProposalPage, step: RouteStep | None, standing: Standing) -> dict[str, str]:
    """Return who is named in the words of an action, and where the proposal is after it."""
    who = taker_of(step, page.unit) if step is not None else ""
    return people(page.unit) | {"who": who, "next": where_it_is(standing, None, page.unit)}


def _done_words(ctx: Context, before: ProposalPage, taking: Taking) -> dict[str, str]:
    step = next((place.step for place in before.places if place.step.key == taking.key), None)
    now = show_proposal(ctx, taking.proposal_id)
    return _words(now, step, now.standing)


def _results(page: ProposalPage, act: Act) -> tuple[str, ...]:
    """Return exactly what the registry will say, where the step changes it."""
    held = page.regulation
    if act is not ACTS[Action.COMMENCE] or held is None or held.effective_on is None:
        return ()
    day, basis = format_date(held.effective_on), {"number": held.number or "", "year": held.year or ""}
    return (
        *(
            gettext(
                "Sejak %(day)s, %(before)s bernama %(after)s, "
                "berdasarkan Pergub Nomor %(number)s Tahun %(year)s.",
                day=day,
                before=change.before.name,
                after=change.after.name,
                **basis,
            )
            for change in page.renames
        ),
        *(
            gettext(
                "Sejak %(day)s: %(what)s, berdasarkan Pergub Nomor %(number)s Tahun %(year)s.",
                day=day,
                what=said,
                **basis,
            )
            for said in page.others_said
        ),
    )
