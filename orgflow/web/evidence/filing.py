"""What OrgFlow makes itself, offered on the page on which a document is brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext

from orgflow.domain.papers.kinds import PaperKind
from orgflow.services.document_views import DocumentView
from orgflow.services.makeable import (
    OVERLAP_DOCUMENT,
    PRECEDENTS_DOCUMENT,
    REGULATION_DOCUMENT,
    WORKLOAD_DOCUMENT,
)
from orgflow.services.paper_filing import papers_to_file
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.current import current_context

_PAGES: Final[Mapping[str, str]] = {
    OVERLAP_DOCUMENT: "overlap.index",
    PRECEDENTS_DOCUMENT: "proposal_evidence.index",
    WORKLOAD_DOCUMENT: "workload.show",
}
"""Where what a register holds is looked at before it is taken."""


@dataclass(frozen=True, slots=True)
class FilingOffer:
    """What may be taken as the document: its words, where it is looked at, and where it is taken."""

    sentence: str
    page_url: str
    url: str
    revision: int


def filing_offer(page: ProposalPage, asked: DocumentView) -> FilingOffer | None:
    """Return what OrgFlow makes under a code; None where it is taken already, or can make nothing now."""
    code = asked.asked.code
    if asked.is_taken or page.broken_by is not None or code not in papers_to_file(current_context(), page.id):
        return None
    return FilingOffer(
        gettext(
            "%(title)s dapat disusun dari isi usulan ini. Periksa isinya, lalu pakai; selama dipakai,"
            " dokumennya selalu mengikuti isi usulan dan dicetak saat dikirim.",
            title=asked.asked.title,
        ),
        _page_url(page, code),
        url_for("evidence.file_derived", proposal_id=page.id, document_code=code),
        page.revision,
    )


def _page_url(page: ProposalPage, code: str) -> str:
    if code == REGULATION_DOCUMENT:
        return url_for("papers.show", proposal_id=page.id, kind=str(PaperKind.REGULATION))
    return url_for(_PAGES[code], proposal_id=page.id)
