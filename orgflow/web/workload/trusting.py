"""Beban kerja: an activity is verified against its source, or that is taken back."""

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import ProposalId
from orgflow.services.workload_trust import VERIFIER, VerifyActivity, verify_activity
from orgflow.web.current import current_context
from orgflow.web.evidence_registers.forms import TrustForm
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs

bp = Blueprint("workload_trust", __name__, url_prefix="/usulan/<uuid:proposal_id>/beban-kerja")


@bp.post("/kegiatan/<uuid:activity_id>/verifikasi")
@needs(VERIFIER, scope="unit")
def verify(proposal_id: UUID, activity_id: UUID) -> Response:
    """Say whether an activity is true to its source."""
    form = TrustForm()
    is_verified = bool(form.is_verified.data)
    command = VerifyActivity(ProposalId(proposal_id), activity_id, form.seen, is_verified)
    try:
        verify_activity(current_context(), command)
    except RuleBroken as refused:
        flash(str(message_for(refused)), "danger")
    else:
        flash(gettext("Diverifikasi.") if is_verified else gettext("Verifikasi dicabut."), "success")
    return redirect(url_for("workload.show", proposal_id=proposal_id), code=303)
