"""What a study still lacks, section by section, and whether it is whole."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.evidence.claims import without_marks
from orgflow.domain.sentences import sentences_in
from orgflow.domain.study.sections import Filling, SectionAsked
from orgflow.domain.values import comparable

GAP: Final = "[belum diisi"
"""How a gap begins wherever it is printed."""
WORDS_A_PAGE: Final = 420
"""About how many words a printed page holds."""
_LEAST_WORDS: Final = 5
"""A sentence of fewer words may well stand twice."""
_LEAD: Final = re.compile(r"^\s*(?:\d{1,3}|[a-zA-Z]{1,2})[.)]\s+")


class FaultCode(StrEnum):
    """What is wrong with a section."""

    EMPTY = "empty"
    NOT_OWN = "not_own"
    ANSWER_MISSING = "answer_missing"
    GAP = "gap"
    REPEATED = "repeated"
    OUTDATED = "outdated"


class SectionState(StrEnum):
    """How a section stands."""

    EMPTY = "empty"
    FILLED = "filled"
    TO_CHECK = "to_check"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; ``words`` is the sentence that stands twice, ``other`` where it stands too."""

    code: FaultCode
    words: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """What is to be known of a section to say what it lacks.

    Attributes:
        text: what is printed of it in words, written or derived.
        tables: what its derived blocks say, a line each.
        is_own: somebody wrote the text.
        is_outdated: the facts would now give another text than the one it was written in place of.
    """

    asked: SectionAsked
    text: str
    answer: str
    tables: tuple[str, ...] = ()
    is_own: bool = False
    is_outdated: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it would be printed."""
        return not self.text and not self.tables


def faults_of(sections: Sequence[SectionFacts]) -> Mapping[str, tuple[Fault, ...]]:
    """Return what is wrong with each section, by its key; what keeps the study from being whole first."""
    repeated = _repeated(sections)
    return {
        held.asked.key: (*_lacks(held), *repeated.get(held.asked.key, ()), *_doubts(held))
        for held in sections
    }


def state_of(held: SectionFacts, faults: Iterable[Fault]) -> SectionState:
    """Return how a section with these faults stands."""
    codes = {fault.code for fault in faults}
    if held.is_empty and not held.answer:
        return SectionState.EMPTY
    return SectionState.TO_CHECK if codes else SectionState.FILLED


def lacking(
    outline: Iterable[SectionAsked], written: Collection[str], answered: Collection[str]
) -> tuple[str, ...]:
    """Return the keys of the required sections that keep a study from being whole.

    A section that facts suffice for always shows some, so what was written says enough.

    Args:
        written: keys of the sections whose text somebody wrote.
        answered: keys of those whose question is answered.
    """
    return tuple(
        asked.key
        for asked in outline
        if asked.is_required
        and (
            (asked.filling is Filling.OWN_WORDS and asked.key not in written)
            or (asked.asks is not None and asked.key not in answered)
        )
    )


def pages_about(sections: Iterable[SectionFacts]) -> int:
    """Return about how many pages the sections fill, one at least."""
    words = sum(len(" ".join((held.text, held.answer, *held.tables)).split()) for held in sections)
    return max(1, -(-words // WORDS_A_PAGE))


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a structured text without their markers; rows of tables are none."""
    lines = (_LEAD.sub("", line) for line in text.split("\n") if not line.lstrip().startswith("|"))
    return sentences_in("\n".join(lines))


def _lacks(held: SectionFacts) -> Iterator[Fault]:
    if not held.asked.is_required:
        return
    if held.asked.filling is Filling.OWN_WORDS and not (held.is_own and held.text):
        yield Fault(FaultCode.NOT_OWN if held.text or held.tables else FaultCode.EMPTY)
    elif held.is_empty:
        yield Fault(FaultCode.EMPTY)
    if held.asked.asks is not None and not held.answer:
        yield Fault(FaultCode.ANSWER_MISSING)


def _doubts(held: SectionFacts) -> Iterator[Fault]:
    if any(GAP in words for words in (held.text, *held.tables)):
        yield Fault(FaultCode.GAP)
    if held.is_outdated:
        yield Fault(FaultCode.OUTDATED)


def _repeated(sections: Sequence[SectionFacts]) -> Mapping[str, tuple[Fault, ...]]:
    """Return which sentences of each section stand anywhere twice, both places told of the other."""
    places: dict[str, list[tuple[SectionFacts, str]]] = {}
    for held in sections:
        for sentence in sentences_of(without_marks(f"{held.text}\n{held.answer}")):
            said = comparable(sentence).rstrip(" .!?;")
            if len(said.split()) >= _LEAST_WORDS:
                places.setdefault(said, []).append((held, sentence))
    found: dict[str, list[Fault]] = {}
    for standing in places.values():
        for place, (held, sentence) in enumerate(standing if len(standing) > 1 else ()):
            other, _ = standing[0 if place else 1]
            fault = Fault(FaultCode.REPEATED, sentence, other.asked.title)
            told = found.setdefault(held.asked.key, [])
            if fault not in told:
                told.append(fault)
    return {key: tuple(told) for key, told in found.items()}
