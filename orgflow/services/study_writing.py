"""A study is written: its form chosen, and one section saved at a time, every save a version."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.study_events import StudyFormChosen, StudySectionWritten
from orgflow.domain.errors import Conflict
from orgflow.domain.letters.passages import told_apart
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.study.outline import section_asked
from orgflow.domain.study.sections import StudyForm
from orgflow.domain.study.writing import clean_answer, clean_section
from orgflow.domain.values import ProposalId
from orgflow.letters.structure_faults import check_structure
from orgflow.services.claim_texts import section_place
from orgflow.services.claims import settle_claims
from orgflow.services.context import Context
from orgflow.services.scope import scope_of, today_of
from orgflow.services.study import derived_text
from orgflow.services.study_source import open_source
from orgflow.services.study_versions import SaveOrigin, keep_version
from orgflow.services.use_case import use_case
from orgflow.store import proposals, studies
from orgflow.store.studies import StudyRow, StudySectionRow


class SectionStale(Conflict):
    """Somebody saved the section after its page was opened."""

    code = "study_section_stale"


@dataclass(frozen=True, slots=True)
class ChooseForm:
    """Have the whole study, or its short form; what was written of the other is kept."""

    proposal_id: ProposalId
    form: StudyForm


@dataclass(frozen=True, slots=True)
class WriteSection:
    """Save a section; an empty text, or the derived one, follows the facts again.

    Attributes:
        seen_revision: of the section; 0 when nobody had saved it.
        text: None leaves it as it stands.
        answer: None leaves it as it stands.
    """

    proposal_id: ProposalId
    key: str
    seen_revision: int
    text: str | None
    answer: str | None = ""
    origin: SaveOrigin = SaveOrigin.BUTTON


@use_case(requires=Permission.EDIT_PROPOSAL)
def choose_form(ctx: Context, command: ChooseForm) -> UUID:
    """Choose the form of a proposal's study.

    Raises:
        UnknownProposal, NotEditable.
    """
    _check_draft(ctx, command.proposal_id)
    row = studies.study_row(ctx.session, command.proposal_id)
    before = StudyForm(row.form) if row is not None else StudyForm.STUDY
    if row is None:
        row = StudyRow(id=ctx.new_id(), government_id=ctx.government_id, proposal_id=command.proposal_id)
        ctx.session.add(row)
    row.form, row.chosen_by, row.chosen_at = str(command.form), ctx.actor.name, ctx.now
    ctx.record(StudyFormChosen(str(command.proposal_id), str(before), str(command.form)))
    return command.proposal_id


@use_case(requires=Permission.EDIT_PROPOSAL)
def write_section(ctx: Context, command: WriteSection) -> UUID:
    """Save one section as a new version; the proposal's own revision stays, so that nobody else is disturbed.

    Raises:
        UnknownProposal, UnknownSection.
        NotEditable: the proposal is no draft.
        SectionStale: somebody saved the section meanwhile.
        PassageTooLong, TextTooLong, TextUnprintable, YearUnreadable, YearAhead.
        RowOpen, RowUneven, TableTooWide: as ``check_structure``.
    """
    asked = section_asked(command.key)
    _check_draft(ctx, command.proposal_id)
    row = studies.section_row(ctx.session, command.proposal_id, command.key)
    present = row.revision if row is not None else 0
    if present != command.seen_revision:
        raise SectionStale(seen=command.seen_revision, present=present)
    if row is None:
        row = StudySectionRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=command.proposal_id,
            key=command.key,
            text=None,
            upon="",
            answer="",
            revision=0,
        )
    answer = row.answer
    if command.answer is not None:
        answer = clean_answer(command.key, command.answer, today_of(ctx).year)
    before, after = _reworded(ctx, row, command, is_answered=answer != row.answer)
    changed = (row.answer, answer) if row.answer != answer else ("", "")
    row.answer, row.revision = answer, present + 1
    row.changed_by, row.changed_at = ctx.actor.name, ctx.now
    ctx.session.add(row)
    ctx.session.flush()
    settle_claims(ctx, command.proposal_id, section_place(command.key), row.text or "")
    keep_version(ctx, row, after, command.origin)
    told = (asked.key, asked.title, row.revision, row.text is None, *told_apart(before, after))
    ctx.record(StudySectionWritten(str(command.proposal_id), *told, *changed))
    return row.id


def _reworded(
    ctx: Context, row: StudySectionRow, command: WriteSection, *, is_answered: bool
) -> tuple[str, str]:
    """Write the text into its row, and return what the section said before and says now.

    A text that stays while its answer changes is as old as it was; saved alone, somebody stands by it.
    """
    if row.text is not None and command.text is None:
        return row.text, row.text
    derived = derived_text(open_source(ctx, command.proposal_id), command.key)
    before = row.text if row.text is not None else derived
    if command.text is None:
        return before, before
    text = clean_section(command.key, command.text)
    check_structure(text, command.key)
    if text != row.text or not is_answered:
        is_own = bool(text) and text != derived
        row.text, row.upon = (text, derived) if is_own else (None, "")
    return before, row.text if row.text is not None else derived


def _check_draft(ctx: Context, proposal_id: ProposalId) -> None:
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    if row.state != ProposalState.DRAFT:
        raise NotEditable(state=row.state)
