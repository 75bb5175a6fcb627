"""Many letters read at once: those of a scope, a page of them, and which proposals they carry."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.values import UnitId
from orgflow.store.letters import LetterRow, ProposalLetterRow, within
from orgflow.store.proposals import ProposalRow, Scope

_AT_ONCE: Final = 10_000
"""How many ids one statement names: both databases bound it."""


def count_letters(session: Session, scope: Scope, states: Iterable[LetterState]) -> int:
    """Return how many letters of the scope are in one of the states."""
    wanted = LetterRow.state.in_([str(state) for state in states])
    return session.scalars(select(func.count()).select_from(LetterRow).where(within(scope), wanted)).one()


def letters_in(
    session: Session,
    scope: Scope,
    states: Iterable[LetterState] = tuple(LetterState),
    *,
    first: int = 0,
    limit: int | None = None,
) -> list[LetterRow]:
    """Return letters of the scope in these states, the newest first.

    Args:
        first: how many are passed over.
        limit: None is all that follow.
    """
    wanted = LetterRow.state.in_([str(state) for state in states])
    query = select(LetterRow).where(within(scope), wanted)
    query = query.order_by(LetterRow.created_at.desc(), LetterRow.id)
    return list(session.scalars(query.offset(first).limit(limit)))


def letters_of_unit(session: Session, scope: Scope, unit_id: UnitId) -> list[LetterRow]:
    """Return the letters of a unit's proposals that are in the scope, the newest first."""
    own = Scope(scope.government_id, frozenset({unit_id}))
    query = select(LetterRow).where(within(scope), within(own))
    return list(session.scalars(query.order_by(LetterRow.created_at.desc(), LetterRow.id)))


def holds_file(session: Session, scope: Scope, file_id: UUID) -> bool:
    """Say whether a file is the signed document of a letter in the scope."""
    query = select(LetterRow.id).where(LetterRow.signed_file_id == file_id, within(scope))
    return session.scalars(query).first() is not None


def first_proposals(session: Session, letter_ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return the earliest proposal that each of the letters carries."""
    carried = (
        select(ProposalLetterRow.letter_id, ProposalLetterRow.proposal_id)
        .join(ProposalRow, ProposalRow.id == ProposalLetterRow.proposal_id)
        .order_by(ProposalRow.created_at.desc())
    )
    found: dict[UUID, UUID] = {}
    for start in range(0, len(letter_ids), _AT_ONCE):
        some = letter_ids[start : start + _AT_ONCE]
        found |= {
            row.letter_id: row.proposal_id
            for row in session.execute(carried.where(ProposalLetterRow.letter_id.in_(some)))
        }
    return found


def letters_by_proposal(session: Session, proposal_ids: Collection[UUID]) -> dict[UUID, list[LetterRow]]:
    """Return the letters of each of the proposals, the newest first."""
    rows = session.execute(
        select(ProposalLetterRow.proposal_id, LetterRow)
        .join(LetterRow, LetterRow.id == ProposalLetterRow.letter_id)
        .where(ProposalLetterRow.proposal_id.in_(proposal_ids))
        .order_by(LetterRow.created_at.desc(), LetterRow.id)
    )
    found: dict[UUID, list[LetterRow]] = {}
    for proposal_id, letter in rows:
        found.setdefault(proposal_id, []).append(letter)
    return found
