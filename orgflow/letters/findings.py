"""What the last check of a letter may find."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from orgflow.domain.errors import Fact


class Severity(StrEnum):
    """Whether a finding stops the letter, or is only to be known."""

    BLOCKS = "blocks"
    WARNS = "warns"


class FindingCode(StrEnum):
    """What was found; the comment names the facts that come with it."""

    UNFILLED_GAP = "unfilled_gap"  # key, label
    LEFTOVER_PLACEHOLDER = "leftover_placeholder"  # text
    UNPROVEN_CLAIM = "unproven_claim"  # words
    WORDS_DIFFER = "words_differ"  # docx, pdf: where they part, without spaces
    WRONG_PAPER = "wrong_paper"  # page (0 is the Word file), width_mm, height_mm
    WRONG_MARGINS = "wrong_margins"  # section of the Word file, from 1
    OUTSIDE_MARGINS = "outside_margins"  # page, words
    MARK_MISSING = "mark_missing"  # page (0 is the Word file), mark
    SIGNATURE_ALONE = "signature_alone"  # page
    ENCLOSURES_DIFFER = "enclosures_differ"  # said, expected
    ENCLOSURE_MISSING = "enclosure_missing"  # words, file
    RECIPIENT_TWICE = "recipient_twice"  # words
    RECIPIENT_MISSING = "recipient_missing"  # words, file
    SIGNER_DIFFERS = "signer_differs"  # words, file
    SIGNATURE_FIELDS = "signature_fields"  # expected, found
    ANCHOR_NOT_SINGLE = "anchor_not_single"  # mark, count, file
    FIELD_SIGNED = "field_signed"  # field, page
    FIELD_MISPLACED = "field_misplaced"  # field, page
    FIELD_UNSEEN = "field_unseen"  # field, page
    FIELD_UNTAGGED = "field_untagged"  # field, page
    HIDDEN_CONTENT = "hidden_content"  # what, name
    ATTACHMENT_IN_COPY_TO_SIGN = "attachment_in_copy_to_sign"  # name
    NOT_PDFA = "not_pdfa"  # part, conformance
    NO_OUTPUT_INTENT = "no_output_intent"
    NOT_TAGGED = "not_tagged"
    NO_LANGUAGE = "no_language"  # language
    NO_TITLE = "no_title"
    FONT_NOT_EMBEDDED = "font_not_embedded"  # font
    FONT_SUBSTITUTED = "font_substituted"  # fonts: the letter's own family is missing on this machine
    FOREIGN_FONT = "foreign_font"  # font: some characters are not in the letter's own family
    EMBLEM_MISSING = "emblem_missing"  # label


_WARNINGS = frozenset({FindingCode.FOREIGN_FONT, FindingCode.EMBLEM_MISSING})


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where something begins: the page from 1, and fractions of the page from its top left."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: ``code`` chooses the sentence, ``facts`` fill it in.

    ``place`` is where on the PDF's pages it is seen; None for what stands on no page.
    """

    code: FindingCode
    facts: Mapping[str, Fact] = field(hash=False)
    place: PagePlace | None = None

    @property
    def severity(self) -> Severity:
        """Whether this stops the letter."""
        return Severity.WARNS if self.code in _WARNINGS else Severity.BLOCKS
