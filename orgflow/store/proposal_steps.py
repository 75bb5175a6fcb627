"""Single steps of proposals: one is entered, the scan of the latest, the day the registry was written."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.stays import DatedStep
from orgflow.store.proposals import StepRow


def add_step(session: Session, row: StepRow) -> None:
    """Enter a step."""
    session.add(row)
    session.flush()


def newest_scan(session: Session, proposal_id: UUID) -> UUID | None:
    """Return the file that came with the proposal's latest step."""
    return session.scalars(
        select(StepRow.file_id).where(StepRow.proposal_id == proposal_id).order_by(StepRow.sequence.desc())
    ).first()


def dated(row: StepRow) -> DatedStep:
    """Return a step as time is counted from it: on the day it was taken, whenever it was recorded."""
    return DatedStep(Action(row.action), ProposalState(row.source), ProposalState(row.target), row.acted_on)


def commenced_at(session: Session, proposal_id: UUID) -> datetime | None:
    """Return when the commencement was recorded, before the registry was written; None until then."""
    return session.scalars(
        select(StepRow.recorded_at).where(
            StepRow.proposal_id == proposal_id, StepRow.action == str(Action.COMMENCE)
        )
    ).first()
