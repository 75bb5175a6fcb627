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
    MARK_MISSING = "mark_missing"  # page, mark
    SIGNATURE_ALONE = "signature_alone"  # page
    FONT_NOT_EMBEDDED = "font_not_embedded"  # font
    FONT_SUBSTITUTED = "font_substituted"  # fonts: the letter's own family is missing on this machine
    FOREIGN_FONT = "foreign_font"  # font: some characters are not in the letter's own family
    EMBLEM_MISSING = "emblem_missing"  # label


_WARNINGS = frozenset({FindingCode.FOREIGN_FONT, FindingCode.EMBLEM_MISSING})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: ``code`` chooses the sentence, ``facts`` fill it in."""

    code: FindingCode
    facts: Mapping[str, Fact] = field(hash=False)

    @property
    def severity(self) -> Severity:
        """Whether this stops the letter."""
        return Severity.WARNS if self.code in _WARNINGS else Severity.BLOCKS
