"""What commenced before its days were kept: the migration begins them from the steps and the records."""

from pathlib import Path

from sqlalchemy import select

from orgflow.domain.proposals.states import ProposalState
from orgflow.services.starting.follow_ups import follow_up_rules, inauguration_rules
from orgflow.store.commencements import commencements_of, days_of, read_touched
from orgflow.store.follow_ups import follow_up_rules as rules_of
from orgflow.store.follow_ups import inauguration_rules as inaugurations_of
from orgflow.store.migrations.upgrade import downgrade, upgrade_to_head
from orgflow.store.proposals import ProposalRow
from orgflow.store.session import make_engine
from tests.factories.office import an_office
from tests.factories.roads import a_proposal_in

BEFORE = "0021"


def test_what_commenced_already_begins_with_its_day_and_what_it_wrote(
    database_url: str, tmp_path: Path
) -> None:
    office = an_office(database_url, tmp_path)
    proposal_id = a_proposal_in(office, ProposalState.IMPLEMENTED)
    with office.resources.reading() as session:
        days = [(day.effective_on, day.sequence) for day in days_of(session, proposal_id)]
        (written,) = commencements_of(session, proposal_id)
        kept = written.effective_on, written.operations, read_touched(written.touched)
    office.close()
    engine = make_engine(database_url)
    downgrade(engine, BEFORE)

    upgrade_to_head(engine)

    engine.dispose()
    with office.resources.reading() as session:
        assert session.scalars(select(ProposalRow.id)).one() == proposal_id
        assert [(day.effective_on, day.sequence) for day in days_of(session, proposal_id)] == days
        (begun,) = commencements_of(session, proposal_id)
        assert (begun.effective_on, begun.operations, read_touched(begun.touched)) == kept
        asked = tuple(held.rule for held in rules_of(session, office.government_id))
        barred = tuple(held.rule for held in inaugurations_of(session, office.government_id))
    assert (asked, barred) == (follow_up_rules(), inauguration_rules())
    office.close()
