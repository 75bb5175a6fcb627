"""A draft regulation decided about: its form, the Word file that came back, and whose words count."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.audit.paper_events import (
    RegulationAdopted,
    RegulationFormDecided,
    RegulationReleased,
    RegulationReturned,
)
from orgflow.domain.errors import RuleBroken
from orgflow.domain.papers.case import Case
from orgflow.domain.papers.document import texts_of
from orgflow.domain.papers.encoding import document_to_json
from orgflow.domain.papers.linting import lint
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.domain.papers.returning import text_differences, with_lines
from orgflow.domain.values import ProposalId, clean_line
from orgflow.files.uploads import CheckedUpload
from orgflow.letters.word_lines import read_word_lines
from orgflow.services.bringing import BRINGERS, open_for_documents
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.files import keep_upload
from orgflow.services.papers.basis import case_of
from orgflow.services.papers.held_draft import HeldDraft, held_draft
from orgflow.services.use_case import use_case
from orgflow.store.proposals import ProposalRow
from orgflow.store.regulation_drafts import RegulationDraftRow, regulation_draft_to_change


class NothingReturned(RuleBroken):
    """No draft came back whose words could be taken, or none was taken that could be given up."""

    code = "nothing_returned"


@dataclass(frozen=True, slots=True)
class DecideForm:
    """Whether the regulation amends or replaces, and why."""

    proposal_id: ProposalId
    seen_revision: int
    form: RegulationForm
    reason: str


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """A draft that somebody edited in Word."""

    proposal_id: ProposalId
    seen_revision: int
    upload: CheckedUpload


@dataclass(frozen=True, slots=True)
class ChooseWords:
    """Take the words that came back, or give them up for the derived ones."""

    proposal_id: ProposalId
    seen_revision: int


@use_case(requires=BRINGERS)
def decide_form(ctx: Context, command: DecideForm) -> UUID:
    """Decide the form of the regulation; words taken from Word in another form are given up.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row, held = _opened(ctx, command.proposal_id, command.seen_revision)
    reason = clean_line(command.reason, field="reason")
    if held.form != str(command.form):
        held.adopted = held.adopted_by = held.adopted_at = None
        held.returned = None
    held.form, held.form_reason = str(command.form), reason
    held.form_by, held.form_at = ctx.actor.name, ctx.now
    ctx.record(RegulationFormDecided(str(row.id), str(command.form), reason))
    return _saved(ctx, row)


@use_case(requires=BRINGERS)
def return_draft(ctx: Context, command: ReturnDraft) -> UUID:
    """Keep a draft that came back from Word; its words count only once they are taken.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, WordUnreadable, TemplateUnreadable.
    """
    lines = read_word_lines(command.upload.content)
    row, held = _opened(ctx, command.proposal_id, command.seen_revision)
    case, draft = _draft(ctx, row)
    held.returned_lines = lines
    held.returned_file_id = keep_upload(ctx, command.upload, purpose="document")
    held.returned_by, held.returned_at = ctx.actor.name, ctx.now
    differences, findings = _counted(case, draft, lines)
    ctx.record(
        RegulationReturned(str(row.id), command.upload.name, command.upload.sha256, differences, findings)
    )
    return _saved(ctx, row)


@use_case(requires=BRINGERS)
def adopt_draft(ctx: Context, command: ChooseWords) -> UUID:
    """Take the words that came back as the draft.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, TemplateUnreadable.
        NothingReturned: no draft came back.
    """
    row, held = _opened(ctx, command.proposal_id, command.seen_revision)
    lines = held.returned_lines
    if not lines:
        raise NothingReturned
    case, draft = _draft(ctx, row)
    held.adopted = document_to_json(with_lines(draft.derived, lines))
    held.adopted_by, held.adopted_at = ctx.actor.name, ctx.now
    differences, findings = _counted(case, draft, lines)
    ctx.record(RegulationAdopted(str(row.id), differences, findings))
    return _saved(ctx, row)


@use_case(requires=BRINGERS)
def release_draft(ctx: Context, command: ChooseWords) -> UUID:
    """Let the derived draft count again.

    Raises:
        UnknownProposal, StaleRevision, NotEditable.
        NothingReturned: no words were taken.
    """
    row, held = _opened(ctx, command.proposal_id, command.seen_revision)
    if held.adopted is None:
        raise NothingReturned
    held.adopted = held.adopted_by = held.adopted_at = None
    ctx.record(RegulationReleased(str(row.id)))
    return _saved(ctx, row)


def _opened(ctx: Context, proposal_id: ProposalId, seen: int) -> tuple[ProposalRow, RegulationDraftRow]:
    row = open_for_documents(ctx, proposal_id, seen)
    return row, regulation_draft_to_change(ctx.session, ctx.government_id, proposal_id)


def _draft(ctx: Context, row: ProposalRow) -> tuple[Case, HeldDraft]:
    case = case_of(ctx, open_dossier(ctx, row))
    return case, held_draft(ctx, case, ProposalId(row.id))


def _counted(case: Case, draft: HeldDraft, lines: tuple[str, ...]) -> tuple[int, int]:
    differences = text_differences(draft.derived, lines)
    return len(differences), len(lint(case, texts_of(draft.derived), lines))


def _saved(ctx: Context, row: ProposalRow) -> UUID:
    row.revision, row.changed_at = row.revision + 1, ctx.now
    return row.id
