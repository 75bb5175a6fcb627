"""Pernyataan dan buktinya: what the texts of a proposal claim, and who stood by it."""

from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.evidence.resting import ClaimPlace, ClaimStale, ClaimUnfounded, TextKind
from orgflow.domain.values import ProposalId
from orgflow.services.bringing import BRINGERS
from orgflow.services.claim_pages import show_claims
from orgflow.services.claims import ConfirmClaim, confirm_claim
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.claims.page import claims_view
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import header
from orgflow.web.workload.views import TAB

bp = Blueprint("claims", __name__, url_prefix="/usulan/<uuid:proposal_id>/pernyataan")
_DIGITS: Final = 9


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show every claim with what it rests on, and the sentences that rest on nothing."""
    return _page(proposal_id, "")


@bp.post("")
@needs(*BRINGERS, scope="unit")
def confirm(proposal_id: UUID) -> Response | Page:
    """Keep that a claim holds as its entry is now."""
    try:
        confirm_claim(current_context(), _command(proposal_id))
    except (ClaimStale, ClaimUnfounded) as refused:
        return _page(proposal_id, message_for(refused)), 409
    except DomainError as refused:
        if refused.code != "unknown_claim":
            raise
        return _page(proposal_id, message_for(refused)), 409
    flash(gettext("Pernyataan dicatat masih benar."), "success")
    return redirect(url_for(".show", proposal_id=proposal_id), code=303)


def _command(proposal_id: UUID) -> ConfirmClaim:
    sent = request.form
    kind, version = sent.get("place_kind", ""), sent.get("seen_version", "")
    if kind not in set(TextKind) or not (version.isascii() and version.isdigit()):
        raise BadRequest
    if len(version) > _DIGITS:
        raise BadRequest
    return ConfirmClaim(
        ProposalId(proposal_id),
        ClaimPlace(TextKind(kind), sent.get("place", "")),
        sent.get("digest", ""),
        sent.get("evidence_key", ""),
        int(version),
    )


def _page(proposal_id: UUID, refusal: str) -> str:
    ctx = current_context()
    return render_template(
        "claims/show.html",
        head=header(show_proposal(ctx, proposal_id), TAB),
        view=claims_view(show_claims(ctx, proposal_id)),
        refusal=refusal,
    )
