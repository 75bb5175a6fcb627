"""What Materi usulan puts before its reader: the blank in its own sentences first."""

from flask import url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Actor
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.proposals.buttons import Button, buttons


def next_button(page: ProposalPage, reader: Actor) -> Button | None:
    """Return the page's one button; None when the reader has no draft to bring on."""
    if not page.is_editable:
        return None
    if page.operations and page.effective_on is None:
        url = url_for("proposals.edit_form", proposal_id=page.id, _anchor="effective_on")
        return Button(gettext("Isi tanggal mulai berlaku"), url, "primary")
    return buttons(page, reader).main
