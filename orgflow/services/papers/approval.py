"""The ministry's answer item by item in the documents: what they rest on, and the matrix's column."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from orgflow.domain.changes.apply import left_by, steps
from orgflow.domain.changes.subjects import subjects
from orgflow.domain.ministry.column import Approval, JudgedRow, judged_rows
from orgflow.domain.ministry.grants import Grant, GrantVerdict
from orgflow.domain.papers.case import Asked, Case
from orgflow.domain.papers.comparison import Aspect, ComparisonRow, Verdict, comparison
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import UnitId

_WORDS: Final = {
    Approval.NONE: "",
    Approval.GRANTED: "Disetujui",
    Approval.CHANGED: "Disetujui dengan perubahan menjadi: {granted}",
    Approval.REFUSED: "Tidak disetujui",
    Approval.ADDED: "Ditetapkan dalam persetujuan: {granted}",
}
_TOLD: Final = frozenset({Approval.CHANGED, Approval.REFUSED, Approval.ADDED})
"""What the ministry did not simply grant: its reasons are told there."""


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """A row of the matrix with what the ministry said to it, in words; ``is_added`` nobody proposed it."""

    row: ComparisonRow
    answer: str
    is_added: bool


@dataclass(frozen=True, slots=True)
class _Subject:
    """The rows that an operation makes of the unit it is about first."""

    units: tuple[UnitId, ...]
    aspects: frozenset[Aspect]

    def is_told_by(self, one: JudgedRow) -> bool:
        """Say whether a row tells what the ministry did not simply grant of the operation."""
        return one.approval in _TOLD and one.row.unit_id in self.units and one.row.aspect in self.aspects


def granted_case(case: Case, grant: Grant) -> Case:
    """Return a case as later documents read it: its operations are those that were granted.

    Where nothing was granted there is nothing to write of it: the operations stay as they were proposed.
    """
    asked = Asked(case.operations, case.after)
    if grant.outcome is Action.ANSWER_REJECTED:
        return replace(case, grant=grant, asked=asked)
    after = left_by(case.before, grant.operations)
    return replace(case, grant=grant, asked=asked, operations=grant.operations, after=after)


def answered_rows(case: Case, whole: str) -> tuple[AnsweredRow, ...]:
    """Return the rows of a case's matrix as it was proposed, each with the ministry's answer.

    Args:
        whole: what it said to all alike, where it did not answer item by item; empty while it has not.
    """
    asked = case.asked or Asked(case.operations, case.after)
    proposed = comparison(case.before, asked.after, asked.operations)
    if case.grant is None:
        return tuple(AnsweredRow(row, whole if _changes(row) else "", is_added=False) for row in proposed)
    after = left_by(case.before, case.grant.operations)
    judged = judged_rows(proposed, comparison(case.before, after, case.grant.operations))
    return tuple(_answered(judged, _reasons(case, case.grant)))


def counted(grant: Grant) -> str:
    """Return how many operations were answered in which way, as a sentence without its full stop."""
    return "; ".join(
        f"{grant.count(verdict)} butir {word}"
        for verdict, word in (
            (GrantVerdict.GRANTED, "disetujui"),
            (GrantVerdict.CHANGED, "disetujui dengan perubahan"),
            (GrantVerdict.REFUSED, "tidak disetujui"),
        )
        if grant.count(verdict)
    )


def _answered(judged: tuple[JudgedRow, ...], found: Iterable[tuple[_Subject, str]]) -> Iterator[AnsweredRow]:
    reasons: dict[int, list[str]] = {}
    for subject, reason in found:
        at = next((place for place, one in enumerate(judged) if subject.is_told_by(one)), None)
        if at is not None:
            reasons.setdefault(at, []).append(reason)
    for place, one in enumerate(judged):
        words = _WORDS[one.approval].replace("{granted}", one.granted or "(dihapus)")
        reason = "; ".join(reasons.get(place, ()))
        yield AnsweredRow(
            one.row,
            f"{words}. Alasan: {reason}." if reason else words,
            is_added=one.approval is Approval.ADDED,
        )


def _reasons(case: Case, grant: Grant) -> Iterator[tuple[_Subject, str]]:
    """Yield why the ministry did not simply grant an operation, with the rows that it makes."""
    met = steps(case.before, (entry.asked for entry in grant.entries))
    for entry, (operation, standing, refused) in zip(grant.entries, met, strict=True):
        if entry.verdict is GrantVerdict.GRANTED or not entry.reason or refused is not None:
            continue
        rows = comparison(standing, left_by(standing, (operation,)), ())
        about = subjects(operation, standing)[:1]
        aspects = frozenset(row.aspect for row in rows if row.unit_id in about and _changes(row))
        yield _Subject(about, aspects), " ".join(entry.reason.split()).rstrip(" .;,")


def _changes(row: ComparisonRow) -> bool:
    return row.verdict not in (Verdict.SAME, Verdict.UNKNOWN)
