"""Whether each signer of a letter has a place, with the letter's words above it, and nothing is hidden."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from orgflow.domain.letters.facts import Face
from orgflow.letters.blocks import Signature
from orgflow.letters.findings import Finding, FindingCode, PagePlace
from orgflow.letters.pdf_findings import CopyKind, Expected, PdfFinding, find_in_structure
from orgflow.letters.pdf_structure import Box, SignatureField
from orgflow.letters.pdf_text import words_in_box
from orgflow.letters.preflight_seen import Seen, found, signer_of, titles_of
from orgflow.letters.wording import bare, occurrences

OWN_FAMILIES: Mapping[Face, tuple[str, ...]] = {
    Face.ARIAL: ("LiberationSans", "Arimo", "Arial"),
    Face.BOOKMAN: ("TeXGyreBonum", "BookmanOldStyle"),
}

_NEAR_MM = 14.0
_TELLING = 8


def check_signing(seen: Seen) -> Iterator[Finding]:
    """Yield what keeps the PDF from being a copy to sign, and each signer from signing in his own place."""
    blocks = seen.frame.signatures()
    yield from _structure(seen, blocks)
    yield from _alone(seen, blocks)
    yield from _anchors(seen)
    for block in blocks:
        name = signer_of(block)[0]
        whole = titles_of(block) + block.mark + "".join(signer_of(block))
        for file, words in seen.files():
            if not occurrences(whole, words):
                place = seen.places.find_last("".join(block.title_lines))
                yield found(FindingCode.SIGNER_DIFFERS, place, words=name, file=file)


def _anchors(seen: Seen) -> Iterator[Finding]:
    """Look for the character by which an e-sign service finds its place: it may stand there alone."""
    for mark in {block.mark for block in seen.facts.signatures if block.mark and len(block.mark) == 1}:
        for file, words in seen.files():
            count = words.count(mark)
            if count != 1:
                yield found(
                    FindingCode.ANCHOR_NOT_SINGLE, seen.places.find(mark), mark=mark, count=count, file=file
                )


def _structure(seen: Seen, blocks: tuple[Signature, ...]) -> Iterator[Finding]:
    face = seen.facts.shape.face or seen.template.layout.face
    expected = Expected(CopyKind.TO_SIGN, len(blocks), OWN_FAMILIES[face], seen.facts.shape.margins)
    fields = {field.name: field for field in seen.structure.fields}
    misplaced: set[object] = set()
    for finding in find_in_structure(seen.structure, expected):
        code = FindingCode(finding.code.value)
        if code is FindingCode.FIELD_MISPLACED:
            misplaced.add(finding.facts["field"])
        yield Finding(code, finding.facts, _place_of(seen, finding, fields))
    if len(fields) == len(blocks):
        for field, block in zip(seen.structure.fields, blocks, strict=True):
            if field.name not in misplaced and not _is_in_block(seen, field, block):
                place = _corner(seen, field)
                yield found(FindingCode.FIELD_MISPLACED, place, field=field.name, page=field.page)


def _place_of(seen: Seen, finding: PdfFinding, fields: Mapping[str, SignatureField]) -> PagePlace | None:
    field = fields.get(str(finding.facts.get("field", "")))
    if field is not None:
        return _corner(seen, field)
    blocks = seen.frame.signatures()
    if finding.code.value == FindingCode.SIGNATURE_FIELDS and blocks:
        return seen.places.find_last("".join(blocks[-1].title_lines))
    return None


def _is_in_block(seen: Seen, field: SignatureField, block: Signature) -> bool:
    """Return whether nothing is printed in the field, the title or the mark above it and the name below."""
    above = bare(block.mark or "".join(block.title_lines))[-_TELLING:]
    below = bare(signer_of(block)[0])[:_TELLING]
    box = field.box
    over = Box(box.left, box.top - _NEAR_MM, box.width, _NEAR_MM)
    under = replace(box, top=box.top + box.height, height=_NEAR_MM)
    said, said_above, said_below = (
        words_in_box(seen.pdf, field.page, (each.left, each.top, each.width, each.height))
        for each in (box, over, under)
    )
    if bare(said):
        return False
    return all(
        not wanted or occurrences(wanted, text) for wanted, text in ((above, said_above), (below, said_below))
    )


def _corner(seen: Seen, field: SignatureField) -> PagePlace | None:
    if field.page == 0:
        return None
    width, height = seen.structure.page_sizes_mm[field.page - 1]
    sides = (field.box.left / width, field.box.top / height)
    return PagePlace(field.page, *(round(min(max(side, 0.0), 1.0), 4) for side in sides))


def _alone(seen: Seen, blocks: tuple[Signature, ...]) -> Iterator[Finding]:
    """Look on the last page that holds a block for words above the first of those that stand there."""
    for number, page in reversed(tuple(enumerate(seen.pages, start=1))):
        above, is_held = bare(page.words), False
        for block in reversed(blocks):
            before, titles, _ = above.rpartition(bare(titles_of(block)))
            if titles:
                above, is_held = before, True
            elif is_held:
                break
        if is_held:
            if not above:
                place = seen.places.find_last("".join(blocks[-1].title_lines))
                yield found(FindingCode.SIGNATURE_ALONE, place, page=number)
            return
