"""Which of the documents that the office asks for OrgFlow makes of a proposal and its registers now."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from orgflow.domain.evidence.entries import EvidenceKind
from orgflow.domain.study.checking import lacking
from orgflow.domain.study.outline import OUTLINES
from orgflow.services.context import Context
from orgflow.store import evidence, overlaps, workload
from orgflow.store.proposals import ProposalRow
from orgflow.store.studies import StudyMarks

OVERLAP_DOCUMENT: Final = "MATRIKS_TUMPANG_TINDIH"
PRECEDENTS_DOCUMENT: Final = "PRESEDEN"
REGULATION_DOCUMENT: Final = "RANPERGUB"
STUDY_DOCUMENT: Final = "KAJIAN"
WORKLOAD_DOCUMENT: Final = "ANJAB_ABK"
ENCLOSED: Final = (OVERLAP_DOCUMENT, PRECEDENTS_DOCUMENT, WORKLOAD_DOCUMENT)
"""Those that a register alone makes; the draft regulation is among the proposal's own papers."""


def makeable(ctx: Context, rows: Sequence[ProposalRow]) -> Mapping[UUID, frozenset[str]]:
    """Return the codes of what can be made of each proposal; as many statements are asked as for one.

    The draft regulation always; a register's own where the proposal rests on it. Where duties are compared
    with those of several units, each matrix is a file of its own, and none is taken for all.
    """
    if not rows:
        return {}
    ids = [row.id for row in rows]
    compared = overlaps.compared_once(ctx.session, ids)
    resting = evidence.resting_on(ctx.session, ids, EvidenceKind.PRECEDENT)
    at_work = workload.units_at_work(ctx.session, {row.unit_id for row in rows})
    return {
        row.id: frozenset(
            code
            for code, is_there in (
                (REGULATION_DOCUMENT, True),
                (OVERLAP_DOCUMENT, row.id in compared),
                (PRECEDENTS_DOCUMENT, row.id in resting),
                (WORKLOAD_DOCUMENT, row.unit_id in at_work),
            )
            if is_there
        )
        for row in rows
    }


def written(study: StudyMarks) -> frozenset[str]:
    """Return the code of the study once every required section of the chosen form is filled."""
    is_whole = not lacking(OUTLINES[study.form], study.written, study.answered)
    return frozenset({STUDY_DOCUMENT}) if is_whole else frozenset()
