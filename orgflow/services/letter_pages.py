"""One letter as its page reads it: the printed pages, what the final check found, and what may be done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.errors import DomainError, NotFound
from orgflow.domain.letters.classification import ClassificationCode
from orgflow.domain.letters.details import Details
from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.kinds import KIND_RULES, KindRule, Signatory, kind_of, signatory_of
from orgflow.domain.letters.lifecycle import LetterState, NumberSource, SecurityClass, Urgency
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.proposals.states import RUNNING, ProposalState
from orgflow.domain.values import LetterId, ProposalId, UnitId
from orgflow.letters.docx_text import read_docx
from orgflow.letters.findings import Finding, Severity
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.letter_blocks import details_of
from orgflow.services.letter_filing import codes_offered
from orgflow.services.letter_signer import SignerReview, review_signer
from orgflow.services.lettering import LetterSource, letter_source, render
from orgflow.services.rendering import PICTURE_WIDTH_PX, Rendering
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, letters
from orgflow.store.governments import Government


class UnknownLetterPage(NotFound):
    """The letter has no such page."""

    code = "unknown_letter_page"


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """A letter's row as its page needs it, and what its reader may do with it now."""

    government: Government
    today: date
    id: LetterId
    kind: str
    state: LetterState
    revision: int
    subject: str
    urgency: Urgency
    security_class: SecurityClass
    number_source: NumberSource
    may_use_own_book: bool
    copies: str
    number: str | None
    dated_on: date | None
    void_reason: str | None
    facts_digest: str | None
    signed_file_id: UUID | None
    proposal_id: ProposalId
    proposal_state: ProposalState
    unit_id: UnitId
    facts_on: date | None
    may_edit: bool
    may_issue: bool
    may_number: bool
    may_void: bool
    signer: SignerReview
    details: Details
    signatory: Signatory | None
    may_move: bool
    classification: str | None
    usual_code: str
    codes: tuple[ClassificationCode, ...]
    reader: Actor

    @property
    def rule(self) -> KindRule:
        """How its kind is signed and numbered."""
        return KIND_RULES[kind_of(self.kind)]


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A letter with its rendering; ``rendering`` is None when it cannot be drawn, and ``fault`` says why."""

    desk: LetterDesk
    source: LetterSource
    rendering: Rendering | None
    fault: DomainError | None

    @property
    def facts(self) -> LetterFacts:
        """What the letter says."""
        return self.source.facts

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Findings that keep the letter from being signed."""
        found = self.rendering.findings if self.rendering is not None else ()
        return tuple(finding for finding in found if finding.severity is Severity.BLOCKS)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Findings that are only to be known."""
        found = self.rendering.findings if self.rendering is not None else ()
        return tuple(finding for finding in found if finding.severity is Severity.WARNS)

    @property
    def lines(self) -> tuple[str, ...]:
        """The letter's words, a paragraph a line, as the Word file holds them."""
        if self.rendering is None:
            return ()
        return tuple(line for line in read_docx(self.rendering.letter.docx).words.split("\n") if line.strip())


def show_letter(ctx: Context, letter_id: UUID) -> LetterPage:
    """Return a letter with its pages drawn, no transaction being open meanwhile.

    Raises:
        UnknownLetter: it does not exist or is out of the actor's reach.
    """
    desk = letter_desk(ctx, letter_id)
    source = letter_source(ctx, letter_id)
    try:
        return LetterPage(desk, source, render(ctx, source), None)
    except DomainError as fault:
        return LetterPage(desk, source, None, fault)


def letter_picture(ctx: Context, letter_id: UUID, page: int) -> bytes:
    """Return one page of a letter as a WebP picture, ``PICTURE_WIDTH_PX`` wide; pages count from 1.

    Raises:
        UnknownLetter, UnknownLetterPage, and what the renderer says.
    """
    pictures = render(ctx, letter_source(ctx, letter_id)).pictures
    if not 1 <= page <= len(pictures):
        raise UnknownLetterPage(page=page)
    return pictures[page - 1]


@read(requires=Permission.VIEW_LETTERS)
def letter_desk(ctx: Context, letter_id: UUID) -> LetterDesk:
    """Return a letter's row and what its reader may do.

    Raises:
        UnknownLetter.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    held = governments.government(ctx.session, ctx.government_id)
    profile = Profile.of(governments.settings(ctx.session, held.id))
    proposal = letters.proposals_of_letter(ctx.session, row.id)[0]
    state, proposal_state = LetterState(row.state), ProposalState(proposal.state)
    source, rule = NumberSource(row.number_source), KIND_RULES[kind_of(row.kind)]
    reader = reader_of(ctx, proposal.unit_id)
    may_issue = reader.may(Permission.ISSUE_LETTER)
    numbered_elsewhere = source is not NumberSource.OWN_BOOK
    return LetterDesk(
        held,
        ctx.today(held.zone),
        LetterId(row.id),
        row.kind,
        state,
        row.revision,
        row.subject,
        Urgency(row.urgency),
        SecurityClass(row.security_class),
        source,
        profile.number_source is NumberSource.OWN_BOOK,
        row.copies,
        row.number,
        row.dated_on,
        row.void_reason,
        row.facts_digest,
        row.signed_file_id,
        ProposalId(proposal.id),
        proposal_state,
        UnitId(proposal.unit_id),
        proposal.facts_on,
        state is LetterState.DRAFT and reader.may(Permission.EDIT_LETTER),
        state is LetterState.DRAFT
        and may_issue
        and proposal_state in ((ProposalState.SIGNING,) if rule.is_main else RUNNING),
        state in (LetterState.ISSUED, LetterState.SIGNED)
        and may_issue
        and numbered_elsewhere
        and rule.register is not None,
        state is LetterState.ISSUED and may_issue,
        review_signer(ctx, row) if state is LetterState.DRAFT else SignerReview(),
        details_of(row),
        signatory_of(kind_of(row.kind), row.signatory),
        may_issue and not rule.is_main,
        row.classification,
        profile.classification,
        codes_offered(ctx, row) if state is LetterState.DRAFT else (),
        reader,
    )


PAGE_WIDTH_PX = PICTURE_WIDTH_PX
