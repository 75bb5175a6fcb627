"""The steps of the road, each with its own address, made from one table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.errors import DomainError
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.states import ACTIONS, TRANSITIONS, Action
from orgflow.services.proposal_pages import ActionOffer, ProposalPage, show_proposal
from orgflow.services.stepping import ENDS_LETTER
from orgflow.web.current import current_actor, current_context
from orgflow.web.errors import Page
from orgflow.web.notes.given_back import given_back
from orgflow.web.permissions import needs
from orgflow.web.proposals.acts import ACTS, Act
from orgflow.web.proposals.buttons import button_label
from orgflow.web.proposals.expected import awaited_permissions
from orgflow.web.proposals.header import Link, Title, page_crumbs, title_of_page
from orgflow.web.proposals.hurdles import live_letter
from orgflow.web.proposals.lacks import FindingView, lack_view
from orgflow.web.proposals.stale import is_stale, latest_event, overtaken_page
from orgflow.web.proposals.step_forms import StepForm, form_for
from orgflow.web.proposals.taking import scan_of, take
from orgflow.web.proposals.words import desk_of, people

View = Callable[[UUID], Response | Page | str]

UNIT_BOUND: Final = frozenset({Permission.SUBMIT_PROPOSAL, Permission.REVIEW_AS_UNIT})


@dataclass(frozen=True, slots=True)
class StepView:
    """The page on which one step is taken; ``lacks`` stand instead of the form while they bar the step."""

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


def register_steps(blueprint: Blueprint) -> None:
    """Give every action its two routes: the page that says what it does, and the act itself."""
    for action, act in ACTS.items():
        permissions = step_permissions_of(action)
        scope = "unit" if UNIT_BOUND.intersection(permissions) else "government"
        for endpoint, method, view in (
            (f"{action}_form", "GET", _opener(action)),
            (str(action), "POST", _taker(action)),
        ):
            blueprint.add_url_rule(
                f"/<uuid:proposal_id>/{act.slug}",
                endpoint,
                needs(*permissions, scope=scope)(view),
                methods=[method],
            )


def step_permissions_of(action: Action) -> tuple[Permission, ...]:
    """Return the permissions any of which lets the action be taken or recorded."""
    rule = ACTIONS[action]
    return (*rule.permission, Permission.RECORD_FOR_LEADERS) if rule.recordable else rule.permission


def _opener(action: Action) -> View:
    def open_step(proposal_id: UUID) -> Response | Page | str:
        ctx = current_context()
        page = show_proposal(ctx, proposal_id)
        offer = _offer(page, action)
        if offer is None:
            return overtaken_page(ctx, page, str(ACTS[action].button), {})
        return _render(page, offer, form_for(action, offer, page.revision))

    return open_step


def _taker(action: Action) -> View:
    def take_it(proposal_id: UUID) -> Response | Page | str:
        ctx = current_context()
        page = show_proposal(ctx, proposal_id)
        offer = _offer(page, action)
        form = form_for(action, offer, page.revision)
        is_valid = form.validate_on_submit()
        scan = scan_of(form)
        if is_valid and not form.errors and not (offer is not None and offer.blocked_by):
            try:
                take(ctx, action, proposal_id, form, scan)
            except DomainError as refused:
                if is_stale(refused):
                    return _answer_stale(action, proposal_id, form)
                form.point_out(refused)
            else:
                flash(ACTS[action].done % _people(page, action), "success")
                return redirect(url_for("proposals.show", proposal_id=proposal_id), code=303)
        if offer is None:
            return overtaken_page(ctx, page, str(ACTS[action].button), form.typed)
        return _render(page, offer, form), 422

    return take_it


def _answer_stale(action: Action, proposal_id: UUID, form: StepForm) -> Page:
    """Show the step once more over what happened meanwhile, or that it can no longer be taken."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    offer = _offer(page, action)
    if offer is None:
        return overtaken_page(ctx, page, str(ACTS[action].button), form.typed)
    form.seen_revision.data = str(page.revision)
    event = latest_event(ctx, page)
    happened = f"{event.at}, {event.who}: {event.sentence}" if event is not None else ""
    return _render(page, offer, form, happened=happened or gettext("Usulan ini baru saja diubah.")), 409


def _offer(page: ProposalPage, action: Action) -> ActionOffer | None:
    return next((offer for offer in page.offers if offer.action is action), None)


def _render(page: ProposalPage, offer: ActionOffer, form: StepForm, *, happened: str = "") -> str:
    act = ACTS[offer.action]
    view = StepView(
        button_label(offer.action, is_recorded=offer.is_recorded),
        _tells(page, offer.action),
        _results(page, act),
        title_of_page(page),
        page_crumbs(page),
        url_for(f"proposals.{offer.action}", proposal_id=page.id),
        url_for("proposals.show", proposal_id=page.id),
        act.is_grave,
        offer.is_recorded,
        happened,
        loses_file=bool(form.errors or happened) and form.has_files,
        lacks=tuple(lack_view(lack, page, current_actor()) for lack in offer.blocked_by),
    )
    return render_template(
        "proposals/step.html", view=view, form=form, given_back=given_back(page, offer.action)
    )


def _tells(page: ProposalPage, action: Action) -> str:
    """Return what will happen, the end of an issued letter included."""
    tells = str(ACTS[action].tells % _people(page, action))
    letter = live_letter(page.letters)
    is_issued = letter is not None and letter.state in (LetterState.ISSUED, LetterState.SIGNED)
    if action not in ENDS_LETTER or not is_issued:
        return tells
    return f"{tells} {gettext('Surat yang sudah diterbitkan menjadi batal.')}"


def _people(page: ProposalPage, action: Action) -> dict[str, str]:
    """Return who is named in the words of an action; ``desk`` is where the proposal lies after it."""
    target = TRANSITIONS.get((page.state, action), page.state)
    return people(page.unit) | {"desk": desk_of(awaited_permissions(target, None), page.unit)}


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
