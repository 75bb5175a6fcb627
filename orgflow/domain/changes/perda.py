"""What of a proposal a governor's regulation cannot settle: what needs a Perda, as findings that warn."""

from collections.abc import Iterable

from orgflow.domain.changes.findings import Finding, FindingCode, Weight
from orgflow.domain.organisation.rules import StructureRule, review_change
from orgflow.domain.organisation.structure import Structure


def review_perda(before: Structure, after: Structure, rules: Iterable[StructureRule]) -> tuple[Finding, ...]:
    """Return a warning for each unit whose founding, end, renaming or change of kind needs a Perda.

    ``detail`` is the ``UnitAct``.
    """
    return tuple(
        Finding(
            FindingCode.NEEDS_PERDA,
            Weight.WARNING,
            found.unit.id,
            found.detail,
            found.citation,
            found.is_verified,
        )
        for found in review_change(before, after, rules)
    )
