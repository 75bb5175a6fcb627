"""The parts a letter is made of, before it becomes a Word file or a PDF."""

from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.letters.facts import Face, HeadForm, PageShape, Paper


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one style, printed as they stand."""

    words: str
    is_bold: bool = False
    is_italic: bool = False
    is_underlined: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """A visible gap: ``[belum diisi: label]``."""

    key: str
    label: str

    @property
    def words(self) -> str:
        """What is printed in the fact's place."""
        return f"[belum diisi: {self.label}]"


Run = Text | Blank
Runs = tuple[Run, ...]


class Marker(StrEnum):
    """How the items of a list are counted."""

    NUMBER = "1"
    LETTER = "a"
    CAPITAL = "A"


class Look(StrEnum):
    """How a paragraph stands on the page."""

    BODY = "body"
    PLAIN = "plain"
    CENTRED = "centred"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    runs: Runs
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item: a first paragraph that bears the number, and what follows it."""

    first: Paragraph
    rest: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A numbered list."""

    marker: Marker
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``widths`` are shares of the line in percent. One without rules sets words side by side."""

    widths: tuple[int, ...]
    heads: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    is_ruled: bool = True


Block = Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the body that an office may word itself; ``is_own`` when it has."""

    key: str
    blocks: tuple[Block, ...]
    is_own: bool = False


Part = Block | Passage


@dataclass(frozen=True, slots=True)
class Picture:
    """The emblem, with the words that stand for it when it cannot be seen."""

    content: bytes
    label: str


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead; without an emblem its place stays empty."""

    form: HeadForm
    emblem: Picture | None
    lines: tuple[str, ...]
    contact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MetaLine:
    """One entry of the block under the letterhead, as ``Hal : ...``; a wide one runs to the right margin."""

    label: str
    lines: tuple[Runs, ...]
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """The block under the letterhead; ``is_closed`` draws a line below it, as an office memo has."""

    lines: tuple[MetaLine, ...]
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """To whom the letter goes."""

    salutation: str
    lines: tuple[str, ...]
    preposition: str
    place: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The signing block; the place between ``title_lines`` and ``signer`` holds ``mark`` or stays empty.

    ``lead`` stands above, as where and when a decree was made.
    """

    title_lines: tuple[str, ...]
    signer: tuple[Runs, ...]
    mark: str = ""
    lead: tuple[Runs, ...] = ()


@dataclass(frozen=True, slots=True)
class Copies:
    """Who else receives the letter."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """What is enclosed within the letter's own file, from a new page on; ``head`` stands at its top right."""

    head: tuple[MetaLine, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Initials:
    """A table for initials; the file copy alone bears it."""

    title: str
    lines: tuple[str, ...]


class PartName(StrEnum):
    """What may stand between the letterhead and the end of a letter, in the order its kind gives."""

    DATE = "date"
    META = "meta"
    ADDRESS = "address"
    HEADING = "heading"
    BODY = "body"
    SIGNATURES = "signatures"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter, the one thing both formats are written from.

    Attributes:
        order: which parts it has, from top to bottom.
        marks: printed above every page, as KONSEP.
        head: None where the kind has no letterhead.
        digest: the SHA-256 of what it was written from.
        catchword_end: what follows the next page's first word at a page's foot; None prints none.
    """

    title: str
    paper: Paper
    shape: PageShape
    face: Face
    order: tuple[PartName, ...]
    marks: tuple[str, ...]
    head: Head | None
    place_and_date: Runs
    meta: Meta
    heading: tuple[Runs, ...]
    address: Address
    parts: tuple[Part, ...]
    signatures: tuple[Signature, ...]
    copies: Copies | None
    annex: Annex | None
    initials: tuple[Initials, ...]
    digest: str
    catchword_end: str | None = None

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the body, whoever worded them."""
        return blocks_of(self.parts)


def blocks_of(parts: tuple[Part, ...]) -> tuple[Block, ...]:
    """Return the blocks of the parts in the order they are read."""
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Passage):
            blocks.extend(part.blocks)
        else:
            blocks.append(part)
    return tuple(blocks)
