"""Jalur persetujuan: who decides what, one after another, each change a new version."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.proposals.routes import KindOfChange, Route
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import PostId
from orgflow.services.routes import (
    PostChoice,
    RoutesPage,
    SaveRoute,
    SetReviewOrder,
    save_route,
    set_review_order,
    show_routes,
)
from orgflow.web.current import current_context
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.proposals.route_words import KINDS, STAGES, decides
from orgflow.web.settings.route_forms import ReviewOrderForm, RouteForm, rearranged, rows_of
from orgflow.web.settings.saving import saved_upon

bp = Blueprint("approval_routes", __name__, url_prefix="/pengaturan/jalur")
Answer = Response | tuple[str, int]
SLUGS: Final = {"nama": KindOfChange.RENAME, "susunan": KindOfChange.STRUCTURE}


@dataclass(frozen=True, slots=True)
class Stop:
    """The steps of one position: the stage they belong to and a sentence for each."""

    stage: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route as the page prints it; ``running`` says how many proposals go an older version."""

    title: str
    version: int
    stops: tuple[Stop, ...]
    running: str
    url: str


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> tuple[str, int]:
    """Show the routes and the order of the reviews."""
    page = show_routes(current_context())
    return _index(page, _order_form(page))


@bp.post("/urutan")
@needs(Permission.MANAGE_SETTINGS)
def set_order() -> Answer:
    """Set which review comes first."""
    ctx = current_context()
    form = ReviewOrderForm()
    answer = saved_upon(
        form,
        lambda: set_review_order(
            ctx,
            SetReviewOrder(
                form.first.data or "", form.source.data or "", bool(form.is_verified.data), form.seen
            ),
        ),
        lambda: show_routes(ctx).order.revision,
        told=gettext("Urutan harmonisasi dan fasilitasi disimpan."),
        url=url_for(".index", _anchor="urutan"),
        field="source",
    )
    return answer or _index(show_routes(ctx), form)


@bp.get("/<kind>")
@needs(Permission.MANAGE_SETTINGS)
def edit(kind: str) -> tuple[str, int]:
    """Show a route's steps to be changed."""
    page, held = _held(kind)
    form = RouteForm(revision=held.version)
    form.lay(rows_of(held.steps))
    return _edit(kind, page, form)


@bp.post("/<kind>")
@needs(Permission.MANAGE_SETTINGS)
def save(kind: str) -> Answer:
    """Move, add or take away a step in the form, or keep the form's steps as the next version."""
    page, held = _held(kind)
    form = RouteForm()
    wish = request.form.get("do", "save")
    if wish != "save":
        form.lay(rearranged(form.rows(), wish))
        return _edit(kind, page, form)
    form.offer(page.posts)
    if not form.validate_on_submit():
        return _edit(kind, page, form)
    try:
        save_route(current_context(), SaveRoute(held.kind, form.seen, form.route_steps()))
    except Conflict as stale:
        form.go_on_from(held.version, message_for(stale))
        return _edit(kind, page, form)
    except RuleBroken as refused:
        form.form_errors.append(message_for(refused))
        return _edit(kind, page, form)
    told = gettext("Jalur baru disimpan. Usulan yang sedang berjalan tetap menjalani jalur semula.")
    flash(told, "success")
    return redirect(url_for(".index"), code=303)


def _held(kind: str) -> tuple[RoutesPage, Route]:
    if kind not in SLUGS:
        abort(404)
    page = show_routes(current_context())
    return page, next(route for route in page.routes if route.kind is SLUGS[kind])


def _index(page: RoutesPage, form: ReviewOrderForm) -> tuple[str, int]:
    views = [_view(route, page) for route in page.routes]
    return render_template("settings/routes.html", routes=views, order=page.order, form=form), form.status


def _edit(kind: str, page: RoutesPage, form: RouteForm) -> tuple[str, int]:
    form.offer(page.posts)
    title = gettext("Jalur %(kind)s", kind=KINDS[SLUGS[kind]])
    return render_template("settings/route.html", kind=kind, title=title, form=form), form.status


def _order_form(page: RoutesPage) -> ReviewOrderForm:
    values = {
        "first": str(page.order.reviews[0]),
        "source": page.order.source,
        "is_verified": page.order.is_verified,
    }
    return ReviewOrderForm(revision=page.order.revision, values=values)


def _view(route: Route, page: RoutesPage) -> RouteView:
    running = page.running.get(route.kind, 0)
    slug = next(slug for slug, kind in SLUGS.items() if kind is route.kind)
    return RouteView(
        gettext("Jalur %(kind)s", kind=KINDS[route.kind]),
        route.version,
        stops_of(route, page.posts),
        ngettext(
            "%(num)s usulan masih menjalani versi sebelumnya.",
            "%(num)s usulan masih menjalani versi sebelumnya.",
            running,
        )
        if running
        else "",
        url_for(".edit", kind=slug),
    )


def stops_of(route: Route, posts: Mapping[PostId, PostChoice]) -> tuple[Stop, ...]:
    """Return who decides what on a route, in its order."""
    groups = [tuple(beside) for _, beside in groupby(route.steps, key=lambda step: step.position)]
    return tuple(
        Stop(_stage(beside[0].stage), tuple(decides(step, posts) for step in beside)) for beside in groups
    )


def _stage(stage: ProposalState) -> str:
    return str(STAGES[stage])
