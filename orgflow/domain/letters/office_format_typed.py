"""What an administrator types of an office's form, read and refused before any of it is kept."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.authority import Capitals
from orgflow.domain.letters.facts import HEAD_LINES, USUAL_SHAPE, Paper
from orgflow.domain.letters.lifecycle import SECURITY_WORDS, URGENCY_WORDS, NumberSource
from orgflow.domain.letters.numbering import number_pieces
from orgflow.domain.letters.office_format import (
    USUAL_WORDS,
    YES,
    ClassPrint,
    security_key,
    urgency_key,
    word_key,
)
from orgflow.domain.letters.ways_out import WayOut
from orgflow.domain.organisation.profile import DEFAULT_CLASSIFICATION, DEFAULT_PATTERN, SettingKey
from orgflow.domain.values import clean_text, clean_words, clean_words_if_any, lines_of

ANCHORS: Final = ("#", "^", "~", "|", "*")
"""Characters that a letter's own text hardly ever holds."""
MARGIN_MM: Final = (10, 50)
TYPE_PT: Final = (10, 14)
LINES_PERCENT: Final = (100, 150)
"""Least and most, both allowed. Source: [PERMENDAGRI-1-2023] asks single to one and a half."""
WORD_LENGTH: Final = 40
HEAD_LINES_MOST: Final = 4
CONTACT_LINES_MOST: Final = 6

_ORDER: Final = "order_"
_CODE: Final = "code_"


class MeasureOutOfRange(RuleBroken):
    """A measure is no whole number from ``least`` to ``most``."""

    code = "measure_out_of_range"


class ChoiceUnknown(RuleBroken):
    """What was chosen is not offered."""

    code = "choice_unknown"


class LinePlaceTaken(RuleBroken):
    """Two lines under the letterhead are to stand at one place; ``place`` is its number."""

    code = "line_place_taken"


class TooManyLines(RuleBroken):
    """A letterhead has more lines than a page can bear; ``most`` says how many it may have."""

    code = "too_many_lines"


