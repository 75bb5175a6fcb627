"""How frozen facts and a wording become the blocks of one letter."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

from orgflow.domain.evidence.claims import without_marks
from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.facts_json import facts_digest
from orgflow.letters.blocks import (
    Annex,
    Blank,
    Block,
    Copies,
    Head,
    Initials,
    Letter,
    Listing,
    Paragraph,
    Part,
    Passage,
    Picture,
    Run,
    Runs,
    Table,
    blocks_of,
)
from orgflow.letters.composed_frame import Frame, line_of, lines_of
from orgflow.letters.emblem import check_emblem
from orgflow.letters.errors import EmblemMismatch
from orgflow.letters.limits import check_limits
from orgflow.letters.markup import read_markup
from orgflow.letters.sandbox import write_wording
from orgflow.letters.shape import fit
from orgflow.letters.structured_text import read_text
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
    layout, frame = template.layout, Frame(template, facts)
    return Letter(
        title=line_of(facts.subject) or template.title,
        paper=facts.paper,
        shape=facts.shape,
        face=facts.shape.face or layout.face,
        order=layout.order,
        marks=frame.marks(),
        head=_head(facts, emblem) if layout.head_form is not None else None,
        place_and_date=frame.place_and_date(),
        meta=frame.meta(),
        heading=frame.heading(),
        address=frame.address(),
        parts=worded_parts(template, facts),
        signatures=frame.signatures(),
        copies=copies_of(frame, facts),
        annex=annex_of(template, facts),
        initials=(),
        digest=hashlib.sha256(f"{template.digest}{facts_digest(facts)}".encode()).hexdigest(),
        catchword_end=frame.word("catchword_end") if facts.shape.has_catchword else None,
    )


def with_initials(letter: Letter, facts: LetterFacts) -> Letter:
    """Return the letter as its file copy has it: with the tables for initials, which no other copy bears."""
    boxes = tuple(Initials(line_of(box.title), lines_of(box.lines)) for box in facts.paraf)
    return replace(letter, initials=boxes)


def worded_parts(template: LetterTemplate, facts: LetterFacts) -> tuple[Part, ...]:
    """Return the body's parts: the wording's own, or what an office wrote in a passage's place.

    Raises:
        FactsUnfit, UnknownGap, MarkupRefused: as ``compose_letter``.
    """
    parts = default_parts(template, facts)
    return tuple(_reworded(part, facts.passages, template.gap_labels) for part in parts)


def default_parts(template: LetterTemplate, facts: LetterFacts) -> tuple[Part, ...]:
    """Return the body's parts as the wording gives them, whatever was written in their place.

    Raises:
        FactsUnfit, UnknownGap, MarkupRefused: as ``compose_letter``.
    """
    markup = write_wording(template.body, fit(template.facts, facts.body))
    return read_markup(markup, template.gap_labels)


def gaps_in(letter: Letter) -> tuple[str, ...]:
    """Return the keys of all gaps, each once, in the order they are read."""
    runs: list[Run] = list(letter.place_and_date)
    runs += [run for line in letter.meta.lines for value in line.lines for run in value]
    runs += [run for line in letter.heading for run in line]
    runs += list(runs_in(letter.body))
    for signature in letter.signatures:
        runs += [run for line in (*signature.lead, *signature.signer) for run in line]
    if letter.annex is not None:
        runs += [run for line in letter.annex.head for value in line.lines for run in value]
        runs += list(runs_in(blocks_of(letter.annex.parts)))
    return tuple(dict.fromkeys(run.key for run in runs if isinstance(run, Blank)))


def runs_in(blocks: tuple[Block, ...]) -> Iterator[Run]:
    """Yield every run of the blocks, in the order they are read."""
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                yield from runs
            case Listing(items=items):
                for item in items:
                    yield from item.first.runs
                    yield from runs_in(item.rest)
            case Table(heads=heads, rows=rows):
                for row in (heads, *rows):
                    for cell in row:
                        yield from cell


def _reworded(part: Part, passages: Mapping[str, str], gap_labels: Mapping[str, str]) -> Part:
    if not isinstance(part, Passage) or part.key not in passages:
        return part
    return replace(part, blocks=read_text(without_marks(passages[part.key]), gap_labels), is_own=True)


def _head(facts: LetterFacts, emblem: bytes | None) -> Head:
    return Head(
        facts.letterhead.form,
        None if emblem is None else Picture(emblem, line_of(facts.letterhead.emblem_label)),
        lines_of(facts.letterhead.lines),
        lines_of(facts.letterhead.contact),
    )


def annex_of(template: LetterTemplate, facts: LetterFacts) -> Annex | None:
    """Return what is enclosed within the letter's own file.

    Raises:
        FactsUnfit, UnknownGap, MarkupRefused: as ``compose_letter``.
    """
    if not template.annex:
        return None
    markup = write_wording(template.annex, fit(template.facts, facts.body))
    parts = read_markup(markup, template.gap_labels)
    return Annex(Frame(template, facts).annex_head(), parts) if parts else None


def copies_of(frame: Frame, facts: LetterFacts) -> Copies | None:
    """Return who else receives the letter, with the endings of a list."""
    lines = lines_of(facts.copies)
    if not lines:
        return None
    bare = [line.rstrip(" ;.") for line in lines]
    return Copies(frame.word("copies"), (*(f"{line};" for line in bare[:-1]), f"{bare[-1]}."))


def words_of(runs: Runs) -> str:
    """Return what the runs say."""
    return "".join(run.words for run in runs)
