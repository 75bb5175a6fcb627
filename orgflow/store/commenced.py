"""Proposals that have commenced, by the regulation that carried them out or the unit that they changed."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from orgflow.domain.proposals.states import ProposalState
from orgflow.store.instruments import ProposalInstrumentRow
from orgflow.store.organisation import UnitVersionRow
from orgflow.store.proposals import ProposalRow, Scope, within


def commenced_by(session: Session, scope: Scope, instrument_id: UUID) -> tuple[ProposalRow, ...]:
    """Return the proposals whose commencement a regulation brought."""
    by_it = select(ProposalInstrumentRow.proposal_id).where(
        ProposalInstrumentRow.instrument_id == instrument_id
    )
    return _commenced(session, scope, by_it)


def commenced_for(session: Session, scope: Scope, unit_id: UUID) -> tuple[ProposalRow, ...]:
    """Return the proposals whose commencement wrote what is believed of a unit."""
    wrote = select(UnitVersionRow.proposal_id).where(
        UnitVersionRow.unit_id == unit_id, UnitVersionRow.superseded_at.is_(None)
    )
    return _commenced(session, scope, wrote)


def _commenced(
    session: Session, scope: Scope, among: Select[UUID] | Select[UUID | None]
) -> tuple[ProposalRow, ...]:
    query = select(ProposalRow).where(
        within(scope),
        ProposalRow.state == str(ProposalState.IMPLEMENTED),
        ProposalRow.id.in_(among),
    )
    return tuple(session.scalars(query.order_by(ProposalRow.changed_at)))
