"""What keeps a PDF from being the copy it is meant to be, read from its structure alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from orgflow.domain.errors import Fact
from orgflow.domain.letters.facts import USUAL_MARGINS, Margins
from orgflow.letters.pdf_copies import CHANGE_SET_FILE
from orgflow.letters.pdf_structure import Box, PdfStructure, SignatureField

RELATIONSHIP = "Data"
LEAST_FIELD_MM = (30.0, 10.0)

_PART, _CONFORMANCE, _LANGUAGE = "3", "A", "id"
_TOUCH_MM = 0.2


class CopyKind(StrEnum):
    """What a PDF is for, as ``PdfCopy`` without its contents."""

    READING = "reading"
    TO_SIGN = "to_sign"
    ARCHIVE = "archive"
    FILE = "file"


class PdfFindingCode(StrEnum):
    """What was found; the comment names the facts that come with it."""

    SIGNATURE_FIELDS = "signature_fields"  # expected, found
    FIELD_SIGNED = "field_signed"  # field, page
    FIELD_MISPLACED = "field_misplaced"  # field, page: over the margins or another field, or too small
    FIELD_UNSEEN = "field_unseen"  # field, page: hidden, or not to be printed
    FIELD_UNTAGGED = "field_untagged"  # field, page: a screen reader does not come to it, or it has no label
    HIDDEN_CONTENT = "hidden_content"  # what: form_field, annotation, action, layer or revision; name
    ATTACHMENT_IN_COPY_TO_SIGN = "attachment_in_copy_to_sign"  # name
    ATTACHMENTS = "attachments"  # expected, found: what the archive copy carries
    NOT_PDFA = "not_pdfa"  # part, conformance
    NO_OUTPUT_INTENT = "no_output_intent"
    NOT_TAGGED = "not_tagged"
    NO_LANGUAGE = "no_language"  # language: the one that it names
    NO_TITLE = "no_title"
    FONT_NOT_EMBEDDED = "font_not_embedded"  # font
    FONT_SUBSTITUTED = "font_substituted"  # fonts: none is of the letter's own families
    FOREIGN_FONT = "foreign_font"  # font


@dataclass(frozen=True, slots=True)
class Expected:
    """What the PDF is to be.

    ``families`` are the beginnings of font names that count as the letter's own, without hyphens; no field
    may stand over the ``margins``.
    """

    copy: CopyKind
    signers: int
    families: tuple[str, ...]
    margins: Margins = USUAL_MARGINS


@dataclass(frozen=True, slots=True)
class PdfFinding:
    """One thing found: ``code`` says what, ``facts`` say where and which."""

    code: PdfFindingCode
    facts: Mapping[str, Fact] = field(hash=False)


def find_in_structure(structure: PdfStructure, expected: Expected) -> tuple[PdfFinding, ...]:
    """Return everything in which the PDF is not what it is meant to be."""
    return (
        *_fields(structure, expected),
        *_hidden(structure),
        *_attachments(structure, expected.copy),
        *_archivable(structure),
        *_fonts(structure, expected.families),
    )


def _fields(structure: PdfStructure, expected: Expected) -> Iterator[PdfFinding]:
    fields = structure.fields
    wanted = expected.signers if expected.copy is CopyKind.TO_SIGN else 0
    if len(fields) != wanted:
        yield _found(PdfFindingCode.SIGNATURE_FIELDS, expected=wanted, found=len(fields))
    crossed = {
        place.name for pair in combinations(fields, 2) if _do_cross(pair[0], pair[1]) for place in pair
    }
    for place in fields:
        where: Mapping[str, Fact] = {"field": place.name, "page": place.page}
        if place.is_signed:
            yield _found(PdfFindingCode.FIELD_SIGNED, **where)
        if place.name in crossed or not _is_placed(place, structure, expected.margins):
            yield _found(PdfFindingCode.FIELD_MISPLACED, **where)
        if not place.is_shown:
            yield _found(PdfFindingCode.FIELD_UNSEEN, **where)
        if not place.is_tagged or not place.label:
            yield _found(PdfFindingCode.FIELD_UNTAGGED, **where)


def _is_placed(place: SignatureField, structure: PdfStructure, margins: Margins) -> bool:
    if place.page == 0:
        return False
    width, height = structure.page_sizes_mm[place.page - 1]
    box = place.box
    return (
        box.left >= margins.left - _TOUCH_MM
        and box.top >= margins.top - _TOUCH_MM
        and box.left + box.width <= width - margins.right + _TOUCH_MM
        and box.top + box.height <= height - margins.bottom + _TOUCH_MM
        and box.width >= LEAST_FIELD_MM[0]
        and box.height >= LEAST_FIELD_MM[1]
    )


def _do_cross(one: SignatureField, other: SignatureField) -> bool:
    return one.page == other.page and _overlap(one.box, other.box)


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width - _TOUCH_MM
        and other.left < one.left + one.width - _TOUCH_MM
        and one.top < other.top + other.height - _TOUCH_MM
        and other.top < one.top + one.height - _TOUCH_MM
    )


def _hidden(structure: PdfStructure) -> Iterator[PdfFinding]:
    revisions = (str(structure.revisions),) if structure.revisions > 1 else ()
    for what, names in (
        ("form_field", structure.other_fields),
        ("annotation", structure.annotations),
        ("action", structure.actions),
        ("layer", structure.layers),
        ("revision", revisions),
    ):
        yield from (_found(PdfFindingCode.HIDDEN_CONTENT, what=what, name=name) for name in names)


def _attachments(structure: PdfStructure, copy: CopyKind) -> Iterator[PdfFinding]:
    if copy is CopyKind.ARCHIVE:
        wanted = (f"{CHANGE_SET_FILE} ({RELATIONSHIP})",)
        found = tuple(f"{each.name} ({each.relationship})" for each in structure.attachments)
        if found != wanted:
            yield _found(PdfFindingCode.ATTACHMENTS, expected=wanted, found=found)
    else:
        for attachment in structure.attachments:
            yield _found(PdfFindingCode.ATTACHMENT_IN_COPY_TO_SIGN, name=attachment.name)


def _archivable(structure: PdfStructure) -> Iterator[PdfFinding]:
    if (structure.part, structure.conformance) != (_PART, _CONFORMANCE):
        yield _found(PdfFindingCode.NOT_PDFA, part=structure.part, conformance=structure.conformance)
    if not structure.output_intent:
        yield _found(PdfFindingCode.NO_OUTPUT_INTENT)
    if not structure.is_tagged:
        yield _found(PdfFindingCode.NOT_TAGGED)
    if structure.language != _LANGUAGE:
        yield _found(PdfFindingCode.NO_LANGUAGE, language=structure.language)
    if not structure.title.strip():
        yield _found(PdfFindingCode.NO_TITLE)


def _fonts(structure: PdfStructure, families: tuple[str, ...]) -> Iterator[PdfFinding]:
    for font in structure.fonts:
        if not font.is_embedded:
            yield _found(PdfFindingCode.FONT_NOT_EMBEDDED, font=font.name)
    foreign = tuple(
        font.name for font in structure.fonts if not font.name.replace("-", "").startswith(families)
    )
    if foreign and len(foreign) == len(structure.fonts):
        yield _found(PdfFindingCode.FONT_SUBSTITUTED, fonts=foreign)
    else:
        yield from (_found(PdfFindingCode.FOREIGN_FONT, font=name) for name in foreign)


def _found(code: PdfFindingCode, **facts: Fact) -> PdfFinding:
    return PdfFinding(code, facts)
