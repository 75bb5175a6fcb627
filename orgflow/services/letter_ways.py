"""The ways in which one and the same letter leaves, and the copies that are kept of it."""

import json
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.encoding import plain
from orgflow.domain.letters.facts import Gap, LetterFacts
from orgflow.domain.letters.lifecycle import LetterState, NumberSource
from orgflow.domain.letters.srikandi import for_srikandi
from orgflow.domain.letters.ways_out import KeptCopy, Way, WayNotReady, WayOut
from orgflow.domain.values import LetterId, ProposalId
from orgflow.letters.pdf_copies import READING, ArchiveCopy, AskedCopy, FileCopy
from orgflow.services.context import Context
from orgflow.services.letter_format import office_format
from orgflow.services.lettering import LetterSource, letter_source
from orgflow.services.letters import DOCX_TYPE, PDF_TYPE, LetterBytes, letter_bytes
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import letters, proposals

_ISSUED: Final = frozenset({LetterState.ISSUED, LetterState.SIGNED, LetterState.SENT})
_NAMES: Final[dict[Way, str]] = {
    WayOut.TO_SIGN: "siap-tanda-tangan",
    WayOut.SRIKANDI: "siap-srikandi",
    WayOut.WORD: "naskah-word",
    WayOut.WET: "tanda-tangan-basah",
    KeptCopy.FILE_COPY: "pertinggal",
    KeptCopy.ARCHIVE: "arsip",
}


@dataclass(frozen=True, slots=True)
class LetterWays:
    """How an issued letter may leave.

    Attributes:
        usual: the office's own way; SRIKANDI where that numbers the letter.
        waiting: why a way is not ready, as the code of the reason; a way left out is ready.
        copies: the copies that the office keeps of it.
    """

    usual: WayOut
    waiting: dict[WayOut, str]
    copies: tuple[KeptCopy, ...]


@read(requires=Permission.VIEW_LETTERS)
def ways_of_letter(ctx: Context, source: LetterSource) -> LetterWays:
    """Return how a letter may leave."""
    form = office_format(ctx)
    is_srikandi = source.number_source is NumberSource.SRIKANDI
    waiting = {way: why for way in WayOut if (why := _why_not(source, way))}
    usual = WayOut.SRIKANDI if is_srikandi and WayOut.SRIKANDI not in waiting else form.way_out
    copies = tuple(
        copy
        for copy, is_kept in (
            (KeptCopy.FILE_COPY, bool(source.facts.paraf)),
            (KeptCopy.ARCHIVE, form.keeps_change_set),
        )
        if is_kept
    )
    return LetterWays(usual, waiting, copies)


def leave(ctx: Context, letter_id: UUID, way: Way) -> LetterBytes:
    """Return an issued letter as it leaves by a way, or as a copy that stays.

    Raises:
        UnknownLetter.
        WayNotReady: it is not issued, or what this way needs is not known.
        DomainError: the letter cannot be rendered; what the renderer says.
    """
    source = letter_source(ctx, letter_id)
    if source.state not in _ISSUED:
        raise WayNotReady(why="not_issued")
    if isinstance(way, WayOut) and (why := _why_not(source, way)):
        raise WayNotReady(why=why)
    kept = _kept_files(source).get(way)
    is_word = way in (WayOut.WORD, WayOut.SRIKANDI)
    if kept is not None:
        content = letter_bytes(ctx, letter_id, kept).content
    elif is_word or way is WayOut.TO_SIGN:
        facts = for_srikandi(source.facts) if way is WayOut.SRIKANDI else source.facts
        drawn = ctx.resources.renderer.render(source.template, facts, _emblem(ctx, facts))
        content = drawn.docx if is_word else drawn.pdf
    else:
        content = _copied(ctx, source, way)
    ending, media_type = ("docx", DOCX_TYPE) if is_word else ("pdf", PDF_TYPE)
    return LetterBytes(f"{_NAMES[way]}-{str(letter_id)[:8]}.{ending}", media_type, content)


def _kept_files(source: LetterSource) -> dict[Way, str]:
    """Return which ways are the files that were kept when the letter was issued, by their format."""
    if source.number_source is NumberSource.SRIKANDI:
        return {WayOut.SRIKANDI: "docx"}
    return {WayOut.TO_SIGN: "pdf", WayOut.WORD: "docx"}


def _copied(ctx: Context, source: LetterSource, way: Way) -> bytes:
    """Return a copy as PDF; one that is signed in ink bears no mark for a service that signs otherwise."""
    facts = source.facts
    if way is WayOut.WET:
        facts = replace(facts, signatures=tuple(replace(block, mark=None) for block in facts.signatures))
    asked: AskedCopy = READING
    if way is KeptCopy.FILE_COPY:
        asked = FileCopy()
    if way is KeptCopy.ARCHIVE:
        asked = archived(ctx, source.id)
    return ctx.resources.renderer.copy(source.template, facts, _emblem(ctx, facts), asked)


@read(requires=Permission.VIEW_LETTERS)
def archived(ctx: Context, letter_id: LetterId) -> ArchiveCopy:
    """Return what the archive copy carries: the changes as data, as written down when the letter was issued.

    Raises:
        UnknownLetter.
        WayNotReady: the office keeps none.
    """
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id)
    if not office_format(ctx).keeps_change_set or row.issued_at is None:
        raise WayNotReady(why="not_kept")
    held = [
        {
            "proposal": str(proposal.id),
            "base_on": proposal.base_on.isoformat(),
            "operations": [
                plain(placed.operation)
                for placed in proposals.operations_of(ctx.session, ProposalId(proposal.id))
            ],
        }
        for proposal in letters.proposals_of_letter(ctx.session, row.id)
    ]
    told = json.dumps({"version": 1, "proposals": held}, ensure_ascii=False, sort_keys=True, indent=1)
    return ArchiveCopy(told.encode(), row.issued_at)


def _why_not(source: LetterSource, way: WayOut) -> str:
    """Return why the letter cannot leave so; empty when it can."""
    if way is WayOut.SRIKANDI:
        return "" if source.facts.signatures else "nobody_signs"
    held = (*source.facts.number, *source.facts.date)
    held += tuple(p for block in source.facts.signatures for p in (block.name, block.rank, block.nip) if p)
    return "unfilled" if any(isinstance(piece, Gap) for piece in held) else ""


def _emblem(ctx: Context, facts: LetterFacts) -> bytes | None:
    emblem = facts.letterhead.emblem
    return ctx.resources.files.read(emblem) if emblem is not None else None
