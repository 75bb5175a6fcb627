"""What a proposal's own page says of its commencement."""

from orgflow.services.commencement_pages import AFTER_PROMULGATION, show_commencement
from orgflow.services.context import Context
from orgflow.services.follow_ups import show_follow_ups
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.commencing.page import CommencementNote, commencement_note


def commencement_of(ctx: Context, page: ProposalPage) -> CommencementNote | None:
    """Return what the page says; None before the regulation is promulgated."""
    if page.state not in AFTER_PROMULGATION or page.regulation is None:
        return None
    held, listed = show_commencement(ctx, page.id), show_follow_ups(ctx, page.id)
    return commencement_note(held, listed, page.id)
