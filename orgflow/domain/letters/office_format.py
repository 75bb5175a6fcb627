"""The form in which one office prints its letters; what is not set is printed in the usual form.

Source: [PERMENDAGRI-1-2023], [UU-24-2009].
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from orgflow.domain.letters.authority import Capitals
from orgflow.domain.letters.facts import (
    USUAL_SHAPE,
    HeadForm,
    LetterFacts,
    Letterhead,
    Margins,
    PageShape,
    Paper,
    SignatureBlock,
)
from orgflow.domain.letters.lifecycle import SECURITY_WORDS, URGENCY_WORDS, SecurityClass, Urgency
from orgflow.domain.letters.numbering import with_kind_code
from orgflow.domain.letters.ways_out import WayOut
from orgflow.domain.organisation.profile import SettingKey
from orgflow.domain.values import lines_of

YES: Final = "yes"
USUAL_WORDS: Final[Mapping[str, str]] = {
    "number": "Nomor",
    "urgency": "Sifat",
    "enclosures": "Lampiran",
    "subject": "Hal",
    "salutation": "Yth.",
    "through": "Melalui",
    "sender": "Dari",
    "copies_line": "Tembusan",
    "date": "Tanggal",
    "preposition": "di",
    "copies": "Tembusan:",
    "nip": "NIP",
}
"""The fixed words of the form that an office may print otherwise, as they are usually printed."""
STATE_EMBLEM: Final = "Lambang negara"
REGIONAL_EMBLEM: Final = "Lambang daerah"


class ClassPrint(StrEnum):
    """How many words say how secret and how urgent a letter is."""

    ONE = "one"
    """The security class, or where that is ordinary the urgency."""
    TWO = "two"
    """Both, the security class first, each on a line of its own."""


@dataclass(frozen=True, slots=True)
class HeadFormat:
    """One of the two letterheads; ``emblem`` is the SHA-256 of an uploaded picture, None prints none."""

    lines: tuple[str, ...]
    contact: tuple[str, ...]
    emblem: str | None
    emblem_label: str


@dataclass(frozen=True, slots=True)
class HeadOwner:
    """Whose letterheads they are, as far as an office need not say it: the head and the government."""

    head: str
    government: str


@dataclass(frozen=True, slots=True)
class ClassFormat:
    """How urgency and security are printed."""

    print: ClassPrint
    urgency: Mapping[Urgency, str]
    security: Mapping[SecurityClass, str]

    def printed(self, urgency: Urgency, security: SecurityClass) -> str:
        """Return what stands at *Sifat*; two words stand on two lines."""
        if self.print is ClassPrint.TWO:
            return f"{self.security[security]}\n{self.urgency[urgency]}"
        return self.urgency[urgency] if security is SecurityClass.ORDINARY else self.security[security]


@dataclass(frozen=True, slots=True)
class OfficeFormat:
    """How one office prints its letters.

    Attributes:
        heads: the letterhead of each form.
        head_lines: the order of the lines under the letterhead; empty takes each kind's own.
        capitals: how titles of signers are computed.
        words: the fixed words that are printed otherwise than usual.
        kind_codes: what ``{kode_jenis}`` is for a kind of letter; a kind left out is *belum diisi*.
        anchor: the one character by which an e-sign service finds its place; None where none is used.
        has_paraf: whether the file copy bears boxes for initials.
        keeps_change_set: whether the archive copy carries the proposal's changes as data.
    """

    paper: Paper
    shape: PageShape
    heads: Mapping[HeadForm, HeadFormat]
    head_lines: tuple[str, ...]
    words: Mapping[str, str]
    classes: ClassFormat
    capitals: Capitals
    kind_codes: Mapping[str, str]
    anchor: str | None
    has_paraf: bool
    way_out: WayOut
    keeps_change_set: bool

    @staticmethod
    def of(settings: Mapping[str, str], owner: HeadOwner) -> "OfficeFormat":
        """Return the form that these stored settings make."""
        key = SettingKey
        return OfficeFormat(
            paper=Paper(settings.get(key.PAPER, Paper.A4)),
            shape=_shape(settings),
            heads=_heads(settings, owner),
            head_lines=tuple(settings.get(key.HEAD_ORDER, "").split()),
            words={word: settings[word_key(word)] for word in USUAL_WORDS if word_key(word) in settings},
            classes=ClassFormat(
                ClassPrint(settings.get(key.CLASS_PRINT, ClassPrint.ONE)),
                {held: settings.get(urgency_key(held), usual) for held, usual in URGENCY_WORDS.items()},
                {held: settings.get(security_key(held), usual) for held, usual in SECURITY_WORDS.items()},
            ),
            capitals=Capitals(settings.get(key.TITLE_CAPITALS, Capitals.UPPER)),
            kind_codes=kind_codes_of(settings.get(key.KIND_CODES, "")),
            anchor=settings.get(key.ESIGN_ANCHOR),
            has_paraf=settings.get(key.PARAF_BOXES) == YES,
            way_out=WayOut(settings.get(key.WAY_OUT, WayOut.TO_SIGN)),
            keeps_change_set=settings.get(key.ARCHIVE_CHANGE_SET) == YES,
        )


def word_key(word: str) -> str:
    """Return under which key an office's own word is kept."""
    return f"word_{word}"


