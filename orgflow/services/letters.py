"""Letters: listed, looked at, edited as drafts, issued with frozen facts, numbered and filed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import LetterChanged, LetterFiled
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.letters.details import clean_details
from orgflow.domain.letters.kinds import KIND_RULES, Signatory, kind_of, signatory_of
from orgflow.domain.letters.lifecycle import (
    VOID_REASON_MINIMUM,
    LetterState,
    NumberSource,
    NumberTaken,
    SecurityClass,
    Urgency,
    VoidReasonTooShort,
    require_state,
)
from orgflow.domain.organisation.profile import Profile
from orgflow.domain.proposals.refusals import StepDateInFuture
from orgflow.domain.values import LetterId, ProposalId, clean_line, clean_text, clean_words
from orgflow.services.acting import record_issuing
from orgflow.services.context import Context
from orgflow.services.drafting import draft_letter
from orgflow.services.letter_filing import code_to_bear
from orgflow.services.lettering import LetterSource, letter_source, render
from orgflow.services.scope import scope_of, today_of
from orgflow.services.stepping import letter_voided, mark_void
from orgflow.services.use_case import use_case
from orgflow.store import files, governments, letters
from orgflow.store.files import FileRow
from orgflow.store.letters import LetterFileRow, LetterRow

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF_TYPE = "application/pdf"
FORMATS = {"pdf": PDF_TYPE, "docx": DOCX_TYPE}
_NAMES = {LetterState.DRAFT: "surat-konsep", LetterState.VOID: "surat-batal"}


class UnknownFormat(NotFound):
    """Letters come out as pdf or docx."""

    code = "unknown_letter_format"


class KindWithoutNumber(RuleBroken):
    """Documents of this kind bear no number."""

    code = "letter_kind_without_number"


class RegisterNotOwn(RuleBroken):
    """The office has not declared the register its own; numbers are given elsewhere."""

    code = "register_not_own"


@dataclass(frozen=True, slots=True)
class LetterBytes:
    """A letter's file as it is handed out."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class EditLetter:
    """Change what may change on a draft; ``copies`` one a line, in their order.

    ``details`` is all that people tell of it, by key; None leaves them as they are, as it does ``signatory``
    and ``classification``, whose empty text is the office's usual code.
    """

    letter_id: LetterId
    seen_revision: int
    urgency: Urgency
    security_class: SecurityClass
    number_source: NumberSource
    copies: str
    signatory: Signatory | None = None
    details: Mapping[str, str] | None = None
    classification: str | None = None


@dataclass(frozen=True, slots=True)
class RecordNumber:
    """The number and date given to the letter elsewhere."""

    letter_id: LetterId
    seen_revision: int
    number: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class VoidLetter:
    """Void an issued letter; its number is never used again."""

    letter_id: LetterId
    seen_revision: int
    reason: str


@use_case(requires=Permission.EDIT_LETTER)
def edit_letter(ctx: Context, command: EditLetter) -> UUID:
    """Change a draft's class, numbering and copies, and what people tell of it.

    Raises:
        UnknownLetter, StaleRevision, LetterNotInState, RegisterNotOwn, SignatoryNotOfKind.
        ClassificationNotOffered: the code is not among the office's.
        TextTooLong, TextUnprintable, and as ``clean_details``.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), command.letter_id, seen=command.seen_revision)
    require_state(LetterState(row.state), LetterState.DRAFT)
    profile = Profile.of(governments.settings(ctx.session, ctx.government_id))
    own = NumberSource.OWN_BOOK
    if command.number_source is own and profile.number_source is not own:
        raise RegisterNotOwn(field="number_source")
    row.urgency, row.security_class = str(command.urgency), str(command.security_class)
    row.number_source = str(command.number_source)
    row.copies = clean_text(command.copies, field="copies", limit=4000)
    if command.classification is not None:
        row.classification = code_to_bear(ctx, row, command.classification)
    _tell(row, command)
    _touch(ctx, row)
    ctx.record(LetterChanged(str(row.id), "edited", row.kind))
    return row.id


def _tell(row: LetterRow, command: EditLetter) -> None:
    kind = kind_of(row.kind)
    if command.signatory is not None:
        row.signatory = str(signatory_of(kind, command.signatory) or "") or None
    if command.details is not None:
        details = clean_details(kind, command.details)
        row.details = json.dumps(details, ensure_ascii=False, sort_keys=True)


@use_case(requires=Permission.ISSUE_LETTER)
def record_number(ctx: Context, command: RecordNumber) -> UUID:
    """Record the number and date that the letter was given elsewhere.

    Raises:
        UnknownLetter, StaleRevision.
        LetterNotInState: not issued yet, sent or void.
        NumberTaken: another letter bears it.
        StepDateInFuture: the date has not come.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), command.letter_id, seen=command.seen_revision)
    require_state(LetterState(row.state), LetterState.ISSUED, LetterState.SIGNED)
    if NumberSource(row.number_source) is NumberSource.OWN_BOOK:
        raise NumberTaken(field="number", number=row.number or "")
    if KIND_RULES[kind_of(row.kind)].register is None:
        raise KindWithoutNumber(kind=row.kind)
    number = clean_words(command.number, field="number", limit=200)
    if letters.letter_with_number(ctx.session, ctx.government_id, number, other_than=command.letter_id):
        raise NumberTaken(field="number", number=number)
    if command.dated_on > today_of(ctx):
        raise StepDateInFuture(field="dated_on", acted_on=command.dated_on.isoformat())
    row.number, row.dated_on = number, command.dated_on
    _touch(ctx, row)
    record_issuing(ctx, LetterChanged(str(row.id), "numbered", row.kind, number))
    return row.id


