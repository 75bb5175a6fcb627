"""What goes with a letter: listed in its order, each derived one drawn with the letter's block at the top."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.letters.enclosing import (
    AskedDocument,
    Enclosure,
    GivenNumber,
    HeadPart,
    enclosures_of,
    head_of,
)
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.papers.document import HeadLine, Mark, Run, Runs, words_of
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.values import FileId, ProposalId
from orgflow.letters.blocks import Blank
from orgflow.letters.composed_frame import Frame
from orgflow.services.context import Context
from orgflow.services.held_documents import documents_in, results_in, taken_in
from orgflow.services.lettering import LetterSource, letter_source
from orgflow.services.makeable import ENCLOSED
from orgflow.services.papers.files import Paper, UnknownPaper, paper_content, show_paper
from orgflow.services.papers.formats import PaperFile, PaperFormat
from orgflow.services.papers.marks import CONCEPT
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, letters, proposal_files, proposals
from orgflow.store.letters import LetterRow

FORMATS: Final = (PaperFormat.PDF, PaperFormat.DOCX)


@dataclass(frozen=True, slots=True)
class HeldEnclosure:
    """One document that goes with a letter.

    Attributes:
        file_id: what was brought; None when nothing was.
        made_for: whose registers make it whenever it is opened; None when they do not.
    """

    enclosure: Enclosure
    file_id: FileId | None
    made_for: ProposalId | None = None


@read(requires=Permission.VIEW_LETTERS)
def letter_enclosures(ctx: Context, source: LetterSource) -> tuple[HeldEnclosure, ...]:
    """Return what goes with a letter, in the order in which it names it; with a void letter nothing goes.

    Raises:
        UnknownLetter.
    """
    if source.state is LetterState.VOID:
        return ()
    row = letters.load_letter(ctx.session, scope_of(ctx), source.id)
    files = _files(ctx, row)
    proposal_id = ProposalId(letters.proposals_of_letter(ctx.session, row.id)[0].id)
    return tuple(_held(one, files, proposal_id) for one in _enclosures(ctx, source, files))


def _held(one: Enclosure, files: Mapping[str, FileId | None], proposal_id: ProposalId) -> HeldEnclosure:
    if one.document is None:
        return HeldEnclosure(one, None)
    file_id = files[one.document]
    return HeldEnclosure(one, file_id, proposal_id if file_id is None else None)


def enclosure_file(ctx: Context, letter_id: UUID, kind: PaperKind, file_format: PaperFormat) -> PaperFile:
    """Return a derived document as it goes with a letter, drawn with no transaction open and kept nowhere.

    Raises:
        UnknownLetter.
        UnknownPaper: it does not go with the letter, or is not to be had in this form.
        ChartTooLarge, GlyphMissing, RenderFailed, TemplateUnreadable: it cannot be printed.
    """
    if file_format not in FORMATS:
        raise UnknownPaper(kind=str(kind), format=str(file_format))
    paper = enclosed_paper(ctx, letter_id, kind)
    name = f"lampiran-{paper.name}.{file_format}"
    return PaperFile(name, file_format.media_type, paper_content(ctx, paper, file_format))


def enclosed_paper(ctx: Context, letter_id: UUID, kind: PaperKind) -> Paper:
    """Return a derived document of the letter's proposal with the letter's block at its head.

    Raises:
        UnknownLetter.
        UnknownPaper: it does not go with the letter.
        ChartTooLarge, TemplateUnreadable: as ``show_paper``.
    """
    source = letter_source(ctx, letter_id)
    proposal_id, head = enclosure_head(ctx, source, kind)
    return _headed(show_paper(ctx, proposal_id, kind), head, is_concept=source.facts.is_concept)


@read(requires=Permission.VIEW_LETTERS)
def enclosure_head(
    ctx: Context, source: LetterSource, kind: PaperKind
) -> tuple[ProposalId, tuple[HeadLine, ...]]:
    """Return the block that a derived document bears as it goes with the letter, and whose document it is.

    Raises:
        UnknownLetter.
        UnknownPaper: it does not go with the letter.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), source.id)
    held = _enclosures(ctx, source, _files(ctx, row))
    found = next((one for one in held if one.paper is kind), None)
    if found is None or source.state is LetterState.VOID:
        raise UnknownPaper(kind=str(kind), format="")
    given = GivenNumber(row.number, row.dated_on) if row.number and row.dated_on is not None else None
    proposal = letters.proposals_of_letter(ctx.session, row.id)[0]
    return ProposalId(proposal.id), _head(source, head_of(found, source.facts, given))


def _enclosures(
    ctx: Context, source: LetterSource, files: Mapping[str, FileId | None]
) -> tuple[Enclosure, ...]:
    required = governments.required_documents(ctx.session, ctx.government_id)
    asked = (AskedDocument(one.code, one.title, one.is_derived, one.code in files) for one in required)
    return enclosures_of(source.facts, asked)


def _files(ctx: Context, row: LetterRow) -> dict[str, FileId | None]:
    """Return the files that were brought, by document; of an issued letter those of that moment.

    What a register makes has none. The draft regulation, which is made too, goes as the proposal's own paper.
    """
    proposal = letters.proposals_of_letter(ctx.session, row.id)[0]
    uploaded = proposal_files.newest_documents(ctx.session, proposal.id, row.issued_at)
    steps = proposals.steps_of(ctx.session, ProposalId(proposal.id))
    known = [step for step in steps if row.issued_at is None or step.recorded_at <= row.issued_at]
    held = documents_in(uploaded, results_in(known))
    made: dict[str, FileId | None] = {code: None for code in taken_in(uploaded) if code in ENCLOSED}
    return made | {code: FileId(document.file_id) for code, document in held.items()}


def _head(source: LetterSource, parts: tuple[HeadPart, ...]) -> tuple[HeadLine, ...]:
    """Return the block in this office's words."""
    frame = Frame(source.template, source.facts)
    return tuple(
        HeadLine(f"{frame.word(part.word)} {part.numeral}".strip(), _runs(frame, part)) for part in parts
    )


def _runs(frame: Frame, part: HeadPart) -> Runs:
    return tuple(
        Run(run.words, Mark.GAP if isinstance(run, Blank) else Mark.PLAIN) for run in frame.runs(part.pieces)
    )


def _headed(paper: Paper, head: tuple[HeadLine, ...], *, is_concept: bool) -> Paper:
    """Return the document with the block; those that go with a concept are marked as one."""
    if paper.chart is not None:
        told = tuple((line.label, words_of(line.value)) for line in head)
        heading = replace(paper.chart.heading, head=told, is_concept=is_concept)
        return replace(paper, chart=replace(paper.chart, heading=heading))
    if paper.document is None:
        return paper
    marks = paper.document.marks
    if is_concept and CONCEPT not in marks:
        marks = (CONCEPT, *marks)
    return replace(paper, document=replace(paper.document, head=head, marks=marks))
