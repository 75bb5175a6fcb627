"""How a kind of letter is set out, and which of its passages an office may word itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from orgflow.domain.letters.facts import HEAD_LINES, Face, HeadForm
from orgflow.letters.blocks import PartName
from orgflow.letters.errors import TemplateUnreadable

_LETTER_ORDER: Final = ("date", "meta", "address", "body", "signatures", "copies")
_LETTER_LINES: Final = ("number", "urgency", "enclosures", "subject")
_NO_HEAD: Final = "none"
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class PassageAsked:
    """A passage as its writer sees it: what it is called, what is wanted, and whether it is free.

    One that is not free is derived from the facts; written by hand it no longer follows them.
    """

    key: str
    label: str
    hint: str
    is_free: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kind of letter is set out.

    Attributes:
        order: its parts from top to bottom.
        head_lines: which lines stand under the letterhead, by their frame words.
        heading: centred lines; {subject}, {SUBJECT}, {number} and {head}, the letterhead's first line,
            are filled in.
        lead: lines above the signer's title; {place}, {date}.
        annex: what the annex's head says that it is enclosed to; empty without one.
        is_closed: a rule is drawn under the head's lines.
    """

    order: tuple[PartName, ...]
    head_form: HeadForm | None
    face: Face
    head_lines: tuple[str, ...]
    heading: tuple[str, ...]
    lead: tuple[str, ...]
    annex: str
    is_closed: bool


def read_layout(described: Mapping[str, object]) -> Layout:
    """Return the layout that a kind's description gives; what it leaves out is as in an ordinary letter.

    Raises:
        TemplateUnreadable: a part, a line, a face or a letterhead that is not known.
    """
    head = _word(described, "letterhead", HeadForm.POSITION.value)
    return Layout(
        tuple(PartName(name) for name in _words(described, "order", _LETTER_ORDER, tuple(PartName))),
        None if head == _NO_HEAD else _one(HeadForm, head, "letterhead"),
        _one(Face, _word(described, "face", Face.ARIAL.value), "face"),
        _words(described, "head_lines", _LETTER_LINES, HEAD_LINES),
        _words(described, "heading", (), None),
        _words(described, "lead", (), None),
        _word(described, "annex", ""),
        is_closed=described.get("is_closed") is True,
    )


def read_passages(table: object) -> tuple[PassageAsked, ...]:
    """Return the passages that a description names, in its order.

    Raises:
        TemplateUnreadable: a passage without a label.
    """
    if not isinstance(table, dict):
        raise TemplateUnreadable(at="passages")
    passages: list[PassageAsked] = []
    for key, told in table.items():
        if not isinstance(told, dict) or not isinstance(told.get("label"), str):
            raise TemplateUnreadable(at=f"passages.{key}")
        passages.append(
            PassageAsked(str(key), told["label"], str(told.get("hint", "")), told.get("free") is True)
        )
    return tuple(passages)


def _word(described: Mapping[str, object], name: str, usual: str) -> str:
    value = described.get(name, usual)
    if not isinstance(value, str):
        raise TemplateUnreadable(at=name)
    return value


def _words(
    described: Mapping[str, object], name: str, usual: tuple[str, ...], allowed: tuple[str, ...] | None
) -> tuple[str, ...]:
    value = described.get(name, list(usual))
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise TemplateUnreadable(at=name)
    if allowed is not None and not set(value) <= set(allowed):
        raise TemplateUnreadable(at=name)
    return tuple(value)


def _one(choices: type[Choice], word: str, at: str) -> Choice:
    if word not in tuple(choices):
        raise TemplateUnreadable(at=at)
    return choices(word)
