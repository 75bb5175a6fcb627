"""The one list of semula and menjadi that pages, matrix, regulation and letter read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import UnitId

_WORD: Final = re.compile(r"^\s+|\S+\s*")


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of words in a comparison; ``is_changed`` marks what differs from the other side."""

    text: str
    is_changed: bool


class Aspect(StrEnum):
    """What a row of the matrix compares."""

    NAME = "name"
    HEAD = "head"
    STRUCTURE = "structure"
    DUTIES = "duties"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row of the matriks persandingan; empty words mean *belum diisi*."""

    unit_id: UnitId
    aspect: Aspect
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    is_changed: bool


def matrix(before: Structure, after: Structure, touched: Iterable[UnitId]) -> tuple[MatrixRow, ...]:
    """Return the matrix rows of the touched units that hold before and after, as the proposal names them."""
    rows: list[MatrixRow] = []
    for unit_id in dict.fromkeys(touched):
        if unit_id not in before.units or unit_id not in after.units:
            continue
        old, new = before.unit(unit_id), after.unit(unit_id)
        rows += [
            _row(unit_id, Aspect.NAME, old.name, new.name),
            _row(unit_id, Aspect.HEAD, old.head_title, new.head_title),
            _row(unit_id, Aspect.DUTIES, old.duty_field or "", new.duty_field or ""),
        ]
        if before.children(unit_id) or after.children(unit_id):
            rows.insert(-1, _row(unit_id, Aspect.STRUCTURE, _below(before, unit_id), _below(after, unit_id)))
    return tuple(rows)


def compare_words(before: str, after: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return both texts word by word, with what differs marked; ``"".join`` of each gives it back."""
    old, new = _words(before), _words(after)
    left: list[Word] = []
    right: list[Word] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if i2 > i1:
            left.append(Word("".join(old[i1:i2]), tag != "equal"))
        if j2 > j1:
            right.append(Word("".join(new[j1:j2]), tag != "equal"))
    return tuple(left), tuple(right)


def _words(text: str) -> list[str]:
    """Split so that each word carries the blanks after it."""
    return _WORD.findall(text)


def _row(unit_id: UnitId, aspect: Aspect, before: str, after: str) -> MatrixRow:
    left, right = compare_words(before, after)
    return MatrixRow(unit_id, aspect, left, right, before != after)


def _below(structure: Structure, unit_id: UnitId) -> str:
    return "; ".join(unit.name for unit in structure.children(unit_id))
