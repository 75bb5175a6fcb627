"""Proof that what went to the ministry arrived."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.domain.values import ProposalId
from orgflow.services.ministry_pages import show_ministry
from orgflow.services.ministry_sending import ProveSending, prove_sending
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.ministry.forms import ProofForm
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, page_crumbs
from orgflow.web.uploads import pdf_if_chosen

bp = Blueprint("ministry", __name__, url_prefix="/usulan/<uuid:proposal_id>/tanggapan")
Answer = Response | Page | str


@bp.get("/bukti/<int:number>")
@needs(Permission.RECORD_MINISTRY)
def prove_form(proposal_id: UUID, number: int) -> Answer:
    """Ask how a round's sending arrived."""
    return _page(proposal_id, number, ProofForm(values={"method": str(DeliveryMethod.HAND)}))


@bp.post("/bukti/<int:number>")
@needs(Permission.RECORD_MINISTRY)
def prove(proposal_id: UUID, number: int) -> Answer:
    """Keep how a round's sending arrived."""
    form = ProofForm()
    if form.validate_on_submit() and form.delivered_on.day is not None:
        try:
            command = ProveSending(
                ProposalId(proposal_id),
                number,
                DeliveryMethod(form.method.data),
                form.delivered_on.day,
                form.received_by.data or "",
                form.reference.data or "",
                pdf_if_chosen(form.scan),
            )
            prove_sending(current_context(), command)
        except DomainError as refused:
            form.point_out(refused)
        else:
            flash(gettext("Bukti pengiriman dicatat."), "success")
            return redirect(url_for("proposals.ministry", proposal_id=proposal_id), code=303)
    return _page(proposal_id, number, form), 422


def ministry_crumbs(proposal_id: UUID) -> tuple[Link, ...]:
    """Return the way back from a page below the exchange with the ministry."""
    page = show_proposal(current_context(), proposal_id)
    url = url_for("proposals.ministry", proposal_id=proposal_id)
    return (*page_crumbs(page), Link(gettext("Tanggapan Kemendagri"), url))


def _page(proposal_id: UUID, number: int, form: ProofForm) -> str:
    rounds = {one.number: one for one in show_ministry(current_context(), proposal_id).rounds}
    if number not in rounds:
        raise NotFound
    return render_template(
        "ministry/form.html",
        heading=gettext("Catat bukti pengiriman putaran %(number)s", number=number),
        words=gettext("Dikirim %(day)s.", day=format_date(rounds[number].sent_on)),
        form=form,
        fields=("method", "delivered_on", "received_by", "reference", "scan"),
        narrow=("delivered_on",),
        has_files=True,
        button=gettext("Catat bukti pengiriman"),
        crumbs=ministry_crumbs(proposal_id),
        url=url_for(".prove", proposal_id=proposal_id, number=number),
        back_url=url_for("proposals.ministry", proposal_id=proposal_id),
    )
