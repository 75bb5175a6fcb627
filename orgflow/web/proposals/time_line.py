"""A proposal's time line on its page of history, and as files."""

from dataclasses import dataclass
from uuid import UUID

from flask import Blueprint, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.values import ProposalId
from orgflow.services.evidence_files import PRINTED, evidence_file
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.time_line import HEADS, show_time_line, time_line_paper
from orgflow.web.charting.page import InlineDrawing
from orgflow.web.current import current_context
from orgflow.web.handing_out import handed_out
from orgflow.web.papers.page import FORMAT_WORDS, FormatLink
from orgflow.web.permissions import needs


@dataclass(frozen=True, slots=True)
class TimeLineView:
    """A time line as plain values: its sentence, its bars, and the same as a table."""

    sentence: str
    drawing: InlineDrawing
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    formats: tuple[FormatLink, ...]


def time_line_of(proposal_id: ProposalId) -> TimeLineView:
    """Return the time line for the page of a proposal's history."""
    line = show_time_line(current_context(), proposal_id)
    formats = tuple(
        FormatLink(
            str(FORMAT_WORDS[form]),
            url_for("proposals.time_line_file", proposal_id=proposal_id, form=str(form)),
        )
        for form in PRINTED
    )
    return TimeLineView(line.sentence, InlineDrawing(line.drawing), HEADS, line.rows, formats)


def register_time_line(blueprint: Blueprint) -> None:
    """Let the time line be fetched as a file."""
    handed = needs(Permission.VIEW_PROPOSALS, scope="unit")(_file)
    path = "/<uuid:proposal_id>/riwayat/unduh/garis-waktu.<form>"
    blueprint.add_url_rule(path, "time_line_file", handed, methods=["GET"])


def _file(proposal_id: UUID, form: str) -> Response:
    if form not in set(PRINTED):
        raise NotFound
    ctx = current_context()
    file = evidence_file(ctx, time_line_paper(ctx, proposal_id), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)
