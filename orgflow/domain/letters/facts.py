"""What a letter says, apart from its wording: the facts that are frozen when it is issued."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, assert_never


class Paper(StrEnum):
    """A sheet an office may prescribe; F4 is not standardised, so both cuts are known."""

    A4 = "a4"
    F4 = "f4"
    F4_NARROW = "f4_narrow"

    @property
    def size_mm(self) -> tuple[int, int]:
        """Width and height in millimetres."""
        match self:
            case Paper.A4:
                return (210, 297)
            case Paper.F4:
                return (215, 330)
            case Paper.F4_NARROW:
                return (210, 330)
            case _:
                assert_never(self)


class Face(StrEnum):
    """The type a document is set in."""

    ARIAL = "arial"
    BOOKMAN = "bookman"


@dataclass(frozen=True, slots=True)
class Margins:
    """How far the text stands from the sheet's edges, in millimetres."""

    top: int
    right: int
    bottom: int
    left: int


USUAL_MARGINS: Final = Margins(20, 20, 25, 30)
"""The least that the form asks for. Source: [PERMENDAGRI-1-2023 Pasal 34(2)]."""


@dataclass(frozen=True, slots=True)
class PageShape:
    """How the pages of a letter are set.

    Attributes:
        face: None takes the kind's own type.
        size_pt: of the running text.
        lines_percent: the distance of lines, 100 being single.
        has_catchword: the next page's first word stands at the foot of each page of the PDF.
    """

    margins: Margins = USUAL_MARGINS
    face: Face | None = None
    size_pt: int = 12
    lines_percent: int = 115
    has_catchword: bool = False


USUAL_SHAPE: Final = PageShape()


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that nobody has given yet; it is printed as ``[belum diisi: label]`` and stops numbering."""

    key: str


Piece = str | Gap
FactValue = str | int | bool | None | tuple["FactValue", ...] | Mapping[str, "FactValue"]


class HeadForm(StrEnum):
    """Whose letterhead it is: a position's, with the emblem above, or an agency's, with the emblem beside."""

    POSITION = "position"
    AGENCY = "agency"


HEAD_LINES: Final = (
    "number",
    "urgency",
    "enclosures",
    "subject",
    "salutation",
    "through",
    "sender",
    "copies_line",
    "date",
)
"""The lines that may stand under a letterhead, in the order in which a page asks for them."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page; ``emblem`` is the SHA-256 of an uploaded picture."""

    lines: tuple[str, ...]
    contact: tuple[str, ...]
    emblem: str | None
    emblem_label: str
    form: HeadForm = HeadForm.POSITION


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs; ``None`` for rank or NIP means that this form has no such line.

    ``mark`` stands in the place for the signature where another system fills it; None leaves it empty.
    """

    title_lines: tuple[str, ...]
    name: Piece
    rank: Piece | None
    nip: Piece | None
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class ParafBox:
    """A table for initials, printed on the file copy alone: its title and whose initials it waits for."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything one letter is written from; the same facts give the same text for ever.

    Attributes:
        addressees: each as its lines; more than one are numbered.
        signatures: in the order they are read; none where nobody signs.
        sender: who writes, on an office memo.
        through: by whose hands an office memo goes up.
        passages: what was written in place of the wording, by the passage's key, as structured text.
        words: the fixed words of the form that this office prints otherwise, by their key.
        head_lines: the order of the lines under the letterhead; empty takes the kind's own.
        enclosed: the titles of what goes with it, in their order, as words in a sentence.
    """

    kind: str
    paper: Paper
    letterhead: Letterhead
    place: str
    date: tuple[Piece, ...]
    number: tuple[Piece, ...]
    urgency: str
    enclosures: str
    subject: str
    addressees: tuple[tuple[str, ...], ...]
    addressee_place: str
    body: Mapping[str, FactValue]
    signatures: tuple[SignatureBlock, ...]
    copies: tuple[str, ...]
    is_concept: bool
    is_sample: bool
    shape: PageShape = USUAL_SHAPE
    sender: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    paraf: tuple[ParafBox, ...] = ()
    passages: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    head_lines: tuple[str, ...] = ()
    enclosed: tuple[str, ...] = ()
