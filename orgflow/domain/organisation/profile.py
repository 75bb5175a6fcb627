"""What a government has set for its letters; what is not set is *belum diisi*, never guessed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.letters.facts import Paper
from orgflow.domain.letters.lifecycle import NumberSource
from orgflow.domain.values import InstrumentId, lines_of


class SettingKey(StrEnum):
    """Names under which settings are kept."""

    SETDA_REGULATION = "setda_regulation"
    EMBLEM = "emblem"
    LETTERHEAD_CONTACT = "letterhead_contact"
    NUMBER_SOURCE = "number_source"
    NUMBER_PATTERN = "number_pattern"
    CLASSIFICATION = "classification"
    PAPER = "paper"
    COPIES = "copies"
    MARGIN_TOP = "margin_top"
    MARGIN_RIGHT = "margin_right"
    MARGIN_BOTTOM = "margin_bottom"
    MARGIN_LEFT = "margin_left"
    TYPE_SIZE = "type_size"
    LINE_DISTANCE = "line_distance"
    AGENCY_LINES = "agency_lines"
    AGENCY_CONTACT = "agency_contact"
    AGENCY_EMBLEM = "agency_emblem"
    HEAD_ORDER = "head_order"
    CLASS_PRINT = "class_print"
    TITLE_CAPITALS = "title_capitals"
    ESIGN_ANCHOR = "esign_anchor"
    PARAF_BOXES = "paraf_boxes"
    CATCHWORD = "catchword"
    KIND_CODES = "kind_codes"
    WAY_OUT = "way_out"
    ARCHIVE_CHANGE_SET = "archive_change_set"
    CANDIDATES_ON = "candidates_on"
    TERM_ENDS_ON = "term_ends_on"


DEFAULT_PATTERN: Final = "{klasifikasi}/{urut}/{kode_unit}/{tahun}"
DEFAULT_CLASSIFICATION: Final = "000.8.1.2"
"""Permendagri 83/2022: organisasi dan tata laksana, struktur organisasi, pengubahan."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A government's settings, read from their stored texts.

    ``emblem`` is the SHA-256 of the uploaded picture; None prints no emblem and is found by the check.
    """

    setda_regulation: InstrumentId | None
    emblem: str | None
    letterhead_contact: tuple[str, ...]
    number_source: NumberSource
    number_pattern: str
    classification: str
    paper: Paper
    copies: tuple[str, ...]

    @staticmethod
    def of(settings: Mapping[str, str]) -> "Profile":
        """Return the profile these settings make."""
        regulation = settings.get(SettingKey.SETDA_REGULATION)
        return Profile(
            InstrumentId(UUID(regulation)) if regulation else None,
            settings.get(SettingKey.EMBLEM),
            lines_of(settings.get(SettingKey.LETTERHEAD_CONTACT, "")),
            NumberSource(settings.get(SettingKey.NUMBER_SOURCE, NumberSource.EXTERNAL)),
            settings.get(SettingKey.NUMBER_PATTERN, DEFAULT_PATTERN),
            settings.get(SettingKey.CLASSIFICATION, DEFAULT_CLASSIFICATION),
            Paper(settings.get(SettingKey.PAPER, Paper.A4)),
            lines_of(settings.get(SettingKey.COPIES, "")),
        )
