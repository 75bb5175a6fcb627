"""Ids, names and texts as the office writes them, and when a text is refused."""

import re
import unicodedata
from typing import Final, NewType
from uuid import UUID

from orgflow.domain.errors import RuleBroken

GovernmentId = NewType("GovernmentId", UUID)
UnitId = NewType("UnitId", UUID)
PostId = NewType("PostId", UUID)
OfficialId = NewType("OfficialId", UUID)
AppointmentId = NewType("AppointmentId", UUID)
FunctionId = NewType("FunctionId", UUID)
ProposalId = NewType("ProposalId", UUID)
OperationId = NewType("OperationId", UUID)
LetterId = NewType("LetterId", UUID)
InstrumentId = NewType("InstrumentId", UUID)
FileId = NewType("FileId", UUID)
UserId = NewType("UserId", UUID)
RouteId = NewType("RouteId", UUID)

NAME_LENGTH: Final = 200
LINE_LENGTH: Final = 500
TEXT_LENGTH: Final = 20_000

_BIDI_OVERRIDES: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN: Final = frozenset("\n\r\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0").union(
    chr(code)
    for first, end in ((0x180B, 0x1810), (0xFE00, 0xFE10), (0xE0100, 0xE01F0))
    for code in range(first, end)
)
"""Line breaks, fillers and variation selectors: they leave no ink of their own in a name."""
_BREAKS: Final = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_SPACES: Final = re.compile(r"[ \t\u00a0]+")


class TextEmpty(RuleBroken):
    """A text that must be filled in is empty."""

    code = "text_empty"


class TextTooLong(RuleBroken):
    """A text is longer than its field allows."""

    code = "text_too_long"


class TextUnprintable(RuleBroken):
    """A text holds characters that cannot be printed: controls, surrogates or direction overrides."""

    code = "text_unprintable"


class NameUnreadable(RuleBroken):
    """A name breaks its line or holds a character that nobody sees: two such names look the same."""

    code = "name_unreadable"


def clean_text(value: str, *, field: str, limit: int = TEXT_LENGTH) -> str:
    """Return the text in NFC with uniform line ends and no outer blanks; it may be empty.

    Raises:
        TextUnprintable: it holds a control character, a lone surrogate or a direction override.
        TextTooLong: it is longer than ``limit`` characters.
    """
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for character in text:
        category = unicodedata.category(character)
        allowed = character in "\n\t"
        if (category in ("Cc", "Cs", "Cn", "Co") and not allowed) or character in _BIDI_OVERRIDES:
            raise TextUnprintable(field=field, character=f"U+{ord(character):04X}")
    if len(text) > limit:
        raise TextTooLong(field=field, limit=limit, length=len(text))
    return text


def clean_line(value: str, *, field: str, limit: int = LINE_LENGTH) -> str:
    """Return one line of text with single spaces; never empty.

    Raises:
        TextEmpty, TextTooLong, TextUnprintable.
    """
    text = clean_text(value, field=field, limit=max(limit * 4, limit))
    text = _SPACES.sub(" ", text.replace("\n", " ").replace("\t", " ")).strip()
    if not text:
        raise TextEmpty(field=field)
    if len(text) > limit:
        raise TextTooLong(field=field, limit=limit, length=len(text))
    return text


def clean_name(value: str, *, field: str = "name") -> str:
    """Return the official name of a unit, post or person: one line of at most 200 characters, in NFC.

    Raises:
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable: as ``clean_words``.
    """
    return clean_words(value, field=field, limit=NAME_LENGTH)


def clean_words(value: str, *, field: str, limit: int = LINE_LENGTH) -> str:
    """Return a title, a number or a code: one line in which every character is seen; never empty.

    Two that look the same are the same: what nobody sees would tell them apart.

    Raises:
        NameUnreadable: it breaks its line, or holds a format character such as a zero-width space.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    for character in value.strip():
        is_unseen = character in _UNSEEN or unicodedata.category(character) in ("Cf", "Zl", "Zp")
        if is_unseen and character not in _BIDI_OVERRIDES:
            raise NameUnreadable(field=field, character=f"U+{ord(character):04X}")
    return clean_line(value, field=field, limit=limit)


def clean_title(value: str, *, field: str = "title") -> str:
    """Return a regulation's title on one line; it may be pasted with its lines broken.

    Raises:
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable: as ``clean_words``.
    """
    return clean_words(_BREAKS.sub(" ", value), field=field)


def clean_words_if_any(value: str, *, field: str, limit: int = LINE_LENGTH) -> str:
    """Return what ``clean_words`` does; "" for what is blank.

    Raises:
        NameUnreadable, TextTooLong, TextUnprintable.
    """
    return clean_words(value, field=field, limit=limit) if value.strip() else ""


def comparable(name: str) -> str:
    """Return the form under which two names count as the same: no case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def lines_of(text: str) -> tuple[str, ...]:
    """Return the non-empty lines of a text, each stripped."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())
