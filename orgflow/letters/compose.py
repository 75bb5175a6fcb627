"""How frozen facts and a wording become the blocks of one letter."""

import hashlib
from collections.abc import Iterator

from orgflow.domain.letters.facts import Gap, LetterFacts, Piece, facts_digest
from orgflow.letters.blocks import (
    Address,
    Blank,
    Block,
    Copies,
    Head,
    Letter,
    Listing,
    MetaLine,
    Paragraph,
    Picture,
    Run,
    Runs,
    Signature,
    Text,
)
from orgflow.letters.emblem import check_emblem
from orgflow.letters.errors import EmblemMismatch, UnknownGap
from orgflow.letters.limits import check_limits
from orgflow.letters.markup import read_markup
from orgflow.letters.sandbox import write_wording
from orgflow.letters.shape import fit
from orgflow.letters.templates import LetterTemplate


def compose_letter(template: LetterTemplate, facts: LetterFacts, emblem: bytes | None) -> Letter:
    """Return the letter that this wording gives for these facts.

    Args:
        emblem: The picture whose SHA-256 the letterhead names; ``None`` when it names none.

    Raises:
        EmblemMismatch: the picture is not the one named, or one of the two is missing.
        PictureUnreadable: as ``check_emblem``.
        UnprintableText, LetterTooLong: as ``check_limits``.
        FactsUnfit: the body's facts do not fit what the template needs; all places at once.
        UnknownGap: a gap's key has no label in the template.
        TemplateRefused, TemplateUnreadable, MarkupRefused: the wording itself is at fault.
    """
    named = facts.letterhead.emblem
    if named != (None if emblem is None else hashlib.sha256(emblem).hexdigest()):
        raise EmblemMismatch(named=named)
    check_limits(facts)
    if emblem is not None:
        check_emblem(emblem)
    frame = template.frame
    markup = write_wording(template.body, fit(template.facts, facts.body))
    return Letter(
        title=_line(facts.subject),
        paper=facts.paper,
        marks=tuple(
            frame[word]
            for word, holds in (("concept", facts.is_concept), ("sample", facts.is_sample))
            if holds
        ),
        head=Head(
            emblem=None if emblem is None else Picture(emblem, _line(facts.letterhead.emblem_label)),
            lines=_lines(facts.letterhead.lines),
            contact=_lines(facts.letterhead.contact),
        ),
        place_and_date=_runs((f"{facts.place}, ", *facts.date), template),
        meta=(
            MetaLine(frame["number"], _runs(facts.number, template), is_wide=True),
            MetaLine(frame["urgency"], _runs((facts.urgency,), template)),
            MetaLine(frame["enclosures"], _runs((facts.enclosures,), template)),
            MetaLine(frame["subject"], _runs((facts.subject,), template)),
        ),
        address=Address(
            salutation=frame["salutation"],
            lines=_lines(facts.addressee),
            preposition=frame["preposition"],
            place=_line(facts.addressee_place),
        ),
        body=read_markup(markup, template.gap_labels),
        signature=_signature(template, facts),
        copies=_copies(frame["copies"], _lines(facts.copies)),
        digest=hashlib.sha256(f"{template.digest}{facts_digest(facts)}".encode()).hexdigest(),
    )


def gaps_in(letter: Letter) -> tuple[str, ...]:
    """Return the keys of all gaps, each once, in the order they are read."""
    runs: list[Run] = list(letter.place_and_date)
    runs += [run for line in letter.meta for run in line.value]
    runs += [run for paragraph in paragraphs_in(letter.body) for run in paragraph.runs]
    runs += [run for line in letter.signature.signer for run in line]
    return tuple(dict.fromkeys(run.key for run in runs if isinstance(run, Blank)))


def paragraphs_in(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Return every paragraph of the blocks, in the order they are read."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Listing(items=items):
                for item in items:
                    yield item.first
                    yield from paragraphs_in(item.rest)


def _signature(template: LetterTemplate, facts: LetterFacts) -> Signature:
    block = facts.signature
    titles = _lines(block.title_lines)
    signer = [_runs((block.name,), template)]
    if block.rank is not None:
        signer.append(_runs((block.rank,), template))
    if block.nip is not None:
        signer.append(_runs((f"{template.frame['nip']} ", block.nip), template))
    return Signature(
        title_lines=(*titles[:-1], f"{titles[-1].rstrip(',')},") if titles else (),
        signer=tuple(signer),
        mark=_line(block.mark or ""),
    )


def _copies(heading: str, lines: tuple[str, ...]) -> Copies | None:
    if not lines:
        return None
    bare = [line.rstrip(" ;.") for line in lines]
    return Copies(heading, (*(f"{line};" for line in bare[:-1]), f"{bare[-1]}."))


def _runs(pieces: tuple[Piece, ...], template: LetterTemplate) -> Runs:
    """Return the pieces as runs; words side by side are one run, so that a variable stays whole."""
    runs: list[Run] = []
    for piece in pieces:
        if isinstance(piece, Gap):
            if piece.key not in template.gap_labels:
                raise UnknownGap(key=piece.key)
            runs.append(Blank(piece.key, template.gap_labels[piece.key]))
        elif runs and isinstance(runs[-1], Text):
            runs[-1] = Text(runs[-1].words + _line(piece))
        else:
            runs.append(Text(_line(piece)))
    return tuple(runs)


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_line(text) for text in texts)


def _line(text: str) -> str:
    """Return the text in one line, otherwise as typed."""
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")
