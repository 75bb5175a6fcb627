"""Where a draft that somebody edited no longer agrees with the change-set it was derived from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.papers.case import Case
from orgflow.domain.papers.naming import Names, renaming
from orgflow.domain.papers.reading import ReadChange, Reading, read_draft
from orgflow.domain.values import comparable

_GAP: Final = re.compile(r"\\\[belum\\ diisi:.*?\\\]")
_IS_GAP: Final = re.compile(r"\[belum diisi: [^\]]*\]")
_CITATION: Final = re.compile(r"([A-Z][\w ]*?)\s+Nomor\s+(\S+)\s+Tahun\s+(\d{4})")


class LintCode(StrEnum):
    """What does not agree."""

    TITLE_DIFFERS = "title_differs"
    BASE_MISSING = "base_missing"
    BASES_OUT_OF_ORDER = "bases_out_of_order"
    CHANGE_MISSING = "change_missing"
    CHANGE_UNFOUNDED = "change_unfounded"
    ACT_DIFFERS = "act_differs"
    OLD_NAME_LEFT = "old_name_left"
    NEW_NAME_MISSING = "new_name_missing"
    FUNCTION_DIFFERS = "function_differs"
    DAY_DIFFERS = "day_differs"
    HEIR_DIFFERS = "heir_differs"
    PART_MISSING = "part_missing"
    APPROVAL_UNRECORDED = "approval_unrecorded"


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One disagreement: where, what the change-set says, and what the draft says."""

    code: LintCode
    where: str
    expected: str
    found: str


def lint(case: Case, derived: Sequence[str], edited: Sequence[str]) -> tuple[LintFinding, ...]:
    """Return every disagreement of an edited draft; filled gaps and other wording are none.

    Args:
        derived: the lines of the draft as the change-set now makes it.
        edited: the lines that somebody wrote.
    """
    return tuple(_Linter(case, read_draft(derived), read_draft(edited)).findings())


class _Linter:
    def __init__(self, case: Case, expected: Reading, found: Reading) -> None:
        self._case, self._expected, self._found = case, expected, found
        units = (*case.before.units.values(), *case.after.units.values())
        self._names = Names(unit.name for unit in units)
        change = renaming(case.before, case.after)
        still = {comparable(unit.name) for unit in case.after.units.values()}
        self._old = (set(change.new_names) | change.ended) - still

    def findings(self) -> Iterator[LintFinding]:
        yield from self._title()
        yield from self._approval()
        yield from self._bases()
        yield from self._changes()
        yield from self._closing()
        for part in sorted(self._expected.parts - self._found.parts):
            yield LintFinding(LintCode.PART_MISSING, part, part, "")

    def _title(self) -> Iterator[LintFinding]:
        wanted, found = self._expected.title, self._found.title
        if not _agrees(wanted, found):
            yield LintFinding(LintCode.TITLE_DIFFERS, "Judul", wanted, found)

    def _approval(self) -> Iterator[LintFinding]:
        claims = "persetujuan menteri" in comparable(self._found.considerations)
        if claims and not (self._case.answer is not None and self._case.answer.is_approval):
            said = "persetujuan Menteri"
            yield LintFinding(LintCode.APPROVAL_UNRECORDED, "Menimbang", "", said)

    def _bases(self) -> Iterator[LintFinding]:
        wanted = [cited for line in self._expected.bases if (cited := _cited(line))]
        found = [cited for line in self._found.bases if (cited := _cited(line))]
        for cited in wanted:
            if cited not in found:
                yield LintFinding(LintCode.BASE_MISSING, "Mengingat", cited, "")
        both = [cited for cited in found if cited in wanted]
        in_order = [cited for cited in wanted if cited in found]
        if both != in_order and sorted(both) == sorted(in_order):
            yield LintFinding(LintCode.BASES_OUT_OF_ORDER, "Mengingat", "; ".join(in_order), "; ".join(both))

    def _changes(self) -> Iterator[LintFinding]:
        wanted, found = _by_article(self._expected.changes), _by_article(self._found.changes)
        for article, change in wanted.items():
            if article not in found:
                yield LintFinding(LintCode.CHANGE_MISSING, article, article, "")
                continue
            other = found[article]
            if other.act != change.act:
                yield LintFinding(LintCode.ACT_DIFFERS, article, change.act, other.act)
                continue
            yield from self._body(article, change, other)
        for article in found:
            if article not in wanted and not self._fills_a_gap(article):
                yield LintFinding(LintCode.CHANGE_UNFOUNDED, article, "", article)

    def _fills_a_gap(self, article: str) -> bool:
        """Say whether an article may stand where the derived draft has no article to name."""
        gaps = _unnamed(self._expected) - _unnamed(self._found)
        extra = set(_by_article(self._found.changes)) - set(_by_article(self._expected.changes))
        return article in sorted(extra)[: max(gaps, 0)]

    def _body(self, article: str, wanted: ReadChange, found: ReadChange) -> Iterator[LintFinding]:
        expected, actual = (self._counted(change.body) for change in (wanted, found))
        for name in sorted(actual - expected):
            if comparable(name) in self._old:
                yield LintFinding(LintCode.OLD_NAME_LEFT, article, "", name)
        for name in sorted(expected - actual):
            yield LintFinding(LintCode.NEW_NAME_MISSING, article, name, "")
        said = comparable(" ".join(found.body))
        text = comparable(" ".join(wanted.body))
        for held in self._case.after.functions.values():
            words = comparable(held.text)
            if words in text and words not in said:
                yield LintFinding(LintCode.FUNCTION_DIFFERS, article, held.text, "")

    def _counted(self, body: Iterable[str]) -> Counter[str]:
        said = (_IS_GAP.sub("", line) for line in body)
        return Counter(found.name for line in said for found in self._names.find(line))

    def _closing(self) -> Iterator[LintFinding]:
        wanted, found = self._expected, self._found
        if wanted.day and not _agrees(wanted.day, found.day):
            yield LintFinding(LintCode.DAY_DIFFERS, "Mulai berlaku", wanted.day, found.day)
        said = dict(found.mentions)
        for before, after in wanted.mentions:
            if not _agrees(after, said.get(before, "")):
                yield LintFinding(LintCode.HEIR_DIFFERS, before, after, said.get(before, ""))


def _unnamed(reading: Reading) -> int:
    return sum(not change.articles for change in reading.changes)


def _by_article(changes: Iterable[ReadChange]) -> dict[str, ReadChange]:
    return {" ".join(article.split()): change for change in changes for article in change.articles}


def _cited(line: str) -> str:
    """Return the instrument that a line of Mengingat begins with; empty for a gap or the constitution."""
    if _IS_GAP.match(line):
        return ""
    found = _CITATION.search(line)
    if found is None:
        return ""
    kind = re.sub(r"^(?:Mengingat\s*:?\s*)?(?:\d+\s*)?", "", found[1]).strip()
    return f"{kind} Nomor {found[2]} Tahun {found[3]}"


def _agrees(expected: str, found: str) -> bool:
    """Say whether a text says what was derived; a gap in it may have been filled with anything."""
    pattern = _GAP.sub(".+?", re.escape(" ".join(expected.split())))
    return re.fullmatch(pattern, " ".join(found.split()), re.IGNORECASE | re.DOTALL) is not None
