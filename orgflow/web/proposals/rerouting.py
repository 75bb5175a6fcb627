"""A running proposal moved to another route: what counts there, where it will stand, and why."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.values import ProposalId
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.services.routes import MovePage, MoveToRoute, move_to_route, show_move
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import page_crumbs, title_of_page
from orgflow.web.proposals.route_words import KINDS
from orgflow.web.proposals.stale import overtaken_page
from orgflow.web.proposals.words import where_it_is
from orgflow.web.settings.rule_forms import KeptForm

Answer = Response | Page | tuple[str, int]


class MoveForm(KeptForm):
    """The route that a proposal goes from now on, and why."""

    route_id = RadioField(
        lazy_gettext("Jalur yang dijalani sejak sekarang"),
        [InputRequired(lazy_gettext("Pilih jalurnya."))],
        validate_choice=False,
    )
    reason = TextAreaField(
        lazy_gettext("Alasan dipindahkan"),
        [InputRequired(lazy_gettext("Alasannya belum diisi. Alasan ini tercatat dalam riwayat."))],
        render_kw={"rows": 3},
    )


def register_rerouting(blueprint: Blueprint) -> None:
    """Give the page its address, and the act."""
    path = "/<uuid:proposal_id>/jalur"
    opened, taken = needs(Permission.MANAGE_SETTINGS)(_open), needs(Permission.MANAGE_SETTINGS)(_move)
    blueprint.add_url_rule(path, "move_form", opened, methods=["GET"])
    blueprint.add_url_rule(path, "move", taken, methods=["POST"])


def _open(proposal_id: UUID) -> Answer:
    ctx = current_context()
    page, move = show_proposal(ctx, proposal_id), show_move(ctx, proposal_id)
    if not move.choices:
        return overtaken_page(ctx, page, gettext("Pindahkan ke jalur lain"), {})
    form = MoveForm(revision=move.revision, values={"route_id": str(move.fitting)})
    return _render(page, move, form)


def _move(proposal_id: UUID) -> Answer:
    ctx, form = current_context(), MoveForm()
    page, move = show_proposal(ctx, proposal_id), show_move(ctx, proposal_id)
    wanted = form.route_id.data
    chosen = next((route for route, _ in move.choices if str(route.id) == wanted), None)
    if not move.choices:
        return overtaken_page(ctx, page, gettext("Pindahkan ke jalur lain"), {})
    if not form.validate_on_submit() or chosen is None:
        return _render(page, move, form)
    try:
        move_to_route(ctx, MoveToRoute(ProposalId(proposal_id), form.seen, chosen.id, form.reason.data or ""))
    except Conflict as stale:
        form.go_on_from(move.revision, message_for(stale))
        return _render(page, move, form)
    except RuleBroken as refused:
        form.form_errors.append(message_for(refused))
        return _render(page, move, form)
    flash(gettext("Usulan menjalani jalur yang dipilih."), "success")
    return redirect(url_for("proposals.show", proposal_id=proposal_id), code=303)


def _render(page: ProposalPage, move: MovePage, form: MoveForm) -> tuple[str, int]:
    form.route_id.choices = [
        (
            str(route.id),
            gettext(
                "Jalur %(kind)s versi %(version)s: usulan akan %(where)s",
                kind=KINDS[route.kind],
                version=route.version,
                where=where_it_is(standing, None, page.unit),
            ),
        )
        for route, standing in move.choices
    ]
    present = gettext(
        "jalur %(kind)s versi %(version)s", kind=KINDS[move.present.kind], version=move.present.version
    )
    return (
        render_template(
            "proposals/route.html",
            form=form,
            title=title_of_page(page),
            crumbs=page_crumbs(page),
            present=present,
            url=url_for("proposals.move", proposal_id=page.id),
            back_url=url_for("proposals.show", proposal_id=page.id),
        ),
        form.status,
    )
