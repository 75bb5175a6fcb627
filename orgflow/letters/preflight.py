"""The last check of a letter: what still keeps it from being signed, read from the two files themselves."""

import re
from collections.abc import Iterator

from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.srikandi import SRIKANDI_SUBJECT, SRIKANDI_URGENCY
from orgflow.letters.blocks import Blank
from orgflow.letters.findings import Finding, FindingCode, PagePlace
from orgflow.letters.preflight_counts import check_counts
from orgflow.letters.preflight_pages import check_pages
from orgflow.letters.preflight_seen import Seen, found, see_letter
from orgflow.letters.preflight_signing import check_signing
from orgflow.letters.templates import LetterTemplate
from orgflow.letters.wording import bare, first_difference

_VARIABLE = re.compile(r"\$\{[^{}]*\}?")
_LEFTOVERS = re.compile(r"\[belumdiisi[^\]]{0,60}\]?|\[pilih:[^\]]{0,60}\]?|\{\{.{0,40}|\{%.{0,40}")
_EMBLEM_AT = (0.5, 0.08)


def check_letter(
    template: LetterTemplate, facts: LetterFacts, docx: bytes, pdf: bytes
) -> tuple[Finding, ...]:
    """Return everything that was found, the gaps first; nothing found means ready to sign.

    A variable of the official correspondence system counts as meant where the number, the date or the signing
    block holds it, or where it is the whole subject or class; anywhere else it is a leftover. The PDF is the
    copy to sign.
    """
    seen = see_letter(template, facts, docx, pdf)
    return (
        *_gaps(seen),
        *_leftovers(seen),
        *_words(seen),
        *_claims(seen),
        *check_counts(seen),
        *check_pages(seen),
        *check_signing(seen),
        *_emblem(seen),
    )


def _gaps(seen: Seen) -> Iterator[Finding]:
    words = bare(seen.pdf_words)
    for key, label in seen.template.gap_labels.items():
        blank = Blank(key, label).words
        if bare(blank) in words:
            yield found(FindingCode.UNFILLED_GAP, seen.places.find(blank), key=key, label=label)


def _leftovers(seen: Seen) -> Iterator[Finding]:
    signers = tuple(
        piece for block in seen.facts.signatures for piece in (block.name, block.rank, block.nip, block.mark)
    )
    meant = {
        variable
        for piece in (*seen.facts.number, *seen.facts.date, *signers)
        if isinstance(piece, str)
        for variable in _VARIABLE.findall(piece)
    }
    meant |= {SRIKANDI_SUBJECT} & {seen.facts.subject} | {SRIKANDI_URGENCY} & {seen.facts.urgency}
    known = [bare(Blank(key, label).words) for key, label in seen.template.gap_labels.items()]
    for _, said in seen.files():
        words = bare(said)
        for gap in known:
            words = words.replace(gap, "")
        said_there = [*_LEFTOVERS.findall(words), *_VARIABLE.findall(words)]
        leftovers = [text for text in dict.fromkeys(said_there) if text not in meant]
        if leftovers:
            for text in leftovers:
                yield found(FindingCode.LEFTOVER_PLACEHOLDER, seen.places.find(text), text=text)
            return


def _words(seen: Seen) -> Iterator[Finding]:
    difference = first_difference(seen.word.words, seen.pdf_words)
    if difference:
        place = seen.places.find(difference.other)
        yield found(FindingCode.WORDS_DIFFER, place, docx=difference.one, pdf=difference.other)


def _claims(seen: Seen) -> Iterator[Finding]:
    said = " ".join(seen.word.words.split()).casefold()
    for claim in seen.template.forbidden:
        if re.search(rf"(?<!\w){re.escape(claim.casefold())}(?!\w)", said):
            yield found(FindingCode.UNPROVEN_CLAIM, seen.places.find(claim), words=claim)


def _emblem(seen: Seen) -> Iterator[Finding]:
    head = seen.facts.letterhead
    if seen.template.layout.head_form is not None and head.emblem is None:
        yield found(FindingCode.EMBLEM_MISSING, PagePlace(1, *_EMBLEM_AT), label=head.emblem_label)
