"""What a letter's final check says of its claims: to be known, never in the way."""

from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.evidence.resting import ClaimState
from orgflow.services.claim_pages import show_claims
from orgflow.web.current import current_context

_WAITING = frozenset({ClaimState.RECHECK, ClaimState.UNKNOWN, ClaimState.WITHDRAWN})


def claim_advice(proposal_id: UUID, letter_id: UUID) -> tuple[str, str, str] | None:
    """Return what to know of a letter's claims, where it leads and the word there; None for nothing."""
    page = show_claims(current_context(), proposal_id)
    owner = str(letter_id)
    bare = sum(view.text.owner == owner for view in page.bare)
    waiting = sum(view.text.owner == owner and view.state in _WAITING for view in page.claims)
    told = []
    if bare:
        told.append(gettext("%(count)s kalimat dalam surat ini tanpa bukti", count=bare))
    if waiting:
        told.append(gettext("%(count)s pernyataannya perlu diperiksa", count=waiting))
    if not told:
        return None
    url = url_for("claims.show", proposal_id=proposal_id)
    return f"{gettext(' dan ').join(told)}.", url, gettext("Buka pernyataan dan buktinya")
