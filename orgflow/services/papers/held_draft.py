"""A proposal's draft regulation as it stands: derived in the decided form, or as it was taken from Word."""

from dataclasses import dataclass
from pathlib import Path

from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import Document, texts_of
from orgflow.domain.papers.encoding import document_from_json
from orgflow.domain.papers.linting import LintFinding, lint
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.domain.values import ProposalId
from orgflow.letters.drafting import load_drafting
from orgflow.services.context import Context
from orgflow.services.papers.regulation import amending_document, replacing_document
from orgflow.store.regulation_drafts import RegulationDraftRow, regulation_draft


@dataclass(frozen=True, slots=True)
class HeldDraft:
    """A draft with what people decided about it.

    Attributes:
        derived: what the change-set makes of it now.
        adopted: what was taken from Word; None while the derived one counts.
        row: None while nothing was decided.
    """

    form: RegulationForm
    derived: Document
    adopted: Document | None
    row: RegulationDraftRow | None

    @property
    def document(self) -> Document:
        """The draft that counts."""
        return self.adopted or self.derived

    def disagreements(self, case: Case) -> tuple[LintFinding, ...]:
        """Return where the adopted draft no longer agrees with the change-set; none for a derived one."""
        return lint(case, texts_of(self.derived), texts_of(self.adopted)) if self.adopted is not None else ()


def held_draft(ctx: Context, case: Case, proposal_id: ProposalId) -> HeldDraft:
    """Return a proposal's draft, in the present session.

    Raises:
        TemplateUnreadable: the drafting rules.
        UnreadableDocument: what was adopted was stored by another version.
    """
    row = regulation_draft(ctx.session, proposal_id)
    form = RegulationForm(row.form) if row is not None and row.form is not None else RegulationForm.AMENDING
    adopted = document_from_json(row.adopted) if row is not None and row.adopted is not None else None
    return HeldDraft(form, derived_draft(ctx.resources.letter_templates, case, form), adopted, row)


def derived_draft(root: Path, case: Case, form: RegulationForm) -> Document:
    """Return the draft as the change-set makes it in a form.

    Args:
        root: the folder with one folder a kind of letter.

    Raises:
        TemplateUnreadable: the drafting rules.
    """
    drafting = load_drafting(root)
    if form is RegulationForm.REPLACING:
        return replacing_document(case, drafting)
    return amending_document(case, drafting)
