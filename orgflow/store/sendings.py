"""What went out to the ministry: the steps that sent it, and what shows that it arrived."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from orgflow.domain.ministry.rounds import SENDS
from orgflow.store.ministry import MinistryProofRow
from orgflow.store.proposals import ProposalRow, Scope, StepRow, within

_OF: Final = ProposalRow.id == StepRow.proposal_id


@dataclass(frozen=True, slots=True)
class SentWanted:
    """Which sendings are asked for; nothing given is everything, both days are included."""

    since: date | None = None
    until: date | None = None


def count_sendings(session: Session, scope: Scope, wanted: SentWanted) -> int:
    """Return how many sendings are asked for."""
    counted = select(func.count()).select_from(StepRow).join(ProposalRow, _OF)
    return session.scalars(counted.where(*_conditions(scope, wanted))).one()


def sendings_in(
    session: Session, scope: Scope, wanted: SentWanted, *, first: int = 0, limit: int | None = None
) -> list[StepRow]:
    """Return the steps that sent what is asked for, the newest first.

    Args:
        first: how many are passed over.
        limit: None is all that follow.
    """
    query = select(StepRow).join(ProposalRow, _OF).where(*_conditions(scope, wanted))
    query = query.order_by(StepRow.acted_on.desc(), StepRow.recorded_at.desc(), StepRow.id)
    return list(session.scalars(query.offset(first).limit(limit)))


def proofs_by_round(
    session: Session, proposal_ids: Collection[UUID]
) -> dict[tuple[UUID, int], MinistryProofRow]:
    """Return the newest proof of each round of the proposals; one statement for all."""
    table = MinistryProofRow
    query = select(table).where(table.proposal_id.in_(proposal_ids)).order_by(table.recorded_at, table.id)
    return {(row.proposal_id, row.round): row for row in session.scalars(query)}


def _conditions(scope: Scope, wanted: SentWanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        within(scope),
        StepRow.action.in_([str(action) for action in SENDS]),
    ]
    if wanted.since is not None:
        found.append(StepRow.acted_on >= wanted.since)
    if wanted.until is not None:
        found.append(StepRow.acted_on <= wanted.until)
    return found