@use_case(requires=Permission.ISSUE_LETTER)
def void_issued_letter(ctx: Context, command: VoidLetter) -> UUID:
    """Void an issued letter that is not signed yet, and begin a new draft in its place.

    Raises:
        UnknownLetter, StaleRevision, LetterNotInState, VoidReasonTooShort.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), command.letter_id, seen=command.seen_revision)
    require_state(LetterState(row.state), LetterState.ISSUED)
    reason = clean_line(command.reason, field="reason")
    if len(reason) < VOID_REASON_MINIMUM:
        raise VoidReasonTooShort(field="reason", minimum=VOID_REASON_MINIMUM)
    mark_void(ctx, row, reason)
    record_issuing(ctx, letter_voided(row, reason))
    for proposal in letters.proposals_of_letter(ctx.session, row.id):
        anew = draft_letter(ctx, ProposalId(proposal.id), kind_of(row.kind))
        again = letters.load_letter(ctx.session, scope_of(ctx), anew)
        again.details, again.signatory, again.copies = row.details, row.signatory, row.copies
        again.classification = row.classification
    return row.id


def letter_bytes(ctx: Context, letter_id: UUID, file_format: str) -> LetterBytes:
    """Return a letter's file: a draft's as it now reads, an issued letter's as it was frozen.

    Raises:
        UnknownLetter, UnknownFormat.
        DomainError: the letter cannot be rendered; what the renderer says.
    """
    if file_format not in FORMATS:
        raise UnknownFormat(format=file_format[:20])
    source = letter_source(ctx, letter_id)
    name = f"{_NAMES.get(source.state, 'surat')}-{str(letter_id)[:8]}.{file_format}"
    if source.is_draft:
        letter = render(ctx, source).letter
        return LetterBytes(name, FORMATS[file_format], letter.pdf if file_format == "pdf" else letter.docx)
    if file_format not in source.files:
        file_letter(ctx, LetterId(letter_id))
        source = letter_source(ctx, letter_id)
    content = ctx.resources.files.read(source.files[file_format])
    return LetterBytes(name, FORMATS[file_format], content)


def file_letter(ctx: Context, letter_id: LetterId) -> UUID:
    """Render an issued letter from its frozen facts and keep its files; done twice, it is kept once.

    Raises:
        UnknownLetter, LetterNotInState, and what the renderer says.
    """
    source = letter_source(ctx, letter_id)
    if source.files:
        return letter_id
    if source.is_draft:
        require_state(source.state, LetterState.ISSUED)
    rendering = render(ctx, source).letter
    return keep_letter_files(ctx, KeepLetterFiles(letter_id, source, rendering.pdf, rendering.docx))


@dataclass(frozen=True, slots=True)
class KeepLetterFiles:
    """The rendered files of an issued letter."""

    letter_id: LetterId
    source: LetterSource
    pdf: bytes
    docx: bytes


@use_case(requires=Permission.VIEW_LETTERS)
def keep_letter_files(ctx: Context, command: KeepLetterFiles) -> UUID:
    """Keep rendered files with their digests; files that stand already stay.

    Raises:
        UnknownLetter.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), command.letter_id, seen=command.source.revision)
    digests: dict[str, str] = {}
    held = letters.files_of_letter(ctx.session, row.id)
    for file_format, content in (("pdf", command.pdf), ("docx", command.docx)):
        digests[file_format] = ctx.resources.files.put(content)
        if file_format not in held:
            _add_file(ctx, row, file_format, digests[file_format], len(content))
    ctx.record(LetterFiled(str(row.id), digests["pdf"], digests["docx"]))
    return row.id


def _add_file(ctx: Context, row: LetterRow, file_format: str, sha256: str, size: int) -> None:
    file_id = ctx.new_id()
    files.add_file(
        ctx.session,
        FileRow(
            id=file_id,
            government_id=ctx.government_id,
            sha256=sha256,
            size=size,
            media_type=FORMATS[file_format],
            name=f"surat-{str(row.id)[:8]}.{file_format}",
            purpose="letter",
            brought_by=ctx.actor.name,
            brought_at=ctx.now,
        ),
    )
    ctx.session.add(
        LetterFileRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            letter_id=row.id,
            format=file_format,
            file_id=file_id,
        )
    )
    ctx.session.flush()


def _touch(ctx: Context, row: LetterRow) -> None:
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.session.flush()
