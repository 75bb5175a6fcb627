"""Passages of a draft letter written by hand: shown with what they follow, written, and derived again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.letter_events import PassageDropped, PassageWritten
from orgflow.domain.letters.lifecycle import LetterState, require_state
from orgflow.domain.letters.passages import (
    UnknownPassage,
    clean_passage,
    follows_no_more,
    mark_of,
    told_apart,
    written,
)
from orgflow.domain.values import LetterId, ProposalId
from orgflow.letters.structure_faults import check_structure
from orgflow.letters.templates import load_template
from orgflow.services.acting import reader_of
from orgflow.services.claim_texts import passage_place
from orgflow.services.claims import settle_claims
from orgflow.services.context import Context
from orgflow.services.letter_passages import HeldPassage, held_passages
from orgflow.services.lettering import derive_facts
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read, use_case
from orgflow.store import governments, letters
from orgflow.store.letter_passages import LetterPassageRow, drop_passage, put_passage
from orgflow.store.letters import LetterRow

TYPED: Final = "typed"
FROM_WORD: Final = "word"


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage as its writer sees it.

    Attributes:
        is_free: written by hand it loses nothing; another no longer follows the proposal's data.
        text: as it stands, structured; ``mark`` says which text it is.
        derived: what the facts give now.
        is_own: the office wrote it.
        is_outdated: the facts would now give another wording than the one it was written in place of.
    """

    key: str
    label: str
    hint: str
    is_free: bool
    text: str
    mark: str
    derived: str
    is_own: bool
    is_outdated: bool
    changed_by: str
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class WritingPage:
    """A draft letter with its passages; ``zone`` is the government's."""

    id: LetterId
    kind: str
    revision: int
    subject: str
    proposal_id: ProposalId
    zone: str
    may_write: bool
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class TypedPassage:
    """A passage as it was sent; ``shown`` is the mark of the text that its writer began from."""

    key: str
    text: str
    shown: str

    @property
    def is_touched(self) -> bool:
        """Whether its writer changed it."""
        return mark_of(self.text) != self.shown


@dataclass(frozen=True, slots=True)
class WritePassages:
    """Word passages by hand; those in ``dropped`` are derived again whatever was typed."""

    letter_id: LetterId
    seen_revision: int
    texts: Mapping[str, str]
    dropped: tuple[str, ...] = ()
    origin: str = TYPED


@read(requires=Permission.VIEW_LETTERS)
def show_writing(ctx: Context, letter_id: UUID) -> WritingPage:
    """Return a draft letter with its passages.

    Raises:
        UnknownLetter: it does not exist or is out of the actor's reach.
        LetterNotInState: it is issued; its words are frozen.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    require_state(LetterState(row.state), LetterState.DRAFT)
    carried = letters.proposals_of_letter(ctx.session, row.id)[0]
    return WritingPage(
        LetterId(row.id),
        row.kind,
        row.revision,
        row.subject,
        ProposalId(carried.id),
        governments.government(ctx.session, ctx.government_id).zone,
        reader_of(ctx, carried.unit_id).may(Permission.EDIT_LETTER),
        tuple(_view(held) for held in _passages(ctx, row).values()),
    )


def save_passages(ctx: Context, command: WritePassages, typed: tuple[TypedPassage, ...]) -> tuple[str, ...]:
    """Write the passages of a page that were touched; return their keys, none when nothing was.

    Raises:
        As ``write_passages``.
    """
    page = show_writing(ctx, command.letter_id)
    touched = {one.key: one.text for one in typed if one.is_touched and one.key not in command.dropped}
    own = {passage.key for passage in page.passages if passage.is_own}
    dropped = tuple(key for key in command.dropped if key in own)
    if touched or dropped:
        write_passages(ctx, replace(command, texts=touched, dropped=dropped))
    return (*touched, *dropped)


@use_case(requires=Permission.EDIT_LETTER)
def write_passages(ctx: Context, command: WritePassages) -> UUID:
    """Keep what was written; what says the derived wording is not kept, so that it follows the facts again.

    Raises:
        UnknownLetter, StaleRevision.
        LetterNotInState: it is no draft.
        UnknownPassage, PassageTooLong, TextUnprintable: as ``clean_passage``.
        RowOpen, RowUneven, TableTooWide: as ``check_structure``.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), command.letter_id, seen=command.seen_revision)
    require_state(LetterState(row.state), LetterState.DRAFT)
    held = _passages(ctx, row)
    texts = {key: clean_passage(key, text, held) for key, text in command.texts.items()}
    for key, text in texts.items():
        check_structure(text, key)
    for key in command.dropped:
        if key not in held:
            raise UnknownPassage(key=key[:60])
        texts[key] = held[key].derived
    proposal_id = ProposalId(letters.proposals_of_letter(ctx.session, row.id)[0].id)
    for key, text in texts.items():
        kept = _keep(ctx, row, held[key], text, command.origin)
        settle_claims(ctx, proposal_id, passage_place(LetterId(row.id), key), kept)
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.session.flush()
    return row.id


def _keep(ctx: Context, row: LetterRow, held: HeldPassage, text: str, origin: str) -> str:
    """Keep a passage, and return what of it the office wrote; "" where it says what the facts give."""
    own, key, label = written(text, held.derived), held.asked.key, held.asked.label
    before, after = told_apart(held.text, text)
    if own is None:
        drop_passage(ctx.session, LetterId(row.id), key)
        ctx.record(PassageDropped(str(row.id), key, label, before, after))
        return ""
    put_passage(
        ctx.session,
        LetterPassageRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            letter_id=row.id,
            key=key,
            text=own.text,
            upon=own.upon,
            changed_by=ctx.actor.name,
            changed_at=ctx.now,
        ),
    )
    ctx.record(PassageWritten(str(row.id), key, label, origin, before, after))
    return own.text


def _passages(ctx: Context, row: LetterRow) -> Mapping[str, HeldPassage]:
    facts = derive_facts(ctx, row, sequence=None, is_concept=True)
    return held_passages(ctx, row, load_template(ctx.resources.letter_templates, row.kind), facts)


def _view(held: HeldPassage) -> PassageView:
    asked, row = held.asked, held.row
    return PassageView(
        asked.key,
        asked.label,
        asked.hint,
        asked.is_free,
        held.text,
        mark_of(held.text),
        held.derived,
        row is not None,
        row is not None and follows_no_more(row.written, held.derived),
        row.changed_by if row is not None else "",
        row.changed_at if row is not None else None,
    )