def settings_typed(typed: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that were typed, by their keys; "" is to be unset.

    Only what stands in ``typed`` is returned. ``order_`` and ``code_`` fields make one setting each.
    What is as usual is unset, so that a later change of the usual form reaches the office.

    Raises:
        MeasureOutOfRange, ChoiceUnknown, LinePlaceTaken, TooManyLines, UnknownNumberToken.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    settings = {name: read(typed[name], name) for name, read in _READERS.items() if name in typed}
    places = {name.removeprefix(_ORDER): text for name, text in typed.items() if name.startswith(_ORDER)}
    if places:
        settings[SettingKey.HEAD_ORDER] = _order(places)
    codes = {name.removeprefix(_CODE): text for name, text in typed.items() if name.startswith(_CODE)}
    if codes:
        settings[SettingKey.KIND_CODES] = _codes(codes)
    return settings


def is_as_kept(key: str, kept: str | None, value: str) -> bool:
    """Say whether a setting is the one that is kept; the usual one may be kept in so many words."""
    if (kept or "") == value:
        return True
    reader = _READERS.get(key)
    if reader is None or kept is None:
        return False
    try:
        return reader(kept, key) == value
    except RuleBroken:
        return False


def order_field(line: str) -> str:
    """Return the name of the field that asks for a line's place."""
    return f"{_ORDER}{line}"


def code_field(kind: str) -> str:
    """Return the name of the field that asks for a kind's code."""
    return f"{_CODE}{kind}"


def _measure(limits: tuple[int, int], usual: int) -> Callable[[str, str], str]:
    def read(text: str, field: str) -> str:
        bare = text.strip()
        least, most = limits
        is_number = bare.isascii() and bare.isdigit() and len(bare) <= len(str(most))
        if bare and not (is_number and least <= int(bare) <= most):
            raise MeasureOutOfRange(field=field, least=least, most=most)
        return "" if not bare or int(bare) == usual else str(int(bare))

    return read


def _choice(offered: type[StrEnum], usual: StrEnum) -> Callable[[str, str], str]:
    def read(text: str, field: str) -> str:
        if text not in tuple(offered):
            raise ChoiceUnknown(field=field)
        return "" if text == usual else text

    return read


def _lines(most: int, length: int) -> Callable[[str, str], str]:
    def read(text: str, field: str) -> str:
        lines = lines_of(clean_text(text, field=field, limit=length))
        if len(lines) > most:
            raise TooManyLines(field=field, most=most)
        return "\n".join(lines)

    return read


def _word(usual: str) -> Callable[[str, str], str]:
    def read(text: str, field: str) -> str:
        word = clean_words_if_any(text, field=field, limit=WORD_LENGTH)
        return "" if word == usual else word

    return read


def _flag(text: str, field: str) -> str:
    if text not in ("", YES):
        raise ChoiceUnknown(field=field)
    return text


def _anchor(text: str, field: str) -> str:
    if text not in ("", *ANCHORS):
        raise ChoiceUnknown(field=field)
    return text


def _pattern(text: str, field: str) -> str:
    pattern = clean_words(text, field=field, limit=200)
    number_pieces(pattern, "", None, None, 2000)
    return "" if pattern == DEFAULT_PATTERN else pattern


def _classification(text: str, field: str) -> str:
    code = clean_words(text, field=field, limit=60)
    return "" if code == DEFAULT_CLASSIFICATION else code


def _copies(text: str, field: str) -> str:
    return clean_text(text, field=field, limit=4000)


def _order(places: Mapping[str, str]) -> str:
    """Return the lines that were given a place, in the order of their places."""
    held: dict[int, str] = {}
    for line, text in places.items():
        field = order_field(line)
        if line not in HEAD_LINES:
            raise ChoiceUnknown(field=field)
        place = _measure((1, len(HEAD_LINES)), 0)(text, field)
        if not place:
            continue
        if int(place) in held:
            raise LinePlaceTaken(field=field, place=int(place))
        held[int(place)] = line
    return " ".join(held[place] for place in sorted(held))


def _codes(codes: Mapping[str, str]) -> str:
    read = {kind: clean_words_if_any(text, field=code_field(kind), limit=20) for kind, text in codes.items()}
    return "\n".join(f"{kind} {code}" for kind, code in sorted(read.items()) if code)


_EDGES = USUAL_SHAPE.margins
_READERS: Final[Mapping[str, Callable[[str, str], str]]] = {
    SettingKey.PAPER: _choice(Paper, Paper.A4),
    SettingKey.MARGIN_TOP: _measure(MARGIN_MM, _EDGES.top),
    SettingKey.MARGIN_RIGHT: _measure(MARGIN_MM, _EDGES.right),
    SettingKey.MARGIN_BOTTOM: _measure(MARGIN_MM, _EDGES.bottom),
    SettingKey.MARGIN_LEFT: _measure(MARGIN_MM, _EDGES.left),
    SettingKey.TYPE_SIZE: _measure(TYPE_PT, USUAL_SHAPE.size_pt),
    SettingKey.LINE_DISTANCE: _measure(LINES_PERCENT, USUAL_SHAPE.lines_percent),
    SettingKey.LETTERHEAD_CONTACT: _lines(CONTACT_LINES_MOST, 1000),
    SettingKey.AGENCY_LINES: _lines(HEAD_LINES_MOST, 500),
    SettingKey.AGENCY_CONTACT: _lines(CONTACT_LINES_MOST, 1000),
    SettingKey.CLASS_PRINT: _choice(ClassPrint, ClassPrint.ONE),
    SettingKey.TITLE_CAPITALS: _choice(Capitals, Capitals.UPPER),
    SettingKey.ESIGN_ANCHOR: _anchor,
    SettingKey.PARAF_BOXES: _flag,
    SettingKey.CATCHWORD: _flag,
    SettingKey.NUMBER_SOURCE: _choice(NumberSource, NumberSource.EXTERNAL),
    SettingKey.NUMBER_PATTERN: _pattern,
    SettingKey.CLASSIFICATION: _classification,
    SettingKey.COPIES: _copies,
    SettingKey.WAY_OUT: _choice(WayOut, WayOut.TO_SIGN),
    SettingKey.ARCHIVE_CHANGE_SET: _flag,
    **{word_key(word): _word(usual) for word, usual in USUAL_WORDS.items()},
    **{urgency_key(urgency): _word(usual) for urgency, usual in URGENCY_WORDS.items()},
    **{security_key(security): _word(usual) for security, usual in SECURITY_WORDS.items()},
}
