"""Rancangan Peraturan Gubernur with what stands behind it: its articles, old names, and what is missing."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import steps
from orgflow.domain.papers.amending import Amendment
from orgflow.domain.papers.case import Case
from orgflow.services.context import Context
from orgflow.services.papers.basis import open_case
from orgflow.services.papers.files import NOTHING, Paper, PaperKind, paper_of
from orgflow.services.papers.regulation import amendment_of
from orgflow.services.statements import sentence
from orgflow.services.use_case import read


@dataclass(frozen=True, slots=True)
class BoundOperation:
    """An operation in words, with the articles that carry it out; none is a gap."""

    sentence: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The draft regulation of a proposal and what stands behind it."""

    paper: Paper
    case: Case
    amendment: Amendment
    operations: tuple[BoundOperation, ...]

    @property
    def has_articles(self) -> bool:
        """Whether anything is recorded of the regulation that is changed."""
        return bool(self.case.articles)


@read(requires=Permission.VIEW_PROPOSALS)
def show_draft(ctx: Context, proposal_id: UUID) -> DraftPage:
    """Return the draft regulation of a proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
        ChartTooLarge, TemplateUnreadable: as ``paper_of``.
    """
    case = open_case(ctx, proposal_id)
    found = amendment_of(case)
    said = [sentence(operation, standing) for operation, standing, _ in steps(case.before, case.operations)]
    return DraftPage(
        paper_of(ctx.resources.letter_templates, case, NOTHING, PaperKind.REGULATION),
        case,
        found,
        tuple(BoundOperation(*pair) for pair in zip(said, found.bindings, strict=True)),
    )
