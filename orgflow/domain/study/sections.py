"""What a study asks for: its two forms, and a section with its sentence on what is wanted."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import NotFound

SHORT_PAGES: Final = 3
"""How many pages a *telaahan staf* may fill."""


class StudyForm(StrEnum):
    """Which of the two a proposal has; the value stands in the database."""

    STUDY = "kajian"
    SHORT = "telaahan"


class Asked(StrEnum):
    """What a section asks for besides its text."""

    YEAR = "tahun_data"
    WEAKNESS = "kelemahan"


class Filling(StrEnum):
    """By what a required section counts as filled; one that is not required counts however it is."""

    FACTS_OR_WORDS = "facts_or_words"
    OWN_WORDS = "own_words"
    SUGGESTED = "suggested"


class UnknownSection(NotFound):
    """The study has no section of this key."""

    code = "unknown_study_section"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; ``number`` is Roman."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class SectionAsked:
    """A section as it is asked for.

    Attributes:
        key: stands in addresses and in the database.
        letter: stands before its title; empty where none does.
        chapter: None for what stands before the first.
        prompt: a sentence that says what is wanted.
        asks: what is asked besides the text; an answer is required where the section is.
    """

    key: str
    letter: str
    title: str
    chapter: Chapter | None
    prompt: str
    filling: Filling = Filling.FACTS_OR_WORDS
    asks: Asked | None = None

    @property
    def heading(self) -> str:
        """Its title with the letter before it."""
        return f"{self.letter}. {self.title}" if self.letter else self.title

    @property
    def is_required(self) -> bool:
        """Whether the study is not whole without it."""
        return self.filling is not Filling.SUGGESTED