def urgency_key(urgency: Urgency) -> str:
    """Return under which key the printed word of an urgency is kept."""
    return f"urgency_{urgency}"


def security_key(security: SecurityClass) -> str:
    """Return under which key the printed word of a security class is kept."""
    return f"security_{security}"


def kind_codes_of(text: str) -> Mapping[str, str]:
    """Return the codes of kinds that a setting holds, each on a line after its kind."""
    pairs = (line.partition(" ") for line in lines_of(text))
    return {kind: code for kind, _, code in pairs if code}


def dressed(facts: LetterFacts, form: OfficeFormat, head: HeadForm | None) -> LetterFacts:
    """Return the facts of a letter as this office prints it.

    Args:
        head: whose letterhead the kind of letter bears; None for one that bears none.
    """
    return replace(
        facts,
        paper=form.paper,
        shape=form.shape,
        letterhead=_letterhead(facts.letterhead, form, head),
        number=with_kind_code(facts.number, form.kind_codes.get(facts.kind)),
        signatures=_signatures(facts.signatures, form),
        paraf=facts.paraf if form.has_paraf else (),
        words={**facts.words, **form.words},
        head_lines=form.head_lines or facts.head_lines,
    )


def _letterhead(held: Letterhead, form: OfficeFormat, head: HeadForm | None) -> Letterhead:
    if head is None:
        return held
    own = form.heads[head]
    return Letterhead(own.lines or held.lines, own.contact, own.emblem, own.emblem_label, head)


def _signatures(blocks: tuple[SignatureBlock, ...], form: OfficeFormat) -> tuple[SignatureBlock, ...]:
    """Return the blocks with the office's anchor in one place: the first that bears a rank, else the last.

    A place that another system's variable fills keeps that. Titles come in the office's letters already: they
    are computed so, and an outsider's stands as typed.
    """
    if form.anchor is None or not blocks or any(block.mark is not None for block in blocks):
        return blocks
    ranked = (place for place, block in enumerate(blocks) if block.rank is not None)
    chosen = next(ranked, len(blocks) - 1)
    return tuple(
        replace(block, mark=form.anchor) if place == chosen else block for place, block in enumerate(blocks)
    )


def _shape(settings: Mapping[str, str]) -> PageShape:
    key, usual = SettingKey, USUAL_SHAPE
    edges = usual.margins
    return PageShape(
        Margins(
            int(settings.get(key.MARGIN_TOP, edges.top)),
            int(settings.get(key.MARGIN_RIGHT, edges.right)),
            int(settings.get(key.MARGIN_BOTTOM, edges.bottom)),
            int(settings.get(key.MARGIN_LEFT, edges.left)),
        ),
        size_pt=int(settings.get(key.TYPE_SIZE, usual.size_pt)),
        lines_percent=int(settings.get(key.LINE_DISTANCE, usual.lines_percent)),
        has_catchword=settings.get(key.CATCHWORD) == YES,
    )


def _heads(settings: Mapping[str, str], owner: HeadOwner) -> Mapping[HeadForm, HeadFormat]:
    """Return both letterheads; a position's bears its holder's title, which nobody sets."""
    key = SettingKey
    agency = lines_of(settings.get(key.AGENCY_LINES, "")) or usual_agency_lines(owner)
    return {
        HeadForm.POSITION: HeadFormat(
            (owner.head.upper(),),
            lines_of(settings.get(key.LETTERHEAD_CONTACT, "")),
            settings.get(key.EMBLEM),
            STATE_EMBLEM,
        ),
        HeadForm.AGENCY: HeadFormat(
            agency,
            lines_of(settings.get(key.AGENCY_CONTACT, "")),
            settings.get(key.AGENCY_EMBLEM),
            REGIONAL_EMBLEM,
        ),
    }


def usual_agency_lines(owner: HeadOwner) -> tuple[str, ...]:
    """Return the lines of the secretariat's letterhead."""
    return (f"PEMERINTAH {owner.government.upper()}", "SEKRETARIAT DAERAH")
