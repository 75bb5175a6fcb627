"""The last check of a letter: what still keeps it from being signed, read from the two files themselves."""

import re
from collections.abc import Iterator

from orgflow.domain.errors import Fact
from orgflow.domain.letters.facts import Face, LetterFacts
from orgflow.letters.blocks import Blank
from orgflow.letters.composed_frame import Frame
from orgflow.letters.docx_text import WordText, read_docx
from orgflow.letters.findings import Finding, FindingCode
from orgflow.letters.pdf_fonts import read_fonts
from orgflow.letters.pdf_text import PageText, read_pages
from orgflow.letters.templates import LetterTemplate
from orgflow.letters.wording import bare, first_difference

OWN_FAMILIES = {
    Face.ARIAL: ("LiberationSans", "Arimo", "Arial"),
    Face.BOOKMAN: ("TeXGyreBonum", "BookmanOldStyle"),
}

_VARIABLE = re.compile(r"\$\{[^{}]*\}?")
_LEFTOVERS = re.compile(r"\[belumdiisi[^\]]{0,60}\]?|\[pilih:[^\]]{0,60}\]?|\{\{.{0,40}|\{%.{0,40}")


def check_letter(
    template: LetterTemplate, facts: LetterFacts, docx: bytes, pdf: bytes
) -> tuple[Finding, ...]:
    """Return everything that was found, the gaps first; nothing found means ready to sign.

    A variable of the official correspondence system counts as meant where the number, the date or the signing
    block holds it, and as a leftover anywhere else.
    """
    word, pages = read_docx(docx), read_pages(pdf)
    return (
        *_gaps(template, pages),
        *_leftovers(template, facts, word, pages),
        *_words(word, pages),
        *_claims(template, word),
        *_paper(facts, word, pages),
        *_fonts(pdf, facts.shape.face or template.layout.face),
        *_marks(template, facts, pages),
        *_signature(template, facts, pages),
        *_emblem(template, facts),
    )


def _gaps(template: LetterTemplate, pages: tuple[PageText, ...]) -> Iterator[Finding]:
    words = _all_words(pages)
    for key, label in template.gap_labels.items():
        if bare(Blank(key, label).words) in words:
            yield _found(FindingCode.UNFILLED_GAP, key=key, label=label)


def _leftovers(
    template: LetterTemplate, facts: LetterFacts, word: WordText, pages: tuple[PageText, ...]
) -> Iterator[Finding]:
    signers = tuple(
        piece for block in facts.signatures for piece in (block.name, block.rank, block.nip, block.mark)
    )
    meant = {
        variable
        for piece in (*facts.number, *facts.date, *signers)
        if isinstance(piece, str)
        for variable in _VARIABLE.findall(piece)
    }
    known = [bare(Blank(key, label).words) for key, label in template.gap_labels.items()]
    for said in (bare(word.words), _all_words(pages)):
        words = said
        for gap in known:
            words = words.replace(gap, "")
        found = [*_LEFTOVERS.findall(words), *_VARIABLE.findall(words)]
        leftovers = [text for text in dict.fromkeys(found) if text not in meant]
        if leftovers:
            yield from (_found(FindingCode.LEFTOVER_PLACEHOLDER, text=text) for text in leftovers)
            return


def _words(word: WordText, pages: tuple[PageText, ...]) -> Iterator[Finding]:
    difference = first_difference(word.words, "\n".join(page.words for page in pages))
    if difference:
        yield _found(FindingCode.WORDS_DIFFER, docx=difference.one, pdf=difference.other)


def _claims(template: LetterTemplate, word: WordText) -> Iterator[Finding]:
    said = " ".join(word.words.split()).casefold()
    for claim in template.forbidden:
        if re.search(rf"(?<!\w){re.escape(claim.casefold())}(?!\w)", said):
            yield _found(FindingCode.UNPROVEN_CLAIM, words=claim)


def _paper(facts: LetterFacts, word: WordText, pages: tuple[PageText, ...]) -> Iterator[Finding]:
    for number, size in enumerate((word.size_mm, *(page.size_mm for page in pages))):
        if size != facts.paper.size_mm:
            yield _found(FindingCode.WRONG_PAPER, page=number, width_mm=size[0], height_mm=size[1])


def _fonts(pdf: bytes, face: Face) -> Iterator[Finding]:
    fonts = read_fonts(pdf)
    yield from (
        _found(FindingCode.FONT_NOT_EMBEDDED, font=font.name) for font in fonts if not font.is_embedded
    )
    foreign = tuple(
        font.name for font in fonts if not font.name.replace("-", "").startswith(OWN_FAMILIES[face])
    )
    if foreign and len(foreign) == len(fonts):
        yield _found(FindingCode.FONT_SUBSTITUTED, fonts=foreign)
    else:
        yield from (_found(FindingCode.FOREIGN_FONT, font=name) for name in foreign)


def _marks(template: LetterTemplate, facts: LetterFacts, pages: tuple[PageText, ...]) -> Iterator[Finding]:
    for word, holds in (("concept", facts.is_concept), ("sample", facts.is_sample)):
        mark = template.frame[word]
        for number, page in enumerate(pages, start=1):
            if holds and mark not in page.running:
                yield _found(FindingCode.MARK_MISSING, page=number, mark=mark)


def _signature(
    template: LetterTemplate, facts: LetterFacts, pages: tuple[PageText, ...]
) -> Iterator[Finding]:
    """Look for the block on the last page that holds it whole, and for words above it there."""
    if len(facts.signatures) != 1:
        return
    block, (signed,) = facts.signatures[0], Frame(template, facts).signatures()
    lead = "".join(run.words for line in signed.lead for run in line)
    titles = bare(lead + "".join(block.title_lines).rstrip(",") + ",")
    for number, page in reversed(tuple(enumerate(pages, start=1))):
        above, found, _ = bare(page.words).rpartition(titles)
        if found and block.title_lines:
            if not above:
                yield _found(FindingCode.SIGNATURE_ALONE, page=number)
            return


def _emblem(template: LetterTemplate, facts: LetterFacts) -> Iterator[Finding]:
    if template.layout.head_form is not None and facts.letterhead.emblem is None:
        yield _found(FindingCode.EMBLEM_MISSING, label=facts.letterhead.emblem_label)


def _all_words(pages: tuple[PageText, ...]) -> str:
    return bare("".join(page.words for page in pages))


def _found(code: FindingCode, **facts: Fact) -> Finding:
    return Finding(code, facts)
