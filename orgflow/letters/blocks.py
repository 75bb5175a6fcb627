"""The parts a letter is made of, before it becomes a Word file or a PDF."""

from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.letters.facts import Paper


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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text."""

    runs: Runs


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


Block = Paragraph | Listing


@dataclass(frozen=True, slots=True)
class Picture:
    """The emblem, with the words that stand for it when it cannot be seen."""

    content: bytes
    label: str


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead; without an emblem its place stays empty."""

    emblem: Picture | None
    lines: tuple[str, ...]
    contact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MetaLine:
    """One line of the block under the letterhead, as ``Hal : ...``; a wide one runs to the right margin."""

    label: str
    value: Runs
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """To whom the letter goes."""

    salutation: str
    lines: tuple[str, ...]
    preposition: str
    place: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The signing block; the place between ``title_lines`` and ``signer`` holds ``mark`` or stays empty."""

    title_lines: tuple[str, ...]
    signer: tuple[Runs, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Copies:
    """Who else receives the letter."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter, the one thing both formats are written from.

    ``marks`` are printed above every page, as KONSEP; ``digest`` is the SHA-256 of what it was written from.
    """

    title: str
    paper: Paper
    marks: tuple[str, ...]
    head: Head
    place_and_date: Runs
    meta: tuple[MetaLine, ...]
    address: Address
    body: tuple[Block, ...]
    signature: Signature
    copies: Copies | None
    digest: str
