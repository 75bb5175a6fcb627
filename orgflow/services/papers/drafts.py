"""Rancangan Peraturan Gubernur with what stands behind it: its articles, old names, and what is missing."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import steps
from orgflow.domain.papers.amending import needs_article
from orgflow.domain.papers.article_changes import Amendment
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import texts_of
from orgflow.domain.papers.indicators import Indicators, indicators
from orgflow.domain.papers.linting import LintFinding, lint
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.domain.papers.returning import TextDifference, text_differences
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.papers.basis import open_case
from orgflow.services.papers.files import Paper, regulation_paper
from orgflow.services.papers.held_draft import held_draft
from orgflow.services.papers.regulation import amendment_of
from orgflow.services.statements import sentence
from orgflow.services.use_case import read


@dataclass(frozen=True, slots=True)
class BoundOperation:
    """An operation in words, with the articles that carry it out; none is a gap where one is needed."""

    sentence: str
    articles: tuple[str, ...]
    needs_article: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided or brought something, and when."""

    who: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DraftPage:
    """The draft regulation of a proposal and what stands behind it.

    Attributes:
        decided: who decided the form; None while nobody did and it amends.
        returned: who brought a Word file that is not yet taken or was given up.
        adopted: who took its words; then ``disagreements`` hold them against the change-set.
    """

    paper: Paper
    case: Case
    amendment: Amendment
    operations: tuple[BoundOperation, ...]
    signs: Indicators
    form: RegulationForm
    decided: Decision | None
    returned: Decision | None
    adopted: Decision | None
    disagreements: tuple[LintFinding, ...]

    @property
    def has_articles(self) -> bool:
        """Whether anything is recorded of the regulation that is changed."""
        return bool(self.case.articles)


@dataclass(frozen=True, slots=True)
class ReturnedPage:
    """What came back from Word against what the change-set makes; nothing when ``brought`` is None."""

    brought: Decision | None
    differences: tuple[TextDifference, ...]
    findings: tuple[LintFinding, ...]


@read(requires=Permission.VIEW_PROPOSALS)
def show_draft(ctx: Context, proposal_id: UUID) -> DraftPage:
    """Return the draft regulation of a proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
        ChartTooLarge, TemplateUnreadable, UnreadableDocument: it cannot be drawn up.
    """
    case = open_case(ctx, proposal_id)
    found = amendment_of(case)
    draft = held_draft(ctx, case, ProposalId(proposal_id))
    said = [
        (sentence(operation, standing), needs_article(operation))
        for operation, standing, _ in steps(case.before, case.operations)
    ]
    row = draft.row
    return DraftPage(
        regulation_paper(ctx.resources.letter_templates, case, draft.document, draft.form),
        case,
        found,
        tuple(
            BoundOperation(words, articles, is_needed)
            for (words, is_needed), articles in zip(said, found.bindings, strict=True)
        ),
        indicators(case.before, case.after, case.articles, found),
        draft.form,
        _decision(row.form_by, row.form_at, row.form_reason) if row is not None else None,
        _decision(row.returned_by, row.returned_at) if row is not None and row.returned else None,
        _decision(row.adopted_by, row.adopted_at) if row is not None else None,
        draft.disagreements(case),
    )


@read(requires=Permission.VIEW_PROPOSALS)
def show_returned(ctx: Context, proposal_id: UUID) -> ReturnedPage:
    """Return what came back from Word, held against what the change-set makes now.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
        TemplateUnreadable, UnreadableDocument: the draft cannot be drawn up.
    """
    case = open_case(ctx, proposal_id)
    draft = held_draft(ctx, case, ProposalId(proposal_id))
    lines = draft.row.returned_lines if draft.row is not None else ()
    if draft.row is None or not lines:
        return ReturnedPage(None, (), ())
    return ReturnedPage(
        _decision(draft.row.returned_by, draft.row.returned_at),
        text_differences(draft.derived, lines),
        lint(case, texts_of(draft.derived), lines),
    )


def _decision(who: str | None, at: datetime | None, reason: str | None = None) -> Decision | None:
    return Decision(who, at, reason or "") if who is not None and at is not None else None
