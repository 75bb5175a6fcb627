"""What is printed above the pages of a document that is not final."""

from typing import Final

from orgflow.domain.papers.case import Case

CONCEPT: Final = "KONSEP"
SAMPLE: Final = "CONTOH"


def concept_marks(case: Case) -> tuple[str, ...]:
    """Return KONSEP while the proposal is a draft, and CONTOH for an invented government."""
    return ((CONCEPT,) if case.is_draft else ()) + ((SAMPLE,) if case.is_sample else ())
