"""The facts of a letter as the one canonical text that is frozen, digested and read again."""

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from orgflow.domain.letters.facts import (
    Face,
    Gap,
    HeadForm,
    LetterFacts,
    Letterhead,
    Margins,
    PageShape,
    Paper,
    ParafBox,
    Piece,
    SignatureBlock,
)
from orgflow.domain.letters.stored import Plain, Stored, UnreadableFacts, read_value, write_value

VERSION: Final = 2
FIRST_VERSION: Final = 1
"""One addressee, one signature, and none of what the shape of pages now holds."""


def facts_to_json(facts: LetterFacts) -> str:
    """Return the one canonical text of these facts."""
    written: dict[str, Plain] = {
        "v": VERSION,
        "kind": facts.kind,
        "paper": facts.paper.value,
        "shape": _write_shape(facts.shape),
        "letterhead": {
            "form": facts.letterhead.form.value,
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
        "addressees": [list(lines) for lines in facts.addressees],
        "addressee_place": facts.addressee_place,
        "sender": list(facts.sender),
        "through": list(facts.through),
        "body": write_value(facts.body),
        "signatures": [_write_signature(block) for block in facts.signatures],
        "copies": list(facts.copies),
        "paraf": [{"title": box.title, "lines": list(box.lines)} for box in facts.paraf],
        "passages": dict(facts.passages),
        "words": dict(facts.words),
        "head_lines": list(facts.head_lines),
        **({"enclosed": list(facts.enclosed)} if facts.enclosed else {}),
        "is_concept": facts.is_concept,
        "is_sample": facts.is_sample,
    }
    return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def facts_from_json(text: str) -> LetterFacts:
    """Return the facts that ``facts_to_json`` wrote, in this version or the first.

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
    version = Stored(stored, "").take("v")
    if version == FIRST_VERSION and isinstance(stored, dict):
        stored = _from_first(stored)
    elif version != VERSION:
        raise UnreadableFacts(at="v")
    fields = Stored(stored, "")
    head, body = fields.record("letterhead"), read_value(fields.take("body"))
    if not isinstance(body, Mapping):
        raise UnreadableFacts(at="body")
    return LetterFacts(
        kind=fields.text("kind"),
        paper=Paper(fields.word("paper", tuple(Paper))),
        shape=_read_shape(fields.record("shape")),
        letterhead=Letterhead(
            lines=head.texts("lines"),
            contact=head.texts("contact"),
            emblem=head.text_or_none("emblem"),
            emblem_label=head.text("emblem_label"),
            form=HeadForm(head.word("form", tuple(HeadForm))),
        ),
        place=fields.text("place"),
        date=fields.pieces("date"),
        number=fields.pieces("number"),
        urgency=fields.text("urgency"),
        enclosures=fields.text("enclosures"),
        subject=fields.text("subject"),
        addressees=fields.text_lists("addressees"),
        addressee_place=fields.text("addressee_place"),
        sender=fields.texts("sender"),
        through=fields.texts("through"),
        body=body,
        signatures=tuple(_read_signature(block) for block in fields.records("signatures")),
        copies=fields.texts("copies"),
        paraf=tuple(ParafBox(box.text("title"), box.texts("lines")) for box in fields.records("paraf")),
        passages=fields.words("passages"),
        words=fields.words("words"),
        head_lines=fields.texts("head_lines"),
        enclosed=fields.texts("enclosed") if fields.holds("enclosed") else (),
        is_concept=fields.flag("is_concept"),
        is_sample=fields.flag("is_sample"),
    )


def facts_digest(facts: LetterFacts) -> str:
    """Return the SHA-256 of the canonical text, in hex."""
    return hashlib.sha256(facts_to_json(facts).encode()).hexdigest()


USUAL: Final[Mapping[str, Plain]] = {
    "shape": {
        "margins_mm": [20, 20, 25, 30],
        "face": None,
        "size_pt": 12,
        "lines_percent": 115,
        "has_catchword": False,
    },
    "sender": [],
    "through": [],
    "paraf": [],
    "passages": {},
    "words": {},
    "head_lines": [],
}
"""What a letter has that says nothing of it; the first version had no other."""


def _from_first(stored: dict[str, Plain]) -> dict[str, Plain]:
    head, later = stored.get("letterhead"), dict(stored)
    later |= USUAL
    later["v"] = VERSION
    if isinstance(head, dict):
        later["letterhead"] = {"form": HeadForm.POSITION.value, **head}
    later["addressees"] = [later.pop("addressee", None)]
    later["signatures"] = [later.pop("signature", None)]
    return later


def _write_shape(shape: PageShape) -> Plain:
    edges = shape.margins
    return {
        "margins_mm": [edges.top, edges.right, edges.bottom, edges.left],
        "face": shape.face.value if shape.face is not None else None,
        "size_pt": shape.size_pt,
        "lines_percent": shape.lines_percent,
        "has_catchword": shape.has_catchword,
    }


def _read_shape(stored: Stored) -> PageShape:
    edges = stored.numbers("margins_mm")
    if len(edges) != len(Margins.__slots__):
        raise UnreadableFacts(at="shape.margins_mm")
    face = stored.text_or_none("face")
    if face is not None and face not in tuple(Face):
        raise UnreadableFacts(at="shape.face")
    return PageShape(
        Margins(*edges),
        Face(face) if face is not None else None,
        stored.number("size_pt"),
        stored.number("lines_percent"),
        stored.flag("has_catchword"),
    )


def _write_signature(block: SignatureBlock) -> Plain:
    return {
        "title_lines": list(block.title_lines),
        "name": _write_piece(block.name),
        "rank": _write_piece(block.rank),
        "nip": _write_piece(block.nip),
        **({"mark": block.mark} if block.mark is not None else {}),
    }


def _read_signature(stored: Stored) -> SignatureBlock:
    return SignatureBlock(
        title_lines=stored.texts("title_lines"),
        name=stored.piece("name"),
        rank=stored.piece_or_none("rank"),
        nip=stored.piece_or_none("nip"),
        mark=stored.text("mark") if stored.holds("mark") else None,
    )


def _write_piece(piece: Piece | None) -> Plain:
    return {"gap": piece.key} if isinstance(piece, Gap) else piece
