"""The documents of a proposal: uploaded, taken as they are made, or brought by a review's step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.proposals.results import newest_results
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.store.proposals import ProposalDocumentRow, StepRow, step_of


@dataclass(frozen=True, slots=True)
class HeldDocument:
    """A document that is there."""

    file_id: UUID
    brought_by: str
    brought_at: datetime


@dataclass(frozen=True, slots=True)
class TakenDocument:
    """What OrgFlow makes, taken as the document: it is kept in no file and made whenever it goes out."""

    taken_by: str
    taken_at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """The newest result of a review, as the letter says that brought it; ``file`` is its scan."""

    outcome: ReviewOutcome
    number: str
    dated_on: date
    file: HeldDocument


def results_in(rows: Sequence[StepRow]) -> dict[str, Result]:
    """Return the newest results of reviews, by document.

    Args:
        rows: a proposal's steps from its first on.
    """
    steps = tuple(map(step_of, rows))
    found: dict[str, Result] = {}
    for code, place in newest_results(steps).items():
        row, outcome = rows[place], steps[place].outcome
        if row.file_id is not None and outcome is not None:
            scan = HeldDocument(row.file_id, row.actor_name, row.recorded_at)
            found[code] = Result(outcome, row.document_number or "", row.acted_on, scan)
    return found


def documents_in(
    uploaded: Mapping[str, ProposalDocumentRow], results: Mapping[str, Result]
) -> dict[str, HeldDocument]:
    """Return the files that are there, by document: a result is, once nothing is left to mend."""
    brought = {
        code: HeldDocument(row.file_id, row.uploaded_by, row.uploaded_at)
        for code, row in uploaded.items()
        if row.file_id is not None
    }
    return brought | {code: result.file for code, result in results.items() if result.outcome.is_finished}


def taken_in(uploaded: Mapping[str, ProposalDocumentRow]) -> dict[str, TakenDocument]:
    """Return what was taken as OrgFlow makes it, by document."""
    return {
        code: TakenDocument(row.uploaded_by, row.uploaded_at)
        for code, row in uploaded.items()
        if row.file_id is None
    }
