"""A draft letter that came back from Word: kept, compared with the letter, and taken passage by passage."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.letter_events import LetterReturned
from orgflow.domain.changes.matrix import Word, compare_words
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.evidence.claims import with_marks_of
from orgflow.domain.letters.lifecycle import LetterState, require_state
from orgflow.domain.values import LetterId
from orgflow.files.uploads import CheckedUpload
from orgflow.letters.word_return import LetterComparison, PieceDifference, compare_returned
from orgflow.services.context import Context
from orgflow.services.files import FileContent, keep_upload
from orgflow.services.letter_writing import (
    FROM_WORD,
    WritePassages,
    WritingPage,
    show_writing,
    write_passages,
)
from orgflow.services.lettering import letter_source, render
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read, use_case
from orgflow.store import files, letters
from orgflow.store.letter_passages import LetterReturnRow, add_return, latest_return, subjects_of_others

LEAST_FOUND_PERCENT: Final = 40
"""How much of the letter a file must hold to be taken for it."""


class WordOfAnother(RuleBroken):
    """The file is another document than the letter."""

    code = "word_of_another"


class PassageNotReturned(NotFound):
    """No Word file came back in which this passage differs."""

    code = "passage_not_returned"


@dataclass(frozen=True, slots=True)
class ReturnLetter:
    """A letter that somebody edited in Word."""

    letter_id: LetterId
    seen_revision: int
    upload: CheckedUpload


@dataclass(frozen=True, slots=True)
class KeepReturned:
    """A letter's Word file with what was counted in it."""

    sent: ReturnLetter
    differences: int
    others: int


@dataclass(frozen=True, slots=True)
class WordDifference:
    """A piece on both sides, word by word; an empty side has none."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PassageReturned:
    """A passage that came back otherwise; ``is_free`` as the template says."""

    key: str
    label: str
    is_free: bool
    differences: tuple[WordDifference, ...]


@dataclass(frozen=True, slots=True)
class ReturnedLetterPage:
    """What came back last against the letter as it stands; ``brought_at`` is None while nothing did."""

    letter: WritingPage
    brought_by: str
    brought_at: datetime | None
    file_name: str
    passages: tuple[PassageReturned, ...]
    others: tuple[WordDifference, ...]


@dataclass(frozen=True, slots=True)
class _Brought:
    by: str
    at: datetime
    stored: files.StoredFile
    content: bytes


def bring_letter(ctx: Context, command: ReturnLetter) -> UUID:
    """Keep a Word file of a draft letter; nothing of the letter changes by it.

    Raises:
        UnknownLetter, StaleRevision, LetterNotInState, WordUnreadable, and what the renderer says.
        WordOfAnother: it is another document, or another letter of the office.
    """
    found = _compared(ctx, command.letter_id, command.upload.content)
    if found.found_percent < LEAST_FOUND_PERCENT or _is_about_another(ctx, command.letter_id, found):
        raise WordOfAnother(field="upload")
    differences = sum(len(passage.differences) for passage in found.passages)
    return keep_returned(ctx, KeepReturned(command, differences, len(found.others)))


@use_case(requires=Permission.EDIT_LETTER)
def keep_returned(ctx: Context, command: KeepReturned) -> UUID:
    """Keep what came back as evidence.

    Raises:
        UnknownLetter, StaleRevision, LetterNotInState.
    """
    sent = command.sent
    row = letters.load_letter(ctx.session, scope_of(ctx), sent.letter_id, seen=sent.seen_revision)
    require_state(LetterState(row.state), LetterState.DRAFT)
    add_return(
        ctx.session,
        LetterReturnRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            letter_id=row.id,
            file_id=keep_upload(ctx, sent.upload, purpose="letter"),
            brought_by=ctx.actor.name,
            brought_at=ctx.now,
        ),
    )
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.record(
        LetterReturned(str(row.id), sent.upload.name, sent.upload.sha256, command.differences, command.others)
    )
    return row.id


def show_returned_letter(ctx: Context, letter_id: UUID) -> ReturnedLetterPage:
    """Return what came back last, held against the letter as it stands now.

    Raises:
        UnknownLetter, LetterNotInState, and what the renderer says.
    """
    letter = show_writing(ctx, letter_id)
    brought = _brought(ctx, letter_id)
    if brought is None:
        return ReturnedLetterPage(letter, "", None, "", (), ())
    found = _compared(ctx, letter_id, brought.content)
    asked = {passage.key: passage for passage in letter.passages}
    return ReturnedLetterPage(
        letter,
        brought.by,
        brought.at,
        brought.stored.name,
        tuple(
            PassageReturned(
                one.key, asked[one.key].label, asked[one.key].is_free, tuple(map(_worded, one.differences))
            )
            for one in found.passages
            if one.key in asked
        ),
        tuple(map(_worded, found.others)),
    )


def adopt_returned(ctx: Context, letter_id: LetterId, seen_revision: int, key: str) -> UUID:
    """Take one passage as it came back; all else stays.

    Raises:
        PassageNotReturned: nothing came back, or the passage does not differ.
        As ``write_passages``, and what the renderer says.
    """
    brought = _brought(ctx, letter_id)
    found = _compared(ctx, letter_id, brought.content).passages if brought is not None else ()
    text = next((passage.text for passage in found if passage.key == key), None)
    if text is None:
        raise PassageNotReturned(key=key[:60])
    stood = next((one.text for one in show_writing(ctx, letter_id).passages if one.key == key), "")
    # What rests on evidence is not printed, so it cannot come back.
    texts = {key: with_marks_of(stood, text)}
    return write_passages(ctx, WritePassages(letter_id, seen_revision, texts, origin=FROM_WORD))


def returned_file(ctx: Context, letter_id: UUID) -> FileContent:
    """Return the Word file that came back last, as it was brought.

    Raises:
        UnknownLetter.
        PassageNotReturned: none did.
    """
    brought = _brought(ctx, letter_id)
    if brought is None:
        raise PassageNotReturned
    stored = brought.stored
    return FileContent(stored.name, stored.media_type, stored.sha256, brought.content)


@read(requires=Permission.VIEW_LETTERS)
def _brought(ctx: Context, letter_id: UUID) -> _Brought | None:
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    held = latest_return(ctx.session, LetterId(row.id))
    if held is None:
        return None
    stored = files.stored_file(ctx.session, ctx.government_id, held.file_id)
    return _Brought(held.brought_by, held.brought_at, stored, ctx.resources.files.read(stored.sha256))


@read(requires=Permission.VIEW_LETTERS)
def _is_about_another(ctx: Context, letter_id: UUID, found: LetterComparison) -> bool:
    """Say whether the file lacks the letter's own subject and bears that of another letter instead."""
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    stood, said = [_bare(line) for line in found.stood], [_bare(line) for line in found.said]
    if not _is_said(row.subject, stood) or _is_said(row.subject, said):
        return False
    others = subjects_of_others(ctx.session, ctx.government_id, row.subject)
    return any(_is_said(subject, said) and not _is_said(subject, stood) for subject in others)


def _compared(ctx: Context, letter_id: UUID, content: bytes) -> LetterComparison:
    source = letter_source(ctx, letter_id)
    require_state(source.state, LetterState.DRAFT)
    sent = render(ctx, source).letter.docx
    return compare_returned(source.template, source.shown, sent, content)


def _worded(difference: PieceDifference) -> WordDifference:
    return WordDifference(*compare_words(difference.before, difference.after))


def _bare(words: str) -> str:
    return "".join(words.split()).casefold()


def _is_said(subject: str, said: list[str]) -> bool:
    return any(_bare(subject) in line for line in said)
