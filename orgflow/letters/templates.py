"""Where the wording of a kind of letter comes from, and how it is kept when the wording changes."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orgflow.domain.letters.facts import HeadForm, LetterFacts
from orgflow.domain.letters.facts_json import USUAL, VERSION, facts_from_plain
from orgflow.domain.letters.kinds import UnknownLetterKind
from orgflow.domain.letters.stored import Plain
from orgflow.letters.errors import TemplateUnreadable
from orgflow.letters.layout import Layout, PassageAsked, read_layout, read_passages
from orgflow.letters.sandbox import check_wording
from orgflow.letters.shape import Record, read_shape

SHARED = "_shared"
ANNEX = "annex.html.j2"
_FIRST_WORDS = frozenset(
    {
        "number",
        "urgency",
        "enclosures",
        "subject",
        "salutation",
        "preposition",
        "copies",
        "nip",
        "concept",
        "sample",
    }
)
_LATER_WORDS = {
    "date": "Tanggal",
    "through": "Melalui",
    "sender": "Dari",
    "annex": "Lampiran",
    "copies_line": "Tembusan",
    "catchword_end": "…",
}
"""Words that a wording kept from the first version does not bring along."""

FRAME_WORDS = _FIRST_WORDS | _LATER_WORDS.keys()


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """The wording of one kind of letter.

    ``source`` is the whole template as one text: stored beside a letter, it gives this same template for ever
    (``template_from_source``). ``digest`` is its SHA-256. ``gap_labels`` names each gap in the clerk's words;
    ``frame`` holds the fixed words around the body, as ``Nomor`` and ``Tembusan``; ``forbidden`` are claims
    that this kind of letter never makes. ``annex`` is the wording of what is enclosed, empty for nothing.
    """

    kind: str
    version: int
    title: str
    digest: str
    gap_labels: Mapping[str, str]
    facts: Record
    body: str
    stylesheet: str
    frame: Mapping[str, str]
    forbidden: tuple[str, ...]
    source: str
    layout: Layout
    passages: tuple[PassageAsked, ...]
    annex: str


def letter_kinds(root: Path) -> tuple[str, ...]:
    """Return the kinds that have a folder of templates, in alphabetical order."""
    return tuple(sorted(entry.parent.name for entry in root.glob("*/letter.toml")))


def load_template(root: Path, kind: str) -> LetterTemplate:
    """Return the template in folder ``kind``, with the sheet that all kinds share.

    Raises:
        UnknownLetterKind: there is no such folder.
        TemplateUnreadable, TemplateRefused: as ``template_from_source``.
    """
    if kind not in letter_kinds(root):
        raise UnknownLetterKind(kind=kind)
    folder = root / kind
    parts: dict[str, str | int] = {
        "v": 2,
        "kind": kind,
        "letter": (folder / "letter.toml").read_text("utf-8"),
        "body": (folder / "body.html.j2").read_text("utf-8"),
        "stylesheet": (root / SHARED / "letter.css").read_text("utf-8"),
        "frame": (root / SHARED / "frame.toml").read_text("utf-8"),
    }
    if (folder / ANNEX).exists():
        parts["annex"] = (folder / ANNEX).read_text("utf-8")
    return template_from_source(json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def template_from_source(source: str) -> LetterTemplate:
    """Return the template that one stored text holds.

    Raises:
        TemplateUnreadable: the text, its description or its syntax is broken.
        TemplateRefused: its wording does more than wording may.
    """
    parts = _parts(source)
    try:
        described: Mapping[str, object] = tomllib.loads(parts["letter"])
        frame: object = tomllib.loads(parts["frame"])
    except tomllib.TOMLDecodeError as broken:
        raise TemplateUnreadable(at="letter.toml") from broken
    version, title, labels = described.get("version"), described.get("title"), described.get("gaps")
    facts = read_shape(described.get("facts"))
    if not isinstance(version, int) or not isinstance(title, str) or not isinstance(facts, Record):
        raise TemplateUnreadable(at="letter.toml")
    for wording in (parts["body"], parts.get("annex", "")):
        check_wording(wording)
    return LetterTemplate(
        kind=parts["kind"],
        version=version,
        title=title,
        digest=hashlib.sha256(source.encode()).hexdigest(),
        gap_labels=_distinct(_words(labels, "gaps")),
        facts=facts,
        body=parts["body"],
        stylesheet=parts["stylesheet"],
        frame=_frame(_words(frame, "frame")),
        forbidden=_forbidden(described.get("forbidden", [])),
        source=source,
        layout=read_layout(described),
        passages=read_passages(described.get("passages", {})),
        annex=parts.get("annex", ""),
    )


def load_sample(root: Path, kind: str) -> LetterFacts:
    """Return the whole example in the kind's ``sample.toml``; what the file leaves out is not known.

    Raises:
        UnknownLetterKind: there is no such folder.
        UnreadableFacts: the example lacks a field.
    """
    if kind not in letter_kinds(root):
        raise UnknownLetterKind(kind=kind)
    written: dict[str, Plain] = tomllib.loads((root / kind / "sample.toml").read_text("utf-8"))
    head, signatures, usual = written.get("letterhead"), written.get("signatures", []), dict(USUAL)
    shape = usual["shape"]
    if isinstance(head, dict):
        written["letterhead"] = {"emblem": None, "form": HeadForm.POSITION.value, **head}
    if isinstance(signatures, list):
        blocks = [block for block in signatures if isinstance(block, dict)]
        written["signatures"] = [{"rank": None, "nip": None, **block} for block in blocks]
    if isinstance(shape, dict) and isinstance(given := written.get("shape"), dict):
        written["shape"] = {**shape, **given}
    return facts_from_plain({"v": VERSION, "kind": kind, **usual, **written})


def _parts(source: str) -> Mapping[str, str]:
    try:
        stored: object = json.loads(source)
    except ValueError as broken:
        raise TemplateUnreadable(at="source") from broken
    if not isinstance(stored, dict) or stored.get("v") not in (1, 2):
        raise TemplateUnreadable(at="source")
    parts = {str(name): text for name, text in stored.items() if isinstance(text, str)}
    if not {"kind", "letter", "body", "stylesheet", "frame"} <= parts.keys():
        raise TemplateUnreadable(at="source")
    return parts


def _words(table: object, at: str) -> Mapping[str, str]:
    if not isinstance(table, dict):
        raise TemplateUnreadable(at=at)
    words = {str(key): text for key, text in table.items() if isinstance(text, str)}
    if len(words) != len(table):
        raise TemplateUnreadable(at=at)
    return words


def _distinct(labels: Mapping[str, str]) -> Mapping[str, str]:
    if len(set(labels.values())) != len(labels):
        raise TemplateUnreadable(at="gaps")
    return labels


def _frame(frame: Mapping[str, str]) -> Mapping[str, str]:
    if frame.keys() == _FIRST_WORDS:
        return {**_LATER_WORDS, **frame}
    if frame.keys() != FRAME_WORDS:
        raise TemplateUnreadable(at="frame")
    return frame


def _forbidden(words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise TemplateUnreadable(at="forbidden")
    return tuple(words)
