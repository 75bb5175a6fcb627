"""The fields that a study's section is written in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext

from orgflow.domain.errors import DomainError
from orgflow.domain.letters.passages import mark_of
from orgflow.domain.study.sections import Asked
from orgflow.services.study import SectionView
from orgflow.web.fields import PASSAGE_FIELD
from orgflow.web.messages import message_for
from orgflow.web.study.words import ASKED

FIELD: Final = PASSAGE_FIELD
SHOWN: Final = "asal-"
_LEAST, _MOST, _LINE = 6, 18, 60


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field to write in; ``shown`` is the mark of the text that the page was opened with."""

    name: str
    label: str
    hint: str
    text: str
    shown_name: str
    shown: str
    rows: int
    is_line: bool
    error: str


def text_field(key: str) -> str:
    """Return the name of the field that a section's text is written in."""
    return f"{FIELD}{key}"


def fields_of(
    held: SectionView, typed: Mapping[str, str], refused: DomainError | None
) -> Iterator[FieldView]:
    """Yield the field of a section's text, and that of what is asked besides."""
    name = text_field(held.key)
    text = typed.get(name, held.text)
    lines = sum(1 + len(line) // _LINE for line in text.split("\n"))
    yield FieldView(
        name,
        gettext("Isi bagian"),
        gettext("Satu baris menjadi satu alinea. Baris yang diawali 1. atau a. menjadi butir."),
        text,
        f"{SHOWN}{held.key}",
        held.mark,
        min(max(lines + 2, _LEAST), _MOST),
        False,
        _error(refused, held.key),
    )
    asked = held.asked.asks
    if asked is not None:
        label, hint = ASKED[asked]
        answer = typed.get(text_field(asked), held.answer)
        yield FieldView(
            text_field(asked),
            str(label),
            str(hint),
            answer,
            f"{SHOWN}{asked}",
            mark_of(held.answer),
            3,
            asked is Asked.YEAR,
            _error(refused, asked),
        )


def _error(refused: DomainError | None, field: str) -> str:
    if refused is None or refused.facts.get("field") != field:
        return ""
    return message_for(refused)
