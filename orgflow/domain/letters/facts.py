"""What a letter says, apart from its wording: the facts that are frozen when it is issued."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from orgflow.domain.errors import RuleBroken

VERSION = 1


class UnreadableFacts(RuleBroken):
    """A stored text is not the facts of a letter; ``at`` names the place."""

    code = "unreadable_letter_facts"


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


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that nobody has given yet; it is printed as ``[belum diisi: label]`` and stops numbering."""

    key: str


Piece = str | Gap
FactValue = str | int | bool | None | tuple["FactValue", ...] | Mapping[str, "FactValue"]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page; ``emblem`` is the SHA-256 of an uploaded picture."""

    lines: tuple[str, ...]
    contact: tuple[str, ...]
    emblem: str | None
    emblem_label: str


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
class LetterFacts:
    """Everything one letter is written from; the same facts give the same text for ever."""

    kind: str
    paper: Paper
    letterhead: Letterhead
    place: str
    date: tuple[Piece, ...]
    number: tuple[Piece, ...]
    urgency: str
    enclosures: str
    subject: str
    addressee: tuple[str, ...]
    addressee_place: str
    body: Mapping[str, FactValue]
    signature: SignatureBlock
    copies: tuple[str, ...]
    is_concept: bool
    is_sample: bool


Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


def facts_to_json(facts: LetterFacts) -> str:
    """Return the one canonical text of these facts."""
    written: dict[str, Plain] = {
        "v": VERSION,
        "kind": facts.kind,
        "paper": facts.paper.value,
        "letterhead": {
            "lines": list(facts.letterhead.lines),
            "contact": list(facts.letterhead.contact),
            "emblem": facts.letterhead.emblem,
            "emblem_label": facts.letterhead.emblem_label,
        },
        "place": facts.place,
        "date": [_write_piece(piece) for piece in facts.date],
        "number": [_write_piece(piece) for piece in facts.number],
        "urgency": facts.urgency,
        "enclosures": facts.enclosures,
        "subject": facts.subject,
        "addressee": list(facts.addressee),
        "addressee_place": facts.addressee_place,
        "body": _write_value(facts.body),
        "signature": {
            "title_lines": list(facts.signature.title_lines),
            "name": _write_piece(facts.signature.name),
            "rank": _write_piece(facts.signature.rank),
            "nip": _write_piece(facts.signature.nip),
            **({"mark": facts.signature.mark} if facts.signature.mark is not None else {}),
        },
        "copies": list(facts.copies),
        "is_concept": facts.is_concept,
        "is_sample": facts.is_sample,
    }
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def facts_from_json(text: str) -> LetterFacts:
    """Return the facts that ``facts_to_json`` wrote.

    Raises:
        UnreadableFacts: the text is no JSON, of another version, or has a field missing or of a wrong type.
    """
    try:
        stored: Plain = json.loads(text)
    except ValueError as broken:
        raise UnreadableFacts(at="") from broken
    return facts_from_plain(stored)


def facts_from_plain(stored: Plain) -> LetterFacts:
    """Return the facts held in plain JSON values, as ``facts_from_json`` reads them.

    Raises:
        UnreadableFacts: of another version, or a field is missing or of a wrong type.
    """
    fields = _Fields(stored, "")
    if fields.take("v") != VERSION:
        raise UnreadableFacts(at="v")
    head, signature = fields.record("letterhead"), fields.record("signature")
    paper, body = fields.text("paper"), _read_value(fields.take("body"))
    if paper not in tuple(Paper):
        raise UnreadableFacts(at="paper")
    if not isinstance(body, Mapping):
        raise UnreadableFacts(at="body")
    return LetterFacts(
        kind=fields.text("kind"),
        paper=Paper(paper),
        letterhead=Letterhead(
            lines=head.texts("lines"),
            contact=head.texts("contact"),
            emblem=head.text("emblem") if head.take("emblem") is not None else None,
            emblem_label=head.text("emblem_label"),
        ),
        place=fields.text("place"),
        date=fields.pieces("date"),
        number=fields.pieces("number"),
        urgency=fields.text("urgency"),
        enclosures=fields.text("enclosures"),
        subject=fields.text("subject"),
        addressee=fields.texts("addressee"),
        addressee_place=fields.text("addressee_place"),
        body=body,
        signature=SignatureBlock(
            title_lines=signature.texts("title_lines"),
            name=signature.piece("name"),
            rank=signature.piece("rank") if signature.take("rank") is not None else None,
            nip=signature.piece("nip") if signature.take("nip") is not None else None,
            mark=signature.text("mark") if signature.holds("mark") else None,
        ),
        copies=fields.texts("copies"),
        is_concept=fields.flag("is_concept"),
        is_sample=fields.flag("is_sample"),
    )


def facts_digest(facts: LetterFacts) -> str:
    """Return the SHA-256 of the canonical text, in hex."""
    return hashlib.sha256(facts_to_json(facts).encode()).hexdigest()


def _write_piece(piece: Piece | None) -> Plain:
    return {"gap": piece.key} if isinstance(piece, Gap) else piece


def _write_value(value: FactValue) -> Plain:
    if isinstance(value, Mapping):
        return {key: _write_value(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_write_value(inner) for inner in value]
    return value


def _read_value(value: Plain) -> FactValue:
    if isinstance(value, dict):
        return {key: _read_value(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_read_value(inner) for inner in value)
    if isinstance(value, float):
        raise UnreadableFacts(at="body")
    return value


class _Fields:
    """One stored record, read field by field with the place of a fault at hand."""

    def __init__(self, stored: Plain, path: str) -> None:
        if not isinstance(stored, dict):
            raise UnreadableFacts(at=path)
        self._stored = stored
        self._path = path

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def holds(self, key: str) -> bool:
        return key in self._stored

    def take(self, key: str) -> Plain:
        if key not in self._stored:
            raise UnreadableFacts(at=self._at(key))
        return self._stored[key]

    def record(self, key: str) -> "_Fields":
        return _Fields(self.take(key), self._at(key))

    def text(self, key: str) -> str:
        value = self.take(key)
        if not isinstance(value, str):
            raise UnreadableFacts(at=self._at(key))
        return value

    def flag(self, key: str) -> bool:
        value = self.take(key)
        if not isinstance(value, bool):
            raise UnreadableFacts(at=self._at(key))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(self._as_text(value, key) for value in self._many(key))

    def piece(self, key: str) -> Piece:
        return self._as_piece(self.take(key), key)

    def pieces(self, key: str) -> tuple[Piece, ...]:
        return tuple(self._as_piece(value, key) for value in self._many(key))

    def _many(self, key: str) -> list[Plain]:
        value = self.take(key)
        if not isinstance(value, list):
            raise UnreadableFacts(at=self._at(key))
        return value

    def _as_text(self, value: Plain, key: str) -> str:
        if not isinstance(value, str):
            raise UnreadableFacts(at=self._at(key))
        return value

    def _as_piece(self, value: Plain, key: str) -> Piece:
        if isinstance(value, str):
            return value
        if isinstance(value, dict) and list(value) == ["gap"] and isinstance(value["gap"], str):
            return Gap(value["gap"])
        raise UnreadableFacts(at=self._at(key))
