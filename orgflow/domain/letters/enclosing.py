"""What goes with a letter: each document that it names, in its order, and what stands at its head.

The titles that a letter counts, lists and encloses are the same ones; nothing is counted a second time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.calendar import format_date
from orgflow.domain.letters.facts import LetterFacts, Piece
from orgflow.domain.letters.kind_frames import FOLLOW_UP_MATRIX
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.letters.numbering import BLANK
from orgflow.domain.papers.kinds import PAPER_OF_DOCUMENT, PaperKind
from orgflow.domain.values import comparable

VARIABLE: Final = "${"
"""How another system's variables begin; they are filled in within a letter alone."""
GOVERNOR: Final = "governor"
GOVERNORS_LETTER: Final = "Surat Gubernur"
ENCLOSURE_TITLES: Final = "enclosure_titles"
_K = LetterKind
_LETTER_NAMES: Final[Mapping[str, str]] = {
    _K.GOVERNOR_LETTER: GOVERNORS_LETTER,
    _K.COMPLETION: GOVERNORS_LETTER,
    _K.FOLLOW_UP: GOVERNORS_LETTER,
    _K.SECRETARY_LETTER: "Surat Sekretaris Daerah",
    _K.BUREAU_LETTER: "Surat Kepala Biro",
    _K.MEMO: "Nota Dinas",
    _K.SUBMISSION_MEMO: "Nota Dinas",
    _K.INVITATION: "Surat Undangan",
}
_PAPERS: Final[Mapping[str, PaperKind]] = {
    "matriks persandingan": PaperKind.MATRIX,
    "bagan semula": PaperKind.CHART_BEFORE,
    "bagan menjadi": PaperKind.CHART_AFTER,
    "bagan perubahan": PaperKind.CHART_DIFFERENCE,
    "rancangan peraturan gubernur": PaperKind.REGULATION,
    "rancangan pergub": PaperKind.REGULATION,
    "daftar dampak": PaperKind.IMPACT,
}
"""By the names that derived documents go by, whatever the office asks for."""
_TENS: Final = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """A document that the office asks for; ``is_brought`` once it is there on its own."""

    code: str
    title: str
    is_derived: bool
    is_brought: bool


@dataclass(frozen=True, slots=True)
class Enclosure:
    """One document that goes with a letter.

    Attributes:
        numeral: the Roman number it bears; empty when it is the only one.
        title: as the letter names it, with a capital.
        paper: what it is derived as; None when it is not derived.
        document: the code of the document that was brought, or that a register makes; None when none is.
        is_within: it stands in the letter's own file.
    """

    numeral: str
    title: str
    paper: PaperKind | None = None
    document: str | None = None
    is_within: bool = False


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """The number and date that a letter was given, once they were recorded."""

    number: str
    dated_on: date


@dataclass(frozen=True, slots=True)
class HeadPart:
    """A line at the head of an enclosure: the fixed word before its colon, and what stands after it."""

    word: str
    numeral: str
    pieces: tuple[Piece, ...]


def titles_of(facts: LetterFacts) -> tuple[str, ...]:
    """Return the titles of what goes with a letter; of one frozen before they were kept, those it lists."""
    listed = facts.body.get(ENCLOSURE_TITLES)
    if facts.enclosed or not isinstance(listed, tuple):
        return facts.enclosed
    return tuple(title for title in listed if isinstance(title, str))


def enclosures_of(facts: LetterFacts, asked: Iterable[AskedDocument]) -> tuple[Enclosure, ...]:
    """Return what goes with a letter in its order: a file that was brought comes before one derived.

    Args:
        asked: the documents that the office asks for.
    """
    documents = {comparable(document.title): document for document in asked}
    titles = titles_of(facts)
    return tuple(
        _enclosure(facts, title, roman(place) if len(titles) > 1 else "", documents)
        for place, title in enumerate(titles, start=1)
    )


def head_of(enclosure: Enclosure, facts: LetterFacts, given: GivenNumber | None) -> tuple[HeadPart, ...]:
    """Return the lines at the top right of an enclosure's first page.

    The number and the date are the letter's: as they were recorded, else with their blanks; never what
    another system fills in.

    Source: [PERMENDAGRI-1-2023] in docs/sources.md.
    """
    number = (given.number,) if given is not None else _blank(facts.number)
    day = (format_date(given.dated_on),) if given is not None else _blank(facts.date)
    return (
        HeadPart("annex", enclosure.numeral, (letter_name(facts),)),
        *((HeadPart("number", "", number),) if facts.number else ()),
        HeadPart("date", "", day),
    )


def letter_name(facts: LetterFacts) -> str:
    """Return how an enclosure calls the letter with which it goes."""
    name = _LETTER_NAMES.get(facts.kind, "Surat")
    governor = facts.body.get(GOVERNOR)
    return f"Surat {governor}" if name == GOVERNORS_LETTER and isinstance(governor, str) else name


def roman(number: int) -> str:
    """Return a number in Roman numerals."""
    written = ""
    for value, sign in _TENS:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _enclosure(
    facts: LetterFacts, title: str, numeral: str, documents: Mapping[str, AskedDocument]
) -> Enclosure:
    words = title.strip().rstrip(" ;.,")
    name = words[:1].upper() + words[1:]
    if facts.kind == LetterKind.COMPLETION and comparable(words) == FOLLOW_UP_MATRIX:
        return Enclosure(numeral, name, is_within=True)
    document = documents.get(comparable(words))
    if document is not None and document.is_brought and not document.is_derived:
        return Enclosure(numeral, name, document=document.code)
    derived = PAPER_OF_DOCUMENT.get(document.code) if document is not None else None
    return Enclosure(numeral, name, paper=derived or _PAPERS.get(comparable(words)))


def _blank(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces, those blank that another system fills in."""
    return tuple(BLANK if isinstance(piece, str) and VARIABLE in piece else piece for piece in pieces)
